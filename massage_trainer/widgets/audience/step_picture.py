"""The picture of a step before the class, without words where it cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.plate.keeper import PictureKeeper, PictureWish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.ports import PlateSource


class StepPicture(QWidget):
    """Paints the largest picture that fits, dot by dot; a missing one leaves the paper empty."""

    def __init__(self, plates: PlateSource[QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = PictureKeeper(plates, self)

    @property
    def wish(self) -> PictureWish:
        """Which picture was asked for."""
        return self._keeper.wish

    @property
    def still(self) -> Still | None:
        """The picture that answers the wish."""
        return self._keeper.still

    @property
    def shows_picture(self) -> bool:
        return isinstance(self._keeper.picture, QImage)

    def show_wish(self, wish: PictureWish, ahead: Sequence[PictureWish]) -> None:
        """Show this picture, and have those that may come next decoded meanwhile."""
        if wish != self._keeper.wish or self._keeper.picture is None:
            self._keeper.want(wish, ahead)
            self._load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._load()

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._keeper.picture
        if isinstance(picture, QImage):
            size = QSizeF(picture.deviceIndependentSize())
            room = QRectF(0, 0, size.width(), size.height())
            room.moveCenter(QRectF(self.rect()).center())
            QPainter(self).drawImage(room.topLeft().toPoint(), picture)

    def _load(self) -> None:
        if not self._keeper.wish.plate_id or min(self.width(), self.height()) < 2:
            return
        ratio = self.devicePixelRatioF()
        if self._keeper.load(round(self.width() * ratio), round(self.height() * ratio), ratio):
            self.update()
