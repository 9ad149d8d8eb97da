"""What must hold of the places found on a body, told as sentences where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from massage_trainer.artwork.finder import Finder
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.skin import OffSkinError
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog, PlaceCheck
from massage_trainer.domain.construction import At, Construction

LEVEL_CUN = 0.05
SAME_CUN = 0.2
MIRROR_M = 0.001
_SPINE_SPAN = "back"
_MIRRORED = (Side.LEFT, Side.RIGHT)


def broken(finder: Finder, catalog: Catalog) -> list[str]:
    """Every broken check of the landmarks and points."""
    return [
        *_levels(finder, catalog),
        *_second_constructions(finder, catalog),
        *_mirrored(finder),
        *_too_close(finder, catalog),
    ]


def _levels(finder: Finder, catalog: Catalog) -> Iterator[str]:
    cun = finder.span(_SPINE_SPAN).metres
    for key, others in _level_pairs(catalog):
        for other in others:
            if other not in finder.entries:
                yield f"{key}: level with {other}, which is not there"
                continue
            apart = abs(finder.height(key) - finder.height(other)) / cun
            if apart > LEVEL_CUN:
                yield f"{key}: {apart:.3f} cun higher or lower than {other}"


def _level_pairs(catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for mark in catalog.landmarks.values():
        yield mark.id, mark.level_with
    for point in catalog.points.values():
        for site in point.sites:
            yield site.key, point.level_with


def _second_constructions(finder: Finder, catalog: Catalog) -> Iterator[str]:
    for mark in catalog.landmarks.values():
        for wanted in mark.checks:
            yield from _second(finder, mark.id, wanted)
    for point in catalog.points.values():
        if point.alternative:
            _built(finder, point.code, point.alternative.construction)
        for site in point.sites:
            for wanted in point.checks:
                yield from _second(finder, site.key, wanted)


def _second(finder: Finder, key: str, wanted: PlaceCheck) -> Iterator[str]:
    there = _built(finder, key, wanted.construction)
    apart = float(np.linalg.norm(there - finder.skin.xyz(finder.place(key))))
    cun = apart / finder.span(finder.governing(key)).metres
    if cun > wanted.within_cun:
        name = type(wanted.construction).__name__.lower()
        yield f"{key}: {cun:.3f} cun from its check ({name}), not within {wanted.within_cun:g}"


def _built(finder: Finder, key: str, construction: Construction) -> Floats:
    """Where a construction of an entry leads to, on the measuring skin."""
    try:
        return finder.skin.xyz(finder.build(construction))
    except OffSkinError as error:
        raise finder.failure(key, error) from error


def _mirrored(finder: Finder) -> Iterator[str]:
    for key, entry in finder.entries.items():
        both = [finder.on_body(finder.place(key), side).point for side in _MIRRORED]
        if entry.midline:
            apart = 2 * abs(float(both[0][0]))
        else:
            apart = float(np.linalg.norm(both[0] - both[1] * [-1, 1, 1]))
        if apart > MIRROR_M:
            yield f"{key}: left and right differ by {apart * 1000:.2f} mm"


def _too_close(finder: Finder, catalog: Catalog) -> Iterator[str]:
    sites = {site.key: site for point in catalog.points.values() for site in point.sites}
    points = {key: finder.on_body(finder.place(key), Side.LEFT).point for key in sites}
    cun = {key: finder.span(finder.governing(key)).metres for key in sites}
    for a, b in combinations(sites.values(), 2):
        if _same(a.construction, b.key) or _same(b.construction, a.key):
            continue
        apart = float(np.linalg.norm(points[a.key] - points[b.key])) / max(cun[a.key], cun[b.key])
        if apart < SAME_CUN:
            yield f"{a.key}: only {apart:.2f} cun from {b.key}"


def _same(construction: Construction, key: str) -> bool:
    return isinstance(construction, At) and construction.of == key
