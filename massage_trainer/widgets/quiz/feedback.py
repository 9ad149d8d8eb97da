"""What is said of an answer: a sign and a word first, then what there is to learn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.widgets.quiz.words import AnswerWords

_SENTENCE: Final = re.compile(r"(?<=[.!?…]) +(?=\S)")
_TONES: Final = {Icon.CHECK: Tone.SOFT, Icon.NEAR: Tone.CAUTION, Icon.CLOSE: Tone.DANGER}


def find_steps(text: str) -> list[str]:
    """The sentences of how to find a place, each with the leg of the line that it tells."""
    return [part for part in _SENTENCE.split(text) if part.strip()] or [text]


class Feedback(QWidget):
    """Rows of words; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DetailRow] = []
        self._scale = Scale(720)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.spoken = ""
        self.hide()

    def clear(self) -> None:
        """Nothing is said, nor stands anywhere for a program to read."""
        self.spoken = ""
        self.setAccessibleName("")
        for row in self._rows:
            row.show_line(DetailLine(None, "", ""))
        self.hide()

    def show_words(self, words: AnswerWords, more: Sequence[str] = ()) -> None:
        """The grade on a ground of its own, its lines, and ``more`` below."""
        lines = [
            DetailLine(
                words.icon, "", words.grade, strong=True, tone=_TONES.get(words.icon, Tone.SOFT)
            )
        ]
        lines += [DetailLine(None, "", line) for line in words.lines if line]
        lines += [
            DetailLine(Icon.BOOK if n == 0 else None, "", line) for n, line in enumerate(more)
        ]
        while len(self._rows) < len(lines):
            row = DetailRow(2.4, self)
            row.set_scale(self._scale)
            self._column.addWidget(row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(lines))
            row.show_line(lines[number] if number < len(lines) else DetailLine(None, "", ""))
        self.spoken = " ".join((words.spoken, *more))
        self.setAccessibleName(self.spoken)
        self.show()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self._column.setSpacing(scale.px(0.8))
        for row in self._rows:
            row.set_scale(scale)
