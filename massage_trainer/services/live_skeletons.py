"""Reads the bones alone of a scene's figures: a camera that keeps out of them needs no skin."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.mesh import MAX_BONES
from massage_trainer.domain.stage import Skeleton
from massage_trainer.services import mesh_file
from massage_trainer.services.scenes import StageFileError, _bytes_of, _checked

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Scene

_MOST_BYTES: Final = 256 * 1024  # of a header; a skeleton takes some ten thousand
_MOST_MEMORY: Final = 64 * 1024 * 1024
_FARTHEST: Final = 100.0  # metres


class SkeletonStore:
    """Gives skeletons by the names of meshes, ``woman/client`` too; each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Skeleton] = {}

    def of(self, scene: Scene) -> tuple[Skeleton, ...]:
        """One for each figure; raises StageFileError."""
        return tuple(self._skeleton(figure.mesh) for figure in scene.figures)

    def _skeleton(self, name: str) -> Skeleton:
        if name not in self._read:
            path = self._folder / f"{name}.mesh"
            if ".." in path.parts or not path.is_relative_to(self._folder):
                raise StageFileError(path, "lies outside the folder of meshes")
            raw = _bytes_of(path)
            self._read[name] = _checked(path, lambda: _skeleton(raw))
        return self._read[name]


def _skeleton(raw: bytes) -> Skeleton:
    magic, length = mesh_file.MAGIC, mesh_file.LENGTH
    if raw[: len(magic)] != magic:
        raise ValueError("not a baked mesh (or of another version)")
    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, _MOST_MEMORY)
    content = unpacker.decompress(raw[len(magic) :], _MOST_BYTES)
    (size,) = length.unpack_from(content)
    header = json.loads(content[length.size : length.size + size])
    if header["kind"] != "figure":
        raise ValueError("a prop has no bones")
    names = tuple(str(name) for name in header["bones"])
    parents = tuple(int(parent) for parent in header["parents"])
    heads = tuple(_place(head) for head in header["heads"])
    if len(names) > MAX_BONES or not all(abs(n) <= _FARTHEST for head in heads for n in head):
        raise ValueError("more bones than a figure has, or a bone that is nowhere")
    return Skeleton(names, parents, heads)


def _place(numbers: list[float]) -> Vector:
    x, y, z = map(float, numbers)
    return (x, y, z)
