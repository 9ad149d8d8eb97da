"""How a picture gets onto a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from massage_trainer.domain.paper.model import Picture

DrawPicture = Callable[["QPainter", "QRectF", "Picture"], None]
