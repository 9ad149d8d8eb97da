"""Puts the practical exam together: papers, rubric, clock, and where marks are kept."""

from __future__ import annotations

from functools import cached_property
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.exam_results import ExamResultFiles
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.rubric_files import RubricFiles
from massage_trainer.viewmodels.exam import ExamViewModel
from massage_trainer.viewmodels.exam_book import ExamBook
from massage_trainer.viewmodels.ticker import Ticker
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.exam.exam_files import ExamFiles
from massage_trainer.widgets.classroom.exam.setup_part import MOST_SEED
from massage_trainer.widgets.classroom.exam.sheet import ExamSheet
from massage_trainer.widgets.classroom.exam.wall_line import WallLine
from massage_trainer.widgets.classroom.page import ClassPage
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.page_row import Page
from massage_trainer.widgets.plate.still_picture import StillPicture
from massage_trainer.widgets.plate.words import PlateWords

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.app.class_flow import ClassFlow
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.exam.sheet import ClassResult


class ResultPages:
    """Writes results as pages: the list of a class, or the sheet of the one student in it."""

    def __init__(self, program: Program, flow: ClassFlow) -> None:
        self._program = program
        self._flow = flow

    def write(self, path: Path, result: ClassResult) -> None:
        """Replace the file; raises TrainerError."""
        from massage_trainer.app.paper_maker import PaperMaker
        from massage_trainer.domain.paper.results import ResultPapers, marks_in
        from massage_trainer.services.paper.pdf import write_pdf

        program, language = self._program, self._program.window.language()
        scale = self._flow.class_lists.roster.scale
        papers = ResultPapers(result, language, marks_in(scale, language))
        is_one = len(result.students) == 1
        paper = papers.of_students(result.students) if is_one else papers.of_class()
        maker = PaperMaker(
            program.lessons,
            program.teacher.settled,
            lambda: program.teacher.choices,
            program.plates.index,
        )
        write_pdf(maker.set(paper), path)


class ClassExamRoom(QObject):
    """The exam of a class; made when its sheet is first wanted."""

    def __init__(self, program: Program, flow: ClassFlow) -> None:
        super().__init__(flow)
        self._program = program
        self._flow = flow

    @cached_property
    def ticker(self) -> Ticker:
        """What makes the candidate's clock look."""
        return Ticker(self)

    @cached_property
    def exam(self) -> ExamViewModel:
        """One candidate after the other."""
        program, practice = self._program, self._program.practice_flow
        book = ExamBook(
            practice.class_store,
            RubricFiles(assets_dir() / "catalog", practice.data_dir),
            program.study_flow.quiz_flow.source,
            practice.calendar,
            self,
        )
        return ExamViewModel(
            book,
            self._flow.classroom,
            program.clock,
            self.ticker,
            lambda: SystemRandom().randrange(MOST_SEED),
            self,
        )

    def make_sheet(self) -> ExamSheet:
        """The sheet of the exam."""
        program = self._program
        words = PlateWords(program.lessons.catalog(), program.window.language())
        sheet = ExamSheet(
            self.exam,
            ControlBar(self._flow.classroom, self._flow.tools, badge=False),
            WallLine(self._flow.classroom, program.window.language),
            StillPicture(program.plates, words),
            program.window.language,
            self._client,
        )
        program.window.closing.connect(self.exam.leave)
        ExamFiles(
            self.exam.book,
            sheet.candidates,
            FilePicker(),
            ExamResultFiles(),
            ResultPages(program, self._flow),
        )
        sheet.setup.lists_wanted.connect(self._show_lists)
        return sheet

    @Slot()
    def _show_lists(self) -> None:
        """Where a class and its students are entered."""
        page = self._program.study_flow.page(Page.CLASS)
        if isinstance(page, ClassPage):
            page.show_sheet(Sheet.ROSTER)

    def _client(self) -> ClientBody:
        return ClientBody(self._program.preferences.value.client)
