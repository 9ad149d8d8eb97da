"""Brings the picture of a lesson to life, once the page has shown its still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from massage_trainer.domain.keys import Action

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.widgets.lesson_live import LessonLive
    from massage_trainer.widgets.lesson_page import LessonPage


class LessonDawn(QObject):
    """Waits for the first painting of the page: OpenGL is loaded when the still is seen."""

    def __init__(self, program: Program, page: LessonPage) -> None:
        super().__init__(page)
        self._program = program
        self._page = page
        self.live: LessonLive | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Paint:
            self._page.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)  # the children are painted after this event
        return super().eventFilter(watched, event)

    @Slot()
    def _begin(self) -> None:
        from massage_trainer.widgets.lesson_live import LessonLive

        program, page = self._program, self._page
        room = program.study_flow.live_room
        room.warm_up()
        self.live = LessonLive(
            program.lesson, page.illustration, program.preferences, program.keys, room
        )
        page.keys.add({Action.FRAME_ON: self.live.step_on, Action.FRAME_BACK: self.live.step_back})
