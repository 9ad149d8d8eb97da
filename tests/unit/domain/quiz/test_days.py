"""Days are reckoned as the calendar does it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.quiz.days import day_after, day_number, day_text, days_between

EPOCH = date(1970, 1, 1)


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_days_and_their_numbers_are_those_of_the_calendar(day):
    assert day_number(day.isoformat()) == (day - EPOCH).days
    assert day_text((day - EPOCH).days) == day.isoformat()


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-40_000, 40_000))
def test_days_are_added_and_subtracted(day, days):
    later = (day + timedelta(days)).isoformat()
    assert day_after(day.isoformat(), days) == later
    assert days_between(day.isoformat(), later) == days


@pytest.mark.parametrize("text", ["", "2026-11", "2026-13-01", "2026-00-10", "2026-01-32", "heute"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the text itself
        day_number(text)
