"""Which presses count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.presses import MERGE_MS, Presses, TypedLine


@pytest.mark.parametrize(("gap_ms", "counted"), [(0, 1), (249, 1), (250, 2), (900, 2)])
def test_two_presses_within_a_quarter_second_count_once(gap_ms, counted):
    presses = Presses()
    assert sum(presses.count("forward", at) for at in (1_000, 1_000 + gap_ms)) == counted


def test_a_bouncing_contact_counts_once_however_long_it_bounces():
    presses = Presses()
    assert sum(presses.count("forward", at) for at in range(0, 2_000, 100)) == 1


def test_two_keys_hit_at_once_are_one_press_but_what_stops_is_never_lost():
    presses = Presses()
    assert presses.count("forward", 0)
    assert not presses.count("back", 30)
    assert presses.count("hurts", 60, always=True)
    assert not presses.count("hurts", 90, always=True)


def test_the_time_is_adjustable():
    presses = Presses(merge_ms=0)
    assert presses.count("forward", 5)
    assert presses.count("forward", 5)


@given(st.lists(st.integers(0, 400), max_size=40))
def test_what_counts_is_apart_from_the_press_before(gaps):
    presses, at, counted = Presses(), 0, []
    for gap in gaps:
        at += gap
        counted.append(presses.count("forward", at))
    expected = [number == 0 or gap >= MERGE_MS for number, gap in enumerate(gaps)]
    assert counted == expected


@pytest.mark.parametrize(
    ("digits", "lines", "told"),
    [
        ("7", 23, [7]),
        ("12", 23, [None, 12]),
        ("3", 9, [3]),
        ("0", 9, [None]),
        ("29", 23, [None] * 2),
    ],
)
def test_digits_become_a_line_as_soon_as_no_other_is_possible(digits, lines, told):
    typed = TypedLine()
    assert [typed.type(int(digit), lines) for digit in digits] == told
    assert not typed.is_open


def test_a_digit_that_nothing_follows_is_the_line():
    typed = TypedLine()
    assert typed.type(1, 23) is None
    assert typed.is_open
    assert typed.end() == 1
    assert typed.end() is None
