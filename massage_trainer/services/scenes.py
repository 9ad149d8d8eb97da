"""Reads the baked figures, props and scenes of ``assets/stage``; no numpy needed."""

import json
import struct
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.mesh import MAX_BONES, VERTEX_BYTES, BakedMesh, Part
from massage_trainer.domain.rotation import Quaternion, Vector
from massage_trainer.domain.stage import (
    Camera,
    Figure,
    HighlightBox,
    KeyFrame,
    Placement,
    Prop,
    Scene,
    Skeleton,
    StillOrder,
)
from massage_trainer.domain.text import LocalizedText

_MAGIC: Final = b"MTM1"
# ``MESH.places.json`` is no scene (services/body_places.py).
PLACES: Final = ".places"
_LENGTH: Final = struct.Struct("<I")
# A figure unpacks to about one megabyte; a damaged or hostile file must not fill the memory.
_MOST_BYTES: Final = 64 * 1024 * 1024
_Made = TypeVar("_Made")


class StageFileError(TrainerError):
    """A baked mesh or scene that is missing or damaged."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.path = path
        self.problem = problem


class SceneStore:
    """The baked scenes of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def scene_ids(self) -> list[str]:
        names = (path.stem for path in self._folder.glob("*.json"))
        return sorted(name for name in names if not name.endswith(PLACES))

    def scene(self, scene_id: str) -> Scene:
        path = self._folder / f"{scene_id}.json"
        try:
            data = json.loads(_bytes_of(path))
        except ValueError as error:
            raise StageFileError(path, f"damaged scene: {error}") from error
        return _checked(path, lambda: _scene(data))

    def mesh(self, name: str) -> BakedMesh:
        path = self._folder / f"{name}.mesh"
        content = _unpacked(path, _bytes_of(path))
        return _checked(path, lambda: _mesh(name, content))

    def meshes(self, scene: Scene) -> dict[str, BakedMesh]:
        """The meshes that the scene's figures and props name, each read once."""
        names = [*(f.mesh for f in scene.figures), *(p.mesh for p in scene.props)]
        meshes = {name: self.mesh(name) for name in dict.fromkeys(names)}
        for figure in scene.figures:
            _refuse_unknown_names(self._folder / f"{scene.id}.json", figure, meshes[figure.mesh])
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
    except (KeyError, IndexError, TypeError, ValueError, AttributeError, struct.error) as error:
        what = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise StageFileError(path, f"damaged: {what}") from error


def _unpacked(path: Path, raw: bytes) -> bytes:
    if raw[: len(_MAGIC)] != _MAGIC:
        raise StageFileError(path, "not a baked mesh (or of another version)")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(raw[len(_MAGIC) :], _MOST_BYTES)
    except zlib.error as error:
        raise StageFileError(path, f"damaged: {error}") from error
    if not unpacker.eof:
        raise StageFileError(path, "damaged: it ends too early or is far too large")
    return content


def _mesh(name: str, content: bytes) -> BakedMesh:
    (length,) = _LENGTH.unpack_from(content)
    start = _LENGTH.size + length
    header = json.loads(content[_LENGTH.size : start])
    count, wide = int(header["vertices"]), header["index_type"] == "u32"
    split = start + count * VERTEX_BYTES
    vertices, indices = content[start:split], content[split:]
    if sys.byteorder != "little":
        raise ValueError("baked meshes are little endian and this machine is not")
    if len(vertices) != count * VERTEX_BYTES or len(indices) % (12 if wide else 6):
        raise ValueError("the buffers do not fit the header")
    mesh = BakedMesh(
        name,
        vertices,
        indices,
        wide,
        float(header["scale"]),
        _vector(header["origin"]),
        tuple(Part(str(p["name"]), int(p["first"]), int(p["count"])) for p in header["parts"]),
        _skeleton(header) if header["kind"] == "figure" else None,
    )
    _refuse_loose_numbers(mesh)
    return mesh


def _refuse_loose_numbers(mesh: BakedMesh) -> None:
    """An index outside the buffers would make the graphics driver read foreign memory."""
    used = memoryview(mesh.indices).cast("I" if mesh.wide_indices else "H")
    if mesh.index_count and max(used) >= mesh.vertex_count:
        raise ValueError("a triangle names a vertex that is not there")
    for part in mesh.parts:
        if part.first < 0 or part.count % 3 or part.first + part.count > mesh.index_count:
            raise ValueError(f"part {part.name!r} lies outside the triangles")
    if mesh.skeleton is None:
        return
    last = max(max(mesh.vertices[12 + i :: VERTEX_BYTES], default=0) for i in range(8))
    if last >= len(mesh.skeleton.names):
        raise ValueError("a vertex names a bone that is not there")


def _skeleton(header: Mapping[str, Any]) -> Skeleton:
    names = tuple(str(name) for name in header["bones"])
    if len(names) > MAX_BONES:
        raise ValueError(f"more than {MAX_BONES} bones")
    parents = tuple(int(parent) for parent in header["parents"])
    return Skeleton(names, parents, tuple(_vector(head) for head in header["heads"]))


def _refuse_unknown_names(path: Path, figure: Figure, mesh: BakedMesh) -> None:
    if mesh.skeleton is None:
        raise StageFileError(path, f"{mesh.name} is a prop, not a figure")
    for part in set(figure.parts) - {part.name for part in mesh.parts}:
        raise StageFileError(path, f"{mesh.name} has no part {part!r}")
    bones = {name for frame in figure.frames.values() for name in frame.bones}
    for bone in bones - set(mesh.skeleton.names):
        raise StageFileError(path, f"{mesh.name} has no bone {bone!r}")


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
        description=_text(data["description"]),
        stills=tuple(_stills(data["stills"])),
        worked_side=Side(data.get("worked", "right")),
        regions=tuple(str(name) for name in data.get("regions", ())),
    )


def _figure(data: Mapping[str, Any]) -> Figure:
    frames = {
        str(name): KeyFrame(
            _placement(frame["root"]),
            {str(bone): _quaternion(q) for bone, q in frame["bones"].items()},
        )
        for name, frame in data["frames"].items()
    }
    parts = tuple(str(part) for part in data["parts"])
    return Figure(str(data["mesh"]), parts, frames, str(data.get("places", "")))


def _highlight(data: Mapping[str, Any]) -> HighlightBox:
    (x, z), (width, height) = data["centre"], data["half"]
    return HighlightBox(
        (float(x), float(z)),
        (float(width), float(height)),
        float(data["radius"]),
        str(data["side"]),
        float(data.get("tilt", 0)),
    )


def _stills(items: list[Mapping[str, Any]]) -> Iterator[StillOrder]:
    for item in items:
        side = Side(item["side"]) if item["side"] else None
        yield StillOrder(
            str(item["plate"]),
            str(item["camera"]),
            str(item["frame"]),
            side,
            _text(item["description"]),
        )


def _text(data: Mapping[str, str]) -> LocalizedText:
    return LocalizedText(vi=data["vi"], en=data["en"])


def _vector(data: list[float]) -> Vector:
    x, y, z = map(float, data)
    return (x, y, z)


def _quaternion(data: list[float]) -> Quaternion:
    w, x, y, z = map(float, data)
    return (w, x, y, z)


def _placement(data: list[float]) -> Placement:
    return Placement(_quaternion(data[:4]), _vector(data[4:]))
