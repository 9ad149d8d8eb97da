"""A sheet under an instructor's hands: touches in fractions of its picture, and gestures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from massage_trainer.widgets.audience.board_sheet import BoardSheet
from massage_trainer.widgets.plate.handled import ZOOM_STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.handled import CameraGestures
    from massage_trainer.widgets.plate.words import PlateWords

_WHEEL_STEP: Final = 120
_PANNING: Final = (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)


class _Press(NamedTuple):
    """Where a button went down, where the pointer is since, and what it moves."""

    start: QPointF
    last: QPointF
    strayed: bool = False
    turns: bool = False
    pans: bool = False


class HandledSheet(BoardSheet):
    """Tells touches only after ``set_handled``, whatever the size, zoom and mirroring.

    While a camera is given, wheel, pinch and other buttons move that; so does the left one while
    no tool is in the hand.

    Signals:
        pointed: Fraction; one click, where the button went down.
        hovered: Fraction or None; the pointer is there with no button down.
        pressed: Fraction; the left button went down.
        dragged: Fraction; it is held, and the pointer is there now.
        released: it was let go.
        zoom_wanted: float, Fraction; nearer (above 1) or further, around this place.
    """

    pointed = Signal(tuple)
    hovered = Signal(object)
    pressed = Signal(tuple)
    dragged = Signal(tuple)
    released = Signal()
    zoom_wanted = Signal(float, tuple)

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        find: Callable[[Vector], Fraction | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, words, find, parent)
        self._press: _Press | None = None
        self._camera: CameraGestures | None = None
        self._turns = True
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.set_handled(handled=False)

    def set_handled(self, *, handled: bool) -> None:
        """Tell what the pointer does; else it goes through to what lies behind."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not handled)
        self.setMouseTracking(handled)

    def set_camera_gestures(self, camera: CameraGestures | None) -> None:
        """Gestures move this camera; None: they zoom the picture."""
        if camera is not self._camera:
            self._press = None
            self._camera = camera

    def set_turning(self, *, on: bool) -> None:
        """Whether the left button turns the body, or has something else in the hand."""
        self._turns = on

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                    self._zoom(1 + event.value(), event.position())
                    return True
            case QEvent.Type.Gesture if isinstance(event, QGestureEvent):
                pinch = event.gesture(Qt.GestureType.PinchGesture)
                if isinstance(pinch, QPinchGesture):
                    self._pinch(pinch)
                    return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = ZOOM_STEP ** (event.angleDelta().y() / _WHEEL_STEP)
        self._zoom(factor, event.position(), smooth=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here, button = event.position(), event.button()
        at, self._press = self._at(here), None
        if at is None:
            return
        if button == Qt.MouseButton.LeftButton:
            turns = self._camera is not None and self._turns
            pans = turns and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._press = _Press(here, here, turns=turns, pans=pans)
            self.pressed.emit(at)
        elif self._camera is not None and button in _PANNING:
            self._press = _Press(here, here, pans=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here, press = event.position(), self._press
        at = self._at(here)
        if press is None:
            self.hovered.emit(at)
            return
        way = here - press.start
        far = math.hypot(way.x(), way.y()) >= QApplication.startDragDistance()
        self._press = press._replace(last=here, strayed=press.strayed or far)
        if self._camera is not None and (press.pans or press.turns):
            if self._press.strayed:
                move = self._camera.pan if press.pans else self._camera.turn
                move(*self._heights(here - press.last))
        elif at is not None:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None:
            return
        if press.strayed and self._camera is not None:
            self._camera.let_go()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._at(press.start)  # fingers slip a little
        self.released.emit()
        if at is not None and not press.strayed:
            self.pointed.emit(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        turns = self._camera is not None and self._turns
        if turns and at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._press = None
            assert self._camera is not None
            self._camera.visit(at)
        else:
            super().mouseDoubleClickEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _at(self, position: QPointF) -> Fraction | None:
        return self._view.to_picture(position.x(), position.y())

    def _heights(self, way: QPointF) -> tuple[float, float]:
        """A way on the screen in heights of the picture."""
        height = max(1.0, self._view.height * self._view.zoom)
        return way.x() / height, way.y() / height

    def _pinch(self, pinch: QPinchGesture) -> None:
        """Two fingers pull a live picture, too."""
        self._press = None
        middle = pinch.centerPoint()
        began = pinch.state() == Qt.GestureState.GestureStarted
        if self._camera is not None and not began:
            self._camera.pan(*self._heights(middle - pinch.lastCenterPoint()))
        self._zoom(pinch.scaleFactor(), self.mapFromGlobal(middle))
        over = (Qt.GestureState.GestureFinished, Qt.GestureState.GestureCanceled)
        if self._camera is not None and pinch.state() in over:
            self._camera.let_go()

    def _zoom(self, factor: float, position: QPointF, *, smooth: bool = False) -> None:
        at = self._at(position)
        if at is None or factor <= 0 or factor == 1.0:
            return
        if self._camera is not None:
            self._camera.zoom(factor, at, smooth=smooth)
        else:
            self.zoom_wanted.emit(factor, at)
