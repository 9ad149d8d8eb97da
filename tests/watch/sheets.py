"""Draws looks with the live renderer and lays them out as contact sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QOffscreenSurface, QPainter

from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.stage.frames import Take
from massage_trainer.widgets.stage.pace import Pace
from massage_trainer.widgets.stage.studio_work import StudioWork, live_format
from tests.watch.sides import sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from massage_trainer.domain.stage import Camera
    from tests.watch.seconds import Look

WIDTH, HEIGHT, LABEL, ROWS = 480, 320, 20, 2
INK = 1.5


class Drawer:
    """Draws as the studio does, on its own thread; needs a display with OpenGL."""

    def __init__(self) -> None:
        surface = QOffscreenSurface()
        surface.setFormat(live_format())
        surface.create()
        self._work = StudioWork(LiveMeshStore(assets_dir() / "live"), surface, None)
        # Nobody waits for these pictures: none is rough because others took long.
        self._work.pace = Pace(1)
        self._work.open()
        self._number = 0

    def picture(self, look: Look, camera: Camera) -> QImage:
        self._number += 1
        scene = look.found.scene
        take = Take(0, self._number, scene, look.poses, camera, WIDTH, HEIGHT, INK)
        frame = self._work.draw(take, [take])
        assert frame is not None
        return frame.picture

    def close(self) -> None:
        self._work.close()


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
