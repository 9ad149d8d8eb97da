"""What a session reports; pages, sound, speech and records are observers of these."""

from dataclasses import dataclass
from enum import Enum, auto

from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.timeline import Segment


class SessionState(Enum):
    """The five states of a session."""

    IDLE = auto()
    RUNNING = auto()
    BETWEEN = auto()  # hands move to the next place, or get ready after a pause
    PAUSED = auto()
    FINISHED = auto()


MOVING = frozenset({SessionState.RUNNING, SessionState.BETWEEN})


class Outcome(Enum):
    """How a segment ended."""

    SERVED = "served"  # its whole time passed
    DONE = "done"  # the student said so
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StateChanged:
    """The session moved from one state to another."""

    old: SessionState
    new: SessionState


@dataclass(frozen=True, slots=True)
class SegmentShown:
    """A segment became the current one; in BETWEEN it is announced, not yet begun."""

    index: int


@dataclass(frozen=True, slots=True)
class SegmentStarted:
    """The hands begin now (also after a pause)."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class SegmentEnded:
    """The hands leave this segment after ``elapsed_ms`` of its own time."""

    segment: Segment
    elapsed_ms: Milliseconds
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SecondElapsed:
    """The shown countdown dropped to this many whole seconds."""

    seconds_left: int


@dataclass(frozen=True, slots=True)
class LeastReached:
    """The least of a range is served: from here on the student may end it."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class RepetitionCounted:
    """The cadence completed repetition ``number`` of ``of``."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class WaitingForStudent:
    """The time is over, or there is none: only the student's word goes on."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Extended:
    """The current segment got this much longer."""

    by_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class GapExtended:
    """The gap before the hands go on got this much longer; no dose did."""

    by_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The student undid the end of this segment and goes on with it."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The computer slept or stalled with this much left; the gap was not counted as served."""

    left_ms: Milliseconds


SessionEvent = (
    StateChanged
    | SegmentShown
    | SegmentStarted
    | SegmentEnded
    | SecondElapsed
    | LeastReached
    | RepetitionCounted
    | WaitingForStudent
    | Extended
    | GapExtended
    | TakenBack
    | Interrupted
)
