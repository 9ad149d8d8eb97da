"""Every page and dialog for whoever sees nothing or has the keyboard alone, in both languages."""

import pytest
from PySide6.QtWidgets import QApplication, QTabBar

from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.widgets.page_row import Page
from tests.e2e.heard import NAMES, troubles

SECONDS = 20  # of each step: behind its gap
LESSON = "whole-session"
POINT = "BL23"

pytestmark = pytest.mark.slow


class Walk:
    """Goes everywhere, and remembers what was wrong where it was seen first."""

    def __init__(self, stand, language):
        self.stand, self.language = stand, language
        self.program, self.flow = stand.program, stand.program.study_flow
        self.found = {}
        # English has them beside pinyin.
        points = self.program.teacher.catalog.points.values()
        self._names = NAMES | {point.name_vi for point in points}

    def look(self, place, window=None):
        for _ in range(4):
            QApplication.processEvents()
        window = window or self.stand.window
        for trouble in troubles(window, self.language, names=self._names):
            self.found.setdefault(trouble, place)

    def dialogs(self):
        for name, make in self.program.dialogs().items():
            dialog = make(self.stand.window)
            dialog.show()
            self.look(name, dialog)
            for bar in dialog.findChildren(QTabBar):
                for tab in range(bar.count()):
                    bar.setCurrentIndex(tab)
                    self.look(f"{name} {tab}", dialog)
            dialog.close()
            dialog.deleteLater()

    def pages(self):
        for page in self.flow.listed[1:]:
            self.flow.go(page)
            self.look(page.value)
        self.flow.go(Page.ATLAS)
        self.flow.atlas_flow.atlas.choose(POINT)
        self.look(POINT)

    def questions(self):
        self.flow.go(Page.QUIZ)
        quiz, sheet = self.flow.quiz_flow.quiz, self.flow.page(Page.QUIZ).setup_sheet
        for kind in KINDS:
            quiz.setup.update(kinds=frozenset({kind.id}), length=1)
            sheet.start.click()
            self.look(f"asked {kind.id}")
            quiz.give_up()
            self.look(f"told {kind.id}")
            quiz.to_setup()
        self.flow.go(Page.PROGRESS)
        self.look("progress with answers")

    def lesson(self):
        self.flow.back()
        self.program.choose_lesson(LESSON)
        self.look("partner")
        self.program.open_lesson(LESSON)
        self.look("not begun")
        lesson = self.program.lesson
        lesson.start()
        for row in range(0, len(lesson.timeline.rows), 3):
            lesson.jump_to_row(row)
            for _ in range(SECONDS):
                self.stand.ticker.pass_time(1_000)
            self.look(f"line {row}")
        lesson.pause()
        self.look("paused")


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_in_its_language_and_tab_goes_as_one_reads(start, language):
    walk = Walk(start(language), language)
    walk.look("lessons")
    walk.dialogs()
    walk.pages()
    walk.questions()
    walk.lesson()
    assert walk.found == {}
