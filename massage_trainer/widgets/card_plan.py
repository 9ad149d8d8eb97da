"""Where the parts of a lesson's card stand, for a width and a scale."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics

from massage_trainer.widgets.drawing import wrapped_rect
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.theme import Scale

_WORDS_PART, _NEEDS_PART = 6, 5  # how the room beside the picture is divided


class CardWords(NamedTuple):
    """Everything a card says; ``part_done`` is 0 to 1, or below 0 where no line is drawn."""

    name: str
    length: str
    summary: str
    needs_title: str
    needs: tuple[str, ...]
    left_off: str
    part_done: float


class CardFonts:
    """The type of a card."""

    def __init__(self, base: QFont, scale: Scale) -> None:
        semi_bold = QFont.Weight.DemiBold
        self.name = sized(base, scale.text(2.8), semi_bold)
        self.body = sized(base, scale.control_px)
        self.caption = sized(base, scale.caption_px)
        self.title = sized(base, scale.caption_px, semi_bold)

    @property
    def indent(self) -> int:
        """Between the edge of a list and its words."""
        return round(QFontMetrics(self.caption).height() * 0.62)


class CardPlan:
    """The places, from left to right: picture; words over the button; what is needed."""

    def __init__(
        self, words: CardWords, fonts: CardFonts, scale: Scale, button: QSize, width: int
    ) -> None:
        unit = scale.unit
        pad, gap = 2 * unit, 3 * unit
        self.thumb = QRect(pad, pad, scale.px(33), scale.px(22))
        left = self.thumb.right() + 1 + gap
        room = max(2, width - left - pad - gap)
        words_width = room * _WORDS_PART // (_WORDS_PART + _NEEDS_PART)
        self.name = _place(fonts.name, left, pad, words_width, words.name)
        top = self.name.bottom() + 1 + unit
        self.length = _place(fonts.caption, left, top, words_width, words.length)
        top = self.length.bottom() + 1 + unit
        self.summary = _place(fonts.body, left, top, words_width, words.summary)
        needs_left = left + words_width + gap
        needs_width = width - needs_left - pad
        self.needs_title = _place(fonts.title, needs_left, pad, needs_width, words.needs_title)
        self.needs = _places_of_needs(words, fonts, self.needs_title, unit)
        last_need = self.needs[-1] if self.needs else self.needs_title
        foot = self.summary.bottom() + 1 + 2 * unit + button.height()
        inner = max(self.thumb.bottom() + 1, foot, last_need.bottom() + 1)
        self.height = inner + pad
        self.button = QRect(left, inner - button.height(), button.width(), button.height())
        self._place_left_off(words, fonts, scale, left + words_width)

    def _place_left_off(self, words: CardWords, fonts: CardFonts, scale: Scale, right: int) -> None:
        """Beside the button, over the line that shows how much is done."""
        line = QFontMetrics(fonts.caption).height() + 1
        bar = scale.px(0.8, 4)
        gap = scale.unit // 2
        both = line + (gap + bar if words.part_done >= 0 else 0)
        left = self.button.right() + 1 + scale.unit
        top = self.button.top() + (self.button.height() - both) // 2
        width = max(1, right - left)
        self.left_off = QRect(left, top, width, line)
        self.progress = QRect(left, top + line + gap, width, bar)


def _place(font: QFont, left: int, top: int, width: int, text: str) -> QRect:
    return wrapped_rect(QFontMetrics(font), left, top, width, text)


def _places_of_needs(
    words: CardWords, fonts: CardFonts, title: QRect, unit: int
) -> tuple[QRect, ...]:
    metrics = QFontMetrics(fonts.caption)
    indent = fonts.indent
    places = []
    top = title.bottom() + 1 + unit
    for need in words.needs:
        width = title.width() - indent
        rect = wrapped_rect(metrics, title.left() + indent, top, width, need)
        places.append(rect)
        top = rect.bottom() + 1 + metrics.height() // 6
    return tuple(places)
