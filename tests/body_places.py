"""A small body for tests of places: two patches of skin in a picture, and some points on them."""

import json
from pathlib import Path

from massage_trainer.artwork.map_file import packed, squeezed
from massage_trainer.domain.position_map import FINENESS

WIDTH, HEIGHT, UNIT = 30, 20, 0.0005
# An arm lies in front of the trunk; both end before the picture does.
TRUNK, ARM = range(4, 26), range(10, 14)
ROWS = range(3, 17)


def patch_of(column: int, row: int) -> int:
    """At a sample; the skin ends at the borders of samples."""
    if row not in ROWS or column not in TRUNK:
        return 0
    return 2 if column in ARM else 1


def place_of(x: float, y: float, patch: int) -> tuple[float, float, float]:
    """A flat trunk that the picture shows straight on, and an arm far from it."""
    return (x - 0.5 + 0.4 * (patch == 2), 0.1, 1.0 - y)


def map_bytes() -> bytes:
    fine = WIDTH * FINENESS
    patches = bytes(
        patch_of(at % fine // FINENESS, at // fine // FINENESS)
        for at in range(fine * HEIGHT * FINENESS)
    )
    planes: list[list[int]] = [[], [], []]
    for row in range(HEIGHT):
        for column in range(WIDTH):
            place = place_of((column + 0.5) / WIDTH, (row + 0.5) / HEIGHT, patch_of(column, row))
            for plane, number in zip(planes, place, strict=True):
                plane.append(round(number / UNIT))
    return packed(WIDTH, patches, planes, UNIT, 400)


def places_json(map_file: str = "places/example.map", **changes: object) -> str:
    spot = ["v", [50000, 40000, 2000, 0, 0, 3000]]
    line = {"legs": [[50000, 40000, 45000, 40000]], "ticks": [47500, 40000], "via": ["L2"]}
    square = [20000, 20000, 40000, 20000, 40000, 40000, 20000, 40000, 20000, 20000]
    content = {
        "version": 1,
        "map": map_file,
        "points": {"BL23": {"left": spot, "right": ["t", [30000, 40000, -2000, 0, 0, 3000]]}},
        "landmarks": {"L2": {"midline": ["h", [45000, 40000, 2000, 0, 0, 3000]]}},
        "lines": {"BL23": {"left": line}},
        "zones": {"kidney": {"left": [square]}},
        "regions": {"loin": [square]},
    }
    return json.dumps(content | changes)


def write_places(folder: Path) -> None:
    (folder / "places").mkdir(parents=True, exist_ok=True)
    (folder / "places" / "example.places").write_bytes(squeezed(places_json().encode()))
    (folder / "places" / "example.map").write_bytes(map_bytes())
