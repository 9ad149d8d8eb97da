"""Search, filters and the list of the points that fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_trainer.widgets.atlas.point_list import PointList
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.atlas import Choice
    from massage_trainer.viewmodels.atlas import AtlasViewModel


class SearchField(QLineEdit):
    """A line to type in; whatever moves through the list is left to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt or key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = 2.0 if focused else 1.2
        painter.setPen(QPen(theme.accent if focused else theme.outline, width))
        inset = width / 2
        body = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(body, 5, 5)


class PointFinder(QWidget):
    """Everything that leads to a point by words."""

    def __init__(
        self, atlas: AtlasViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._language = language
        self.search = SearchField(self)
        self.search.setObjectName("search")
        self.search.setFrame(False)
        self.search.setClearButtonEnabled(True)
        self.channel = self._box("channel")
        self.region = self._box("region")
        self.lesson = self._box("lesson")
        self.count = TextBlock(1.9, "muted", parent=self)
        self.count.setObjectName("count")
        self.list = PointList(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.channel, self.region, self.lesson, self.count):
            self._column.addWidget(part)
        self._column.addWidget(self.list, 1)
        self.search.textChanged.connect(atlas.search)
        for box in (self.channel, self.region, self.lesson):
            box.currentIndexChanged.connect(self._filter)
        self.list.code_chosen.connect(atlas.choose)
        atlas.listed.connect(self._show_list)
        atlas.chosen.connect(self._show_chosen)
        self.retranslate()

    def take_letter(self, event: QKeyEvent) -> bool:
        """A letter that was typed elsewhere goes into the search."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        letter = event.text()
        if held or not letter.strip() or not letter.isprintable():
            return False
        self.search.setFocus()
        self.search.setText(letter)
        return True

    def set_scale(self, scale: Scale) -> None:
        for box in (self.channel, self.region, self.lesson):
            box.setFont(sized(box.font(), scale.caption_px))
        self.search.setFont(sized(self.search.font(), scale.control_px))
        self.search.setFixedHeight(round(scale.control_px * 2.2))
        self.search.setTextMargins(scale.unit, 0, scale.unit, 0)
        self.count.set_scale(scale)
        self.list.set_scale(scale)
        self._column.setSpacing(max(2, scale.unit // 2))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = self.tr("Name, code, meaning…")
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(self.tr("Search for a point"))
        self.search.setAccessibleDescription(
            self.tr(
                "Vietnamese, pinyin, characters or English, with or without marks. "
                "The up and down keys go through the list."
            )
        )
        atlas, wanted = self._atlas.atlas, self._atlas.wanted
        self._fill(self.channel, self.tr("All channels"), atlas.channels, wanted.channel)
        self._fill(self.region, self.tr("All regions"), atlas.regions, wanted.region)
        self._fill(self.lesson, self.tr("All lessons"), atlas.lessons, wanted.lesson)
        self.channel.setAccessibleName(self.tr("Channel"))
        self.region.setAccessibleName(self.tr("Region"))
        self.lesson.setAccessibleName(self.tr("Lesson"))
        self._show_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _show_list(self) -> None:
        atlas = self._atlas
        self.list.show_points(atlas.atlas, atlas.found, self._language())
        taught = sum(each.taught for each in atlas.found)
        others = len(atlas.found) - taught
        text = self.tr("%n point(s)", "", taught)
        if others:
            text = self.tr("{points}, and %n known by name alone", "", others).format(points=text)
        if not atlas.found:
            text = self.tr("Nothing is called so. Fewer letters find more.")
        self.count.show_text(text)
        self.count.setAccessibleName(text)
        self.list.setAccessibleDescription(text)
        self._show_chosen()
        if self.search.hasFocus() and QAccessible.isActive():  # the card tells the best one itself
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, text))

    @Slot()
    def _show_chosen(self) -> None:
        self.list.show_chosen(self._atlas.code)

    @Slot()
    def _filter(self) -> None:
        self._atlas.filter(
            channel=str(self.channel.currentData() or ""),
            region=str(self.region.currentData() or ""),
            lesson=str(self.lesson.currentData() or ""),
        )

    def _fill(self, box: ChoiceBox, everything: str, choices: tuple[Choice, ...], now: str) -> None:
        box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        box.clear()
        box.addItem(everything, "")
        for choice in choices:
            box.addItem(choice.title.in_language(self._language()), choice.id)
        box.setCurrentIndex(max(0, box.findData(now)))
        box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        return box
