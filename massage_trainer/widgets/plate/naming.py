"""Which names stand on a picture, and where: of points, landmarks and zones."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.plate.labels import LabelLayout, Placed, Wanted
from massage_trainer.widgets.plate.marks import TICK_REACH
from massage_trainer.widgets.plate.patches import Patch, patch_of
from massage_trainer.widgets.plate.shapes import Area, Box, Chain, Disc

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Run, Spot
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel
    from massage_trainer.widgets.plate.calm import CalmLabels
    from massage_trainer.widgets.plate.lines import Measured
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.plate.words import PlateWords

_WORKED_CUN: Final = 0.8  # around a point, kept free of labels where there is room
_MARGIN: Final = 4.0
_LINE_ROOM: Final = 5.0  # on each side of a measuring line
_ZONE_DOT: Final = 3.0  # where the leader of its name ends inside a zone
_ZONE_LEADER: Final = 0.4  # how long the leader of a zone may be, in heights of the sheet
_ZONE_STRIDE: Final = 0.5  # of the letters
_ZONE_ANCHORS: Final = 3  # places of a zone that its name may point to
_LEAST_NUMBER: Final = 11
_LEAST_OUTLINE: Final = 3


class Kind(NamedTuple):
    """How a label looks, and which comes first."""

    order: int
    name: str


ACTIVE: Final = Kind(0, "active")
LANDMARK: Final = Kind(1, "landmark")
POINT: Final = Kind(2, "point")
TWIN: Final = Kind(3, "twin")
ZONE: Final = Kind(4, "zone")
AROUND: Final = Kind(5, "around")  # what may go without a name: landmarks and guides


class Fonts(NamedTuple):
    """The letters on a picture."""

    plain: QFont
    bold: QFont
    numbers: QFont

    @classmethod
    def of(cls, font: QFont) -> Fonts:
        least = min(_LEAST_NUMBER, font.pixelSize())  # of a small copy all letters are small
        numbers = sized(font, max(least, round(font.pixelSize() * 0.86)))
        numbers.setWeight(QFont.Weight.DemiBold)
        return cls(font, sized(font, font.pixelSize(), QFont.Weight.DemiBold), numbers)

    def of_label(self, kind: Kind, *, strong_zones: bool) -> QFont:
        if kind is AROUND or (kind is ZONE and not strong_zones):
            return self.numbers
        return self.bold if kind is ACTIVE else self.plain


class Label(NamedTuple):
    """A label in its place."""

    kind: Kind
    text: str
    placed: Placed
    name: str = ""  # whose it is
    mark: Disc = Disc(0, 0, 0)


class Dot(NamedTuple):
    """A ring on the screen."""

    mark: Mark
    x: float
    y: float
    radius: float

    @property
    def disc(self) -> Disc:
        return Disc(self.x, self.y, self.radius * TICK_REACH + 2)


class Landmark(NamedTuple):
    """A landmark on the screen."""

    name: str
    x: float
    y: float
    disc: Disc
    side: Side = Side.MIDLINE
    is_asked: bool = True  # else it is one of many


class _Asked(NamedTuple):
    """A label before it has a place."""

    kind: Kind
    texts: tuple[str, ...]  # the longest first
    discs: tuple[Disc, ...]  # the places that it may name, the best first
    name: str = ""
    others: tuple[Patch, ...] = ()  # what it would seem to name if it stood there


class Naming:
    """Finds the labels of one view."""

    def __init__(
        self, model: PlateViewModel, words: PlateWords, view: Viewport, fonts: Fonts
    ) -> None:
        self._model = model
        self._words = words
        self._view = view
        self._fonts = fonts
        self._area = Box(*view[:4]).grown(-_MARGIN)

    def labels(
        self,
        dots: Sequence[Dot],
        landmarks: Sequence[Landmark],
        measured: Sequence[Measured],
        answer: Disc | None,
        covered: Sequence[Box],
    ) -> tuple[Label, ...]:
        """The names of everything; where there is little room, as many as can be."""
        patches = self._patches()
        asked = [*self._points(dots), *self._landmarks(landmarks), *self._zones(patches, covered)]
        asked.sort(key=lambda label: label.kind.order)
        rings = [dot.disc for dot in dots] + [landmark.disc for landmark in landmarks]
        if answer:
            rings.append(answer)
        worked = [
            Disc(dot.x, dot.y, cun_on_screen(dot.mark.spot, self._view) * _WORKED_CUN)
            for dot in dots
            if dot.mark.active
        ]
        zones = [patch for pieces in patches.values() for patch in pieces]
        lines = list(self._lines(measured))
        places = self._model.places
        regions = [self._patch(runs) for runs in (places.regions if places else {}).values()]
        landmarks_first = sorted(asked, key=lambda label: label.kind is not LANDMARK)
        tries: list[tuple[Label, ...]] = []
        orders = [(asked, zones), (landmarks_first, zones), (asked, ())]
        if not landmarks:
            del orders[1]  # the same once more
        for order, kept_free in orders:
            layout = LabelLayout(self._area, rings, covered, worked, lines, kept_free, regions)
            tries.append(tuple(self._place(layout, order)))
            if self._named(tries[-1]) == self._named(asked):
                break
        return max(tries, key=self._named)

    def kept(
        self,
        dots: Sequence[Dot],
        landmarks: Sequence[Landmark],
        measured: Sequence[Measured],
        answer: Disc | None,
        covered: Sequence[Box],
        calm: CalmLabels,
    ) -> tuple[Label, ...]:
        """The same in a picture that moves: labels stay beside what they name.

        Only what has no place any more, or never had one, is placed anew.
        """
        asked = [*self._points(dots), *self._landmarks(landmarks), *self._zones_held(calm)]
        asked += self._guides()
        asked.sort(key=lambda label: (label.kind.order, calm.of(label.name) is None))
        rings = [dot.disc for dot in dots] + [landmark.disc for landmark in landmarks]
        if answer:
            rings.append(answer)
        layout = LabelLayout(self._area, rings, covered, lines=list(self._lines(measured)))
        found: list[Label] = []
        homeless: list[_Asked] = []
        for label in asked:
            held = self._held(layout, label, calm)
            if held is None:
                homeless.append(label)
            else:
                found.append(held)
        lost: list[_Asked] = []
        start = calm.turn() * calm.looking % len(homeless) if len(homeless) > calm.looking else 0
        for label in (homeless[start:] + homeless[:start])[: calm.looking]:
            beside = self._beside(layout, label)
            if beside is not None:
                found.append(beside)
            elif label.kind is not AROUND:
                lost.append(label)
        found += self._place(layout, lost[: calm.searched])
        return tuple(found)

    def _beside(self, layout: LabelLayout, label: _Asked) -> Label | None:
        for text in label.texts:
            wanted = Wanted(label.discs[0], *self._size(text, label.kind))
            if placed := layout.beside(wanted):
                return Label(label.kind, text, placed, label.name, label.discs[0])
        return None

    def _held(self, layout: LabelLayout, label: _Asked, calm: CalmLabels) -> Label | None:
        kept = calm.of(label.name)
        if kept is None or kept.text not in label.texts:
            return None
        width, height, stride = self._size(kept.text, label.kind)
        wanted = Wanted(label.discs[0], width, height, stride)
        placed = layout.keep(wanted, kept.across, kept.down)
        return placed and Label(label.kind, kept.text, placed, label.name, label.discs[0])

    def _guides(self) -> Iterator[_Asked]:
        """Each line is named once for each side where it is seen."""
        named: set[tuple[str, Side]] = set()
        for guide in self._model.extras.guides if self._model.extras else ():
            if not guide.name or guide.named is None or (guide.name, guide.side) in named:
                continue
            named.add((guide.name, guide.side))
            is_channel = guide.layer is StageLayer.CHANNELS
            text = guide.name if is_channel else self._words.landmark(guide.name)
            x, y = self._view.to_screen(guide.named)
            disc = Disc(x, y, _ZONE_DOT)
            yield _Asked(AROUND, (text,), (disc,), f"guide {guide.name} {guide.side.value}")

    def _zones_held(self, calm: CalmLabels) -> Iterator[_Asked]:
        """Each zone once, by the middle of the larger part that is seen of it."""
        best: dict[str, tuple[float, Disc]] = {}
        for zone, runs in self._model.zones:
            outline = [self._view.to_screen(point) for run in runs for point in run.points]
            inside = [at for at in outline if self._view.contains(*at)]
            if len(inside) < _LEAST_OUTLINE:
                continue
            size, x, y = _middle(inside)
            known = calm.of(f"zone {zone}") is not None
            if size > best.get(zone, (0.0, None))[0] and (known or size > 0):
                best[zone] = (size, Disc(x, y, _ZONE_DOT))
        for zone, (_, disc) in best.items():
            yield _Asked(ZONE, (self._words.zone(zone),), (disc,), f"zone {zone}")

    def _named(self, labels: Sequence[Label | _Asked]) -> tuple[int, int]:
        """How many points and landmarks, and how many zones that nothing else would name."""
        zones = sum(label.kind is ZONE for label in labels)
        return len(labels) - zones, 0 if self._model.zones_wanted else zones

    def _place(self, layout: LabelLayout, asked: Sequence[_Asked]) -> Iterator[Label]:
        for label in asked:
            is_zone = label.kind is ZONE
            longest = self._view.height * _ZONE_LEADER if is_zone else math.inf
            for text in label.texts:
                width, height, stride = self._size(text, label.kind)
                wanted = [Wanted(disc, width, height, stride) for disc in label.discs]
                if found := layout.place_at_one(wanted, longest, label.others):
                    mark = min(label.discs, key=lambda disc: _gap(disc, found))
                    yield Label(label.kind, text, found, label.name, mark)
                    break

    def _points(self, dots: Sequence[Dot]) -> Iterator[_Asked]:
        measuring = {mark for mark, _ in self._model.lines}
        for dot in dots:
            mark = dot.mark
            name = self._words.point(mark.code)
            if mark.active or mark == self._model.chosen:
                texts = [name, mark.code]
                if measured := self._words.measured(mark) if mark in measuring else "":
                    texts.insert(0, f"{name} · {measured}")
                kind = ACTIVE if mark.active else POINT
            elif mark.code == self._model.wish.active:
                kind, texts = TWIN, [mark.code]
            else:
                kind, texts = POINT, [name, mark.code]
            yield _Asked(kind, tuple(texts), (dot.disc,), f"{mark.key} {mark.side.value}")

    def _landmarks(self, landmarks: Sequence[Landmark]) -> Iterator[_Asked]:
        for landmark in landmarks:
            words = self._words.landmark(landmark.name)
            at = landmark.side.value
            kind = LANDMARK if landmark.is_asked else AROUND
            yield _Asked(kind, (words,), (landmark.disc,), f"landmark {landmark.name} {at}")

    def _zones(
        self, patches: Mapping[str, Sequence[Patch]], covered: Sequence[Box]
    ) -> Iterator[_Asked]:
        """Each zone is named once, on the side where most of it is seen if that can be."""
        for zone, pieces in patches.items():
            others = (patch for other in patches if other != zone for patch in patches[other])
            discs = tuple(
                Disc(x, y, _ZONE_DOT)
                for patch in pieces
                for x, y in patch.anchors(2 * _ZONE_DOT, _ZONE_ANCHORS)
                if not any(box.distance(x, y) < _ZONE_DOT for box in covered)
            )
            if discs:
                name = f"zone {zone}"
                yield _Asked(ZONE, (self._words.zone(zone),), discs, name, tuple(others))

    def _patches(self) -> dict[str, list[Patch]]:
        """What is seen of the zones; the largest first, and the pieces of each, too."""
        found: dict[str, list[Patch]] = {}
        for zone, runs in self._model.zones:
            patch = self._patch(runs)
            if patch.rows:
                found.setdefault(zone, []).append(patch)
        for pieces in found.values():
            pieces.sort(key=lambda patch: -patch.size)
        return dict(sorted(found.items(), key=lambda each: -each[1][0].size))

    def _patch(self, runs: Sequence[Run]) -> Patch:
        outline = [self._view.to_screen(point) for run in runs for point in run.points]
        return patch_of(outline, self._area)

    def _lines(self, measured: Sequence[Measured]) -> Iterator[Area]:
        number = self._fonts.numbers.pixelSize() * 0.6
        for line in measured:
            for leg in line.legs:
                yield Chain.of([(point.x(), point.y()) for point in leg], _LINE_ROOM)
            yield from (Disc(place.x(), place.y(), number) for place, _ in line.numbers)

    def _size(self, text: str, kind: Kind) -> tuple[float, float, float]:
        """Width and height of a label, and its stride."""
        font = self._fonts.of_label(kind, strong_zones=self._model.zones_wanted)
        size = font.pixelSize()
        width = QFontMetricsF(font).horizontalAdvance(text) + 0.9 * size
        return width, size * 1.62, _ZONE_STRIDE * size if kind is ZONE else 0.0


def _gap(disc: Disc, placed: Placed) -> float:
    """How far a leader begins from the edge of a mark."""
    (x, y), _ = placed.leader
    return abs(math.hypot(x - disc.x, y - disc.y) - disc.radius)


def _middle(outline: Sequence[tuple[float, float]]) -> tuple[float, float, float]:
    """Twice the area of an outline, and the middle of what it encloses."""
    area = across = down = 0.0
    for (x, y), (to_x, to_y) in pairwise((*outline, outline[0])):
        part = x * to_y - to_x * y
        area += part
        across += (x + to_x) * part
        down += (y + to_y) * part
    if abs(area) < 1.0:
        return 0.0, outline[0][0], outline[0][1]
    return abs(area), across / (3 * area), down / (3 * area)


def cun_on_screen(spot: Spot, view: Viewport) -> float:
    """One cun on the screen, the longer way of the two."""
    return max(math.hypot(*view.step(way)) for way in (spot.across, spot.along))
