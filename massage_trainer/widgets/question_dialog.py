"""One question with its answers; closing it is none of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.scaled_dialog import ScaledDialog


class QuestionDialog(ScaledDialog):
    """The answers stand one under the other, each a button."""

    def __init__(self, title: str, words: str, answers: Sequence[str], parent: QWidget) -> None:
        super().__init__(QSize(70, 40), parent)
        self.setWindowTitle(title)
        self._answer: int | None = None
        question = QLabel(words, self)
        question.setObjectName("question")
        question.setWordWrap(True)
        self.column.addWidget(question)
        self.column.addStretch()
        for number, answer in enumerate(answers):
            button = Button(ButtonKind.PLAIN, None, self)
            button.setObjectName(f"answer-{number}")
            button.setText(answer)
            button.setAccessibleDescription(words)
            button.clicked.connect(partial(self._take, number))
            self.column.addWidget(button)
        self.add_close_button()

    def answered(self) -> int | None:
        """Wait for the answer: its number; None: the dialog was closed."""
        self.exec()
        return self._answer

    def _take(self, number: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - clicked
        self._answer = number
        self.accept()
