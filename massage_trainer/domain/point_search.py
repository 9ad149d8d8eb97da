"""Spellings of points: one folded form for all ways in which a name is written, and the search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.point_aliases import NAME_ALIASES, SIMPLER, other_codes

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint

_NO_MARK: Final = str.maketrans({"đ": "d", "ø": "o", "ł": "l"})
_NUMBERED_TONES: Final = re.compile(r"(?:[a-z]+[1-5]){2,}")
_WORDS: Final = re.compile(r"\w+")
_LEAST_GLOSS: Final = 3  # letters, before the meanings of names are looked at

# How well a word fits a point, the best first.
EXACT: Final = 0  # letter by letter, with the marks
_SAME: Final = 1  # but for marks, spaces and case
NAMED: Final = 2  # a code of another school, or a letter spelled otherwise; no mere part of a name
_BEGINS: Final = 3
_WORD_BEGINS: Final = 4
_CONTAINS: Final = 5
_MEANS: Final = 6
_NONE: Final = 99


class PointNames(NamedTuple):
    """How a point is named, taught here or not."""

    code: str
    vi: str
    pinyin: str
    hanzi: str


class Found(NamedTuple):
    """A point that fits what was asked for; ``taught`` where the catalogue has more than names."""

    code: str
    rank: int
    taught: bool


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


class _Entry(NamedTuple):
    """What a query is compared with, folded once."""

    code: str
    taught: bool
    exact: frozenset[str]
    same: frozenset[str]
    alias: frozenset[str]
    starts: tuple[str, ...]  # of the words within the names
    meanings: tuple[str, ...]


class PointSearch:
    """Finds points by any of their names; the best first, else in the order of the catalogue."""

    def __init__(self, points: Iterable[Acupoint], others: Iterable[PointNames] = ()) -> None:
        """``others`` are known by name alone; those that are taught may be among them."""
        entries = {point.code: _taught(point) for point in points}
        for names in others:
            if names.code not in entries:
                entries[names.code] = _named(names)
        self._entries = tuple(entries.values())

    def find(self, query: str) -> tuple[Found, ...]:
        """All that fit; an empty query finds everything that is taught."""
        asked = _folded(query)
        if not asked:
            return tuple(Found(e.code, EXACT, taught=True) for e in self._entries if e.taught)
        exact = _exact(query)
        forms = (asked, _toneless(asked))
        words = tuple(_folded(word) for word in _WORDS.findall(query))
        found = []
        for entry in self._entries:
            rank = min(_rank(entry, exact, form) for form in dict.fromkeys(forms))
            if rank == _NONE and _means(entry, words, asked):
                rank = _MEANS
            if rank != _NONE:
                found.append(Found(entry.code, rank, entry.taught))
        found.sort(key=lambda each: (each.rank, not each.taught))
        if found and found[0].rank <= NAMED:  # it is that one; what only holds the letters is not
            found = [each for each in found if each.rank <= _WORD_BEGINS]
        return tuple(found)


def _rank(entry: _Entry, exact: str, asked: str) -> int:
    if exact in entry.exact:
        return EXACT
    if asked in entry.same:
        return _SAME
    if asked in entry.alias or _loose(asked) in entry.alias:
        return NAMED
    if any(name.startswith(asked) for name in entry.same):
        return _BEGINS
    if any(name.startswith(asked) for name in (*entry.alias, *entry.starts)):
        return _WORD_BEGINS
    if any(asked in name for name in entry.same):
        return _CONTAINS
    return _NONE


def _means(entry: _Entry, words: Sequence[str], asked: str) -> bool:
    """Every word begins some word of the meaning or stands in a name."""
    if len(asked) < _LEAST_GLOSS or not words:
        return False
    return all(
        (len(word) >= _LEAST_GLOSS and any(meaning.startswith(word) for meaning in entry.meanings))
        or any(word in name for name in entry.same)
        for word in words
    )


def _taught(point: Acupoint) -> _Entry:
    meanings = f"{point.gloss.vi} {point.gloss.en}"
    return _entry(point.code, spellings(point), meanings, taught=True)


def _named(names: PointNames) -> _Entry:
    return _entry(names.code, (names.code, names.vi, names.pinyin, names.hanzi), "", taught=False)


def _entry(code: str, names: Sequence[str], meanings: str, *, taught: bool) -> _Entry:
    same = frozenset(_folded(name) for name in names)
    others = (*other_codes(code), *NAME_ALIASES.get(code, ()))
    alias = {_folded(name) for name in others} | {_loose(name) for name in same}
    starts = [_folded(name[at:]) for name in names for at in _starts(name)]
    return _Entry(
        code,
        taught,
        frozenset(_exact(name) for name in names),
        same,
        frozenset(alias),
        tuple(dict.fromkeys(starts)),
        tuple(dict.fromkeys(_folded(word) for word in _WORDS.findall(meanings))),
    )


def _starts(name: str) -> list[int]:
    """Where the words of a name begin, but for the first."""
    return [match.start() for match in _WORDS.finditer(name)][1:]


def _exact(text: str) -> str:
    """With its marks, whichever way the computer writes them."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _folded(text: str) -> str:
    """Folded, and the characters in the simpler way of writing them."""
    return fold(text).translate(SIMPLER)


def _loose(folded: str) -> str:
    """Vietnamese writes i and y for one sound: ``thủ tam lý``, ``thủ tam lí``."""
    return folded.replace("y", "i")


def _toneless(folded: str) -> str:
    """``shen4shu4`` without the numbers of its tones; a code keeps its number."""
    if _NUMBERED_TONES.fullmatch(folded):
        return re.sub(r"\d", "", folded)
    return folded


def names_of(table: Mapping[str, Sequence[str]]) -> tuple[PointNames, ...]:
    """The names as the catalogue keeps them: Vietnamese, pinyin, characters by code."""
    return tuple(PointNames(code, *names) for code, names in table.items())
