"""What shipped lessons and decks give an exam, and the words of its tasks."""

import pytest

from massage_trainer.domain.exam.paper import Plan, papers
from massage_trainer.domain.exam.pool import exam_decks, pool_of, steps_by_id, task_text
from massage_trainer.domain.exam.sheet import TaskKind
from massage_trainer.domain.protocol import Points
from massage_trainer.domain.quiz.deck import decks
from tests.quiz_examples import shipped_source

DECKS = {deck.id: deck for deck in decks(shipped_source())}


def test_a_lesson_that_presses_its_points_asks_for_that_too() -> None:
    pool = pool_of(shipped_source(), DECKS["lesson:lumbar-acupressure"])
    assert [point.code for point in pool.points] == ["BL23", "BL25", "BL36", "GB30"]
    assert TaskKind.PRESS in pool.kinds
    assert [each.step for each in pool.techniques] == ["xat", "xoa", "day", "percussion"]


def test_a_channel_asks_for_no_pressing_of_what_no_lesson_presses() -> None:
    pool = pool_of(shipped_source(), DECKS["channel:BL"])
    assert TaskKind.PRESS not in pool.kinds
    assert pool.techniques == ()


def test_everything_holds_each_technique_once_and_no_lamp() -> None:
    source = shipped_source()
    pool = pool_of(source, DECKS["all"])
    steps = [each.step for each in pool.techniques]
    assert len(steps) == len(set(steps)) > 15
    assert not any(each.stroke == "infrared" for each in pool.techniques)
    assert not any(isinstance(steps_by_id(source)[step].dose, Points) for step in steps)


@pytest.mark.parametrize("deck", exam_decks(shipped_source()), ids=lambda deck: deck.id)
def test_every_deck_gives_tasks_in_words_that_name_no_number(deck) -> None:
    source = shipped_source()
    steps = steps_by_id(source)
    for paper in papers(pool_of(source, deck), Plan(5), 12):
        assert paper.tasks
        for task in paper.tasks:
            text = task_text(task, source, steps)
            for words in (text.vi, text.en):
                assert "{" not in words
                assert "None" not in words
            if task.kind is not TaskKind.STROKE:
                assert task.subject in text.vi


def test_a_lesson_of_stretches_is_examined_without_points() -> None:
    pool = pool_of(shipped_source(), DECKS["lesson:stretch-knees-down"])
    assert not pool.points
    assert [task.kind for task in papers(pool, Plan(1), 1)[0].tasks] == [TaskKind.STROKE]
