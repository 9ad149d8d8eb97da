"""Which sound each event of a session deserves: plain rules, fed with the events alone."""

from dataclasses import dataclass
from typing import Final

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import (
    MOVING,
    Extended,
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
    WaitingForStudent,
)
from massage_trainer.domain.half_time import half_time_s
from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.timeline import WAITING_KINDS, Segment, SegmentKind, Timeline

COUNT_IN: Final = {3: Cue.THREE, 2: Cue.TWO, 1: Cue.ONE}
LEAST_GAP_MS: Final = 5_000  # a shorter gap has no second for both its end and what comes
BEAT_ENDS_AT_S: Final = 1  # the last beat is the end of the step, which has its own cue

# Of two cues of the same second the later one here is heard, the other waits for a free second.
PRIORITY: Final = (
    *(Cue.HALF, Cue.LEAST, Cue.GET_READY, Cue.SIDE, Cue.THREE, Cue.TWO, Cue.ONE),
    *(Cue.BEAT, Cue.REPETITION, Cue.REST, Cue.START, Cue.STEP_END),
    *(Cue.LESSON_END, Cue.INTERRUPTED, Cue.STOP),
)

_ENDS: Final = (SegmentKind.WORK, SegmentKind.HOLD, SegmentKind.COUNT, SegmentKind.REST)


@dataclass(frozen=True, slots=True)
class Beat:
    """Beat steadily every ``period_ms`` from now on; None: stop."""

    period_ms: Milliseconds | None


Order = Cue | Beat


class CueDirector:
    """Turns the events of one lesson into cues; every event is heard once.

    While a Beat is on, ``Cue.BEAT`` is only there to be seen: the looped beat already sounds.
    """

    def __init__(self, timeline: Timeline) -> None:
        self._segments = timeline.segments
        self._state = SessionState.IDLE
        self._index = 0
        self._later: list[Cue] = []  # waiting for a free second
        self._ended = False  # a time was served, and its end is still to be heard
        self._end_told = False
        self._picked_up = False  # after a pause
        self._beating = False
        self._beat_due = False  # the beat begins with the next repetition
        self._whole_ms = 0
        self._half_told = False

    def feed(self, event: SessionEvent) -> tuple[Order, ...]:
        """The orders for this event, in the order of hearing."""
        match event:
            case StateChanged(old=old, new=new):
                return self._changed(old, new)
            case SegmentShown(index=index):
                return self._shown(index)
            case SegmentStarted(segment=segment):
                return self._started(segment)
            case SegmentEnded(segment=segment, outcome=outcome):
                served = segment.kind in _ENDS and outcome is not Outcome.SKIPPED
                self._ended = served and not self._end_told
                return self._beat_off()
            case Interrupted():
                return (Cue.INTERRUPTED,)
        return self._within(event)

    def _within(self, event: SessionEvent) -> tuple[Order, ...]:
        """What happens while a segment or a gap goes on."""
        match event:
            case SecondElapsed(seconds_left=left):
                return self._second(left)
            case LeastReached(segment=segment) if segment.least_ms < self._whole_ms:
                self._later.append(Cue.LEAST)  # the same moment is a whole second
            case RepetitionCounted(number=number, of=of) if number < of:
                return self._repetition()
            case WaitingForStudent(segment=segment) if not segment.waits:
                self._end_told = True
                return (*self._beat_off(), Cue.STEP_END)
            case Extended(by_ms=by_ms):
                self._whole_ms += by_ms
                self._end_told = False
        return ()

    @property
    def _segment(self) -> Segment:
        return self._segments[self._index]

    def _changed(self, old: SessionState, new: SessionState) -> tuple[Order, ...]:
        self._state = new
        if new in MOVING:
            if old is not SessionState.PAUSED:
                return ()
            self._picked_up = True
            return (Cue.GET_READY,)
        off = self._beat_off()
        self._later.clear()
        self._ended = False
        if new is SessionState.FINISHED:
            return (*off, Cue.LESSON_END)
        return (*off, Cue.STOP) if new is SessionState.IDLE and old in MOVING else off

    def _shown(self, index: int) -> tuple[Order, ...]:
        before, self._index = self._segment, index
        here = self._segment
        ended, self._ended = self._ended, False
        self._whole_ms = here.duration_ms
        self._half_told = self._end_told = self._picked_up = False
        self._later.clear()
        off = self._beat_off()
        starts_at_once = self._state is SessionState.RUNNING and here.kind not in WAITING_KINDS
        if self._state not in MOVING or starts_at_once:
            return off  # what starts at once is heard when it starts
        arrival = Cue.SIDE if _is_other_side(before, here) else Cue.GET_READY
        if not ended or 0 < here.gap_ms < LEAST_GAP_MS:
            return (*off, arrival)
        if here.gap_ms:
            self._later.append(arrival)
        return (*off, Cue.STEP_END)

    def _started(self, segment: Segment) -> tuple[Order, ...]:
        picked_up, self._picked_up = self._picked_up, False
        self._beat_due = bool(segment.cadence_ms) and picked_up
        beat: tuple[Order, ...] = ()
        if segment.cadence_ms and not picked_up:
            beat = self._beat_on()
        match segment.kind:
            case SegmentKind.NOTICE | SegmentKind.CHECK | SegmentKind.CHOICE:
                return ()  # heard when it was shown
            case SegmentKind.REST:
                return (Cue.REST,)
            case _ if picked_up:
                return (*beat, Cue.START)
            case SegmentKind.EASE_OUT:
                return (Cue.STEP_END,)
            case _ if self._begins_repetition():
                return (Cue.REPETITION,)
            case _:
                return (*beat, Cue.START)

    def _begins_repetition(self) -> bool:
        """Whether this is the first part of the second or a later repetition."""
        here, before = self._segment, self._segments[max(0, self._index - 1)]
        return here.repetition[0] > 1 and before.unit != here.unit

    def _second(self, left: int) -> tuple[Order, ...]:
        due: list[Cue] = self._later
        if self._leads_into_work():
            due += [COUNT_IN[left]] if left in COUNT_IN else []
        elif self._is_half(left):
            self._half_told = True
            due.append(Cue.HALF)
        due.sort(key=PRIORITY.index)
        off: tuple[Order, ...] = ()
        if self._segment.cadence_ms and left <= BEAT_ENDS_AT_S:
            off = self._beat_off()
        return (*off, due.pop()) if due else off

    def _is_half(self, left: int) -> bool:
        if self._state is not SessionState.RUNNING or self._half_told:
            return False
        return left == half_time_s(self._segment.kind, self._whole_ms)

    def _leads_into_work(self) -> bool:
        """Whether this is a gap, or a rest or ease-in that work follows without one."""
        if self._state is SessionState.BETWEEN:
            return True
        following = self._index + 1
        leading = self._segment.kind in (SegmentKind.REST, SegmentKind.EASE_IN)
        if not leading or following == len(self._segments):
            return False
        after = self._segments[following]
        return not after.gap_ms and after.kind not in WAITING_KINDS

    def _repetition(self) -> tuple[Order, ...]:
        if not self._beat_due:
            return (Cue.BEAT,)
        self._beat_due = False
        return (Cue.BEAT, *self._beat_on())

    def _beat_on(self) -> tuple[Order, ...]:
        self._beating = True
        return (Beat(self._segment.cadence_ms),)

    def _beat_off(self) -> tuple[Order, ...]:
        self._beat_due = False
        beating, self._beating = self._beating, False
        return (Beat(None),) if beating else ()


def _is_other_side(before: Segment, here: Segment) -> bool:
    return (
        before.step.id == here.step.id and before.lap == here.lap and before.side is not here.side
    )
