"""Written text as it is read aloud: numbers, units, point codes and marks become words."""

import re
from collections.abc import Callable
from typing import Final

from massage_trainer.domain.speech.numbers import decimal_words, number_words

# The channels of the acupoints, as the English voice says them: "BL23" is "bladder twenty-three".
CHANNELS: Final = {
    "BL": "bladder",
    "CV": "conception vessel",
    "GB": "gallbladder",
    "GV": "governing vessel",
    "HT": "heart",
    "KI": "kidney",
    "LI": "large intestine",
    "LR": "liver",
    "LU": "lung",
    "PC": "pericardium",
    "SI": "small intestine",
    "SP": "spleen",
    "ST": "stomach",
    "TE": "triple energiser",
}

_CODE: Final = re.compile(rf"\b({'|'.join(CHANNELS)})(\d{{1,2}})\b")
_VERTEBRA: Final = re.compile(r"\b([CTLS])(\d{1,2})\b")
_PINYIN: Final = re.compile(r" \([A-ZĀÁǍÀĒÉĚÈŌÓǑÒ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")
_NUMBER: Final = r"\d+(?:[.,]\d+)?"
_UNIT: Final = (
    r"(thốn|phút|giờ|xăng-ti-mét|mi-li-mét|mét|cun|minutes|hours|centimetres|millimetres|metres)\b"
)
_CODES: Final = re.compile(r"(?<=[A-Z]\d|\d\d)\s?[–-]\s?(?=[A-Z]{1,2}\d)")
_SPAN: Final = re.compile(rf"({_NUMBER})\s?[–-]\s?({_NUMBER})(?: {_UNIT})?")
_OF_TEN: Final = re.compile(r"\s?/\s?10\b")
_FRACTION: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
_DECIMAL: Final = re.compile(rf"(\d+)[.,](\d+)(?: {_UNIT})?")
_WHOLE: Final = re.compile(r"\d+")

_UNITS: Final = {
    "vi": {
        "cm": "xăng-ti-mét",
        "mm": "mi-li-mét",
        "m": "mét",
        "°C": "độ C",
        "%": "phần trăm",
        "°": "độ",
    },
    "en": {
        "cm": "centimetres",
        "mm": "millimetres",
        "m": "metres",
        "°C": "degrees",
        "%": "percent",
        "°": "degrees",
    },
}
_HALF_OF: Final = {"hours": "half an hour"}  # "half a" and the unit, of every other
# Circles are told by the body in the words of each step, not by the clock.
_CLOCK: Final = {
    "vi": (
        (r",? (?:theo |cùng )?ngược chiều(?: kim đồng hồ)?", ", chiều ngược lại"),
        (r",? (?:theo |cùng )?thuận chiều(?: kim đồng hồ)?", ""),
        (r",? (?:theo|cùng) chiều kim đồng hồ", ""),
    ),
    "en": ((r",? (?:counter|anti)-?clockwise", ", the other way"), (r",? clockwise", "")),
}
_SIGNS: Final = {
    "vi": (
        *((r"≤ ?", "tối đa "), (r"≥ ?", "ít nhất "), (r"[~≈] ?", "khoảng ")),
        *((r"\s\+\s", " và "), (r"\s?\+\s?", " cộng "), (r"°", " độ ")),
    ),
    "en": (
        *((r"≤ ?", "at most "), (r"≥ ?", "at least "), (r"[~≈] ?", "about ")),
        *((r"\s\+\s", " and "), (r"\s?\+\s?", " plus "), (r"°", " degrees ")),
    ),
}
_MARKS: Final = (
    (r"[“”\"«»]", ""),
    (r"\s?\(([^)]*)\)", r", \1,"),  # brackets are heard as a pause
    (r"\s[–—]\s", ", "),
    (r"\s?/\s?", ", "),
    (r",\s*([.,;:!?])", r"\1"),
    (r"\s+([.,;:!?])", r"\1"),
    (r"\s+", " "),
    (r"^, |,$", ""),
)


def speakable(text: str, language: str) -> str:
    """The text as a voice of this language reads it; no digit and no bracket is left."""
    text = _PINYIN.sub("", text)
    text = _clock(text, language)
    text = _codes(text, language)
    text = _fractions(text, language)
    text = _units(text, language)
    for pattern, word in _SIGNS[language]:
        text = re.sub(pattern, word, text)
    text = _SPAN.sub(_span(language), text)
    text = _DECIMAL.sub(_decimal(language), text)
    text = _WHOLE.sub(lambda m: number_words(int(m[0]), language), text)
    for pattern, replacement in _MARKS:
        text = re.sub(pattern, replacement, text)
    return text.strip()


def sentence(text: str) -> str:
    """With a capital first and a stop at the end, as a voice needs it."""
    text = text.strip()
    if not text:
        return ""
    return f"{text[0].upper()}{text[1:]}" + ("" if text[-1] in ".!?…" else ".")


def sentences(text: str, language: str) -> tuple[str, ...]:
    """Written text as sentences to be said one after the other."""
    read = speakable(text, language)
    return tuple(sentence(part) for part in re.split(r"(?<=[.!?])\s+", read) if part)


def first_sentence(text: str) -> str:
    """The first sentence, or what stands before its first semicolon."""
    return re.split(r"(?<=[.!?])\s|; ", text.strip(), maxsplit=1)[0].rstrip(";")


def inside(text: str) -> str:
    """A title as it stands within a sentence: without its capital, unless it is a name."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"


def _clock(text: str, language: str) -> str:
    for pattern, replacement in _CLOCK[language]:
        text = re.sub(pattern, replacement, text)
    return text


def _codes(text: str, language: str) -> str:
    """Vietnamese text names the points by their names already."""
    text = _CODES.sub(" đến " if language == "vi" else " to ", text)
    if language != "vi":
        text = _CODE.sub(lambda m: f"{CHANNELS[m[1]]} {m[2]}", text)
    return _VERTEBRA.sub(r"\1 \2", text)


def _fractions(text: str, language: str) -> str:
    text = _OF_TEN.sub(" trên 10" if language == "vi" else " out of 10", text)
    return _FRACTION.sub(_fraction(language), text)


def _fraction(language: str) -> Callable[[re.Match[str]], str]:
    def words(match: re.Match[str]) -> str:
        top, bottom = int(match[1]), int(match[2])
        if language == "vi":
            return f"{number_words(top, 'vi')} phần {number_words(bottom, 'vi')}"
        names = {2: "half", 3: "third", 4: "quarter", 5: "fifth"}
        name = names.get(bottom)
        if name is None:
            return f"{number_words(top, 'en')} over {number_words(bottom, 'en')}"
        plural = "halves" if bottom == 2 else f"{name}s"
        return f"{number_words(top, 'en')} {name if top == 1 else plural}"

    return words


def _units(text: str, language: str) -> str:
    for unit, word in _UNITS[language].items():
        end = r"\b" if unit.isalpha() else ""
        text = re.sub(rf"(?<=\d) ?{re.escape(unit)}{end}", f" {word}", text)
        if language != "vi":
            text = re.sub(rf"(?<![\d.,–-])1 {word}\b", f"1 {word.removesuffix('s')}", text)
    return text


def _span(language: str) -> Callable[[re.Match[str]], str]:
    def words(match: re.Match[str]) -> str:
        unit = f" {match[3]}" if match[3] else ""
        first = unit if match[1].endswith((",5", ".5")) else ""  # a half needs its unit beside it
        if language != "vi":
            return f"{match[1]}{first} to {match[2]}{unit}"
        start = "từ " if match[1] == "0" else ""  # "không" alone is heard as "not"
        return f"{start}{match[1]}{first} đến {match[2]}{unit}"

    return words


def _decimal(language: str) -> Callable[[re.Match[str]], str]:
    def words(match: re.Match[str]) -> str:
        whole, decimals, unit = int(match[1]), match[2], match[3]
        if unit is None or decimals != "5":
            behind = f" {unit}" if unit else ""
            return decimal_words(whole, decimals, language) + behind
        if language == "vi":
            return f"{number_words(whole, 'vi')} {unit} rưỡi" if whole else f"nửa {unit}"
        if whole:
            return f"{number_words(whole, 'en')} and a half {unit}"
        return _HALF_OF.get(unit, f"half a {unit.removesuffix('s')}")

    return words
