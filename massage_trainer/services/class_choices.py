"""How class lists are looked at on this computer: numbers and words of ours, and no name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Final, TypeVar

from massage_trainer.domain.classroom.class_list import ListChoices
from massage_trainer.domain.classroom.marks import MarkScale
from massage_trainer.domain.classroom.names import ListOrder
from massage_trainer.services.json_file import JsonFile

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.services.json_file import Report

FILE_NAME: Final = "class.json"
_VERSION: Final = 1
_Choice = TypeVar("_Choice", bound=Enum)


class JsonClassChoices:
    """The ChoiceStore; what is not understood is as at first."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._file = JsonFile(folder / FILE_NAME, _VERSION, report, synced=False)

    def load(self) -> ListChoices:
        content = self._file.read()
        group = content.get("group")
        return ListChoices(
            group if isinstance(group, int) else 0,
            _choice(content.get("order"), ListOrder.GIVEN),
            _choice(content.get("scale"), MarkScale.TEN),
        )

    def save(self, choices: ListChoices) -> None:
        self._file.write(
            {
                "group": choices.group,
                "order": choices.order.value,
                "scale": choices.scale.value,
            }
        )


def _choice(value: Any, default: _Choice) -> _Choice:
    """The member of this value, else the default."""
    found = {member.value: member for member in type(default)}
    return found.get(value, default) if isinstance(value, str) else default
