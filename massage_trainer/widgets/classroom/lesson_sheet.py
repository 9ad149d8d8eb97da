"""The sheet of a lesson for a class: choose and plan it, then lead it from the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.classroom.class_keys import ClassKeys
from massage_trainer.widgets.classroom.sheets import ClassSheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from massage_trainer.viewmodels.class_lesson import ClassLesson
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.widgets.classroom.class_keys import ClassSlots
    from massage_trainer.widgets.classroom.console import Console
    from massage_trainer.widgets.classroom.lesson_chooser import LessonChooser
    from massage_trainer.widgets.theme import Scale


class LessonSheet(ClassSheet):
    """Two pages: the plan and the console; a lesson that is on is come back to.

    Signals:
        leaving_wanted: Escape with nothing left to put away.
        console_shown: the lesson is led from here now.
    """

    leaving_wanted = Signal()
    console_shown = Signal()

    def __init__(
        self,
        lesson: LessonViewModel,
        slides: ClassLesson,
        tools: ClassTools,
        chooser: LessonChooser,
        console: Console,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class-lesson-sheet")
        self._lesson = lesson
        self._slides = slides
        self._tools = tools
        self.chooser = chooser
        self.console = console
        self._pages = QStackedWidget(self)
        for page in (chooser, console):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.keys = ClassKeys(console, self._slots())
        chooser.left.connect(self.left)
        chooser.resume.clicked.connect(self.show_console)
        chooser.setup.put_on.connect(self.show_console)
        console.chooser_wanted.connect(self.show_chooser)
        tools.changed.connect(self._hand_over)

    def arrive(self) -> None:
        if self._pages.currentWidget() is self.console and self._lesson.is_open:
            self._slides.activate()

    def leave(self) -> None:
        self._tools.put_away()
        self._slides.deactivate()

    def obey(self, event: QKeyEvent) -> bool:
        on = self._pages.currentWidget() is self.console
        return on and super().obey(event)

    def set_scale(self, scale: Scale) -> None:
        self.chooser.set_scale(scale)
        self.console.set_scale(scale)

    def retranslate(self) -> None:
        self.chooser.retranslate()
        self.console.retranslate()

    @Slot()
    def show_console(self) -> None:
        """The lesson is on."""
        self._pages.setCurrentWidget(self.console)
        self._slides.activate()
        self.console.preview.setFocus()
        self.console_shown.emit()

    @Slot()
    def show_chooser(self) -> None:
        """Another lesson, or another plan; the one that is on waits."""
        self._slides.deactivate()
        self.chooser.resume.setVisible(self._lesson.is_open)
        self._pages.setCurrentWidget(self.chooser)

    def _slots(self) -> ClassSlots:
        lesson, console = self._lesson, self.console
        return {
            **console.bar.slots,
            ClassAction.FORWARD: self._forward,
            ClassAction.BACK: lesson.back,
            ClassAction.TOGGLE: lesson.toggle,
            ClassAction.DONE: lesson.done,
            ClassAction.REPEAT: lesson.repeat,
            ClassAction.LONGER: console.transport.extend_clicked.emit,
            ClassAction.AWAY: self._put_away,
            ClassAction.KEYS: console.keys_wanted.emit,
        }

    @Slot()
    def _forward(self) -> None:
        """A remote has one way on: begin, acknowledge what must be, else go to the next."""
        if self._lesson.state is SessionState.IDLE:
            self._lesson.start()
        else:
            self._lesson.forward()

    @Slot()
    def _hand_over(self) -> None:
        """Arrows belong to what is in the hand: elsewhere they would turn to the next step."""
        if self._tools.is_in_hand and self.console.isVisible():
            self.console.preview.setFocus()

    @Slot()
    def _put_away(self) -> None:
        if self._tools.is_in_hand:
            self._tools.put_away()
        else:
            self.leaving_wanted.emit()
