"""The picture under hands: zoomed, pulled and pinched; a click is told, whatever else is not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from massage_trainer.widgets.plate.canvas import PlateCanvas

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.words import PlateWords

ZOOM_STEP: Final = 1.25
PULL_SHARE: Final = 0.2  # of the sheet, for a press of an arrow key
_WHEEL_STEP: Final = 120
_UNSEEN: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_TURNS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ZOOMS: Final = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
_PANNING: Final = (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)


class CameraGestures(Protocol):
    """Moves the camera of a live picture; lengths in heights of the picture, right and down."""

    def turn(self, across: float, down: float) -> None: ...

    def pan(self, across: float, down: float) -> None: ...

    def zoom(self, factor: float, at: Fraction | None = None, *, smooth: bool = True) -> None: ...

    def visit(self, at: Fraction) -> bool: ...

    def go_home(self) -> None: ...

    def let_go(self) -> None:
        """The gesture is over."""
        ...

    def press_key(self, key: int, *, shift: bool) -> bool:
        """False: not a key of the camera."""
        ...


class _Press(NamedTuple):
    """Where a button went down, and where the pointer is since."""

    start: QPointF
    last: QPointF
    dragged: bool
    question: tuple[object, ...]  # what was asked then; the lesson may go on meanwhile
    pans: bool = False  # a live picture is pulled, not turned


class HandledCanvas(PlateCanvas):
    """Tells clicks on the picture; dragging, pinching and other buttons are none.

    While the picture is live a drag turns the body, with another button or Shift it pulls the
    picture, and a double click goes to a place.

    Signals:
        place_touched: (across, down); one click on the picture, in fractions of it.
        touch_withdrawn: the click was the first half of a double click.
        pointer_moved: QPointF or None; the pointer is there with no button down, or has left.
    """

    place_touched = Signal(tuple)
    touch_withdrawn = Signal()
    pointer_moved = Signal(object)

    def __init__(self, model: PlateViewModel, words: PlateWords, parent: QWidget) -> None:
        super().__init__(model, words, parent)
        self._press: _Press | None = None
        self._camera: CameraGestures | None = None
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def question(self) -> tuple[object, ...]:
        """What a click is an answer to."""
        return self._model.question

    @property
    def is_turned(self) -> bool:
        """Whether gestures move a camera."""
        return self._camera is not None

    def set_camera_gestures(self, camera: CameraGestures | None) -> None:
        """Gestures move this camera; None: they zoom and pull the picture again."""
        if camera is not self._camera:
            self._press = None
            self._camera = camera

    def point_at(self, position: QPointF | None) -> None:
        """The pointer is there, with no button down; None: it has left."""

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        if self._camera is None:
            super().zoom_by(factor, at)
        else:
            self._camera.zoom(factor, self._fraction(at))

    def pull(self, dx: float, dy: float) -> None:
        if self._camera is None:
            super().pull(dx, dy)
        else:
            self._camera.pan(*self._heights(dx, dy))

    def show_whole(self) -> None:
        if self._camera is None:
            super().show_whole()
        else:
            self._camera.go_home()

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
        here, button = event.position(), event.button()
        if not self._view.contains(here.x(), here.y()):
            return
        left = button == Qt.MouseButton.LeftButton
        pans = not left or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if left or (self.is_turned and button in _PANNING):
            pans = self.is_turned and pans
            self._press = _Press(here, here, dragged=False, question=self.question, pans=pans)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self.point_at(event.position())
            self.pointer_moved.emit(event.position())
            return
        press = self._press
        way = event.position() - press.start
        if press.dragged or math.hypot(way.x(), way.y()) >= QApplication.startDragDistance():
            step = event.position() - press.last
            if self._camera is not None and not press.pans:
                self._camera.turn(*self._heights(step.x(), step.y()))
            else:
                self.pull(step.x(), step.y())
            self._press = press._replace(last=event.position(), dragged=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is not None and press.dragged and self._camera is not None:
            self._camera.let_go()
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
        at = self._fraction(event.position())
        if self._camera is not None and at and event.button() == Qt.MouseButton.LeftButton:
            self._camera.visit(at)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)
        self.pointer_moved.emit(None)

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers: their distance zooms, their middle pulls."""
        self._press = None
        # At its end a pinch tells its last step once more.
        if pinch.state() == Qt.GestureState.GestureUpdated:
            middle = pinch.centerPoint()
            way = middle - pinch.lastCenterPoint()
            self.pull(way.x(), way.y())
            at = self.mapFromGlobal(middle)
            if self._camera is None:
                self.zoom_by(pinch.scaleFactor(), at)
            else:
                self._camera.zoom(pinch.scaleFactor(), self._fraction(at), smooth=False)
        elif pinch.state() != Qt.GestureState.GestureStarted and self._camera is not None:
            self._camera.let_go()

    def _is_of_camera(
        self,
        event: QKeyEvent,
        arrows: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> bool:
        """Whether a key moves the camera; ``arrows``: what is held down with an arrow that does."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~_UNSEEN
        return self.is_turned and (
            (key in _TURNS and held == arrows)
            or (key in _ZOOMS and held == Qt.KeyboardModifier.NoModifier)
        )

    def _turn_by_key(
        self,
        event: QKeyEvent,
        arrows: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> bool:
        """Move the camera; False where the key is not for it."""
        if self._camera is None or not self._is_of_camera(event, arrows):
            return False
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return self._camera.press_key(event.key(), shift=shift)

    def _heights(self, dx: float, dy: float) -> tuple[float, float]:
        """A way on the screen in heights of the picture."""
        height = max(1.0, self._view.height * self._view.zoom)
        return (-dx if self._view.mirrored else dx) / height, dy / height

    def _fraction(self, at: QPointF | None) -> Fraction | None:
        return self._view.to_picture(at.x(), at.y()) if at is not None else None
