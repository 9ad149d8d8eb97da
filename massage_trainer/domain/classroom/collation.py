"""Words in the order of Vietnamese dictionaries: by the letters, then by the tone."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

# The 29 letters, with f, j, w and z of foreign names where Latin has them.
_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS: Final = {letter: rank for rank, letter in enumerate(_ALPHABET)}
# Marks that make another letter of the one before them.
_SHAPES: Final = {
    ("a", "\u0306"): "ă",
    ("a", "\u0302"): "â",
    ("e", "\u0302"): "ê",
    ("o", "\u0302"): "ô",
    ("o", "\u031b"): "ơ",
    ("u", "\u031b"): "ư",
}
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SUNG: Final = frozenset("aăâeêioôơuưy")
# Letters that do not come apart; eth is what some keyboards give for đ.
_FOREIGN: Final = str.maketrans(
    {"ð": "đ", "ɖ": "đ", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "þ": "th", "ı": "i"}
)
_DIGITS, _LETTERS, _OTHERS = range(3)


class WordKey(NamedTuple):
    """Compares a word with another: all letters first, then the tone, then other marks."""

    letters: tuple[tuple[int, int], ...]
    tones: tuple[int, ...]
    marks: str


def word_key(word: str) -> WordKey:
    """The key of one word; its case, hyphens and dots do not count, nor where the tone stands."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    marks: list[str] = []
    letter = ""
    for sign in unicodedata.normalize("NFD", word.casefold().translate(_FOREIGN)):
        if shape := _SHAPES.get((letter, sign)):
            letter = shape
            letters[-1] = (_LETTERS, _RANKS[shape])
        elif sign in _TONES and letter in _SUNG:
            tones.append(_TONES[sign])
        elif unicodedata.combining(sign):
            marks.append(sign)
        elif sign.isalnum():
            letter = sign
            letters.append(_rank(sign))
    return WordKey(tuple(letters), tuple(tones), "".join(marks))


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Compares numbers of students: ``SV2`` comes before ``SV10``."""
    parts: list[tuple[int, int, str]] = []
    digits, text = "", ""
    for sign in [*number.casefold().strip(), ""]:
        if sign.isdecimal():
            if text:
                parts.append((1, 0, text))
            digits, text = digits + sign, ""
        else:
            if digits:
                parts.append((0, int(digits), ""))
            digits, text = "", text + sign
    if text:
        parts.append((1, 0, text))
    return tuple(parts)


def _rank(sign: str) -> tuple[int, int]:
    if sign in _RANKS:
        return _LETTERS, _RANKS[sign]
    return (_DIGITS, ord(sign)) if sign.isdecimal() else (_OTHERS, ord(sign))
