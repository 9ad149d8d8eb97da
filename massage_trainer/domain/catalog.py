"""The vocabulary that lessons refer to: strokes, places, points, cautions, corrections."""

from dataclasses import dataclass, field
from enum import Enum

from massage_trainer.domain.construction import Construction, Go
from massage_trainer.domain.screening import ScreenLine
from massage_trainer.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class Stroke:
    """A technique of the hands: its names and how it differs from the others."""

    id: str
    name: LocalizedText
    how: LocalizedText


@dataclass(frozen=True, slots=True)
class Place:
    """A region of the body or a position of the client."""

    id: str
    name: LocalizedText


class Shown(Enum):
    """Where a point may be shown and asked."""

    SKIN = "skin"
    CLOTH = "cloth"  # through shorts or towel
    TEXT = "text"  # in no picture, never asked by a click


class Sure(Enum):
    """How sure the construction is; what is not high says "ask your instructor"."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Site:
    """One place of a point: its key (``BL23``, ``EX-B2@T12``) and how it is constructed."""

    key: str
    construction: Construction


@dataclass(frozen=True, slots=True)
class PlaceCheck:
    """A second construction that must come to the same place within so many cun."""

    construction: Construction
    within_cun: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another construction that is shown as information and never graded."""

    construction: Construction
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far from a point a click may be, in cun, where the general rule does not fit."""

    hit_cun: float
    near_cun: float


@dataclass(frozen=True, slots=True)
class Acupoint:
    """An acupoint: names, how it is constructed on the body and found by hand, and its limits.

    ``axes`` are the directions of the body there, across and along, in which a miss is told.
    """

    code: str
    name_vi: str
    pinyin: str
    hanzi: str
    gloss: LocalizedText
    find: LocalizedText
    region_id: str  # id of assets/catalog/body_regions.yaml
    midline: bool
    shown: Shown
    practice: bool  # False: may be shown, is never asked
    sites: tuple[Site, ...]  # empty where shown is TEXT
    axes: tuple[Go, Go]
    source: LocalizedText
    sure: Sure
    also_vi: tuple[str, ...] = ()
    level_with: tuple[str, ...] = ()  # points and landmarks at the same height
    checks: tuple[PlaceCheck, ...] = ()
    cautions: tuple[str, ...] = ()  # ids of assets/catalog/point_cautions.yaml
    alternative: Alternative | None = None
    tolerance: Tolerance | None = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """A place that the eye or the hand finds on the body, where the measuring starts.

    ``found`` says how its place on the body model was found.
    """

    id: str
    name: LocalizedText
    find: LocalizedText
    found: str
    midline: bool
    construction: Construction
    axes: tuple[Go, Go]
    level_with: tuple[str, ...] = ()
    checks: tuple[PlaceCheck, ...] = ()


@dataclass(frozen=True, slots=True)
class CunSpan:
    """A span of the body that is so many cun long, measured along the skin or straight."""

    id: str
    name: LocalizedText
    a: str
    b: str
    cun: float
    along_skin: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """A place of the body where pressing does harm: what it is, why, and its outline on the skin.

    ``corners`` of a closed outline, in order, of the left side or of the whole middle.
    """

    id: str
    name: LocalizedText
    why: LocalizedText
    midline: bool
    corners: tuple[Construction, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """A safety fact: a caution, a contraindication, a red flag or a sign to stop."""

    id: str
    text: LocalizedText


class Severity(Enum):
    """How bad the article's sentence is when it is followed literally."""

    DANGER = "danger"
    WRONG = "wrong"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the article says (a few words), what is taught instead, and why."""

    id: str
    severity: Severity
    article_words: str
    taught: LocalizedText
    why: LocalizedText


@dataclass(frozen=True, slots=True)
class ArticleSentence:
    """One sentence of the source article: only its id, section and our short label for it."""

    id: str
    section: str
    label: LocalizedText


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer to an open question."""

    id: str
    text: LocalizedText


@dataclass(frozen=True, slots=True)
class Question:
    """Something the article leaves open; until the teacher answers, the program's choice is used.

    ``default`` is the choice that the lesson follows meanwhile.
    """

    id: str
    text: LocalizedText
    choices: tuple[Choice, ...]
    default: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything a lesson may refer to, by id."""

    strokes: dict[str, Stroke]
    regions: dict[str, Place]
    positions: dict[str, Place]
    points: dict[str, Acupoint]
    cautions: dict[str, Caution]
    corrections: dict[str, Correction]
    sentences: dict[str, ArticleSentence]
    questions: dict[str, Question]
    landmarks: dict[str, Landmark]
    spans: dict[str, CunSpan]
    zones: dict[str, Zone]
    body_regions: dict[str, Place]
    point_cautions: dict[str, Caution]
    screening: tuple[ScreenLine, ...] = ()  # in the order in which they are asked
    # Of every point there is, also those that are not taught: Vietnamese, pinyin, characters.
    point_names: dict[str, tuple[str, ...]] = field(default_factory=dict)
