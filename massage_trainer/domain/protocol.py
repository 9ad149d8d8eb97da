"""What an author wrote: a lesson before the teacher's choices and before it becomes time."""

from dataclasses import dataclass
from enum import Enum

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.text import LocalizedText

Milliseconds = int

MOST_COUNT = 1_000
MOST_MS = 4 * 60 * 60 * 1_000


class Status(Enum):
    """Where a number comes from; the screen always shows it."""

    SOURCE = "source"  # stands in the source article
    CORRECTED = "corrected"  # the article's value was wrong; the reason stands beside it
    APP_DEFAULT = "app_default"  # the article gives none: the program's own proposal
    TEACHER = "teacher"  # set by the teacher of this room
    SHORTENED = "shortened"  # below the source's dose, for practice in class


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its status: a single value, or a range with a chosen value.

    Durations are milliseconds, counts are plain numbers. ``key`` names the number for the teacher's
    settings, for example ``lumbar-acupressure/xat.time``.
    """

    least: int
    most: int
    chosen: int
    status: Status
    key: str = ""
    reason: LocalizedText | None = None

    def __post_init__(self) -> None:
        if self.least <= 0:
            raise ValueError("must be more than 0")
        if self.most < self.least:
            raise ValueError("the most is below the least")
        if self.status is Status.CORRECTED and self.reason is None:
            raise ValueError("a corrected number needs its reason")

    @property
    def is_range(self) -> bool:
        return self.most > self.least

    @classmethod
    def exactly(cls, value: int, status: Status, key: str = "") -> "Amount":
        """A number that is no range."""
        return cls(value, value, value, status, key)


class CountUnit(Enum):
    """What is counted: repetitions (lần) or passes of a stroke (lượt)."""

    REPETITIONS = "repetitions"
    PASSES = "passes"


@dataclass(frozen=True, slots=True)
class Timed:
    """Work for a time."""

    time: Amount


@dataclass(frozen=True, slots=True)
class Counted:
    """Work for a number of repetitions or passes; with a cadence (ms each) the program counts."""

    count: Amount
    unit: CountUnit
    cadence: Amount | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """Ease in, hold, ease out, rest; several times."""

    hold: Amount
    times: Amount
    ease_in: Amount | None = None
    ease_out: Amount | None = None
    rest: Amount | None = None


@dataclass(frozen=True, slots=True)
class PointHold:
    """Press one acupoint for a time, ``times`` times with a rest between."""

    point_id: str
    hold: Amount
    times: int = 1
    rest: Amount | None = None


@dataclass(frozen=True, slots=True)
class Points:
    """Press points one after the other."""

    holds: tuple[PointHold, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Nothing is done for a time; the client rests."""

    time: Amount


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to read or do that waits until it is acknowledged."""


@dataclass(frozen=True, slots=True)
class Check:
    """A list that must be gone through and acknowledged before the lesson goes on."""

    items: tuple[LocalizedText, ...]


Dose = Timed | Counted | Holds | Points | Rest | Notice | Check


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when the teacher's answer to a question is the named choice."""

    question_id: str
    choice_id: str


@dataclass(frozen=True, slots=True)
class SidesByAnswer:
    """The sides depend on the teacher's answer to a question."""

    question_id: str
    by_choice: tuple[tuple[str, tuple[Side, ...]], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What a step tells the student; steps that are no work of the hands have only ``do``.

    ``say`` is the one most important instruction, as the voice says it.
    """

    do: LocalizedText
    practitioner: LocalizedText | None = None
    contact: LocalizedText | None = None
    direction: LocalizedText | None = None
    pressure: LocalizedText | None = None
    watch: LocalizedText | None = None
    stop: LocalizedText | None = None
    say: LocalizedText | None = None


class RemarkKind(Enum):
    """What the answers about the person on the table mean for a step."""

    CAREFUL = "careful"
    LEFT_OUT = "left-out"
    ASK_FIRST = "ask-first"  # left out until the teacher or a doctor allows it
    ALLOWED = "allowed"  # they did: done under supervision
    ASKED = "asked"  # a check that was answered before the lesson


@dataclass(frozen=True, slots=True)
class Remark:
    """One such meaning, with its reason. Lessons in files have none."""

    kind: RemarkKind
    reason: LocalizedText


@dataclass(frozen=True, slots=True)
class Prompts:
    """A question to ask again and again while a step runs, at these times after its start."""

    at: tuple[Milliseconds, ...]
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Step:
    """One technique (or rest, notice, check) with everything the page shows about it."""

    id: str
    name: LocalizedText
    dose: Dose
    words: Words
    position_id: str
    plate_id: str
    stroke_id: str = ""
    region_id: str = ""
    sides: tuple[Side, ...] | SidesByAnswer = ()
    frames: tuple[tuple[str, str], ...] = ()  # segment kind value -> frame of the plate
    cautions: tuple[str, ...] = ()  # ids of assets/catalog/safety.yaml
    source: tuple[str, ...] = ()  # ids of assets/catalog/article.yaml
    corrections: tuple[str, ...] = ()  # ids of assets/catalog/corrections.yaml
    questions: tuple[str, ...] = ()  # ids of assets/catalog/questions.yaml
    when: tuple[Condition, ...] = ()
    avoid: tuple[str, ...] = ()  # ids of assets/catalog/zones.yaml: where no hand presses
    prompts: Prompts | None = None
    remarks: tuple[Remark, ...] = ()  # for the person on the table: see domain/partner.py
    once: bool = False  # a class hears it once, also where the partners take turns


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that belong together: repeated, optional, with a total of their own, or reused."""

    id: str
    body: "tuple[Step | Block, ...]"
    name: LocalizedText | None = None
    times: int = 1
    optional: bool = False
    total: Amount | None = None  # of the work and rests inside one lap, gaps not counted
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class TeachingNotes:
    """What an instructor wants to know of some steps; students never see it."""

    steps: tuple[str, ...]  # ids: one, or all of a block
    show: LocalizedText | None = None  # what to demonstrate
    mistakes: LocalizedText | None = None  # what learners do wrong, and how to put it right
    ask: LocalizedText | None = None  # a question for the class, with its answer

    def __post_init__(self) -> None:
        if not (self.show or self.mistakes or self.ask):
            raise ValueError("notes without a word")


@dataclass(frozen=True, slots=True)
class Protocol:
    """A whole lesson. ``lead_in``, ``between``: the gaps before the first and each next place.

    ``teach`` holds the instructor's notes beside the steps and not in them: what a class is shown
    is made of steps.
    """

    id: str
    name: LocalizedText
    summary: LocalizedText
    needs: tuple[LocalizedText, ...]
    cover: str  # plate shown in the library
    body: tuple[Step | Block, ...]
    lead_in: Amount
    between: Amount
    order: int = 0  # place in the library
    fragment: bool = False  # only for reuse, not shown in the library
    teach: tuple[TeachingNotes, ...] = ()

    def notes_on(self, step_id: str) -> tuple[TeachingNotes, ...]:
        """What the instructor should know of a step: of itself first, then of its blocks."""
        return tuple(note for note in self.teach if step_id in note.steps)
