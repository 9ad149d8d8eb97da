"""Numbers and lengths of time as they are spoken, in Vietnamese and in English."""

from typing import Final

MOST_NUMBER: Final = 999_999
SECOND_MS: Final = 1_000

_VI: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EN: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_EN_TENS: Final = (
    *("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
)


def number_words(number: int, language: str) -> str:
    """A whole number; one beyond 999 999 is read digit by digit."""
    if number < 0:
        raise ValueError(f"{number} is not spoken")
    if number > MOST_NUMBER:
        return _digits(str(number), _VI if language == "vi" else _EN)
    return _vietnamese(number) if language == "vi" else _english(number)


def decimal_words(whole: int, decimals: str, language: str) -> str:
    """A number with digits behind its point, as it is read digit by digit."""
    if language == "vi":
        return f"{_vietnamese(whole)} phẩy {_digits(decimals, _VI)}"
    return f"{_english(whole)} point {_digits(decimals, _EN)}"


def time_words(milliseconds: int, language: str) -> str:
    """A length of time, to the second: "hai phút rưỡi", "two and a half minutes"."""
    seconds = -(-milliseconds // SECOND_MS)
    return _vietnamese_time(seconds) if language == "vi" else _english_time(seconds)


def _digits(decimals: str, words: tuple[str, ...]) -> str:
    return " ".join(words[int(digit)] for digit in decimals)


def _vietnamese(number: int) -> str:
    thousands, below = divmod(number, 1_000)
    if thousands:
        rest = f" {_vietnamese_hundreds(below, full=True)}" if below else ""
        return f"{_vietnamese_hundreds(thousands)} nghìn{rest}"
    return _vietnamese_hundreds(below)


def _vietnamese_hundreds(number: int, *, full: bool = False) -> str:
    hundreds, below = divmod(number, 100)
    if not hundreds and not full:
        return _vietnamese_tens(below)
    head = f"{_VI[hundreds]} trăm"
    if not below:
        return head
    return f"{head} linh {_VI[below]}" if below < 10 else f"{head} {_vietnamese_tens(below)}"


def _vietnamese_tens(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _VI[ones]
    head = "mười" if tens == 1 else f"{_VI[tens]} mươi"
    if not ones:
        return head
    if ones == 5:
        return f"{head} lăm"
    if ones == 1 and tens > 1:
        return f"{head} mốt"
    return f"{head} tư" if ones == 4 and tens > 1 else f"{head} {_VI[ones]}"


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_EN_TENS[tens]}-{_EN[ones]}" if ones else _EN_TENS[tens]
    unit, name = (100, "hundred") if number < 1_000 else (1_000, "thousand")
    head, below = divmod(number, unit)
    rest = f" and {_english(below)}" if 0 < below < 100 else f" {_english(below)}" if below else ""
    return f"{_english(head)} {name}{rest}"


def _vietnamese_time(seconds: int) -> str:
    hours, minutes, seconds = seconds // 3_600, seconds // 60 % 60, seconds % 60
    if hours and minutes == 30 and not seconds:
        return f"{_vietnamese(hours)} tiếng rưỡi"
    parts = [f"{_vietnamese(hours)} tiếng"] if hours else []
    if minutes and seconds == 30 and not hours:
        parts.append(f"{_vietnamese(minutes)} phút rưỡi")
    else:
        parts += [f"{_vietnamese(minutes)} phút"] if minutes else []
        parts += [f"{_vietnamese(seconds)} giây"] if seconds or not parts else []
    return " ".join(parts)


def _english_time(seconds: int) -> str:
    hours, minutes, seconds = seconds // 3_600, seconds // 60 % 60, seconds % 60
    parts = [_english_unit(hours, "hour")] if hours else []
    if minutes and seconds == 30 and not hours:
        return "a minute and a half" if minutes == 1 else f"{_english(minutes)} and a half minutes"
    parts += [_english_unit(minutes, "minute")] if minutes else []
    parts += [_english_unit(seconds, "second")] if seconds or not parts else []
    return " ".join(parts)


def _english_unit(number: int, unit: str) -> str:
    return f"{_english(number)} {unit}" if number == 1 else f"{_english(number)} {unit}s"
