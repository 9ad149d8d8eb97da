"""How finely moving pictures are drawn: chosen from how long the last ones took."""

from __future__ import annotations

from typing import Final

# Of the last pictures of one size; their middle counts, for one that was disturbed tells little.
_REMEMBERED: Final = 5
WISHED_MS: Final = 74.0  # with what comes around it, twelve a second
SLOWEST_MS: Final = 125.0  # fewer than eight a second are no movement any more
_ROOM: Final = 0.8  # finer again only if it will hardly have to be taken back
# Pictures before something finer is tried; longer after each time that it was taken back.
_PATIENCE, _MOST_PATIENCE = 12, 600


class Pace:
    """Levels count from 0, the finest."""

    def __init__(self, levels: int, wished_ms: float = WISHED_MS, first: int = 1) -> None:
        self._last = levels - 1
        self._wished_ms = wished_ms
        self.level = min(first, self._last)
        self._times: list[float] = []
        self._calm = 0
        self._patience = _PATIENCE
        self._came_finer = False

    def note(self, took_ms: float) -> None:
        """A picture of this level took so long."""
        self._times = [*self._times[-_REMEMBERED + 1 :], took_ms]
        if len(self._times) < 3:
            return
        middle = self.middle_ms
        if middle > self._wished_ms and self.level < self._last:
            if self._came_finer:
                self._patience = min(4 * self._patience, _MOST_PATIENCE)
            self._change(1)
        elif middle < _ROOM * self._wished_ms and self.level > 0:
            self._calm += 1
            if self._calm >= self._patience:
                self._change(-1)
        else:
            self._calm = 0

    @property
    def middle_ms(self) -> float:
        """How long pictures take now; 0 while nothing is known."""
        return sorted(self._times)[len(self._times) // 2] if self._times else 0.0

    @property
    def too_slow(self) -> bool:
        """Whether even the roughest pictures come too slowly."""
        known = len(self._times) == _REMEMBERED
        return known and self.level == self._last and self.middle_ms > SLOWEST_MS

    def _change(self, by: int) -> None:
        self.level += by
        self._times, self._calm = [], 0
        self._came_finer = by < 0
