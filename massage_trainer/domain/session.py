"""The session state machine. It has no clock: time is given to it in ``advance``."""

from collections.abc import Iterator

from massage_trainer.domain.events import (
    MOVING,
    Extended,
    GapExtended,
    Interrupted,
    LeastReached,
    Outcome,
    RepetitionCounted,
    SecondElapsed,
    SegmentEnded,
    SegmentShown,
    SegmentStarted,
    SessionEvent,
    SessionState,
    StateChanged,
    TakenBack,
    WaitingForStudent,
)
from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.timeline import Segment, SegmentKind, Timeline

RESUME_LEAD_IN_MS = 3_000
BACK_TO_PREVIOUS_MS = 3_000  # within this much of a repetition's start, "back" means the one before
EXTENSION_MS = 15_000
MUST_BE_ACKNOWLEDGED = frozenset({SegmentKind.NOTICE, SegmentKind.CHECK})
EXTENDABLE = frozenset({SegmentKind.WORK, SegmentKind.HOLD, SegmentKind.REST})
UNDO_DEPTH = 20
SECOND_MS = 1_000


class Session:
    """Plays a timeline; each verb returns the events it caused, in order, or none."""

    def __init__(self, timeline: Timeline, *, wait_at_zero: bool = False, first: int = 0) -> None:
        """``first`` is the segment with which a run through the lesson begins."""
        if not timeline.segments:
            raise ValueError("a session needs at least one segment")
        self.wait_at_zero = wait_at_zero
        self._first = first
        self._segments = timeline.segments
        self._rows = timeline.rows
        self._state = SessionState.IDLE
        self._before_pause = SessionState.RUNNING
        self._index = first
        self._elapsed_ms = 0  # served in the current segment
        self._extra_ms = 0
        self._gap_ms = 0  # full length of the current gap or lead-in
        self._gap_left_ms = 0
        self._waiting = False
        # Each: what ended, first and last, and how much of the first was served.
        self._undo: list[tuple[int, int, Milliseconds, Milliseconds]] = []

    @property
    def state(self) -> SessionState:
        return self._state

    @property
    def index(self) -> int:
        return self._index

    @property
    def segment(self) -> Segment:
        return self._segments[self._index]

    @property
    def in_gap(self) -> bool:
        """Whether the countdown shows a change-over or a lead-in instead of the segment."""
        return SessionState.BETWEEN in (self._state, self._paused_in)

    @property
    def is_waiting(self) -> bool:
        """Whether only the student's word goes on."""
        return self._state is SessionState.RUNNING and (self._waiting or self.segment.waits)

    @property
    def elapsed_ms(self) -> Milliseconds:
        """Time served in the current segment."""
        return self._elapsed_ms

    @property
    def segment_left_ms(self) -> Milliseconds:
        """Time left in the segment itself, whatever gap comes before."""
        return max(0, self.segment.duration_ms + self._extra_ms - self._elapsed_ms)

    @property
    def left_ms(self) -> Milliseconds:
        """Time left in the current phase: the segment, or the gap before it."""
        return self._gap_left_ms if self.in_gap else self.segment_left_ms

    @property
    def phase_ms(self) -> Milliseconds:
        """Full length of the current phase, for drawing a proportion."""
        return self._gap_ms if self.in_gap else self.segment.duration_ms + self._extra_ms

    @property
    def counted(self) -> int:
        """Repetitions that the cadence has completed."""
        cadence_ms = self.segment.cadence_ms
        return min(self.segment.count, self._elapsed_ms // cadence_ms) if cadence_ms else 0

    @property
    def may_end(self) -> bool:
        """Whether ``done`` applies now."""
        if self._state is not SessionState.RUNNING:
            return False
        if self.is_waiting or self.segment.kind is SegmentKind.COUNT:
            return True
        return self.segment.is_range and self._elapsed_ms >= self.segment.least_ms

    @property
    def may_extend(self) -> bool:
        """Whether ``extend`` applies now: never beyond the most of a range."""
        segment = self.segment
        if self._state not in (SessionState.RUNNING, SessionState.PAUSED) or self.in_gap:
            return False
        if segment.kind not in EXTENDABLE or not segment.duration_ms:
            return False
        longer = segment.duration_ms + self._extra_ms + EXTENSION_MS
        return not segment.is_range or longer <= segment.most_ms

    @property
    def may_skip(self) -> bool:
        """Whether ``next`` applies now: a notice or a check is acknowledged, never skipped."""
        resting = self._state in (SessionState.IDLE, SessionState.FINISHED)
        return not resting and self.segment.kind not in MUST_BE_ACKNOWLEDGED

    @property
    def may_undo(self) -> bool:
        return bool(self._undo) and self._state is not SessionState.IDLE

    @property
    def unit_start(self) -> int:
        """Index of the first segment of the current repetition."""
        return self._unit_start(self._index)

    @property
    def _paused_in(self) -> SessionState | None:
        return self._before_pause if self._state is SessionState.PAUSED else None

    def start(self) -> list[SessionEvent]:
        """Begin at the shown segment, or where the lesson begins after its end."""
        if self._state is SessionState.FINISHED:
            self._undo.clear()
            return list(self._enter(self._first))
        if self._state is not SessionState.IDLE:
            return []
        return list(self._enter(self._index))

    def pause(self) -> list[SessionEvent]:
        if self._state not in MOVING:
            return []
        self._before_pause = self._state
        return list(self._to(SessionState.PAUSED))

    def resume(self) -> list[SessionEvent]:
        """Go on with the time that was left; a begun hold gets a short lead-in first."""
        if self._state is not SessionState.PAUSED:
            return []
        if self._before_pause is SessionState.BETWEEN:
            return list(self._to(SessionState.BETWEEN))
        return list(self._pick_up())

    def interrupt(self) -> list[SessionEvent]:
        """Pause because the computer slept or stalled; what waits for the student goes on."""
        if self._state not in MOVING or self.is_waiting:
            return []
        return [Interrupted(self.left_ms), *self.pause()]

    def stop(self) -> list[SessionEvent]:
        """End now; the place is kept, so that a later start begins this repetition again."""
        if self._state is SessionState.IDLE:
            return []
        self._undo.clear()
        index = (
            self._first if self._state is SessionState.FINISHED else self._unit_start(self._index)
        )
        return list(self._show(index, SessionState.IDLE))

    def jump(self, index: int) -> list[SessionEvent]:
        """Go to another segment; idle stays idle, paused stays paused there."""
        if not 0 <= index < len(self._segments):
            raise IndexError(f"no segment {index}")
        return list(self._go(index))

    def back(self) -> list[SessionEvent]:
        """To the start of this repetition, or of the one before when it has only just begun."""
        if self._state in (SessionState.IDLE, SessionState.FINISHED):
            return []
        start = self._unit_start(self._index)
        begun = self._index > start or self._elapsed_ms > BACK_TO_PREVIOUS_MS
        if not begun and start > 0:
            start = self._unit_start(start - 1)
        return list(self._go(start))

    def repeat(self) -> list[SessionEvent]:
        """Do this line of the step list again from its start."""
        if self._state is SessionState.IDLE:
            return []
        return list(self._go(self._rows[self.segment.row].first))

    def next(self) -> list[SessionEvent]:
        """Leave this segment for the following one; a hold is still eased out."""
        if not self.may_skip:
            return []
        self._remember()
        ended = SegmentEnded(self.segment, self._elapsed_ms, Outcome.SKIPPED)
        return [ended, *self._leave(self._after_skip())]

    def skip_row(self) -> list[SessionEvent]:
        """Leave this line of the step list with every repetition that is left of it."""
        if not self.may_skip or self.segment.kind is SegmentKind.CHOICE:
            return self.next()
        last = self._rows[self.segment.row].last
        self._remember(last)
        ended = [SegmentEnded(self.segment, self._elapsed_ms, Outcome.SKIPPED)]
        later = self._segments[self._index + 1 : last + 1]
        ended += [SegmentEnded(segment, 0, Outcome.SKIPPED) for segment in later]
        return [*ended, *self._leave(last + 1)]

    def done(self) -> list[SessionEvent]:
        """The student says it is done: a count, a notice, a range after its least."""
        if not self.may_end:
            return []
        self._remember()
        ended = SegmentEnded(self.segment, self._elapsed_ms, Outcome.DONE)
        return [ended, *self._leave(self._index + 1)]

    def undo(self) -> list[SessionEvent]:
        """Take back the last done or next: the same segment, the same time served."""
        if not self.may_undo:
            return []
        index, last, elapsed_ms, extra_ms = self._undo.pop()
        paused = self._state is SessionState.PAUSED
        ended = self._segments[index : last + 1]
        events: list[SessionEvent] = [TakenBack(segment) for segment in reversed(ended)]
        events += self._show(index, SessionState.PAUSED)
        self._elapsed_ms, self._extra_ms = elapsed_ms, extra_ms
        self._before_pause = SessionState.RUNNING
        return events if paused else events + list(self._pick_up())

    def extend(self) -> list[SessionEvent]:
        """15 seconds more, never beyond the most of a range."""
        if not self.may_extend:
            return []
        self._extra_ms += EXTENSION_MS
        self._waiting = False
        return [Extended(EXTENSION_MS)]

    def wait_for_others(self) -> list[SessionEvent]:
        """15 seconds more for a room: also in a gap, where some are not at the next place yet."""
        if not self.in_gap:
            return self.extend()
        self._gap_ms += EXTENSION_MS
        self._gap_left_ms += EXTENSION_MS
        return [GapExtended(EXTENSION_MS)]

    def advance(self, elapsed_ms: Milliseconds) -> list[SessionEvent]:
        """Let time pass. Overshoot carries into the next phase, so nothing drifts."""
        if elapsed_ms < 0:
            raise ValueError("time only moves forward")
        events: list[SessionEvent] = []
        while self._state in MOVING:
            if self.is_waiting:
                self._elapsed_ms += elapsed_ms if self.segment.waits else 0
                break
            step_ms = min(elapsed_ms, self._to_next_mark_ms())
            if not step_ms and self.left_ms:
                break
            elapsed_ms -= step_ms
            events += self._count_down(step_ms)
            if not self.left_ms:
                events += self._end_phase()
        return events

    def _to_next_mark_ms(self) -> Milliseconds:
        """How far time may run before something must be reported."""
        left_ms = self.left_ms
        marks = [left_ms - (left_ms - 1) // SECOND_MS * SECOND_MS if left_ms else 0]
        if not self.in_gap:
            if self.segment.least_ms > self._elapsed_ms:
                marks.append(self.segment.least_ms - self._elapsed_ms)
            if cadence_ms := self.segment.cadence_ms:
                marks.append(cadence_ms - self._elapsed_ms % cadence_ms)
        return min(marks)

    def _count_down(self, step_ms: Milliseconds) -> Iterator[SessionEvent]:
        before = _whole_seconds(self.left_ms)
        if self.in_gap:
            self._gap_left_ms -= step_ms
        else:
            counted = self.counted
            self._elapsed_ms += step_ms
            if self.counted > counted:
                yield RepetitionCounted(self.counted, self.segment.count)
            at_least = step_ms and self._elapsed_ms == self.segment.least_ms
            if at_least and self.segment.is_range:
                yield LeastReached(self.segment)
        if (now := _whole_seconds(self.left_ms)) < before:
            yield SecondElapsed(now)

    def _end_phase(self) -> Iterator[SessionEvent]:
        if self._state is SessionState.BETWEEN:
            yield from self._to(SessionState.RUNNING)
            yield from self._begin()
        elif self.wait_at_zero and self._is_last_of_row():
            self._waiting = True
            yield WaitingForStudent(self.segment)
        else:
            yield SegmentEnded(self.segment, self._elapsed_ms, Outcome.SERVED)
            yield from self._leave(self._index + 1)

    def _leave(self, index: int) -> Iterator[SessionEvent]:
        if index >= len(self._segments):
            yield from self._to(SessionState.FINISHED)
        elif self._state is SessionState.PAUSED:
            yield from self._go(index)
        else:
            yield from self._enter(index)

    def _go(self, index: int) -> Iterator[SessionEvent]:
        match self._state:
            case SessionState.IDLE | SessionState.FINISHED:
                yield from self._show(index, SessionState.IDLE)
            case SessionState.PAUSED:
                yield from self._show(index, SessionState.PAUSED)
            case _:
                yield from self._enter(index)

    def _enter(self, index: int) -> Iterator[SessionEvent]:
        gap_ms = self._segments[index].gap_ms
        yield from self._show(index, SessionState.BETWEEN if gap_ms else SessionState.RUNNING)
        if self._state is SessionState.RUNNING:
            yield from self._begin()

    def _show(self, index: int, state: SessionState) -> Iterator[SessionEvent]:
        self._index = index
        self._elapsed_ms = self._extra_ms = 0
        self._waiting = False
        self._gap_ms = self._gap_left_ms = self._segments[index].gap_ms
        if state is SessionState.PAUSED:
            between = SessionState.BETWEEN if self._gap_ms else SessionState.RUNNING
            self._before_pause = between
        yield from self._to(state)
        yield SegmentShown(index)

    def _begin(self) -> Iterator[SessionEvent]:
        yield SegmentStarted(self.segment)
        if self.segment.waits:
            yield WaitingForStudent(self.segment)

    def _pick_up(self) -> Iterator[SessionEvent]:
        """Back to work in the middle of a segment: with a lead-in where time is running."""
        if self.segment.waits or self._waiting:
            yield from self._to(SessionState.RUNNING)
            return
        self._gap_ms = self._gap_left_ms = RESUME_LEAD_IN_MS
        yield from self._to(SessionState.BETWEEN)

    def _after_skip(self) -> int:
        """The segment that follows; declining an optional part skips all of it."""
        if self.segment.kind is not SegmentKind.CHOICE:
            return self._index + 1
        later = range(self._index + 1, len(self._segments))
        return next((i for i in later if not self._segments[i].optional), len(self._segments))

    def _remember(self, last: int | None = None) -> None:
        last = self._index if last is None else last
        self._undo.append((self._index, last, self._elapsed_ms, self._extra_ms))
        del self._undo[:-UNDO_DEPTH]

    def _unit_start(self, index: int) -> int:
        unit = self._segments[index].unit
        while index and self._segments[index - 1].unit == unit:
            index -= 1
        return index

    def _is_last_of_row(self) -> bool:
        return self._index == self._rows[self.segment.row].last

    def _to(self, new: SessionState) -> Iterator[SessionEvent]:
        if new is not self._state:
            old, self._state = self._state, new
            yield StateChanged(old, new)


def _whole_seconds(milliseconds: Milliseconds) -> int:
    """Seconds as a countdown shows them: rounded up."""
    return -(-milliseconds // SECOND_MS)
