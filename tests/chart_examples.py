"""Charts of simple surfaces, whose ways along the skin are known exactly, and points on them."""

import math
from collections.abc import Callable, Iterable, Mapping

from massage_trainer.domain.catalog import Acupoint, Shown, Site, Sure, Tolerance
from massage_trainer.domain.chart import BEND_CUN, BodyChart, ChartSite
from massage_trainer.domain.construction import At, Go
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.text import LocalizedText

CUN_M = 0.024
REACH_CUN = 4.5
_TEXT = LocalizedText(vi="Một câu.", en="A sentence.")
Flat = tuple[float, float]  # metres on the unrolled surface


def plane(flat: Flat) -> Vector:
    """The back as a board: the client's left is +x, cranial is +z."""
    return (flat[0], 0.0, flat[1])


def cylinder(radius: float) -> Callable[[Flat], Vector]:
    """A trunk: round about its axis, the middle of the back at x = 0, y = radius."""

    def rolled(flat: Flat) -> Vector:
        angle = flat[0] / radius
        return (radius * math.sin(angle), radius * math.cos(angle), flat[1])

    return rolled


def point(
    code: str,
    keys: Iterable[str] = (),
    *,
    midline: bool = False,
    axes: tuple[Go, Go] = (Go.LATERAL, Go.CAUDAL),
    shown: Shown = Shown.SKIN,
    tolerance: Tolerance | None = None,
) -> Acupoint:
    return Acupoint(
        code=code,
        name_vi=code,
        pinyin=code,
        hanzi="",
        gloss=_TEXT,
        find=_TEXT,
        region_id="lumbar",
        midline=midline,
        shown=shown,
        practice=True,
        sites=tuple(Site(key, At("T12")) for key in keys or (code,)),
        axes=axes,
        source=_TEXT,
        sure=Sure.HIGH,
        tolerance=tolerance,
    )


def chart(
    places: Mapping[str, Flat],
    surface: Callable[[Flat], Vector] = plane,
    *,
    spacing: float = 0.008,
    extent: tuple[float, float] = (0.26, 0.2),
    midline: Iterable[str] = (),
) -> BodyChart:
    """A chart with these places (metres on the unrolled surface); caudal is along."""
    columns, rows = round(extent[0] / spacing), round(extent[1] / spacing)
    flats = [
        ((column - columns / 2) * spacing, (row - rows / 2) * spacing)
        for row in range(rows + 1)
        for column in range(columns + 1)
    ]
    return _charted(places, surface, flats, columns + 1, set(midline))


def limb(places: Mapping[str, Flat], radius: float, columns: int = 40) -> BodyChart:
    """A closed tube; on the side that faces away the ways around its two sides meet."""
    around = 2 * math.pi * radius
    spacing = around / columns
    flats = [
        ((column - columns / 2) * spacing, (row - 10) * 0.01)
        for row in range(21)
        for column in range(columns)
    ]
    return _charted(places, cylinder(radius), flats, columns, set(), around)


def _charted(
    places: Mapping[str, Flat],
    surface: Callable[[Flat], Vector],
    flats: list[Flat],
    columns: int,
    midline: set[str],
    around: float = 0.0,
) -> BodyChart:
    nodes = [surface(flat) for flat in flats]
    triangles = []
    for a in range(len(flats) - columns):
        b = a + 1
        if b % columns == 0:
            if not around:
                continue
            b -= columns
        triangles += [(a, b, b + columns), (a, b + columns, a + columns)]
    sites = [
        _site(key, own, surface, flats, nodes, around, midline=key in midline)
        for key, own in places.items()
    ]
    return BodyChart(nodes, triangles, sites)


def _site(
    key: str,
    own: Flat,
    surface: Callable[[Flat], Vector],
    flats: list[Flat],
    nodes: list[Vector],
    around: float,
    *,
    midline: bool,
) -> ChartSite:
    before, after = surface((own[0] - 1e-5, own[1])), surface((own[0] + 1e-5, own[1]))
    across = tuple((q - p) / math.dist(before, after) for p, q in zip(before, after, strict=True))
    place, along = surface(own), (0.0, 0.0, -1.0)
    bare = ChartSite(key, place, across, along, CUN_M, (), (), (), midline)
    reached: list[int] = []
    bends: tuple[list[int], list[int]] = ([], [])
    for number, (flat, node) in enumerate(zip(flats, nodes, strict=True)):
        sideways = flat[0] - own[0]
        if around:
            sideways -= around * round(sideways / around)
        way = (sideways / CUN_M, (own[1] - flat[1]) / CUN_M)
        if math.hypot(*way) > REACH_CUN:
            continue
        reached.append(number)
        straight = bare.straight(node)
        bends[0].append(round((way[0] - straight.across) / BEND_CUN))
        bends[1].append(round((way[1] - straight.along) / BEND_CUN))
    return ChartSite(key, place, across, along, CUN_M, reached, *bends, midline)
