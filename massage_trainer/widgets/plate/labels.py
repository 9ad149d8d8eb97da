"""Where the labels of a picture go: near what they name, never on it nor on one another."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final, NamedTuple

from massage_trainer.widgets.plate.shapes import Area, Box, Disc, crosses

_DIRECTIONS: Final = 24
_DISTANCES: Final = (1.0, 1.5, 2.1, 2.8, 3.6, 4.6, 5.8, 7.2, 9.0, 12.0, 16.0)
_AWAY_COST: Final = 2.2  # of turning back towards the middle of what is worked on
_STEEP_COST: Final = 0.7  # of a label above or below rather than beside
_GAP: Final = 4.0
_BEARABLE: Final = 2  # trouble for which no label is sent far away
_FAR: Final = 3.5  # of the label's height: rather near and over a zone than further away
_BESIDE: Final = (0.5, 1.4, 2.6)  # of the label's height
_ROUND: Final = ((1, 0), (1, 0.7), (1, -0.7), (-1, 0), (0, 1), (0, -1), (-1, 0.7), (-1, -0.7))
_ROW: Final = 48
_NOTHING: Final[tuple[list[Box], list[Disc]]] = ([], [])
_PUSHES: Final = 4  # out of the way of one thing after the other
_MOST_PUSH: Final = 1.6  # of the label's height, from one picture to the next
_MOST_AWAY: Final = 9.0  # of the label's height: its leader would be too long
Place = tuple[float, float]
_Rated = tuple[float, Place, float]  # what it costs, the way, the distance
# Left and top of a label, where its leader would end, and how long that would be.
_Spot = tuple[float, float, float, float, float]
_ANGLES: Final = tuple(2 * math.pi * step / _DIRECTIONS for step in range(_DIRECTIONS))
_WAYS: Final = tuple(
    ((math.cos(angle), math.sin(angle)), _STEEP_COST * abs(math.sin(angle))) for angle in _ANGLES
)
_FAR_AWAY: Final = tuple((distance, distance + 0.6) for distance in _DISTANCES)
_IN_THE_MIDDLE: Final[Sequence[_Rated]] = sorted(
    ((1 + steep) * far, way, distance) for way, steep in _WAYS for distance, far in _FAR_AWAY
)


class Wanted(NamedTuple):
    """A label that looks for a place: what it names, and how large it is.

    ``stride`` is the measure of its distance from the mark where the mark's size is none.
    """

    mark: Disc
    width: float
    height: float
    stride: float = 0.0


Leader = tuple[Place, Place]


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
        self._rows: dict[int, tuple[list[Box], list[Disc]]] = {}
        self._sorted = 0  # boxes that stand in their rows

    def keep(self, label: Wanted, across: float, down: float) -> Placed | None:
        """The place so far from the mark where the label stood before, or one close to it.

        None where other things have come so near that it has to be placed anew.
        """
        (x, y, radius), width, height, _ = label
        left, top = self._inside(x + across, y + down, width, height)
        for _ in range(_PUSHES):
            push = self._push(left, top, width, height)
            if push is None:
                break
            left, top = self._inside(left + push[0], top + push[1], width, height)
        else:
            if self._push(left, top, width, height) is not None:
                return None
        gone = math.hypot(left - x - across, top - y - down)
        box = Box(left, top, width, height)
        away = box.distance(x, y) - radius
        if gone > _MOST_PUSH * height or away < 0 or away > _MOST_AWAY * height:
            return None
        placed = Placed(box, _leader(label.mark, box))
        self._boxes.append(box)
        self._leaders.append(placed.leader)
        return placed

    def beside(self, label: Wanted) -> Placed | None:
        """A place close to the mark, found quickly; None where there is none."""
        (x, y, radius), width, height, _ = label
        home = _middle(self._marks, label.mark)
        side = 1 if x >= home[0] else -1
        for away in _BESIDE:
            reach = radius + away * height
            for across, down in _ROUND:
                turned = side * across
                left = x + turned * reach + (turned - 1) / 2 * width
                top = y + down * reach + (down - 1) / 2 * height
                box = Box(left, top, width, height)
                if self._area.holds(box) and self._push(*box) is None:
                    placed = Placed(box, _leader(label.mark, box))
                    if self._is_free(placed, label):
                        self._boxes.append(box)
                        self._leaders.append(placed.leader)
                        return placed
        return None

    def _inside(self, left: float, top: float, width: float, height: float) -> Place:
        area = self._area
        return (
            max(area.left, min(left, area.right - width)),
            max(area.top, min(top, area.bottom - height)),
        )

    def _push(self, left: float, top: float, width: float, height: float) -> Place | None:
        """The shortest way out of what a box stands on; None where it stands on nothing."""
        right, bottom = left + width, top + height
        for row in range(int(top - _GAP) // _ROW, int(bottom + _GAP) // _ROW + 1):
            boxes, marks = self._row(row)
            for x, y, wide, high in boxes:
                east, west = x + wide + _GAP - left, x - _GAP - right
                south, north = y + high + _GAP - top, y - _GAP - bottom
                if east > 0 > west and south > 0 > north:
                    return _shortest(east, west, south, north)
            for x, y, radius in marks:
                across = left - x if x < left else right - x if x > right else 0.0
                down = top - y if y < top else bottom - y if y > bottom else 0.0
                if across * across + down * down < radius * radius:
                    reach = radius + 0.1
                    return _shortest(
                        x + reach - left, x - reach - right, y + reach - top, y - reach - bottom
                    )
        return None

    def _row(self, row: int) -> tuple[list[Box], list[Disc]]:
        """What reaches into a strip of the area: of many labels few are near each other."""
        if self._sorted < len(self._boxes) or not self._rows:
            if not self._rows:
                for mark in self._marks:
                    for at in _strips(mark.y - mark.radius, mark.y + mark.radius):
                        self._rows.setdefault(at, ([], []))[1].append(mark)
            for box in self._boxes[self._sorted :]:
                for at in _strips(box.top - _GAP, box.bottom + _GAP):
                    self._rows.setdefault(at, ([], []))[0].append(box)
            self._sorted = len(self._boxes)
        return self._rows.get(row, _NOTHING)

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
        (x, y, radius), width, height, _ = label
        far = longest if longest < math.inf else _FAR * height
        for spot in _candidates(label, self._area, self._marks):
            if spot is None:
                if least <= _BEARABLE:
                    return
                continue
            left, top, near_x, near_y, away = spot
            if away > (longest if least > 1 else far):
                continue  # nor would it be better than what was found
            if not self._has_room(left, top, width, height):
                continue
            box = Box(left, top, width, height)
            if _meets(box, others):
                continue
            share = radius / (radius + away)
            start = x + (near_x - x) * share, y + (near_y - y) * share
            place = Placed(box, (start, (near_x, near_y)))
            trouble = self._trouble(place, others, is_far=away > far)
            if trouble < least and self._is_free(place, label):
                yield place, trouble
                least = trouble
                if not trouble:
                    return

    def _trouble(self, place: Placed, others: Sequence[Area], *, is_far: bool) -> int:
        """0: none; 1: far, or its leader in the way; 2: on an area; 3: on a point; 4: on a line."""
        box, leader = place
        for number in range(len(self._kept_free), 0, -1):
            if _meets(box, self._kept_free[number - 1]):
                return number + 1
        crossed = *(others or self._zones), *self._kept_free[-1]
        return int(is_far or any(area.is_crossed(*leader) for area in crossed))

    def _has_room(self, left: float, top: float, width: float, height: float) -> bool:
        # Asked for every place that is tried: loops, without a new box for each question.
        right, bottom = left + width, top + height
        room_left, room_top = left - _GAP, top - _GAP
        room_right, room_bottom = right + _GAP, bottom + _GAP
        for x, y, wide, high in self._boxes:
            if x < room_right and room_left < x + wide and y < room_bottom and room_top < y + high:
                return False
        for x, y, radius in self._marks:
            across = left - x if x < left else right - x if x > right else 0.0
            down = top - y if y < top else bottom - y if y > bottom else 0.0
            if across * across + down * down < radius * radius:
                return False
        return True

    def _is_free(self, place: Placed, label: Wanted) -> bool:
        start, end = place.leader
        if any(box.is_crossed(start, end) for box in self._boxes):
            return False
        if any(mark != label.mark and mark.is_crossed(start, end) for mark in self._marks):
            return False
        if not self._leaders:
            return True
        room = place.box.grown(_GAP)
        if any(room.is_crossed(*leader) for leader in self._leaders):
            return False
        return not any(crosses(start, end, *leader) for leader in self._leaders)


def _strips(top: float, bottom: float) -> range:
    return range(int(top) // _ROW, int(bottom) // _ROW + 1)


def _shortest(right: float, left: float, down: float, up: float) -> Place:
    best = min(right, -left, down, -up)
    if best == down:
        return (0.0, down)
    if best == -up:
        return (0.0, up)
    return (right, 0.0) if best == right else (left, 0.0)


def _meets(box: Box, areas: Sequence[Area]) -> bool:
    for area in areas:  # noqa: SIM110 - any() takes twice as long, asked so often
        if area.meets(box):
            return True
    return False


def _candidates(label: Wanted, area: Box, marks: Sequence[Disc]) -> Iterator[_Spot | None]:
    """Places inside the area, the best first: near, beside, and away from the other marks.

    None stands between those that are near and all others. Most are never taken, so they are
    plain numbers.
    """
    (x, y, radius), width, height, stride = label
    home = _middle(marks, label.mark)
    unit = stride or radius
    least_left, least_top, *_ = area
    area_right, area_bottom = area.right, area.bottom
    most_left, most_top = area_right - width, area_bottom - height
    for _, (across, down), distance in _rated((x - home[0], y - home[1])):
        reach = radius + unit * distance
        left = x + across * reach + (across - 1) / 2 * width
        top = y + down * reach + (down - 1) / 2 * height
        # At an edge of the area a label gives way along it.
        left = most_left if left > most_left else left
        left = least_left if left < least_left else left
        top = most_top if top > most_top else top
        top = least_top if top < least_top else top
        right, bottom = left + width, top + height
        if right > area_right or bottom > area_bottom:
            continue
        near_x = left if x < left else right if x > right else x
        near_y = top if y < top else bottom if y > bottom else y
        away = math.hypot(near_x - x, near_y - y) - radius
        if away > 0:
            yield left, top, near_x, near_y, away
    yield None
    if not stride:  # else it has other marks to go to
        yield from sorted(_anywhere(label, area), key=itemgetter(4))


def _rated(out: Place) -> Sequence[_Rated]:
    """Ways and distances, the best first, for a mark that lies ``out`` of the middle of all."""
    length = math.hypot(*out)
    if length <= 1:
        return _IN_THE_MIDDLE
    rated: list[_Rated] = []
    for way, steep in _WAYS:
        back = (1 - (way[0] * out[0] + way[1] * out[1]) / length) / 2
        turn = 1 + _AWAY_COST * back + steep
        rated += [(turn * far, way, distance) for distance, far in _FAR_AWAY]
    rated.sort()
    return rated


def _anywhere(label: Wanted, area: Box) -> Iterator[_Spot]:
    """All over the area, where the neighbourhood is full."""
    (x, y, radius), width, height, _ = label
    top = area.top
    while top + height <= area.bottom:
        left = area.left
        while left + width <= area.right:
            near_x, near_y = min(max(x, left), left + width), min(max(y, top), top + height)
            away = math.hypot(near_x - x, near_y - y) - radius
            if away > 0:
                yield left, top, near_x, near_y, away
            left += max(8.0, width / 3)
        top += max(4.0, height / 2)


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
