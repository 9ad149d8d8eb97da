"""Writes for every baked mesh the one with fewer triangles that the live view moves."""

from __future__ import annotations

import lzma
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from massage_trainer.artwork.index import Tree, digest
from massage_trainer.artwork.mesh_packing import in_order, packed
from massage_trainer.artwork.simplify import Simpler, repacked, simplified
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector
from massage_trainer.services.live_meshes import DIGEST, HEAD, MAGIC
from massage_trainer.services.mesh_file import read_mesh

# Metres by which the surface may lie beside that of the stills.
_ERROR: Final = 0.0016
_CLOTH_ERROR: Final = 0.0018
# A lamp sees the scene in points of eight millimetres.
_SHADOW_ERROR: Final = 0.0040
_CLOTH: Final = ("drape-", "pillow")
# What is looked at closely keeps its form so much better: hands that work, and faces.
_HANDS, _FACE = 6.0, 2.0
_WORKS: Final = "practitioner"
_ABOVE_THE_WRIST: Final = 0.02
# Raised when the same meshes are to be written anew.
_VERSION: Final = "6"


def stale(tree: Tree) -> list[tuple[Path, Path, str]]:
    """Each mesh whose live one is missing or of another: where it lies, where that one goes."""
    found = []
    for source in sorted(tree.stage.rglob("*.mesh")):
        goal = tree.live / source.relative_to(tree.stage)
        wanted = digest(source) + _VERSION
        if not goal.is_file() or goal.read_bytes()[len(MAGIC) :][:DIGEST] != wanted.encode():
            found.append((source, goal, wanted))
    return found


def problems(tree: Tree) -> Iterator[str]:
    """What does not fit; only files are read. A tree without the folder has no live view."""
    if not tree.live.is_dir():
        return
    for source, goal, _ in stale(tree):
        name = goal.relative_to(tree.root).as_posix()
        yield f"{name}: does not fit {source.relative_to(tree.stage).as_posix()} (run: live)"
    for path in strays(tree):
        yield f"{path.relative_to(tree.root).as_posix()}: belongs to no mesh (run: live)"


def strays(tree: Tree) -> list[Path]:
    there = tree.live.rglob("*.mesh")
    return sorted(p for p in there if not (tree.stage / p.relative_to(tree.live)).is_file())


def update(tree: Tree, tell: Callable[[str], object]) -> None:
    """Write what is stale."""
    for path in strays(tree):
        path.unlink()
    for source, goal, wanted in stale(tree):
        mesh = read_mesh(source.stem, source.read_bytes())
        simpler = _simpler(mesh)
        goal.parent.mkdir(parents=True, exist_ok=True)
        goal.write_bytes(packed_live(mesh, simpler, wanted))
        tell(f"{goal.relative_to(tree.root)}: {mesh.index_count // 3} -> {simpler.count}\n")


def _simpler(mesh: BakedMesh) -> Simpler:
    error = _CLOTH_ERROR if mesh.name.startswith(_CLOTH) else _ERROR
    return simplified(mesh, error, _importance(mesh))


def _importance(mesh: BakedMesh) -> Callable[[Vector], float]:
    if mesh.skeleton is None:
        return lambda _: 1.0
    heads = dict(zip(mesh.skeleton.names, mesh.skeleton.heads, strict=True))
    wrist = abs(heads["wrist.L"][0]) - _ABOVE_THE_WRIST if "wrist.L" in heads else 9.0
    chin = heads["head"][2] if "head" in heads else 9.0

    works = mesh.name == _WORKS

    def importance(place: Vector) -> float:
        if works and abs(place[0]) > wrist:
            return _HANDS
        return _FACE if place[2] > chin else 1.0

    return importance


def packed_live(mesh: BakedMesh, simpler: Simpler, source: str) -> bytes:
    """The file of a live mesh: which one it comes from, the packed mesh, its lines."""
    rows, parts, triangles = repacked(mesh, simpler)
    ordered = [
        corner
        for part in parts
        for corner in in_order(triangles[part.first // 3 : (part.first + part.count) // 3])
    ]
    header: dict[str, Any] = {
        "kind": "figure" if mesh.skeleton else "prop",
        "scale": mesh.scale,
        "origin": list(mesh.origin),
        "parts": [{"name": p.name, "first": p.first, "count": p.count} for p in parts],
    }
    if mesh.skeleton is not None:
        header["bones"] = list(mesh.skeleton.names)
        header["parents"] = list(mesh.skeleton.parents)
        header["heads"] = [list(head) for head in mesh.skeleton.heads]
    body = packed(header, rows, ordered)
    return packed_around(read_mesh(mesh.name, body), body, source)


def packed_around(live: BakedMesh, body: bytes, source: str) -> bytes:
    """The packed mesh with its lines, and with the triangles that do for shadows."""
    # Whoever only checks needs no OpenGL.
    from massage_trainer.widgets.stage.loaded_mesh import _lines

    edges, runs = _lines(live)
    coarse = simplified(live, _SHADOW_ERROR, painted=False)
    every = [corner for _, triangles in coarse.parts for t in in_order(triangles) for corner in t]
    counts = [3 * len(triangles) for _, triangles in coarse.parts]
    numbers = array("I", [len(every), *counts, len(edges) // 4])
    numbers.extend(n for run in runs for n in (run.first, run.count))
    numbers.extend(every)
    names = "\n".join(run.name for run in runs).encode()
    more = lzma.compress(HEAD.pack(len(names), len(runs)) + names + numbers.tobytes() + edges)
    return MAGIC + source.encode() + HEAD.pack(len(body), len(more)) + body + more
