"""Numbers and times as a teacher says them, in both languages."""

import pytest

from massage_trainer.domain.speech.numbers import (
    MOST_NUMBER,
    decimal_words,
    number_words,
    time_words,
)


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "không", "zero"),
        (1, "một", "one"),
        (4, "bốn", "four"),
        (5, "năm", "five"),
        (10, "mười", "ten"),
        (11, "mười một", "eleven"),
        (14, "mười bốn", "fourteen"),
        (15, "mười lăm", "fifteen"),
        (20, "hai mươi", "twenty"),
        (21, "hai mươi mốt", "twenty-one"),
        (24, "hai mươi tư", "twenty-four"),
        (55, "năm mươi lăm", "fifty-five"),
        (100, "một trăm", "one hundred"),
        (105, "một trăm linh năm", "one hundred and five"),
        (115, "một trăm mười lăm", "one hundred and fifteen"),
        (361, "ba trăm sáu mươi mốt", "three hundred and sixty-one"),
        (1_000, "một nghìn", "one thousand"),
        (1_015, "một nghìn không trăm mười lăm", "one thousand and fifteen"),
        (2_100, "hai nghìn một trăm", "two thousand one hundred"),
    ],
)
def test_a_number_in_both_languages(number, vi, en):
    assert (number_words(number, "vi"), number_words(number, "en")) == (vi, en)


def test_every_number_has_words_of_its_own_without_a_digit():
    for language in ("vi", "en"):
        words = [number_words(number, language) for number in range(2_500)]
        assert len(set(words)) == len(words)
        assert not any(character.isdigit() for character in "".join(words))
    assert number_words(MOST_NUMBER, "en").startswith("nine hundred and ninety-nine thousand")


def test_a_number_beyond_all_use_is_read_digit_by_digit():
    assert number_words(MOST_NUMBER + 1, "vi") == "một không không không không không không"
    with pytest.raises(ValueError, match="not spoken"):
        number_words(-1, "vi")


@pytest.mark.parametrize(
    ("milliseconds", "vi", "en"),
    [
        (0, "không giây", "zero seconds"),
        (1_000, "một giây", "one second"),
        (44_001, "bốn mươi lăm giây", "forty-five seconds"),
        (60_000, "một phút", "one minute"),
        (75_000, "một phút mười lăm giây", "one minute fifteen seconds"),
        (90_000, "một phút rưỡi", "a minute and a half"),
        (150_000, "hai phút rưỡi", "two and a half minutes"),
        (600_000, "mười phút", "ten minutes"),
        (3_600_000, "một tiếng", "one hour"),
        (5_400_000, "một tiếng rưỡi", "one hour thirty minutes"),
        (
            5_430_000,
            "một tiếng ba mươi phút ba mươi giây",
            "one hour thirty minutes thirty seconds",
        ),
    ],
)
def test_a_length_of_time_in_both_languages(milliseconds, vi, en):
    assert (time_words(milliseconds, "vi"), time_words(milliseconds, "en")) == (vi, en)


def test_decimals_are_read_digit_by_digit():
    assert decimal_words(1, "25", "vi") == "một phẩy hai năm"
    assert decimal_words(1, "25", "en") == "one point two five"
