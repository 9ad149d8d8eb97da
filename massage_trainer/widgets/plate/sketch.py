"""What is drawn over a still on behalf of atlas and quiz, for one view of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QRadialGradient

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import MeasuringLine, Run, Sight
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Sign
from massage_trainer.widgets.plate.labels import LabelLayout, Placed, Wanted
from massage_trainer.widgets.plate.lines import Measured, draw_measured, measure
from massage_trainer.widgets.plate.marks import (
    TICK_REACH,
    draw_cross,
    draw_diamond,
    draw_dot,
    draw_end,
    draw_label,
    draw_leader,
    draw_line,
    draw_ring,
)
from massage_trainer.widgets.plate.naming import Fonts
from massage_trainer.widgets.plate.shapes import Area, Box, Disc, Stroke

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, Spot, StillPlaces
    from massage_trainer.widgets.plate.calm import CalmLabels
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.theme import Theme

_RING_SHARE: Final = 0.022  # of the height of the sheet
_LEAST_RING: Final = 7.0
_MOST_RING: Final = 18.0
_LEVEL_CUN: Final = 3  # how far the level of a vertebra is drawn to each side
_HEAT_SHARE: Final = 0.045
_MANY: Final = (Sign.POINT, Sign.LANDMARK, Sign.SPOT)
_FEW: Final = 8
_MOST: Final = 12  # marks that labels are kept off with care
_PLACES: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))
_SIZES: Final = {
    Sign.POINT: 0.22,
    Sign.SPOT: 0.32,
    Sign.LANDMARK: 0.5,
    Sign.HIT: 0.9,
    Sign.OWN: 0.8,
}
_ORDER: Final = (
    *(Sign.RIGHT, Sign.HIT, Sign.OWN, Sign.ASKED),
    *(Sign.LANDMARK, Sign.SPOT, Sign.POINT, Sign.DRAFT),
)


class Drawn(NamedTuple):
    """A mark on the screen."""

    sign: Sign
    label: str
    x: float
    y: float
    radius: float
    name: str = ""  # whose it is

    @property
    def disc(self) -> Disc:
        return Disc(self.x, self.y, self.radius * TICK_REACH + 1)


class Sketch:
    """The marks, lines and labels of a drawing; its draft is painted apart, for it moves."""

    def __init__(
        self,
        drawing: BodyDrawing,
        places: StillPlaces | None,
        find: Callable[[Vector], Fraction | None],
        view: Viewport,
        font: QFont,
        enlarged: float = 1.0,
        calm: CalmLabels | None = None,
    ) -> None:
        """``enlarged`` marks are seen from further away.

        ``calm`` remembers where labels stood before, where the picture is a live one.
        """
        self._calm = calm
        self._drawing = drawing
        self._places = places
        self._find = find
        self._view = view
        self._fonts = Fonts.of(font)
        share = _RING_SHARE * enlarged
        self.ring = min(_MOST_RING * enlarged, max(_LEAST_RING, view.height * share))
        self.marks = tuple(self._all_marks())
        self._measured = self._measure()
        self._joins = tuple(self._find_joins())
        self.labels = tuple(self._find_labels())
        named = {mark for mark, _ in self.labels}
        # A place without its name would be a hint and no help.
        self.marks = tuple(m for m in self.marks if m.sign is not Sign.POINT or m in named)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heat(painter, theme)
        self._paint_levels(painter, theme)
        if self._measured:
            draw_measured(painter, self._measured, self._fonts.numbers, theme)
        for start, end, _ in self._joins:
            path = QPainterPath(start)
            path.lineTo(end)
            draw_line(painter, path, theme.way, 2.0, theme)
        for mark in reversed(self.marks):
            paint_mark(painter, mark, theme)
        for drawn, placed in self.labels:
            draw_leader(painter, placed.leader, _ink(drawn.sign, theme), theme)
        for drawn, placed in self.labels:
            strong = drawn.sign in (Sign.RIGHT, Sign.ASKED)
            fill = theme.mark if strong else theme.plate
            ink = theme.plate if strong else _ink(drawn.sign, theme)
            edge = theme.plate if strong or drawn.sign is Sign.LANDMARK else ink
            font = self._font(drawn.sign)
            draw_label(painter, placed.box, drawn.label, font, fill, ink, edge)

    def _all_marks(self) -> Iterator[Drawn]:
        asked = [*self._drawing.marks, *self._measured_from(), *self._everything()]
        asked.sort(key=lambda mark: _ORDER.index(mark.sign))
        seen: set[tuple[str, Side]] = set()
        for mark in asked:
            at = self.place_of(mark)
            twin = (mark.key, mark.side)
            if at is None or (mark.key and twin in seen):
                continue
            seen.add(twin)
            x, y = self._view.to_screen(at)
            if self._view.contains(x, y):
                radius = self.ring * _SIZES.get(mark.sign, 1.0)
                name = f"{mark.sign.name} {mark.key or mark.label} {mark.side.value}"
                yield Drawn(mark.sign, mark.label, x, y, radius, name)

    def place_of(self, mark: BodyMark) -> Fraction | None:
        """Where a mark stands in the picture; None where it is not seen."""
        if mark.at is not None:
            return mark.at
        if mark.key:
            spot = self._spot(mark.key, mark.side)
            return spot.at if spot else None
        return self._find(mark.place) if mark.place else None

    def _spot(self, key: str, side: Side) -> Spot | None:
        if self._places is None:
            return None
        sides = self._places.points.get(key) or self._places.landmarks.get(key, {})
        spot = sides.get(side) or sides.get(Side.MIDLINE)
        return spot if spot and spot.sight is Sight.VISIBLE else None

    def _everything(self) -> Iterator[BodyMark]:
        """Each landmark and point that is to be named."""
        if self._places is None:
            return
        for name, sign, group in (
            (self._drawing.landmarks, Sign.LANDMARK, self._places.landmarks),
            (self._drawing.points, Sign.POINT, self._places.points),
        ):
            for key, sides in group.items() if name else ():
                label = name(key) if name else None
                for side, spot in sides.items() if label is not None else ():
                    if spot.sight is Sight.VISIBLE:
                        yield BodyMark(sign, label or "", key, side, at=spot.at)

    def _measured_from(self) -> Iterator[BodyMark]:
        """The landmarks that the measuring line leads over."""
        wanted = self._drawing.measure
        if wanted is None or wanted.name is None or self._places is None:
            return
        line = self._places.lines.get(wanted.key, {}).get(wanted.side)
        for landmark in line.via if line else ():
            label = wanted.name(landmark)
            if label is not None:
                yield BodyMark(Sign.LANDMARK, label, landmark, wanted.side)

    def _measure(self) -> Measured | None:
        wanted = self._drawing.measure
        if wanted is None or self._places is None:
            return None
        line = self._places.lines.get(wanted.key, {}).get(wanted.side)
        spot = self._spot(wanted.key, wanted.side)
        if line is None or spot is None:
            return None
        at, size = QPointF(*self._view.to_screen(spot.at)), self._fonts.numbers.pixelSize()
        legs = len(line.legs) if wanted.legs is None else wanted.legs
        if legs < len(line.legs) or wanted.share < 1:
            drawn = _on_the_way(line.legs[:legs], wanted.begun, wanted.share)
            line = MeasuringLine(drawn, (), line.via)
        return measure(line, self._view, size, at, self.ring * 1.05)

    def _find_joins(self) -> Iterator[tuple[QPointF, QPointF, str]]:
        for join in self._drawing.joins:
            start, end = self.place_of(join.start), self.place_of(join.end)
            if start is not None and end is not None:
                here, there = self._view.to_screen(start), self._view.to_screen(end)
                yield QPointF(*here), QPointF(*there), join.label

    def _find_labels(self) -> Iterator[tuple[Drawn, Placed]]:
        """What matters is placed with care; of the many others as many as stand near their mark."""
        area = Box(*self._view[:4]).grown(-4)
        joins = [Stroke((a.x(), a.y()), (b.x(), b.y()), 4.0) for a, b, _ in self._joins]
        for leg in self._measured.legs if self._measured else ():
            ends = [(point.x(), point.y()) for point in leg]
            joins += [Stroke(one, other, 5.0) for one, other in pairwise(ends)]
        named = sum(mark.sign is Sign.LANDMARK and bool(mark.label) for mark in self.marks)
        # A few landmarks that a line leads over are named with care, the landmarks of all are not.
        many = _MANY if named > _FEW else (Sign.POINT, Sign.SPOT)
        few = [mark for mark in self.marks if mark.sign not in many]
        middles = [
            Drawn(Sign.OWN, label, (a.x() + b.x()) / 2, (a.y() + b.y()) / 2, 1.0, f"join {label}")
            for a, b, label in self._joins
            if label
        ]
        discs = [mark.disc for mark in self.marks]
        every = (*few, *middles, *(each for each in self.marks if each.sign in many))
        asked = [mark for mark in every if mark.label]
        if self._calm is not None:
            wishes = [(m.name, m.label, self._wanted(m), m.sign in many) for m in asked]
            placed_by = self._calm.placed(LabelLayout(area, discs), wishes)
            yield from ((m, placed_by[m.name]) for m in asked if m.name in placed_by)
            return
        taken: list[Box] = []
        for mark in asked:
            wanted = self._wanted(mark)
            placed = _beside(wanted, area, taken, (*discs, *joins))
            if placed is None and mark.sign not in many:  # further away, which takes its time
                layout = LabelLayout(area, discs[:_MOST], taken, lines=joins)
                placed = layout.place(wanted)
            if placed is not None:
                taken.append(placed.box)
                yield mark, placed

    def _wanted(self, mark: Drawn) -> Wanted:
        font = self._font(mark.sign)
        size = font.pixelSize()
        width = QFontMetricsF(font).horizontalAdvance(mark.label) + 0.9 * size
        return Wanted(mark.disc, width, size * 1.62)

    def _font(self, sign: Sign) -> QFont:
        if sign in _MANY:
            return self._fonts.numbers
        return self._fonts.bold if sign is Sign.RIGHT else self._fonts.plain

    def _paint_heat(self, painter: QPainter, theme: Theme) -> None:
        reach = self._view.height * _HEAT_SHARE
        for at in self._drawing.heat:
            centre = QPointF(*self._view.to_screen(at))
            glow = QRadialGradient(centre, reach)
            strong, clear = theme.danger_mark.toRgb(), theme.danger_mark.toRgb()
            strong.setAlphaF(0.55)
            clear.setAlphaF(0.0)
            glow.setColorAt(0, strong)
            glow.setColorAt(1, clear)
            path = QPainterPath()
            path.addEllipse(centre, reach, reach)
            painter.fillPath(path, glow)

    def _paint_levels(self, painter: QPainter, theme: Theme) -> None:
        if self._drawing.levels is None or self._places is None:
            return
        lines, ticks = QPainterPath(), QPainterPath()
        for sides in self._places.landmarks.values():
            spot = sides.get(Side.MIDLINE)
            if spot is None or spot.sight is not Sight.VISIBLE:
                continue
            at, way = (
                QPointF(*self._view.to_screen(spot.at)),
                QPointF(*self._view.step(spot.across)),
            )
            lines.moveTo(at - way * _LEVEL_CUN)
            lines.lineTo(at + way * _LEVEL_CUN)
            for cun in range(-_LEVEL_CUN, _LEVEL_CUN + 1):
                _add_tick(ticks, at + way * cun, way, self.ring * 0.35)
        for span in self._drawing.levels:
            for side in (Side.LEFT, Side.RIGHT):
                a, b = self._spot(span.a, side), self._spot(span.b, side)
                if a is None or b is None:
                    continue
                start, end = (QPointF(*self._view.to_screen(spot.at)) for spot in (a, b))
                lines.moveTo(start)
                lines.lineTo(end)
                for cun in range(1, math.ceil(span.cun)):
                    _add_tick(ticks, start + (end - start) * (cun / span.cun), end - start, 5.0)
        draw_line(painter, lines, theme.way, 1.0, theme)
        draw_line(painter, ticks, theme.way, 1.2, theme)


def paint_mark(painter: QPainter, mark: Drawn, theme: Theme) -> None:
    """One mark, without its label."""
    at = QPointF(mark.x, mark.y)
    match mark.sign:
        case Sign.DRAFT:
            _paint_crosshair(painter, at, mark.radius, theme)
        case Sign.OWN:
            draw_cross(painter, at, mark.radius, theme)
        case Sign.LANDMARK:
            draw_diamond(painter, at, mark.radius, theme)
        case Sign.POINT:
            draw_end(painter, at, theme.plate_ink, theme)
        case Sign.SPOT:
            draw_dot(painter, at, mark.radius, theme)
        case _:
            strong = mark.sign in (Sign.RIGHT, Sign.ASKED)
            chosen = mark.sign is Sign.ASKED
            draw_ring(painter, at, mark.radius, theme, active=strong, chosen=chosen)


def draft_mark(draft: Fraction | None, ring: float, view: Viewport) -> Drawn | None:
    """The crosshair."""
    if draft is None:
        return None
    return Drawn(Sign.DRAFT, "", *view.to_screen(draft), ring)


def _beside(label: Wanted, area: Box, taken: Sequence[Box], marks: Sequence[Area]) -> Placed | None:
    """A place close to the mark: beside it, above or below; None where there is no room."""
    (x, y, radius), width, height = label.mark, label.width, label.height
    for away in (2.0, 2.0 + height * 0.7):
        reach = radius + away
        for across, down in _PLACES:
            left = x + across * reach + (across - 1) / 2 * width
            box = Box(left, y + down * reach + (down - 1) / 2 * height, width, height)
            if not area.holds(box) or any(box.meets(other) for other in taken):
                continue
            if any(mark.meets(box) for mark in marks):
                continue
            end = box.nearest(x, y)
            return Placed(box, (end, end))
    return None


def _paint_crosshair(painter: QPainter, at: QPointF, radius: float, theme: Theme) -> None:
    """Four long hairs; their middle stays free."""
    path = QPainterPath()
    for way in (QPointF(1, 0), QPointF(0, 1), QPointF(-1, 0), QPointF(0, -1)):
        path.moveTo(at + way * (radius * 0.35))
        path.lineTo(at + way * (radius * 2.2))
    draw_line(painter, path, theme.way, 2.2, theme)
    ring = QPainterPath()
    ring.addEllipse(at, radius * 1.15, radius * 1.15)
    draw_line(painter, ring, theme.way, 1.6, theme)


def _on_the_way(legs: tuple[Run, ...], begun: int, share: float) -> tuple[Run, ...]:
    """The legs that are done, and this share of the way over those that are not."""
    new = sum(len(leg.points) - 1 for leg in legs[begun:])
    left = round(new * share)
    drawn = [*legs[:begun]]
    for leg in legs[begun:]:
        if left > 0:
            drawn.append(Run(leg.points[: left + 1]))
            left -= len(leg.points) - 1
    return tuple(drawn)


def _ink(sign: Sign, theme: Theme) -> QColor:
    return theme.danger_mark if sign is Sign.OWN else theme.plate_ink


def _add_tick(path: QPainterPath, at: QPointF, along: QPointF, half: float) -> None:
    length = math.hypot(along.x(), along.y()) or 1.0
    normal = QPointF(-along.y(), along.x()) * (half / length)
    path.moveTo(at - normal)
    path.lineTo(at + normal)
