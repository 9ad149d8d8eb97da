"""A picture for the class with the board over it; under an instructor's hands it tells touches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.viewmodels.plate import PlateViewModel, PointWish
from massage_trainer.widgets.audience.board_layers import wish_with
from massage_trainer.widgets.audience.board_sheet import BoardSheet
from massage_trainer.widgets.plate.handled import ZOOM_STEP
from massage_trainer.widgets.plate.keeper import PictureKeeper, PictureWish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.classroom.board import Board
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, StillPlaces
    from massage_trainer.widgets.plate.words import PlateWords

_NO_POINTS: Final = PointWish()
_WHEEL_STEP: Final = 120


class BoardPicture(BoardSheet):
    """Shows a still, a board over it, and the marks of a ``BodyDrawing``.

    Where there is no picture it stays an empty sheet: the class reads no errors; whoever looks
    after it finds them in ``problem``. Touches are told only after ``set_handled``: fractions of
    the picture, whatever its size, zoom and mirroring.

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
        self, plates: PlateSource[QImage], words: PlateWords, parent: QWidget | None = None
    ) -> None:
        model = PlateViewModel(plates, lambda _client: None)
        super().__init__(model, words, self.spot_of, parent)
        self.setObjectName("board-picture")
        model.setParent(self)
        self._plates = plates
        self._keeper = PictureKeeper(plates, self)
        self._keeper.fine_decoded.connect(self.show_fine)
        self._start: QPointF | None = None
        self._strayed = False
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.set_handled(handled=False)

    @property
    def still(self) -> Still | None:
        """The picture that is shown."""
        return self._keeper.still

    @property
    def wish(self) -> PictureWish:
        """The picture that was asked for."""
        return self._keeper.wish

    @property
    def client(self) -> ClientBody:
        """Who is seen, whoever was asked for."""
        still = self._keeper.still
        return still.client if still else self._keeper.wish.client

    @property
    def places(self) -> StillPlaces | None:
        """Where everything stands in the picture."""
        return self._model.places

    @property
    def problem(self) -> str:
        """Why there is no picture, or why no place can be asked in it; never for the class."""
        still = self._keeper.still
        if self.wish.plate_id and not isinstance(self._keeper.picture, QImage):
            return self.tr("The picture {name} is missing.").format(name=self.wish.plate_id)
        return self._plates.places_problem(still) if still else ""

    def set_handled(self, *, handled: bool) -> None:
        """Tell what the pointer does; else it goes through to what lies behind."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not handled)
        self.setMouseTracking(handled)

    def show_picture_of(
        self,
        wish: PictureWish,
        points: PointWish = _NO_POINTS,
        ahead: Sequence[PictureWish] = (),
    ) -> None:
        """Show a picture with the points of a step; have those that may follow decoded."""
        other = wish != self._keeper.wish
        self._keeper.want(wish, ahead)
        if other:
            self._fine = None
        self._load(again=other)
        self._points = points
        self._show_points()
        self._look_closely()

    def show_shot(self, shot: Shot, client: ClientBody) -> None:
        """Show the picture of a question, with no points on it."""
        self.show_picture_of(PictureWish(shot.plate_id, shot.side, shot.frame, None, client))

    def show_board(self, board: Board) -> None:
        super().show_board(board)
        self._show_points()
        self._look_closely()

    def place_at(self, at: Fraction) -> Vector | None:
        """The place of the rest body there; None beside the body."""
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return positions.place_at(at) if positions else None

    def spot_of(self, place: Vector) -> Fraction | None:
        """Where the picture shows a place of the rest body; None where it does not."""
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return fraction_of(positions, place) if positions else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._load()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._keeper.wish.plate_id:
            super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DevicePixelRatioChange:  # the same size on another screen
                self._load(again=True)
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                    self._zoom(1 + event.value(), event.position())
                    return True
            case QEvent.Type.Gesture if isinstance(event, QGestureEvent):
                pinch = event.gesture(Qt.GestureType.PinchGesture)
                if isinstance(pinch, QPinchGesture):
                    self._start = None
                    middle = self.mapFromGlobal(pinch.centerPoint())
                    self._zoom(pinch.scaleFactor(), middle)
                    return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(ZOOM_STEP ** (event.angleDelta().y() / _WHEEL_STEP), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        self._start, self._strayed = None, False
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._start = event.position()
            self.pressed.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if self._start is None:
            self.hovered.emit(at)
            return
        way = event.position() - self._start
        far = math.hypot(way.x(), way.y()) >= QApplication.startDragDistance()
        self._strayed = self._strayed or far
        if at is not None:
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._start = self._start, None
        if start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._at(start)  # fingers slip a little
        self.released.emit()
        if at is not None and not self._strayed:
            self.pointed.emit(at)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _at(self, position: QPointF) -> Fraction | None:
        return self._view.to_picture(position.x(), position.y())

    def _zoom(self, factor: float, position: QPointF) -> None:
        at = self._at(position)
        if at is not None and factor > 0 and factor != 1.0:
            self.zoom_wanted.emit(factor, at)

    def _show_points(self) -> None:
        self._model.show(self._keeper.still, wish_with(self._points, self._board.layers))

    def _look_closely(self) -> None:
        near = self._board.view.zoom > 1 or self._board.lens is not None
        if near and not self.has_fine:
            self._keeper.want_fine()

    def _load(self, *, again: bool = False) -> None:
        """Fetch the picture in the size it is painted in, unless it is here already."""
        if not self._keeper.wish.plate_id or self.width() < 2 or self.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if self._keeper.load(width, height, ratio) or again:
            picture = self._keeper.picture
            self.replace_picture(picture if isinstance(picture, QImage) else None)
