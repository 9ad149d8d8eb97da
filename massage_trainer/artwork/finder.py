"""Finds places on the body's measuring skin by their constructions, each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.directions import Directions
from massage_trainer.artwork.mesh import Floats, normals
from massage_trainer.artwork.skin import OffSkinError, Skin, Track
from massage_trainer.artwork.spans import MeasuredSpan, measure, nearest_first
from massage_trainer.artwork.tape import mirror_ids, skin_faces, tape_skin
from massage_trainer.artwork.triangles import Place
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Construction,
    Cross,
    Go,
    Level,
    OnMesh,
    Walk,
)
from massage_trainer.domain.cun import governing_span, is_along_limb, own_span
from massage_trainer.domain.errors import TrainerError

_Found = TypeVar("_Found")
_UP = np.array([0.0, 0.0, 1.0])
_LEFT = np.array([1.0, 0.0, 0.0])
_HAIR = 0.0005


class ConstructionError(TrainerError):
    """A place of the catalogue that cannot be found on the body; names the line of its entry."""


@dataclass(frozen=True, slots=True, eq=False)
class MeshPlace:
    """A place of the body: three vertices of the base mesh, their shares, and where that is."""

    corners: tuple[int, int, int]
    shares: Floats
    point: Floats
    normal: Floats


@dataclass(frozen=True, slots=True)
class Entry:
    """A landmark or one place of a point."""

    key: str
    id: str  # of the landmark, or code of the point
    construction: Construction
    axes: tuple[Go, Go]
    midline: bool
    is_landmark: bool


def entries_of(catalog: Catalog) -> dict[str, Entry]:
    out = {
        mark.id: Entry(
            mark.id, mark.id, mark.construction, mark.axes, mark.midline, is_landmark=True
        )
        for mark in catalog.landmarks.values()
    }
    for point in catalog.points.values():
        for site in point.sites:
            out[site.key] = Entry(
                site.key,
                point.code,
                site.construction,
                point.axes,
                point.midline,
                is_landmark=False,
            )
    return out


class Finder:
    """Finds places on the left half of the measuring skin, each once."""

    def __init__(self, body: Body, catalog: Catalog, marks: Mapping[str, str]) -> None:
        self.body = body
        self.catalog = catalog
        self.skin: Skin = tape_skin(body)
        self.mirror = mirror_ids(body, skin_faces(body))
        self.directions = Directions(body)
        self.entries = entries_of(catalog)
        self._marks = marks
        self._normals = normals(body.points, self.skin.faces)
        self._places: dict[str, Place] = {}
        self._spans: dict[str, MeasuredSpan] = {}
        self._paths: dict[tuple[str, str], Track] = {}
        self._open: list[str] = []

    def place(self, key: str) -> Place:
        """Where a landmark or a point's site is."""
        if key not in self._places:
            entry = self.entries.get(key)
            if entry is None:
                raise OffSkinError(self._unknown(key))
            self._places[key] = self._guarded(key, lambda: self._found(entry))
        return self._places[key]

    def _found(self, entry: Entry) -> Place:
        place = self.build(entry.construction)
        # The shortest way between two places of the midline may leave it by a hair.
        near = entry.midline and abs(float(self.skin.xyz(place)[0])) < _HAIR
        return self.skin.onto_midline(place) if near else place

    def span(self, name: str) -> MeasuredSpan:
        if name not in self._spans:
            span = self.catalog.spans.get(name)
            if span is None:
                known = ", ".join(sorted(self.catalog.spans))
                raise OffSkinError(f"unknown span {name!r} (known: {known})")
            self._spans[name] = self._guarded(
                name, lambda: measure(span, self.skin, self.place, self.catalog.landmarks)
            )
        return self._spans[name]

    def metres(self, name: str, cun: float) -> float:
        return self.span(name).metres * cun

    def path(self, a: str, b: str) -> Track:
        if (a, b) not in self._paths:
            self._paths[a, b] = self.skin.path(self.place(a), self.place(b))
        return self._paths[a, b]

    def height(self, key: str) -> float:
        return float(self.skin.xyz(self.place(key))[2])

    def build(self, construction: Construction) -> Place:
        match construction:
            case OnMesh(corners, shares):
                return self._on(corners, shares)
            case At(of):
                return self.place(of)
            case Level():
                return _end(self.level(construction), self._midline(construction.level))
            case Between(a, b, share):
                path = self.path(a, b)
                return path.at(path.length * share)
            case Along(a, b, cun, span):
                return self.path(a, b).at(self.metres(span, cun))
            case Cross(level, a, b):
                return self.path(a, b).at_height(self.height(level))
            case Walk(start):
                tracks = self.walk(construction)
                return _end(tracks[-1] if tracks else None, self.place(start))

    def level(self, construction: Level) -> Track | None:
        """The way out from the midline; none where there is nothing to walk."""
        start = self._midline(construction.level)
        length = self.metres(construction.span, construction.lateral_cun)
        if length == 0:
            return None
        track = self.skin.march(start, _UP, _LEFT if length > 0 else -_LEFT, abs(length))
        if self.skin.normal(track.at(track.length))[1] < -0.5:
            raise OffSkinError(f"{construction.lateral_cun:g} cun lead round to the front")
        return track

    def walk(self, construction: Walk) -> list[Track]:
        at, out = self.place(construction.start), []
        words = {stride.go for stride in construction.strides}
        along_limb = is_along_limb(words)
        if not along_limb and words.isdisjoint((Go.CRANIAL, Go.CAUDAL)):
            along_limb = self.directions.on_limb(self.weights(at))
        for stride in construction.strides:
            length = self.metres(construction.span, stride.cun)
            track = self.stride(at, stride.go, length, along_limb=along_limb)
            out.append(track)
            at = track.at(track.length)
        return out

    def stride(self, start: Place, go: Go, length: float, *, along_limb: bool) -> Track:
        """One walk; crosswise it keeps square to the trunk or limb, lengthwise it goes straight."""
        weights = self.weights(start)
        toward = self.directions.vector(go, weights, along_limb=along_limb)
        if go in (Go.CRANIAL, Go.CAUDAL, Go.PROXIMAL, Go.DISTAL):
            across = np.cross(toward, self.skin.normal(start))
            across /= np.linalg.norm(across)
        else:
            across = self.directions.limb(weights) if along_limb else _UP
            if abs(self.skin.normal(start) @ across) > 0.8:  # on top of a shoulder
                across = np.cross(toward, self.skin.normal(start))
                across /= np.linalg.norm(across)
        return self.skin.march(start, across, toward, length)

    def weights(self, place: Place) -> Floats:
        return np.asarray(place.shares @ self.body.weights[self.skin.faces[place.face]])

    def governing(self, key: str) -> str:
        """The span whose cun tells distances at a place."""
        entry = self.entries[key]
        known = {name: other.construction for name, other in self.entries.items()}
        for name in self.catalog.spans:
            self.span(name)
        place = self.place(key)
        nearest = nearest_first(self._spans, self.skin.xyz(place))
        limb = is_along_limb(entry.axes) or self.directions.on_limb(self.weights(place))
        return governing_span(own_span(entry.construction, known), nearest, on_limb=limb)

    def on_body(self, place: Place, side: Side) -> MeshPlace:
        """The place on the body itself, or its mirror image."""
        corners = self.skin.faces[place.face]
        if side is Side.RIGHT:
            corners = self.mirror[corners]
        point = place.shares @ self.body.points[corners]
        normal = place.shares @ self._normals[corners]
        a, b, c = (int(corner) for corner in corners)
        return MeshPlace((a, b, c), place.shares, point, normal / np.linalg.norm(normal))

    def failure(self, key: str, error: OffSkinError) -> ConstructionError:
        """The error as it is told, with the line of the entry."""
        entry = self.entries.get(key)
        where = self._marks.get(entry.id if entry else key, "")
        return ConstructionError(f"{where}: {key}: {error}" if where else f"{key}: {error}")

    def _guarded(self, key: str, find: Callable[[], _Found]) -> _Found:
        if key in self._open:
            ring = " -> ".join([*self._open[self._open.index(key) :], key])
            raise self.failure(key, OffSkinError(f"is built on itself: {ring}"))
        self._open.append(key)
        try:
            return find()
        except OffSkinError as error:
            raise self.failure(key, error) from error
        finally:
            self._open.pop()

    def _midline(self, level: str) -> Place:
        return self.skin.back_midline(self.height(level))

    def _on(self, corners: tuple[int, ...], shares: tuple[float, ...]) -> Place:
        if max(corners) >= len(self.mirror) or (self.mirror[list(corners)] < 0).any():
            raise OffSkinError(f"the vertices {list(corners)} are not of the skin")
        return self.skin.at_corners(corners, shares)

    def _unknown(self, key: str) -> str:
        close = get_close_matches(key, self.entries, n=1)
        return f"unknown place {key!r}" + (f" (did you mean {close[0]!r}?)" if close else "")


def _end(track: Track | None, start: Place) -> Place:
    return start if track is None else track.at(track.length)


def sides(*, midline: bool) -> tuple[Side, ...]:
    return (Side.MIDLINE,) if midline else (Side.LEFT, Side.RIGHT)
