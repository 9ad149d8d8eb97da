"""How a picture gets onto a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Picture

PaintPicture = Callable[["QPainter", "QRectF"], None]
# Reads a picture for a width on the page; one that cannot be read ends it before any page is begun.
ReadPicture = Callable[["Picture", float], PaintPicture]
