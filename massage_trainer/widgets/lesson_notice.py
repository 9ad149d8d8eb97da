"""The line over a step that tells what is out of the ordinary: interrupted, or more gently now."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.countdown import clock_text
from massage_trainer.domain.events import SessionState
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon


class LessonNotice(DetailRow):
    """Hidden unless there is something to tell."""

    def __init__(self, lesson: LessonViewModel, hands: HandsFreeViewModel, parent: QWidget) -> None:
        super().__init__(2.4, parent)
        self.setObjectName("interruption")
        self._lesson = lesson
        self._interrupted_ms: int | None = None
        self._eased_row: int | None = None
        lesson.interrupted.connect(self._interrupt)
        lesson.state_changed.connect(self._follow_state)
        lesson.segment_changed.connect(self._follow_segment)
        lesson.opened.connect(self._forget)
        hands.eased.connect(self._ease)
        self.hide()

    def retranslate(self) -> None:
        """Tell it in the language of now."""
        if self._interrupted_ms is not None:
            text = self.tr("Interrupted with {time} left – that gap does not count.").format(
                time=clock_text(self._interrupted_ms)
            )
            self.show_line(DetailLine(Icon.WARNING, "", text, tone=Tone.CAUTION))
        elif self._eased_row is not None:
            text = self.tr("More gently than before, to the end of this step.")
            self.show_line(DetailLine(Icon.HAND, "", text, tone=Tone.CAUTION))
        self.setVisible(self._interrupted_ms is not None or self._eased_row is not None)

    @Slot(int)
    def _interrupt(self, left_ms: int) -> None:
        self._interrupted_ms = left_ms
        self.retranslate()

    @Slot()
    def _ease(self) -> None:
        self._eased_row = self._lesson.segment.row
        self.retranslate()

    @Slot(SessionState)
    def _follow_state(self, state: SessionState) -> None:
        if state is not SessionState.PAUSED and self._interrupted_ms is not None:
            self._interrupted_ms = None
            self.retranslate()

    @Slot(int)
    def _follow_segment(self, index: int) -> None:
        """The next line of the step list begins as it is taught."""
        if self._eased_row not in (None, self._lesson.timeline.segments[index].row):
            self._eased_row = None
            self.retranslate()

    @Slot()
    def _forget(self) -> None:
        self._interrupted_ms = self._eased_row = None
        self.retranslate()
