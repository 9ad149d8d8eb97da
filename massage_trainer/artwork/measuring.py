"""The way a hand measures to a place: from a landmark, along the skin, cun by cun."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from massage_trainer.artwork.finder import Finder
from massage_trainer.artwork.skin import Track
from massage_trainer.artwork.triangles import Place
from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Cross,
    Level,
    OnMesh,
    Walk,
)

# How finely the legs follow the skin, in metres.
_STEP = 0.01
# No tick so near to the place itself, in cun: the line must not hide it.
_CLEAR = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """Legs and ticks on the measuring skin, and the ids that the line starts from or leads over."""

    legs: tuple[tuple[Place, ...], ...] = ()
    ticks: tuple[Place, ...] = ()
    via: tuple[str, ...] = ()

    def then(self, other: Line) -> Line:
        via = (*self.via, *(name for name in other.via if name not in self.via))
        return Line(self.legs + other.legs, self.ticks + other.ticks, via)


def line(finder: Finder, key: str) -> Line:
    """The measuring line of a landmark or a point's site."""
    match finder.entries[key].construction:
        case OnMesh():
            return Line(via=(key,))
        case At(of):
            return _to(finder, of)
        case Level(level, lateral_cun, span) as construction:
            track = finder.level(construction)
            if track is None:
                return Line(via=(level,))
            ticks = _cun_ticks(track, abs(lateral_cun), finder.span(span).metres)
            return Line((_leg(track),), ticks, (level,))
        case Between(a, b, share):
            track = finder.path(a, b)
            parts = Fraction(share).limit_denominator(8)
            steps = (k / parts.denominator for k in range(1, parts.denominator))
            ticks = tuple(track.at(track.length * step) for step in steps)
            own = _to(finder, a).then(_to(finder, b))
            return own.then(Line((_leg(track),), ticks))
        case Along(a, b, cun, span):
            track = finder.path(a, b)
            ticks = _cun_ticks(track, cun, finder.span(span).metres)
            return _to(finder, a).then(_to(finder, b)).then(Line((_leg(track),), ticks))
        case Cross(level, a, b):
            own = _to(finder, a).then(_to(finder, b))
            return own.then(Line((_leg(finder.path(a, b)),), via=(level,)))
        case Walk(start, strides, span) as construction:
            out = _to(finder, start)
            metres = finder.span(span).metres
            for stride, track in zip(strides, finder.walk(construction), strict=True):
                out = out.then(Line((_leg(track),), _cun_ticks(track, stride.cun, metres)))
            return out


def _to(finder: Finder, key: str) -> Line:
    """How the hand came there: a landmark is felt, a point is measured itself."""
    return Line(via=(key,)) if finder.entries[key].is_landmark else line(finder, key)


def _leg(track: Track) -> tuple[Place, ...]:
    return tuple(track.spaced(_STEP))


def _cun_ticks(track: Track, cun: float, metres: float) -> tuple[Place, ...]:
    whole = np.arange(1, int(np.floor(cun - _CLEAR)) + 1)
    return tuple(track.at(k * metres) for k in whole)
