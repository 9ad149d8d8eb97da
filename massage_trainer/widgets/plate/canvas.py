"""The sheet with the picture and what is drawn over it, at any zoom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.plate.calm import CalmLabels
from massage_trainer.widgets.plate.overlay import Overlay
from massage_trainer.widgets.plate.shapes import Box
from massage_trainer.widgets.plate.viewport import Viewport
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.words import PlateWords


class PlateCanvas(QWidget):
    """Paints a picture on a rounded sheet and the points of a view-model over it.

    Signals:
        view_changed: another part of the picture is seen.
    """

    view_changed = Signal()

    def __init__(
        self, model: PlateViewModel, words: PlateWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words = words
        self._picture: QImage | None = None
        self._fine: QImage | None = None
        self._small: QImage | None = None
        self._view = Viewport(0, 0, 1, 1)
        self._covered: tuple[Box, ...] = ()
        self._overlay: Overlay | None = None
        self._text_px = 12
        self._calm = CalmLabels()
        self._is_live = False
        model.changed.connect(self.refresh)
        model.moved.connect(self.refresh)

    @property
    def view(self) -> Viewport:
        """Which part of the picture is seen, and where."""
        return self._view

    @property
    def overlay(self) -> Overlay:
        """What is drawn over the picture now."""
        if self._overlay is None:
            font = sized(self.font(), self._text_px)
            view, covered, calm = self._view, self._covered, self._calm
            self._overlay = Overlay(self._model, self._words, view, font, covered, calm)
        return self._overlay

    @property
    def card(self) -> QRectF:
        """The sheet: as large as the picture."""
        return QRectF(*self._view[:4])

    @property
    def has_fine(self) -> bool:
        """Whether there is a larger picture for zooming in."""
        return self._fine is not None

    @property
    def is_live(self) -> bool:
        """Whether the picture is drawn by what lies beneath."""
        return self._is_live

    def set_live(self, *, on: bool) -> None:
        """Leave the picture to a live one beneath the sheet, and paint only what is over it."""
        if on != self._is_live:
            self._is_live = on
            self._view = self._view._replace(zoom=1.0).inside()
            self._fit()
            self.refresh()
            self.view_changed.emit()

    def show_picture(self, picture: QImage | None) -> None:
        """Show another picture, as a whole."""
        self._fine = None
        self._view = Viewport(0, 0, 1, 1, mirrored=self._view.mirrored)
        self.replace_picture(picture)

    def replace_picture(self, picture: QImage | None) -> None:
        """Show the same picture decoded in another size; the view of it stays."""
        self._picture = picture
        self._fit()

    def show_fine(self, fine: QImage | None) -> None:
        """Draw from this one while zoomed in; None: it is not here yet."""
        self._fine = fine
        self.update()

    def set_mirrored(self, *, mirrored: bool) -> None:
        """Show the picture as in a mirror; words are never mirrored."""
        self.set_view(self._view._replace(mirrored=mirrored))

    def set_words(self, words: PlateWords) -> None:
        """Speak another language, or of another catalogue."""
        self._words = words
        self.refresh()

    def set_scale(self, scale: Scale) -> None:
        self._text_px = scale.caption_px
        self.refresh()

    def set_covered(self, covered: Sequence[QRectF]) -> None:
        """What lies over the picture, so that no label goes under it."""
        boxes = tuple(Box(r.left(), r.top(), r.width(), r.height()) for r in covered)
        if boxes != self._covered:
            self._covered = boxes
            self.refresh()

    def refresh(self) -> None:
        """Something that is drawn over the picture is different."""
        self._overlay = None
        self.update()

    def set_view(self, view: Viewport) -> None:
        """See another part of the picture, or the same elsewhere; a live one is always whole."""
        if self._is_live:
            view = view._replace(zoom=1.0, mirrored=False).inside()
        if view != self._view:
            self._view = view
            self.refresh()
            self.view_changed.emit()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer or further, around a place of the screen or the point that is worked on."""
        if at is None:
            here = [mark for mark in self._model.marks if mark.active]
            chosen = self._model.chosen or (here[0] if len(here) == 1 else None)
            at = QPointF(*self._view.to_screen(chosen.at)) if chosen else self.card.center()
        self.set_view(self._view.zoomed(factor, at.x(), at.y()))

    def show_whole(self) -> None:
        """No zoom."""
        self.set_view(self._view._replace(zoom=1.0).inside())

    def pull(self, dx: float, dy: float) -> None:
        """Show what lies beside."""
        self.set_view(self._view.panned(dx, dy))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None and not self._is_live:
            return
        theme, scale = theme_of(self), Scale.of(self)
        painter = QPainter(self)
        card = self.card
        painter.setClipRect(card)
        if not self._is_live:
            self._paint_picture(painter, card)
        self.overlay.paint(painter, theme)
        painter.setClipping(False)
        # Rounded corners by painting what is outside: a round clip would slow the picture down.
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(card)
        inside.addRoundedRect(card, scale.radius, scale.radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), theme.paper)
        painter.setPen(theme.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), scale.radius, scale.radius)
        if self.hasFocus():
            draw_focus(painter, card, scale.radius, theme.plate_ink)

    def _paint_picture(self, painter: QPainter, card: QRectF) -> None:
        painter.save()
        if self._view.mirrored:
            painter.translate(2 * card.center().x(), 0)
            painter.scale(-1, 1)
        if self._view.zoom == 1.0 and self._small is not None:
            painter.drawImage(card.topLeft(), self._small)  # dot by dot
        elif picture := self._fine or self._picture:
            share = 1 / self._view.zoom
            width, height = picture.width(), picture.height()
            seen = QRectF(
                (self._view.across - share / 2) * width,
                (self._view.down - share / 2) * height,
                share * width,
                share * height,
            )
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(card, picture, seen)
        painter.restore()

    def _fit(self) -> None:
        """The sheet hugs the picture; where it is given less room, both are smaller."""
        picture = self._picture
        self._small = picture
        if picture is None:
            self.set_view(self._view.on(0, 0, max(1, self.width()), max(1, self.height())))
            return
        ratio = picture.devicePixelRatio()
        if picture.deviceIndependentSize().height() > self.height() + 1:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = picture.scaledToHeight(max(1, round(self.height() * ratio)), smooth)
        size = (self._small or picture).deviceIndependentSize()
        top = max(0, int((self.height() - size.height()) / 2))
        self.set_view(self._view.on(0, top, size.width(), size.height()))
        self.update()
