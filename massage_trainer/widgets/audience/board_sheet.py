"""A picture and the board over it, painted in fractions of the picture."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.classroom.board import Board, Layer
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.audience.board_layers import LayeredOverlay, switch_layers
from massage_trainer.widgets.audience.board_painting import (
    paint_lens,
    paint_pen,
    paint_picture,
    paint_spotlight,
)
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import round_pen
from massage_trainer.widgets.plate.canvas import PlateCanvas
from massage_trainer.widgets.plate.keeper import AFTER_PAINTING
from massage_trainer.widgets.plate.sketch import Sketch
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.calm import CalmLabels
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.plate.words import PlateWords

_SHAPE: Final = QSize(3, 2)  # of a sheet whose picture is missing
_LAY_OUT_AHEAD: Final = QEvent.Type(QEvent.registerEventType())
_MOST_LAYOUTS: Final = 8  # sizes of words, with names and without


class BoardSheet(PlateCanvas):
    """The picture stands in the middle of its room, as large as it fits, whatever its own size.

    Where names stand is found once for each size of sheet and words, and ahead for sizes that the
    sheet may be given next: it takes longer than all painting.
    """

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        find: Callable[[Vector], Fraction | None],
        parent: QWidget | None = None,
    ) -> None:
        """``find`` says where the picture shows a place of the rest body."""
        self._find = find
        self._board = Board()
        self._points = PointWish()
        self._drawing = BodyDrawing()
        self._sketch: Sketch | None = None
        self._still: QImage | None = None
        self._fitted: tuple[int, QSize, float] | None = None
        self._of: tuple[object, ...] = ()
        self._enlarged = 1.0
        self._laid_out: dict[tuple[Viewport, int, frozenset[Layer]], LayeredOverlay] = {}
        self._next_sizes: tuple[tuple[QSize, int], ...] = ()
        super().__init__(model, words, parent)
        model.changed.connect(self._forget_layouts)
        model.moved.connect(self._forget_layouts)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        switch_layers(model, self._board.layers)

    @property
    def board(self) -> Board:
        """What is laid over the picture."""
        return self._board

    @property
    def overlay(self) -> LayeredOverlay:
        if not isinstance(self._overlay, LayeredOverlay):
            self._overlay = self._overlay_now()
        return self._overlay

    @property
    def sketch(self) -> Sketch:
        """The marks that were asked for."""
        if self._sketch is None:
            font = sized(self.font(), self._text_px)
            places = self._model.places
            self._sketch = Sketch(
                self.seen_drawing, places, self._find, self._view, font, self._enlarged
            )
        return self._sketch

    @property
    def drawing(self) -> BodyDrawing:
        """The marks that were asked for, as they were named."""
        return self._drawing

    @property
    def seen_drawing(self) -> BodyDrawing:
        """The same with its places where the picture shows them now."""
        return self._drawing

    def draw(self, drawing: BodyDrawing) -> None:
        """Draw these marks, and no others, over the picture."""
        if drawing != self._drawing:
            self._drawing = drawing
            self._sketch = None
            self.update()

    def show_board(self, board: Board) -> None:
        """Lay this over the picture."""
        before, self._board = self._board, board
        if board.layers != before.layers:
            switch_layers(self._model, board.layers)
            self.refresh()
        if board.view != before.view:
            self._follow_view()
        if board != before:
            self.update()

    def set_text_px(self, pixel_size: int) -> None:
        """The size of the names on the picture."""
        if pixel_size != self._text_px:
            self._text_px = pixel_size
            self.refresh()

    def may_become(self, sizes: Iterable[tuple[QSize, int]]) -> None:
        """Which room and which size of names the sheet may be given next."""
        self._next_sizes = tuple(sizes)

    def set_words(self, words: PlateWords) -> None:
        self._laid_out.clear()
        super().set_words(words)

    def enlarge_marks(self, factor: float) -> None:
        """Draw the marks of a drawing larger, for whoever looks from further away."""
        if factor != self._enlarged:
            self._enlarged = factor
            self.refresh()

    def set_scale(self, scale: Scale) -> None:
        self.set_text_px(scale.caption_px)

    def refresh(self) -> None:
        self._sketch = None
        super().refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == _LAY_OUT_AHEAD:
            self._lay_out_ahead()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        card = self.card
        painter.setClipRect(card)
        if self._is_live:
            self._paint_marks(painter)
            self._paint_board(painter)
        elif self._picture is None:
            painter.fillRect(card, theme_of(self).plate)
        else:
            painter.drawImage(card.topLeft(), self._lying_still())
            self._paint_board(painter)
        painter.setClipping(False)
        self._paint_corners(painter, card)

    def _paint_board(self, painter: QPainter) -> None:
        theme, board, view = theme_of(self), self._board, self._view
        paint_pen(painter, board.lines, view, theme)
        if board.spotlight is not None:
            paint_spotlight(painter, board.spotlight, view, theme)
        if board.lens is not None:
            paint_lens(painter, board.lens, view, theme, self._paint_near)

    def _paint_marks(self, painter: QPainter) -> None:
        theme = theme_of(self)
        self.overlay.paint(painter, theme)
        if self._drawing != BodyDrawing():
            self.sketch.paint(painter, theme)

    def _lying_still(self) -> QImage:
        """Picture and marks, kept: what an instructor moves over them moves many times a second."""
        sketch = self.sketch if self._drawing != BodyDrawing() else None
        shown = self._small if self._view.zoom == 1.0 else self._fine or self._picture
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        of = (self.overlay, sketch, shown, theme, self._view, ratio)
        if self._still is not None and all(map(is_, of[:4], self._of)) and of[4:] == self._of[4:]:
            return self._still
        card = self.card
        still = QImage((card.size() * ratio).toSize(), QImage.Format.Format_RGB32)
        still.setDevicePixelRatio(ratio)
        painter = QPainter(still)
        painter.translate(-card.topLeft())
        if self._view.zoom == 1.0 and shown is not None:
            painter.drawImage(card.topLeft(), shown)  # dot by dot
        elif shown is not None:
            paint_picture(painter, shown, self._view)
        self._paint_marks(painter)
        painter.end()
        self._still, self._of = still, of
        return still

    def _paint_near(self, painter: QPainter, near: Viewport) -> None:
        """Without names: they would be laid out anew with each move of the magnifier."""
        theme = theme_of(self)
        picture = self._near_picture()
        if picture is not None:
            paint_picture(painter, picture, near)
        layers = self._board.layers - {Layer.LABELS}
        self._overlay_on(near, layers).paint(painter, theme)
        paint_pen(painter, self._board.lines, near, theme)

    def _near_picture(self) -> QImage | None:
        """What the magnifier enlarges."""
        return self._fine or self._picture

    def _paint_corners(self, painter: QPainter, card: QRectF) -> None:
        """By painting what is outside: a round clip would slow the picture down."""
        theme, radius = theme_of(self), Scale.of(self).radius
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(card)
        inside.addRoundedRect(card, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), self.palette().window())
        painter.strokePath(inside, round_pen(theme.line, 1))

    def _overlay_now(self) -> LayeredOverlay:
        if self._is_live or self._view.zoom > 1:  # each view of it is seen for a moment only
            return self._overlay_on(self._view, self._board.layers, self._calm)
        overlay = self._layout_of(self._view, self._text_px)
        overlay.remind(self._calm)
        QCoreApplication.postEvent(self, QEvent(_LAY_OUT_AHEAD), AFTER_PAINTING)
        return overlay

    def _layout_of(self, view: Viewport, text_px: int) -> LayeredOverlay:
        of = (view, text_px, self._board.layers)
        if of not in self._laid_out:
            while len(self._laid_out) >= _MOST_LAYOUTS:
                del self._laid_out[next(iter(self._laid_out))]
            self._laid_out[of] = self._overlay_on(view, of[2], text_px=text_px)
        return self._laid_out[of]

    def _lay_out_ahead(self) -> None:
        """One size at a time: whatever happens meanwhile comes first."""
        if self._is_live or self._view.zoom > 1 or self._picture is None:
            return
        for size, text_px in self._next_sizes:
            view = self._seen(self._view_in(size))
            if (view, text_px, self._board.layers) not in self._laid_out:
                self._layout_of(view, text_px)
                QCoreApplication.postEvent(self, QEvent(_LAY_OUT_AHEAD), AFTER_PAINTING)
                return

    @Slot()
    def _forget_layouts(self) -> None:
        self._laid_out.clear()

    def _overlay_on(
        self,
        view: Viewport,
        layers: frozenset[Layer],
        calm: CalmLabels | None = None,
        text_px: int = 0,
    ) -> LayeredOverlay:
        font = sized(self.font(), text_px or self._text_px)
        return LayeredOverlay(self._model, self._words, view, font, layers, calm)

    def _follow_view(self) -> None:
        self.set_view(self._seen(self._view))

    def _seen(self, view: Viewport) -> Viewport:
        """The part of the picture that the board asks for."""
        asked = self._board.view
        return view._replace(zoom=asked.zoom, across=asked.across, down=asked.down).inside()

    def _card_in(self, size: QSize) -> QRect:
        """The sheet keeps the proportions of the picture, and each of its sides is whole dots."""
        picture, ratio = self._picture, self.devicePixelRatioF()
        room = QSize(round(size.width() * ratio), round(size.height() * ratio))
        card = _SHAPE if picture is None else picture.size()
        card = card.scaled(room, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        left, top = (room.width() - card.width()) // 2, (room.height() - card.height()) // 2
        return QRect(left, top, card.width(), card.height())

    def _view_in(self, size: QSize) -> Viewport:
        """The view in a room of this size."""
        card, ratio = self._card_in(size), self.devicePixelRatioF()
        return self._view.on(
            card.x() / ratio, card.y() / ratio, card.width() / ratio, card.height() / ratio
        )

    def _fit(self) -> None:
        picture, ratio = self._picture, self.devicePixelRatioF()
        size = self._card_in(self.size()).size()
        fitted = (picture.cacheKey() if picture else 0, size, ratio)
        if fitted != self._fitted:  # each scaling of a large picture costs 20 ms
            self._fitted = fitted
            self._small = None if picture is None else _exactly(picture, size, ratio)
        self.set_view(self._view_in(self.size()))
        self._follow_view()
        self.update()


def _exactly(picture: QImage, size: QSize, ratio: float) -> QImage:
    """The picture in this size of dots."""
    small = picture
    if picture.size() != size:
        ignore = Qt.AspectRatioMode.IgnoreAspectRatio
        small = picture.scaled(size, ignore, Qt.TransformationMode.SmoothTransformation)
    if small.devicePixelRatio() != ratio:
        small = QImage(small)
        small.setDevicePixelRatio(ratio)
    return small
