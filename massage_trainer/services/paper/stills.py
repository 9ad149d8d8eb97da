"""The pictures of a page, no larger than paper can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.paper.letters import POINT
from massage_trainer.services.plates import decode_picture

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.paper.model import Picture
    from massage_trainer.domain.plate import Files

_FULL: Final = 10_000  # higher than any still: its width decides
_DOTS_PER_INCH: Final = 225.0
_POINTS_PER_INCH: Final = 72.0


class Stills:
    """Decodes each picture once for each width; a file holds equal pictures once."""

    def __init__(self, plates: Path) -> None:
        self._plates = plates
        self._made: dict[tuple[str, bool, int, tuple[float, float, float]], QImage] = {}

    def picture(self, picture: Picture, width: float) -> QImage:
        """``width`` is that on the page."""
        pixels = round(width / POINT / _POINTS_PER_INCH * _DOTS_PER_INCH)
        files = picture.still.files
        key = (files.file, files.mirrored, pixels, picture.part)
        if key not in self._made:
            self._made[key] = self._read(files, pixels, picture.part)
        return self._made[key]

    def _read(self, files: Files, pixels: int, part: tuple[float, float, float]) -> QImage:
        left, top, share = part
        found = decode_picture(self._plates, files.file, round(pixels / share), _FULL)
        if not isinstance(found, QImage):
            raise ExportError(
                f"Không đọc được ảnh {found.name}.", f"The picture {found.name} cannot be read."
            )
        if files.mirrored:
            found.flip(Qt.Orientation.Horizontal)
        wide, high = found.width(), found.height()
        found = found.copy(
            round(left * wide), round(top * high), round(share * wide), round(share * high)
        )
        # Without an alpha channel the file holds it as JPEG.
        return found.convertToFormat(QImage.Format.Format_RGB32)
