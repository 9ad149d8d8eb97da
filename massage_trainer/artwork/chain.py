"""The practitioner's joints as a chain of single turns: fast forward kinematics with slopes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.body import Body, half_way_of
from massage_trainer.artwork.joints import Bones, Rig, unit
from massage_trainer.artwork.limits import LIMITS
from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.artwork.pose import Pose, frames

X, Y, Z = np.eye(3)
# Forward bending is shared by the whole back, so that no single joint of it kinks.
SPINE = {"spine05": 0.2, "spine04": 0.2, "spine03": 0.25, "spine02": 0.25, "spine01": 0.1}


@dataclass(frozen=True, slots=True)
class Turn:
    """One elementary turn of a bone: a share of a knob about an axis of the rest body."""

    bone: int
    axis: Floats
    knob: int
    share: float


def _spin(axis: Floats, angle: float) -> Floats:
    x, y, z = axis
    c, s = np.cos(angle), np.sin(angle)
    t = 1 - c
    return np.array(
        [
            [t * x * x + c, t * x * y - s * z, t * x * z + s * y],
            [t * x * y + s * z, t * y * y + c, t * y * z - s * x],
            [t * x * z - s * y, t * y * z + s * x, t * z * z + c],
        ]
    )


@dataclass(frozen=True, slots=True)
class State:
    """The chain at one set of knobs: bones in the world, and axis and pivot of every turn."""

    rotations: Floats
    places: Floats
    axes: Floats
    pivots: Floats


class Chain:
    """Knobs (degrees; the pelvis's place in centimetres) of a standing body whose fingers keep."""

    def __init__(self, body: Body, rig: Rig) -> None:
        self.body, self.rig = body, rig
        self.knobs: list[str] = ["x", "y", "z"]
        self._turns: list[Turn] = []
        self._root()
        self._trunk()
        for side in "LR":
            self._leg(side)
            self._arm(side)
        self.low, self.high = self._bounds()
        self._below = self._descent()
        self._fixed: dict[int, Floats] = {}
        self._halves = {
            body.bone(half): body.bone(name)
            for name in body.bones
            if (half := half_way_of(name)) is not None
        }

    def knob(self, name: str) -> int:
        return self.knobs.index(name)

    def hold(self, bones: Bones) -> None:
        """Bones (fingers) that stay turned as given."""
        for name, rotation in bones.items():
            self._fixed[self.body.bone(name)] = rotation.as_matrix()

    def _add(self, knob: str, bone: str, axis: Floats, share: float = 1.0) -> None:
        if knob not in self.knobs:
            self.knobs.append(knob)
        index = -1 if bone == "" else self.body.bone(bone)
        self._turns.append(Turn(index, unit(np.asarray(axis, float)), self.knob(knob), share))

    def _root(self) -> None:
        self._add("yaw", "", Z)
        self._add("tilt", "", X)
        self._add("sway", "", Y)

    def _trunk(self) -> None:
        for bone, share in SPINE.items():
            self._add("bend", bone, X, share)
            self._add("side-bend", bone, Y, share)
            self._add("twist", bone, Z, share)

    def _leg(self, side: str) -> None:
        sign = 1.0 if side == "L" else -1.0
        head = self.body.head
        thigh = unit(head(f"lowerleg01.{side}") - head(f"upperleg01.{side}"))
        shin = unit(head(f"foot.{side}") - head(f"lowerleg01.{side}"))
        hip, foot = f"upperleg01.{side}", f"foot.{side}"
        self._add(f"hip-flex.{side}", hip, -X)
        self._add(f"hip-abduct.{side}", hip, -sign * Y)
        self._add(f"hip-turn.{side}", hip, -sign * thigh)
        self._add(f"knee.{side}", f"lowerleg01.{side}", X - (X @ thigh) * thigh)
        self._add(f"ankle.{side}", foot, X - (X @ shin) * shin)
        self._add(f"foot-tip.{side}", foot, sign * Y)

    def _arm(self, side: str) -> None:
        sign = 1.0 if side == "L" else -1.0
        head = self.body.head
        upper = unit(head(f"lowerarm01.{side}") - head(f"upperarm01.{side}"))
        fore = unit(head(f"wrist.{side}") - head(f"lowerarm01.{side}"))
        along, palm, across = self.rig.hand_axes(side)
        clavicle, arm = f"clavicle.{side}", f"upperarm01.{side}"
        self._add(f"girdle-lift.{side}", clavicle, -sign * Y)
        self._add(f"girdle-forward.{side}", clavicle, -sign * Z)
        self._add(f"shoulder-flex.{side}", arm, -X)
        self._add(f"shoulder-abduct.{side}", arm, -sign * Y)
        # a turn of the whole arm about itself would wring the shoulder's skin
        self._add(f"shoulder-turn.{side}", arm, sign * upper, 0.5)
        self._add(f"shoulder-turn.{side}", f"upperarm02.{side}", sign * upper, 0.5)
        self._add(f"elbow.{side}", f"lowerarm01.{side}", np.cross(upper, fore))
        self._add(f"pronate.{side}", f"lowerarm02.{side}", sign * fore, 0.7)
        self._add(f"pronate.{side}", f"wrist.{side}", sign * fore, 0.3)
        self._add(f"wrist-flex.{side}", f"wrist.{side}", np.cross(along, palm))
        self._add(f"wrist-thumb.{side}", f"wrist.{side}", np.cross(along, across))

    def _bounds(self) -> tuple[Floats, Floats]:
        low, high = np.full(len(self.knobs), -400.0), np.full(len(self.knobs), 400.0)
        for i, name in enumerate(self.knobs):
            joint = name.partition(".")[0]
            if joint in LIMITS:
                rest = rest_angle(self.rig, joint)
                low[i], high[i] = LIMITS[joint].low - rest, LIMITS[joint].high - rest
        return low, high

    def _descent(self) -> Floats:
        """How much each bone follows each turn: 1 below it, 0.5 at its half-way bone."""
        out = np.zeros((len(self.body.bones), len(self._turns)))
        for t, one in enumerate(self._turns):
            for i in range(len(self.body.bones)):
                at = i
                while at >= 0 and at != one.bone:
                    at = self.body.parents[at]
                out[i, t] = float(at == one.bone)
        for name in self.body.bones:
            half = half_way_of(name)
            if half is not None:
                for t, one in enumerate(self._turns):
                    if one.bone == self.body.bone(name):
                        out[self.body.bone(half), t] = 0.5
        return out

    def state(self, x: Floats) -> State:
        body = self.body
        angles = np.radians(x)
        count = len(body.bones)
        local: dict[int, Floats] = dict(self._fixed)
        before: list[tuple[int, Floats]] = []
        for one in self._turns:
            so_far = local.get(one.bone, np.eye(3))
            before.append((one.bone, so_far @ one.axis))
            local[one.bone] = so_far @ _spin(one.axis, angles[one.knob] * one.share)
        for half, whole in self._halves.items():
            if whole in local:
                local[half] = _half(local[whole])
        rotations, places = np.zeros((count, 3, 3)), np.zeros((count, 3))
        root, at = local.get(-1, np.eye(3)), x[:3] / 100
        for i in range(count):
            parent = body.parents[i]
            base, start = (root, at) if parent < 0 else (rotations[parent], places[parent])
            offset = body.heads[i] - (0.0 if parent < 0 else body.heads[parent])
            rotations[i] = base @ local[i] if i in local else base
            places[i] = start + base @ offset
        axes, pivots = np.zeros((len(before), 3)), np.zeros((len(before), 3))
        for t, (bone, axis) in enumerate(before):
            if bone < 0:
                axes[t], pivots[t] = axis, at
            else:
                parent = body.parents[bone]
                base = root if parent < 0 else rotations[parent]
                axes[t], pivots[t] = base @ axis, places[bone]
        return State(rotations, places, axes, pivots)

    def points(self, state: State, rest: Floats, weights: Floats) -> Floats:
        """Skin in the world."""
        shift = state.places - np.einsum("bij,bj->bi", state.rotations, self.body.heads)
        blend = weights @ np.hstack([state.rotations.reshape(-1, 9), shift])
        turned = np.einsum("vij,vj->vi", blend[:, :9].reshape(-1, 3, 3), rest)
        return np.asarray(turned + blend[:, 9:])

    def follow(self, weights: Floats) -> Floats:
        """How much each skin point follows each turn."""
        return np.asarray(weights @ self._below)

    def slopes(self, state: State, points: Floats, follow: Floats) -> Floats:
        """(n, 3, knobs): metres per knob unit."""
        arm = points[:, None] - state.pivots[None]
        by_turn = np.cross(state.axes[None], arm) * (follow * np.pi / 180)[..., None]
        out = self._by_knob(by_turn)
        out[:, :, :3] = np.eye(3)[None] / 100
        return out

    def turning(self, state: State, ways: Floats, bones: Ints) -> Floats:
        """(n, 3, knobs): how directions fixed to bones turn per knob unit."""
        follow = self._below[bones] * np.pi / 180
        by_turn = np.cross(state.axes[None], ways[:, None]) * follow[..., None]
        return self._by_knob(by_turn)

    def _by_knob(self, by_turn: Floats) -> Floats:
        out = np.zeros((len(by_turn), 3, len(self.knobs)))
        for t, one in enumerate(self._turns):
            out[:, :, one.knob] += by_turn[:, t] * one.share
        return out

    def pose(self, x: Floats, more: Mapping[str, Rotation]) -> Pose:
        """The knobs as a pose; `more` adds fingers and the neck."""
        local: dict[int, Rotation] = {}
        for one in self._turns:
            turned = Rotation.from_rotvec(one.axis * np.radians(x[one.knob]) * one.share)
            local[one.bone] = local.get(one.bone, Rotation.identity()) * turned
        root = local.pop(-1)
        bones = {self.body.bones[i]: turned for i, turned in local.items()}
        return Pose(root, x[:3] / 100, {**bones, **more})

    def knobs_of(self, pose: Pose, start: Floats, rounds: int = 12) -> Floats:
        """The knobs that give a pose which this chain made."""
        x = start.copy()
        x[:3] = np.asarray(pose.at) * 100
        wanted, _ = frames(self.body, pose)
        bones = np.repeat(sorted({one.bone for one in self._turns if one.bone >= 0}), 3)
        axes = np.tile(np.eye(3), (len(bones) // 3, 1))
        wish = np.einsum("nij,nj->ni", wanted[bones], axes)
        for _ in range(rounds):
            state = self.state(x)
            ways = np.einsum("nij,nj->ni", state.rotations[bones], axes)
            slope = self.turning(state, ways, bones).reshape(-1, len(x))[:, 3:]
            step = np.linalg.lstsq(slope, (wish - ways).ravel(), rcond=1e-6)[0]
            x[3:] += np.clip(step, -40, 40)
            if float(np.abs(step).max()) < 1e-3:
                break
        return np.clip(x, self.low, self.high)

    def knobs_nearest(self, pose: Pose, starts: Sequence[Floats]) -> Floats:
        """The same, from the start that leads there: arms twisted far are not found from all."""
        return min((self.knobs_of(pose, x) for x in starts), key=lambda x: self._miss(pose, x))

    def _miss(self, pose: Pose, x: Floats) -> float:
        wanted, _ = frames(self.body, pose)
        bones = sorted({one.bone for one in self._turns if one.bone >= 0})
        return float(np.abs((wanted - self.state(x).rotations)[bones]).sum())


def rest_angle(rig: Rig, joint: str) -> float:
    """The anatomical angle of a joint in the rest body, whose arms hang away and elbows bend."""
    head = rig.body.head
    upper = unit(head("lowerarm01.L") - head("upperarm01.L"))
    fore = unit(head("wrist.L") - head("lowerarm01.L"))
    along, palm, across = rig.hand_axes("L")
    thigh = unit(head("lowerleg01.L") - head("upperleg01.L"))
    shin = unit(head("foot.L") - head("lowerleg01.L"))
    angles = {
        "shoulder-flex": np.arctan2(-upper[1], -upper[2]),
        "shoulder-abduct": np.arcsin(upper[0]),
        "elbow": np.arccos(upper @ fore),
        "wrist-flex": np.arctan2(-(fore @ palm), fore @ along),
        "wrist-thumb": np.arctan2(-(fore @ across), fore @ along),
        "hip-flex": np.arctan2(-thigh[1], -thigh[2]),
        "hip-abduct": np.arcsin(thigh[0]),
        "knee": np.arctan2(shin[1] * -thigh[2] + shin[2] * thigh[1], thigh @ shin),
    }
    return float(np.degrees(angles.get(joint, 0.0)))


def _half(matrix: Floats) -> Floats:
    """The rotation half as far."""
    return np.asarray(
        Rotation.from_rotvec(Rotation.from_matrix(matrix).as_rotvec() / 2).as_matrix()
    )
