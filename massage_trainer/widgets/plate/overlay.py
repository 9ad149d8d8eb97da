"""Puts together everything that is drawn over a picture for one view of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import Sight
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.plate.labels import Box, Disc, LabelLayout, Placed, Wanted
from massage_trainer.widgets.plate.lines import (
    Measured,
    draw_measured,
    draw_zone,
    measure,
    size_of,
    zone_middle,
    zone_path,
)
from massage_trainer.widgets.plate.marks import (
    TICK_REACH,
    draw_cross,
    draw_diamond,
    draw_label,
    draw_leader,
    draw_ring,
)

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Spot
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.plate.words import PlateWords
    from massage_trainer.widgets.theme import Theme

_RING_SHARE: Final = 0.024  # of the height of the sheet
_MOST_RING: Final = 20.0
_LEAST_RING: Final = 7.0
_RING_CUN: Final = 0.5  # a ring is no larger than the place a finger may be for it
_SMALLEST_RING: Final = 4.0  # where points lie close together
_ROOM_BETWEEN: Final = 0.42  # of the way to the next point
_WORKED_CUN: Final = 0.8  # around a point, kept free of labels where there is room
_MARGIN: Final = 4.0
_LEAST_NUMBER: Final = 11
_ZONE_DOT: Final = 4.0  # where the leader of its name ends inside a large zone
_ZONE_LEADER: Final = 0.25  # how long the leader of a zone may be, in heights of the sheet
_SMALL_ZONE: Final = 0.4  # of the sheet: its name stands beside it
_LINE_ROOM: Final = 5.0  # on each side of a measuring line


class Kind(NamedTuple):
    """How a label looks, and which comes first."""

    order: int
    name: str


ACTIVE: Final = Kind(0, "active")
LANDMARK: Final = Kind(1, "landmark")
POINT: Final = Kind(2, "point")
TWIN: Final = Kind(3, "twin")
ZONE: Final = Kind(4, "zone")


class Label(NamedTuple):
    """A label in its place."""

    kind: Kind
    text: str
    placed: Placed


class Dot(NamedTuple):
    """A ring on the screen."""

    mark: Mark
    x: float
    y: float
    radius: float

    @property
    def disc(self) -> Disc:
        return Disc(self.x, self.y, self.radius * TICK_REACH + 2)


class _Asked(NamedTuple):
    """A label before it has a place."""

    kind: Kind
    texts: tuple[str, ...]  # the longest first
    disc: Disc


class Overlay:
    """The rings, lines, zones and labels of one view; painted as often as needed."""

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        view: Viewport,
        font: QFont,
        covered: Sequence[Box] = (),
    ) -> None:
        self._model = model
        self._words = words
        self._view = view
        self._font = font
        self._bold = sized(font, font.pixelSize(), QFont.Weight.DemiBold)
        self._numbers = sized(font, max(_LEAST_NUMBER, round(font.pixelSize() * 0.86)))
        self._numbers.setWeight(QFont.Weight.DemiBold)
        self.dots = tuple(self._find_dots())
        self._measured = tuple(self._measure())
        self._landmarks = tuple(self._find_landmarks())
        self.labels = tuple(self._find_labels(covered))

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The point under the pointer."""
        near = [
            (math.hypot(dot.x - x, dot.y - y), number)
            for number, dot in enumerate(self.dots)
            if math.hypot(dot.x - x, dot.y - y) <= dot.radius * TICK_REACH
        ]
        return self.dots[min(near)[1]].mark if near else None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Everything, what matters most on top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _, runs in self._model.zones:
            draw_zone(painter, runs, self._view, theme, strong=self._model.zones_wanted)
        for measured in self._measured:
            draw_measured(painter, measured, self._numbers, theme)
        for _, spot in self._landmarks:
            at = QPointF(*self._view.to_screen(spot.at))
            draw_diamond(painter, at, self._ring * 0.55, theme)
        for dot in sorted(self.dots, key=lambda dot: dot.mark.active):
            draw_ring(
                painter,
                QPointF(dot.x, dot.y),
                dot.radius,
                theme,
                active=dot.mark.active,
                chosen=dot.mark == self._model.chosen,
            )
        for label in reversed(self.labels):
            color = {ACTIVE: theme.mark, ZONE: theme.danger_mark}.get(label.kind, theme.plate_ink)
            draw_leader(painter, label.placed.leader, color, theme)
        for label in reversed(self.labels):
            self._paint_label(painter, label, theme)
        if self._model.answer:
            at = QPointF(*self._view.to_screen(self._model.answer.at))
            draw_cross(painter, at, self._cross, theme)

    def _paint_label(self, painter: QPainter, label: Label, theme: Theme) -> None:
        fill, ink, edge, font = theme.plate, theme.plate_ink, theme.plate_ink, self._font
        if label.kind is ACTIVE:
            fill, ink, edge, font = theme.mark, theme.plate, theme.plate, self._bold
        elif label.kind is ZONE:
            ink = edge = theme.danger_mark
            if not self._model.zones_wanted:
                edge, font = theme.plate, self._numbers
        elif label.kind is LANDMARK:
            edge = theme.plate
        draw_label(painter, label.placed.box, label.text, font, fill, ink, edge)

    @property
    def _cross(self) -> float:
        return max(_LEAST_RING, self._ring * 0.7)

    @property
    def _ring(self) -> float:
        return min(_MOST_RING, max(_LEAST_RING, self._view.height * _RING_SHARE))

    def _find_dots(self) -> Iterator[Dot]:
        places = [(mark, *self._view.to_screen(mark.at)) for mark in self._model.marks]
        for mark, x, y in places:
            if not self._view.contains(x, y):
                continue
            others = (math.hypot(x - a, y - b) for other, a, b in places if other is not mark)
            room = min((way for way in others if way > 1), default=math.inf) * _ROOM_BETWEEN
            radius = min(self._ring, max(_LEAST_RING, self._cun(mark.spot) * _RING_CUN))
            radius *= 1.1 if mark.active else 0.9
            yield Dot(mark, x, y, max(_SMALLEST_RING, min(radius, room)))

    def _measure(self) -> Iterator[Measured]:
        rings = {(dot.mark.key, dot.mark.side): dot for dot in self.dots}
        size = self._numbers.pixelSize()
        for mark, line in self._model.lines:
            if dot := rings.get((mark.key, mark.side)):
                at = QPointF(dot.x, dot.y)
                yield measure(line, self._view, size, at, dot.radius * 1.05)

    def _find_landmarks(self) -> Iterator[tuple[str, Spot]]:
        """The landmarks that the measuring lines start from or lead over."""
        places = self._model.places
        if places is None:
            return
        seen = set()
        for mark, line in self._model.lines:
            for landmark in line.via:
                spots = places.landmarks.get(landmark) or places.points.get(landmark, {})
                spot = spots.get(mark.side) or spots.get(Side.MIDLINE)
                if spot is None or spot.sight is not Sight.VISIBLE or (landmark, spot.at) in seen:
                    continue
                if self._view.contains(*self._view.to_screen(spot.at)):
                    seen.add((landmark, spot.at))
                    yield landmark, spot

    def _find_labels(self, covered: Sequence[Box]) -> Iterator[Label]:
        asked = sorted(self._asked(), key=lambda label: label.kind.order)
        left, top, width, height = self._view[:4]
        area = Box(left, top, width, height).grown(-_MARGIN)
        rings = [dot.disc for dot in self.dots]
        rings += [label.disc for label in asked if label.kind is LANDMARK]
        if self._model.answer:
            rings.append(Disc(*self._view.to_screen(self._model.answer.at), self._cross + 2))
        worked = [
            Disc(dot.x, dot.y, self._cun(dot.mark.spot) * _WORKED_CUN)
            for dot in self.dots
            if dot.mark.active
        ]
        number = self._numbers.pixelSize() * 0.6
        lines = [
            Disc(place.x(), place.y(), radius)
            for measured in self._measured
            for places, radius in (
                ((point for leg in measured.legs for point in leg), _LINE_ROOM),
                ((point for point, _ in measured.numbers), number),
            )
            for place in places
        ]
        layout = LabelLayout(area, rings, covered, worked, lines)
        zones: set[str] = set()
        for label in asked:
            if label.texts[0] in zones:
                continue  # a zone of both sides is named once
            # The strip names the zones, too; a point is always named.
            longest = self._view.height * _ZONE_LEADER if label.kind is ZONE else math.inf
            for text in label.texts:
                wanted = Wanted(label.disc, *self._size(text, label.kind))
                if found := layout.place(wanted, longest):
                    if label.kind is ZONE:
                        zones.add(text)
                    yield Label(label.kind, text, found)
                    break

    def _asked(self) -> Iterator[_Asked]:
        measuring = {mark for mark, _ in self._model.lines}
        for dot in self.dots:
            mark = dot.mark
            name = self._words.point(mark.code)
            if mark.active or mark == self._model.chosen:
                texts = [name, mark.code]
                if measured := self._words.measured(mark) if mark in measuring else "":
                    texts.insert(0, f"{name} · {measured}")
                yield _Asked(ACTIVE if mark.active else POINT, tuple(texts), dot.disc)
            elif mark.code == self._model.wish.active:
                yield _Asked(TWIN, (mark.code,), dot.disc)
            else:
                yield _Asked(POINT, (name, mark.code), dot.disc)
        for landmark, spot in self._landmarks:
            x, y = self._view.to_screen(spot.at)
            disc = Disc(x, y, self._ring * 0.55 + 3)
            yield _Asked(LANDMARK, (self._words.landmark(landmark),), disc)
        areas = [(zone, zone_path(runs, self._view)) for zone, runs in self._model.zones]
        for zone, area in sorted(areas, key=lambda each: -size_of(each[1])):
            inside = zone_middle(area, QRectF(*self._view[:4]))
            if inside is not None:
                box = area.boundingRect()
                size = min(box.width(), box.height())
                small = size < _SMALL_ZONE * self._view.height
                disc = Disc(inside.x(), inside.y(), size / 2 if small else _ZONE_DOT)
                yield _Asked(ZONE, (self._words.zone(zone),), disc)

    def zone_at(self, x: float, y: float) -> str:
        """The zone under the pointer; empty beside them."""
        at = QPointF(x, y)
        zones = (
            zone for zone, runs in self._model.zones if zone_path(runs, self._view).contains(at)
        )
        return next(zones, "")

    def _size(self, text: str, kind: Kind) -> tuple[float, float]:
        font = self._bold if kind is ACTIVE else self._font
        if kind is ZONE and not self._model.zones_wanted:
            font = self._numbers
        size = font.pixelSize()
        return QFontMetricsF(font).horizontalAdvance(text) + 0.9 * size, size * 1.62

    def _cun(self, spot: Spot) -> float:
        """One cun on the screen, the longer way of the two."""
        return max(math.hypot(*self._view.step(way)) for way in (spot.across, spot.along))
