"""Times and counts in words, in both languages."""

import pytest

from massage_trainer.widgets.quantities import (
    about_length_text,
    duration_range_text,
    duration_text,
    length_text,
    passes_text,
    repetitions_text,
    times_text,
)

SECOND, MINUTE = 1_000, 60_000


@pytest.fixture(params=["vi", "en"])
def language(request, shell):
    return shell(language=request.param).language()


@pytest.mark.parametrize(
    ("milliseconds", "vi", "en"),
    [
        (45 * SECOND, "45 giây", "45 s"),
        (1_500, "1,5 giây", "1.5 s"),
        (2 * MINUTE, "2 phút", "2 min"),
        (90 * SECOND, "1 phút 30 giây", "1 min 30 s"),
    ],
)
def test_a_duration(language, milliseconds, vi, en):
    assert duration_text(milliseconds) == {"vi": vi, "en": en}[language]


@pytest.mark.parametrize(
    ("least", "most", "vi", "en"),
    [
        (MINUTE, 2 * MINUTE, "1–2 phút", "1–2 min"),
        (30 * SECOND, 45 * SECOND, "30–45 giây", "30–45 s"),
        (30 * SECOND, 2 * MINUTE, "30 giây đến 2 phút", "30 s to 2 min"),
        (MINUTE, MINUTE, "1 phút", "1 min"),
    ],
)
def test_a_range_names_its_unit_once_where_it_can(language, least, most, vi, en):
    assert duration_range_text(least, most) == {"vi": vi, "en": en}[language]


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (0.2, "1 phút", "1 min"),
        (42.4, "42 phút", "42 min"),
        (60, "1 giờ", "1 h"),
        (64.6, "1 giờ 5 phút", "1 h 5 min"),
    ],
)
def test_the_length_of_a_lesson_is_told_to_the_minute(language, minutes, vi, en):
    assert length_text(round(minutes * MINUTE)) == {"vi": vi, "en": en}[language]


def test_a_length_with_counting_in_it_is_about(language):
    assert (
        about_length_text(29 * MINUTE) == {"vi": "khoảng 29 phút", "en": "about 29 min"}[language]
    )


@pytest.mark.parametrize(
    ("words", "least", "most", "vi", "en"),
    [
        (repetitions_text, 1, 1, "1 lần", "1 repetition"),
        (repetitions_text, 10, 10, "10 lần", "10 repetitions"),
        (repetitions_text, 3, 5, "3–5 lần", "3–5 repetitions"),
        (passes_text, 1, 1, "1 lượt", "1 pass"),
        (passes_text, 3, 5, "3–5 lượt", "3–5 passes"),
        (times_text, 1, 1, "1 lần", "once"),
        (times_text, 3, 5, "3–5 lần", "3–5 times"),
    ],
)
def test_counts_have_their_plural(language, words, least, most, vi, en):
    assert words(least, most) == {"vi": vi, "en": en}[language]
