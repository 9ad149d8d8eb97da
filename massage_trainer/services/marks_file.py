"""The marks of a class as a table; a class list can be read from it again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from massage_trainer.domain.inert_cells import inert
from massage_trainer.services.export.whole_file import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class InertTables:
    """The TableWriter for what people have typed: every cell is inert and comes back as it was."""

    def write(self, path: Path, rows: Sequence[Sequence[str]]) -> None:
        write_whole(path, table_bytes(rows))


def table_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with the mark that tells spreadsheets so."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")
