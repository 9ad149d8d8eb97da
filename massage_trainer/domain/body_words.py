"""Where a place of the body is, in words: which level, how many cun from where, which side.

Landmarks are named and points never: by these words a place is shown and answered by ear.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.construction import Go, Level
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.body_places import BodyPlace, BodyPlaces
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.chart import BodyChart
    from massage_trainer.domain.rotation import Vector

_VERTEBRA: Final = re.compile(r"[CTLS]\d+")
_BELOW_SPINE: Final = ("sacral-hiatus", "coccyx-tip")
# Levels and lines, of which nothing lies to one side.
_NO_PLACES: Final = ("thigh-fingertip", "back-midline", "iliac-crest-line")
# Nearer to a level than this it is told as that level.
_LEVEL_CUN: Final = 0.15
_MIDLINE_CUN: Final = 0.15
_MOST_LATERAL_CUN: Final = 4.5
_BEYOND_SPINE_CUN: Final = 0.6
# A site of the back that lies further away does not tell how far the place is from the midline.
_REACH_CUN: Final = 3.5

_LEVEL: Final = LocalizedText("ngang {place}", "level with {place}")
_ABOVE: Final = LocalizedText("trên {place} {cun}", "{cun} above {place}")
_BELOW: Final = LocalizedText("dưới {place} {cun}", "{cun} below {place}")
_LATERAL: Final = LocalizedText("cách đường giữa {cun}", "{cun} lateral")
_MIDLINE: Final = LocalizedText("trên đường giữa", "on the midline")
_AT: Final = LocalizedText("tại {place}", "at {place}")
_FROM: Final = LocalizedText("{way} so với {place}", "{way} of {place}")
_SIDES: Final = {
    Side.LEFT: LocalizedText("bên trái", "left"),
    Side.RIGHT: LocalizedText("bên phải", "right"),
}
_CUN: Final = LocalizedText("{number} thốn", "{number} cun")
_GO: Final = {
    Go.CRANIAL: LocalizedText("{cun} về phía đầu", "{cun} cranial"),
    Go.CAUDAL: LocalizedText("{cun} về phía chân", "{cun} caudal"),
    Go.PROXIMAL: LocalizedText("{cun} về phía gốc chi", "{cun} proximal"),
    Go.DISTAL: LocalizedText("{cun} về phía ngọn chi", "{cun} distal"),
    Go.MEDIAL: LocalizedText("{cun} vào trong", "{cun} medial"),
    Go.LATERAL: LocalizedText("{cun} ra ngoài", "{cun} lateral"),
    Go.ANTERIOR: LocalizedText("{cun} ra trước", "{cun} anterior"),
    Go.POSTERIOR: LocalizedText("{cun} ra sau", "{cun} posterior"),
    Go.LEFT: LocalizedText("{cun} sang trái", "{cun} to the left"),
    Go.RIGHT: LocalizedText("{cun} sang phải", "{cun} to the right"),
}


class _Level(NamedTuple):
    """A vertebra or a landmark below them, and how high it is on the rest body."""

    id: str
    height: float
    cun_m: float


class _Anchor(NamedTuple):
    """A site of the back that is measured from the midline."""

    key: str
    lateral_cun: float


class BodyWords:
    """Speaks of places of one client's rest body (its left is +x, up is +z)."""

    def __init__(self, catalog: Catalog, chart: BodyChart, places: BodyPlaces) -> None:
        self._catalog = catalog
        self._chart = chart
        self._places = places
        self._levels = tuple(self._find_levels())
        self._anchors = tuple(self._find_anchors())

    def tell(self, place: Vector, hidden: Collection[str] = ()) -> LocalizedText:
        """Where it is; ``hidden`` landmarks are not named, for they are what is asked."""
        mirrored = (abs(place[0]), place[1], place[2])
        side = Side.LEFT if place[0] >= 0 else Side.RIGHT
        lateral = self._lateral(mirrored)
        if lateral is not None and (level := self._level(place[2], hidden)):
            return _joined(level, *self._beside(lateral, side))
        return self._near_landmark(mirrored, side, hidden)

    def _beside(self, lateral: float, side: Side) -> tuple[LocalizedText, ...]:
        if lateral < _MIDLINE_CUN:
            return (_MIDLINE,)
        return _filled(_LATERAL, cun=cun_words(lateral)), _SIDES[side]

    def _lateral(self, place: Vector) -> float | None:
        """How many cun from the midline along the skin; None where that is not how to tell it."""
        heights = [level.height for level in self._levels]
        if not heights:
            return None
        slack = _BEYOND_SPINE_CUN * self._levels[0].cun_m
        if not min(heights) - slack <= place[2] <= max(heights) + slack:
            return None
        standing = self._chart.standing(place)
        near = sorted(
            self._anchors,
            key=lambda anchor: math.dist(self._chart.sites[anchor.key].place, place),
        )
        for anchor in near[:2]:
            way = self._chart.way(anchor.key, standing)
            if way.exact and way.cun <= _REACH_CUN:
                lateral = max(0.0, anchor.lateral_cun + way.across)
                return lateral if lateral <= _MOST_LATERAL_CUN else None
        return None

    def _level(self, height: float, hidden: Collection[str]) -> LocalizedText | None:
        known = [level for level in self._levels if level.id not in hidden]
        if not known:
            return None
        near = min(known, key=lambda level: abs(level.height - height))
        cun = (height - near.height) / near.cun_m
        name = self._name(near.id)
        if abs(cun) < _LEVEL_CUN:
            return _filled(_LEVEL, place=name)
        return _filled(_ABOVE if cun > 0 else _BELOW, place=name, cun=cun_words(abs(cun)))

    def _near_landmark(self, place: Vector, side: Side, hidden: Collection[str]) -> LocalizedText:
        """The nearest landmark of this side, and the way from it in its own directions."""
        known = [
            (landmark_id, found)
            for landmark_id, sides in self._places.landmarks.items()
            if landmark_id in self._catalog.landmarks
            and landmark_id not in hidden
            and landmark_id not in _NO_PLACES
            for found in [sides.get(Side.LEFT) or sides.get(Side.MIDLINE)]
            if found is not None
        ]
        if not known:
            return _SIDES[side]
        landmark_id, found = min(known, key=lambda each: math.dist(each[1].rest, place))
        name = self._name(landmark_id)
        parts = [
            _filled(_GO[go], cun=cun_words(cun))
            for go, cun in self._ways(landmark_id, found, place, side)
        ]
        if not parts:
            return _joined(_filled(_AT, place=name), _SIDES[side])
        return _joined(_filled(_FROM, way=_joined(*parts), place=name), _SIDES[side])

    def _ways(
        self, landmark_id: str, found: BodyPlace, place: Vector, side: Side
    ) -> Iterator[tuple[Go, float]]:
        for go, unit in zip(
            self._catalog.landmarks[landmark_id].axes, (found.across, found.along), strict=True
        ):
            cun = sum((p - q) * u for p, q, u in zip(place, found.rest, unit, strict=True))
            cun /= found.cun_m
            toward = go if cun > 0 else go.opposite
            if side is Side.RIGHT and toward in (Go.LEFT, Go.RIGHT):
                toward = toward.opposite
            if abs(cun) >= _LEVEL_CUN:
                yield toward, abs(cun)

    def _name(self, landmark_id: str) -> LocalizedText:
        name = self._catalog.landmarks[landmark_id].name
        if _VERTEBRA.fullmatch(landmark_id):
            return LocalizedText(_lowered(name.vi), landmark_id)
        return LocalizedText(_lowered(name.vi), f"the {_lowered(name.en)}")

    def _find_levels(self) -> Iterator[_Level]:
        for landmark_id, sides in self._places.landmarks.items():
            found = sides.get(Side.MIDLINE)
            is_level = _VERTEBRA.fullmatch(landmark_id) or landmark_id in _BELOW_SPINE
            if found and is_level and landmark_id in self._catalog.landmarks:
                yield _Level(landmark_id, found.rest[2], found.cun_m)

    def _find_anchors(self) -> Iterator[_Anchor]:
        for point in self._catalog.points.values():
            for site in point.sites:
                if site.key not in self._chart.sites:
                    continue
                if point.midline and Go.CAUDAL in point.axes:
                    yield _Anchor(site.key, 0.0)
                elif isinstance(site.construction, Level) and Go.LATERAL in point.axes:
                    yield _Anchor(site.key, site.construction.lateral_cun)


def cun_words(cun: float) -> LocalizedText:
    """``1.5 cun``: to a tenth, as each language writes it."""
    number = f"{round(cun, 1):g}"
    return LocalizedText(
        _CUN.vi.format(number=number.replace(".", ",")), _CUN.en.format(number=number)
    )


def _filled(text: LocalizedText, **parts: LocalizedText) -> LocalizedText:
    return LocalizedText(
        text.vi.format(**{name: part.vi for name, part in parts.items()}),
        text.en.format(**{name: part.en for name, part in parts.items()}),
    )


def _joined(*texts: LocalizedText) -> LocalizedText:
    return LocalizedText(", ".join(text.vi for text in texts), ", ".join(text.en for text in texts))


def _lowered(text: str) -> str:
    """A name within a sentence; ``PSIS`` stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
