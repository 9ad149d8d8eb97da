"""Bakes where every point, landmark, line and outline lies on the client's packed mesh."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.finder import ConstructionError, Finder, MeshPlace, sides
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.outlines import outlines
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.regions import ASIDE, LEVELS, regions
from massage_trainer.artwork.resolve import Resolved, check
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.services.body_places import VERSION
from massage_trainer.services.content.catalog_loader import LoadedCatalog

FILE = "client.places.json"
# Skin drawn further away than this from where a place was measured would be another place.
_FAR_M = 0.006


class PlacesError(TrainerError):
    """Everything that is wrong with the places of the catalogue, a line each."""

    def __init__(self, problems: Iterable[str]) -> None:
        super().__init__("\n".join(problems))


def resolved_all(body: Body, loaded: LoadedCatalog) -> Resolved:
    """All places of the catalogue; every mistake at once if there are any."""
    if loaded.errors:
        raise PlacesError(str(error) for error in loaded.errors)
    finder = Finder(body, loaded.catalog, loaded.marks)
    problems = []
    for key in finder.entries:
        try:
            finder.place(key)
        except ConstructionError as error:
            problems.append(str(error))
    if problems:
        # What is built on something that cannot be found fails for the same reason.
        raise PlacesError(dict.fromkeys(problems))
    return Resolved(finder)


def broken_checks(resolved: Resolved, loaded: LoadedCatalog) -> list[str]:
    """Every check of the catalogue that does not hold, with the line of the entry."""
    return [with_line(sentence, loaded.marks) for sentence in check(resolved, loaded.catalog)]


def with_line(sentence: str, marks: Mapping[str, str]) -> str:
    """Checks name the entry first; its line is what the author needs."""
    name = sentence.partition(":")[0]
    where = marks.get(name) or marks.get(name.partition("@")[0])
    return f"{where}: {sentence}" if where else sentence


def levels(resolved: Resolved) -> dict[str, float]:
    """The heights, and at the legs the distances aside, that the highlighted places hang on."""
    if missing := [name for name in LEVELS if name not in resolved.places]:
        raise PlacesError(f"landmark {name} is needed by a highlight" for name in missing)
    points = {name: next(iter(resolved.places[name].values())).point for name in LEVELS}
    heights = {name: float(point[2]) for name, point in points.items()}
    return heights | {key: abs(float(points[name][0])) for name, key in ASIDE.items()}


def bake_places(resolved: Resolved, catalog: Catalog, skin: PackedSkin, path: Path) -> None:
    baker = _PlacesBaker(resolved, skin)
    landmarks = list(catalog.landmarks)
    points = [site.key for point in catalog.points.values() for site in point.sites]
    content = {
        "version": VERSION,
        "mesh": "client",
        "cun_m": {span: round(metres, 6) for span, metres in resolved.cun_m.items()},
        "landmarks": {key: baker.both(key) for key in landmarks},
        "points": {key: baker.both(key) for key in points},
        "lines": baker.lines([*landmarks, *points]),
        "zones": baker.zones(catalog),
        "regions": _regions(skin, levels(resolved)),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    path.write_text(text, encoding="utf-8", newline="\n")


class _PlacesBaker:
    """Puts what was found on the body onto the packed skin, as the file has it."""

    def __init__(self, resolved: Resolved, skin: PackedSkin) -> None:
        self._resolved = resolved
        self._skin = skin

    def both(self, key: str) -> dict[str, Any]:
        metres = self._resolved.cun_m[self._resolved.span_of(key)]
        found = {}
        for side, place in self._resolved.places[key].items():
            (row,), rest = self._spots(key, [place])
            across, along = self._resolved.axes(key, side)
            found[side.value] = {
                "at": row,
                "rest": _rounded(rest[0], 5),
                "normal": _rounded(place.normal, 4),
                "across": _rounded(across, 4),
                "along": _rounded(along, 4),
                "cun_m": round(metres, 6),
            }
        return found

    def lines(self, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
        out: dict[str, dict[str, Any]] = {}
        for key in keys:
            for side in self._resolved.places[key]:
                path = self._resolved.path(key, side)
                if path.legs:
                    out.setdefault(key, {})[side.value] = {
                        "legs": [self._spots(key, leg)[0] for leg in path.legs],
                        "ticks": self._spots(key, path.ticks)[0],
                        "via": list(path.via),
                    }
        return out

    def zones(self, catalog: Catalog) -> dict[str, dict[str, Any]]:
        out: dict[str, dict[str, Any]] = {}
        for zone in catalog.zones.values():
            for side in sides(midline=zone.midline):
                outline = self._resolved.zone(zone.id, side)
                closed = [*outline, outline[0]]
                out.setdefault(zone.id, {})[side.value] = self._spots(zone.id, closed)[0]
        return out

    def _spots(self, key: str, places: Sequence[MeshPlace]) -> tuple[list[list[float]], Floats]:
        """The places on the packed mesh as rows of corners and shares, and where they rest."""
        if not places:
            return [], np.zeros((0, 3))
        points = np.array([place.point for place in places])
        facing = np.array([place.normal for place in places])
        corners, shares = self._skin.closest(points, facing)
        rest = self._skin.rest(corners, shares)
        if (far := float(np.linalg.norm(rest - points, axis=1).max())) > _FAR_M:
            raise PlacesError([f"{key}: {far * 1000:.1f} mm from the skin that is drawn"])
        return [spot_row(c, s) for c, s in zip(corners.tolist(), shares, strict=True)], rest


def _regions(skin: PackedSkin, at: Mapping[str, float]) -> dict[str, dict[str, Any]]:
    """As the scenes' sources show them, working on the right, and mirrored."""
    out = {}
    for name, boxes in regions(at).items():
        other = tuple(box.mirrored() for box in boxes)
        out[name] = {
            side.value: [[_outline_row(spot) for spot in line] for line in outlines(skin, shown)]
            for side, shown in ((Side.RIGHT, boxes), (Side.LEFT, other))
        }
    return out


def _outline_row(spot: MeshSpot) -> list[float]:
    return spot_row(list(spot.corners), np.array(spot.shares))


def spot_row(corners: Sequence[int], shares: Floats) -> list[float]:
    first, second = round(float(shares[0]), 4), round(float(shares[1]), 4)
    return [*corners, first, second, round(max(0.0, 1.0 - first - second), 4)]


def _rounded(vector: Floats, digits: int) -> list[float]:
    # Minus nothing and nothing are the same number and not the same text.
    return [round(float(value), digits) + 0.0 for value in vector]
