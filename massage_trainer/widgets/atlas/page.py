"""The atlas: a list to search, the picture of the body, and the card of the chosen point."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.atlas.body_view import BodyView
from massage_trainer.widgets.atlas.card import PointCard
from massage_trainer.widgets.atlas.finder import PointFinder
from massage_trainer.widgets.atlas.layers import LayerRow
from massage_trainer.widgets.plate.still_picture import MakePicture, StillPicture
from massage_trainer.widgets.study_area import StudyPage
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.viewmodels.atlas import AtlasViewModel
    from massage_trainer.widgets.plate.words import PlateWords

_WIDE: Final = 1.6  # width over height from which the card stands beside the picture


class AtlasPage(StudyPage):
    """Typing anywhere searches; PageUp and PageDown go along the channel of the chosen point."""

    def __init__(
        self,
        atlas: AtlasViewModel,
        plates: PlateSource[QImage],
        words: Callable[[], PlateWords],
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        moves: Callable[[], bool],
        make_picture: MakePicture = StillPicture,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("atlas")
        self._atlas = atlas
        self._words = words
        self._scale = Scale(720)
        self.finder = PointFinder(atlas, language, self)
        self.layers = LayerRow(atlas, self)
        self.picture = make_picture(plates, words(), self)
        self.body = BodyView(atlas, self.picture, language, client, moves)
        self.card = PointCard(atlas, language, self.body.sees, self)
        self._lay_out()
        atlas.chosen.connect(self._show_chosen)
        atlas.drawn.connect(self._follow)
        self.card.left_for.connect(atlas.choose)
        self.retranslate()

    def arrive(self) -> None:
        """Read what may have changed meanwhile, and be ready to search."""
        self._atlas.renew()
        self.finder.search.setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        unit = scale.unit
        for part in (self.finder, self.layers, self.picture, self.card):
            part.set_scale(scale)
        self._columns.setContentsMargins(2 * unit, 0, 2 * unit, unit)
        self._columns.setSpacing(2 * unit)
        self._middle.setSpacing(unit)
        self._both.setSpacing(2 * unit)
        self._arrange()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Atlas of the points"))
        self.picture.set_words(self._words())
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if not self.picture.is_live:  # whose hands have turned it as it is
            self.body.look()

    def hideEvent(self, event: QHideEvent) -> None:
        self.body.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Whatever no part of the page has taken for itself."""
        atlas, key = self._atlas, event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match key:
            case Qt.Key.Key_PageDown:
                atlas.go_along(1)
            case Qt.Key.Key_PageUp:
                atlas.go_along(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down if alt:
                atlas.go_along(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up if alt:
                atlas.go_along(-1)
            case Qt.Key.Key_Down:
                atlas.move(1)
            case Qt.Key.Key_Up:
                atlas.move(-1)
            case Qt.Key.Key_Escape:
                self._step_back()
            case _ if self.finder.take_letter(event):
                pass
            case _:
                super().keyPressEvent(event)

    def _step_back(self) -> None:
        """Out of the finding, then out of the search, then out of the atlas."""
        if self._atlas.step >= 0:
            self._atlas.find(-1)
        elif self._atlas.query:
            self.finder.search.clear()
        else:
            self.left.emit()

    @Slot()
    def _show_chosen(self) -> None:
        self.body.show_chosen()
        self._name_picture()

    @Slot()
    def _follow(self) -> None:
        self.body.follow()
        self._name_picture()

    def _name_picture(self) -> None:
        name = self.body.describe()
        canvas = self.picture.canvas
        text = self.tr("Picture of the body: {point}").format(point=name)
        canvas.setAccessibleName(text if name else self.tr("Picture of the body"))
        canvas.setAccessibleDescription(
            self.tr("The arrow keys go to the next point, with Shift they move the picture.")
        )

    def _arrange(self) -> None:
        """Card beside the picture, or under it where the window is narrow."""
        wide = self.width() >= _WIDE * self.height()
        way = QBoxLayout.Direction
        self._both.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.finder.setFixedWidth(round(self.width() * (0.2 if wide else 0.28)))
        if wide:
            self.card.setFixedWidth(round(self.width() * 0.26))
            self.card.setMinimumHeight(0)
            self.card.setMaximumHeight(16_777_215)
        else:
            self.card.setMinimumWidth(0)
            self.card.setMaximumWidth(16_777_215)
            self.card.setFixedHeight(round(self.height() * 0.4))

    def _lay_out(self) -> None:
        self._middle = QVBoxLayout()
        self._middle.addWidget(self.layers)
        self._middle.addWidget(self.picture, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addLayout(self._middle, 1)
        self._both.addWidget(self.card)
        self._columns = QHBoxLayout(self)
        self._columns.addWidget(self.finder)
        self._columns.addLayout(self._both, 1)
        self.setTabOrder(self.finder, self.layers)
