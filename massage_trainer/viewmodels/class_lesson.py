"""Shows the class the lesson that is on, moment by moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.classroom.slides import LessonSlide
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import MOVING

if TYPE_CHECKING:
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.domain.timeline import Segment
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.viewmodels.lesson import LessonViewModel


class ClassLesson(QObject):
    """Puts slides up only while its sheet is the one that is worked on."""

    def __init__(
        self, lesson: LessonViewModel, classroom: ClassroomViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._classroom = classroom
        self._active = False
        self._cleared = ""  # where the lesson was when it was taken down
        self._picture: tuple[object, ...] = ()
        self._pair_word: LocalizedText | None = None
        lesson.countdown_changed.connect(self._show)
        classroom.cleared.connect(self._rest)

    @property
    def is_active(self) -> bool:
        """Whether the lesson is what is put up."""
        return self._active

    @Slot()
    def activate(self) -> None:
        """Put the lesson up, from now on."""
        self._active, self._cleared = True, ""
        if self._lesson.is_open:
            self._show(self._lesson.countdown)

    @Slot()
    def deactivate(self) -> None:
        """Something else is worked on: the lesson waits, and the class keeps what it sees."""
        if self._lesson.is_open:
            self._lesson.pause()
        self._active = False
        self._picture = ()

    @Slot(object)
    def set_pair_word(self, word: LocalizedText | None) -> None:
        """What all pairs are told beside the step; None: nothing."""
        if word != self._pair_word:
            self._pair_word = word
            if self._active and self._lesson.is_open:
                self._show(self._lesson.countdown)

    @Slot(Countdown)
    def _show(self, countdown: Countdown) -> None:
        if not self._active or self._rests(countdown):
            return
        picture = _picture_of(countdown.segment)
        same, self._picture = picture == self._picture, picture
        if countdown.state in MOVING and self._classroom.prepared.board.live.frame:
            self._classroom.stand_in("")  # the hands go on where the time is
        self._classroom.show(LessonSlide(countdown, self._pair_word), same_picture=same)

    @Slot()
    def _rest(self) -> None:
        """It was taken down: the time stands, and it comes back as soon as somebody goes on."""
        if self._active and self._lesson.is_open:
            self._active = False  # the last look at the running time puts nothing up
            self._lesson.pause()
            self._active, self._picture = True, ()
            self._cleared = self._lesson.countdown.segment.path

    def _rests(self, countdown: Countdown) -> bool:
        if countdown.state in MOVING or countdown.segment.path != self._cleared:
            self._cleared = ""
        return bool(self._cleared)


def _picture_of(segment: Segment) -> tuple[object, ...]:
    """What decides about the places in the picture; the moments of a movement share them."""
    named = dict(segment.step.frames).get(segment.kind.value, "")
    other, _, _ = named.rpartition(".")
    return other or segment.step.plate_id, segment.side
