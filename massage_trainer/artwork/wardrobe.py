"""The client's clothes: shorts, T-shirt lowered and raised, and the skin that they cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fineness import edge_limit
from massage_trainer.artwork.fitting import fitted, pattern
from massage_trainer.artwork.hem import THIN, hemmed
from massage_trainer.artwork.mesh import Floats, Ints, Mesh, clipped, joined, normals, split
from massage_trainer.artwork.refine import loosened, refined

Measure = Callable[[Floats], Floats]
# How often the triangles of face and hands are halved.
FINE_ROUNDS = 2
# On the pattern: heights in metres above the hip joints, and distances along the limbs.
WAISTBAND = 0.068
LEG_HEM = 0.215
SHIRT_HEM = 0.045
RAISED_HEM = 0.290
SLEEVE = 0.165
NECK_BACK, NECK_FRONT = 0.597, 0.556
HIDDEN = 0.018
HEM, RAISED_ROLL = 0.0022, 0.0075
# Points this close to a cut move onto it, so that hems have no sliver triangles.
SNAP = 0.005
TUCK_FROM, TUCK = SHIRT_HEM + 0.004, 0.012


@dataclass(frozen=True, slots=True)
class Limb:
    """A limb's axis at rest, from its joint towards the next."""

    joint: Floats
    along: Floats

    def reach(self, points: Floats) -> Floats:
        return np.asarray((points - self.joint) @ self.along)


def limb(joint: str, following: str, side: int) -> Limb:
    """A limb of the pattern."""
    name = "L" if side > 0 else "R"
    start, end = pattern().head(f"{joint}.{name}"), pattern().head(f"{following}.{name}")
    along = end - start
    return Limb(start, along / np.linalg.norm(along))


def _leg_reach(points: Floats) -> Floats:
    left, right = (limb("upperleg01", "lowerleg01", side) for side in (1, -1))
    return np.where(points[:, 0] > 0, left.reach(points), right.reach(points))


def in_shorts(points: Floats) -> Floats:
    """How far inside the shorts (metres, positive inside)."""
    away = _arm_reach(points) > 0.05
    inside = np.minimum(WAISTBAND - points[:, 2], LEG_HEM - _leg_reach(points))
    return np.where(away, -1.0, inside)


def _arm_reach(points: Floats) -> Floats:
    left, right = (limb("upperarm01", "lowerarm01", side) for side in (1, -1))
    reach = np.where(points[:, 0] > 0, left.reach(points), right.reach(points))
    # Only what lies sideways of the armpit is an arm; the trunk also has a reach along its axis.
    side = np.abs(points[:, 0]) - 0.172 - 0.25 * np.maximum(0.0, 0.40 - points[:, 2])
    return np.where(side > 0, reach, np.minimum(reach, 0.0))


def in_shirt(points: Floats, hem: float) -> Floats:
    """How far inside the T-shirt with its hem at a rest height."""
    slope = (NECK_BACK - NECK_FRONT) / 0.12
    neck = NECK_BACK + slope * np.minimum(0.0, points[:, 1] - 0.03)
    trunk = np.minimum(points[:, 2] - hem, neck - points[:, 2])
    reach = _arm_reach(points)
    sleeve = SLEEVE - reach
    return np.where(reach > 0, np.minimum(sleeve, neck - points[:, 2]), trunk)


def skin_parts(body: Body, in_top: Measure | None = None) -> tuple[Mesh, dict[str, Ints]]:
    """The skin cut at the clothes' borders, and its triangles per part."""
    whole = refined(fitted(body, "body"), 0.017)
    for _ in range(FINE_ROUNDS):
        whole = refined(whole, edge_limit)
    measures: list[Measure] = [
        lambda p: in_shorts(p) - HIDDEN,
        lambda p: in_shirt(p, SHIRT_HEM) - HIDDEN,
        lambda p: in_shirt(p, RAISED_HEM) - HIDDEN,
        lambda p: np.full(len(p), -1.0) if in_top is None else in_top(p) - HIDDEN,
    ]
    for measure in measures:
        whole, _ = split(whole, measure(whole.cut_at))
    middle = whole.cut_at[whole.faces].mean(axis=1)
    shorts, down, up, top = (measure(middle) > 0 for measure in measures)
    parts = {
        "body-bare": ~shorts & ~down & ~up,
        "body-under-shorts": shorts & ~down,
        "body-under-shirt": up & ~top,
        "body-under-shirt-hem": down & ~up & ~shorts & ~top,
        "body-under-both": shorts & down,
    }
    if in_top is not None:
        parts |= {"body-under-top": up & top, "body-under-top-hem": down & ~up & ~shorts & top}
    return whole, {name: whole.faces[rows] for name, rows in parts.items()}


def shorts(body: Body) -> tuple[Mesh, dict[str, Ints]]:
    """The shorts: whole, only below the lowered shirt's hem, and a strip that runs on under it."""
    cloth = clipped(refined(fitted(body, "helper-tights"), 0.017), in_shorts, SNAP)
    flare = np.clip((_leg_reach(cloth.cut_at) - 0.02) / (LEG_HEM - 0.02), 0, 1)
    cloth = loosened(cloth, body.mesh("body"), 0.004 + 0.007 * flare, 36, 0.65)
    whole = hemmed(cloth, lambda _: HEM)
    cut = whole
    for height in (TUCK_FROM, TUCK_FROM + TUCK):
        cut, _ = split(cut, cut.cut_at[:, 2] - height)
    middle = cut.cut_at[cut.faces][..., 2].mean(axis=1)
    above = middle > TUCK_FROM
    low = cut.picked(cut.faces[~above])
    tucked = _tucked(cut.picked(cut.faces[above & (middle < TUCK_FROM + TUCK)]))
    every = joined([whole, low, tucked])
    ends = np.cumsum([len(whole.faces), len(low.faces)])
    names = ("shorts", "shorts-low", "shorts-tucked")
    return every, dict(zip(names, np.split(every.faces, ends), strict=True))


def top(body: Body, inside: Measure) -> Mesh:
    """A top that lies close to the skin where `inside` (metres on the pattern) is positive."""
    fine = refined(fitted(body, "helper-tights"), 0.017)
    # a strap's borders are nearer to each other than the tights' points
    fine = refined(fine, lambda p: np.where(np.abs(inside(p)) < 0.010, 0.009, 0.017))
    cloth = clipped(fine, inside)
    cloth = loosened(cloth, body.mesh("body"), np.full(len(cloth.points), 0.004), 24, 0.65)
    return hemmed(cloth, lambda _: HEM, THIN)


def _tucked(strip: Mesh) -> Mesh:
    """The strip that runs on under the lowered shirt, pulled in so that it never shows through."""
    share = np.clip((strip.cut_at[:, 2] - TUCK_FROM) / TUCK, 0, 1) ** 0.7
    return strip.with_points(
        strip.points - normals(strip.points, strip.faces) * (0.012 * share)[:, None]
    )


def shirt(body: Body, hem: float, *, raised: bool) -> Mesh:
    tights = refined(fitted(body, "helper-tights"), 0.017)
    cloth = clipped(tights, lambda p: in_shirt(p, hem), SNAP)
    above = cloth.cut_at[:, 2] - hem
    gap = 0.006 + 0.008 * np.clip(_arm_reach(cloth.cut_at) / SLEEVE, 0, 1)
    if raised:
        near = np.exp(-((above / 0.040) ** 2))
        gap = gap + near * (0.0075 + 0.0028 * np.cos((above - 0.010) / 0.0125 * np.pi))
    else:
        gap = gap + 0.003 * np.clip(1 - above / 0.14, 0, 1)
    cloth = loosened(cloth, body.mesh("body"), gap, 30, 0.65)

    lowest = float(cloth.points[:, 2].min())

    def size(loop: Floats) -> float:
        waist = float(loop[:, 2].mean()) < lowest + 0.04
        return RAISED_ROLL if raised and waist else HEM

    return hemmed(cloth, size)
