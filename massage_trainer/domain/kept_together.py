"""What no line of text is broken in: codes of points, and numbers with their units."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_UNITS: Final = (
    *("cun", "thốn", "mm", "cm", "m", "kg", "g", "N", "%", "°", "×"),
    *("ms", "s", "sec", "seconds?", "min", "minutes?", "h", "hours?", "giây", "phút", "giờ"),
    *("times?", "lần", "lượt", "vòng", "nhịp", "counts?", "degrees?", "độ", "parts?", "phần"),
    *("days?", "ngày", "weeks?", "tuần", "years?", "tuổi", "points?", "huyệt", "pass(?:es)?"),
)
_NUMBER: Final = r"\d+(?:[.,:]\d+)*"
_SPANS: Final = re.compile(
    # EX-B2, M-BW-35, SV-01
    r"\b[A-Z0-9]+(?:-[A-Z0-9]+)+\b"
    # 8–10 kg, 1.5 cun, 3–5
    rf"|{_NUMBER}\s?[-–]\s?{_NUMBER}(?:\s(?:{'|'.join(_UNITS)})(?!\w))?"
    rf"|{_NUMBER}\s(?:{'|'.join(_UNITS)})(?!\w)"
)


@lru_cache(maxsize=1024)
def kept_together(text: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each piece, from left to right."""
    return tuple(found.span() for found in _SPANS.finditer(text))


def pieces(text: str) -> list[str]:
    """The words of a text, with what is kept together as one."""
    found, at = [], 0
    spans = iter(kept_together(text))
    span = next(spans, None)
    for gap in re.finditer(r"\s+", text):
        while span is not None and span[1] <= gap.start():
            span = next(spans, None)
        if span is not None and span[0] < gap.start():
            continue
        found.append(text[at : gap.start()])
        at = gap.end()
    return [piece for piece in (*found, text[at:]) if piece]
