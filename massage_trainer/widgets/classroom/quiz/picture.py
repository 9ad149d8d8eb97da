"""The picture of a class question under the instructor's hands: each click is somebody's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from massage_trainer.domain.picture_places import middle_of, stepped
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.plate.sketch import draft_mark, paint_mark
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.widgets.audience.board_live import LiveSource
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

    While a tool is in the hand, pointer and arrows are its own; with Alt the arrows turn a living
    body.

    Signals:
        aimed: Fraction; the crosshair stands there.
        counted: Fraction, Vector or None; somebody points there. The place of the body comes with
            what was clicked on a living one: its still may not show it.
    """

    aimed = Signal(tuple)
    counted = Signal(tuple, object)

    def __init__(
        self,
        plates: PlateSource[QImage],
        words: PlateWords,
        tools: ClassTools,
        parent: QWidget | None = None,
        live: LiveSource | None = None,
    ) -> None:
        super().__init__(plates, words, parent, live)
        self.setObjectName("class-picture")
        self._tools = tools
        self._aim: Fraction | None = None
        self._counting = False
        self.set_handled(handled=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hovered.connect(tools.hover)
        self.pressed.connect(tools.press)
        self.dragged.connect(tools.drag)
        self.released.connect(tools.release)
        self.zoom_wanted.connect(tools.zoom)
        self.pointed.connect(self._point)
        self.body_touched.connect(self._point_on_body)
        tools.changed.connect(self._follow_tool)
        self._follow_tool()

    def set_counting(self, *, on: bool) -> None:
        """Whether places are asked for in this picture."""
        self._aim = None
        self._counting = on
        self._follow_tool()

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()  # else the arrow would lead to the next question
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif self._turns_body(event):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            assert self._camera is not None
            self._camera.press_key(event.key(), shift=shift)
        elif way is None:
            if self._aim is not None and not event.isAutoRepeat():
                self.counted.emit(self._aim, None)
        elif self._tools.takes_arrows:
            self._tools.step(*way)
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(way, LONG_STEP_CUN if shift else STEP_CUN)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.wish.plate_id:
            return
        theme, painter = theme_of(self), QPainter(self)
        draft = draft_mark(self.seen_drawing.draft, self.sketch.ring, self.view)
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

    def _is_ours(self, event: QKeyEvent) -> bool:
        shift, pad = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
        if self._turns_body(event):
            return True
        if event.modifiers() & ~(shift | pad):
            return False
        if event.key() in _WAYS:
            return self._counting or self._tools.takes_arrows
        return event.key() == Qt.Key.Key_Space and self._counting

    def _turns_body(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        return self._camera is not None and alt and event.key() in _WAYS

    def _step(self, way: tuple[int, int], cun: float) -> None:
        places = self.places
        if places is None:
            return
        aspect, at = self.view.width / self.view.height, self._aim
        self._aim = middle_of(places) if at is None else stepped(places, aspect, at, way, cun)
        self.aimed.emit(self._aim)

    @Slot(tuple)
    def _point(self, at: Fraction) -> None:
        if self._counting and self._tools.tool is Tool.HAND and not self.is_live:
            self.counted.emit(at, None)

    @Slot(object, tuple)
    def _point_on_body(self, place: Vector | None, _at: Fraction) -> None:
        """What was clicked is asked of the living body; kept is where the still has it."""
        if place is None or not self._counting or self._tools.tool is not Tool.HAND:
            return
        at = self.on_still(place)
        if at is not None:
            self.counted.emit(at, place)

    @Slot()
    def _follow_tool(self) -> None:
        counts = self._counting or self._tools.tool is not Tool.HAND
        self.setCursor(Qt.CursorShape.CrossCursor if counts else Qt.CursorShape.OpenHandCursor)
