"""All landmarks and points of the catalogue on one body: places, cun, directions and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from massage_trainer.artwork import measuring, place_checks
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.directions import tangents
from massage_trainer.artwork.finder import ConstructionError, Finder, MeshPlace, sides
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.skin import OffSkinError
from massage_trainer.artwork.triangles import Place
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.cun import is_along_limb

__all__ = ["ConstructionError", "MeasuringPath", "MeshPlace", "Resolved", "check", "resolve"]

# How far the outline of a zone may go between two of its places.
_OUTLINE_STEP = 0.01


@dataclass(frozen=True, slots=True)
class MeasuringPath:
    """How a hand measures to a place: legs along the skin, a tick at each cun or share."""

    legs: tuple[tuple[MeshPlace, ...], ...]
    ticks: tuple[MeshPlace, ...]
    via: tuple[str, ...]


class Resolved:
    """All places of the catalogue on one body."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.places: dict[str, dict[Side, MeshPlace]] = {
            key: {
                side: finder.on_body(finder.place(key), side)
                for side in sides(midline=entry.midline)
            }
            for key, entry in finder.entries.items()
        }
        self.cun_m: dict[str, float] = {
            name: finder.span(name).metres for name in finder.catalog.spans
        }

    def span_of(self, key: str) -> str:
        """The id of the span whose cun tells distances at this place."""
        return self.finder.governing(key)

    def axes(self, key: str, side: Side) -> tuple[Floats, Floats]:
        """The body's directions across and along, two unit vectors in the skin."""
        entry, place = self.finder.entries[key], self.finder.place(key)
        limb = is_along_limb(entry.axes)
        weights = self.finder.weights(place)
        across, along = (
            self.finder.directions.vector(go, weights, along_limb=limb) for go in entry.axes
        )
        if side is Side.RIGHT:
            across, along = across * [-1, 1, 1], along * [-1, 1, 1]
        return tangents(across, along, self.places[key][side].normal)

    def path(self, key: str, side: Side) -> MeasuringPath:
        """How a hand measures to the place."""
        found = measuring.line(self.finder, key)
        return MeasuringPath(
            tuple(tuple(self.finder.on_body(p, side) for p in leg) for leg in found.legs),
            tuple(self.finder.on_body(p, side) for p in found.ticks),
            found.via,
        )

    def zone(self, zone_id: str, side: Side) -> tuple[MeshPlace, ...]:
        """The closed outline; its last place joins the first."""
        zone = self.finder.catalog.zones[zone_id]
        try:
            corners = [self.finder.build(corner) for corner in zone.corners]
            outline: list[Place] = []
            for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
                outline += self.finder.skin.path(a, b).spaced(_OUTLINE_STEP)[:-1]
        except OffSkinError as error:
            raise self.finder.failure(zone_id, error) from error
        return tuple(self.finder.on_body(place, side) for place in outline)


def resolve(body: Body, catalog: Catalog, marks: Mapping[str, str]) -> Resolved:
    """Find everything; ``marks`` says where each id stands in the catalogue's files."""
    return Resolved(Finder(body, catalog, marks))


def check(resolved: Resolved, catalog: Catalog) -> list[str]:
    """Every broken check, in words; none if all hold."""
    return place_checks.broken(resolved.finder, catalog)
