"""Writes tables as CSV that spreadsheets open with the right letters."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from massage_trainer.domain.errors import TrainerError

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class CsvWriter:
    """The TableWriter; the file is replaced as a whole."""

    def write(self, path: Path, rows: Sequence[Sequence[str]]) -> None:
        new = path.with_name(f"{path.name}.new")
        try:
            # The mark at the beginning tells spreadsheets that it is UTF-8.
            with new.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows([_harmless(cell) for cell in row] for row in rows)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError as error:
            raise TrainerError(f"{path}: {error.strerror}") from error


def _harmless(cell: str) -> str:
    """A lesson's name could be one that a spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
