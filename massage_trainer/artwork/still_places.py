"""Where the places of the body stand in a still: projected, and compared with what is seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.body_places import BodyPlace, BodyPlaces
from massage_trainer.domain.position_map import PositionMap
from massage_trainer.domain.scene_plates import MeshSpot, SceneMark
from massage_trainer.domain.stage import SkinMatrix
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.services.still_places import FRACTION_UNIT, VERSION
from massage_trainer.widgets.stage.shot import Shot

# Skin that turns away further than this (cosine) is seen too sharply to be shown or asked.
_TURNED = 0.17
# How far from a place the skin may be that is seen where it should stand, on the rest body.
_SAME_SKIN_M = 0.003
# How far to each side of a place one looks for the directions there, in cun.
_PROBE_CUN = 0.3
# A line may leave its exact course by so much of the picture: half a pixel of a still.
_COARSE = 0.00025
# Two pixels of a still across and down, and how far the skin may be there from the place.
_SLIP = (1 / 1000, 1 / 666)
_SLIP_CUN = 0.5
_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1))
_VISIBLE, _HIDDEN, _TURNED_AWAY = "v", "h", "t"
# A press comes from so far above the skin.
_PRESS_FROM_M = 0.06
# A mark is drawn if so much of it can be seen; it may lie so far off the skin, on clothes.
_MARK_SEEN, _MARK_M = 0.5, 0.03
Flags: TypeAlias = NDArray[np.bool_]
_Sided = dict[Side, int]


@dataclass(frozen=True, slots=True)
class Sights:
    """All places of the body in one picture."""

    fractions: Floats
    visible: Flags
    turned: Flags

    def letter(self, at: int) -> str:
        if self.visible[at]:
            return _VISIBLE
        return _TURNED_AWAY if self.turned[at] else _HIDDEN


class StillPlacer:
    """Knows the places of one figure; works on one still after another."""

    def __init__(self, skin: PackedSkin, body: BodyPlaces) -> None:
        self._skin = skin
        self._body = body
        self._spots: list[MeshSpot] = []
        self._places: list[BodyPlace] = []
        # Places come first, so that their probes are found by the same number.
        self._points = {key: self._each(sides) for key, sides in body.points.items()}
        self._landmarks = {key: self._each(sides) for key, sides in body.landmarks.items()}
        self._runs: dict[int, range] = {}
        for line in (line for sides in body.lines.values() for line in sides.values()):
            for run in (*line.legs, line.ticks):
                self._keep(run)
        for outline in (outline for sides in body.zones.values() for outline in sides.values()):
            self._keep(outline)
        for lines in (lines for sides in body.regions.values() for lines in sides.values()):
            for run in lines:
                self._keep(run)
        corners = np.array([spot.corners for spot in self._spots], np.int64)
        shares = np.array([spot.shares for spot in self._spots])
        self.rest = skin.rest(corners, shares)
        more, theirs = self._probes()
        self._corners = np.vstack([corners, more])
        self._shares = np.vstack([shares, theirs])

    def _each(self, sides: Mapping[Side, BodyPlace]) -> _Sided:
        found = {}
        for side, place in sides.items():
            found[side] = len(self._spots)
            self._spots.append(place.spot)
            self._places.append(place)
        return found

    def _keep(self, run: Sequence[MeshSpot]) -> None:
        self._runs[id(run)] = range(len(self._spots), len(self._spots) + len(run))
        self._spots += run

    def _probes(self) -> tuple[NDArray[np.int64], Floats]:
        """A little before and behind each place, across and along."""
        points, facing = [], []
        for rest, place in zip(self.rest, self._places, strict=False):
            step = _PROBE_CUN * place.cun_m
            for way in (place.across, place.along):
                points += [rest - step * np.array(way), rest + step * np.array(way)]
            facing += [np.array(place.normal)] * 4
        return self._skin.closest(np.array(points), np.array(facing))

    def sights(self, shot: Shot, matrices: Sequence[SkinMatrix], seen: Floats) -> Sights:
        """``seen`` is the picking pass in the shot's size, rows from above."""
        places, facing = self._skin.posed(matrices)
        world = np.einsum("nc,ncj->nj", self._shares, places[self._corners])
        normal = np.einsum("nc,ncj->nj", self._shares, facing[self._corners])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
        towards = np.array(shot.camera.eye) - world
        distance = np.linalg.norm(towards, axis=1)
        cosine = (normal * towards).sum(axis=1) / distance
        fractions = _projected(shot, world)
        count = len(self._spots)
        apart = _apart(seen, fractions[:count], self.rest)
        # Where the skin turns away, one pixel shows more of it.
        pixel = 0.7 * shot.pixel_spread * distance / np.maximum(cosine, _TURNED)
        turned = cosine[:count] <= _TURNED
        return Sights(fractions, ~turned & (apart < _SAME_SKIN_M + pixel[:count]), turned)

    def visible(self, sights: Sights) -> dict[tuple[str, Side], int]:
        """The points that can be seen, by the number of their place."""
        return {
            (key, side): at
            for key, sides in self._points.items()
            for side, at in sides.items()
            if sights.visible[at]
        }

    def hide_unmapped(self, sights: Sights, seen: PositionMap, within_cun: float) -> None:
        """Hide the places that a click on them would not lead back to: too far turned away.

        Nor may a hand that slips by two pixels of the still touch other skin or none.
        """
        for at, place in enumerate(self._places):
            if not sights.visible[at]:
                continue
            x, y = (float(part) for part in sights.fractions[at])
            slips = ((dx * _SLIP[0], dy * _SLIP[1], _SLIP_CUN) for dx, dy in _AROUND)
            for dx, dy, cun in ((0.0, 0.0, within_cun), *slips):
                there = seen.place_at((x + dx, y + dy))
                if there is None or math.dist(there, self.rest[at]) > cun * place.cun_m:
                    sights.visible[at] = False
                    break

    def marks(
        self,
        shot: Shot,
        matrices: Sequence[SkinMatrix],
        seen: Floats,
        wanted: Mapping[str, Sequence[SceneMark]],
    ) -> dict[str, list[dict[str, Any]]]:
        """How the hands move, by plate; without what lies mostly out of sight."""
        places, facing = self._skin.posed(matrices)
        found: dict[str, list[dict[str, Any]]] = {}
        for plate, marks in wanted.items():
            for mark in marks:
                path = np.array(mark.world, float)
                if mark.spots:
                    path, normal, rest = self._on_skin(mark.spots, places, facing)
                    if _seen_share(shot, seen, path, normal, rest) < _MARK_SEEN:
                        continue
                    if mark.kind is MarkKind.PRESS:
                        path = np.stack([path[0] + _PRESS_FROM_M * normal[0], path[0]])
                found.setdefault(plate, []).append(
                    {"kind": mark.kind.value, "path": _whole(_projected(shot, path))}
                    | ({"closed": True} if mark.closed else {})
                    | ({"both_ways": True} if mark.both_ways else {})
                )
        return found

    def _on_skin(
        self, spots: Sequence[MeshSpot], places: Floats, facing: Floats
    ) -> tuple[Floats, Floats, Floats]:
        corners = np.array([spot.corners for spot in spots], np.int64)
        shares = np.array([spot.shares for spot in spots])
        normal = np.einsum("nc,ncj->nj", shares, facing[corners])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
        return (
            np.einsum("nc,ncj->nj", shares, places[corners]),
            normal,
            self._skin.rest(corners, shares),
        )

    def content(
        self, sights: Sights, map_file: str, regions: Iterable[str], worked: Side
    ) -> dict[str, Any]:
        """What services/still_places.py reads."""
        return {
            "version": VERSION,
            "map": map_file,
            "points": self._told(sights, self._points),
            "landmarks": self._told(sights, self._landmarks),
            "lines": self._lines(sights),
            "zones": self._zones(sights),
            "regions": {
                name: [row for run in lines for row in self._seen(sights, run)]
                for name in regions
                if (lines := self._body.regions[name].get(worked))
            },
        }

    def _told(self, sights: Sights, places: Mapping[str, _Sided]) -> dict[str, Any]:
        out = {}
        for key, sides in places.items():
            out[key] = {
                side.value: [sights.letter(at), self._numbers(sights, at)]
                for side, at in sides.items()
            }
        return out

    def _numbers(self, sights: Sights, at: int) -> list[int]:
        """The place and how far a cun leads across and along."""
        first = len(self._spots) + 4 * at
        before, behind, above, below = sights.fractions[first : first + 4]
        steps = 2 * _PROBE_CUN
        return _whole([sights.fractions[at], (behind - before) / steps, (below - above) / steps])

    def _lines(self, sights: Sights) -> dict[str, Any]:
        """Only to what can be seen: nobody asks the way to what is out of sight."""
        out: dict[str, Any] = {}
        for key, sides in self._body.lines.items():
            own = self._points.get(key) or self._landmarks[key]
            for side, line in sides.items():
                if not sights.visible[own[side]]:
                    continue
                ticks = [at for at in self._runs[id(line.ticks)] if sights.visible[at]]
                out.setdefault(key, {})[side.value] = {
                    "legs": [row for leg in line.legs for row in self._seen(sights, leg)],
                    "ticks": _whole(sights.fractions[ticks]),
                    "via": list(line.via),
                }
        return out

    def _zones(self, sights: Sights) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, sides in self._body.zones.items():
            for side, outline in sides.items():
                if runs := self._seen(sights, outline):
                    out.setdefault(key, {})[side.value] = runs
        return out

    def _seen(self, sights: Sights, run: Sequence[MeshSpot]) -> list[list[int]]:
        """The pieces of a line that can be seen."""
        out: list[list[int]] = []
        piece: list[int] = []
        for at in [*self._runs[id(run)], -1]:
            if at >= 0 and sights.visible[at]:
                piece.append(at)
                continue
            if len(piece) > 1:
                out.append(_whole(_thinned(sights.fractions[piece])))
            piece = []
        return out


def _projected(shot: Shot, world: Floats) -> Floats:
    """Fractions of the picture, from the left and from above."""
    matrix = np.array(shot.matrix().data()).reshape(4, 4).T
    clip = np.hstack([world, np.ones((len(world), 1))]) @ matrix.T
    flat = clip[:, :2] / clip[:, 3:]
    return np.stack([(flat[:, 0] + 1) / 2, (1 - flat[:, 1]) / 2], axis=1)


def _seen_share(shot: Shot, seen: Floats, world: Floats, normal: Floats, rest: Floats) -> float:
    """How much of a line on the skin can be seen, clothes and hands aside."""
    towards = np.array(shot.camera.eye) - world
    turned = (normal * towards).sum(axis=1) <= _TURNED * np.linalg.norm(towards, axis=1)
    near = _apart(seen, _projected(shot, world), rest) < _MARK_M
    return float((near & ~turned).mean())


def _apart(seen: Floats, fractions: Floats, rest: Floats) -> Floats:
    """How far the skin seen around each place is from it, on the rest body."""
    height, width = seen.shape[:2]
    columns = np.floor(fractions[:, 0] * width).astype(np.int64)
    rows = np.floor(fractions[:, 1] * height).astype(np.int64)
    nearest = np.full(len(rest), np.inf)
    inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    for down in (-1, 0, 1):
        for across in (-1, 0, 1):
            y, x = np.clip(rows + down, 0, height - 1), np.clip(columns + across, 0, width - 1)
            there = seen[y, x]
            gap = np.linalg.norm(there[:, :3] - rest, axis=1)
            nearest = np.where(there[:, 3] > 0, np.minimum(nearest, gap), nearest)
    return np.where(inside, nearest, np.inf)


def _thinned(line: Floats) -> Floats:
    """Without the places that a straight line would pass anyway."""
    kept = np.zeros(len(line), bool)
    kept[[0, -1]] = True
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        a, way = line[first], line[last] - line[first]
        between = line[first + 1 : last] - a
        share = np.clip(between @ way / max(float(way @ way), 1e-18), 0, 1)
        apart = np.linalg.norm(between - share[:, None] * way, axis=1)
        worst = int(np.argmax(apart))
        if apart[worst] > _COARSE:
            middle = first + 1 + worst
            kept[middle] = True
            waiting += [(first, middle), (middle, last)]
    return line[kept]


def _whole(fractions: Floats | Sequence[Floats]) -> list[int]:
    flat = np.asarray(fractions, float).ravel()
    return [int(number) for number in np.round(flat / FRACTION_UNIT)]
