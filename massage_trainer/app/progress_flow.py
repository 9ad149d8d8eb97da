"""Shows what is learnt and by whom, and leads from there into the quiz."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.widgets.page_row import Page

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.app.study_memory import StudyMemory
    from massage_trainer.viewmodels.quiz import QuizViewModel
    from massage_trainer.widgets.profile_button import ProfileButton
    from massage_trainer.widgets.progress.page import ProgressPage
    from massage_trainer.widgets.study_area import StudyArea


class ProgressFlow(QObject):
    """The page of progress, the button with the learner, and the line of what is due."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._learner_button: ProfileButton | None = None
        self._is_looking = False
        program.window.library_page.due_clicked.connect(self._practise_due)

    @cached_property
    def _memory(self) -> StudyMemory:
        return self._program.practice_flow.memory

    def make_page(self) -> ProgressPage:
        """The page of progress."""
        from massage_trainer.services.picture_files import PictureFiles
        from massage_trainer.viewmodels.progress import ProgressViewModel
        from massage_trainer.widgets.file_picker import FilePicker
        from massage_trainer.widgets.progress.page import ProgressPage

        program, memory = self._program, self._memory
        model = ProgressViewModel(
            memory.log,
            lambda: memory.profiles.current.id,
            memory.calendar,
            program.lessons.catalog,
            self,
        )
        memory.learner_changed.connect(model.read)
        page = ProgressPage(
            model, program.plates, program.window.language, FilePicker(), PictureFiles()
        )
        page.practise_wanted.connect(self.practise)
        return page

    def name_learner(self, area: StudyArea) -> None:
        """Put the learner's button above the pages that are theirs."""
        if self._learner_button is not None:
            return
        from massage_trainer.widgets.profile_button import ProfileButton

        self._learner_button = ProfileButton(self._memory.profiles, area)
        area.add_corner(self._learner_button, (Page.QUIZ, Page.PROGRESS))
        self._memory.learner_changed.connect(self.look_for_due)

    def watch(self, quiz: QuizViewModel) -> None:
        """A round is played to its end by one learner."""
        quiz.stage_changed.connect(self._follow_round)

    @Slot(str)
    def practise(self, deck: str) -> None:
        """To the quiz; where a deck is named and no round is on, a round of it begins."""
        from massage_trainer.viewmodels.quiz import Stage

        flow = self._program.study_flow
        quiz = flow.quiz_flow.quiz
        if quiz.stage is Stage.END:
            quiz.to_setup()
        flow.go(Page.QUIZ)
        if deck and quiz.stage is Stage.SETUP:
            quiz.setup.update(deck=deck)
            quiz.start()

    @Slot()
    def look_for_due(self) -> None:
        """Count what is due and say it among the lessons; where nothing was ever kept, nothing."""
        from massage_trainer.services.storage.database import FILE_NAME

        if not self._is_looking:
            self._is_looking = True
            self._program.window.library_shown.connect(self.look_for_due)
        if (self._program.practice_flow.data_dir / FILE_NAME).exists():
            memory = self._memory
            # Counting needs no model of forgetting, which is slow to load.
            due = memory.log.count_due(memory.profiles.current.id, memory.calendar.today())
            self._program.window.library_page.show_due(due)

    @Slot()
    def _practise_due(self) -> None:
        from massage_trainer.domain.quiz.deck import DUE

        self.practise(DUE)

    @Slot()
    def _follow_round(self) -> None:
        from massage_trainer.viewmodels.quiz import Stage

        if self._learner_button is not None:
            stage = self._program.study_flow.quiz_flow.quiz.stage
            self._learner_button.setEnabled(stage is not Stage.ROUND)
