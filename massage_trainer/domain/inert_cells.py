"""Cells of a table that a spreadsheet would take for a formula, made harmless and back again.

A spreadsheet that splits at other signs than the table (a semicolon where the comma is that of
numbers) begins a cell in the middle of ours: what begins a formula there is made harmless, too.
"""

from __future__ import annotations

import re
from typing import Final

# Signs that begin a formula (the wide ones in Japanese Excel).
_SIGN: Final = r"[=+\-@＝＋－＠]"
# Where a cell begins, or may begin; quote marks that already keep it from being a formula stay.
_BEGINNING: Final = rf"(?:\A(?='*[\t\r\n])|(?:\A|(?<=[;\t\r\n]))(?='*[ \u00a0\"]*{_SIGN}))"
_ACTIVE: Final = re.compile(_BEGINNING)
_QUOTED: Final = re.compile(f"{_BEGINNING}'")


def inert(cell: str) -> str:
    """The cell as it may be written: a spreadsheet shows it and computes nothing."""
    return _ACTIVE.sub("'", cell)


def active(cell: str) -> str:
    """What ``inert`` was given; any other cell stays as it is (``'tis``)."""
    return _QUOTED.sub("", cell)
