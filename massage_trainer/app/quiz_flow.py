"""Puts the quiz together: its questions, who judges, what is kept, and what is said aloud."""

from __future__ import annotations

from functools import cached_property
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.resources import assets_dir

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.app.deck_files import DeckFiles
    from massage_trainer.domain.body_words import BodyWords
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.quiz.source import QuizSource
    from massage_trainer.viewmodels.quiz import QuizViewModel
    from massage_trainer.widgets.quiz.page import QuizPage

_SEEDS = 2**31


class QuizFlow(QObject):
    """The quiz of the program; made when its page is first wanted."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    @cached_property
    def quiz(self) -> QuizViewModel:
        """Rounds, one after the other."""
        from massage_trainer.viewmodels.one_shot import OneShot
        from massage_trainer.viewmodels.quiz import QuizViewModel
        from massage_trainer.viewmodels.quiz_setup import QuizSetup

        program, memory = self._program, self._program.practice_flow.memory
        setup = QuizSetup(self.source, lambda: memory.learner, self)
        live = program.study_flow.live_room
        setup.update(turned=program.preferences.value.turn_body)
        setup.let_turn(can=live.policy.is_live)
        setup.changed.connect(self._keep_wish)
        live.policy_changed.connect(self._follow_policy)
        quiz = QuizViewModel(
            setup,
            program.clock,
            lambda: SystemRandom().randrange(_SEEDS),
            self._body_words,
            OneShot(self),
            OneShot(self),
            self,
        )
        quiz.ended.connect(memory.look_after)
        memory.learner_changed.connect(quiz.follow_learner)
        return quiz

    def make_page(self) -> QuizPage:
        """The page of the quiz."""
        from massage_trainer.widgets.quiz.page import QuizPage

        program = self._program
        page = QuizPage(
            self.quiz,
            program.plates,
            program.lessons.catalog,
            program.window.language,
            lambda: ClientBody(program.preferences.value.client),
            program.study_flow.make_picture,
        )
        page.said.connect(self._say)
        page.setup_sheet.export_clicked.connect(self._deck_files.export)
        page.setup_sheet.import_clicked.connect(self._deck_files.take_in)
        return page

    @Slot()
    def _keep_wish(self) -> None:
        """The harder form is wished for until it is not, also in the next run."""
        self._program.preferences.update(turn_body=self.quiz.setup.wish.turned)

    @Slot(object)
    def _follow_policy(self, policy: LivePolicy) -> None:
        self.quiz.setup.let_turn(can=policy.is_live)

    @cached_property
    def _deck_files(self) -> DeckFiles:
        """Decks taken along, and questions of one's own."""
        from massage_trainer.app.deck_files import DeckFiles
        from massage_trainer.widgets.file_picker import FilePicker

        return DeckFiles(self._program, self.quiz.setup, FilePicker())

    @Slot(str)
    def _say(self, words: str) -> None:
        self._program.busy_hands.speak(LocalizedText(words, words))

    def source(self) -> QuizSource:
        """By the lessons, the catalogue and the pictures as they are now."""
        from massage_trainer.app.judges import QuizJudges
        from massage_trainer.services.import_questions import QUESTIONS, with_own_decks
        from massage_trainer.services.quiz_source import make_quiz_source

        program = self._program
        data_dir = program.practice_flow.data_dir
        found = make_quiz_source(
            program.lessons,
            program.teacher.settled,
            program.plates.index,
            assets_dir() / "plates",
            assets_dir() / "stage",
            data_dir / "cache",
            QuizJudges(program.judges, program.lessons.catalog),
        )
        return with_own_decks(found, data_dir / QUESTIONS)

    def _body_words(self, client: ClientBody) -> BodyWords | None:
        return self._program.judges.body_words(client, self._program.lessons.catalog())
