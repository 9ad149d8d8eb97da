"""Lines on the body that guide the eye: channels through their points, the spine, the crests."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_sight import SLANTED, pieces
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.domain.still_places import Fraction, Run, Sight

if TYPE_CHECKING:
    from massage_trainer.domain.body_places import BodyPlace
    from massage_trainer.domain.live_places import StagePlaces
    from massage_trainer.domain.live_sight import Seen
    from massage_trainer.domain.live_skin import Pulls, StageBody
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage_layers import Layers

CREST: Final = "iliac-crest-line"
_CREST_TOP: Final = "iliac-crest-top"
_SPINE: Final = (
    "C7",
    *(f"T{level}" for level in range(1, 13)),
    *(f"L{level}" for level in range(1, 6)),
    *(f"S{level}" for level in range(1, 4)),
    "sacral-hiatus",
)
_CODE: Final = re.compile(r"([A-Z]{1,2})(\d+)")
# The bladder channel runs down the back twice, and twice over the sacrum: what follows these
# points begins anew.
_ENDS: Final = {"BL": frozenset({30, 40, 54})}
# BL40 lies in the hollow of the knee, between BL39 and BL55, whatever the numbers in between.
_LEG: Final = {"BL": (40, 55)}
_STEP_M: Final = 0.018
_FARTHEST_M: Final = 0.24  # two points further apart are no part of one line on the skin


class GuideLine(NamedTuple):
    """A line on the rest body; ``stops`` are the numbers of the samples that are places."""

    layer: StageLayer
    name: str
    side: Side
    samples: tuple[Pulls, ...]
    stops: tuple[int, ...]


class Guide(NamedTuple):
    """What is seen of a line in one picture; its name belongs where ``named`` is, if anywhere."""

    layer: StageLayer
    name: str
    side: Side
    runs: tuple[Run, ...]
    stops: tuple[Fraction, ...]
    named: Fraction | None


@dataclass(frozen=True, slots=True)
class LiveExtras:
    """What a live picture shows beside the places of stills.

    ``landmarks``: all of them, named; ``force`` is how deep the hands press now, 0 to 1, None where
    they do not press and stay.
    """

    guides: tuple[Guide, ...] = ()
    landmarks: bool = False
    force: float | None = None


@dataclass(frozen=True, slots=True)
class Guides:
    """All lines of one body."""

    lines: tuple[GuideLine, ...]

    @classmethod
    def of(cls, body: StageBody) -> Guides:
        return cls(tuple(_lines(body)))

    def seen(self, places: StagePlaces, layers: Layers) -> tuple[Guide, ...]:
        """Those of these layers, without what is hidden of them."""
        found = (_seen(line, places) for line in self.lines if line.layer in layers)
        return tuple(guide for guide in found if guide.runs)


def channel_runs(codes: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The points of each channel in their order, in pieces that hang together."""
    numbers: dict[str, list[int]] = {}
    for code in codes:
        if found := _CODE.fullmatch(code):
            numbers.setdefault(found[1], []).append(int(found[2]))
    for channel, known in sorted(numbers.items()):
        ends = _ENDS.get(channel, frozenset())
        piece: list[int] = []
        for number in sorted(known):
            piece.append(number)
            if number in ends:
                yield channel, _codes(channel, piece)
                piece = []
        if (first := _LEG.get(channel)) and first[0] in known and piece and piece[0] == first[1]:
            piece.insert(0, first[0])
        yield channel, _codes(channel, piece)


def _codes(channel: str, numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(f"{channel}{number}" for number in numbers)


def _lines(body: StageBody) -> Iterator[GuideLine]:
    places = body.places
    for channel, codes in channel_runs(places.points):
        for side in (Side.LEFT, Side.RIGHT, Side.MIDLINE):
            own = [sides[side] for code in codes if side in (sides := places.points[code])]
            for stops in _together(own):
                yield _line(body, StageLayer.CHANNELS, channel, side, stops)
    spine = _there(places.landmarks, _SPINE, Side.MIDLINE)
    if len(spine) > 1:
        yield _line(body, StageLayer.SPINE, "", Side.MIDLINE, spine)
    crest = [
        *_there(places.landmarks, (_CREST_TOP,), Side.LEFT),
        *_there(places.landmarks, (CREST,), Side.MIDLINE),
        *_there(places.landmarks, (_CREST_TOP,), Side.RIGHT),
    ]
    if len(crest) > 1:
        yield _line(body, StageLayer.CREST, CREST, Side.MIDLINE, crest)


def _there(
    landmarks: Mapping[str, Mapping[Side, BodyPlace]], names: Iterable[str], side: Side
) -> list[BodyPlace]:
    return [sides[side] for name in names if side in (sides := landmarks.get(name, {}))]


def _together(places: Sequence[BodyPlace]) -> Iterator[list[BodyPlace]]:
    """In pieces whose neighbours are near each other; a single place is no line."""
    piece: list[BodyPlace] = []
    for place in places:
        if piece and math.dist(piece[-1].rest, place.rest) > _FARTHEST_M:
            if len(piece) > 1:
                yield piece
            piece = []
        piece.append(place)
    if len(piece) > 1:
        yield piece


def _line(
    body: StageBody, layer: StageLayer, name: str, side: Side, places: Sequence[BodyPlace]
) -> GuideLine:
    samples: list[Pulls] = []
    stops = [0]
    for one, other in pairwise(places):
        samples.append(body.pulls(one.spot))
        count = math.ceil(math.dist(one.rest, other.rest) / _STEP_M)
        for step in range(1, count):
            found = body.on_skin(_between(one.rest, other.rest, step / count))
            if found is not None:
                samples.append(found)
        stops.append(len(samples))
    samples.append(body.pulls(places[-1].spot))
    return GuideLine(layer, name, side, tuple(samples), tuple(stops))


def _between(one: Vector, other: Vector, share: float) -> Vector:
    x, y, z = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return (x, y, z)


def _seen(line: GuideLine, places: StagePlaces) -> Guide:
    see, skin = places.line.see, places.posed.line(line.samples)
    sights = [see(place, under_hands=False, turned=SLANTED) for place in skin]
    runs = tuple(pieces(sights))
    stops = tuple(sights[stop].at for stop in line.stops if sights[stop].sight is Sight.VISIBLE)
    return Guide(line.layer, line.name, line.side, runs, stops, _named(line, sights))


def _named(line: GuideLine, sights: Sequence[Seen]) -> Fraction | None:
    """The visible sample that is nearest to the middle of the line."""
    middle = len(sights) // 2
    for at in sorted(range(len(sights)), key=lambda each: abs(each - middle)):
        seen = sights[at]
        if seen.sight is Sight.VISIBLE:
            return seen.at
    return None
