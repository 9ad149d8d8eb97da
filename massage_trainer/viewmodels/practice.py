"""What was practised so far, as the windows see it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.library import LibraryIndex
from massage_trainer.domain.ports import LessonSource, PracticeLog, TableWriter
from massage_trainer.domain.record import LogLine, Practice, TechniqueTime
from massage_trainer.domain.record_words import (
    COMPANY_WORDS,
    detail_words,
    side_words,
    what_words,
)
from massage_trainer.domain.text import LocalizedText

SECOND_MS = 1_000


class PracticeViewModel(QObject):
    """Reads the log, names lessons and techniques, and writes a table for spreadsheets."""

    def __init__(
        self,
        log: PracticeLog,
        lessons: LessonSource,
        writer: TableWriter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._lessons = lessons
        self._writer = writer

    @property
    def practices(self) -> list[Practice]:
        return self._log.practices()

    @property
    def techniques(self) -> list[TechniqueTime]:
        return self._log.techniques()

    def lesson_name(self, lesson_id: str) -> LocalizedText:
        """The name of a lesson; its id where it is gone."""
        index: LibraryIndex = self._lessons.index()
        names = {card.id: card.name for card in index.cards}
        return names.get(lesson_id) or LocalizedText(lesson_id, lesson_id)

    def technique_name(self, stroke_id: str) -> LocalizedText:
        catalog: Catalog = self._lessons.catalog()
        stroke = catalog.strokes.get(stroke_id)
        return stroke.name if stroke else LocalizedText(stroke_id, stroke_id)

    def export_to(self, path: Path, headings: Sequence[str], language: str) -> None:
        """Write everything, a line each; raises TrainerError where it cannot be written."""
        # Looked up once: a log has tens of thousands of lines.
        lessons = {c.id: c.name.in_language(language) for c in self._lessons.index().cards}
        strokes = {
            stroke.id: stroke.name.in_language(language)
            for stroke in self._lessons.catalog().strokes.values()
        }

        def row(line: LogLine) -> tuple[str, ...]:
            lesson = lessons.get(line.lesson, line.lesson)
            return _row(line, lesson, strokes.get(line.stroke, line.stroke), language)

        self._writer.write(path, [tuple(headings), *map(row, self._log.lines())])


def _row(line: LogLine, lesson: str, technique: str, language: str) -> tuple[str, ...]:
    return (
        str(line.practice),
        line.at,
        lesson,
        COMPANY_WORDS[line.company].in_language(language),
        line.step,
        technique,
        side_words(line.side, language),
        line.point,
        line.repetition,
        _seconds(line.planned_ms),
        _seconds(line.ms),
        str(line.planned_count or ""),
        str(line.count or ""),
        what_words(line.what, language),
        detail_words(line.what, line.detail, language),
    )


def _seconds(milliseconds: int) -> str:
    return f"{milliseconds / SECOND_MS:g}" if milliseconds else ""
