"""Draws the stills of the baked scenes with the program's own renderer, off screen."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage, QImageWriter

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.stage import Scene, StillOrder
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.offscreen import OffscreenStage
from massage_trainer.widgets.stage.shot import Shot

WIDTH, HEIGHT, INK_PIXELS = 2000, 1333, 3.0
THUMB_WIDTH, THUMB_HEIGHT, THUMB_INK_PIXELS = 480, 320, 1.15
PLACES = "places"
_QUALITY = 90


class StillError(TrainerError):
    """A still that cannot be drawn or written."""


@dataclass(frozen=True, slots=True)
class Order:
    """One picture to draw: PLATE, PLATE.FRAME, each perhaps of one side."""

    scene: Scene
    still: StillOrder
    # The plate's own picture that shows the very same, if there is one: it is drawn once.
    same_as: str = ""

    @property
    def plate(self) -> str:
        return self.still.plate.partition(".")[0]

    @property
    def moment(self) -> str:
        """The frame that the picture stands for, empty for the plate's own picture."""
        return self.still.plate.partition(".")[2]

    @property
    def view(self) -> tuple[str, str, str, Side | None]:
        """Orders alike in this show the same."""
        return (self.scene.id, self.still.camera, self.still.frame, self.still.side)

    @property
    def stem(self) -> str:
        return (
            f"{self.still.plate}.{self.still.side.value}" if self.still.side else self.still.plate
        )

    @property
    def drawn(self) -> str:
        """The stem of the files that show it."""
        return self.same_as or self.stem

    @property
    def file(self) -> str:
        return f"{self.drawn}.webp"

    @property
    def places(self) -> str:
        return f"{PLACES}/{self.drawn}.json"

    @property
    def map_file(self) -> str:
        return f"{PLACES}/{self.drawn}.map"

    @property
    def thumb(self) -> str:
        """Only the plate's own pictures are shown small."""
        return "" if self.moment else f"thumbs/{self.stem}.webp"


def orders(store: SceneStore, scene_ids: Iterable[str]) -> list[Order]:
    scenes = [store.scene(name) for name in scene_ids]
    found = [Order(scene, still) for scene in scenes for still in scene.stills]
    seen: set[str] = set()
    for order in found:
        if order.stem in seen:
            raise StillError(f"{order.scene.id}: {order.stem} is drawn twice")
        seen.add(order.stem)
    own = {order.view: order.stem for order in found if not order.moment}
    return [
        replace(order, same_as=own.get(order.view, "")) if order.moment else order
        for order in found
    ]


def draw(stage: OffscreenStage, store: SceneStore, order: Order, folder: Path) -> None:
    """Draw and write one picture, and its small copy."""
    (folder / "thumbs").mkdir(parents=True, exist_ok=True)
    _write(_picture(stage, store, order, small=False), folder / order.file)
    if order.thumb:
        _write(_picture(stage, store, order, small=True), folder / order.thumb)


def shot_of(order: Order, *, small: bool = False) -> Shot:
    scene = order.scene.for_side(order.still.side)
    size = (THUMB_WIDTH, THUMB_HEIGHT, THUMB_INK_PIXELS) if small else (WIDTH, HEIGHT, INK_PIXELS)
    return Shot.of_frame(scene, order.still.frame, scene.cameras[order.still.camera], *size)


def _picture(stage: OffscreenStage, store: SceneStore, order: Order, *, small: bool) -> QImage:
    shot = shot_of(order, small=small)
    return stage.picture(shot, store.meshes(shot.scene))


def _write(picture: QImage, path: Path) -> None:
    writer = QImageWriter(str(path), b"webp")
    writer.setQuality(_QUALITY)
    if not writer.write(picture):
        raise StillError(f"{path}: {writer.errorString()}")


def plate_entries(all_orders: Sequence[Order], placed: Container[str] = ()) -> dict[str, Any]:
    """The plates of the index; ``placed`` are the files of places that are there."""
    plates: dict[str, Any] = {}
    for order in all_orders:
        if not order.moment:
            _add(plates, order.plate, order, _plate_head(order), placed)
    for order in all_orders:
        if order.moment:
            if order.plate not in plates:
                raise StillError(f"{order.scene.id}: {order.stem} has no plate {order.plate}")
            frames = plates[order.plate].setdefault("frames", {})
            _add(frames, order.moment, order, {}, placed)
    return plates


def _plate_head(order: Order) -> dict[str, Any]:
    text = order.still.description
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "description": {"vi": text.vi, "en": text.en},
    }


def _add(
    entries: dict[str, Any],
    name: str,
    order: Order,
    head: dict[str, Any],
    placed: Container[str],
) -> None:
    """The worked side of the source, drawn as it stands, also serves whoever asks for no side."""
    files = {"file": order.file} | ({"thumb": order.thumb} if order.thumb else {})
    if order.places in placed:
        files["places"] = order.places
    side = order.still.side
    entry = entries.setdefault(name, head | files)
    if side in (None, order.scene.worked_side, Side.BOTH):
        entry |= head | files
    if side is not None:
        entry.setdefault("sides", {})[side.value] = files
