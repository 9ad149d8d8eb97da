"""Draws looks with the live renderer and lays them out as contact sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QOffscreenSurface, QOpenGLContext, QPainter

from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.stage.live_renderer import LEVELS, LiveRenderer
from massage_trainer.widgets.stage.shot import PAPER, Shot
from massage_trainer.widgets.stage.studio_work import live_format
from tests.watch.sides import sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from massage_trainer.domain.stage import Camera, Scene
    from tests.watch.seconds import Look

WIDTH, HEIGHT, LABEL, ROWS = 480, 320, 20, 2
INK = 1.5


class Drawer:
    """A live renderer with a context of its own; needs a display with OpenGL."""

    def __init__(self) -> None:
        self._context, self._surface = QOpenGLContext(), QOffscreenSurface()
        self._context.setFormat(live_format())
        self._surface.setFormat(live_format())
        self._surface.create()
        assert self._context.create()
        assert self._context.makeCurrent(self._surface)
        self._renderer = LiveRenderer(self._context)
        self._meshes = LiveMeshStore(assets_dir() / "live")
        self._scene: Scene | None = None

    def picture(self, look: Look, camera: Camera) -> QImage:
        if look.found.scene is not self._scene:
            self._scene = look.found.scene
            self._renderer.load(self._meshes.live_meshes(self._scene))
        shot = Shot(look.found.scene, look.poses, camera, WIDTH, HEIGHT, INK)
        return self._renderer.moving(shot, PAPER, LEVELS[0])

    def close(self) -> None:
        self._renderer.release()
        self._context.doneCurrent()


def write_sheets(
    drawer: Drawer, looks: Sequence[Look], title: str, folder: Path, name: str
) -> Iterator[Path]:
    """One row for each look, one column for each side."""
    for first in range(0, len(looks), ROWS):
        rows = [(look, sides(look)) for look in looks[first : first + ROWS]]
        columns = max(len(cameras) for _, cameras in rows)
        size = (columns * WIDTH, len(rows) * (HEIGHT + LABEL))
        sheet = QImage(*size, QImage.Format.Format_RGB32)
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        font = QFont()
        font.setPixelSize(LABEL - 6)
        painter.setFont(font)
        for row, (look, cameras) in enumerate(rows):
            top = row * (HEIGHT + LABEL)
            words = f"{title} {look.second} s  {look.segment.path}  [{look.words}]"
            label = QRect(4, top, size[0] - 8, LABEL)
            painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, words)
            for column, camera in enumerate(cameras):
                painter.drawImage(column * WIDTH, top + LABEL, drawer.picture(look, camera))
        painter.end()
        path = folder / f"{name}-{first // ROWS + 1:03}.png"
        sheet.save(str(path))
        yield path
