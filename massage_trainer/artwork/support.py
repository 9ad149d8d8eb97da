"""What the body lies on, as heights above the floor, and the parts of the skin that rest on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fitting import pattern
from massage_trainer.artwork.mesh import Floats, Ints

TABLE_TOP = 0.72
TABLE_HALF = (0.95, 0.37)
TABLE_MIDDLE_X = -0.10


@dataclass(frozen=True, slots=True)
class HalfRoll:
    """A half cylinder lying across the table, flat side down."""

    x: float
    radius: float
    flat: float = 0.0

    def height(self, points: Floats) -> Floats:
        off = (points[:, 0] - self.x) / self.radius
        rise = self.radius * np.sqrt(np.maximum(0.0, 1 - off**2))
        return np.where(np.abs(off) < 1, TABLE_TOP - self.flat + rise, 0.0)


@dataclass(frozen=True, slots=True)
class Plateau:
    """A cushion of one height over a rectangle; the body dents it, so its edge needs no shape."""

    low: tuple[float, float]
    high: tuple[float, float]
    top: float

    def height(self, points: Floats) -> Floats:
        inside = (points[:, :2] > self.low).all(axis=1) & (points[:, :2] < self.high).all(axis=1)
        return np.where(inside, TABLE_TOP + self.top, 0.0)


@dataclass(frozen=True, slots=True)
class Support:
    """The table and the props that carry the body."""

    props: tuple[HalfRoll | Plateau, ...] = field(default=())

    def height(self, points: Floats) -> Floats:
        x, y = points[:, 0] - TABLE_MIDDLE_X, points[:, 1]
        on = (np.abs(x) < TABLE_HALF[0]) & (np.abs(y) < TABLE_HALF[1])
        out = np.where(on, TABLE_TOP, -1.0)
        for prop in self.props:
            out = np.maximum(out, prop.height(points))
        return out

    def clearance(self, points: Floats) -> Floats:
        """Height of the points above what is beneath them; negative is sunk in."""
        return points[:, 2] - self.height(points)


def zones(body: Body) -> dict[str, Ints]:
    """Named patches of the skin (point numbers of the base mesh) that may carry weight."""
    ids = np.unique(body.groups["body"])
    points, weights = pattern().points[ids], body.weights[ids]
    strongest = np.array(body.bones, dtype=object)[weights.argmax(axis=1)]
    x, y, z = points.T

    def of(*stems: str) -> np.ndarray:
        return np.array([str(name).startswith(stems) for name in strongest])

    trunk = of("spine", "root", "pelvis", "shoulder", "clavicle", "hip-half", "breast")
    front, back = y < -0.02, y > 0.0
    rules: dict[str, np.ndarray] = {
        "chest": trunk & front & (z > 0.28) & (z < 0.50),
        "belly": trunk & front & (z > 0.08) & (z < 0.28),
        "groin": trunk & front & (z > -0.04) & (z < 0.08),
        "upper-back": trunk & back & (z > 0.30) & (z < 0.52),
        "sacrum": (trunk | of("upperleg01")) & back & (z > -0.07) & (z < 0.10),
        "head-back": of("head") & (y > 0.0),
        "face": of("head") & (y < -0.05),
        "head": of("head"),
        "neck": of("neck"),
        "trunk": trunk,
    }
    sides: dict[str, Callable[[str], np.ndarray]] = {
        "thigh": lambda s: of(f"upperleg01.{s}", f"upperleg02.{s}"),
        "knee": lambda s: (
            (of(f"upperleg02.{s}", f"knee-half.{s}", f"lowerleg01.{s}")) & (z < -0.36) & (z > -0.53)
        ),
        "shin": lambda s: of(f"lowerleg01.{s}", f"lowerleg02.{s}") & (z < -0.5) & (z > -0.80),
        "lower-leg": lambda s: of(f"lowerleg01.{s}", f"lowerleg02.{s}", f"knee-half.{s}"),
        "ankle": lambda s: of(f"lowerleg02.{s}", f"foot.{s}") & (z < -0.74),
        "heel": lambda s: of(f"foot.{s}") & (y > 0.0),
        "foot": lambda s: of(f"foot.{s}"),
        "sole": lambda s: of(f"foot.{s}") & (z < -0.93),
        "upper-arm": lambda s: of(f"upperarm01.{s}", f"upperarm02.{s}", f"shoulder-half.{s}"),
        "elbow": lambda s: of(f"upperarm02.{s}", f"elbow-half.{s}", f"lowerarm01.{s}"),
        "forearm": lambda s: of(f"lowerarm01.{s}", f"lowerarm02.{s}"),
        "palm": lambda s: of(f"wrist.{s}"),
        "fingers": lambda s: of(*(f"finger{k}-{j}.{s}" for k in range(2, 6) for j in range(1, 4))),
        "thumb": lambda s: of(*(f"finger1-{j}.{s}" for j in range(1, 4))),
        "hand": lambda s: of("finger", "wrist") & np.array([str(n).endswith(s) for n in strongest]),
        "shoulder": lambda s: of(
            f"shoulder01.{s}", f"shoulder-half.{s}", f"upperarm01.{s}", f"clavicle.{s}"
        ),
        "flank": lambda s: trunk & ((x > 0) if s == "L" else (x < 0)) & (z > 0.05) & (z < 0.42),
        "hip": lambda s: (
            of(f"hip-half.{s}", f"upperleg01.{s}", f"upperleg02.{s}", "pelvis", "root")
            & ((x > 0.09) if s == "L" else (x < -0.09))
            & (z > -0.16)
            & (z < 0.06)
        ),
    }
    out = {name: ids[mask] for name, mask in rules.items()}
    for name, rule in sides.items():
        for side in "LR":
            out[f"{name}.{side}"] = ids[rule(side)]
    empty = [name for name, found in out.items() if not len(found)]
    if empty:
        raise ValueError(f"no skin found for {empty}")
    return out
