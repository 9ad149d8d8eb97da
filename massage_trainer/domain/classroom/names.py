"""Names of students: their parts, how a list of them is ordered, and what cannot be a name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.collation import number_key, word_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massage_trainer.domain.classroom.roster import Student

LONGEST_NAME: Final = 120
LONGEST_NUMBER: Final = 40
_COMMA: Final = re.compile("[,،，]")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
# Signs that turn the direction of what comes after them, marks of files, and letters that nobody
# can see: two names would look the same, or a name like none.
_UNSEEN: Final = dict.fromkeys(
    (
        *(0xAD, 0x61C, 0x115F, 0x1160, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F)),
        *(*range(0x2060, 0x2070), 0x2800, 0x3164, 0xFEFF, 0xFFA0),
    )
)
_JOINING: Final = frozenset("\u200c\u200d")  # within emoji and Persian names


class ListOrder(Enum):
    """How a list of students is sorted."""

    GIVEN = "given"  # as Vietnamese lists are
    FAMILY = "family"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of a name."""

    family: tuple[str, ...]
    middle: tuple[str, ...]
    given: tuple[str, ...]


def name_parts(name: str) -> NameParts:
    """``Nguyễn Thị Ánh``: family, middle and given name; ``Smith, John``: family, then given names.

    What stands in brackets is no part of a name.
    """
    plain = _BRACKETS.sub(" ", name)
    family, *given = (part.split() for part in _COMMA.split(plain, maxsplit=1))
    if family and given and given[0]:
        return NameParts(tuple(family), (), tuple(given[0]))
    words = tuple(_COMMA.sub(" ", plain).split() or name.split())
    return NameParts(words[:-1][:1], words[1:-1], words[-1:])


def in_order(students: Iterable[Student], order: ListOrder) -> list[Student]:
    """Sorted; who shares all of a name is sorted by the number."""
    return sorted(students, key=lambda one: _key(one, order))


def tidy(text: str, longest: int = LONGEST_NAME) -> str:
    """In NFC, in one line, of whole characters, with single blanks between the words.

    Empty where nothing of it can be seen.
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    plain = "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in whole)
    nfc = unicodedata.normalize("NFC", plain.translate(_UNSEEN))
    if all(sign in _JOINING or unicodedata.category(sign)[0] in "MZ" for sign in nfc):
        return ""
    return " ".join(nfc.split())[:longest].rstrip()


def folded(text: str) -> str:
    """The same for what is the same name to a reader."""
    return tidy(text).casefold()


def _key(student: Student, order: ListOrder) -> tuple[object, ...]:
    parts = name_parts(student.name)
    if order is ListOrder.GIVEN:
        name = (parts.given, parts.middle, parts.family)
    else:
        name = (parts.family or parts.given, parts.middle, parts.given)
    words = tuple(tuple(map(word_key, part)) for part in name)
    number = number_key(student.number)
    last = (student.name, student.id)
    if order is ListOrder.NUMBER:
        return (not number, number, words, last)
    return (words, number, last)
