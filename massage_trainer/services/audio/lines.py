"""Which line is spoken now, and which waits: speech never overlaps and is never stale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from massage_trainer.domain.speech.line import Line, Urgency

# A number or a time told later than that, in seconds, would be wrong.
STALE_S: Final = {Urgency.COUNT: 0.8, Urgency.TIME: 2.0}
STALE_ELSE_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Waiting:
    line: Line
    since: float


class LineQueue:
    """One line speaks, one waits."""

    def __init__(self) -> None:
        self.speaking: Line | None = None
        self._since = 0.0
        self._waiting: _Waiting | None = None

    def offer(self, line: Line, now: float) -> bool:
        """Whether the line cuts off what is spoken; else it waits, or is dropped.

        An older one that waits goes, unless it is the more urgent.
        """
        waiting = self._waiting
        if waiting is None or line.urgency >= waiting.line.urgency:
            self._waiting = _Waiting(line, now)
        return self.speaking is not None and line.urgency > self.speaking.urgency

    def take(self, now: float) -> Line | None:
        """The line to speak next."""
        waiting, self._waiting = self._waiting, None
        self.speaking = None
        if waiting is not None:
            self.speaking, self._since = waiting.line, waiting.since
            if self.is_stale(now):
                self.speaking = None
        return self.speaking

    def is_stale(self, now: float) -> bool:
        """Whether the line that was taken tells of another moment by now."""
        line = self.speaking
        return line is not None and now - self._since > STALE_S.get(line.urgency, STALE_ELSE_S)

    def clear(self) -> None:
        """Nothing waits."""
        self._waiting = None
