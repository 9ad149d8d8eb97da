"""Ratings, cards, what is due and in which order."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.quiz.days import day_after
from massage_trainer.domain.quiz.memory import (
    LEAST_DAYS,
    MOST_DAYS,
    Card,
    MemoryState,
    Rating,
    Standing,
    counts,
    forecast,
    in_order,
    rating_of,
    reviewed,
    spread,
    standing_of,
)
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.review_schedule import FsrsSchedule
from tests.fakes_quiz import DoublingSchedule

HIT, NEAR, MISS, OFF = Grade.HIT, Grade.NEAR, Grade.MISS, Grade.OFF_BODY
TODAY = "2026-11-23"
SCHEDULE = DoublingSchedule()
NEW = Card("locate:BL25", "BL25", "BL25")


def known(item="BL25", kind="locate", stability=10.0, day="2026-11-13", due=TODAY, **others):
    state = MemoryState(stability, 5.0)
    fields = {"rating": Rating.GOOD, "reviews": 3} | others
    return Card(f"{kind}:{item}", item, item, state, due, day, **fields)


@pytest.mark.parametrize(
    ("grades", "rating"),
    [
        ([HIT], Rating.GOOD),
        ([MISS, HIT], Rating.HARD),
        ([OFF, HIT], Rating.HARD),
        ([NEAR], Rating.HARD),
        ([NEAR, HIT], Rating.HARD),
        ([NEAR, MISS, MISS], Rating.HARD),
        ([MISS], Rating.AGAIN),
        ([OFF], Rating.AGAIN),
        ([MISS, NEAR], Rating.AGAIN),
        ([MISS, NEAR, HIT], Rating.AGAIN),
        ([MISS, MISS, MISS], Rating.AGAIN),
    ],
)
def test_a_rating_follows_from_the_tries(grades, rating):
    assert rating_of(grades) is rating


def test_easy_is_what_cannot_be_luck_and_had_no_help():
    assert rating_of([HIT], sure=True) is Rating.EASY
    assert rating_of([HIT], sure=True, aided=True) is Rating.HARD
    assert rating_of([HIT], aided=True) is Rating.HARD
    assert rating_of([MISS, HIT], sure=True) is Rating.HARD
    assert rating_of([MISS], aided=True) is Rating.AGAIN
    with pytest.raises(ValueError, match="nothing"):
        rating_of([])


def test_a_review_moves_the_card_to_its_next_day():
    first = reviewed(NEW, Rating.GOOD, TODAY, SCHEDULE)
    assert (first.day, first.due, first.reviews, first.lapses) == (TODAY, "2026-11-25", 1, 0)
    assert first.rating is Rating.GOOD
    missed = reviewed(first, Rating.AGAIN, "2026-11-25", SCHEDULE)
    assert (missed.due, missed.reviews, missed.lapses) == ("2026-11-26", 2, 1)
    again = reviewed(missed, Rating.AGAIN, "2026-11-26", SCHEDULE)
    assert again.lapses == 1  # it had not been remembered in between


def test_what_was_missed_is_due_tomorrow_however_firm_it_was():
    firm = known(stability=150.0, day="2026-06-23")
    assert reviewed(firm, Rating.AGAIN, TODAY, FsrsSchedule()).due == "2026-11-24"


def test_soon_after_the_answer_was_shown_only_forgetting_it_again_counts():
    first = reviewed(NEW, Rating.GOOD, TODAY, SCHEDULE)
    assert reviewed(first, Rating.GOOD, TODAY, SCHEDULE) is first
    assert reviewed(first, Rating.EASY, TODAY, SCHEDULE) is first
    missed = reviewed(first, Rating.AGAIN, TODAY, SCHEDULE)
    assert missed.rating is Rating.AGAIN
    assert reviewed(missed, Rating.AGAIN, TODAY, SCHEDULE) is missed
    assert reviewed(missed, Rating.GOOD, TODAY, SCHEDULE) is missed
    assert counts(missed, Rating.GOOD, "2026-11-24")


class Endless:
    """A model without measure."""

    def __init__(self, days):
        self.days = days

    def review(self, state, rating, days):
        return MemoryState(1.0, 5.0), self.days

    def recall(self, state, days):
        return 0.5


@pytest.mark.parametrize("days", [-5, 0, 1, 180, 181, 10**9])
def test_intervals_have_bounds(days):
    due = reviewed(NEW, Rating.GOOD, TODAY, Endless(days)).due
    assert day_after(TODAY, LEAST_DAYS) <= due <= day_after(TODAY, MOST_DAYS)


@given(
    st.lists(st.tuples(st.sampled_from(Rating), st.integers(-400, 400)), min_size=1, max_size=40)
)
def test_whatever_the_clock_does_a_card_is_due_within_half_a_year_of_its_last_review(steps):
    """Also where the clock was set back a year, or forward."""
    card, today, schedule = NEW, TODAY, FsrsSchedule()
    for rating, days in steps:
        today = day_after(today, days)
        before = card
        card = reviewed(card, rating, today, schedule)
        if card is not before:
            assert card.day == today
            assert today < card.due <= day_after(today, MOST_DAYS)
        assert card.state.stability > 0
        assert 1 <= card.state.difficulty <= 10


def test_a_card_is_due_from_its_day_on():
    card = known(due=TODAY)
    assert not card.is_due("2026-11-22")
    assert card.is_due(TODAY)
    assert card.is_due("2027-11-22")
    assert not NEW.is_due(TODAY)


def test_a_clock_that_was_set_back_hides_nothing_for_a_year():
    card = known(day="2026-11-22", due="2026-12-22")
    assert not card.is_due(TODAY)
    assert card.is_due("2025-11-23")
    assert card.is_from_the_future("2025-11-23")
    # A journey to the west is no such clock: yesterday begins anew.
    assert not card.is_due("2026-11-21")
    answered = reviewed(card, Rating.GOOD, "2025-11-23", SCHEDULE)
    assert (answered.day, answered.due) == ("2025-11-23", "2025-12-13")
    assert not answered.is_due("2025-11-24")


def test_after_a_question_nothing_of_it_is_due_on_the_same_day():
    """A deck of four points: whatever is answered, it never comes twice running."""
    cards = [replace(NEW, key=f"locate:P{n}", item=f"P{n}") for n in range(4)]
    for rating in Rating:
        answered = [reviewed(card, rating, TODAY, FsrsSchedule()) for card in cards]
        assert not [card for card in answered if card.is_due(TODAY)]


def test_what_is_most_likely_forgotten_is_asked_first_and_a_wrong_clock_last():
    firm = known("firm", stability=100.0)
    weak = known("weak", stability=3.0)
    ahead = known("ahead", stability=1.0, day="2027-11-13", due="2027-12-01")
    cards = in_order([ahead, firm, weak], TODAY)
    assert [card.item for card in cards] == ["weak", "firm", "ahead"]


def test_the_order_does_not_depend_on_how_they_came():
    cards = [known(f"P{n % 5}", kind=f"k{n}", stability=4.0) for n in range(10)]
    assert in_order(cards, TODAY) == in_order(cards[::-1], TODAY)


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_nothing_is_lost_or_doubled_when_items_are_spread(items):
    cards = [known(item, kind=f"k{n}") for n, item in enumerate(items)]
    out = spread(cards, lambda card: card.item)
    assert sorted(card.key for card in out) == sorted(card.key for card in cards)


@given(st.integers(2, 4), st.integers(1, 5))
def test_two_questions_about_one_point_do_not_follow_each_other(points, kinds):
    cards = [known(f"P{p}", kind=f"k{k}") for p in range(points) for k in range(kinds)]
    out = spread(cards, lambda card: card.item)
    assert all(one.item != other.item for one, other in pairwise(out))


def test_standing_says_how_far_something_is_learnt():
    assert NEW.standing is Standing.NEW
    assert known(stability=20.9).standing is Standing.LEARNING
    assert known(stability=21.0).standing is Standing.MASTERED
    assert known(stability=30.0, rating=Rating.AGAIN).standing is Standing.LEARNING
    assert standing_of([]) is Standing.NEW
    assert standing_of([known(stability=30.0), known(stability=40.0)]) is Standing.MASTERED
    assert standing_of([known(stability=30.0), NEW]) is Standing.LEARNING


def test_the_forecast_counts_what_is_overdue_today():
    cards = [known(due="2026-11-01"), known(due=TODAY), known(due="2026-11-25"), NEW]
    cards += [known(due="2026-11-26"), known(due="2026-12-23")]
    cards.append(known(day="2027-11-22", due="2027-12-22"))  # a clock set back: due now
    assert forecast(cards, TODAY, 3) == [3, 0, 1]
    assert known().kind == "locate"
