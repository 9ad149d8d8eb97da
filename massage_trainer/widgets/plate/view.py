"""The picture as it is handled: zoomed, pulled, pointed at, and gone through by keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from massage_trainer.widgets.plate.canvas import PlateCanvas

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel
    from massage_trainer.widgets.plate.words import PlateWords

ZOOM_STEP: Final = 1.25
_WHEEL_STEP: Final = 120
_PULL_SHARE: Final = 0.2  # of the sheet, for a press of an arrow key
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Press(NamedTuple):
    """Where the left button went down, and where the pointer is since."""

    start: QPointF
    last: QPointF
    dragged: bool
    question: tuple[object, ...]  # what was asked then; the lesson may go on meanwhile


class PlateView(PlateCanvas):
    """Tells what is done on the picture.

    With the focus on it and points in it, the arrow keys go from point to point; with Shift they
    pull a zoomed picture. All other keys are left to the page.

    Signals:
        place_touched: (across, down); one click on the picture, in fractions of it.
        touch_withdrawn: the click was the first half of a double click.
        left: the student is done with the points (Escape).
    """

    place_touched = Signal(tuple)
    touch_withdrawn = Signal()
    left = Signal()

    def __init__(self, model: PlateViewModel, words: PlateWords, parent: QWidget) -> None:
        super().__init__(model, words, parent)
        self._press: _Press | None = None
        self._under_pointer: Mark | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the lesson
        self.grabGesture(Qt.GestureType.PinchGesture)

    def refresh(self) -> None:
        """Something that is drawn over the picture is different."""
        super().refresh()
        asks = self._model.can_judge
        self.setCursor(Qt.CursorShape.CrossCursor if asks else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if self._is_ours(event):
                    event.accept()
                    return True
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                    self.zoom_by(1 + event.value(), event.position())
                    return True
            case QEvent.Type.Gesture if isinstance(event, QGestureEvent):
                pinch = event.gesture(Qt.GestureType.PinchGesture)
                if isinstance(pinch, QPinchGesture):
                    self._pinch(pinch)
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_ours(event):
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._model.forget()
            self.left.emit()
            return
        dx, dy = _ARROWS[Qt.Key(event.key())]
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            card = self.card
            self.pull(-dx * card.width() * _PULL_SHARE, -dy * card.height() * _PULL_SHARE)
            return
        toward = -dx if self._view.mirrored else dx
        self._model.choose_toward(toward, dy, self._view.width / self._view.height)
        if self._model.chosen:
            self.set_view(self._view.showing(self._model.chosen.at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._model.choose(None)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; sideways, with Shift and two fingers on a pad it pulls."""
        turn = event.angleDelta()
        way = QPointF(event.pixelDelta())
        if way.isNull():
            way = QPointF(turn) * (_PULL_SHARE * self.card.width() / _WHEEL_STEP / 2)
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        on_pad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if not event.modifiers() & control and (on_pad or not turn.y()):
            self.pull(way.x(), way.y())
        elif event.modifiers() & shift:
            self.pull(way.y(), 0)
        else:
            self.zoom_by(ZOOM_STEP ** (turn.y() / _WHEEL_STEP), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press = None
        inside = self._view.contains(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            here = event.position()
            self._press = _Press(here, here, dragged=False, question=self._model.question)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self._hover(event.position())
            return
        start, last, dragged, question = self._press
        way = event.position() - start
        dragged = dragged or math.hypot(way.x(), way.y()) >= QApplication.startDragDistance()
        if dragged:
            step = event.position() - last
            self.pull(step.x(), step.y())
            self._press = _Press(start, event.position(), dragged=True, question=question)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None or press.dragged or event.button() != Qt.MouseButton.LeftButton:
            return
        if press.question != self._model.question:
            return
        # Where the button went down: fingers slip a little.
        if at := self._view.to_picture(press.start.x(), press.start.y()):
            self.place_touched.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press = None
        self.touch_withdrawn.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers: their distance zooms, their middle pulls."""
        self._press = None
        middle = pinch.centerPoint()
        if pinch.state() != Qt.GestureState.GestureStarted:
            way = middle - pinch.lastCenterPoint()
            self.pull(way.x(), way.y())
        self.zoom_by(pinch.scaleFactor(), self.mapFromGlobal(middle))

    def _hover(self, position: QPointF | None) -> None:
        """Choose the point under the pointer as long as it is there."""
        mark = self.overlay.mark_at(position.x(), position.y()) if position else None
        if self._model.zones_wanted:
            at = self.overlay.zone_at(position.x(), position.y()) if position else ""
            self._model.choose_zone(at)
        before, self._under_pointer = self._under_pointer, mark
        if mark == before:
            return
        if mark is not None:
            self._model.choose(mark)
        elif self._model.chosen == before:
            self._model.choose(None)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Whether a key is for the picture and not for the lesson."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            return modifiers == Qt.KeyboardModifier.NoModifier
        if event.key() not in _ARROWS:
            return False
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            return self._view.zoom > 1
        return modifiers == Qt.KeyboardModifier.NoModifier and bool(self._model.marks)
