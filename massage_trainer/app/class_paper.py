"""The papers of a class: made of its lessons, decks and exams, saved and printed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.app.paper_maker import PaperMaker
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.paper.desk import Offer, PaperError, PaperKind, SavedPaper
from massage_trainer.domain.paper.results import ResultPapers, marks_in
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.paper.pages import PAGE_WIDTH, SetPaper, paint_page
from massage_trainer.services.paper.pdf import write_pdf

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.classroom.ports import ExamRecord
    from massage_trainer.domain.classroom.roster import ClassGroup
    from massage_trainer.domain.paper.model import Paper
    from massage_trainer.widgets.classroom.paper_sheet import PaperSheet

_EXAMS: Final = (PaperKind.EXAM_CLASS, PaperKind.EXAM_STUDENTS)


def make_paper_sheet(program: Program) -> PaperSheet:
    """The sheet of papers."""
    from massage_trainer.widgets.classroom.paper_sheet import PaperSheet
    from massage_trainer.widgets.file_picker import FilePicker

    return PaperSheet(ClassPapers(program), FilePicker(), program.window.language)


class OpenSetPaper:
    """A paper that is looked at (an OpenPaper)."""

    def __init__(self, paper: SetPaper) -> None:
        self.paper = paper

    @property
    def title(self) -> str:
        return self.paper.title

    @property
    def page_count(self) -> int:
        return len(self.paper.pages)

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(sorted(self.paper.lacking))

    def paint(self, painter: QPainter, page: int, width: float) -> None:
        painter.save()
        painter.scale(width / PAGE_WIDTH, width / PAGE_WIDTH)
        paint_page(painter, self.paper, page)
        painter.restore()

    def save(self, path: Path) -> SavedPaper:
        try:
            done = write_pdf(self.paper, path)
        except ExportError as error:
            raise PaperError(error.text) from error
        return SavedPaper(done.pages, done.size)

    def print_on(self, printer: str) -> None:
        from PySide6.QtPrintSupport import QPrinterInfo

        from massage_trainer.app.paper_printing import print_paper

        try:
            print_paper(self.paper, QPrinterInfo.printerInfo(printer))
        except ExportError as error:
            raise PaperError(error.text) from error


class ClassPapers:
    """The PaperDesk of the program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def offers(self, kind: PaperKind) -> tuple[Offer, ...]:
        if kind is PaperKind.HANDOUT:
            cards = self._program.lessons.index().cards
            return tuple(Offer(card.id, card.name) for card in cards)
        if kind in _EXAMS:
            return tuple(
                Offer(_id(record), _exam_title(group, record)) for group, record in self._exams()
            )
        return tuple(Offer(deck.id, deck.title) for deck in self._maker.point_decks())

    def open(self, kind: PaperKind, offer: str, language: str) -> OpenSetPaper:
        try:
            return OpenSetPaper(self._maker.set(self._paper(kind, offer, language)))
        except ExportError as error:
            raise PaperError(error.text) from error
        except PaperError:
            raise
        except TrainerError as error:
            raise PaperError(LocalizedText(str(error), str(error))) from error

    def file_name(self, kind: PaperKind, offer: str, language: str) -> str:
        if kind is PaperKind.BLANKS:
            return f"{kind.value}-{self._maker.point_sheets(offer).tag}-{language}"
        return f"{kind.value}-{offer.replace(':', '-').replace('/', '-')}-{language}"

    def printers(self) -> tuple[str, ...]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())

    @cached_property
    def _maker(self) -> PaperMaker:
        program = self._program
        return PaperMaker(
            program.lessons,
            program.teacher.settled,
            lambda: program.teacher.choices,
            program.plates.index,
        )

    def _paper(self, kind: PaperKind, offer: str, language: str) -> Paper:
        if kind is PaperKind.HANDOUT:
            return self._maker.handout(offer, language)
        if kind is PaperKind.POINTS:
            return self._maker.point_sheets(offer).labelled(language)
        if kind is PaperKind.BLANKS:
            return self._maker.point_sheets(offer).blank(language)
        record = next((record for _, record in self._exams() if _id(record) == offer), None)
        if record is None:
            raise PaperError(LocalizedText("Kỳ thi này không còn nữa.", "This exam is gone."))
        lists = self._program.study_flow.class_flow.class_lists
        result = lists.result_of(record)
        papers = ResultPapers(result, language, marks_in(lists.roster.scale, language))
        if kind is PaperKind.EXAM_CLASS:
            return papers.of_class()
        if not result.students:
            raise PaperError(LocalizedText("Chưa có ai thi.", "Nobody has been examined yet."))
        return papers.of_students(result.students)

    def _exams(self) -> Iterator[tuple[ClassGroup, ExamRecord]]:
        store = self._program.practice_flow.class_store
        for group in store.groups():
            for record in store.exams(group.id):
                yield group, record


def _id(record: ExamRecord) -> str:
    return f"{record.group}/{record.id}"


def _exam_title(group: ClassGroup, record: ExamRecord) -> LocalizedText:
    title = f"{group.name} – {record.title} ({record.day})"
    return LocalizedText(title, title)
