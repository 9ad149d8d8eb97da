"""Progress in the whole program: what is due leads into a round, and each learner has their own."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from massage_trainer.domain.quiz.deck import DUE
from massage_trainer.domain.quiz.learner import Answer
from massage_trainer.domain.quiz.question import Form, Outcome, PlaceResponse, Question
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.storage.database import FILE_NAME
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.page_row import Page
from tests.unit.widgets.fitting import cut_off

WORDS = LocalizedText("x", "x")


class Calendar:
    """A day that a test sets."""

    def __init__(self, day):
        self._day = day

    def now(self):
        return f"{self._day}T10:00:00Z"

    def today(self):
        return self._day


@pytest.fixture
def on(start):
    """The program on a day, in English, after its first picture."""

    def begin(day):
        stand = start("en")
        vars(stand.program.practice_flow)["calendar"] = Calendar(day)
        stand.program.study_flow.progress_flow.look_for_due()
        QApplication.processEvents()
        return stand

    return begin


def miss(stand, *items):
    for item in items:
        question = Question("name-point", item, Form.CHOICE, WORDS, WORDS, item)
        answer = Answer(
            question, PlaceResponse(None), Outcome(Grade.MISS), (Grade.MISS,), is_last=True
        )
        stand.program.practice_flow.memory.learner.answered(0, 1, answer)


def due_line(stand):
    return stand.window.library_page.findChild(QAbstractButton, "due")


def progress_page(stand):
    stand.program.study_flow.go(Page.PROGRESS)
    QApplication.processEvents()
    return stand.program.study_flow.page(Page.PROGRESS)


def test_where_nothing_was_ever_answered_nothing_is_said_or_opened(on, tmp_path):
    stand = on("2026-11-23")
    assert due_line(stand) is None
    assert not (tmp_path / "data" / FILE_NAME).exists()


def test_what_is_due_leads_from_the_lessons_into_a_round_of_it(on):
    stand = on("2026-11-23")
    miss(stand, "BL25", "BL23")
    stand.program.close()

    stand = on("2026-11-24")
    assert due_line(stand).text() == "2 questions due today"
    assert "schedule" not in vars(stand.program.practice_flow.memory)  # slow to load
    due_line(stand).click()
    quiz = stand.program.study_flow.quiz_flow.quiz
    assert quiz.stage is Stage.ROUND
    assert quiz.setup.wish.deck == DUE
    assert quiz.question.key in {"name-point:BL25", "name-point:BL23"}


def test_the_line_follows_what_was_answered_meanwhile(on):
    stand = on("2026-11-23")
    miss(stand, "BL25")
    stand.program.close()
    stand = on("2026-11-24")
    progress_page(stand)
    miss(stand, "BL25")
    stand.program.study_flow.back()
    assert not due_line(stand).isVisible()


def test_each_learner_has_a_page_of_their_own(on):
    stand = on("2026-11-23")
    miss(stand, "BL25")
    page = progress_page(stand)
    assert not page.findChild(QLabel, "nothing-yet").isVisible()
    profiles = stand.program.practice_flow.memory.profiles
    profiles.add("Lan")
    assert page.findChild(QLabel, "nothing-yet").isVisible()
    profiles.choose(1)
    assert not page.findChild(QLabel, "nothing-yet").isVisible()


def test_of_a_deleted_learner_nothing_is_left(on):
    stand = on("2026-11-23")
    memory = stand.program.practice_flow.memory
    lan = memory.profiles.add("Lan")
    miss(stand, "BL25")
    page = progress_page(stand)
    button = stand.window.findChild(QAbstractButton, "profile")
    assert "Lan" in button.text()
    memory.profiles.delete(lan.id)
    assert button.text() == "Nobody named"
    assert page.findChild(QLabel, "nothing-yet").isVisible()
    assert memory.log.attempts(lan.id) == []


def test_a_round_is_played_to_its_end_by_one_learner(on):
    stand = on("2026-11-23")
    flow = stand.program.study_flow
    flow.go(Page.QUIZ)
    button = stand.window.findChild(QAbstractButton, "profile")
    assert button.isVisible()
    quiz = flow.quiz_flow.quiz
    quiz.start()
    assert quiz.stage is Stage.ROUND
    assert not button.isEnabled()
    quiz.stop()
    assert quiz.stage is not Stage.ROUND
    assert button.isEnabled()


def test_the_atlas_and_the_lessons_name_no_learner(on):
    stand = on("2026-11-23")
    progress_page(stand)
    button = stand.window.findChild(QAbstractButton, "profile")
    assert button.isVisible()
    stand.program.study_flow.back()
    assert not button.isVisible()


@pytest.mark.parametrize("page", [Page.PROGRESS, Page.QUIZ])
def test_a_long_name_leaves_room_for_the_pages_and_the_tools(on, page):
    stand = on("2026-11-23")
    stand.program.preferences.update(language="vi")
    stand.window.resize(800, 560)
    stand.program.practice_flow.memory.profiles.add("Nguyễn Thị Minh Châu Phượng Hoàng Ngọc Lan")
    stand.program.study_flow.go(page)
    row = stand.window.findChild(QAbstractButton, "profile").parentWidget()
    assert [
        words for words in cut_off(stand.window) if "profile" in words or "page-" in words
    ] == []
    assert row.width() <= 800
    assert "…" in stand.window.findChild(QAbstractButton, "profile").text()


def test_the_decks_of_one_learner_are_not_offered_to_the_next(on):
    stand = on("2026-11-23")
    miss(stand, "BL25")
    stand.program.study_flow.go(Page.QUIZ)
    setup = stand.program.study_flow.quiz_flow.quiz.setup
    assert "misses" in {deck.id for deck in setup.decks}
    stand.program.practice_flow.memory.profiles.add("Lan")
    assert "misses" not in {deck.id for deck in setup.decks}
