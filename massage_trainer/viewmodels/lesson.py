"""The running lesson as the windows see it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.countdown import Countdown, look_at
from massage_trainer.domain.events import (
    MOVING,
    Interrupted,
    SegmentShown,
    SessionEvent,
    SessionState,
    StateChanged,
)
from massage_trainer.domain.ports import BookmarkStore, Clock, WakeLock
from massage_trainer.domain.protocol import Protocol
from massage_trainer.domain.session import Session
from massage_trainer.domain.timekeeping import Stopwatch
from massage_trainer.domain.timeline import Segment, Timeline, unroll
from massage_trainer.viewmodels.ticker import Ticker


class LessonViewModel(QObject):
    """Drives one session at a time and republishes its events as signals.

    Signals:
        opened: a lesson is on (also the same with other numbers); read ``protocol``, ``timeline``.
        state_changed: SessionState; the buttons follow it.
        segment_changed: int; index of the segment now shown.
        countdown_changed: Countdown; what the countdown shows now.
        interrupted: int; the computer slept or stalled with this many ms left.
        happened: SessionEvent; every event, for observers such as sound and records.
    """

    opened = Signal()
    state_changed = Signal(SessionState)
    segment_changed = Signal(int)
    countdown_changed = Signal(Countdown)
    interrupted = Signal(int)
    happened = Signal(object)

    protocol: Protocol
    timeline: Timeline
    planned: Timeline  # for anybody: what may be written down

    def __init__(
        self,
        clock: Clock,
        ticker: Ticker,
        wake_lock: WakeLock,
        bookmarks: BookmarkStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._ticker = ticker
        self._wake_lock = wake_lock
        self._bookmarks = bookmarks
        self._stopwatch = Stopwatch()
        self._session: Session | None = None
        self._wait_at_zero = False
        ticker.ticked.connect(self._catch_up)

    def open(
        self,
        protocol: Protocol,
        begin_at: Callable[[Timeline], int] = lambda _: 0,
        planned: Protocol | None = None,
    ) -> None:
        """Put a settled lesson on, at the place where the student left it.

        ``begin_at`` tells the segment with which the lesson begins where nothing was left;
        ``planned`` is the lesson before it was fitted to a person.
        """
        self.close()
        before = self.timeline if self._is_another_cut(protocol) else None
        self.protocol = protocol
        self.timeline = unroll(protocol)
        self.planned = self.timeline if planned is None else unroll(planned)
        first = begin_at(self.timeline)
        self._session = Session(self.timeline, wait_at_zero=self._wait_at_zero, first=first)
        bookmark = self._bookmarks.get(protocol.id)
        if bookmark and not bookmark.finished:
            index = self._find(bookmark.path, before or self.planned)
            if index is not None and index > first:
                self._session.jump(index)
        self.opened.emit()
        self.state_changed.emit(self.state)
        self.segment_changed.emit(self.index)
        self._look()

    def close(self) -> None:
        """Stop the lesson, if one is on, and remember its place."""
        if self._session is None:
            return
        if self.state is not SessionState.FINISHED:
            self._publish(self._session.stop())
        self._session = None

    @property
    def is_open(self) -> bool:
        return self._session is not None

    @property
    def state(self) -> SessionState:
        return self._session.state if self._session else SessionState.IDLE

    @property
    def index(self) -> int:
        return self._open_session().index

    @property
    def segment(self) -> Segment:
        return self._open_session().segment

    @property
    def countdown(self) -> Countdown:
        return look_at(self._open_session(), self.timeline)

    def set_wait_at_zero(self, wait: bool) -> None:  # noqa: FBT001 - a preference, passed on as it is
        self._wait_at_zero = wait
        if self._session:
            self._session.wait_at_zero = wait

    @Slot()
    def start(self) -> None:
        self._publish(self._open_session().start())

    @Slot()
    def pause(self) -> None:
        self._catch_up()
        self._publish(self._open_session().pause())

    @Slot()
    def resume(self) -> None:
        self._publish(self._open_session().resume())

    @Slot()
    def toggle(self) -> None:
        """The one big button: start, acknowledge what waits, pause or resume."""
        self._catch_up()
        session = self._open_session()
        match session.state:
            case SessionState.IDLE | SessionState.FINISHED:
                self._publish(session.start())
            case SessionState.PAUSED:
                self._publish(session.resume())
            case _ if session.is_waiting:
                self._publish(session.done())
            case _:
                self._publish(session.pause())

    @Slot()
    def stop(self) -> None:
        self._catch_up()
        self._publish(self._open_session().stop())

    @Slot()
    def back(self) -> None:
        self._catch_up()
        self._publish(self._open_session().back())

    @Slot()
    def repeat(self) -> None:
        self._catch_up()
        self._publish(self._open_session().repeat())

    @Slot()
    def next(self) -> None:
        self._catch_up()
        self._publish(self._open_session().next())

    @Slot()
    def skip_row(self) -> None:
        self._catch_up()
        self._publish(self._open_session().skip_row())

    @Slot()
    def forward(self) -> None:
        """A pedal or a remote has one way on: acknowledge what must be, else go to the next."""
        self._catch_up()
        session = self._open_session()
        self._publish(session.next() if session.may_skip else session.done())

    @Slot()
    def done(self) -> None:
        self._catch_up()
        self._publish(self._open_session().done())

    @Slot()
    def undo(self) -> None:
        self._catch_up()
        self._publish(self._open_session().undo())

    @Slot()
    def extend(self) -> None:
        self._catch_up()
        self._publish(self._open_session().extend())

    @Slot()
    def wait_for_others(self) -> None:
        self._catch_up()
        self._publish(self._open_session().wait_for_others())

    @Slot(int)
    def jump_to_row(self, row: int) -> None:
        self._catch_up()
        self._publish(self._open_session().jump(self.timeline.rows[row].first))

    @Slot()
    def _catch_up(self) -> None:
        """Give the session the time the clock measured; ticks are never counted."""
        if self._session is None or self.state not in MOVING:
            return
        lap = self._stopwatch.lap(self._clock.now_ms(), self._clock.boot_ms())
        if lap.interrupted:
            self._publish(self._session.interrupt())
        else:
            self._publish(self._session.advance(lap.elapsed_ms))

    def _is_another_cut(self, protocol: Protocol) -> bool:
        """Whether the lesson that was on is put on again with other steps or numbers."""
        return hasattr(self, "protocol") and self.protocol.id == protocol.id

    def _find(self, path: str, before: Timeline) -> int | None:
        """The place of a path; where it is left out now, its step, or the last one before it."""
        index = self.timeline.index_of(path)
        if index is None and before.index_of(path) is None:
            before = self.planned
        then = before.index_of(path) if index is None else None
        if then is None:
            return index
        steps = {s.step.id: i for i, s in reversed(list(enumerate(self.timeline.segments)))}
        earlier = (before.segments[i].step.id for i in range(then, -1, -1))
        return next((steps[step_id] for step_id in earlier if step_id in steps), None)

    def _publish(self, events: list[SessionEvent]) -> None:
        for event in events:
            match event:
                case StateChanged(old=old, new=new):
                    self._follow(old, new)
                case SegmentShown(index=index):
                    self.segment_changed.emit(index)
                    self._bookmark()
                case Interrupted(left_ms=left_ms):
                    self.interrupted.emit(left_ms)
            self.happened.emit(event)
        self._look()

    def _follow(self, old: SessionState, new: SessionState) -> None:
        if old not in MOVING and new in MOVING:
            self._stopwatch.reset(self._clock.now_ms(), self._clock.boot_ms())
            self._ticker.start()
            self._wake_lock.hold()
        elif new not in MOVING:
            self._ticker.stop()
            self._wake_lock.release()
        self.state_changed.emit(new)
        if new is SessionState.FINISHED:
            self._bookmark()

    def _bookmark(self) -> None:
        session = self._open_session()
        if session.state is SessionState.IDLE:
            return  # looking around in the step list is no progress
        finished = session.state is SessionState.FINISHED
        begin, rows = self._planned_place(session.unit_start), len(self.planned.rows)
        self._bookmarks.put(
            Bookmark(self.protocol.id, begin.path, rows if finished else begin.row, rows)
        )

    def _planned_place(self, index: int) -> Segment:
        """Where this is in the planned lesson: the bookmark must not tell what was left out."""
        here, planned = self.timeline.segments[index], self.planned
        there = planned.index_of(here.path)
        if there is not None:
            return planned.segments[there]
        return next((s for s in planned.segments if s.step.id == here.step.id), here)

    def _look(self) -> None:
        if self._session is not None:
            self.countdown_changed.emit(self.countdown)

    def _open_session(self) -> Session:
        if self._session is None:
            raise RuntimeError("no lesson is open")
        return self._session
