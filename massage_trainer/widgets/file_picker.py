"""Asks for the place of a file, and what to do with it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from massage_trainer.widgets.question_dialog import QuestionDialog


class FilePicker:
    """The file dialogs of the system; tests bring their own."""

    def to_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Where to write; None when the user thought better of it."""
        path, _ = QFileDialog.getSaveFileName(parent, title, name, kind)
        return Path(path) if path else None

    def to_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """What to read; None when the user thought better of it."""
        path, _ = QFileDialog.getOpenFileName(parent, title, "", kind)
        return Path(path) if path else None

    def ask(self, parent: QWidget, title: str, words: str, answers: Sequence[str]) -> int | None:
        """The number of the answer; None when the user thought better of it."""
        return QuestionDialog(title, words, answers, parent).answered()
