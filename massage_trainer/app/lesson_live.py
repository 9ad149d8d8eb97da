"""Brings the picture of a lesson to life, once the page has shown its still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from massage_trainer.domain.keys import Action
from massage_trainer.domain.live_policy import LiveWish

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.widgets.lesson_live import LessonLive
    from massage_trainer.widgets.lesson_page import LessonPage


class LessonDawn(QObject):
    """Waits for the first painting of the page: OpenGL is loaded when the still is seen.

    Where stills are chosen nothing of it is loaded before another choice.
    """

    def __init__(self, program: Program, page: LessonPage) -> None:
        super().__init__(page)
        self._program = program
        self._page = page
        self.live: LessonLive | None = None
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.Paint:
            self._page.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)  # the children are painted after this event
        return super().eventFilter(watched, event)

    @Slot()
    def _painted(self) -> None:
        if self._wish is not LiveWish.NEVER:
            self._begin()
            return
        picture = self._page.illustration
        picture.tools.offer_live(offered=True, on=False, why="")
        picture.arrange()
        picture.live_toggled.connect(self._choose)
        self._program.preferences.changed.connect(self._follow_preferences)

    @property
    def _wish(self) -> LiveWish:
        return LiveWish.of(self._program.preferences.value.live)

    @Slot()
    def _choose(self) -> None:
        self._program.preferences.update(live=LiveWish.AUTO.value)

    @Slot()
    def _follow_preferences(self) -> None:
        if self._wish is not LiveWish.NEVER:
            self._program.preferences.changed.disconnect(self._follow_preferences)
            self._page.illustration.live_toggled.disconnect(self._choose)
            self._begin()

    def _begin(self) -> None:
        from massage_trainer.widgets.lesson_live import LessonLive

        program, page = self._program, self._page
        room = program.study_flow.live_room
        room.warm_up()
        self.live = LessonLive(
            program.lesson, page.illustration, program.preferences, program.keys, room
        )
        page.keys.add({Action.FRAME_ON: self.live.step_on, Action.FRAME_BACK: self.live.step_back})
