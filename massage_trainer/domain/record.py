"""What was planned and what was done in a lesson; nothing about anybody's health."""

from dataclasses import dataclass
from enum import Enum

from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.timeline import SegmentKind, Timeline

NOT_WORK = frozenset({SegmentKind.NOTICE, SegmentKind.CHECK, SegmentKind.CHOICE, SegmentKind.REST})


class Company(Enum):
    """Who is on the table; the values stand in the record."""

    ALONE = "alone"
    NEW_PARTNER = "new-partner"
    SAME_PARTNER = "same-partner"  # the partner of earlier today
    CLASS = "class"  # the instructor has confirmed for the room
    UNKNOWN = "unknown"  # nobody asked yet: the lesson's own opening does


WITH_SOMEBODY = frozenset({Company.NEW_PARTNER, Company.SAME_PARTNER, Company.CLASS})


class Ending(Enum):
    """How the work on a segment ended; the values stand in the record."""

    SERVED = "served"  # its whole time passed
    DONE = "done"  # the student said so
    SKIPPED = "skipped"
    LEFT = "left"  # the student went elsewhere in the lesson, or ended it


class SkipReason(Enum):
    """Why something was skipped; the values stand in the record."""

    PARTNER = "partner"  # the partner did not want it
    HURTS = "hurts"
    CAUTION = "caution"  # it does not suit this person
    NO_TIME = "no-time"
    NOT_LEARNT = "not-learnt"  # the teacher has not shown it yet
    OTHER = "other"


class NoteKind(Enum):
    """What happened beside the work; the values stand in the record."""

    STOP_IT_HURTS = "stop-it-hurts"
    EASED = "eased"  # after a pause it went on with less pressure
    INTERRUPTED = "interrupted"  # the computer slept or stalled
    PAUSED = "paused"
    RESUMED = "resumed"
    LONGER = "longer"  # 15 seconds more
    CAUTIONS_ACKNOWLEDGED = "cautions-acknowledged"  # which ones is nobody's business later
    SUPERVISED = "supervised"  # a teacher or doctor allowed what had to be asked; which is health
    LAMP_ASKED = "lamp-asked"
    SHORTENED = "shortened"  # to fit into the time there was; detail: minutes


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One segment as it was to be done. A moment is text: UTC, ISO 8601."""

    path: str
    step: str
    stroke: str
    kind: str
    side: str
    point: str
    repetition: int
    repetitions: int
    ms: Milliseconds
    count: int


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One segment as it was done."""

    at: str
    path: str
    ending: Ending
    ms: Milliseconds
    count: int = 0
    reason: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Something that happened, where in the lesson and after how much of its segment."""

    at: str
    kind: NoteKind
    path: str = ""
    ms: Milliseconds = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Practice:
    """One run of a lesson, as the log lists it."""

    id: int
    lesson: str
    began: str
    ended: str
    company: Company
    finished: bool
    work_ms: Milliseconds
    skipped: int
    stops: int  # how often "stop, it hurts" was said


@dataclass(frozen=True, slots=True)
class TechniqueTime:
    """How long a technique was practised in all, and of that with somebody on the table."""

    stroke: str
    alone_ms: Milliseconds
    together_ms: Milliseconds

    @property
    def total_ms(self) -> Milliseconds:
        return self.alone_ms + self.together_ms


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the whole log in the order of time: work that ended, or a note."""

    practice: int
    lesson: str
    company: Company
    at: str
    step: str
    stroke: str
    side: str
    point: str
    repetition: str  # "2/3"
    planned_ms: Milliseconds
    ms: Milliseconds
    planned_count: int
    count: int
    what: str  # value of Ending or NoteKind
    detail: str


def plan_of(timeline: Timeline) -> tuple[PlannedLine, ...]:
    """Everything that a lesson wants done, per step, side, point and repetition."""
    return tuple(
        PlannedLine(
            path=segment.path,
            step=segment.step.id,
            stroke="" if segment.kind in NOT_WORK else segment.step.stroke_id,
            kind=segment.kind.value,
            side=segment.side.value if segment.side else "",
            point=segment.point_id,
            repetition=segment.repetition[0],
            repetitions=segment.repetition[1],
            ms=segment.duration_ms,
            count=segment.count,
        )
        for segment in timeline.segments
    )
