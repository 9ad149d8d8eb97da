"""How far each region is learnt: a bar for each, with its letter and its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.widgets.painting import fitted
from massage_trainer.widgets.progress.drawing import (
    LEFT,
    MIDDLE,
    RIGHT,
    Look,
    draw_legend,
    draw_standing,
    fill_standing,
)

ORDER: Final = (Standing.MASTERED, Standing.LEARNING, Standing.NEW)
_NAME_SHARE: Final = 0.56
_SMALLEST: Final = 0.8  # of the type, for a long name
_BAR: Final = 0.62  # of a row's height


@dataclass(frozen=True, slots=True)
class Row:
    """One region."""

    letter: str
    name: str
    standing: Standing
    counts: tuple[int, int, int]  # in ORDER


@dataclass(frozen=True, slots=True)
class RegionBars:
    """Each row is as long as the others: shares are compared, the numbers stand behind."""

    rows: tuple[Row, ...]
    names: tuple[str, str, str]  # of ORDER
    numbers: tuple[str, ...]

    def paint(self, painter: QPainter, area: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entries: list[tuple[Callable[[QRectF], None], str]] = [
            (_swatch(painter, standing, look), name)
            for standing, name in zip(ORDER, self.names, strict=True)
        ]
        top = area.top() + draw_legend(painter, area, entries, look) + look.line * 0.2
        high = min((area.bottom() - top) / max(1, len(self.rows)), look.line * 2.2)
        names = max([look.width(row.name) for row in self.rows], default=0.0) + look.em * 3
        share = min(_NAME_SHARE, names / max(1.0, area.width()))
        figures = look.width("00 · 00 · 00") + look.em * 0.6
        for number, row in enumerate(self.rows):
            line = QRectF(area.left(), top + number * high, area.width(), high)
            self._paint_row(painter, line, row, (figures, share), look)

    def _paint_row(
        self, painter: QPainter, line: QRectF, row: Row, room: tuple[float, float], look: Look
    ) -> None:
        figures, share = room
        theme = look.theme
        sign = QPointF(line.left() + look.em * 0.5, line.center().y())
        draw_standing(painter, sign, look.em * 0.34, row.standing, theme.accent, theme.surface)
        painter.setPen(theme.ink)
        painter.setFont(look.strong)
        letter = QRectF(line.left() + look.em, line.top(), look.em * 1.4, line.height())
        painter.drawText(letter, int(MIDDLE), row.letter)
        painter.setFont(look.font)
        name = QRectF(
            letter.right() + look.em * 0.3,
            line.top(),
            line.width() * share - letter.right() + line.left(),
            line.height(),
        )
        smaller = Look(theme, fitted(look.font, row.name, name.width(), round(look.em * _SMALLEST)))
        painter.setFont(smaller.font)
        painter.drawText(name, int(LEFT), smaller.elided(row.name, name.width()))
        painter.setFont(look.font)
        bar = QRectF(
            name.right() + look.em * 0.5,
            line.top() + line.height() * (1 - _BAR) / 2,
            line.right() - figures - name.right() - look.em * 0.5,
            line.height() * _BAR,
        )
        total = sum(row.counts) or 1
        left = bar.left()
        for standing, count in zip(ORDER, row.counts, strict=True):
            width = bar.width() * count / total
            part = QRectF(left, bar.top(), width, bar.height())
            fill_standing(painter, part, standing, look)
            left += width
        painter.setPen(theme.ink)
        painter.drawText(
            QRectF(line.right() - figures, line.top(), figures, line.height()),
            int(RIGHT),
            " · ".join(map(str, row.counts)),
        )


def _swatch(painter: QPainter, standing: Standing, look: Look) -> Callable[[QRectF], None]:
    return lambda box: fill_standing(painter, box, standing, look)
