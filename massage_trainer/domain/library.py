"""What the library page shows of each lesson, without the lesson itself."""

from dataclasses import dataclass

from massage_trainer.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson to choose; ``total_ms`` with the teacher's choices applied, ``steps`` its lines."""

    id: str
    name: LocalizedText
    summary: LocalizedText
    needs: tuple[LocalizedText, ...]
    cover: str
    total_ms: int
    order: int
    steps: int


@dataclass(frozen=True, slots=True)
class LibraryIndex:
    """The lessons in order, and every mistake of those that cannot be used."""

    cards: tuple[LessonCard, ...]
    errors: tuple[str, ...]
