"""Names of learners: kept as they were typed, and shown so that they disturb nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massage_trainer.domain.quiz.ports import Profile

LONGEST = 60
# Around a name in a sentence: letters that run the other way stay among themselves.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


class NameProblem(Enum):
    """Why a name cannot be taken."""

    EMPTY = "empty"
    TAKEN = "taken"


def tidy_name(text: str) -> str:
    """The name without blanks around it, in one line, of whole characters, not endless."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    line = "".join(" " if ord(letter) < ord(" ") else letter for letter in whole)
    return line.strip()[:LONGEST].rstrip()


def isolated(name: str) -> str:
    """The name as a part of a sentence, whichever way its letters run."""
    return f"{_ISOLATE}{name}{_END_ISOLATE}"


def problem_with(name: str, profiles: Iterable[Profile], own_id: int = 0) -> NameProblem | None:
    """Why a learner cannot be called so; ``own_id`` is the learner to be renamed."""
    tidy = tidy_name(name)
    if not tidy:
        return NameProblem.EMPTY
    taken = any(one.name.casefold() == tidy.casefold() for one in profiles if one.id != own_id)
    return NameProblem.TAKEN if taken else None
