"""Cells of a table that a spreadsheet would take for a formula, made harmless and back again."""

from __future__ import annotations

import re
from typing import Final

# A sign that begins a formula (the wide ones in Japanese Excel), behind the quote marks that
# already keep it from being one.
_ACTIVE: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def inert(cell: str) -> str:
    """The cell as it may be written: a spreadsheet shows it and computes nothing."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def active(cell: str) -> str:
    """What ``inert`` was given; any other cell stays as it is (``'tis``)."""
    return cell[1:] if cell.startswith("'") and _ACTIVE.match(cell) else cell
