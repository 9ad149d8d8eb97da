"""What, which side and where: the lines over the picture, never scrolled away."""

from itertools import product
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.catalog import Acupoint, Catalog
from massage_trainer.domain.keys import Action, KeyMap
from massage_trainer.domain.timeline import Row, Segment, SegmentKind
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.chip import Chip, ChipKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.key_names import with_keys
from massage_trainer.widgets.labels import side_text
from massage_trainer.widgets.step_details import place_text
from massage_trainer.widgets.step_lines import row_name
from massage_trainer.widgets.text_block import LINE_HEIGHT, TextBlock
from massage_trainer.widgets.theme import Scale

_NAME_PERCENTS: Final = (4.2, 4.0, 3.8, 3.6, 3.4, 3.2)  # the largest that needs one line only


class Headline(QWidget):
    """The step's name; below it side, point, place, and the way to its source.

    Both lines keep their height from step to step, so that the picture does not jump.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = 0
        self._keys = KeyMap()
        self._point: Acupoint | None = None
        self._scale = Scale(720)
        self.name = TextBlock(_NAME_PERCENTS[0], weight=QFont.Weight.DemiBold, parent=self)
        self.name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.side = Chip(ChipKind.STRONG, 2.5, self)
        self.point = Chip(ChipKind.SOFT, 2.5, self)
        self.place = TextBlock(2.1, "muted", parent=self)
        self.place.setWordWrap(False)
        for part in (self.side, self.point, self.place):
            part.setMinimumWidth(1)  # never wider than the page for the words' sake
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
        self._point = catalog.points.get(segment.point_id)
        self.point.setVisible(self._point is not None)
        # A choice stands before the first step of its part, but is not that step.
        choice = segment.kind is SegmentKind.CHOICE
        self.place.show_text("" if choice else place_text(segment, catalog, language))
        self._corrections = 0 if choice else len(segment.step.corrections)
        self._fit()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        for part in (self.place, self.name, self.side, self.point):
            part.set_scale(scale)
        self.name.setMinimumHeight(round(scale.text(_NAME_PERCENTS[0]) * LINE_HEIGHT))
        self.source.set_text_px(scale.caption_px)
        self._below.setSpacing(scale.px(1))
        self._fit()

    def show_keys(self, keys: KeyMap) -> None:
        """Name these keys in the hint."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        tip = self.tr("What the article says and what is taught here")
        self.source.setToolTip(with_keys(tip, self._keys, Action.SOURCE))
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
        for source, names in product(self._source_texts(), self._point_texts()):
            self.source.setText(source)
            self.point.show_text(names)
            if self._taken() <= self.width():
                break
        self.source.updateGeometry()
        room = self.width() - self._taken() - self._below.spacing()
        self.place.setVisible(self.place.natural_width() <= room)

    def _taken(self) -> int:
        parts = [part for part in (self.side, self.point) if part.text()]
        widths = [part.sizeHint().width() for part in (*parts, self.source)]
        return sum(widths) + len(widths) * self._below.spacing()

    def _source_texts(self) -> tuple[str, ...]:
        """The words of the source button, the longest first."""
        short = self.tr("Source")
        if not self._corrections:
            return (short,)
        return self.tr("Source: %n correction(s)", "", self._corrections), short

    def _point_texts(self) -> tuple[str, ...]:
        """The names of the point, Vietnamese first, the longest list first."""
        point = self._point
        if point is None:
            return ("",)
        names = (point.name_vi, point.code, point.pinyin, point.hanzi)
        lists = (" · ".join(names[:count]) for count in (4, 3, 2))
        return (*lists, point.code)
