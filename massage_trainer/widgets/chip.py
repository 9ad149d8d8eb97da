"""Small rounded labels: a side, where a number comes from, how bad a mistake is."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.theme import Scale, Theme, theme_of


class ChipKind(Enum):
    """How loud a chip is."""

    STRONG = auto()  # the side: seen from two metres
    SOFT = auto()
    PLAIN = auto()
    CAUTION = auto()
    DANGER = auto()


class Chip(QLabel):
    """A few words on a pill."""

    def __init__(self, kind: ChipKind, percent: float = 2.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._percent = percent
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, kind: ChipKind | None = None) -> None:
        if kind is not None and kind is not self._kind:
            self._kind = kind
            self.update()
        if text != self.text():
            self.setText(text)
            self.updateGeometry()

    def set_percent(self, percent: float, scale: Scale) -> None:
        """Use another size from now on."""
        self._percent = percent
        self.set_scale(scale)

    def set_scale(self, scale: Scale) -> None:
        strong = self._kind is ChipKind.STRONG
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self.setFont(sized(self.font(), scale.text(self._percent), weight))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        em = metrics.height()
        return QSize(metrics.horizontalAdvance(self.text()) + round(em * 0.9), round(em * 1.24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, ink = _colors(self._kind, theme_of(self))
        body = QRectF(self.rect())
        fill_card(painter, body, body.height() / 2, fill, edge)
        painter.setPen(ink)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())


def _colors(kind: ChipKind, theme: Theme) -> tuple[QColor, QColor | None, QColor]:
    match kind:
        case ChipKind.STRONG:
            return theme.accent, None, theme.accent_ink
        case ChipKind.SOFT:
            return theme.accent_soft, None, theme.ink
        case ChipKind.PLAIN:
            return theme.surface, theme.outline, theme.muted
        case ChipKind.CAUTION:
            return theme.caution, None, theme.caution_ink
        case ChipKind.DANGER:
            return theme.danger, None, theme.danger_ink
