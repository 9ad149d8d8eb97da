"""A contact sheet: every still, small and named, on one picture for people to look at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_COLUMNS, _WIDTH, _HEIGHT, _LABEL = 4, 600, 400, 28


def write_sheet(pictures: Sequence[Path], out: Path) -> None:
    rows = -(-len(pictures) // _COLUMNS)
    sheet = QImage(_COLUMNS * _WIDTH, rows * (_HEIGHT + _LABEL), QImage.Format.Format_RGB32)
    sheet.fill(QColor("white"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = painter.font()
    font.setPixelSize(_LABEL - 10)
    painter.setFont(font)
    for i, path in enumerate(pictures):
        x, y = (i % _COLUMNS) * _WIDTH, (i // _COLUMNS) * (_HEIGHT + _LABEL)
        size = (_WIDTH, _HEIGHT)
        mode = Qt.TransformationMode.SmoothTransformation
        small = QImage(str(path)).scaled(*size, Qt.AspectRatioMode.KeepAspectRatio, mode)
        painter.drawImage(x, y, small)
        place = QRect(x, y + _HEIGHT, _WIDTH, _LABEL)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, path.stem)
    painter.end()
    sheet.save(str(out))
