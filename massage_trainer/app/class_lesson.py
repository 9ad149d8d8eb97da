"""The lesson of a class: a session of its own, so that no student's place or record is touched."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.settings import Settings
from massage_trainer.services.wake_lock import ScreenWakeLock
from massage_trainer.viewmodels.class_lesson import ClassLesson
from massage_trainer.viewmodels.class_sound import SeenSound
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.sound import SoundViewModel
from massage_trainer.viewmodels.ticker import Ticker

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.bookmark import Bookmark
    from massage_trainer.viewmodels.classroom import ClassroomViewModel


class NoPlaces:
    """A class begins at the beginning, and leaves no place behind (a BookmarkStore)."""

    def get(self, lesson_id: str) -> Bookmark | None:
        return None

    def put(self, bookmark: Bookmark) -> None:
        """A class has no place of its own to come back to."""


class ClassLessonRoom(QObject):
    """The one session that console and audience share, what is heard of it, and what is shown."""

    def __init__(self, program: Program, classroom: ClassroomViewModel) -> None:
        super().__init__(program)
        self._program = program
        self._own_wake_lock = ScreenWakeLock()
        self.lesson = LessonViewModel(
            program.clock,
            program.given_ticker or Ticker(self),
            program.given_wake_lock or self._own_wake_lock,
            NoPlaces(),
            self,
        )
        # First the slide, then the sound: what is heard of a moment is asked when it is seen.
        self.slides = ClassLesson(self.lesson, classroom, self)
        self.heard = SeenSound(program.voices.out, classroom, self)
        program.preferences.changed.connect(self._follow_preferences)
        program.window.closing.connect(self.close)
        self.sound.flash.connect(program.busy_hands.show_cue)
        self._follow_preferences(program.preferences.value)

    @cached_property
    def sound(self) -> SoundViewModel:
        """Cues and sentences of the lesson."""
        program = self._program
        return SoundViewModel(
            self.lesson,
            self.heard,
            lambda: program.lessons.catalog().points,
            program.preferences.value.language,
            self,
        )

    @Slot()
    def close(self) -> None:
        """The class is over."""
        self.sound.stop_now()
        self.lesson.close()
        self._own_wake_lock.close()

    @Slot(object)
    def _follow_preferences(self, settings: Settings) -> None:
        self.sound.set_language(settings.language)
        self.lesson.set_wait_at_zero(settings.wait_at_zero)
