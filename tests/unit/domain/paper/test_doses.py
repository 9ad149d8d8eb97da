"""Doses in words, in both languages, each with where it comes from."""

import pytest

from massage_trainer.domain.paper.doses import duration, duration_range, length, values_of
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Status,
    Timed,
)
from tests.examples import MINUTE, SECOND, exactly, span, text


@pytest.mark.parametrize(
    ("milliseconds", "vi", "en"),
    [
        (45 * SECOND, "45 giây", "45 s"),
        (2 * MINUTE, "2 phút", "2 min"),
        (90 * SECOND, "1 phút 30 giây", "1 min 30 s"),
        (2_500, "2,5 giây", "2.5 s"),
    ],
)
def test_a_time_is_said_as_in_the_window(milliseconds, vi, en):
    assert (duration(milliseconds, "vi"), duration(milliseconds, "en")) == (vi, en)


def test_a_range_names_its_unit_once_where_it_can():
    assert duration_range(MINUTE, 2 * MINUTE, "en") == "1–2 min"
    assert duration_range(15 * SECOND, 30 * SECOND, "vi") == "15–30 giây"
    assert duration_range(45 * SECOND, 2 * MINUTE, "vi") == "45 giây đến 2 phút"


def test_the_length_of_a_lesson_is_to_the_minute():
    assert length(65 * MINUTE, "vi") == "1 giờ 5 phút"
    assert length(20 * SECOND, "en") == "1 min"
    assert length(120 * MINUTE, "en") == "2 h"


def test_every_number_has_its_status_in_words():
    dose = Holds(
        hold=span(MINUTE, 2 * MINUTE),
        times=Amount(3, 5, 4, Status.TEACHER),
        rest=exactly(15 * SECOND, Status.APP_DEFAULT),
    )
    said = [(each.name, each.value, each.status_words) for each in values_of(dose, "en")]
    assert said == [
        ("Hold for", "1–2 min", "from the source"),
        ("How many holds", "3–5 times, here 4 times", "set by the teacher"),
        ("Rest between", "15 s", "program default"),
    ]


def test_a_corrected_number_says_why():
    amount = Amount(10, 10, 10, Status.CORRECTED, reason=text("ten, not a hundred"))
    (value,) = values_of(Counted(amount, CountUnit.PASSES), "vi")
    assert (value.value, value.status_words) == ("10 lượt", "đã sửa")
    assert value.why == "ten, not a hundred (vi)"


def test_the_dose_of_one_point_is_its_own():
    dose = Points(
        (
            PointHold("BL23", exactly(MINUTE)),
            PointHold("BL25", exactly(30 * SECOND), 3, exactly(10 * SECOND)),
        )
    )
    assert [each.value for each in values_of(dose, "en", "BL25")] == ["30 s × 3 times", "10 s"]
    assert [each.value for each in values_of(dose, "en")] == ["1 min", "30 s × 3 times", "10 s"]


def test_one_repetition_is_no_plural():
    (value,) = values_of(Counted(exactly(1), CountUnit.REPETITIONS), "en")
    assert value.value == "1 repetition"


def test_what_is_not_measured_has_no_number():
    assert values_of(Notice(), "vi") == values_of(Check((text("x"),)), "vi") == ()
    assert values_of(Timed(exactly(MINUTE)), "en")[0].status is Status.SOURCE
