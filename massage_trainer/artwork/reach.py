"""Putting the practitioner's hands on the client: solved, measured and blended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.chain import Chain
from massage_trainer.artwork.grasp import conform
from massage_trainer.artwork.hand_target import HandTarget
from massage_trainer.artwork.joints import Bones, Rig
from massage_trainer.artwork.limits import Excess, over_limits
from massage_trainer.artwork.mesh import Floats, Ints, Mesh
from massage_trainer.artwork.pose import Pose, frames, skin
from massage_trainer.artwork.reaching import Problem, descend
from massage_trainer.artwork.stance import Stance
from massage_trainer.artwork.surface import Surface

CONTACT_MM, PENETRATION_MM, HANDS_MM, FEET_MM, TARGET_MM = 5.0, 5.0, 5.0, 5.0, 15.0
# A cold search brings the hands here, outside of their targets, first (metres).
FIRST_ABOVE = 0.10
TRIES = 3
# Steps from a pose that is nearly right.
FOLLOWING = 12
NECK = ("neck01", "neck02", "neck03", "head")
# The eyes look down too, so the head goes only part of the way to what it looks at.
HEAD_SHARE, HEAD_DOWN, HEAD_UP, HEAD_SIDE = 0.75, 38.0, 25.0, 45.0
ARM = ("girdle", "shoulder", "elbow", "pronate", "wrist")
SAME_HAND = ("wrist", "finger")


@dataclass(frozen=True, slots=True)
class ReachStage:
    """Who reaches, and everything the hands may touch; `sole` is the shoes' thickness."""

    body: Body
    rig: Rig
    surface: Surface
    sole: float = 0.0
    # What the practitioner wears, at rest: it is measured too.
    cloth: Mesh | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """How good a pose is, in millimetres and degrees."""

    contact_mm: Mapping[str, float]
    off_target_mm: Mapping[str, float]
    penetration_mm: float
    penetrating: str
    hands_mm: float
    over_limit: tuple[Excess, ...]
    feet_mm: float

    @property
    def badness(self) -> float:
        """One number to choose between poses by."""
        gaps = sum(self.contact_mm.values()) + 0.3 * sum(self.off_target_mm.values())
        return gaps + 2 * self.penetration_mm + self.hands_mm + self.feet_mm

    def faults(self) -> list[str]:
        """What is wrong: which joint or hand, what, and by how much."""
        out = []
        for side, gap in self.contact_mm.items():
            if gap > CONTACT_MM:
                out.append(
                    f"{_hand(side)} hand does not reach its target: {gap:.1f} mm off the surface,"
                    f" at most {CONTACT_MM:.0f}"
                )
        for side, off in self.off_target_mm.items():
            if off > TARGET_MM:
                out.append(
                    f"{_hand(side)} hand is {off:.0f} mm beside its target, at most {TARGET_MM:.0f}"
                )
        if self.penetration_mm > PENETRATION_MM:
            out.append(
                f"{self.penetrating} is {self.penetration_mm:.1f} mm inside,"
                f" at most {PENETRATION_MM:.0f}"
            )
        if self.hands_mm > HANDS_MM:
            out.append(f"hands cut {self.hands_mm:.1f} mm into each other, at most {HANDS_MM:.0f}")
        out += [f"{one} ({one.over:.0f}° beyond)" for one in self.over_limit]
        if self.feet_mm > FEET_MM:
            out.append(f"feet are {self.feet_mm:.1f} mm off the floor, at most {FEET_MM:.0f}")
        return out


@dataclass(frozen=True, slots=True)
class Reached:
    """The solved pose and how good it is."""

    pose: Pose
    measured: Measured


def solve(
    stage: ReachStage,
    stance: Stance,
    hands: Mapping[str, HandTarget],
    previous: Pose | None = None,
) -> Reached:
    """The practitioner's pose with both hands ("L", "R": the practitioner's) on their targets."""
    chain = Chain(stage.body, stage.rig)
    problem = Problem(chain, stage.surface, stance, hands, stage.sole)
    carried: Reached | None = None
    if previous is not None:
        x = chain.knobs_of(previous, problem.seeds()[0])
        problem.follow_previous(x)
        carried = _carried(stage, stance, problem, x)
        if not carried.measured.faults():
            return carried
        problem.start, problem.fingers_free = None, False
    found = _afresh(stage, stance, problem)
    if carried is not None and carried.measured.badness < found.measured.badness:
        return carried
    return found


def follow(
    stage: ReachStage,
    stance: Stance,
    hands: Mapping[str, HandTarget],
    near: Pose,
    firm: float,
) -> Reached:
    """The pose with the hands on their targets that keeps near another one."""
    chain = Chain(stage.body, stage.rig)
    problem = Problem(chain, stage.surface, stance, hands, stage.sole)
    x = chain.knobs_nearest(near, problem.seeds())
    problem.follow_previous(x, firm)
    return _settled(stage, stance, problem, x, FOLLOWING)


def _afresh(stage: ReachStage, stance: Stance, problem: Problem) -> Reached:
    """From nowhere: the hands come down onto their targets from outside."""
    problem.hover = FIRST_ABOVE
    tried = [descend(problem, seed, 10, walls=False) for seed in problem.seeds()]
    tried.sort(key=lambda one: one[1])
    starts = [_best_of_both(problem, [x for x, _ in tried]), *(x for x, _ in tried)]
    best: Reached | None = None
    for start in starts[:TRIES]:
        x = start
        for hover in (FIRST_ABOVE, 0.3 * FIRST_ABOVE):
            problem.hover = hover
            x, _ = descend(problem, x, 8, walls=True)
        problem.hover = 0.0
        found = _settled(stage, stance, problem, x, 40)
        if best is None or found.measured.badness < best.measured.badness:
            best = found
        if not best.measured.faults():
            break
    assert best is not None
    return best


def _carried(stage: ReachStage, stance: Stance, problem: Problem, x: Floats) -> Reached:
    """From the frame before: the hands go with what they hold, through it if need be, first."""
    x, _ = descend(problem, x, 10, walls=False)
    found = _settled(stage, stance, problem, x, 25)
    if found.measured.faults():
        problem.fingers_free = False
        problem.hover = 0.3 * FIRST_ABOVE
        x, _ = descend(problem, x, 8, walls=True)
        problem.hover = 0.0
        other = _settled(stage, stance, problem, x, 30)
        if other.measured.badness < found.measured.badness:
            found = other
    return found


def _settled(stage: ReachStage, stance: Stance, problem: Problem, x: Floats, steps: int) -> Reached:
    """The hands on their targets from near by, fingers closed, head turned."""
    problem.fingers_free = True
    x, _ = descend(problem, x, steps, walls=True)
    pose = problem.chain.pose(x, _fingers(stage, problem.hands))
    for side, hand in problem.hands.items():
        if hand.touching and hand.tightness > 0:
            pose = conform(stage.body, pose, side, hand.shape, stage.surface, hand.tightness)
    pose = looking(stage.body, pose, _look_at(stance, problem.hands))
    return Reached(pose, measure(stage, pose, problem.hands))


def _fingers(stage: ReachStage, hands: Mapping[str, HandTarget]) -> Bones:
    out: Bones = {}
    for side in "LR":
        if side in hands:
            out |= hands[side].shape.bones
        else:
            out |= {**stage.rig.fingers(side, 18.0), **stage.rig.thumb(side)}
    return out


def _best_of_both(problem: Problem, tried: list[Floats]) -> Floats:
    """Each arm from the start that served it best, the rest from the best whole."""
    whole, arms = [], []
    for x in tried:
        rows = problem.rows(x, walls=True)
        miss, _ = rows.all()
        names = np.array(rows.names)
        whole.append(float(miss @ miss))
        arms.append([float((miss[np.char.endswith(names, f".{s}")] ** 2).sum()) for s in "LR"])
    out = tried[int(np.argmin(whole))].copy()
    for s, side in enumerate("LR"):
        own = [i for i, name in enumerate(problem.chain.knobs) if name.endswith(f".{side}")]
        own = [i for i in own if problem.chain.knobs[i].startswith(ARM)]
        out[own] = tried[int(np.argmin([one[s] for one in arms]))][own]
    return out


def _look_at(stance: Stance, hands: Mapping[str, HandTarget]) -> Floats | None:
    if stance.look is not None:
        return stance.look
    if not hands:
        return None
    return np.asarray(np.mean([hand.place for hand in hands.values()], axis=0))


def looking(body: Body, pose: Pose, at: Floats | None) -> Pose:
    """Turn neck and head towards a place, as far as a neck goes at ease."""
    if at is None:
        return pose
    rotations, places = frames(body, pose)
    eyes = places[body.bone("head")] + rotations[body.bone("spine01")] @ [0.0, -0.09, 0.09]
    way = rotations[body.bone("spine01")].T @ (at - eyes)
    down = np.degrees(np.arctan2(-way[2], np.hypot(way[0], way[1])))
    aside = np.degrees(np.arctan2(way[0], -way[1]))
    pitch = float(np.clip(down * HEAD_SHARE, -HEAD_UP, HEAD_DOWN))
    yaw = float(np.clip(aside * HEAD_SHARE, -HEAD_SIDE, HEAD_SIDE))
    whole = Rotation.from_euler("ZX", [yaw, pitch], degrees=True).as_rotvec()
    share = Rotation.from_rotvec(whole / len(NECK))
    return replace(pose, bones={**pose.bones, **dict.fromkeys(NECK, share)})


def measure(
    stage: ReachStage, pose: Pose, hands: Mapping[str, HandTarget], cloth: Mesh | None = None
) -> Measured:
    """Contact, penetration and limits of a pose; `cloth` is the dressed figure at rest."""
    body = stage.body
    cloth = stage.cloth if cloth is None else cloth
    ids = np.unique(body.groups["body"])
    bare = skin(body, pose, body.points[ids], body.weights[ids])
    contact, off_target = {}, {}
    for side, hand in hands.items():
        patch = hand.shape.patch
        points = skin(body, pose, body.points[patch], body.weights[patch])
        near = stage.surface.closest(points)
        first = np.sort(near.distance)[: max(1, len(points) // 3)]
        if hand.touching:
            contact[side] = abs(float(first.mean()))
        off = points.mean(axis=0) - hand.place
        off_target[side] = 1000 * float(np.linalg.norm(off - (off @ hand.normal) * hand.normal))
    contact = {side: gap * 1000 for side, gap in contact.items()}
    worn, weights = bare, body.weights[ids]
    if cloth is not None:
        worn = np.vstack([bare, skin(body, pose, cloth.points, cloth.weights)])
        weights = np.vstack([weights, cloth.weights])
    high = np.flatnonzero(worn[:, 2] > 0.05)
    near = stage.surface.closest(worn[high], 0.01)
    deepest = int(near.distance.argmin())
    bone = body.bones[int(weights[high[deepest]].argmax())]
    into = stage.surface.names[int(near.part[deepest])]
    loaded = "".join(side for side, hand in hands.items() if hand.shape.loading)
    return Measured(
        contact,
        off_target,
        max(0.0, -1000 * float(near.distance[deepest])),
        f"{bone} in {into}",
        _hands_in_each_other(body, pose),
        over_limits(stage.rig, pose, loaded),
        _feet(body, bare, ids, stage.sole),
    )


def _feet(body: Body, points: Floats, ids: Ints, sole: float) -> float:
    strongest = body.weights[ids].argmax(axis=1)
    gaps = []
    for side in "LR":
        foot = points[strongest == body.bone(f"foot.{side}")]
        gaps.append(abs(float(foot[:, 2].min()) - sole))
    return 1000 * max(gaps)


def _hands_in_each_other(body: Body, pose: Pose) -> float:
    """How deep the skin of one hand is in the other, in millimetres."""
    names = np.array(body.bones, dtype=object)[body.weights.argmax(axis=1)]
    faces = body.groups["body"]
    found = []
    for side in "LR":
        own = [str(n).startswith(SAME_HAND) and str(n).endswith(side) for n in names]
        hand = Mesh(body.points, faces, body.weights).picked(faces[np.array(own)[faces].all(1)])
        found.append(hand.with_points(skin(body, pose, hand.points, hand.weights)))
    left, right = found
    gap, _ = cKDTree(left.points).query(right.points)
    if gap.min() > 0.02:
        return 0.0
    depths = [
        Surface.of({"hand": one}).closest(other.points, 0.02).distance.min()
        for one, other in ((left, right), (right, left))
    ]
    return max(0.0, -1000 * float(min(depths)))


def blend(a: Pose, b: Pose, share: float) -> Pose:
    """What the program shows between two key frames: each bone's rotation blended."""
    still = Rotation.identity()

    def between(one: Rotation, other: Rotation) -> Rotation:
        return one * Rotation.from_rotvec((one.inv() * other).as_rotvec() * share)

    bones = {
        name: between(a.bones.get(name, still), b.bones.get(name, still))
        for name in sorted({*a.bones, *b.bones})
    }
    return Pose(between(a.root, b.root), a.at * (1 - share) + b.at * share, bones)


def _hand(side: str) -> str:
    return "left" if side == "L" else "right"
