"""What lies around a picture: its buttons beside it, bar and words over its edges or under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF

from massage_trainer.widgets.plate.strip_place import share_of, told_height
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.strip import Strip
    from massage_trainer.widgets.plate.tools import PlateTools
    from massage_trainer.widgets.plate.view import PlateView
    from massage_trainer.widgets.stage.live_bar import LiveBar

_BAR_HEIGHTS: Final = 7  # a picture as high as so many bars has room for one


@dataclass(frozen=True, slots=True)
class PictureEdges:
    """Children of one widget. A small body that moves is left free: what tells of it lies under."""

    whole: QWidget
    view: PlateView
    strip: Strip
    tools: PlateTools
    model: PlateViewModel

    def arrange(self, room: QRect, card: QRect, bar: LiveBar | None, *, live: bool) -> int:
        """Place everything; answers how much of height it takes under the room."""
        margin = Scale.of(self.view).unit
        size = self.tools.arrange(room.height())
        left = min(card.right() + 1 + margin, max(0, self.whole.width() - size.width()))
        self.tools.setGeometry(QRect(QPoint(left, card.top()), size))
        if bar is None or not live:
            if bar is not None:
                bar.hide()
            self._place_strip(card, margin, [])
            return 0
        has_room = card.height() >= _BAR_HEIGHTS * bar.sizeHint().height()
        # While hands work on a small picture keys and mouse are enough.
        bar.setVisible(bar.may_step or has_room)
        if not has_room:
            return self._place_under(room, card, margin, bar)
        self._place_strip(card, margin, [self._place_bar(card, margin, bar)])
        return 0

    def _place_bar(self, card: QRect, margin: int, bar: LiveBar) -> QRectF:
        """Answers what of the picture it takes."""
        size = bar.arrange(card.width() - 2 * margin)
        top = card.bottom() + 1 - margin - size.height()
        place = QRect(QPoint(card.left() + margin, top), size)
        bar.setGeometry(place)
        bar.raise_()
        return QRectF(place)

    def _place_under(self, room: QRect, card: QRect, margin: int, bar: LiveBar) -> int:
        under = room.bottom() + 1
        if not bar.isHidden():
            bar.setGeometry(QRect(QPoint(0, under + margin), bar.arrange(self.whole.width())))
            under = bar.geometry().bottom() + 1
        if not self.strip.isHidden():
            width = self.whole.width()
            high = self.strip.height_for(width, round(card.height() * share_of(self.model)))
            self.strip.setGeometry(QRect(0, under + margin, width, high))
            under = self.strip.geometry().bottom() + 1
        self.view.set_covered([])
        return under - room.bottom() - 1

    def _place_strip(self, card: QRect, margin: int, bar: Sequence[QRectF]) -> None:
        """Over the edge that is further from what it tells of."""
        shown = not self.strip.isHidden()
        width = max(1, card.width() - 2 * margin)
        place, part = told_height(self.model, self.view.view), share_of(self.model)
        height = self.strip.height_for(width, max(1, round(card.height() * part)))
        lower = round(bar[0].top()) if bar else card.bottom() + 1
        top = lower - height - margin
        if place is not None and place > card.top() + card.height() / 2:
            top = card.top() + margin
        strip = QRect(card.left() + margin, top, width, height)
        beside = self.tools.geometry().right() + margin
        whole = self.whole
        if place is None and whole.width() - beside > card.width():  # a small picture
            width = whole.width() - beside
            strip = QRect(beside, 0, width, self.strip.height_for(width, whole.height()))
        self.strip.setGeometry(strip)
        self.view.set_covered([*bar, QRectF(strip)] if shown else list(bar))
