"""Which presses count: contacts bounce, and elbows hit two keys at once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from massage_trainer.domain.protocol import Milliseconds

MERGE_MS: Final = 250
HOLD_MS: Final = 600
TYPING_MS: Final = 1_000  # how long the second digit of a line may take


class Presses:
    """Counts presses within ``merge_ms`` of each other once; time is given to it.

    What stops is never lost to another key pressed just before, and neither is a digit.
    """

    def __init__(self, merge_ms: Milliseconds = MERGE_MS) -> None:
        self.merge_ms = merge_ms
        self._seen: dict[Hashable, Milliseconds] = {}
        self._last_ms: Milliseconds | None = None

    def count(self, what: Hashable, at_ms: Milliseconds, *, always: bool = False) -> bool:
        """Whether this press counts; ``always``: only a press of the same key can swallow it."""
        same = self._is_near(self._seen.get(what), at_ms)
        other = not always and self._is_near(self._last_ms, at_ms)
        self._seen[what] = self._last_ms = at_ms
        return not same and not other

    def _is_near(self, before_ms: Milliseconds | None, at_ms: Milliseconds) -> bool:
        return before_ms is not None and at_ms - before_ms < self.merge_ms


class TypedLine:
    """Digits typed one after the other become the number of a line of the step list."""

    def __init__(self) -> None:
        self._number = 0

    @property
    def is_open(self) -> bool:
        """Whether another digit may follow."""
        return self._number > 0

    def type(self, digit: int, lines: int) -> int | None:
        """Take one more digit; the line from 1 once no other can be meant, else None."""
        number = self._number * 10 + digit
        self._number = number if 0 < number * 10 <= lines else 0
        return None if self.is_open or not 0 < number <= lines else number

    def end(self) -> int | None:
        """Nothing more was typed: the line that was meant."""
        number, self._number = self._number, 0
        return number or None
