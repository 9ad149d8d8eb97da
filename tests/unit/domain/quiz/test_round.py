"""A round: drafts, tries, points, what is told, and what comes again."""

import pytest

from massage_trainer.domain.quiz.question import ChoiceResponse, Form, PlaceResponse, TypedResponse
from massage_trainer.domain.quiz.round import (
    Answered,
    Asked,
    Drafted,
    Finished,
    Help,
    Phase,
)
from massage_trainer.domain.verdict import Grade
from tests.unit.domain.quiz.rounds import (
    ITEMS,
    NEAR,
    PLACE,
    RIGHT,
    WRONG,
    answer,
    choice,
    make_round,
    question,
)


def test_a_round_begins_with_a_question_and_nothing_said_about_it():
    round_ = make_round()
    (asked,) = round_.begin(0)
    assert isinstance(asked, Asked)
    assert (asked.number, round_.phase, round_.draft, round_.last) == (1, Phase.ASKING, None, None)
    assert round_.tries_left == 3


def test_a_draft_is_moved_as_often_as_wanted_and_is_no_answer():
    round_ = make_round()
    round_.begin(0)
    assert round_.set_draft(PLACE) == [Drafted(PLACE)]
    elsewhere = PlaceResponse((0.0, 0.0, 1.0), (0.2, 0.2))
    assert round_.set_draft(elsewhere) == [Drafted(elsewhere)]
    assert round_.set_draft(elsewhere) == []
    assert round_.summary.answers == ()
    (told,) = round_.confirm(0)
    assert told.answer.response == elsewhere


@pytest.mark.parametrize(
    "empty", [PlaceResponse(None, (0.5, 0.5)), TypedResponse("  "), ChoiceResponse(frozenset())]
)
def test_what_says_nothing_is_not_taken_for_an_answer(empty):
    round_ = make_round()
    round_.begin(0)
    round_.set_draft(empty)
    assert round_.confirm(0) == []
    assert round_.phase is Phase.ASKING


@pytest.mark.parametrize(
    ("responses", "points", "tries"),
    [
        ([RIGHT], 3, 1),
        ([WRONG, RIGHT], 2, 2),
        ([NEAR, WRONG, RIGHT], 1, 3),
        ([WRONG, WRONG, WRONG], 0, 0),
    ],
)
def test_a_right_answer_is_worth_the_tries_that_were_left(responses, points, tries):
    round_ = make_round(question("BL23"), length=1)
    round_.begin(0)
    for response in responses:
        answer(round_, response)
    (result,) = round_.summary.results
    assert (round_.points, result.points, result.tries) == (points, points, (tries,))
    assert round_.phase is Phase.TOLD


def test_while_tries_are_left_the_same_question_stays():
    round_ = make_round()
    (asked,) = round_.begin(0)
    (_, told) = answer(round_, NEAR)
    assert isinstance(told, Answered)
    assert not told.answer.is_last
    assert (round_.question, round_.phase, round_.draft) == (asked.question, Phase.ASKING, None)
    assert round_.tries_left == 2
    assert round_.last == told.answer


def test_one_shot_is_over_after_one():
    round_ = make_round(tries=1)
    round_.begin(0)
    (_, told) = answer(round_, WRONG)
    assert told.answer.is_last
    assert round_.phase is Phase.TOLD


def test_the_answer_stays_until_it_is_dismissed():
    round_ = make_round()
    round_.begin(0)
    answer(round_, RIGHT)
    assert round_.set_draft(PLACE) == []
    assert round_.confirm(0) == []
    assert round_.phase is Phase.TOLD
    (asked,) = round_.dismiss(0)
    assert isinstance(asked, Asked)
    assert asked.number == 2
    assert round_.dismiss(0) == []


def test_giving_up_tells_and_is_a_miss_whatever_is_left():
    round_ = make_round()
    round_.begin(0)
    round_.set_draft(PLACE)
    (told,) = round_.give_up(0)
    assert told.answer.is_last
    assert told.answer.grades == (Grade.MISS,)
    assert told.answer.response == PlaceResponse(None)
    assert round_.points == 0


def test_time_is_that_of_each_try_since_the_question_was_shown():
    round_ = make_round(question("BL23"), question("BL24"), length=2)
    round_.begin(1_000)
    (_, first) = answer(round_, WRONG, 3_000)
    (_, second) = answer(round_, RIGHT, 4_500)
    assert (first.answer.time_ms, second.answer.time_ms) == (2_000, 3_500)
    round_.dismiss(9_000)
    answer(round_, RIGHT, 10_000)
    assert round_.summary.time_ms == 4_500


def test_names_in_the_picture_make_it_aided():
    for help_, aided in ((Help.NEIGHBOURS, True), (Help.LANDMARKS, False)):
        round_ = make_round(help=help_)
        round_.begin(0)
        (_, told) = answer(round_, RIGHT)
        assert told.answer.aided is aided


def test_it_ends_with_a_summary_after_so_many_questions():
    round_ = make_round(length=3)
    round_.begin(0)
    for response in (RIGHT, WRONG, RIGHT):
        answer(round_, response)
        round_.give_up(0)
        events = round_.dismiss(0)
    (finished,) = events
    assert isinstance(finished, Finished)
    summary = finished.summary
    assert (summary.asked, summary.right, summary.points, summary.most_points) == (3, 2, 6, 9)
    assert len(summary.misses) == 1
    assert round_.phase is Phase.FINISHED
    assert round_.question is None


def test_stopping_keeps_what_was_answered():
    round_ = make_round()
    assert round_.stop() == []
    round_.begin(0)
    answer(round_, RIGHT)
    (finished,) = round_.stop()
    assert finished.summary.asked == 1
    assert round_.stop() == []


def test_nothing_to_ask_is_the_end_at_once():
    round_ = make_round(length=0)
    (finished,) = round_.begin(0)
    assert finished.summary.results == ()


def test_options_chosen_in_vain_are_known_until_the_question_is_over():
    round_ = make_round(choice("BL23"), length=1)
    round_.begin(0)
    answer(round_, ChoiceResponse(frozenset({"BL25"})))
    answer(round_, ChoiceResponse(frozenset({"BL24"})))
    assert round_.tried == {"BL24", "BL25"}


def test_asked_again_its_options_stand_elsewhere():
    round_ = make_round(*(choice(item) for item in ITEMS), length=60)
    round_.begin(0)
    orders = {item: set() for item in ITEMS}
    while round_.question:
        shown = round_.question
        orders[shown.item].add(tuple(option.id for option in shown.options))
        answer(round_, ChoiceResponse(shown.right))
        round_.dismiss(0)
    assert all(len(found) > 5 for found in orders.values())


def test_a_choice_has_no_place():
    round_ = make_round(question("BL23", form=Form.NUMBER))
    round_.begin(0)
    (told,) = round_.give_up(0)
    assert told.answer.response == TypedResponse("")
