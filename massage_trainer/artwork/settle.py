"""Letting a pose settle: small least squares over joints until the body rests on its support."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import least_squares
from scipy.spatial import cKDTree

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.artwork.pose import Pose, frames
from massage_trainer.artwork.support import Support

# Soft flesh gives a little: a resting part is let this far into what it lies on.
REST_DEPTH = 0.002
CENTIMETRE = 100.0
Values = dict[str, float]


class Patches:
    """Fast skinning of a few patches of skin."""

    def __init__(self, body: Body, zones: Mapping[str, Ints]) -> None:
        self._body = body
        self._ids = np.unique(np.concatenate(list(zones.values())))
        self._rows = {name: np.searchsorted(self._ids, ids) for name, ids in zones.items()}
        self._weights = body.weights[self._ids]
        self._points = body.points[self._ids]

    def place(self, pose: Pose) -> dict[str, Floats]:
        rotations, places = frames(self._body, pose)
        shift = places - np.einsum("bij,bj->bi", rotations, self._body.heads)
        table = np.hstack([rotations.reshape(-1, 9), shift])
        blend = self._weights @ table
        turned = np.einsum("vij,vj->vi", blend[:, :9].reshape(-1, 3, 3), self._points)
        world = turned + blend[:, 9:]
        return {name: world[rows] for name, rows in self._rows.items()}


@dataclass(frozen=True, slots=True)
class Knob:
    """One joint angle (degrees) or shift (centimetres) that may move."""

    name: str
    start: float
    stiffness: float = 0.02
    limit: tuple[float, float] = (-180.0, 180.0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the settled body should do besides resting: returns misses, about 1 where bad."""

    zones: tuple[str, ...]
    misses: Callable[[Pose, dict[str, Floats]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Task:
    """Knobs to turn until the zones touch their support."""

    knobs: Sequence[Knob]
    build: Callable[[Values], Pose]
    touching: Sequence[str]
    above: Sequence[str] = ()
    wishes: Sequence[Wish] = field(default=())


def settle(body: Body, zones: Mapping[str, Ints], support: Support, task: Task) -> Pose:
    """Solve the task; returns the pose in which the touching zones rest."""
    used = {*task.touching, *task.above, *(zone for wish in task.wishes for zone in wish.zones)}
    patches = Patches(body, {name: zones[name] for name in used})
    names = [knob.name for knob in task.knobs]
    start = np.array([knob.start for knob in task.knobs])
    stiff = np.array([knob.stiffness for knob in task.knobs])

    def misses(x: Floats) -> Floats:
        pose = task.build(dict(zip(names, x.tolist(), strict=True)))
        placed = patches.place(pose)
        out: list[float] = []
        for name in task.touching:
            gap = float(support.clearance(placed[name]).min()) + REST_DEPTH
            out.append(gap * CENTIMETRE * 3)
        for name in task.above:
            gap = float(support.clearance(placed[name]).min()) + REST_DEPTH
            out.append(min(0.0, gap) * CENTIMETRE * 3)
        for wish in task.wishes:
            out.extend(wish.misses(pose, placed))
        return np.concatenate([out, (x - start) * stiff])

    low = np.array([knob.limit[0] for knob in task.knobs])
    high = np.array([knob.limit[1] for knob in task.knobs])
    found = least_squares(
        misses, start, bounds=(low, high), diff_step=1e-4, x_scale=10.0, max_nfev=120
    )
    return task.build(dict(zip(names, found.x.tolist(), strict=True)))


class Obstacle:
    """A part of the posed skin that other parts must stay out of."""

    def __init__(self, points: Floats, normals: Floats) -> None:
        self._tree = cKDTree(points)
        self._points, self._normals = points, normals

    def outside(self, points: Floats) -> Floats:
        """Distance outside (positive) or inside (negative) of the obstacle's nearest skin."""
        distance, near = self._tree.query(points)
        away = points - self._points[near]
        along = (away * self._normals[near]).sum(axis=1)
        return np.where(along > 0, distance, along)
