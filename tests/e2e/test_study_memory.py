"""The memory inside the whole program: opened when wanted, told what is odd, closed at the end."""

import sqlite3
import sys
from contextlib import closing

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.quiz.learner import Answer
from massage_trainer.domain.quiz.question import Form, Outcome, PlaceResponse, Question
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.storage.database import FILE_NAME

WORDS = LocalizedText("x", "x")


def answer(item, grade, topic=""):
    question = Question("locate", item, Form.PLACE, WORDS, WORDS, topic)
    return Answer(question, PlaceResponse(None), Outcome(grade), (grade,), is_last=True)


class Calendar:
    """A day that a test sets."""

    day = "2026-11-23"

    def now(self):
        return f"{self.day}T10:00:00Z"

    def today(self):
        return self.day


def on_a_day(stand, day):
    calendar = Calendar()
    calendar.day = day
    flow = stand.program.practice_flow
    vars(flow)["calendar"] = calendar
    return flow.memory


def test_answers_survive_the_night_and_another_learner_has_none(start, tmp_path):
    stand = start()
    assert not (tmp_path / "data" / FILE_NAME).exists()
    memory = on_a_day(stand, "2026-11-23")
    memory.learner.answered(0, 1, answer("BL25", Grade.MISS))
    assert memory.learner.count_due() == 0
    stand.program.close()

    memory = on_a_day(start(), "2026-11-24")
    assert [card.item for card in memory.learner.due()] == ["BL25"]
    told = []
    memory.learner_changed.connect(lambda: told.append(memory.learner.profile))
    lan = memory.profiles.add("Lan")
    assert told == [lan.id]
    assert memory.learner.due() == []
    memory.profiles.choose(1)
    assert len(memory.learner.due()) == 1


def test_what_is_odd_is_said_once_and_nothing_is_lost(start):
    stand = start()
    memory = on_a_day(stand, "2027-11-23")
    for item in ("UB25", "BL25", "level:BL24"):
        memory.learner.answered(0, 1, answer(item, Grade.HIT, topic=item[-4:]))
    stand.program.close()

    stand = start()
    memory = on_a_day(stand, "2026-11-23")
    problems = stand.program.problems
    for _ in range(2):
        memory.tell_what_is_odd()
    assert problems.shown == [
        Problem(ProblemKind.CLOCK_SET_BACK, "2027-11-23"),
        Problem(ProblemKind.UNKNOWN_ITEMS, "UB25"),
    ]
    assert "UB25" in {card.item for card in memory.learner.due()}


def test_what_is_odd_is_looked_for_again_when_anything_is_new(start, monkeypatch):
    memory = on_a_day(start(), "2026-11-23")
    memory.learner.answered(0, 1, answer("BL25", Grade.HIT))
    read, cards = [], memory.log.cards
    monkeypatch.setattr(memory.log, "cards", lambda profile: read.append(profile) or cards(profile))
    for _ in range(3):
        memory.tell_what_is_odd()
    assert read == [1]
    memory.learner.answered(0, 1, answer("BL23", Grade.HIT))
    memory.tell_what_is_odd()
    assert read == [1, 1]
    lan = memory.profiles.add("Lan")
    memory.tell_what_is_odd()
    assert read == [1, 1, lan.id]


def test_after_a_round_a_backup_is_made(start, qtbot, tmp_path):
    memory = on_a_day(start(), "2026-11-23")
    memory.learner.answered(0, 1, answer("BL25", Grade.HIT))
    with qtbot.waitSignal(memory._caretaker.finished, timeout=20_000):
        memory.look_after()
    assert len(list((tmp_path / "data" / "backups").glob("practice-*.db"))) == 1


def test_after_a_lesson_too_if_anything_was_written_down(start, qtbot, tmp_path):
    stand = start()
    flow = stand.program.practice_flow
    assert stand.program.hands  # a lesson has been opened
    stand.window.library_shown.emit()
    assert "memory" not in vars(flow)
    flow.database.open()
    with qtbot.waitSignal(flow.memory._caretaker.finished, timeout=20_000):
        stand.window.library_shown.emit()
    assert len(list((tmp_path / "data" / "backups").glob("practice-*.db"))) == 1


def test_counting_what_is_due_needs_no_model(start):
    memory = on_a_day(start(), "2026-11-23")
    before = set(sys.modules)
    assert memory.learner.count_due() == 0
    assert "fsrs" not in set(sys.modules) - before


def test_a_round_loads_the_model_before_its_first_answer(start):
    memory = on_a_day(start(), "2026-11-23")
    assert "_scheduler" not in vars(memory.schedule)
    memory.learner.begin_round("all", ["locate-point"], length=1, seed=1)
    assert "_scheduler" in vars(memory.schedule)


def test_what_could_not_be_written_is_written_at_the_end(start, tmp_path):
    stand = start()
    memory = on_a_day(stand, "2026-11-23")
    memory.learner.answered(0, 1, answer("BL25", Grade.MISS))
    with closing(sqlite3.connect(tmp_path / "data" / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        memory.learner.answered(0, 1, answer("BL26", Grade.MISS))
        other.execute("ROLLBACK")
    assert [p.kind for p in stand.program.problems.shown] == [ProblemKind.UNSAVED_ANSWERS]
    stand.program.close()

    memory = on_a_day(start(), "2026-11-24")
    assert {card.item for card in memory.learner.due()} == {"BL25", "BL26"}
