"""Puts together everything that is drawn over a picture for one view of it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import Sight
from massage_trainer.widgets.plate.guides import draw_guides
from massage_trainer.widgets.plate.lines import (
    Measured,
    draw_measured,
    draw_zone,
    measure,
    zone_path,
)
from massage_trainer.widgets.plate.marks import (
    TICK_REACH,
    draw_cross,
    draw_diamond,
    draw_end,
    draw_label,
    draw_leader,
    draw_ring,
)
from massage_trainer.widgets.plate.naming import (
    ACTIVE,
    AROUND,
    LANDMARK,
    ZONE,
    Dot,
    Fonts,
    Label,
    Landmark,
    Naming,
    cun_on_screen,
)
from massage_trainer.widgets.plate.shapes import Box, Disc
from massage_trainer.widgets.plate.ways import draw_way, way_on

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel
    from massage_trainer.widgets.plate.calm import CalmLabels
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.plate.words import PlateWords
    from massage_trainer.widgets.theme import Theme

_RING_SHARE: Final = 0.024  # of the height of the sheet
_MOST_RING: Final = 20.0
_LEAST_RING: Final = 7.0
_RING_CUN: Final = 0.5  # a ring is no larger than the place a finger may be for it
_SMALLEST_RING: Final = 4.0  # where points lie close together
_AROUND_DIAMOND: Final = 3.0
_SMALL_DIAMOND: Final = 0.34  # of a ring: of many landmarks
_ROOM_BETWEEN: Final = 0.42  # of the way to the next point


class Overlay:
    """The rings, lines, zones and labels of one view; painted as often as needed."""

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        view: Viewport,
        font: QFont,
        covered: Sequence[Box] = (),
        calm: CalmLabels | None = None,
    ) -> None:
        """``calm`` remembers where labels stood before."""
        self._model = model
        self._words = words
        self._view = view
        self._fonts = Fonts.of(font)
        self.dots = tuple(self._find_dots())
        self.ways = tuple(way_on(mark, view) for mark in model.ways)
        self._measured = tuple(self._measure())
        self._landmarks = tuple(self._find_landmarks())
        self.labels = self._find_labels(covered, calm)
        if calm is not None:
            self.remind(calm)

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
        extras = self._model.extras
        if extras is not None:
            draw_guides(painter, extras.guides, self._view, theme)
        for way in self.ways:
            draw_way(painter, way, theme, extras.force if extras else None)
        for measured in self._measured:
            draw_measured(painter, measured, self._fonts.numbers, theme)
        for landmark in self._landmarks:
            size = landmark.disc.radius - _AROUND_DIAMOND
            draw_diamond(painter, QPointF(landmark.x, landmark.y), size, theme)
        self._paint_rings(painter, theme)
        for label in reversed(self.labels):
            color = {ACTIVE: theme.mark, ZONE: theme.danger_mark}.get(label.kind, theme.plate_ink)
            draw_leader(painter, label.placed.leader, color, theme)
            if label.kind is ZONE:
                draw_end(painter, QPointF(*label.placed.leader[0]), color, theme)
        for label in reversed(self.labels):
            self._paint_label(painter, label, theme)
        if self._model.answer and self._model.answer.in_sight:
            at = QPointF(*self._view.to_screen(self._model.answer.at))
            draw_cross(painter, at, self._cross, theme)

    def _paint_rings(self, painter: QPainter, theme: Theme) -> None:
        for dot in sorted(self.dots, key=lambda dot: dot.mark.active):
            draw_ring(
                painter,
                QPointF(dot.x, dot.y),
                dot.radius,
                theme,
                active=dot.mark.active,
                chosen=dot.mark == self._model.chosen,
            )

    def _paint_label(self, painter: QPainter, label: Label, theme: Theme) -> None:
        strong = self._model.zones_wanted
        fill, ink, edge = theme.plate, theme.plate_ink, theme.plate_ink
        if label.kind is ACTIVE:
            fill, ink, edge = theme.mark, theme.plate, theme.plate
        elif label.kind is ZONE:
            ink, edge = theme.danger_mark, theme.danger_mark if strong else theme.plate
        elif label.kind in (LANDMARK, AROUND):
            edge = theme.plate
        font = self._fonts.of_label(label.kind, strong_zones=strong)
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
            radius = min(
                self._ring, max(_LEAST_RING, cun_on_screen(mark.spot, self._view) * _RING_CUN)
            )
            radius *= 1.1 if mark.active else 0.9
            yield Dot(mark, x, y, max(_SMALLEST_RING, min(radius, room)))

    def _measure(self) -> Iterator[Measured]:
        rings = {(dot.mark.key, dot.mark.side): dot for dot in self.dots}
        size = self._fonts.numbers.pixelSize()
        for mark, line in self._model.lines:
            if dot := rings.get((mark.key, mark.side)):
                at = QPointF(dot.x, dot.y)
                yield measure(line, self._view, size, at, dot.radius * 1.05)

    def _find_landmarks(self) -> Iterator[Landmark]:
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
                x, y = self._view.to_screen(spot.at)
                if self._view.contains(x, y):
                    seen.add((landmark, spot.at))
                    disc = Disc(x, y, self._ring * 0.55 + _AROUND_DIAMOND)
                    yield Landmark(landmark, x, y, disc, mark.side)
        if self._model.extras is None or not self._model.extras.landmarks:
            return
        for landmark, sides in places.landmarks.items():
            for side, spot in sides.items():
                if spot.sight is not Sight.VISIBLE or (landmark, spot.at) in seen:
                    continue
                x, y = self._view.to_screen(spot.at)
                disc = Disc(x, y, self._ring * _SMALL_DIAMOND + _AROUND_DIAMOND)
                yield Landmark(landmark, x, y, disc, side, is_asked=False)

    def _find_labels(
        self, covered: Sequence[Box], calm: CalmLabels | None = None
    ) -> tuple[Label, ...]:
        naming = Naming(self._model, self._words, self._view, self._fonts)
        answer = self._model.answer
        answer = answer if answer and answer.in_sight else None
        cross = Disc(*self._view.to_screen(answer.at), self._cross + 2) if answer else None
        # Labels keep off the ways as they do off the measuring lines.
        lines = (*self._measured, *(Measured(way.legs, (), ()) for way in self.ways))
        if calm is None or not self._model.is_live:
            return naming.labels(self.dots, self._landmarks, lines, cross, covered)
        calm.rests = self._model.rests
        return naming.kept(self.dots, self._landmarks, lines, cross, covered, calm)

    def remind(self, calm: CalmLabels) -> None:
        """Have it known where the labels stand now, for when the picture begins to move."""
        calm.remember((each.name, each.text, each.mark, each.placed) for each in self.labels)

    def zone_at(self, x: float, y: float) -> str:
        """The zone under the pointer; empty beside them."""
        at = QPointF(x, y)
        zones = (
            zone for zone, runs in self._model.zones if zone_path(runs, self._view).contains(at)
        )
        return next(zones, "")
