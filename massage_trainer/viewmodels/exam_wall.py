"""What the class sees of an exam: who is called, the task and its time; never a name or a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.slides import TaskSlide, WaitingSlide
from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.slides import Slide
    from massage_trainer.domain.exam.attempt import Attempt
    from massage_trainer.viewmodels.classroom import ClassroomViewModel

_TITLE: Final = LocalizedText("Thi thực hành", "Practical exam")
_SEAT: Final = LocalizedText("Đề số {seat}", "Paper {seat}")
_NEXT: Final = LocalizedText("Mời người tiếp theo", "Next, please")
_SECOND_MS: Final = 1_000
_BEGUN: Final = (AttemptState.RUNNING, AttemptState.PAUSED)


class ExamWall:
    """Puts slides up; what the instructor took down rests until somebody goes on."""

    def __init__(self, classroom: ClassroomViewModel) -> None:
        self._classroom = classroom
        self._rests = False

    def announce(self) -> None:
        """Candidates are awaited: that stands there instead of a lesson or the end of a quiz.

        What is frozen was meant to stay until the first of them is called.
        """
        if not _is_of_exam(self._classroom.prepared.slide):
            self._classroom.show(WaitingSlide(_TITLE))

    def call(self, attempt: Attempt, seat: int) -> None:
        """Nothing else stands there beside a candidate, not even what was frozen."""
        if not _is_of_exam(self._classroom.shown.slide):
            self._classroom.take_down(WaitingSlide(_TITLE))
        self.go_on()
        self.show(attempt, seat)

    def call_next(self) -> None:
        """The candidate has gone."""
        self._classroom.show(WaitingSlide(_TITLE, _NEXT))

    def rest(self) -> None:
        """The task was taken down."""
        self._rests = True

    def go_on(self) -> None:
        """Let the task be seen again."""
        self._rests = False

    def show(self, attempt: Attempt, seat: int) -> None:
        """The task and its time once it runs."""
        task = attempt.current
        if task is None:
            return
        if attempt.state not in _BEGUN:
            waits = attempt.state is AttemptState.READY
            self._classroom.show(WaitingSlide(_TITLE, _seat_text(seat) if waits else _NEXT))
            return
        if self._rests:
            return
        left_ms = -(-attempt.left_ms // _SECOND_MS) * _SECOND_MS
        slide = TaskSlide(
            task.number,
            len(attempt.tasks),
            task.text,
            left_ms,
            running=attempt.state is AttemptState.RUNNING,
        )
        shown = self._classroom.prepared.slide
        same = isinstance(shown, TaskSlide) and shown.text == slide.text
        self._classroom.show(slide, same_picture=same)


def _seat_text(seat: int) -> LocalizedText:
    return LocalizedText(_SEAT.vi.format(seat=seat), _SEAT.en.format(seat=seat))


def _is_of_exam(slide: Slide) -> bool:
    return isinstance(slide, TaskSlide) or (
        isinstance(slide, WaitingSlide) and slide.title == _TITLE
    )
