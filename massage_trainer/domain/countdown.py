"""What the countdown shows at one moment."""

from dataclasses import dataclass
from enum import Enum, auto

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import Segment, SegmentKind, Timeline


class Face(Enum):
    """Which kind of countdown is on."""

    GET_READY = auto()  # hands move to the next place
    RESUMING = auto()  # lead-in after a pause
    TIME = auto()  # time runs down
    COUNT = auto()  # repetitions are counted
    YOUR_WORD = auto()  # only the student's word goes on: nothing runs down


@dataclass(frozen=True, slots=True)
class Countdown:
    """One look at the session, ready to be drawn."""

    face: Face
    state: SessionState
    segment: Segment
    left_ms: Milliseconds
    phase_ms: Milliseconds
    least_left_ms: Milliseconds  # until a range may be ended; 0 when it may
    least_fraction: float  # where on the ring the least mark stands: part of the phase still left
    counted: int
    lesson_left_ms: Milliseconds
    may_end: bool
    may_skip: bool
    may_extend: bool
    may_undo: bool
    waiting: bool
    elapsed_ms: Milliseconds  # served in the segment, also while a gap is shown
    segment_left_ms: Milliseconds

    @property
    def begun(self) -> bool:
        """Whether the hands are at work on the segment, or were before a pause."""
        resting = self.state in (SessionState.IDLE, SessionState.FINISHED)
        return not resting and self.face is not Face.GET_READY

    @property
    def under_way(self) -> int:
        """The repetition being done now, from 1."""
        return min(self.segment.count, self.counted + 1)

    @property
    def fraction(self) -> float:
        """The part of the phase still left, 0 to 1."""
        return self.left_ms / self.phase_ms if self.phase_ms else 0.0

    @property
    def text(self) -> str:
        """Minutes and seconds, rounded up as every countdown is."""
        return clock_text(self.left_ms)


def clock_text(milliseconds: Milliseconds) -> str:
    """``m:ss``, rounded up to the second; from an hour on ``h:mm:ss``."""
    seconds = -(-milliseconds // 1000)
    hours, minutes = seconds // 3600, seconds // 60 % 60
    if hours:
        return f"{hours}:{minutes:02d}:{seconds % 60:02d}"
    return f"{minutes}:{seconds % 60:02d}"


def look_at(session: Session, timeline: Timeline) -> Countdown:
    """Describe this moment of the session."""
    segment = session.segment
    least_left = 0
    least_fraction = 0.0
    if segment.is_range and segment.least_ms and not session.in_gap:
        least_left = max(0, segment.least_ms - session.elapsed_ms)
        least_fraction = max(0.0, 1 - segment.least_ms / session.phase_ms)
    rest_of_phase = session.segment_left_ms + (session.left_ms if session.in_gap else 0)
    return Countdown(
        face=_face(session),
        state=session.state,
        segment=segment,
        left_ms=session.left_ms,
        phase_ms=session.phase_ms,
        least_left_ms=least_left,
        least_fraction=least_fraction,
        counted=session.counted,
        lesson_left_ms=_lesson_left(session, timeline, rest_of_phase),
        may_end=session.may_end,
        may_skip=session.may_skip,
        may_extend=session.may_extend,
        may_undo=session.may_undo,
        waiting=session.is_waiting,
        elapsed_ms=session.elapsed_ms,
        segment_left_ms=session.segment_left_ms,
    )


def _lesson_left(session: Session, timeline: Timeline, rest_of_phase: Milliseconds) -> Milliseconds:
    if session.state is SessionState.FINISHED:
        return 0
    not_begun = session.state is SessionState.IDLE
    gap = session.segment.gap_ms if not_begun else 0
    return rest_of_phase + gap + timeline.left_after_ms(session.index)


def _face(session: Session) -> Face:
    segment = session.segment
    if session.in_gap:
        return Face.RESUMING if session.elapsed_ms else Face.GET_READY
    if segment.kind is SegmentKind.COUNT:
        return Face.COUNT
    return Face.YOUR_WORD if segment.waits else Face.TIME
