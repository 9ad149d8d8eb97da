"""Keep the teacher's choices on disk, as one file that can be copied to other computers.

Read at every start for its fingerprint: the domain's lessons are imported when they are needed.
"""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.json_file import JsonFile, Report

if TYPE_CHECKING:
    from massage_trainer.domain.problems import Problem
    from massage_trainer.domain.teacher import TeacherChoices

VERSION = 1
FILE_NAME = "teacher.json"
LEAST_PERCENT, MOST_PERCENT = 10, 90


class FileTeacherStore:
    """The TeacherStore over ``teacher.json``."""

    def __init__(self, folder: Path, report: Report) -> None:
        self.path = folder / FILE_NAME
        self._file = JsonFile(self.path, VERSION, report)
        self._saved: str | None = None

    def fingerprint(self) -> str:
        """Another string whenever the choices are others; cheap enough for every start."""
        if self._saved is not None:
            return self._saved
        try:
            return str(zlib.crc32(self.path.read_bytes()))
        except OSError:
            return ""

    def load(self) -> TeacherChoices:
        return _choices(self._file.read())

    def save(self, choices: TeacherChoices) -> None:
        content = _content(choices)
        self._saved = json.dumps(content, sort_keys=True)
        self._file.write(content)

    def import_from(self, path: Path) -> TeacherChoices:
        try:
            content = json.loads(path.read_bytes())
        except OSError as error:
            raise TrainerError(f"{path}: {error.strerror}") from error
        except ValueError as error:
            raise TrainerError(f"{path}: not a file of teacher's settings") from error
        if not isinstance(content, dict) or "answers" not in content or "amounts" not in content:
            raise TrainerError(f"{path}: not a file of teacher's settings")
        if content.get("version") != VERSION:
            raise TrainerError(f"{path}: made by another version of the program")
        return _choices(content)

    def export_to(self, path: Path, choices: TeacherChoices) -> None:
        problems: list[Problem] = []
        JsonFile(path, VERSION, problems.append).write(_content(choices))
        if problems:
            raise TrainerError(problems[0].detail)


def _content(choices: TeacherChoices) -> dict[str, Any]:
    return {
        "answers": choices.answers,
        "amounts": choices.amounts,
        "class_dose": choices.class_dose,
        "class_dose_percent": choices.class_dose_percent,
    }


def _choices(content: dict[str, Any]) -> TeacherChoices:
    """What makes sense of a file; the rest falls back to the default."""
    from massage_trainer.domain.teacher import TeacherChoices

    answers, amounts = content.get("answers"), content.get("amounts")
    percent = content.get("class_dose_percent")
    if type(percent) is not int or not LEAST_PERCENT <= percent <= MOST_PERCENT:
        percent = TeacherChoices().class_dose_percent
    return TeacherChoices(
        answers=_only(answers, str),
        amounts={key: value for key, value in _only(amounts, int).items() if value > 0},
        class_dose=content.get("class_dose") is True,
        class_dose_percent=percent,
    )


def _only(values: Any, kind: type) -> dict[str, Any]:
    if not isinstance(values, dict):
        return {}
    return {key: value for key, value in values.items() if type(value) is kind}
