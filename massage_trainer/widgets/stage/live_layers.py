"""Who and what of a scene is drawn: people that are left out, and clothes that become sheer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import Camera, Scene
from massage_trainer.domain.stage_layers import Layers, StageLayer
from massage_trainer.widgets.stage.items import Item, items_of
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.picking import DRAPE, SKIN
from massage_trainer.widgets.stage.shot import Shot

_CLOSE: Final = "close"
# Of what the close view shows from its middle to its upper border.
_WORKED_SHARE: Final = 0.75
_TRIANGLES_LOOKED_AT: Final = 60  # of each part
_SCENES_KEPT: Final = 4
_UNDER: Final = f"{SKIN}-under-"

_Parts = tuple[str, ...]


def people_of(items: Sequence[Item], layers: Layers) -> list[Item]:
    """Without the client, and what lies on him, or without whoever works."""
    return [
        item
        for item in items
        if (
            StageLayer.CLIENT in layers
            if item.highlighted or is_cloth(item)
            else StageLayer.PRACTITIONER in layers or not item.is_figure
        )
    ]


def bared(items: Sequence[Item], sheer: Sequence[_Parts]) -> tuple[list[Item], list[Item]]:
    """What is drawn as ever, with the skin that clothes would have hidden; and the clothes."""
    seen, veils = [], []
    for item, parts in zip(items, sheer, strict=True):
        if not parts:
            seen.append(item)
            continue
        veils.append(replace(item, parts=parts))
        rest = tuple(part for part in item.parts if part not in parts)
        if item.is_figure:
            rest = (*rest, *_skin_below(item, parts))
        if rest:
            seen.append(replace(item, parts=rest))
    return seen, veils


class Wardrobe:
    """Remembers which clothes lie where a scene is worked."""

    def __init__(self) -> None:
        self._known: list[tuple[Scene, Mapping[str, _Parts]]] = []

    def sheer(
        self, shot: Shot, items: Sequence[Item], meshes: Mapping[str, LoadedMesh]
    ) -> list[_Parts]:
        """The parts of each item that are faded."""
        known = next((worn for scene, worn in self._known if scene is shot.scene), None)
        if known is None:
            known = _worn_where_worked(shot, meshes)
            self._known = [*self._known[1 - _SCENES_KEPT :], (shot.scene, known)]
        return [
            known.get(item.mesh.mesh.name, ()) if item.highlighted or is_cloth(item) else ()
            for item in items
        ]


def is_cloth(item: Item) -> bool:
    return item.mesh.mesh.name.startswith(DRAPE)


def _skin_below(item: Item, parts: _Parts) -> Iterator[str]:
    for part in item.mesh.mesh.parts:
        below = part.name.removeprefix(_UNDER)
        if below != part.name and part.name not in item.parts:
            hidden_by = below.partition("-")[0]
            if hidden_by == "both" or any(name.startswith(hidden_by) for name in parts):
                yield part.name


def _worn_where_worked(shot: Shot, meshes: Mapping[str, LoadedMesh]) -> Mapping[str, _Parts]:
    """By the first frame: clothes hardly move."""
    scene = shot.scene
    first = tuple(figure.frames[scene.frames[0]] for figure in scene.figures)
    camera = scene.cameras.get(_CLOSE) or next(iter(scene.cameras.values()), shot.camera)
    found: dict[str, _Parts] = {}
    for item in items_of(replace(shot, poses=first), meshes):
        if not (item.highlighted or is_cloth(item)):
            continue
        clothes = item.garments if item.is_figure else item.parts
        near = tuple(part for part in clothes if _is_near(item, part, camera))
        if near:
            found[item.mesh.mesh.name] = near
    return found


def _is_near(item: Item, part: str, camera: Camera) -> bool:
    half = math.dist(camera.eye, camera.at) * math.tan(math.radians(camera.fov_degrees) / 2)
    return any(
        math.dist(place, camera.at) < _WORKED_SHARE * half
        for place in _some_places(item.mesh.mesh, part, item.rows)
    )


def _some_places(mesh: BakedMesh, name: str, rows: Sequence[float]) -> Iterator[Vector]:
    """Where some vertices of a part have been taken."""
    part = next(part for part in mesh.parts if part.name == name)
    triangles = list(mesh.triangles(part))
    for triangle in triangles[:: max(1, len(triangles) // _TRIANGLES_LOOKED_AT)]:
        x, y, z = mesh.position(triangle[0])
        bones = mesh.influences(triangle[0]) if mesh.skeleton is not None else [(0, 1.0)]
        place = [0.0, 0.0, 0.0]
        for bone, share in bones:
            for axis in range(3):
                a, b, c, d = rows[12 * bone + 4 * axis : 12 * bone + 4 * axis + 4]
                place[axis] += share * (a * x + b * y + c * z + d)
        yield (place[0], place[1], place[2])
