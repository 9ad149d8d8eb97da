"""The joints of one hand in an anatomist's degrees, and where they take its skin."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.joints import Bones, Rig, unit
from massage_trainer.artwork.mesh import Floats, Ints
from massage_trainer.artwork.pose import Pose, frames

FINGERS = (2, 3, 4, 5)
# Columns of the angles, and how far each joint goes (degrees). Ranges of the American Academy of
# Orthopaedic Surgeons (Joint Motion, 1965) and of Kapandji (Physiology of the Joints, vol. 1), with
# the give of a joint that is pushed back by what it rests on. 0 is straight in the palm's plane.
SPREAD, MCP, PIP, DIP = range(4)
FINGER_RANGE = np.array([[-20.0, 25.0], [-14.0, 92.0], [-5.0, 105.0], [-10.0, 75.0]])
# Thumb: out (radial abduction), down (palmar abduction), roll (opposition), then the two hinges.
OUT, DOWN, ROLL, THUMB_MCP, THUMB_IP = range(5)
THUMB_RANGE = np.array([[-10.0, 70.0], [-5.0, 62.0], [-12.0, 45.0], [-12.0, 58.0], [-22.0, 80.0]])
# Flexed fingers point to the base of the thumb: the hinges of the knuckles are not parallel.
FOLD = {2: 5.0, 3: 0.0, 4: -7.0, 5: -14.0}
# Where the pad of the thumb looks at rest: along the hand, out of the palm, towards the thumb.
THUMB_PAD = (0.11, 0.31, -0.94)


@dataclass(frozen=True, slots=True)
class Angles:
    """Degrees of all finger joints: four fingers by four, and the thumb's five."""

    fingers: Floats
    thumb: Floats

    def within_range(self) -> Angles:
        return Angles(
            np.clip(self.fingers, FINGER_RANGE[:, 0], FINGER_RANGE[:, 1]),
            np.clip(self.thumb, THUMB_RANGE[:, 0], THUMB_RANGE[:, 1]),
        )

    def over_range(self) -> dict[str, float]:
        """Joints that are bent too far, and by how many degrees."""
        out: dict[str, float] = {}
        for row, finger in enumerate(FINGERS):
            for joint, name in enumerate(("spread", "knuckle", "middle joint", "end joint")):
                _note(out, f"finger {finger} {name}", self.fingers[row, joint], FINGER_RANGE[joint])
        for joint, name in enumerate(("out", "down", "roll", "knuckle", "end joint")):
            _note(out, f"thumb {name}", self.thumb[joint], THUMB_RANGE[joint])
        return out


def _note(out: dict[str, float], name: str, value: float, allowed: Floats) -> None:
    over = max(value - allowed[1], allowed[0] - value)
    if over > 1e-6:
        out[name] = float(over)


@dataclass(frozen=True, slots=True)
class Joints:
    """The hinges of the fifteen bones and how far each is turned at rest."""

    hinges: Floats
    at_rest: Floats
    spread_at_rest: Floats
    upward: Floats
    thumb: Floats


@dataclass(frozen=True, slots=True)
class Hand:
    """One hand of a body, able to turn its finger joints."""

    body: Body
    side: str
    axes: Floats = field(init=False)
    wrist: Floats = field(init=False)
    bones: tuple[str, ...] = field(init=False)
    _rest: dict[int, Floats] = field(init=False)
    _joints: Joints = field(init=False)

    def __post_init__(self) -> None:
        put = object.__setattr__
        along, palm, across = Rig(self.body).hand_axes(self.side)
        put(self, "axes", np.array([along, palm, across]))
        put(self, "wrist", self.body.head(f"wrist.{self.side}"))
        put(
            self,
            "bones",
            tuple(f"finger{f}-{j}.{self.side}" for f in range(1, 6) for j in (1, 2, 3)),
        )
        put(self, "_rest", {f: self._rest_ways(f) for f in range(1, 6)})
        put(self, "_joints", self._read_joints())

    def _rest_ways(self, finger: int) -> Floats:
        """Directions of the three bones of a finger at rest."""
        heads = [self.body.head(f"finger{finger}-{j}.{self.side}") for j in (1, 2, 3)]
        end = self.tip(finger)
        return np.array([unit(b - a) for a, b in zip(heads, [*heads[1:], end], strict=True)])

    @property
    def length(self) -> float:
        """From the wrist to the knuckle of the middle finger."""
        return float(np.linalg.norm(self.body.head(f"finger3-1.{self.side}") - self.wrist))

    def tip(self, finger: int) -> Floats:
        """The farthest skin of a finger at rest."""
        bone = self.body.bone(f"finger{finger}-3.{self.side}")
        head, before = self.body.heads[bone], self.body.head(f"finger{finger}-2.{self.side}")
        faces = self.body.groups["body"]
        own = np.unique(faces[(self.body.weights[faces, bone] > 0.5).all(axis=1)])
        return np.asarray(self.body.points[own[np.argmax(self.body.points[own] @ (head - before))]])

    def _flat(self, way: Floats) -> tuple[float, float]:
        """Degrees towards the thumb within the palm's plane, and out of the palm."""
        along, palm, across = self.axes
        return (
            float(np.degrees(np.arctan2(way @ across, way @ along))),
            float(np.degrees(np.arcsin(np.clip(way @ palm, -1, 1)))),
        )

    def _way(self, out: float, down: float) -> Floats:
        o, d = np.radians(out), np.radians(down)
        local = np.array([np.cos(d) * np.cos(o), np.sin(d), np.cos(d) * np.sin(o)])
        return np.asarray(local @ self.axes)

    def thumb_pad(self) -> Floats:
        """Where the pad of the thumb looks at rest."""
        way = self._rest[1][2]
        pad = np.array(THUMB_PAD) @ self.axes
        return unit(pad - (pad @ way) * way)

    def turned(self, angles: Angles) -> Bones:
        """The bones of the fingers and the thumb."""
        matrices = self.matrices(angles)
        return {name: Rotation.from_matrix(m) for name, m in zip(self.bones, matrices, strict=True)}

    def matrices(self, angles: Angles) -> Floats:
        """How each of `bones` is turned: (15, 3, 3)."""
        f, thumb = angles.fingers, angles.thumb
        joints = self._joints
        degrees = np.zeros(15)
        degrees[0], degrees[1:3] = thumb[ROLL] * (-1.0 if self.side == "L" else 1.0), thumb[3:]
        degrees[3:] = f[:, MCP:].ravel()
        way = self._way(float(thumb[OUT]), float(thumb[DOWN]))
        axes = joints.hinges.copy()
        axes[0] = way
        out = _turns(axes, degrees - joints.at_rest)
        spread = _turns(np.tile(joints.upward, (4, 1)), f[:, SPREAD] - joints.spread_at_rest)
        out[3::3] = out[3::3] @ spread
        swing = np.cross(joints.thumb, way)
        angle = np.degrees(np.arctan2(np.linalg.norm(swing), joints.thumb @ way))
        out[0] = out[0] @ _turns(swing[None] / max(1e-9, np.linalg.norm(swing)), angle[None])[0]
        return out

    def _read_joints(self) -> Joints:
        along, palm, across = self.axes
        hinges, at_rest, spread = np.zeros((15, 3)), np.zeros(15), np.zeros(4)
        for finger in range(1, 6):
            ways, row = self._rest[finger], 3 * (finger - 1)
            if finger == 1:
                own = unit(np.cross(ways[2], self.thumb_pad()))
            else:
                own = unit(np.cross(ways[0], palm))
                hinges[row] = np.cross(self._way(FOLD[finger], 0.0), palm)
                spread[finger - 2], at_rest[row] = self._flat(ways[0])
            hinges[row + 1 : row + 3] = own
            at_rest[row + 1] = _bend(ways[0], ways[1], own)
            at_rest[row + 2] = _bend(ways[1], ways[2], own)
        return Joints(hinges, at_rest, spread, np.cross(along, across), self._rest[1][0])


def _turns(axes: Floats, degrees: Floats) -> Floats:
    """Rotation matrices about unit axes."""
    x, y, z = axes.T
    none = np.zeros_like(x)
    cross = np.stack([none, -z, y, z, none, -x, -y, x, none], axis=1).reshape(-1, 3, 3)
    angle = np.radians(degrees)[:, None, None]
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * (cross @ cross))


def _bend(above: Floats, below: Floats, hinge: Floats) -> float:
    """How far a joint is bent at rest (degrees)."""
    return float(np.degrees(np.arctan2(np.cross(above, below) @ hinge, above @ below)))


class HandSkin:
    """Fast skinning of one hand whose wrist stands still."""

    def __init__(self, hand: Hand, ids: Ints, pose: Pose) -> None:
        body = hand.body
        rotations, places = frames(body, pose)
        self._heads = body.heads
        self._chain = [(body.bone(n), body.parents[body.bone(n)]) for n in hand.bones]
        self._rotations, self._places = rotations, places
        self._hand, self._points, self._weights = hand, body.points[ids], body.weights[ids]
        used = [bone for bone, _ in self._chain]
        rest = np.setdiff1d(np.arange(len(body.bones)), used)
        self._still = self._blend(rest)
        self._used = np.array(used)

    def _blend(self, bones: Ints) -> Floats:
        turns = self._rotations[bones]
        shift = self._places[bones] - np.einsum("bij,bj->bi", turns, self._heads[bones])
        table = self._weights[:, bones] @ np.hstack([turns.reshape(-1, 9), shift])
        turned = np.einsum("vij,vj->vi", table[:, :9].reshape(-1, 3, 3), self._points)
        return np.asarray(turned + table[:, 9:])

    def place(self, angles: Angles) -> Floats:
        """Where the skin is with the fingers bent like this."""
        for (bone, parent), turn in zip(self._chain, self._hand.matrices(angles), strict=True):
            self._rotations[bone] = self._rotations[parent] @ turn
            offset = self._heads[bone] - self._heads[parent]
            self._places[bone] = self._places[parent] + self._rotations[parent] @ offset
        return np.asarray(self._still + self._blend(self._used))
