"""Where the labels of a picture go: near what they name, never on it nor on one another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from massage_trainer.widgets.plate.shapes import Area, Box, Disc, crosses

_DIRECTIONS: Final = 24
_DISTANCES: Final = (1.0, 1.5, 2.1, 2.8, 3.6, 4.6, 5.8, 7.2, 9.0, 12.0, 16.0)
_AWAY_COST: Final = 2.2  # of turning back towards the middle of what is worked on
_STEEP_COST: Final = 0.7  # of a label above or below rather than beside
_GAP: Final = 4.0
_BEARABLE: Final = 2  # trouble for which no label is sent far away
_FAR: Final = 3.5  # of the label's height: rather near and over a zone than further away


class Wanted(NamedTuple):
    """A label that looks for a place: what it names, and how large it is.

    ``stride`` is the measure of its distance from the mark where the mark's size is none.
    """

    mark: Disc
    width: float
    height: float
    stride: float = 0.0


Leader = tuple[tuple[float, float], tuple[float, float]]


class Placed(NamedTuple):
    """A label in its place; the leader goes from the edge of its mark to the label."""

    box: Box
    leader: Leader


class LabelLayout:
    """Gives labels their places one after the other, the most important first.

    ``marks`` stay free of labels and of the leaders of others, ``taken`` of labels; ``lines``,
    then ``worked``, then ``zones`` and ``regions`` of labels too as long as there is room
    elsewhere.
    """

    def __init__(
        self,
        area: Box,
        marks: Sequence[Disc],
        taken: Sequence[Box] = (),
        worked: Sequence[Area] = (),
        lines: Sequence[Area] = (),
        zones: Sequence[Area] = (),
        regions: Sequence[Area] = (),
    ) -> None:
        self._area = area
        self._marks = tuple(marks)
        self._zones = tuple(zones)
        self._kept_free = (*zones, *regions), tuple(worked), tuple(lines)
        self._boxes = list(taken)
        self._leaders: list[Leader] = []

    def place(self, label: Wanted, longest: float = math.inf) -> Placed | None:
        """The best place that is free; None where there is none, or what it names is covered.

        ``longest`` is how long a leader may be.
        """
        return self.place_at_one([label], longest)

    def place_at_one(
        self, labels: Sequence[Wanted], longest: float = math.inf, others: Sequence[Area] = ()
    ) -> Placed | None:
        """A label that may name any of several marks, and never stands on one of the others."""
        found: Placed | None = None
        least = len(self._kept_free) + 2
        for label in labels:
            at = label.mark.x, label.mark.y
            if any(box.nearest(*at) == at for box in self._boxes):
                continue
            for place, trouble in self._better(label, least, longest, others):
                found, least = place, trouble
            if not least:
                break
        if found is not None:
            self._boxes.append(found.box)
            self._leaders.append(found.leader)
        return found

    def _better(
        self, label: Wanted, least: int, longest: float, others: Sequence[Area]
    ) -> Iterator[tuple[Placed, int]]:
        """Places with ever less trouble, down to none."""
        far = longest if longest < math.inf else _FAR * label.height
        for place in _candidates(label, self._area, self._marks):
            if place is None:
                if least <= _BEARABLE:
                    return
                continue
            if math.dist(*place.leader) > (longest if least > 1 else far):
                continue  # nor would it be better than what was found
            if not self._has_room(place.box) or any(o.meets(place.box) for o in others):
                continue
            trouble = self._trouble(place, others, far)
            if trouble < least and self._is_free(place, label):
                yield place, trouble
                least = trouble
                if not trouble:
                    return

    def _trouble(self, place: Placed, others: Sequence[Area], far: float) -> int:
        """0: none; 1: far, or its leader in the way; 2: on an area; 3: on a point; 4: on a line."""
        for number in range(len(self._kept_free), 0, -1):
            if any(area.meets(place.box) for area in self._kept_free[number - 1]):
                return number + 1
        crossed = *(others or self._zones), *self._kept_free[-1]
        away = math.dist(*place.leader) > far
        return int(away or any(area.is_crossed(*place.leader) for area in crossed))

    def _has_room(self, box: Box) -> bool:
        room = box.grown(_GAP)
        if any(other.meets(room) for other in self._boxes):
            return False
        return not any(mark.meets(box) for mark in self._marks)

    def _is_free(self, place: Placed, label: Wanted) -> bool:
        start, end = place.leader
        room = place.box.grown(_GAP)
        if any(box.is_crossed(start, end) for box in self._boxes):
            return False
        if any(mark != label.mark and mark.is_crossed(start, end) for mark in self._marks):
            return False
        if any(room.is_crossed(*leader) for leader in self._leaders):
            return False
        return not any(crosses(start, end, *leader) for leader in self._leaders)


def _candidates(label: Wanted, area: Box, marks: Sequence[Disc]) -> Iterator[Placed | None]:
    """Places inside the area, the best first: near, beside, and away from the other marks.

    None stands between those that are near and all others.
    """
    mark = label.mark
    home = _middle(marks, mark)
    out = mark.x - home[0], mark.y - home[1]
    length = math.hypot(*out)
    rated = []
    for step in range(_DIRECTIONS):
        angle = 2 * math.pi * step / _DIRECTIONS
        way = math.cos(angle), math.sin(angle)
        back = 0.0
        if length > 1:
            back = (1 - (way[0] * out[0] + way[1] * out[1]) / length) / 2
        turn = 1 + _AWAY_COST * back + _STEEP_COST * abs(way[1])
        rated += [(turn * (distance + 0.6), way, distance) for distance in _DISTANCES]
    for _, way, distance in sorted(rated):
        reach = mark.radius + (label.stride or mark.radius) * distance
        left = mark.x + way[0] * reach + (way[0] - 1) / 2 * label.width
        top = mark.y + way[1] * reach + (way[1] - 1) / 2 * label.height
        # At an edge of the area a label gives way along it.
        left = max(area.left, min(left, area.right - label.width))
        top = max(area.top, min(top, area.bottom - label.height))
        box = Box(left, top, label.width, label.height)
        if area.holds(box) and box.distance(mark.x, mark.y) > mark.radius:
            yield Placed(box, _leader(mark, box))
    yield None
    if not label.stride:  # else it has other marks to go to
        yield from sorted(_anywhere(label, area), key=lambda place: math.dist(*place.leader))


def _anywhere(label: Wanted, area: Box) -> Iterator[Placed]:
    """All over the area, where the neighbourhood is full."""
    top = area.top
    while top + label.height <= area.bottom:
        left = area.left
        while left + label.width <= area.right:
            box = Box(left, top, label.width, label.height)
            yield Placed(box, _leader(label.mark, box))
            left += max(8.0, label.width / 3)
        top += max(4.0, label.height / 2)


def _middle(marks: Sequence[Disc], own: Disc) -> tuple[float, float]:
    if not marks:
        return own.x, own.y
    return (
        sum(mark.x for mark in marks) / len(marks),
        sum(mark.y for mark in marks) / len(marks),
    )


def _leader(mark: Disc, box: Box) -> Leader:
    """From the edge of the mark to the nearest place of the box."""
    end = box.nearest(mark.x, mark.y)
    way = end[0] - mark.x, end[1] - mark.y
    length = math.hypot(*way)
    if length <= mark.radius:
        return end, end
    share = mark.radius / length
    return (mark.x + way[0] * share, mark.y + way[1] * share), end
