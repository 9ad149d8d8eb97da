"""A round for a whole class: votes, telling, asking again, and what it came to."""

import json
from dataclasses import replace
from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.class_records import past_round, record_of
from massage_trainer.domain.classroom.class_round import MOST_HANDS, RoomPlan, RoomRound
from massage_trainer.domain.classroom.ports import ClassRound
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.question import ChoiceResponse, Form, Outcome, PlaceResponse
from massage_trainer.domain.quiz.round import Phase
from massage_trainer.domain.verdict import Grade, NearPoint, Target, Verdict
from tests.unit.domain.quiz.rounds import ITEMS, choice, question

MAN = ClientBody.MAN
HERE = (0.5, 0.5)


def verdict(grade, code, cun):
    near = NearPoint(code, code, Side.LEFT, cun, exact=True)
    return Verdict(
        grade, Target("BL23"), "BL23", Side.LEFT, cun, True, 0, 0, ("", ""), (), 0.5, False, near
    )


def judge(asked, response):
    """The first number of the place says what was hit: 0 right, 1 BL24, 2 only near BL25."""
    match response:
        case ChoiceResponse(ids=ids):
            return Outcome(Grade.HIT if ids == asked.right else Grade.MISS)
        case PlaceResponse(place=(0, _, _)):
            return Outcome(Grade.HIT)
        case PlaceResponse(place=(1, _, _)):
            return Outcome(Grade.MISS, verdict(Grade.MISS, "BL24", 0.2), "BL24")
        case PlaceResponse(place=(2, _, _)):
            return Outcome(Grade.MISS, verdict(Grade.MISS, "BL25", 0.9))
        case _:
            return Outcome(Grade.MISS, verdict(Grade.MISS, "BL26", 4.0))


def make(*questions, length=3, seed=1):
    questions = questions or tuple(question(item) for item in ITEMS)
    round_ = RoomRound(RoomPlan("all", ("x",), length, seed), questions, judge, Random(seed))
    round_.begin(0)
    return round_


def point(round_, *sorts):
    return [round_.click(HERE, (sort, 0, 0), MAN) for sort in sorts]


def test_the_same_seed_asks_the_same_questions():
    def asked(seed):
        round_, found = make(seed=seed, length=4), []
        while round_.question is not None:
            found.append(round_.question.item)
            round_.next(0)
        return found

    assert asked(7) == asked(7)
    assert len({tuple(asked(seed)) for seed in range(8)}) > 1


def test_clicks_are_counted_and_what_they_were_taken_for():
    round_ = make(question("BL23"))
    point(round_, 0, 1, 0, 2, 2, 9)
    assert round_.tell(500)
    answer = round_.last
    assert (answer.answered, answer.right, answer.time_ms) == (6, 2, 500)
    assert (answer.confused.item, answer.confused.times) == ("BL25", 2)


def test_nobody_confused_where_all_were_right_or_far_off():
    round_ = make(question("BL23"))
    point(round_, 0, 9, 9)
    round_.tell(0)
    assert round_.last.confused is None


def test_a_place_beside_the_body_is_none():
    round_ = make(question("BL23"))
    assert not round_.click(HERE, None, MAN)
    assert round_.votes.total == 0


def test_hands_are_counted_by_letter():
    round_ = make(choice("BL24"))
    assert round_.votes.counts == (0, 0, 0, 0)
    assert round_.count(1, 12)
    assert round_.count(0, 4)
    assert round_.count(3, 5)
    assert not round_.count(3, 5)
    assert not round_.count(4, 1)
    assert not round_.count(0, -1)
    assert not round_.count(0, MOST_HANDS + 1)
    assert not round_.click(HERE, (0, 0, 0), MAN)
    round_.tell(0)
    assert (round_.last.answered, round_.last.right) == (21, 12)
    assert round_.last.confused.item == ITEMS[3]


def test_of_several_right_letters_all_count():
    many = replace(choice("BL23"), form=Form.MANY, right=frozenset({"BL23", "BL25"}))
    round_ = make(many)
    for option, hands in enumerate((3, 1, 4, 2)):
        round_.count(option, hands)
    round_.tell(0)
    assert round_.last.right == 7


def test_what_is_called_out_is_counted_as_right_or_not():
    spoken = replace(question("own", form=Form.TYPED), accepted=("yes",))
    round_ = make(spoken)
    assert round_.votes.counts == (0, 0)
    round_.count(0, 9)
    round_.count(1, 3)
    round_.tell(0)
    assert (round_.last.answered, round_.last.right) == (12, 9)
    assert round_.last.confused is None


def test_the_last_vote_can_be_taken_back_as_often_as_there_are_any():
    round_ = make(question("BL23"))
    assert not round_.can_undo
    point(round_, 0, 1)
    assert round_.undo()
    assert [click.place[0] for click in round_.votes.clicks] == [0]
    assert round_.undo()
    assert not round_.undo()
    assert round_.votes.total == 0


def test_nothing_is_counted_after_the_answer_was_told():
    round_ = make(choice("BL23"))
    round_.count(0, 2)
    round_.tell(0)
    assert not round_.count(0, 3)
    assert not round_.undo()
    assert not round_.tell(0)
    assert round_.last.votes.counts == (2, 0, 0, 0)


def test_what_was_counted_wrong_is_put_right_after_it_was_told():
    round_ = make(choice("BL23"))
    assert not round_.correct()
    round_.count(0, 2)
    round_.count(1, 5)
    round_.tell(0)
    assert round_.correct()
    assert (round_.phase, round_.asking, round_.votes.counts) == (Phase.ASKING, 1, (2, 5, 0, 0))
    assert round_.undo()
    round_.count(1, 3)
    round_.tell(9)
    assert [each.last.votes.counts for each in round_.summary.results] == [(2, 3, 0, 0)]
    assert round_.earlier == ()


@pytest.mark.parametrize("told", [True, False])
def test_asked_again_it_begins_with_no_votes_and_keeps_the_first(told):
    round_ = make(choice("BL23"))
    round_.count(0, 2)
    if told:
        round_.tell(0)
    assert round_.ask_again(10)
    assert (round_.phase, round_.asking, round_.votes.total) == (Phase.ASKING, 2, 0)
    assert [(each.asking, each.told, each.right) for each in round_.earlier] == [(1, told, 2)]
    round_.count(0, 5)
    round_.tell(20)
    assert [each.right for each in round_.summary.results[0].answers] == [2, 5]
    assert round_.summary.right == 5


def test_without_a_vote_it_is_not_asked_again_before_it_was_told():
    round_ = make(choice("BL23"))
    assert not round_.ask_again(0)
    assert round_.asking == 1


def test_the_end_counts_what_was_answered_and_leaves_out_what_was_not():
    round_ = make(*(choice(item) for item in ITEMS), length=3)
    round_.count(0, 1)
    round_.tell(0)
    round_.next(0)  # told
    round_.next(0)  # nobody was counted: passed over
    round_.count(1, 4)
    assert round_.is_last
    assert round_.next(0)  # counted, and not told: kept
    assert round_.phase is Phase.FINISHED
    assert [result.last.number for result in round_.summary.results] == [1, 3]
    assert round_.summary.answered == 5
    assert round_.question is None


@pytest.mark.parametrize("verb", ["tell", "ask_again", "next", "stop", "begin"])
def test_after_the_end_no_verb_applies(verb):
    round_ = make()
    round_.stop(0)
    assert not getattr(round_, verb)(0)
    assert round_.phase is Phase.FINISHED


def test_a_round_ends_where_there_is_nothing_more_to_ask():
    round_ = make(choice("BL23"), length=2)
    round_.next(0)
    round_.next(0)
    assert round_.phase is Phase.FINISHED


def test_what_is_kept_holds_every_vote_and_the_times_before():
    round_ = make(choice("BL23"))
    round_.count(1, 3)
    round_.ask_again(0)
    round_.count(0, 4)
    round_.count(2, 1)
    record = record_of(round_.standing(90), round_.earlier, 8, 5, "now")
    assert (record.group, record.round, record.number, record.key) == (8, 5, 1, "name-point:BL23")
    assert (record.counts, record.right_options, record.confused_with) == (
        (4, 0, 1, 0),
        (0,),
        "BL25",
    )
    details = json.loads(record.details)
    assert details["asking"] == 2
    assert details["earlier"][0]["counts"] == [0, 3, 0, 0]
    kept = past_round(ClassRound(8, "all", (), 3, 42, "", "2026-11-23"), [record])
    assert (kept.seed, kept.asked, kept.answered, kept.right) == (42, 1, 5, 4)


def test_clicks_are_kept_with_what_they_were():
    round_ = make(question("BL23"))
    point(round_, 0, 2)
    record = record_of(round_.standing(0), (), 0, 1, "now")
    assert [(click.right, click.taken_for) for click in record.clicks] == [
        (True, ""),
        (False, "BL25"),
    ]
    kept = past_round(ClassRound(0, "all", (), 3, 1, "", ""), [record])
    assert (kept.answered, kept.right) == (2, 1)
