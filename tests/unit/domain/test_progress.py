"""What is told of a learner: standing per region, aim and habits, days, confusions."""

import random
from dataclasses import replace

import pytest

from massage_trainer.domain.construction import Go
from massage_trainer.domain.progress import (
    DAYS,
    LANDMARKS,
    MATRIX_AT_MOST,
    STROKES,
    confusion_matrix,
    every_day,
    group_progress,
    read_progress,
)
from massage_trainer.domain.quiz.aim import ELSEWHERE_CUN, LEAST_ANSWERS, Spread, aims, quantile
from massage_trainer.domain.quiz.confusion import Mistake
from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating, Standing
from massage_trainer.domain.quiz.ports import DayTotal, PlaceError
from massage_trainer.domain.verdict import Grade, SideRule
from tests.examples import example_catalog
from tests.fakes_quiz import MemoryQuizLog

TODAY = "2026-11-23"
BACK = (Go.LATERAL, Go.CAUDAL)
LEG = (Go.LATERAL, Go.DISTAL)


def shown(across, along, item="BL23", tries=1, distance=None):
    far = (across**2 + along**2) ** 0.5 if distance is None else distance
    return PlaceError(item, SideRule.EITHER, TODAY, tries, Grade.NEAR, far, across, along)


def of_the_back(_item):
    return BACK


def card(item, stability=40.0, rating=Rating.GOOD, kind="locate-point"):
    state = MemoryState(stability, 5.0)
    return Card(f"{kind}:{item}", item, item, state, "2026-12-01", TODAY, rating, 3, 0)


def one(errors):
    (aim,) = aims(errors, of_the_back)
    return aim


def test_a_steady_hand_that_is_always_too_lateral_is_told_so():
    steady = [shown(0.3 + 0.02 * (n % 5 - 2), 0.0) for n in range(20)]
    (bias,) = one(steady).biases
    assert bias.go is Go.LATERAL
    assert bias.cun == pytest.approx(0.3, abs=0.01)


def test_the_opposite_is_told_by_the_opposite_word():
    aim = one([shown(-0.4, -0.6) for _ in range(LEAST_ANSWERS)])
    assert [bias.go for bias in aim.biases] == [Go.CRANIAL, Go.MEDIAL]  # the larger first


def test_one_answer_less_than_enough_says_nothing():
    few = [shown(0.4, 0.0) for _ in range(7)]
    assert one(few).biases == ()
    assert one([*few, shown(0.4, 0.0)]).biases != ()


def test_what_is_not_worth_a_word_is_no_habit():
    assert one([shown(0.1, 0.0) for _ in range(100)]).biases == ()


def test_scatter_that_may_be_chance_is_no_habit():
    # The mean is 0.2 with a standard error of 0.24: less than twice.
    places = [shown(0.2 + (0.7 if n % 2 else -0.7), 0.0) for n in range(9)]
    assert one(places).biases == ()


def test_the_rule_is_twice_the_standard_error():
    assert Spread(0.31, 0.45, 9).is_habit  # standard error 0.15
    assert not Spread(0.29, 0.45, 9).is_habit


def test_scatter_is_that_of_a_sample():
    aim = one([shown(0.1, 0.0), shown(0.5, 0.2)])
    assert aim.across.mean_cun == pytest.approx(0.3)
    assert aim.across.deviation_cun == pytest.approx(0.2828, abs=1e-3)
    assert one([shown(0.1, 0.0)]).across.deviation_cun == 0.0


def test_chance_alone_is_seldom_taken_for_a_habit():
    chance = random.Random(1)
    told = sum(
        bool(one([shown(chance.gauss(0, 0.5), 0.0) for _ in range(12)]).biases) for _ in range(400)
    )
    assert told / 400 < 0.1


def test_later_tries_and_far_places_do_not_count_as_aim():
    far = shown(0.0, 5.0)
    aim = one([shown(0.1, 0.1), shown(2.0, 2.0, tries=2), far])
    assert (len(aim.places), aim.elsewhere, aim.count) == (1, 1, 2)
    assert far.distance_cun > ELSEWHERE_CUN


def test_half_and_four_out_of_five():
    aim = one([shown(0.1 * n, 0.0) for n in range(1, 11)])
    assert aim.median_cun == pytest.approx(0.55)
    assert aim.most_cun == pytest.approx(0.82)


def test_quantiles_of_nothing_and_of_one():
    assert quantile([], 0.5) == 0.0
    assert quantile([0.7], 0.8) == 0.7


def test_points_are_grouped_by_their_own_directions():
    axes = {"BL23": BACK, "BL57": LEG}
    errors = [shown(0.1, 0.1), shown(0.2, 0.1), shown(0.1, 0.1, "BL57"), shown(0, 0, "OLD1")]
    found = aims(errors, axes.get)
    assert [(aim.axes, aim.count) for aim in found] == [(BACK, 2), (LEG, 1)]


def test_a_point_is_mastered_once_every_card_of_it_is():
    catalog = example_catalog()
    code = next(iter(catalog.points))
    region = catalog.points[code].region_id

    def standing(*cards):
        groups = {group.id: group for group in group_progress(cards, catalog)}
        return groups[region].standings[code]

    assert standing() is Standing.NEW
    assert standing(card(code)) is Standing.MASTERED
    assert standing(card(code), card(code, 3.0, kind="name-point")) is Standing.LEARNING
    assert standing(card(code, rating=Rating.AGAIN)) is Standing.LEARNING


def test_what_is_not_asked_or_not_known_is_not_counted():
    catalog = example_catalog()
    code = next(iter(catalog.points))
    unasked = replace(catalog.points[code], practice=False)
    groups = group_progress(
        [card("GONE7")], replace(catalog, points={**catalog.points, code: unasked})
    )
    known = {item for group in groups for item in group.standings}
    assert code not in known
    assert "GONE7" not in known


def test_landmarks_and_strokes_stand_behind_the_regions():
    catalog = example_catalog()
    groups = group_progress([], catalog)
    nameless = [group.id for group in groups if group.name is None]
    assert nameless == [name for name in (LANDMARKS, STROKES) if name in nameless]
    assert STROKES in nameless
    assert [group.id for group in groups][-len(nameless) :] == nameless


def test_days_without_an_answer_are_there_and_the_future_is_not():
    days = every_day([DayTotal("2026-11-20", 5, 3, 9), DayTotal("2026-11-25", 7, 7, 9)], TODAY)
    assert len(days) == DAYS
    assert (days[0].day, days[-1].day) == ("2026-10-25", TODAY)
    assert [day.asked for day in days if day.asked] == [5]


def test_the_matrix_holds_the_most_frequent_pairs_in_the_order_of_the_codes():
    pairs = [("BL24", "BL25")] * 5 + [("BL9", "BL10")] * 2
    rare = [(f"GB{n}", f"GB{n + 20}") for n in range(1, 9)]
    matrix = confusion_matrix([Mistake(a, b, TODAY) for a, b in (*pairs, *rare)])
    assert len(matrix.names) == MATRIX_AT_MOST
    assert [name for name in matrix.names if name.startswith("BL")] == [
        "BL9",
        "BL10",
        "BL24",
        "BL25",
    ]
    assert matrix.pairs[0] == ("BL24", "BL25", 5)
    assert (matrix.count("BL24", "BL25"), matrix.count("BL25", "BL24"), matrix.most) == (5, 0, 5)


def test_nothing_was_answered():
    progress = read_progress(MemoryQuizLog(), 1, TODAY, example_catalog())
    assert progress.is_empty
    assert progress.due == 0
    assert progress.matrix.names == ()
    assert progress.count(Standing.MASTERED) == progress.count(Standing.LEARNING) == 0
