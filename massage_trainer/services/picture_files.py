"""Writes drawings as PNG or SVG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from massage_trainer.domain.errors import TrainerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PNG_RATIO: Final = 2.0  # for paper and large screens


class PictureFiles:
    """The file is replaced as a whole; a name ending in ``.svg`` gives an SVG, else a PNG."""

    def write(
        self, path: Path, size: tuple[int, int], title: str, draw: Callable[[QPainter], None]
    ) -> None:
        new = path.with_name(f"{path.name}.new")
        try:
            if path.suffix.lower() == ".svg":
                new.write_bytes(_svg(size, title, draw))
            else:
                new.write_bytes(_png(size, title, draw))
            new.replace(path)
        except OSError as error:
            raise TrainerError(f"{path}: {error.strerror}") from error


def _png(size: tuple[int, int], title: str, draw: Callable[[QPainter], None]) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    wide, high = size
    image = QImage(round(wide * _PNG_RATIO), round(high * _PNG_RATIO), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_RATIO)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setText("Title", title)
    writer.write(image)
    return bytes(data.data())


def _svg(size: tuple[int, int], title: str, draw: Callable[[QPainter], None]) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtSvg import QSvgGenerator  # most learners never need it

    wide, high = size
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(wide, high))
    generator.setViewBox(QRect(0, 0, wide, high))
    generator.setTitle(title)
    generator.setResolution(96)
    painter = QPainter(generator)
    draw(painter)
    painter.end()
    # Where our typeface is missing, another without serifs.
    return re.sub(rb'font-family="([^"]*)"', rb'font-family="\1,sans-serif"', bytes(data.data()))
