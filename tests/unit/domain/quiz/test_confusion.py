"""What is taken for what: counted, faded, drilled."""

from massage_trainer.domain.quiz.confusion import Mistake, confusions, drill_items, matrix

TODAY = "2026-11-23"


def mistakes(item, taken, *days, right=0):
    return [Mistake(item, taken, day, right) for day in days]


def test_once_is_a_slip_and_twice_is_told():
    assert confusions(mistakes("BL24", "BL25", TODAY), TODAY) == []
    (one,) = confusions(mistakes("BL24", "BL25", "2026-11-22", TODAY), TODAY)
    assert (one.item, one.taken, one.times, one.last) == ("BL24", "BL25", 2, TODAY)
    assert 1.9 < one.weight < 2.0


def test_the_other_way_round_is_another_confusion():
    both = [*mistakes("BL24", "BL25", TODAY), *mistakes("BL25", "BL24", TODAY)]
    assert confusions(both, TODAY) == []


def test_it_fades_with_time_and_with_right_answers():
    old = mistakes("BL24", "BL25", "2026-08-01", "2026-08-02")
    assert confusions(old, TODAY) == []
    assert confusions(old, "2026-08-03")
    assert confusions(mistakes("BL24", "BL25", TODAY, TODAY, right=2), TODAY)
    assert confusions(mistakes("BL24", "BL25", TODAY, TODAY, right=3), TODAY) == []


def test_a_clock_that_was_set_back_makes_nothing_heavier():
    (one,) = confusions(mistakes("BL24", "BL25", TODAY, TODAY), "2025-11-23")
    assert one.weight == 2.0


def test_the_heaviest_is_drilled_first_and_each_point_stands_once():
    found = confusions(
        [
            *mistakes("BL24", "BL25", TODAY, TODAY),
            *mistakes("BL26", "BL25", TODAY, TODAY, TODAY),
        ],
        TODAY,
    )
    assert [one.items for one in found] == [("BL26", "BL25"), ("BL24", "BL25")]
    assert drill_items(found) == ("BL26", "BL25", "BL24")


def test_the_matrix_counts_without_fading():
    counted = [*mistakes("a", "b", "2020-01-01", TODAY), *mistakes("b", "a", TODAY)]
    assert matrix(counted) == {("a", "b"): 2, ("b", "a"): 1}
