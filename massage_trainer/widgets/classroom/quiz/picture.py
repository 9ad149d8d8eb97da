"""The picture of a class question under the instructor's hands: each click is somebody's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from massage_trainer.domain.picture_places import middle_of, stepped
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.plate.sketch import draft_mark, paint_mark
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.plate.words import PlateWords

STEP_CUN: Final = 0.1
LONG_STEP_CUN: Final = 1.0
_WAYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CountingPicture(BoardPicture):
    """Also has a crosshair for the keyboard: arrows move it, the space bar counts it.

    Signals:
        aimed: Fraction; the crosshair stands there.
        counted: Fraction; the space bar was pressed there.
    """

    aimed = Signal(tuple)
    counted = Signal(tuple)

    def __init__(
        self, plates: PlateSource[QImage], words: PlateWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(plates, words, parent)
        self.setObjectName("class-picture")
        self._aim: Fraction | None = None

    def set_counting(self, *, on: bool) -> None:
        """Whether places are asked for in this picture."""
        self._aim = None
        self.set_handled(handled=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            self._step(way, LONG_STEP_CUN if shift else STEP_CUN)
        elif event.key() == Qt.Key.Key_Space and self._aim is not None:
            self.counted.emit(self._aim)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.wish.plate_id:
            return
        theme, painter = theme_of(self), QPainter(self)
        draft = draft_mark(self.drawing, self.sketch.ring, self.view)
        if draft is not None:
            paint_mark(painter, draft, theme)
        if self.hasFocus():
            draw_focus(painter, self.card, Scale.of(self).radius, theme.plate_ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _step(self, way: tuple[int, int], cun: float) -> None:
        places = self.places
        if places is None:
            return
        aspect = self.view.width / self.view.height
        at = self._aim
        self._aim = middle_of(places) if at is None else stepped(places, aspect, at, way, cun)
        self.aimed.emit(self._aim)
