"""How many hold up each letter: a key, a touch or a number for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.class_form import LETTERS
from massage_trainer.domain.classroom.class_round import MOST_HANDS
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _CountBox(NumberBox):
    """Takes digits alone: letters and the point are keys of the class, and Enter leads on."""

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and _is_for_the_class(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_for_the_class(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.ignore()


def _is_for_the_class(event: QKeyEvent) -> bool:
    text = event.text()
    return text.isprintable() and bool(text) and not text.isdigit()


class _LetterButton(Button):
    """The space bar counts a hand; Enter leads on, as everywhere on the sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CountRow(QWidget):
    """A letter that counts one hand with each touch, its words, and the number.

    Signals:
        touched: one more.
        set: int; so many.
    """

    touched = Signal()
    set = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.letter = _LetterButton(ButtonKind.PLAIN, parent=self)
        self.letter.setObjectName(f"hand-{number + 1}")
        self.box = _CountBox(self)
        self.box.setObjectName(f"count-{number + 1}")
        self.box.setRange(0, MOST_HANDS)
        self._stepper = Stepper(self.box, self)
        self.words = TextBlock(2.3, parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.letter)
        self._row.addWidget(self._stepper)
        self._row.addWidget(self.words, 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.letter.clicked.connect(self.touched)
        self.box.valueChanged.connect(self.set)

    def show_row(self, letter: str, words: str) -> None:
        """Show an answer that nobody holds up yet."""
        self.letter.setText(letter)
        self.words.show_text(words)
        name = f"{letter}. {words}" if words else letter
        self.letter.setAccessibleName(self.tr("One more for {answer}").format(answer=name))
        self._stepper.name(
            self.tr("Hands for {answer}").format(answer=name),
            self.tr("One less"),
            self.tr("One more"),
        )

    def show_count(self, hands: int) -> None:
        """So many, without telling of it."""
        with QSignalBlocker(self.box):
            self.box.setValue(hands)

    def show_told(self, *, told: bool, right: bool) -> None:
        """Whether it is told, and is right."""
        self.letter.setEnabled(not told)
        self._stepper.setEnabled(not told)
        self.letter.set_icon(Icon.CHECK if told and right else None)
        self.words.set_weight(QFont.Weight.DemiBold if told and right else QFont.Weight.Normal)

    def set_scale(self, scale: Scale) -> None:
        self.letter.set_text_px(scale.text(2.6))
        self.letter.setMinimumWidth(scale.px(12))  # with a tick, too
        self._stepper.set_text_px(scale.text(2.6))
        self.box.setFont(sized(self.box.font(), scale.text(2.6), QFont.Weight.DemiBold))
        self.words.set_scale(scale)
        self._row.setSpacing(scale.px(1))


class CountList(QWidget):
    """A row for each answer.

    Signals:
        hand_added: int; one more for this answer.
        count_set: int, int; so many for this answer.
    """

    hand_added = Signal(int)
    count_set = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: list[CountRow] = []
        self._count = 0
        self._scale = Scale(720)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def rows(self) -> list[CountRow]:
        """Those that are shown."""
        return self._made[: self._count]

    def show_answers(self, answers: Sequence[str], *, lettered: bool, brief: bool) -> None:
        """A row each; without letters the words themselves are to be touched.

        ``brief`` leaves the words to the picture beside it.
        """
        while len(self._made) < len(answers):
            self._add_row()
        self._count = len(answers)
        for number, row in enumerate(self._made):
            row.setVisible(number < self._count)
            words = answers[number] if number < self._count else ""
            row.show_row(*((LETTERS[number], words) if lettered else (words, "")))
            row.words.setVisible(lettered and not brief)
            row.show_told(told=False, right=False)

    def show_counts(self, counts: Sequence[int]) -> None:
        for row, hands in zip(self.rows, counts, strict=False):
            row.show_count(hands)

    def show_told(self, right: Collection[int]) -> None:
        """The answer is told: nothing more is counted."""
        for number, row in enumerate(self.rows):
            row.show_told(told=True, right=number in right)

    def set_scale(self, scale: Scale) -> None:
        self._column.setSpacing(scale.px(0.5))
        self._scale = scale
        for row in self._made:
            row.set_scale(scale)

    def _add_row(self) -> None:
        number = len(self._made)
        row = CountRow(number, self)
        row.touched.connect(partial(self.hand_added.emit, number))
        row.set.connect(partial(self.count_set.emit, number))
        row.set_scale(self._scale)
        self._column.addWidget(row)
        self._made.append(row)
