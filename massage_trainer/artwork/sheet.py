"""The contact sheet: every still and key frame, named, on pages for people to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from massage_trainer.artwork import stills
from massage_trainer.artwork.index import Tree
from massage_trainer.artwork.stills import HEIGHT, WIDTH, Order, StillError
from massage_trainer.domain.plate import ClientBody, View
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.lamps import STILL
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage

_WIDE_CELL = 640
_SMALL = 0.12  # of a still: there the technique must still be seen
_BACKGROUND = "#9a958c"


@dataclass(frozen=True, slots=True)
class Grid:
    """How the pictures of a page stand."""

    width: int
    columns: int
    rows: int
    label: int

    @property
    def height(self) -> int:
        return round(self.width * HEIGHT / WIDTH)


_LARGE_GRID = Grid(_WIDE_CELL, 3, 4, 26)
_SMALL_GRID = Grid(round(_SMALL * WIDTH), 8, 10, 18)
Cell = tuple[str, QImage]


def write_pages(tree: Tree, out: Path, names: Collection[str] = ()) -> list[Path]:
    """Pages with all pictures large enough to judge, and pages of the same very small."""
    cells = [cell for client in ClientBody for cell in _cells(tree, client, names)]
    if not cells:
        raise StillError("there is nothing to lay out")
    out.mkdir(parents=True, exist_ok=True)
    pages = []
    for title, grid in (("page", _LARGE_GRID), ("small", _SMALL_GRID)):
        each = grid.columns * grid.rows
        for number, start in enumerate(range(0, len(cells), each), start=1):
            path = out / f"{title}-{number:02}.png"
            if not _page(grid, cells[start : start + each]).save(str(path)):
                raise StillError(f"{path}: cannot be written")
            pages.append(path)
    return pages


def _cells(tree: Tree, client: ClientBody, names: Collection[str]) -> Iterator[Cell]:
    """Scene by scene: the stills as they are in the files, then the other key frames."""
    store = SceneStore(tree.stage, client)
    found, _ = stills.orders(store)
    with offscreen_stage(STILL) as stage:
        for name in names or store.scene_ids():
            if name not in store.scene_ids():
                continue
            own = [order for order in found if order.scene.id == name]
            for order in own:
                yield _label(order), _still(tree, order)
            yield from _left_out(stage, store, name, {order.frame for order in own})


def _left_out(
    stage: OffscreenStage, store: SceneStore, name: str, shown: Collection[str]
) -> Iterator[Cell]:
    scene = store.scene(name)
    views = [view.value for view in View if view.value in scene.cameras]
    for frame in scene.meanings:
        if frame not in shown and views:
            order = Order(store.client, scene, frame, views[-1])
            picture = stage.picture(order.shot(small=True), store.meshes(scene))
            yield f"{_label(order)} (no still)", picture


def _label(order: Order) -> str:
    plates = ", ".join(plate.id for plate in order.plates)
    same = plates == order.scene.id or not plates
    return order.stem if same else f"{order.stem} · {plates}"


def _still(tree: Tree, order: Order) -> QImage:
    """Only as large as it is shown: all of them would fill the memory."""
    picture = QImage(str(tree.plates / order.file))
    return picture if picture.isNull() else _fitted(picture, _LARGE_GRID)


def _fitted(picture: QImage, grid: Grid) -> QImage:
    return picture.scaled(
        grid.width,
        grid.height,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _page(grid: Grid, cells: list[Cell]) -> QImage:
    rows = -(-len(cells) // grid.columns)
    cell_height = grid.height + grid.label
    page = QImage(grid.columns * grid.width, rows * cell_height, QImage.Format.Format_RGB32)
    page.fill(QColor(_BACKGROUND))
    painter = QPainter(page)
    font = painter.font()
    font.setPixelSize(grid.label - 8)
    painter.setFont(font)
    for number, (label, picture) in enumerate(cells):
        down, across = divmod(number, grid.columns)
        x, y = across * grid.width, down * cell_height
        if not picture.isNull():
            painter.drawImage(x, y, _fitted(picture, grid))
        place = QRect(x, y + grid.height, grid.width, grid.label)
        text = label if not picture.isNull() else f"{label}: no picture"
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return page
