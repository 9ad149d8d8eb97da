"""Questions that a running step asks again and again."""

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.lesson import LessonViewModel

SHOWN_MS = 45_000  # of the lesson's time; nobody needs a hand to put a question away


class PromptViewModel(QObject):
    """Shows each question when its time has come, once, and takes it away again.

    Signals:
        asked: LocalizedText, int; the question, and how many ms of the step have passed.
        gone: no question is open any more.
    """

    asked = Signal(LocalizedText, int)
    gone = Signal()

    def __init__(self, lesson: LessonViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._seen_ms = 0
        self._open_since: int | None = None
        lesson.countdown_changed.connect(self._look)

    @Slot()
    def answer(self) -> None:
        """All is right."""
        if self._open_since is not None:
            self._open_since = None
            self.gone.emit()

    @Slot(Countdown)
    def _look(self, countdown: Countdown) -> None:
        prompts = countdown.segment.step.prompts
        elapsed_ms = countdown.elapsed_ms
        if prompts is None or countdown.segment.path != self._path:
            self._path = countdown.segment.path
            self._seen_ms = elapsed_ms  # what was served before, by an undo, is not asked again
            self.answer()
            return
        if elapsed_ms < self._seen_ms:  # begun again
            self._seen_ms = elapsed_ms
            self.answer()
        if countdown.state is not SessionState.RUNNING or countdown.face is not Face.TIME:
            return
        due = [at for at in prompts.at if self._seen_ms < at <= elapsed_ms]
        self._seen_ms = elapsed_ms
        if due:
            self._open_since = due[-1]
            self.asked.emit(prompts.text, due[-1])
        elif self._open_since is not None and elapsed_ms >= self._open_since + SHOWN_MS:
            self.answer()
