"""A file that is there as a whole or not at all, and the one error of taking a deck along."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from pathlib import Path


class ExportError(TrainerError):
    """Why a deck cannot be taken along, in one sentence of each language."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = LocalizedText(vi, en)

    def in_language(self, language: str) -> str:
        return self.text.in_language(language)


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file; what was there stays until the new one is complete."""
    new = path.with_name(f"{path.name}.new")
    try:
        try:
            with new.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ExportError(
            f"Không ghi được tệp {path} ({why}).", f"Cannot write {path} ({why})."
        ) from error
