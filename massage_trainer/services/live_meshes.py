"""Reads the meshes with fewer triangles that the live view moves (``assets/live``)."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.live_mesh import LiveMesh
from massage_trainer.domain.mesh import BakedMesh, Part
from massage_trainer.services.mesh_file import read_mesh
from massage_trainer.services.scenes import (
    StageFileError,
    _bytes_of,
    _checked,
    _refuse_unknown_names,
)

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Scene

MAGIC: Final = b"MTL1"
DIGEST: Final = 21  # letters that name the mesh of the stills
HEAD: Final = struct.Struct("<II")
_MOST_BYTES: Final = 4 * 1024 * 1024
_MOST_MEMORY: Final = 64 * 1024 * 1024
_FARTHEST: Final = 100.0  # metres
_KEPT: Final = 12


class LiveMeshStore:
    """Gives live meshes by their names, ``woman/client`` too; each is read once (LiveMeshes).

    Used by one thread at a time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Path, LiveMesh] = {}

    def path(self, name: str) -> Path:
        path = self._folder / f"{name}.mesh"
        if ".." in path.parts or not path.is_relative_to(self._folder):
            raise StageFileError(path, "lies outside the folder of meshes")
        return path

    def mesh(self, name: str) -> LiveMesh:
        path = self.path(name)
        if path not in self._read:
            content = _bytes_of(path)
            for old in list(self._read)[: len(self._read) + 1 - _KEPT]:
                del self._read[old]
            self._read[path] = _checked(path, lambda: read_live_mesh(path.stem, content))
        return self._read[path]

    def live_meshes(self, scene: Scene) -> dict[str, LiveMesh]:
        """Those of the scene's figures and props; raises StageFileError."""
        names = [*(f.mesh for f in scene.figures), *(p.mesh for p in scene.props)]
        meshes = {name: self.mesh(name) for name in dict.fromkeys(names)}
        for figure in scene.figures:
            _refuse_unknown_names(self.path(figure.mesh), figure, meshes[figure.mesh].mesh)
        return meshes


def read_live_mesh(name: str, raw: bytes) -> LiveMesh:
    """Raises what ``read_mesh`` raises for a damaged file."""
    if raw[: len(MAGIC)] != MAGIC:
        raise ValueError("not a live mesh (or of another version)")
    start = len(MAGIC) + DIGEST
    body_size, lines_size = HEAD.unpack_from(raw, start)
    start += HEAD.size
    if len(raw) != start + body_size + lines_size:
        raise ValueError("it ends too early or too late")
    mesh = read_mesh(name, raw[start : start + body_size])
    heads = mesh.skeleton.heads if mesh.skeleton else ()
    places = (mesh.scale, *mesh.origin, *(n for head in heads for n in head))
    if not all(abs(number) <= _FARTHEST for number in places):
        raise ValueError("a place that is nowhere")
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
    content = unpacker.decompress(raw[start + body_size :], _MOST_BYTES)
    if not unpacker.eof:
        raise ValueError("its lines end too early or are far too many")
    names_size, runs_count = HEAD.unpack_from(content)
    names_end = HEAD.size + names_size
    names = content[HEAD.size : names_end].decode().split("\n") if names_size else []
    numbers = memoryview(content[names_end:]).cast("I")
    counts = list(numbers[1 : 1 + len(mesh.parts)])
    lines_at = 1 + len(mesh.parts)
    corners_at = lines_at + 1 + 2 * runs_count
    edges_at = corners_at + numbers[0]
    coarse, edges = numbers[corners_at:edges_at], numbers[edges_at:]
    if len(names) != runs_count or sum(counts) != len(coarse) or len(edges) != numbers[lines_at]:
        raise ValueError("its lines do not fit their header")
    if any(each and max(each) >= mesh.vertex_count for each in (coarse, edges)):
        raise ValueError("a line names a vertex that is not there")
    return LiveMesh(
        mesh,
        edges.tobytes(),
        tuple(_runs(names, numbers[lines_at + 1 : corners_at], len(edges))),
        coarse.tobytes(),
        tuple(_coarse_parts(mesh, counts)),
    )


def _runs(names: Sequence[str], numbers: memoryview[int], edges: int) -> Iterator[Part]:
    for at, name in enumerate(names):
        first, count = numbers[2 * at], numbers[2 * at + 1]
        if first + count > edges or count % 2:
            raise ValueError(f"the lines of {name!r} lie beside the others")
        yield Part(name, first, count)


def _coarse_parts(mesh: BakedMesh, counts: Sequence[int]) -> Iterator[Part]:
    first = 0
    for part, count in zip(mesh.parts, counts, strict=True):
        if count % 3:
            raise ValueError(f"the shadow of {part.name!r} has no whole triangles")
        yield Part(part.name, first, count)
        first += count
