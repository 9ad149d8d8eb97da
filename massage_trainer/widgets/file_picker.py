"""Asks for the place of a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


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
