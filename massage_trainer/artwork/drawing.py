"""Draws and writes the stills with the program's own renderer, off screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QImage, QImageWriter

from massage_trainer.artwork.grain import without_grain
from massage_trainer.artwork.stills import Order, StillError
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.widgets.stage.offscreen import OffscreenStage

_QUALITY, _SMALL_QUALITY = 90, 80


def draw(
    stage: OffscreenStage, meshes: Mapping[str, BakedMesh], order: Order, folder: Path
) -> None:
    """Draw and write one picture, and its small copies."""
    picture = without_grain(stage.picture(order.shot(), meshes))
    _write(picture, folder / order.file, _QUALITY)
    if order.thumbs:
        small = stage.picture(order.shot(small=True), meshes)
        for name in order.thumbs:
            _write(small, folder / name, _SMALL_QUALITY)


def _write(picture: QImage, path: Path, quality: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"webp")
    writer.setQuality(quality)
    if not writer.write(picture):
        raise StillError(f"{path}: {writer.errorString()}")
