"""Finds the baked scene that a still was drawn from, seen as the still shows it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.scene_of_still import SceneOfStill
from massage_trainer.domain.stage_time import plate_of
from massage_trainer.services.scenes import SceneStore, StageFileError

if TYPE_CHECKING:
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.stage import Camera, Scene

_KEPT: Final = 6
_FARTHEST: Final = 100.0  # metres
_STRAIGHT: Final = 1e-3  # of its height a camera may stand beside what it looks at


class LiveScenes:
    """Keeps the scenes used last: asked again for a still, the same scene comes back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores = {client: SceneStore(folder, client) for client in ClientBody}
        self._read: dict[tuple[ClientBody, str, bool], Scene] = {}

    def of(self, still: Still) -> SceneOfStill | None:
        """None for a still of no scene; raises StageFileError for a damaged one."""
        scene = self._scene(still.client, scene_id(still.files.file), still.files.mirrored)
        plate = plate_of(scene, still.plate_id)
        camera = scene.cameras.get(still.view.value)
        return SceneOfStill(scene, plate, camera) if plate and camera else None

    def _scene(self, client: ClientBody, name: str, mirrored: bool) -> Scene:  # noqa: FBT001 - a key
        key = (client, name, mirrored)
        scene = self._read.pop(key, None)
        if scene is None:
            store = self._stores[client]
            scene = store.scene(name)
            refuse_endless(store.scene_path(name), scene)
            scene = self._with_own_meshes(scene, client)
            cameras = {view: upright(camera) for view, camera in scene.cameras.items()}
            scene = replace(scene, cameras=cameras)
            if mirrored:
                scene = scene.mirrored()
        for old in list(self._read)[: len(self._read) + 1 - _KEPT]:
            del self._read[old]
        self._read[key] = scene
        return scene

    def _with_own_meshes(self, scene: Scene, client: ClientBody) -> Scene:
        """Two clients have meshes of the same names; drawn together they need different ones."""

        def own(name: str) -> str:
            mine = f"{client.value}/{name}"
            return mine if (self._folder / f"{mine}.mesh").is_file() else name

        return replace(
            scene,
            figures=tuple(replace(figure, mesh=own(figure.mesh)) for figure in scene.figures),
            props=tuple(replace(prop, mesh=own(prop.mesh)) for prop in scene.props),
        )


def upright(camera: Camera) -> Camera:
    """A camera that looks straight down, moved by a hair so that its mirror image is one.

    Straight from above the world has no upper side: mirrored scenes would stand on their heads.
    """
    (x, y, z), (over_x, over_y, below) = camera.eye, camera.at
    high = abs(z - below)
    if math.hypot(x - over_x, y - over_y) > _STRAIGHT * high:
        return camera
    return replace(camera, eye=(x, over_y - 2 * _STRAIGHT * high, z))


def refuse_endless(path: Path, scene: Scene) -> None:
    """A number that is none, or of another world, would go to the graphics driver."""
    if not all(abs(number) <= _FARTHEST for number in _numbers(scene)):
        raise StageFileError(path, "damaged: a place that is nowhere")


def _numbers(scene: Scene) -> Iterator[float]:
    for camera in scene.cameras.values():
        yield from (*camera.eye, *camera.at)
    for figure in scene.figures:
        for frame in figure.frames.values():
            yield from frame.root.at
    for prop in scene.props:
        yield from prop.at.at
    for box in scene.highlights:
        yield from (*box.centre, *box.half, box.radius, box.tilt_degrees / 360)


def scene_id(file: str) -> str:
    """Stills are called ``SCENE.FRAME.VIEW.webp``."""
    return PurePosixPath(file).name.partition(".")[0]
