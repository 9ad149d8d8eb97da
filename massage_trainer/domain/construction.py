"""How a place on the body is found: from landmarks, in cun, along the skin.

Directions and spans are those of the rest body: upright, arms hanging, in the client's own sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Go(Enum):
    """A direction on the body, in the words of anatomy."""

    CRANIAL = "cranial"
    CAUDAL = "caudal"
    PROXIMAL = "proximal"
    DISTAL = "distal"
    MEDIAL = "medial"
    LATERAL = "lateral"
    ANTERIOR = "anterior"
    POSTERIOR = "posterior"
    LEFT = "left"
    RIGHT = "right"

    @property
    def opposite(self) -> Go:
        return _OPPOSITES[self]


_PAIRS = (
    (Go.CRANIAL, Go.CAUDAL),
    (Go.PROXIMAL, Go.DISTAL),
    (Go.MEDIAL, Go.LATERAL),
    (Go.ANTERIOR, Go.POSTERIOR),
    (Go.LEFT, Go.RIGHT),
)
_OPPOSITES = dict(_PAIRS) | {b: a for a, b in _PAIRS}


@dataclass(frozen=True, slots=True)
class OnMesh:
    """A place fixed on the body model: three vertices of its base mesh and their shares.

    The place of the left side, or of the midline.
    """

    corners: tuple[int, ...]
    shares: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.corners) != 3 or len(self.shares) != 3:
            raise ValueError("a place on the mesh has three corners and three shares")
        if min(self.corners) < 0 or min(self.shares) < 0 or abs(sum(self.shares) - 1) > 1e-3:
            raise ValueError("the shares of a place on the mesh are positive and sum to 1")


@dataclass(frozen=True, slots=True)
class At:
    """The same place as another landmark or point."""

    of: str


@dataclass(frozen=True, slots=True)
class Level:
    """On the back at the height of a place, so many cun from the midline along the skin."""

    level: str
    lateral_cun: float
    span: str


@dataclass(frozen=True, slots=True)
class Between:
    """On the skin between two places, at a share of the way from ``a`` to ``b``."""

    a: str
    b: str
    share: float


@dataclass(frozen=True, slots=True)
class Along:
    """On the skin from ``a`` towards ``b``, so many cun from ``a``."""

    a: str
    b: str
    cun: float
    span: str


@dataclass(frozen=True, slots=True)
class Stride:
    """A walk along the skin in one direction."""

    go: Go
    cun: float


@dataclass(frozen=True, slots=True)
class Walk:
    """From a place, one or more strides."""

    start: str
    strides: tuple[Stride, ...]
    span: str


@dataclass(frozen=True, slots=True)
class Cross:
    """Where the way along the skin from ``a`` to ``b`` comes to the height of a third place."""

    level: str
    a: str
    b: str


Construction = OnMesh | At | Level | Between | Along | Walk | Cross


def needs(construction: Construction) -> tuple[str, ...]:
    """The ids of the places that must be found first."""
    match construction:
        case OnMesh():
            return ()
        case At(of):
            return (of,)
        case Level(level, _, _):
            return (level,)
        case Between(a, b, _) | Along(a, b, _, _):
            return (a, b)
        case Walk(start, _, _):
            return (start,)
        case Cross(level, a, b):
            return (level, a, b)


def span_of(construction: Construction) -> str:
    """The span that its cun are measured by; empty where it needs none."""
    match construction:
        case Level(_, _, span) | Along(_, _, _, span) | Walk(_, _, span):
            return span
        case _:
            return ""
