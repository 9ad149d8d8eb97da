"""The joints of one hand in an anatomist's degrees, and where they take its skin."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.joints import Bones, Rig, about, unit
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
class Hand:
    """One hand of a body, able to turn its finger joints."""

    body: Body
    side: str
    axes: Floats = field(init=False)
    wrist: Floats = field(init=False)
    bones: tuple[str, ...] = field(init=False)
    _rest: dict[int, Floats] = field(init=False)

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
        own = np.flatnonzero(self.body.weights[:, bone] > 0.5)
        own = np.intersect1d(own, np.unique(self.body.groups["body"]))
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
        along, palm, across = self.axes
        out: Bones = {}
        upward = np.cross(along, across)
        for row, finger in enumerate(FINGERS):
            spread, mcp, pip, dip = angles.fingers[row]
            ways = self._rest[finger]
            out_now, down_now = self._flat(ways[0])
            hinge = np.cross(self._way(FOLD[finger], 0.0), palm)
            own = unit(np.cross(ways[0], palm))
            knuckle = about(hinge, mcp - down_now) * about(upward, spread - out_now)
            out[f"finger{finger}-1.{self.side}"] = knuckle
            out[f"finger{finger}-2.{self.side}"] = about(own, pip - _bend(ways[0], ways[1], own))
            out[f"finger{finger}-3.{self.side}"] = about(own, dip - _bend(ways[1], ways[2], own))
        return out | self._thumb(angles.thumb)

    def _thumb(self, angles: Floats) -> Bones:
        ways = self._rest[1]
        hinge = unit(np.cross(ways[2], self.thumb_pad()))
        way = self._way(float(angles[OUT]), float(angles[DOWN]))
        axis = np.cross(ways[0], way)
        degrees = float(np.degrees(np.arctan2(np.linalg.norm(axis), ways[0] @ way)))
        swing = about(unit(axis) if degrees > 1e-6 else way, degrees)
        mirrored = 1.0 if self.side == "L" else -1.0
        base = about(way, -mirrored * float(angles[ROLL])) * swing
        middle = float(angles[THUMB_MCP]) - _bend(ways[0], ways[1], hinge)
        end = float(angles[THUMB_IP]) - _bend(ways[1], ways[2], hinge)
        side = self.side
        return {
            f"finger1-1.{side}": base,
            f"finger1-2.{side}": about(hinge, middle),
            f"finger1-3.{side}": about(hinge, end),
        }


def _bend(above: Floats, below: Floats, hinge: Floats) -> float:
    """How far a joint is bent at rest (degrees)."""
    return float(np.degrees(np.arctan2(np.cross(above, below) @ hinge, above @ below)))


class HandSkin:
    """Fast skinning of one hand whose wrist stands still."""

    def __init__(self, hand: Hand, ids: Ints, pose: Pose) -> None:
        body = hand.body
        rotations, places = frames(body, pose)
        self._heads = body.heads
        self._chain = [(body.bone(n), body.parents[body.bone(n)], n) for n in hand.bones]
        self._rotations, self._places = rotations, places
        self._hand, self._points, self._weights = hand, body.points[ids], body.weights[ids]
        used = [bone for bone, _, _ in self._chain]
        rest = np.setdiff1d(np.arange(len(body.bones)), used)
        self._still = self._blend(rest)
        self._used = np.array(used)

    def _blend(self, bones: Ints) -> Floats:
        shift = self._places[bones] - np.einsum(
            "bij,bj->bi", self._rotations[bones], self._heads[bones]
        )
        local = np.einsum("bij,vj->bvi", self._rotations[bones], self._points) + shift[:, None]
        return np.asarray(np.einsum("vb,bvi->vi", self._weights[:, bones], local))

    def place(self, angles: Angles) -> Floats:
        """Where the skin is with the fingers bent like this."""
        turned = self._hand.turned(angles)
        for bone, parent, name in self._chain:
            self._rotations[bone] = self._rotations[parent] @ turned[name].as_matrix()
            offset = self._heads[bone] - self._heads[parent]
            self._places[bone] = self._places[parent] + self._rotations[parent] @ offset
        return np.asarray(self._still + self._blend(self._used))
