"""The row that leads from page to page: lessons, atlas, quiz, progress, class."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.widgets.buttons import FOCUS_MARGIN, Button, ButtonKind
from massage_trainer.widgets.drawing import fill_rounded, frame_rounded
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

_FOCUS_WIDTH = 2.0
_UNDERLINE_PX = 3


class Page(Enum):
    """The pages beside each other, in the order of the row and of Ctrl+1, Ctrl+2 and so on."""

    LESSONS = "lessons"
    ATLAS = "atlas"
    QUIZ = "quiz"
    PROGRESS = "progress"
    CLASS = "class"

    @property
    def key(self) -> str:
        """The key that leads there, by its portable name."""
        return f"Ctrl+{list(Page).index(self) + 1}"


class PageRow(QWidget):
    """One word for each page there is, a line under the one that is shown.

    Signals:
        chosen: Page; somebody wants to go there.
    """

    chosen = Signal(Page)

    def __init__(self, here: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._here = here
        self._text_px = 0
        # Made here, where the way of the Tab key has its place for them.
        self._unlisted = {page: _Tab(self) for page in Page}
        self._tabs: dict[Page, _Tab] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for tab in self._unlisted.values():
            tab.hide()
        self.hide()

    def show_pages(self, pages: Iterable[Page]) -> None:
        """List the pages there are; where there is only this one, nothing needs to be said."""
        for page in pages:
            tab = self._unlisted.pop(page)
            tab.setObjectName(f"page-{page.value}")
            tab.show_here(here=page is self._here)
            tab.clicked.connect(partial(self._choose, page))
            if self._text_px:
                tab.set_text_px(self._text_px)
            self._row.addWidget(tab)
            tab.show()
            self._tabs[page] = tab
        self.retranslate()
        self.setVisible(len(self._tabs) > 1)

    def show_here(self, page: Page) -> None:
        """Underline another page."""
        self._here = page
        for each, tab in self._tabs.items():
            tab.show_here(here=each is page)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._text_px = scale.control_px
        for tab in self._tabs.values():
            tab.set_text_px(self._text_px)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        if not self._tabs:
            return
        self.setAccessibleName(self.tr("Pages"))
        words = {
            Page.LESSONS: self.tr("Lessons"),
            Page.ATLAS: self.tr("Atlas"),
            Page.QUIZ: self.tr("Quiz"),
            Page.PROGRESS: self.tr("Progress"),
            Page.CLASS: self.tr("Class"),
        }
        for page, tab in self._tabs.items():
            tab.setText(words[page])
            tab.setToolTip(page.key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose(self, page: Page) -> None:
        self.show_here(self._here)  # a press has checked the tab; only an arrival changes it
        if page is not self._here:
            self.chosen.emit(page)


class _Tab(Button):
    """A word, underlined when it is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ButtonKind.QUIET, None, parent)
        self.setCheckable(True)

    def show_here(self, *, here: bool) -> None:
        """Mark the page that is shown, or take the mark away."""
        self.setChecked(here)
        role = QPalette.ColorRole
        self.setForegroundRole(role.Link if here else role.WindowText)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        self._paint_words(painter)
        if self.isChecked() or self.underMouse():
            left, top = 2 * FOCUS_MARGIN, self.height() - FOCUS_MARGIN - _UNDERLINE_PX
            line = QRect(left, top, self.width() - 2 * left, _UNDERLINE_PX)
            fill_rounded(painter, line, 1, theme.accent if self.isChecked() else theme.line)
        if self.hasFocus():
            radius = self.fontMetrics().height() * 0.5
            frame_rounded(painter, self.rect(), radius, theme.ink, _FOCUS_WIDTH)
