"""The picture under hands: zoomed, pulled and pinched; a click is told, whatever else is not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from massage_trainer.widgets.plate.canvas import PlateCanvas

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.words import PlateWords

ZOOM_STEP: Final = 1.25
PULL_SHARE: Final = 0.2  # of the sheet, for a press of an arrow key
_WHEEL_STEP: Final = 120


class _Press(NamedTuple):
    """Where the left button went down, and where the pointer is since."""

    start: QPointF
    last: QPointF
    dragged: bool
    question: tuple[object, ...]  # what was asked then; the lesson may go on meanwhile


class HandledCanvas(PlateCanvas):
    """Tells clicks on the picture; dragging, pinching and other buttons are none.

    Signals:
        place_touched: (across, down); one click on the picture, in fractions of it.
        touch_withdrawn: the click was the first half of a double click.
    """

    place_touched = Signal(tuple)
    touch_withdrawn = Signal()

    def __init__(self, model: PlateViewModel, words: PlateWords, parent: QWidget) -> None:
        super().__init__(model, words, parent)
        self._press: _Press | None = None
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def question(self) -> tuple[object, ...]:
        """What a click is an answer to."""
        return self._model.question

    def point_at(self, position: QPointF | None) -> None:
        """The pointer is there, with no button down; None: it has left."""

    def event(self, event: QEvent) -> bool:
        match event.type():
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms at the pointer; sideways, with Shift and two fingers on a pad it pulls."""
        turn = event.angleDelta()
        way = QPointF(event.pixelDelta())
        if way.isNull():
            way = QPointF(turn) * (PULL_SHARE * self.card.width() / _WHEEL_STEP / 2)
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
            self._press = _Press(here, here, dragged=False, question=self.question)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self.point_at(event.position())
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
        if press.question != self.question:
            return
        # Where the button went down: fingers slip a little.
        if at := self._view.to_picture(press.start.x(), press.start.y()):
            self.place_touched.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press = None
        self.touch_withdrawn.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers: their distance zooms, their middle pulls."""
        self._press = None
        middle = pinch.centerPoint()
        if pinch.state() != Qt.GestureState.GestureStarted:
            way = middle - pinch.lastCenterPoint()
            self.pull(way.x(), way.y())
        self.zoom_by(pinch.scaleFactor(), self.mapFromGlobal(middle))
