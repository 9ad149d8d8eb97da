"""The packed meshes of a scene as bytes, each made once for the same people and props."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from massage_trainer.artwork import figure, meshfile
from massage_trainer.artwork.keep import kept
from massage_trainer.artwork.mesh import Floats, neighbours, normals, welds
from massage_trainer.artwork.meshfile import Piece
from massage_trainer.artwork.occlusion import openness, samples, softened
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.people import ClientKit, PractitionerKit
from massage_trainer.artwork.props import Part
from massage_trainer.artwork.room import Placed
from massage_trainer.services.mesh_file import read_mesh

_HERE = "massage_trainer.artwork."


def client_mesh(kit: ClientKit) -> bytes:
    def write(path: Path) -> None:
        meshfile.write(path, kit.pieces, figure.skeleton(kit.client.body))

    return _made(f"{kit.which.value}-packed", ("figure", "meshfile"), "", write)


def practitioner_mesh(kit: PractitionerKit) -> bytes:
    def write(path: Path) -> None:
        meshfile.write(path, kit.pieces, figure.skeleton(kit.body))

    return _made("practitioner-packed", ("practitioner", "meshfile"), "", write)


def prop_mesh(prop: Placed) -> bytes:
    def write(path: Path) -> None:
        parts = prop.parts
        every = np.vstack([samples(part.mesh.points, part.mesh.faces, 0.006) for part in parts])
        meshfile.write(path, [_piece(part, every) for part in parts])

    digest = hashlib.sha256()
    for part in prop.parts:
        digest.update(part.name.encode() + part.colour.encode())
        digest.update(part.mesh.points.tobytes() + part.mesh.faces.tobytes())
    return _made(f"prop-{prop.name}", ("stage_files",), digest.hexdigest(), write)


def packed_skin(content: bytes) -> PackedSkin:
    """A figure's skin as it is packed."""
    return PackedSkin(read_mesh("", content))


def _made(name: str, modules: Sequence[str], inputs: str, write: Callable[[Path], None]) -> bytes:
    def make() -> bytes:
        with tempfile.TemporaryDirectory() as home:
            path = Path(home) / "mesh"
            write(path)
            return path.read_bytes()

    return kept(name, [f"{_HERE}{module}" for module in modules], inputs, make)


def _piece(part: Part, blockers: Floats) -> Piece:
    mesh = part.mesh
    facing = normals(mesh.points, mesh.faces, welds(mesh.points))
    light = openness(mesh.points + facing * 0.002, facing, blockers)
    light = softened(light, neighbours(len(mesh.points), mesh.faces), 2)
    light = np.clip(light / 0.97, 0.3, 1.0)
    colours = np.tile(figure.rgb(part.colour), (len(mesh.points), 1))
    return Piece(part.name, mesh.points, facing, mesh.weights, colours, light, mesh.faces)
