"""Where the labels of a moving picture stood last: each goes with what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massage_trainer.widgets.plate.labels import Placed
    from massage_trainer.widgets.plate.shapes import Disc

_FORGOTTEN: Final = 400
# Looking everywhere for a place takes time: only where nothing moves, and so many at a time.
_NEW_AT_REST: Final = 2


class Kept(NamedTuple):
    """A label's words, and where its box stood from the middle of its mark."""

    text: str
    across: float
    down: float


class CalmLabels:
    """What one live picture remembers of its labels, also of those that are out of sight."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self.rests = True  # nothing moves: there is time to look for better places

    @property
    def searched(self) -> int:
        """For how many labels a place may be looked for everywhere."""
        if not self._kept:
            return _FORGOTTEN
        return _NEW_AT_REST if self.rests else 0

    def of(self, name: str) -> Kept | None:
        return self._kept.get(name)

    def remember(self, labels: Iterable[tuple[str, str, Disc, Placed]]) -> None:
        """Names, words and marks of the labels that stand in the picture now."""
        for name, text, mark, placed in labels:
            self._kept.pop(name, None)
            self._kept[name] = Kept(text, placed.box.left - mark.x, placed.box.top - mark.y)
        for old in list(self._kept)[: max(0, len(self._kept) - _FORGOTTEN)]:
            del self._kept[old]

    def forget(self) -> None:
        """Another picture, other labels."""
        self._kept.clear()
