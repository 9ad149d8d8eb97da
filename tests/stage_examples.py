"""A small baked stage: a figure of three bones and one slab, packed as the artwork packs them."""

import json
import math
import struct
from pathlib import Path
from typing import Any

from massage_trainer.artwork import mesh_packing

SCALE = 0.0001
TEXT = {"vi": "Một câu. Hai câu.", "en": "One sentence. Two sentences."}
Vertex = tuple[tuple[float, float, float], tuple[float, float, float], int, tuple[int, int, int]]


def packed(header: dict[str, Any], vertices: list[Vertex], triangles: list[int]) -> bytes:
    rows = b"".join(_row(*vertex) for vertex in vertices)
    corners = zip(triangles[0::3], triangles[1::3], triangles[2::3], strict=True)
    return mesh_packing.packed(header, rows, list(corners))


def _row(
    place: tuple[float, float, float],
    normal: tuple[float, float, float],
    bone: int,
    colour: tuple[int, int, int],
) -> bytes:
    steps = [round(n / SCALE) for n in place]
    facing = [round(n * 127) for n in normal]
    return struct.pack(
        "<3hh3bb8B8B3BB", *steps, 0, *facing, 0, bone, *[0] * 7, 255, *[0] * 7, *colour, 255
    )


def tube(
    bottom: float, top: float, bone: int, aside: float = 0.0
) -> tuple[list[Vertex], list[int]]:
    """A closed upright cylinder of one bone, wound outwards."""
    around, radius = 24, 0.09
    vertices: list[Vertex] = []
    triangles: list[int] = []
    for i in range(around):
        angle = 2 * math.pi * i / around
        x, y = math.cos(angle), math.sin(angle)
        place = (aside + radius * x, radius * y)
        vertices += [((*place, z), (x, y, 0.0), bone, (220, 170, 140)) for z in (bottom, top)]
    for i in range(around):
        a, b = 2 * i, 2 * ((i + 1) % around)
        triangles += [a, b, b + 1, a, b + 1, a + 1]
    for z, up in ((bottom, -1.0), (top, 1.0)):
        middle = len(vertices)
        vertices.append(((aside, 0.0, z), (0.0, 0.0, up), bone, (220, 170, 140)))
        for i in range(around):
            a, b = 2 * i + (z == top), 2 * ((i + 1) % around) + (z == top)
            triangles += [middle, a, b] if up > 0 else [middle, b, a]
    return vertices, triangles


def figure() -> bytes:
    """Two legs in skin and a trunk in a shirt, the left as the right."""
    vertices: list[Vertex] = []
    triangles: list[int] = []
    for bone, bottom, top, aside in ((1, -0.7, 0.0, -0.12), (2, -0.7, 0.0, 0.12), (0, 0.0, 0.5, 0)):
        more, upper = tube(bottom, top, bone, aside)
        triangles += [i + len(vertices) for i in upper]
        vertices += more
    legs = len(triangles) // 3 * 2
    header = {
        "kind": "figure",
        "scale": SCALE,
        "origin": [0, 0, 0],
        "parts": [
            {"name": "body", "first": 0, "count": legs},
            {"name": "shirt", "first": legs, "count": len(triangles) - legs},
        ],
        "bones": ["root", "leg.R", "leg.L"],
        "parents": [-1, 0, 0],
        "heads": [[0, 0, 0], [-0.12, 0, 0], [0.12, 0, 0]],
    }
    return packed(header, vertices, triangles)


def slab() -> bytes:
    """A box of 2 m x 0.8 m x 0.1 m with its top at 0.5 m, every face with normals of its own."""
    low, high = (-1.0, -0.4, 0.4), (1.0, 0.4, 0.5)
    vertices: list[Vertex] = []
    triangles: list[int] = []
    for axis in range(3):
        for end, sign in ((low, -1), (high, 1)):
            u, v = (axis + 1) % 3, (axis + 2) % 3
            normal = tuple(float(sign) if n == axis else 0.0 for n in range(3))
            first = len(vertices)
            for a, b in ((0, 0), (1, 0), (1, 1), (0, 1)):
                place = [0.0, 0.0, 0.0]
                place[axis] = end[axis]
                place[u], place[v] = (low, high)[a][u], (low, high)[b][v]
                vertices.append((tuple(place), normal, 0, (225, 218, 205)))
            order = [0, 1, 2, 0, 2, 3] if sign > 0 else [0, 2, 1, 0, 3, 2]
            triangles += [first + i for i in order]
    header = {
        "kind": "prop",
        "scale": SCALE,
        "origin": [0, 0, 0],
        "parts": [{"name": "slab", "first": 0, "count": len(triangles)}],
    }
    return packed(header, vertices, triangles)


def scene(**changes: Any) -> dict[str, Any]:
    """Lying on the slab, face down, head at +x; in the frame "bent" the right leg is turned."""
    root = [0.5, 0.5, 0.5, 0.5, 0.0, 0.0, 0.62]
    bent = [math.cos(0.4), math.sin(0.4), 0.0, 0.0]
    return {
        "id": "example",
        "figures": [
            {
                "mesh": "figure",
                "parts": ["body", "shirt"],
                "frames": {
                    "rest": {"root": root, "bones": {}},
                    "bent": {"root": root, "bones": {"leg.R": bent}},
                },
            }
        ],
        "props": [{"mesh": "slab", "at": [1, 0, 0, 0, 0, 0, 0]}],
        "frames": ["rest", "bent"],
        "highlight": [
            {
                "centre": [-0.12, -0.3],
                "half": [0.1, 0.12],
                "radius": 0.03,
                "side": "back",
                "tilt": 0,
            }
        ],
        "cameras": {"wide": {"eye": [-0.4, -2.4, 2.2], "at": [0, 0, 0.5], "fov": 30}},
        "mirror": True,
        "meanings": {"rest": "in", "bent": "move"},
        "plates": [plate("example")],
        **changes,
    }


def plate(name: str, *frames: str, **changes: Any) -> dict[str, Any]:
    frames = frames or ("rest", "bent")
    return {
        "id": name,
        "frames": list(frames),
        "main": frames[-1],
        "views": ["wide"],
        "path": list(frames),
        "descriptions": {"left": TEXT, "right": TEXT},
        **changes,
    }


def write_stage(folder: Path, **changes: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figure.mesh").write_bytes(figure())
    (folder / "slab.mesh").write_bytes(slab())
    (folder / "example.json").write_text(json.dumps(scene(**changes)), encoding="utf-8")
