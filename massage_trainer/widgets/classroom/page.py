"""The page of the class: what an instructor can do, and the sheet that is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.widgets.classroom.offer import Offer
from massage_trainer.widgets.classroom.sheets import ClassSheet, Sheet
from massage_trainer.widgets.study_area import StudyPage
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from massage_trainer.widgets.classroom.screen_bar import ScreenBar

_SHOWN_TO_CLASS: Final = frozenset({Sheet.LESSON, Sheet.QUIZ, Sheet.EXAM})


class ClassPage(StudyPage):
    """A button for each sheet there is, then that sheet.

    Signals:
        sheet_left: what was done on a sheet is done, for now.
    """

    sheet_left = Signal()

    def __init__(
        self, makers: Mapping[Sheet, Callable[[], ClassSheet]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class")
        self._makers = makers
        self._made: dict[Sheet, ClassSheet] = {}
        self._scale = Scale.of(self)
        self._offer = Offer(makers, self)
        self._offer.chosen.connect(self.show_sheet)
        self._screen_bar: ScreenBar | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._offer)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._stack)

    def furnish(self, screen_bar: ScreenBar) -> None:
        """Let the screen of the class be at hand wherever something is shown to it."""
        self._screen_bar = screen_bar
        self._whole.addWidget(screen_bar)
        screen_bar.set_scale(self._scale)

    @property
    def current(self) -> ClassSheet | None:
        """The sheet that is open."""
        sheet = self._stack.currentWidget()
        return sheet if isinstance(sheet, ClassSheet) else None

    def obey(self, event: QKeyEvent) -> bool:
        """Do what a key does that was pressed in the class's window; False if it does nothing."""
        return self.isVisible() and self.current is not None and self.current.obey(event)

    @Slot(Sheet)
    def show_sheet(self, sheet: Sheet) -> None:
        """Open a sheet."""
        if sheet not in self._made:
            made = self._made[sheet] = self._makers[sheet]()
            made.left.connect(self.show_offer)
            self._stack.addWidget(made)
        self._leave()
        widget = self._made[sheet]
        widget.set_scale(self._scale)
        self._stack.setCurrentWidget(widget)
        self._show_bar(shown=sheet in _SHOWN_TO_CLASS)
        if self._screen_bar is not None:
            lead_tab(widget, self._screen_bar)
        widget.arrive()

    @Slot()
    def show_offer(self) -> None:
        """Back to what is offered."""
        self._leave()
        self._stack.setCurrentWidget(self._offer)
        self._show_bar(shown=True)

    def arrive(self) -> None:
        if self.current is not None:
            self.current.arrive()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a console that is made small still runs its class
            self._leave()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._offer.set_scale(scale)
        if self.current is not None:
            self.current.set_scale(scale)
        if self._screen_bar is not None:
            self._screen_bar.set_scale(scale)

    def retranslate(self) -> None:
        self._offer.retranslate()

    def _show_bar(self, *, shown: bool) -> None:
        if self._screen_bar is not None:
            self._screen_bar.setVisible(shown)

    def _leave(self) -> None:
        if self.current is not None:
            self.current.leave()
            self.sheet_left.emit()
