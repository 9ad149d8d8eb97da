"""Draws lots: the same seed gives the same on every machine and in every version of Python."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final, TypeVar

# Stands in every hash and in every printed paper: another way of drawing gets another name.
GENERATOR: Final = "massage-trainer-exam-1"
_WORD_BYTES: Final = 8
_WORDS: Final = 2 ** (8 * _WORD_BYTES)

Item = TypeVar("Item")


class Draw:
    """A row of whole numbers that belongs to a seed and a key, and to nothing else.

    Word number ``n`` is the first eight bytes, read from the highest, of the SHA-256 of
    ``GENERATOR/seed/key/n`` as UTF-8; the key's parts are joined by slashes.
    """

    def __init__(self, seed: int, *key: str | int) -> None:
        self._prefix = "/".join((GENERATOR, str(seed), *map(str, key)))
        self._next = 0

    def word(self) -> int:
        """The next number below two to the 64th."""
        digest = sha256(f"{self._prefix}/{self._next}".encode()).digest()
        self._next += 1
        return int.from_bytes(digest[:_WORD_BYTES], "big")

    def below(self, limit: int) -> int:
        """A number from 0 to below ``limit``, each as likely: words of the odd rest are dropped."""
        most = _WORDS - _WORDS % limit
        while (word := self.word()) >= most:
            pass
        return word % limit

    def shuffled(self, items: Iterable[Item]) -> list[Item]:
        """All of them in another order (Fisher and Yates, from the end)."""
        found = list(items)
        for last in range(len(found) - 1, 0, -1):
            other = self.below(last + 1)
            found[last], found[other] = found[other], found[last]
        return found
