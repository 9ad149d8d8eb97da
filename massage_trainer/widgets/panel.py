"""Rounded sheets under text: a card, a caution, a danger, a soft emphasis."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.drawing import fill_rounded, frame_rounded
from massage_trainer.widgets.theme import Theme, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

_LIT_WIDTH = 2.0


class PanelKind(Enum):
    """What a sheet says by its colour; labels on it take the ink of the same name by role."""

    CARD = auto()
    CAUTION = auto()
    DANGER = auto()
    SOFT = auto()


class Panel(QWidget):
    """A widget on a rounded sheet, to be filled with a layout."""

    def __init__(self, kind: PanelKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._radius = 6
        self._lit = False

    def set_kind(self, kind: PanelKind) -> None:
        """Say something else by colour."""
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def set_radius(self, radius: int) -> None:
        """Set how round the corners are."""
        self._radius = radius
        self.update()

    def light_up(self) -> None:
        """Draw the edge in the accent: the sheet holds the focus."""
        self._lit = True
        self.update()

    def calm_down(self) -> None:
        """Draw the edge as usual."""
        self._lit = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_sheet(QPainter(self))

    def paint_sheet(self, painter: QPainter) -> None:
        """The sheet itself, for whoever paints more on it."""
        theme = theme_of(self)
        fill, edge = _colors(self._kind, theme)
        fill_rounded(painter, self.rect(), self._radius, fill, edge)
        if self._lit:
            frame_rounded(painter, self.rect(), self._radius, theme.accent, _LIT_WIDTH)


def _colors(kind: PanelKind, theme: Theme) -> tuple[QColor, QColor | None]:
    """Fill and edge."""
    match kind:
        case PanelKind.CARD:
            return theme.surface, theme.line
        case PanelKind.CAUTION:
            return theme.caution, None
        case PanelKind.DANGER:
            return theme.danger, None
        case PanelKind.SOFT:
            return theme.accent_soft, None
