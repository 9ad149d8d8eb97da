"""Spellings of points: one folded form for all ways in which a name is written."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint

_NO_MARK: Final = str.maketrans({"đ": "d", "ø": "o", "ł": "l"})


def fold(text: str) -> str:
    """Letters and digits alone, without marks, case and width: ``Thận du`` is ``thandu``.

    Chinese characters stay; full-width letters and digits become plain ones.
    """
    parts = unicodedata.normalize("NFKD", text).casefold().translate(_NO_MARK)
    return "".join(letter for letter in parts if letter.isalnum())


def spellings(point: Acupoint) -> tuple[str, ...]:
    """All names that a point is known by: code, Vietnamese, pinyin, characters."""
    names = (point.code, point.name_vi, *point.also_vi, point.pinyin, point.hanzi)
    return tuple(dict.fromkeys(name for name in names if name))
