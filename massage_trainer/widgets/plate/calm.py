"""Where the labels of a moving picture stood last: each goes with what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from massage_trainer.widgets.plate.labels import LabelLayout, Placed, Wanted
    from massage_trainer.widgets.plate.shapes import Disc

_FORGOTTEN: Final = 400
# Looking everywhere for a place takes time: only where nothing moves, and so many at a time.
_NEW_AT_REST: Final = 2
# Nor is there always room beside the mark: in a picture that moves so many look for it.
_NEW_BESIDE: Final = 4
_BESIDE_AT_REST: Final = 60


# Name, words, room, and whether it is one of many that may go without a name.
Wish: TypeAlias = "tuple[str, str, Wanted, bool]"


class Kept(NamedTuple):
    """A label's words, and where its box stood from the middle of its mark."""

    text: str
    across: float
    down: float


class CalmLabels:
    """What one live picture remembers of its labels, also of those that are out of sight."""

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._turn = 0
        self.rests = True  # nothing moves: there is time to look for better places

    @property
    def searched(self) -> int:
        """For how many labels a place may be looked for everywhere."""
        if not self._kept:
            return _FORGOTTEN
        return _NEW_AT_REST if self.rests else 0

    @property
    def looking(self) -> int:
        """How many labels may look for a place beside their mark."""
        if not self._kept:
            return _FORGOTTEN
        return _BESIDE_AT_REST if self.rests else _NEW_BESIDE

    def turn(self) -> int:
        """Counts pictures, so that of many without a place others look for one each time."""
        self._turn += 1
        return self._turn

    def placed(self, layout: LabelLayout, wishes: Sequence[Wish]) -> dict[str, Placed]:
        """Labels by their names: beside what they name where they stood before, else close by."""
        found: dict[str, Placed] = {}
        texts = {name: (text, wanted.mark) for name, text, wanted, _ in wishes}
        new: list[Wish] = []
        for wish in wishes:
            kept = self._kept.get(wish[0])
            placed = layout.keep(wish[2], kept.across, kept.down) if kept else None
            if placed is None:
                new.append(wish)
            else:
                found[wish[0]] = placed
        searched, first = self.searched, self.turn() * self.looking
        few = [wish for wish in new if not wish[3]]
        many = [wish for wish in new if wish[3]]
        start = first % len(many) if len(many) > self.looking else 0
        for name, _, wanted, is_many in (*few, *(many[start:] + many[:start])[: self.looking]):
            placed = layout.beside(wanted)
            if placed is None and searched and not is_many:
                searched -= 1
                placed = layout.place(wanted)
            if placed is not None:
                found[name] = placed
        self.remember((name, *texts[name], placed) for name, placed in found.items())
        return found

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
