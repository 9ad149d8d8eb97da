"""A mesh for the live view: fewer triangles, its lines found beforehand, and who can give it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from massage_trainer.domain.mesh import BakedMesh, Part
from massage_trainer.domain.stage import Scene


@dataclass(frozen=True, slots=True)
class LiveMesh:
    """``edges`` are pairs of vertices as 32-bit numbers; ``runs`` says which part has which.

    ``coarse`` are fewer triangles still, for shadows, over the same vertices.
    """

    mesh: BakedMesh
    edges: bytes
    runs: tuple[Part, ...]
    coarse: bytes
    coarse_parts: tuple[Part, ...]


class LiveMeshes(Protocol):
    """Gives the meshes that a scene needs; asked from the thread that draws."""

    def live_meshes(self, scene: Scene) -> Mapping[str, LiveMesh]:
        """Raises a TrainerError that names the file for what is missing or damaged."""
        ...
