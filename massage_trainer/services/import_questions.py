"""Questions of one's own from a table: every mistake at once, then a deck like any other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.errors import ContentError, SourceLocation, TrainerError
from massage_trainer.domain.point_search import fold
from massage_trainer.domain.quiz.own import OwnEntry, OwnKind, own_question
from massage_trainer.domain.quiz.source import OwnDeck
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.csv_cells import Cell, decoded, rows_of, separator_of
from massage_trainer.services.export.csv_file import QUESTION_COLUMNS, SEPARATOR, TOLD_COLUMNS
from massage_trainer.services.export.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.quiz.source import QuizSource

QUESTIONS: Final = "questions"  # the folder of the tables, in that of the data
_NEEDED: Final = ("kind", "answer")
_MOST_BYTES: Final = 4_000_000
_MOST_LETTERS: Final = 2000  # in a cell
_MOST_OPTIONS: Final = 8
_PLACE: Final = "place"
_NO_NAME: Final = re.compile(r"[^\w-]+")


class QuestionsError(TrainerError):
    """A table that is not taken over, with all its mistakes, one a line."""

    def __init__(self, mistakes: Sequence[ContentError]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class Table:
    """What was read: the good questions, and every mistake."""

    questions: tuple[Question, ...]
    mistakes: tuple[ContentError, ...]


def import_questions(path: Path, source: QuizSource, folder: Path) -> OwnDeck:
    """Check the table and keep a copy of it; raises QuestionsError and keeps nothing else."""
    table = read_questions(path, source)
    if table.mistakes:
        raise QuestionsError(table.mistakes)
    name = _NO_NAME.sub("-", path.stem).strip("-") or "table"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    write_whole(folder / f"{name}.csv", content)
    return OwnDeck(name, table.questions)


def with_own_decks(source: QuizSource, folder: Path) -> QuizSource:
    """The good questions of all tables that were taken over."""
    found = []
    for path in sorted(folder.glob("*.csv")):
        try:
            questions = read_questions(path, source).questions
        except TrainerError:
            continue
        if questions:
            found.append(OwnDeck(path.stem, questions))
    return replace(source, own=tuple(found)) if found else source


def read_questions(path: Path, source: QuizSource) -> Table:
    """Everything that can be read of it."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    reader = _Reader(str(path), source)
    if len(content) > _MOST_BYTES:
        reader.fail(Cell("", 1, 1), f"more than {_MOST_BYTES // 1_000_000} MB", "split it")
    else:
        try:
            reader.read(content)
        except ContentError as error:
            reader.mistakes.append(error)
    mistakes = sorted(reader.mistakes, key=lambda each: (each.where.line, each.where.column))
    return Table(tuple(reader.questions.values()), tuple(mistakes))


def _unreadable(path: Path, error: OSError) -> TrainerError:
    return TrainerError(f"{path}: {error.strerror or 'cannot be read'}")


class _Reader:
    """Reads the rows of one table and notes what is wrong."""

    def __init__(self, label: str, source: QuizSource) -> None:
        self._label = label
        self._source = source
        points = source.catalog.points
        self._codes = {fold(code): code for code in points}
        self.questions: dict[str, Question] = {}
        self.mistakes: list[ContentError] = []

    def fail(self, cell: Cell, problem: str, hint: str = "") -> None:
        where = SourceLocation(self._label, cell.line, cell.column)
        self.mistakes.append(ContentError(where, problem, hint))

    def read(self, content: bytes) -> None:
        text = decoded(content, self._label)
        separator = separator_of(text, QUESTION_COLUMNS)
        rows = rows_of(text, separator, self._label)
        if not rows:
            self.fail(Cell("", 1, 1), "the table is empty", f"begin with {', '.join(_NEEDED)} ...")
            return
        names = self._header(rows[0])
        if not all(name in names for name in _NEEDED):
            return  # without them every row would be wrong
        if len(rows) == 1:
            self.fail(rows[0][0], "there is no question", "write one in each row")
        for row in rows[1:]:
            self._row(row, names)

    def _header(self, row: Sequence[Cell]) -> list[str]:
        names: list[str] = []
        for cell in row:
            name = cell.text.casefold().replace(" ", "_")
            if name in names:
                self.fail(cell, f"the column {name!r} is there twice")
                name = ""
            elif name and name not in (*QUESTION_COLUMNS, *TOLD_COLUMNS):
                self._unknown(cell, "column", name[:60], QUESTION_COLUMNS)
                name = ""
            names.append(name)
        missing = [name for name in _NEEDED if name not in names]
        if not {"prompt_vi", "prompt_en"} & set(names):
            missing.append("prompt_vi or prompt_en")
        if missing:
            self.fail(row[0], f"missing column {', '.join(missing)}", "name it in the first row")
        return names

    def _row(self, row: Sequence[Cell], names: Sequence[str]) -> None:
        before = len(self.mistakes)
        for cell in row[len(names) :]:
            if cell.text:
                self.fail(cell, "more cells than columns", 'put "..." around text with separators')
                return
        first = row[0]
        cells = {name: Cell("", first.line, first.column) for name in QUESTION_COLUMNS}
        cells |= {name: cell for name, cell in zip(names, row, strict=False) if name in cells}
        for name, cell in cells.items():
            if len(cell.text) > _MOST_LETTERS:
                self.fail(cell, f"{name} is longer than {_MOST_LETTERS} letters")
        entry = self._entry(cells)
        if entry is None or len(self.mistakes) > before:
            return
        question = own_question(entry, self._source)
        if question is None:
            self.fail(cells["code"], f"no picture shows {entry.code}", "ask it with choose or type")
        elif question.key in self.questions:
            self.fail(first, "the same is asked twice", "leave one of them out")
        else:
            self.questions[question.key] = question

    def _entry(self, cells: dict[str, Cell]) -> OwnEntry | None:
        kinds = {kind.value: kind for kind in OwnKind}
        kind = kinds.get(cells["kind"].text.casefold())
        if kind is None:
            self._unknown(cells["kind"], "kind", cells["kind"].text[:60], kinds)
            return None
        prompt = _both(cells["prompt_vi"].text, cells["prompt_en"].text)
        if prompt is None:
            self.fail(cells["prompt_vi"], "nothing is asked", "fill prompt_vi or prompt_en")
        code = self._code(cells["code"])
        shown = cells["picture"].text.casefold()
        if shown not in ("", _PLACE):
            self._unknown(cells["picture"], "picture", shown[:60], (_PLACE,))
        answers = self._answers(kind, cells, code)
        options = self._options(cells["options"], answers) if kind is OwnKind.CHOOSE else ()
        if kind is not OwnKind.CHOOSE and cells["options"].text:
            self.fail(cells["options"], f"{kind.value} has no options", "or: choose")
        if shown == _PLACE and not cells["code"].text:
            self.fail(cells["picture"], "a place of no point", "fill code")
        if prompt is None:
            return None
        why = _both(cells["why_vi"].text, cells["why_en"].text)
        return OwnEntry(kind, prompt, answers, options, code, why, shown == _PLACE)

    def _answers(self, kind: OwnKind, cells: dict[str, Cell], code: str) -> tuple[str, ...]:
        cell = cells["answer"]
        if kind is OwnKind.LOCATE:
            if not cells["code"].text:
                self.fail(cells["code"], "locate has no code", "which point is to be found?")
            elif cell.text and self._named(cell.text) != code:
                self.fail(cell, f"the answer {cell.text[:60]!r} is not the code", "leave it empty")
            return (code,)
        found = self._parts(cell)
        if not found:
            self.fail(cell, "there is no answer")
        return found

    def _options(self, cell: Cell, answers: Sequence[str]) -> tuple[str, ...]:
        found = self._parts(cell)
        if not 2 <= len(found) <= _MOST_OPTIONS:
            hint = f"2 to {_MOST_OPTIONS}, with {SEPARATOR} between them"
            self.fail(cell, f"{len(found)} options", hint)
            return found
        folded = [option.casefold() for option in found]
        if len(set(folded)) < len(folded):
            self.fail(cell, "an option is there twice")
        for answer in answers:
            if answer not in found:
                self._unknown(cell, "answer", answer[:60], found)
        return found

    def _parts(self, cell: Cell) -> tuple[str, ...]:
        parts = [part.strip() for part in cell.text.split(SEPARATOR)]
        return tuple(self._named(part) for part in parts if part)

    def _named(self, text: str) -> str:
        """A code of a point as the catalogue writes it (``bl 23``); other words as they are."""
        return self._codes.get(fold(text), text)

    def _code(self, cell: Cell) -> str:
        code = self._named(cell.text)
        if cell.text and code not in self._source.catalog.points:
            self._unknown(cell, "point", cell.text[:60], self._source.catalog.points)
        return code

    def _unknown(self, cell: Cell, kind: str, name: str, known: Iterable[str]) -> None:
        where = SourceLocation(self._label, cell.line, cell.column)
        self.mistakes.append(ContentError.unknown(where, kind, name, known))


def _both(vi: str, en: str) -> LocalizedText | None:
    """One language stands for both where the other is not written."""
    return LocalizedText(vi or en, en or vi) if vi or en else None
