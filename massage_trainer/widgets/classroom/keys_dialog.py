"""The table of the keys of a class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.keys import CLASS_ACTION_WORDS, CLASS_KEYS, ClassAction
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.key_names import key_words
from massage_trainer.widgets.scaled_dialog import ScaledDialog

_PERCENT: Final = 2.2
_BEGINNINGS: Final = frozenset(
    {ClassAction.BLACK, ClassAction.LIVE, ClassAction.POINTS, ClassAction.TEXT_SIZE}
)


class ClassKeysDialog(ScaledDialog):
    """Read only: a remote sends what it sends, and fields for text keep their letters."""

    def __init__(self, language: Callable[[], str], parent: QWidget) -> None:
        super().__init__(QSize(110, 94), parent)
        self._language = language
        self._table = DetailColumn(_PERCENT, self)
        self._table.setObjectName("class-key-table")
        self._table.set_scale(self.scale)
        self._table.column.setContentsMargins(*[2 * self.scale.unit] * 4)
        self.column.addWidget(self._table, 1)
        self.add_close_button()

    @property
    def lines(self) -> tuple[DetailLine, ...]:
        """What stands there."""
        return self._table.lines

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Keys in a class"))
        self._table.setAccessibleName(self.tr("Keys in a class"))
        remote = self.tr(
            "A presentation remote goes forward and back, makes the screen black, and with its"
            " fourth button shows the class its picture or comes back."
        )
        language = self._language()
        rows = [DetailLine(Icon.INFO, "", remote, tone=Tone.SOFT)]
        for action in ClassAction:
            keys = ", ".join(key_words(key) for key in CLASS_KEYS[action])
            words = CLASS_ACTION_WORDS[action].in_language(language)
            rows.append(DetailLine(None, keys, words, apart=action in _BEGINNINGS))
        rows += (
            DetailLine(None, keys, words, apart=not number)
            for number, (keys, words) in enumerate(self._elsewhere())
        )
        self._table.show_lines(tuple(rows))

    def _elsewhere(self) -> tuple[tuple[str, str], ...]:
        """What has its meaning on one sheet, or on the picture that has the focus."""
        arrows, take = "← → ↑ ↓", key_words("Backspace")
        return (
            (
                arrows,
                self.tr(
                    "On the picture: lead the spotlight, the magnifier or the pen, pull it when it"
                    " is zoomed, turn a live body (with Shift: pull it)"
                ),
            ),
            ("Enter", self.tr("Questions: tell the answer, then the next question")),
            ("1–9", self.tr("Questions: one more with this letter. Exam: this mark")),
            (take, self.tr("Questions: take the last count back, or correct a told one")),
            ("Y", self.tr("Questions: the answer for you alone")),
            ("G", self.tr("Questions: on without telling the answer")),
            ("0, Delete", self.tr("Exam: take this mark away")),
            ("F11", self.tr("On the class's window: full screen")),
        )
