"""Writes down what happens in a lesson, while it happens."""

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import (
    MOVING,
    Extended,
    Interrupted,
    Outcome,
    SegmentEnded,
    SegmentShown,
    SegmentStarted,
    SessionEvent,
    SessionState,
    StateChanged,
    TakenBack,
)
from massage_trainer.domain.ports import Calendar, PracticeLog
from massage_trainer.domain.record import (
    Company,
    DoneLine,
    Ending,
    Note,
    NoteKind,
    SkipReason,
    plan_of,
)
from massage_trainer.domain.timeline import WAITING_KINDS, Segment, SegmentKind
from massage_trainer.viewmodels.lesson import LessonViewModel

_ENDINGS = {
    Outcome.SERVED: Ending.SERVED,
    Outcome.DONE: Ending.DONE,
    Outcome.SKIPPED: Ending.SKIPPED,
}


class Recorder(QObject):
    """Observes the lesson; a practice begins with the first start after a lesson was put on."""

    def __init__(
        self,
        lesson: LessonViewModel,
        log: PracticeLog,
        calendar: Calendar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._log = log
        self._calendar = calendar
        self._practice: int | None = None
        self._kinds: dict[str, SegmentKind] = {}  # of the planned segments, by their paths
        self._company = Company.UNKNOWN
        self._ahead: list[Note] = []  # what happened before the practice began
        self._under_way: Segment | None = None
        self._served_ms = self._counted = 0  # in it, when it was last looked at
        self._reason: SkipReason | None = None
        self._undoing = False  # then the session pauses and resumes by itself
        lesson.opened.connect(self._begin_later)
        lesson.happened.connect(self._write)
        lesson.countdown_changed.connect(self._look)

    def set_company(self, company: Company) -> None:
        """Who is on the table from the next practice on."""
        self._company = company

    def give_reason(self, reason: SkipReason) -> None:
        """Why what is skipped now is skipped; forgotten where the lesson goes on otherwise."""
        self._reason = reason

    def note(self, kind: NoteKind, detail: str = "") -> None:
        """Write down something that happened now; before the start it waits for the start."""
        path, ms = "", 0
        if self._practice is not None and self._lesson.is_open:
            countdown = self._lesson.countdown
            path, ms = self._planned_path(countdown.segment), countdown.elapsed_ms
        note = Note(self._calendar.now(), kind, path, ms, detail)
        if self._practice is None:
            self._ahead.append(note)
        else:
            self._log.add_note(self._practice, note)

    @Slot()
    def it_hurts(self) -> None:
        """The partner says stop: where and when is written down."""
        self.note(NoteKind.STOP_IT_HURTS)

    @Slot()
    def goes_on_gently(self) -> None:
        """After a pause the hands press less."""
        self.note(NoteKind.EASED)

    @Slot()
    def _begin_later(self) -> None:
        self._practice = self._under_way = self._reason = None
        self._ahead.clear()

    @Slot(Countdown)
    def _look(self, countdown: Countdown) -> None:
        self._served_ms, self._counted = countdown.elapsed_ms, countdown.counted
        if self._undoing and countdown.elapsed_ms:
            self._under_way = countdown.segment  # its line was taken back: it may be left again
        self._undoing = False

    @Slot(object)
    def _write(self, event: SessionEvent) -> None:
        match event:
            case StateChanged(old=old, new=new):
                self._follow(old, new)
                if old is SessionState.PAUSED:
                    self._reason = None
            case SegmentStarted(segment=segment):
                self._under_way = segment
            case SegmentEnded(segment=segment, elapsed_ms=elapsed_ms, outcome=outcome):
                self._end(segment, _ENDINGS[outcome], elapsed_ms)
            case SegmentShown():
                self._leave()
                self._reason = None
            case TakenBack(segment=segment):
                self._undoing = True
                if self._practice is not None:
                    self._log.take_back(self._practice, segment.path, self._calendar.now())
            case Extended():
                self.note(NoteKind.LONGER)
            case Interrupted():
                self.note(NoteKind.INTERRUPTED)

    def _follow(self, old: SessionState, new: SessionState) -> None:
        if old in (SessionState.IDLE, SessionState.FINISHED) and new in MOVING:
            if old is SessionState.FINISHED:
                self._practice = None
            if self._practice is None:
                self._begin()
        elif self._undoing:
            return
        elif new is SessionState.PAUSED:
            self.note(NoteKind.PAUSED)
        elif old is SessionState.PAUSED and new in MOVING:
            self.note(NoteKind.RESUMED)
        if new is SessionState.FINISHED and self._practice is not None:
            self._log.finish(self._practice, self._calendar.now())

    def _begin(self) -> None:
        lesson = self._lesson
        plan = plan_of(lesson.planned)
        self._kinds = {segment.path: segment.kind for segment in lesson.planned.segments}
        self._practice = self._log.begin(
            lesson.protocol.id, self._company, self._calendar.now(), plan
        )
        if self._practice is not None:
            for note in self._ahead:
                self._log.add_note(self._practice, note)
        self._ahead.clear()

    def _is_planned(self, segment: Segment) -> bool:
        """Not what stands in the place of a step that is left out: the record is for anybody."""
        kind = self._kinds.get(segment.path)
        return kind is segment.kind or {kind, segment.kind} <= WAITING_KINDS

    def _planned_path(self, segment: Segment) -> str:
        return segment.path if segment.path in self._kinds else ""

    def _leave(self) -> None:
        """Another segment is shown: what was begun and not ended was left."""
        if self._under_way is not None:
            self._end(self._under_way, Ending.LEFT, self._served_ms)

    def _end(self, segment: Segment, ending: Ending, elapsed_ms: int) -> None:
        self._under_way = None
        reason = self._reason if ending is Ending.SKIPPED else None
        if self._practice is not None and self._is_planned(segment):
            count = _count(segment, ending, self._counted)
            now = self._calendar.now()
            line = DoneLine(now, segment.path, ending, elapsed_ms, count, reason)
            self._log.add_done(self._practice, line)


def _count(segment: Segment, ending: Ending, counted: int) -> int:
    """Repetitions done: by the cadence, or all of them where the student counts and says so."""
    whole = Ending.SERVED if segment.cadence_ms else Ending.DONE
    return segment.count if ending is whole else counted
