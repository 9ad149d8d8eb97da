"""A piece of a page that is never cut in two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

Paint = Callable[["QPainter", float, float], None]  # with the left and upper edge


@dataclass(frozen=True, slots=True)
class Chunk:
    """``gap`` is the room above it, which the head of a page swallows.

    ``keep``: never the last on its page. ``topic`` is what is gone on with where the page before
    ends just above it; ``new_page``: it begins one.
    """

    height: float
    paint: Paint
    gap: float = 0.0
    keep: bool = False
    topic: str = ""
    new_page: bool = False
    again: Chunk | None = None  # stands above it once more where it begins a page
    at_head: Chunk | None = None  # stands in its place where it begins a page
    lacking: frozenset[str] = frozenset()
