"""What, which side and where: the lines over the picture, never scrolled away."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.timeline import Row, Segment
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.chip import Chip, ChipKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import side_text
from massage_trainer.widgets.step_details import place_text
from massage_trainer.widgets.step_lines import row_name
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

_NAME_PERCENTS: Final = (4.2, 4.0, 3.8, 3.6, 3.4, 3.2)  # the largest that needs one line only


class Headline(QWidget):
    """The step's name; below it side, point, place, and the way to its source.

    Both lines keep their height from step to step, so that the picture does not jump.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = 0
        self._scale = Scale(720)
        self.name = TextBlock(_NAME_PERCENTS[0], weight=QFont.Weight.DemiBold, parent=self)
        self.side = Chip(ChipKind.STRONG, 2.5, self)
        self.point = Chip(ChipKind.SOFT, 2.5, self)
        self.place = TextBlock(2.1, "muted", parent=self)
        self.place.setWordWrap(False)
        self.source = Button(ButtonKind.PLAIN, Icon.BOOK, self)
        self.source.setObjectName("source-chip")
        self._below = QHBoxLayout()
        for part in (self.side, self.point, self.place):
            self._below.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._below.addStretch(1)
        self._below.addWidget(self.source, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(self._below)
        self.retranslate()

    def show_segment(self, row: Row, segment: Segment, catalog: Catalog, language: str) -> None:
        self.name.show_text(row_name(row, language))
        side = segment.side
        self.side.show_text(side_text(side) if side else "")
        self.side.setVisible(side is not None)
        point = catalog.points.get(segment.point_id)
        names = " · ".join((point.name_vi, point.code, point.pinyin, point.hanzi)) if point else ""
        self.point.show_text(names)
        self.point.setVisible(point is not None)
        self.place.show_text(place_text(segment, catalog, language))
        self._corrections = len(segment.step.corrections)
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for part in (self.place, self.name, self.side, self.point):
            part.set_scale(scale)
        self.source.set_text_px(scale.caption_px)
        self._below.setSpacing(scale.px(1))
        self._fit()

    def retranslate(self) -> None:
        if self._corrections:
            words = self.tr("Source: %n correction(s)", "", self._corrections)
        else:
            words = self.tr("Source")
        self.source.setText(words)
        self.source.setToolTip(self.tr("What the article says and what is taught here (S)"))
        self.source.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fit(self) -> None:
        """A long name gets smaller; a place without room is left to the instructions."""
        for percent in _NAME_PERCENTS:
            font = sized(self.font(), self._scale.text(percent), QFont.Weight.DemiBold)
            if QFontMetricsF(font).horizontalAdvance(self.name.text()) < self.width() - 2:
                break
        self.name.set_percent(percent, self._scale)
        shown = [part for part in (self.side, self.point) if part.text()]
        taken = sum(part.sizeHint().width() + self._below.spacing() for part in shown)
        taken += self.source.sizeHint().width() + 2 * self._below.spacing()
        self.place.setVisible(taken + self.place.natural_width() <= self.width())
