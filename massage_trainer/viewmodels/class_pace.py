"""A lesson run for the whole room: whose turn it is, what the pairs are told, when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.end_watch import (
    EndWatch,
    MoveCause,
    TimeLeft,
    cause_in,
    cause_of,
)
from massage_trainer.domain.classroom.pace import (
    ClassHour,
    ClassPlan,
    is_swap,
    plan_class,
    swap_index,
    turn_of,
)
from massage_trainer.domain.classroom.reminders import Reminder, Reminders
from massage_trainer.domain.classroom.slower import NoWait, may_wait, no_wait
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import (
    Extended,
    SessionEvent,
    SessionState,
    StateChanged,
)
from massage_trainer.domain.protocol import Protocol, TeachingNotes
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.one_shot import OneShot

if TYPE_CHECKING:
    from massage_trainer.domain.ports import Calendar, Clock
    from massage_trainer.domain.protocol import Milliseconds
    from massage_trainer.domain.timeline import Segment, Timeline

LOOK_MS: Final = 1_000  # while the lesson stands, its end moves with the clock on the wall
_RESTING: Final = (SessionState.IDLE, SessionState.FINISHED)


@dataclass(frozen=True, slots=True)
class Pace:
    """One look at a class hour; times of day are milliseconds since 1970."""

    turn: int
    turns: int
    swapping: bool  # the partners change places now
    phase_left_ms: Milliseconds
    turn_left_ms: Milliseconds  # until the roles are swapped, or to the end
    total_left_ms: Milliseconds
    ends_at_ms: Milliseconds
    swaps_at_ms: Milliseconds | None  # None where no swap is to come
    started: bool
    finished: bool
    moved_ms: Milliseconds  # how much later than planned at the start
    moves: tuple[tuple[MoveCause, Milliseconds], ...]
    over_ms: Milliseconds  # how far beyond the hour
    may_wait: bool  # whether slower pairs may have 15 seconds more now
    no_wait: NoWait | None  # why not, while the lesson is on
    paused: bool
    demonstrating_ms: Milliseconds | None  # how long the class has been watching
    partner_had_ms: Milliseconds  # what the first partner had longer at this very place
    reminder: Reminder | None
    coming: tuple[Reminder, Milliseconds] | None  # the next one, and in how long


class ClassPaceViewModel(QObject):
    """Plans a class hour, puts it on, and watches its time; the lesson's verbs stay the lesson's.

    ``lesson`` is the class's own; ``whole`` gives a settled lesson for anybody with every dose in
    full, ``class_percent`` the class dose where the teacher allows it.

    Signals:
        planned: another hour is put on; read ``plan``.
        changed: Pace; several times a second while the lesson runs.
        reminded: LocalizedText | None; what all pairs are told now, for the slide.
    """

    planned = Signal()
    changed = Signal(object)
    reminded = Signal(object)

    def __init__(
        self,
        lesson: LessonViewModel,
        whole: Callable[[str], Protocol],
        class_percent: Callable[[], int | None],
        clock: Clock,
        calendar: Calendar,
        timer: OneShot,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.lesson = lesson
        self.plan: ClassPlan | None = None
        self.pace: Pace | None = None
        self._whole = whole
        self._class_percent = class_percent
        self._clock = clock
        self._calendar = calendar
        self._timer = timer
        self._watch: EndWatch | None = None
        self._cause: MoveCause | None = None
        self._wall_ms = self._boot_ms = 0  # the same moment on both clocks
        self._started_ms = self._watching_since = 0
        self._demonstrating = False
        self._longer: dict[str, Milliseconds] = {}  # what the first partner had, by place
        lesson.opened.connect(self._forget_another)
        lesson.happened.connect(self._hear)
        lesson.countdown_changed.connect(self._look)
        timer.elapsed.connect(self._look_again)

    def preview(self, lesson_id: str, hour: ClassHour) -> ClassPlan:
        """What a lesson would be in such an hour."""
        return plan_class(self._whole(lesson_id), hour, self._class_percent())

    def begin(self, lesson_id: str, hour: ClassHour) -> ClassPlan:
        """Put the lesson on, from its beginning; it starts with the lesson's own verb."""
        plan = self.preview(lesson_id, hour)
        self._forget()
        self.lesson.open(plan.protocol)
        self.plan = plan
        self._parts = _Parts(self.lesson.timeline)
        self.planned.emit()
        self._look_again()
        return plan

    def end(self) -> None:
        """Take the class hour off."""
        self._forget()
        self.lesson.close()

    @property
    def pair_word(self) -> LocalizedText | None:
        """What the class is told now, for the slide."""
        return self.pace.reminder.text if self.pace and self.pace.reminder else None

    @property
    def notes(self) -> tuple[TeachingNotes, ...]:
        """The instructor's notes on the step of now; never for the class."""
        if self.plan is None or not self.lesson.is_open:
            return ()
        return self.plan.protocol.notes_on(self.lesson.segment.step.id)

    @property
    def notes_ahead(self) -> tuple[LocalizedText, tuple[TeachingNotes, ...]] | None:
        """The next step with its notes, but for those that are read now: time to get ready."""
        if self.plan is None or not self.lesson.is_open:
            return None
        here = self.lesson.segment.step.id
        later = self.lesson.timeline.segments[self.lesson.index + 1 :]
        step = next((s.step for s in later if s.step.id != here), None)
        if step is None:
            return None
        notes = self.plan.protocol.notes_on(step.id)
        return step.name, tuple(note for note in notes if note not in self.notes)

    @Slot()
    def wait_for_slower(self) -> None:
        """15 seconds more for everyone."""
        self.lesson.wait_for_others()

    @Slot()
    def demonstrate(self) -> None:
        """Stop the class to show something; the same again goes on where it was."""
        if self.lesson.state is SessionState.PAUSED:
            self.lesson.resume()
        elif self.lesson.state not in _RESTING:
            self._demonstrating = True  # before the pause, which is looked at at once
            self.lesson.pause()

    @Slot()
    def _forget_another(self) -> None:
        """Somebody has put another lesson on."""
        if self.plan is not None and self.lesson.protocol is not self.plan.protocol:
            self._forget()

    @Slot(object)
    def _hear(self, event: SessionEvent) -> None:
        if self.plan is None:
            return
        match event:
            case StateChanged(old=old, new=new):
                if new is SessionState.PAUSED:
                    self._watching_since = self._clock.boot_ms()
                elif old is SessionState.PAUSED and self._demonstrating:
                    self._demonstrating = False
                    self._cause = self._cause or MoveCause.DEMONSTRATION
                if old in _RESTING and new not in _RESTING:
                    self._start()
                elif new is SessionState.IDLE:
                    self._watch = None
            case Extended(by_ms=by_ms):
                if turn_of(self.lesson.segment) == 1:
                    place = _place(self.lesson.segment)
                    self._longer[place] = self._longer.get(place, 0) + by_ms
        if self._cause is None:
            self._cause = cause_of(event)

    def _start(self) -> None:
        self._boot_ms, self._wall_ms = self._clock.boot_ms(), self._now_on_the_wall()
        self._started_ms = self._boot_ms
        self._longer.clear()
        left_ms = self._parts.left.at(self.lesson.countdown, self.lesson.index)
        self._watch = EndWatch(self._boot_ms, left_ms)

    @Slot()
    def _look_again(self) -> None:
        """Where no time runs the clock on the wall goes on."""
        if self.plan is not None and self.lesson.is_open:
            self._look(self.lesson.countdown)

    @Slot(Countdown)
    def _look(self, countdown: Countdown) -> None:
        if self.plan is None:
            return
        now_ms, left_ms = self._clock.boot_ms(), self._parts.left.at(countdown, self.lesson.index)
        cause, self._cause = self._cause, None
        if self._watch is not None:
            why = cause or cause_in(countdown, demonstrating=self._demonstrating)
            self._watch.look(now_ms, left_ms, why, known=cause is not None)
        before = self.pace.reminder if self.pace else None
        self.pace = pace = self._pace(self.plan, countdown, now_ms, left_ms)
        self._timer.stop()
        if countdown.state in (SessionState.IDLE, SessionState.PAUSED):
            self._timer.start(LOOK_MS)
        self.changed.emit(pace)
        if pace.reminder != before:
            self.reminded.emit(self.pair_word)

    def _pace(
        self, plan: ClassPlan, countdown: Countdown, now_ms: Milliseconds, left_ms: Milliseconds
    ) -> Pace:
        parts, watch, index = self._parts, self._watch, self.lesson.index
        segment, state = countdown.segment, countdown.state
        if watch is None:  # if it were started now
            self._boot_ms, self._wall_ms = now_ms, self._now_on_the_wall()
        end_ms = watch.end_ms if watch else now_ms + left_ms
        to_swap_ms = None
        if parts.swap is not None and index < parts.swap:
            to_swap_ms = left_ms - parts.left.from_segment(parts.swap)
        demonstrating = self._demonstrating and state is SessionState.PAUSED
        on_wall_ms = self._wall_ms - self._boot_ms
        return Pace(
            turn=turn_of(segment),
            turns=plan.hour.turns,
            swapping=is_swap(segment) and state not in _RESTING,
            phase_left_ms=countdown.left_ms,
            turn_left_ms=left_ms if to_swap_ms is None else to_swap_ms,
            total_left_ms=left_ms,
            ends_at_ms=end_ms + on_wall_ms,
            swaps_at_ms=None if to_swap_ms is None else end_ms - left_ms + to_swap_ms + on_wall_ms,
            started=watch is not None,
            finished=state is SessionState.FINISHED,
            moved_ms=watch.moved_ms if watch else 0,
            moves=watch.moves if watch else (),
            over_ms=max(0, end_ms - (self._started_ms if watch else now_ms) - plan.hour.length_ms),
            may_wait=may_wait(countdown),
            no_wait=no_wait(countdown),
            paused=state is SessionState.PAUSED,
            demonstrating_ms=now_ms - self._watching_since if demonstrating else None,
            partner_had_ms=self._longer.get(_place(segment), 0) if turn_of(segment) > 1 else 0,
            reminder=parts.reminders.now(countdown, index),
            coming=parts.reminders.coming(countdown, index, parts.left),
        )

    def _forget(self) -> None:
        self._timer.stop()
        if self.pair_word is not None:
            self.reminded.emit(None)
        self.plan = self.pace = self._watch = self._cause = None
        self._demonstrating = False
        self._longer.clear()

    def _now_on_the_wall(self) -> Milliseconds:
        return round(datetime.fromisoformat(self._calendar.now()).timestamp() * 1_000)


class _Parts:
    """What is found once in the timeline of a class."""

    def __init__(self, timeline: Timeline) -> None:
        self.left = TimeLeft(timeline)
        self.reminders = Reminders(timeline)
        self.swap = swap_index(timeline)


def _place(segment: Segment) -> str:
    """The same for both turns."""
    return segment.path.partition("/")[2]
