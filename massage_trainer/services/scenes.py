"""Reads the baked figures, props and scenes of ``assets/stage``; no numpy needed."""

import json
import lzma
import struct
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.plate import ClientBody, Meaning, View
from massage_trainer.domain.rotation import Quaternion, Vector
from massage_trainer.domain.scene_plates import MeshSpot, SceneMark, ScenePlate
from massage_trainer.domain.stage import (
    Camera,
    Figure,
    HighlightBox,
    KeyFrame,
    Placement,
    Prop,
    Scene,
)
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.mesh_file import read_mesh

# ``MESH.places.json`` is no scene (services/body_places.py).
PLACES: Final = ".places"
_Made = TypeVar("_Made")


class StageFileError(TrainerError):
    """A baked mesh or scene that is missing or damaged."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class SceneStore:
    """The baked scenes of one client.

    The man's files lie in the folder itself, with those that no body changes. What differs for
    another client lies under the same names in a folder of hers; a scene always does, for its
    poses are those of her body.
    """

    def __init__(self, folder: Path, client: ClientBody = ClientBody.MAN) -> None:
        self._shared = folder
        self._own = folder if client is ClientBody.MAN else folder / client.value
        self.client = client

    def scene_ids(self) -> list[str]:
        names = (path.stem for path in self._own.glob("*.json"))
        return sorted(name for name in names if not name.endswith(PLACES))

    def scene(self, scene_id: str) -> Scene:
        path = self.scene_path(scene_id)
        try:
            data = json.loads(_bytes_of(path))
        except (ValueError, RecursionError) as error:
            raise StageFileError(path, f"damaged scene: {error}") from error
        return _checked(path, lambda: _scene(data))

    def scene_path(self, scene_id: str) -> Path:
        return self._own / f"{scene_id}.json"

    def path(self, name: str) -> Path:
        """Where a mesh or a file of places lies."""
        own = self._own / name
        return own if own.is_file() else self._shared / name

    def mesh(self, name: str) -> BakedMesh:
        path = self.path(f"{name}.mesh")
        content = _bytes_of(path)
        return _checked(path, lambda: read_mesh(name, content))

    def meshes(self, scene: Scene) -> dict[str, BakedMesh]:
        """The meshes that the scene's figures and props name, each read once."""
        names = [*(f.mesh for f in scene.figures), *(p.mesh for p in scene.props)]
        meshes = {name: self.mesh(name) for name in dict.fromkeys(names)}
        path = self.scene_path(scene.id)
        for figure in scene.figures:
            _refuse_unknown_names(path, figure, meshes[figure.mesh])
        if scene.figures:
            _refuse_loose_spots(path, scene, meshes[scene.figures[0].mesh].vertex_count)
        return meshes


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StageFileError(path, error.strerror or "cannot be read") from error


def _checked(path: Path, make: Callable[[], _Made]) -> _Made:
    """Run a constructor; whatever a damaged file makes of it names the file."""
    try:
        return make()
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise StageFileError(path, f"damaged: {what}") from error
    except (struct.error, lzma.LZMAError, MemoryError, RecursionError) as error:
        raise StageFileError(path, f"damaged: {error}") from error


def _refuse_unknown_names(path: Path, figure: Figure, mesh: BakedMesh) -> None:
    if mesh.skeleton is None:
        raise StageFileError(path, f"{mesh.name} is a prop, not a figure")
    for part in set(figure.parts) - {part.name for part in mesh.parts}:
        raise StageFileError(path, f"{mesh.name} has no part {part!r}")
    bones = {name for frame in figure.frames.values() for name in frame.bones}
    for bone in bones - set(mesh.skeleton.names):
        raise StageFileError(path, f"{mesh.name} has no bone {bone!r}")


def _refuse_loose_spots(path: Path, scene: Scene, vertices: int) -> None:
    """Marks lie on the first figure, the client."""
    for plate in scene.plates:
        for spot in (spot for mark in plate.marks for spot in mark.spots):
            if not 0 <= min(spot.corners) <= max(spot.corners) < vertices:
                raise StageFileError(path, f"a mark of {plate.id} lies beside the mesh")


def _scene(data: Mapping[str, Any]) -> Scene:
    return Scene(
        id=str(data["id"]),
        figures=tuple(_figure(figure) for figure in data["figures"]),
        props=tuple(Prop(str(p["mesh"]), _placement(p["at"])) for p in data["props"]),
        frames=tuple(str(name) for name in data["frames"]),
        highlights=tuple(_highlight(box) for box in data["highlight"]),
        cameras={
            str(name): Camera(_vector(c["eye"]), _vector(c["at"]), float(c["fov"]))
            for name, c in data["cameras"].items()
        },
        has_mirror=bool(data["mirror"]),
        worked_side=Side(data.get("worked", "right")),
        regions=tuple(str(name) for name in data.get("regions", ())),
        plates=tuple(map(_plate, data["plates"])),
        meanings={
            str(frame): Meaning(meaning).value
            for frame, meaning in data.get("meanings", {}).items()
        },
        loop=bool(data.get("loop", False)),
    )


def _plate(data: Mapping[str, Any]) -> ScenePlate:
    frames = _names(data["frames"])
    return ScenePlate(
        id=str(data["id"]),
        frames=frames,
        main=str(data["main"]),
        views=tuple(View(view).value for view in data["views"]),
        path=_names(data.get("path", frames)),
        descriptions={
            Side(side) if side else None: LocalizedText(vi=str(text["vi"]), en=str(text["en"]))
            for side, text in data["descriptions"].items()
        },
        loop=bool(data.get("loop", False)),
        marks=tuple(map(_mark, data.get("marks", ()))),
    )


def _mark(data: Mapping[str, Any]) -> SceneMark:
    return SceneMark(
        MarkKind(data["kind"]),
        tuple(map(_spot, data.get("spots", ()))),
        tuple(map(_vector, data.get("world", ()))),
        bool(data.get("closed", False)),
        bool(data.get("both_ways", False)),
    )


def _spot(data: Sequence[float]) -> MeshSpot:
    a, b, c, *shares = data
    return MeshSpot((int(a), int(b), int(c)), _vector(shares))


def _names(data: Sequence[object]) -> tuple[str, ...]:
    return tuple(map(str, data))


def _figure(data: Mapping[str, Any]) -> Figure:
    # Bones that are turned alike in all frames are told once.
    alike = _turns(data.get("bones", {}))
    frames = {
        str(name): KeyFrame(_placement(frame["root"]), alike | _turns(frame["bones"]))
        for name, frame in data["frames"].items()
    }
    parts = tuple(str(part) for part in data["parts"])
    return Figure(str(data["mesh"]), parts, frames, str(data.get("places", "")))


def _turns(data: Mapping[str, list[float]]) -> dict[str, Quaternion]:
    return {str(bone): _quaternion(q) for bone, q in data.items()}


def _highlight(data: Mapping[str, Any]) -> HighlightBox:
    (x, z), (width, height) = data["centre"], data["half"]
    return HighlightBox(
        (float(x), float(z)),
        (float(width), float(height)),
        float(data["radius"]),
        str(data["side"]),
        float(data.get("tilt", 0)),
    )


def _vector(data: Sequence[float]) -> Vector:
    x, y, z = map(float, data)
    return (x, y, z)


def _quaternion(data: Sequence[float]) -> Quaternion:
    w, x, y, z = map(float, data)
    return (w, x, y, z)


def _placement(data: Sequence[float]) -> Placement:
    return Placement(_quaternion(data[:4]), _vector(data[4:]))
