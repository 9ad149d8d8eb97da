"""How the lesson page is divided: steps, picture and words, countdown and cautions, the bar."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.illustration import Illustration
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import Scale

# Parts of the page's width and height.
LIST_PART: Final = 0.235
LEAST_LIST_PX: Final = 230
COUNTDOWN_PART: Final = 0.315
COUNTDOWN_HEIGHT: Final = 0.605
PICTURE_HEIGHT: Final = 0.52
SMALL_PICTURE_HEIGHT: Final = 0.2  # beside a list that is to be seen at once
PICTURE_ASPECT: Final = 1.5


@dataclass(frozen=True, slots=True)
class LessonParts:
    """The widgets of the page, each column from top to bottom."""

    library: QWidget
    budget: QWidget
    partner: QWidget
    title: QWidget
    steps: QWidget
    interruption: QWidget
    headline: QWidget
    prompt: QWidget
    illustration: Illustration
    instructions: QWidget
    countdown: QWidget
    following: QWidget
    cautions: QWidget
    transport: QWidget


class LessonLayout:
    """Three columns over the bar; their widths follow the window, not their words."""

    def __init__(self, page: QWidget, parts: LessonParts) -> None:
        self._page = page
        self._parts = parts
        self._words_first = False
        self._picture_heights = (1, 1)  # full, small
        self._left = _column(parts.title, parts.steps)
        head = QHBoxLayout()
        head.addWidget(parts.library)
        head.addStretch(1)
        head.addWidget(parts.budget)
        head.addWidget(parts.partner)
        self._left.insertLayout(0, head)
        self._middle = _column(
            parts.interruption,
            parts.headline,
            parts.prompt,
            parts.illustration,
            parts.instructions,
        )
        self._right = _column(parts.countdown, parts.following, parts.cautions)
        self._columns = QHBoxLayout()
        for column in (self._left, self._middle, self._right):
            self._columns.addLayout(column)
        self._columns.setStretch(1, 1)
        self._whole = QVBoxLayout(page)
        self._whole.addLayout(self._columns, 1)
        self._whole.addWidget(parts.transport)

    def set_tools(self, tools: QWidget) -> None:
        """Put the buttons of the whole program under the list of steps."""
        self._left.addWidget(tools, 0, Qt.AlignmentFlag.AlignLeft)
        parts = self._parts
        lead_tab(
            *(parts.library, parts.budget, parts.partner, parts.steps, tools, parts.interruption),
            *(parts.headline, parts.prompt, parts.illustration, parts.instructions),
            *(parts.cautions, parts.transport),
        )

    def divide(self, scale: Scale) -> None:
        """Give each column its part of the page: the countdown first, it is read from afar."""
        margin, gap = scale.px(1.4), scale.px(2)
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self._whole.setSpacing(margin)
        self._columns.setSpacing(gap)
        for column in (self._left, self._middle, self._right):
            column.setSpacing(scale.px(1.2))
        parts, page = self._parts, self._page
        left = max(LEAST_LIST_PX, round(page.width() * LIST_PART)) - margin
        right = round(page.width() * COUNTDOWN_PART) - margin
        middle = page.width() - left - right - 2 * margin - 2 * gap
        height = page.height() - parts.transport.height() - 3 * margin
        for part in (parts.title, parts.steps):
            part.setFixedWidth(left)
        for part in (parts.following, parts.cautions):
            part.setFixedWidth(right)
        parts.countdown.setFixedSize(right, max(1, min(right, round(height * COUNTDOWN_HEIGHT))))
        room = middle - parts.illustration.tools_width
        picture = min(round(room / PICTURE_ASPECT), round(height * PICTURE_HEIGHT))
        self._picture_heights = max(1, picture), max(1, round(height * SMALL_PICTURE_HEIGHT))
        parts.illustration.set_full_height(self._picture_heights[0])
        parts.illustration.set_picture_height(self._picture_heights[self._words_first])
        parts.title.setContentsMargins(scale.px(1.4), 0, 0, 0)
        self._whole.activate()  # now, not after a first paint with the old sizes

    def put_words_first(self, *, first: bool) -> None:
        """Make the picture small where a list must be seen at once, or full again."""
        if first != self._words_first:
            self._words_first = first
            self._parts.illustration.set_picture_height(self._picture_heights[first])

    def middle_area(self) -> QRect:
        """Where a sheet lies that covers picture and words."""
        self._whole.activate()
        words, top = self._parts.instructions.geometry(), self._whole.contentsMargins().top()
        return QRect(words.left(), top, words.width(), words.bottom() + 1 - top)


def _column(*parts: QWidget) -> QVBoxLayout:
    """A column whose last part takes the room that is left."""
    column = QVBoxLayout()
    for part in parts:
        column.addWidget(part)
    column.setStretch(len(parts) - 1, 1)
    return column
