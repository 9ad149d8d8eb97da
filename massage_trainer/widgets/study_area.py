"""The pages beside the lessons, under one row of pages and tools."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.page_row import Page, PageRow
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.tool_row import ToolRow


class StudyPage(QWidget):
    """What every page beside the lessons promises: it scales, it speaks both languages.

    Signals:
        left: back to the lessons.
    """

    left = Signal()

    def arrive(self) -> None:
        """The page is shown, for the first time or again: read what may have changed."""

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""

    def retranslate(self) -> None:
        """Say everything in the language of now."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class StudyArea(QWidget):
    """Shows one study page at a time; where the reader is stands in the row above."""

    def __init__(self, pages: Iterable[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("study")
        self.pages = PageRow(Page.LESSONS, self)
        self.tools = ToolRow(self)
        self.tools.set_small(small=True)
        self._stack = QStackedWidget(self)
        self._scale = Scale.of(self)
        self._corner: Button | None = None
        self._corner_pages: frozenset[Page] = frozenset()
        self._top = QHBoxLayout()
        self._top.addWidget(self.pages)
        self._top.addStretch(1)
        self._top.addWidget(self.tools)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)
        self.pages.show_pages(pages)

    @property
    def current(self) -> StudyPage | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, StudyPage) else None

    def show_page(self, page: Page, widget: StudyPage) -> None:
        """Go to a page."""
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        widget.set_scale(self._scale)
        self._stack.setCurrentWidget(widget)
        self.pages.show_here(page)
        if self._corner is not None:
            self._corner.setVisible(page in self._corner_pages)

    def add_corner(self, button: Button, pages: Collection[Page]) -> None:
        """Put a button before the tools, on these pages alone."""
        self._corner, self._corner_pages = button, frozenset(pages)
        button.set_text_px(self._scale.caption_px)
        self._top.insertWidget(self._top.indexOf(self.tools), button)
        lead_tab(self.pages, button, self.tools)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        if self._corner is not None:
            self._corner.set_text_px(scale.caption_px)
        unit = scale.unit
        self.pages.set_scale(scale)
        self.tools.set_scale(scale)
        self._top.setContentsMargins(2 * unit, unit, 2 * unit, 0)
        self._column.setSpacing(unit)
        if self.current is not None:
            self.current.set_scale(scale)
