"""The vocabulary that lessons refer to: strokes, places, points, cautions, corrections."""

from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Acupoint:
    """An acupoint as the lessons name it; how it is constructed on the body and found by hand."""

    code: str
    name_vi: str
    pinyin: str
    hanzi: str
    gloss: LocalizedText
    find: LocalizedText
    midline: bool = False


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
