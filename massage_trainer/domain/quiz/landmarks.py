"""The landmarks that may be asked, and how a place that was shown for one is judged."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Acupoint, Landmark, Shown, Site, Sure
from massage_trainer.domain.chart import BodyChart, ChartSite, Standing, Way
from massage_trainer.domain.construction import At, needs
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Judge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from massage_trainer.domain.body_places import BodyPlaces
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.rotation import Vector

# Up to here the straight way is told as the way along the skin.
_FLAT_CUN: Final = 2.5
_FLAT_SHARE: Final = 0.7


class _StraightChart(BodyChart):
    """A chart without skin: the way is straight, turned into the directions of the skin.

    Within 1 cun, where a hit and a near miss are decided, the straight way is shorter than the way
    along the skin by less than 2 in 100, even at an ankle; up to 2.5 cun by at most a tenth, on the
    back by 2 in 100. So far it is told as exact, in the direction of its shadow on the skin at the
    landmark. Farther away, and through a limb, it is the straight way and says so.
    """

    def standing(self, place: Vector) -> Standing:
        return Standing(place)

    def way(self, key: str, standing: Standing) -> Way:
        way = self.sites[key].straight(standing.place)
        shadow = math.hypot(way.across, way.along)
        if way.cun > _FLAT_CUN or shadow < _FLAT_SHARE * way.cun:
            return way._replace(exact=way.cun == 0)
        scale = way.cun / shadow if shadow else 1.0
        return Way(way.across * scale, way.along * scale, way.cun, exact=True)


def landmark_judge(landmarks: Iterable[Landmark], places: BodyPlaces) -> Judge:
    """Judges places of a client's body for landmarks, whose ids stand for the codes of points."""
    known = [landmark for landmark in landmarks if landmark.id in places.landmarks]
    sites = []
    for landmark in known:
        sides = places.landmarks[landmark.id]
        place = sides.get(Side.LEFT) or sides.get(Side.MIDLINE)
        if place is not None:
            sites.append(
                ChartSite(
                    landmark.id,
                    place.rest,
                    place.across,
                    place.along,
                    place.cun_m,
                    (),
                    (),
                    (),
                    landmark.midline,
                )
            )
    return Judge(_StraightChart((), (), sites), [_as_point(landmark) for landmark in known])


def _as_point(landmark: Landmark) -> Acupoint:
    return Acupoint(
        code=landmark.id,
        name_vi=landmark.name.vi,
        pinyin=landmark.name.en,
        hanzi="",
        gloss=landmark.name,
        find=landmark.find,
        region_id="",
        midline=landmark.midline,
        shown=Shown.SKIN,
        practice=True,
        sites=(Site(landmark.id, At(landmark.id)),),
        axes=landmark.axes,
        source=LocalizedText("—", "—"),
        sure=Sure.HIGH,
    )


def landmark_topics(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The landmarks that may be asked: each that points lead to, and these points.

    What only a point of the text leads to, such as the tip of the tailbone, is asked of nobody.
    """
    found: dict[str, list[str]] = {}
    for point in catalog.points.values():
        if not point.practice or point.shown is Shown.TEXT:
            continue
        waiting = [name for site in point.sites for name in needs(site.construction)]
        waiting += [name for name in point.level_with if name in catalog.landmarks]
        seen: set[str] = set()
        while waiting:
            name = waiting.pop(0)
            if name in seen:
                continue
            seen.add(name)
            if landmark := catalog.landmarks.get(name):
                found.setdefault(name, []).append(point.code)
                waiting += [*needs(landmark.construction), *landmark.level_with]
            elif other := catalog.points.get(name):
                waiting += [part for site in other.sites for part in needs(site.construction)]
    return {name: tuple(found[name]) for name in catalog.landmarks if name in found}
