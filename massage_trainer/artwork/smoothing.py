"""Where the practitioner's body would jerk, frames are solved again near the way they lie on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

import numpy as np

from massage_trainer.artwork import blends, reach
from massage_trainer.artwork.acting import Act, Acted
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.pose import Pose, frames
from massage_trainer.domain.errors import ContentError

# The joints that are seen to jerk, and the hands that may lead them: a blow's forearm goes with it.
LED: Final[Mapping[str, str]] = {
    "head": "LR", "neck01": "LR", "spine03": "LR",
    "upperleg01.L": "LR", "lowerleg01.L": "LR", "lowerleg01.R": "LR",
    "upperarm01.L": "L", "lowerarm01.L": "L", "upperarm01.R": "R", "lowerarm01.R": "R",
}  # fmt: skip
HANDS: Final = ("wrist.L", "wrist.R")
# By how much a joint may change its speed at a frame beyond what its hand does: metres a round.
LIMIT, ENOUGH = 1.2, 0.45
# How often a frame is solved again in a scene, and by how much that must help.
MOST, BETTER = 12, 0.97
# How firmly a frame is drawn to the way of its neighbours: in units of discomfort a degree.
FIRMNESS: Final = (0.3, 0.12)
# Degrees that a finger may leave the way between two neighbours in which the hand keeps its shape.
FINGER: Final = 14.0


@dataclass(frozen=True, slots=True)
class Bend:
    """A frame between two others, and how long the ways to it and from it are, in rounds."""

    before: str
    frame: str
    after: str
    come: float
    go: float

    @property
    def share(self) -> float:
        return self.come / (self.come + self.go)

    @property
    def names(self) -> tuple[str, str, str]:
        return self.before, self.frame, self.after


def solve_all(act: Act) -> list[ContentError]:
    """Solve every frame and what lies between, without a jerk; returns all that is wrong."""
    found = blends.solve_all(act)
    if found or act.source.stance is None:
        return found
    Smoother(act).smooth()
    return list(faults(act))


def faults(act: Act) -> Iterator[ContentError]:
    smoother = Smoother(act)
    for bend in smoother.bends:
        joint, jerk = smoother.jerk(bend)
        if jerk > LIMIT:
            moment = act.acted[bend.frame].moment
            who = act.kit.which.value
            yield ContentError(
                moment.source.where,
                f"frame {bend.frame} ({who}): {joint} changes its speed by {jerk:.2f} m a round"
                f" more than its hand, at most {LIMIT:.2f}",
            )


def bends(act: Act) -> list[Bend]:
    """Every frame that is gone through; where a movement turns back it may stop."""
    names = list(act.plan.path(act.source.order, loop=act.source.loop))
    if len(names) < 2:
        return []
    if act.source.loop:
        names.append(names[0])
    keys = [i for i, name in enumerate(names) if act.acted[name].moment.is_key]
    legs = max(1, len(keys) - 1)
    places = np.zeros(len(names))
    leg = -1
    for i, name in enumerate(names):
        moment = act.acted[name].moment
        if moment.is_key:
            leg += 1
            places[i] = leg
        else:
            ahead = names[keys[leg]] == moment.start.name
            places[i] = leg + (moment.share if ahead else 1 - moment.share)
    places /= legs
    steps = np.diff(places)
    found = {}
    for i in range(1, len(names) - 1):
        found[names[i - 1], names[i], names[i + 1]] = (steps[i - 1], steps[i])
    if act.source.loop:
        found[names[-2], names[0], names[1]] = (steps[-1], steps[0])
    return [Bend(*three, float(c), float(g)) for three, (c, g) in found.items() if _goes_on(three)]


def _goes_on(three: tuple[str, str, str]) -> bool:
    return three[0] != three[2]


class Smoother:
    """Solves frames again, the worst first, until none is bad or none gets better."""

    def __init__(self, act: Act) -> None:
        self._act = act
        self._kept: dict[int, tuple[Pose, dict[str, Floats]]] = {}
        posed = all(one.practitioner is not None for one in act.acted.values())
        self.bends = bends(act) if posed else []

    def smooth(self) -> None:
        stuck: set[tuple[str, str, str]] = set()
        for _ in range(MOST):
            left = [bend for bend in self.bends if bend.names not in stuck]
            worst = max(left, key=lambda bend: self.jerk(bend)[1], default=None)
            if worst is None or self.jerk(worst)[1] <= ENOUGH:
                break
            if any(self._again(name) for name in (worst.frame, worst.before, worst.after)):
                stuck.clear()
            else:
                stuck.add(worst.names)
        self._calm_fingers()

    def jerk(self, bend: Bend) -> tuple[str, float]:
        """The joint that changes its speed most beyond what its hand does, and by how much."""
        a, b, c = (self._joints(name) for name in bend.names)
        change = {
            joint: float(
                np.linalg.norm((b[joint] - at) / bend.come - (c[joint] - b[joint]) / bend.go)
            )
            for joint, at in a.items()
        }
        beyond = {
            joint: change[joint] - max(change[f"wrist.{side}"] for side in sides)
            for joint, sides in LED.items()
        }
        worst = max(beyond, key=beyond.__getitem__)
        return worst, max(0.0, beyond[worst])

    def _joints(self, name: str) -> dict[str, Floats]:
        pose = self._pose(name)
        if id(pose) not in self._kept:
            body = self._act.practitioner.body
            _, places = frames(body, pose)
            found = {joint: places[body.bone(joint)] for joint in (*LED, *HANDS)}
            self._kept[id(pose)] = (pose, found)
        return self._kept[id(pose)][1]

    def _pose(self, name: str) -> Pose:
        pose = self._act.acted[name].practitioner
        if pose is None:
            raise ValueError(f"nobody acts in frame {name}")
        return pose

    def _roughness(self, name: str) -> float:
        return sum(self.jerk(bend)[1] ** 2 for bend in self.bends if name in bend.names)

    def _between(self, bend: Bend) -> Pose:
        return reach.blend(self._pose(bend.before), self._pose(bend.after), bend.share)

    def _again(self, name: str) -> bool:
        """Solve a frame near where its neighbours would have it; whether that was better."""
        before, enough = self._act.acted[name], BETTER * self._roughness(name)
        own = [bend for bend in self.bends if bend.frame == name]
        for bend, firm in product(own, FIRMNESS):
            acted = self._act.followed(before.moment, self._between(bend), firm)
            self._act.acted[name] = acted
            if not acted.faults("") and self._roughness(name) < enough and self._fits(name):
                return True
            self._act.acted[name] = before
        return False

    def _fits(self, name: str) -> bool:
        """Whether what is blended with the neighbours is right too."""
        for pair in self._act.plan.neighbours():
            if name in pair:
                blend = blends.half_way(self._act, *pair)
                if blend is not None and blend.measured.faults():
                    return False
        return True

    def _calm_fingers(self) -> None:
        """Where a hand keeps its hold, no finger flicks in a single step of the way."""
        for bend in self.bends:
            acted = self._act.acted[bend.frame]
            if acted.moment.is_key or not self._holds(bend):
                continue
            pose, way = self._pose(bend.frame), self._between(bend)
            fingers = {n: r for n, r in way.bones.items() if n.startswith("finger")}
            off = max(
                float(np.degrees((pose.bones[n].inv() * r).magnitude()))
                for n, r in fingers.items()
                if n in pose.bones
            )
            if off > FINGER:
                calm = replace(pose, bones={**pose.bones, **fingers})
                self._take(acted, calm)

    def _take(self, acted: Acted, pose: Pose) -> None:
        name = acted.moment.name
        self._act.acted[name] = self._act.measured(acted.moment, pose)
        if self._act.acted[name].faults("") or not self._fits(name):
            self._act.acted[name] = acted

    def _holds(self, bend: Bend) -> bool:
        hands = [self._act.acted[name].moment.nearer.hands for name in bend.names]
        shapes = [{side: (w.shape, w.grip) for side, w in one.items()} for one in hands]
        return shapes[0] == shapes[1] == shapes[2] and any(
            shape.startswith("grip") for shape, _ in shapes[0].values()
        )
