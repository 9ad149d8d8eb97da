"""Arms laid down beside or before the body, each settled on what lies beneath it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Bones
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.pose import Pose, frames
from massage_trainer.artwork.settle import CENTIMETRE, Knob, Task, Values, Wish, settle
from massage_trainer.artwork.support import Support

# How unwilling each angle is to leave its start, and how far it may go (degrees).
STIFFNESS = {
    "lift": 0.10,
    "forward": 0.05,
    "flex": 0.006,
    "abduct": 0.006,
    "twist": 0.006,
    "bend": 0.03,
    "pronate": 0.012,
    "wrist": 0.04,
    "lean": 0.08,
}
LIMITS = {
    "lift": (-10.0, 20.0),
    "forward": (-10.0, 25.0),
    "twist": (-70.0, 85.0),
    "bend": (2.0, 140.0),
    "pronate": (-75.0, 75.0),
    "wrist": (-30.0, 30.0),
    "lean": (-15.0, 15.0),
}


@dataclass(frozen=True, slots=True)
class ArmRest:
    """How one arm lies: where the wrist is (world, None = anywhere) and where the palm looks."""

    palm: tuple[float, float, float]
    wrist: tuple[float | None, float | None]
    start: Values
    touching: tuple[str, ...] = ("elbow", "forearm", "hand", "fingers")
    curl: float = 15.0
    clear_of: tuple[str, ...] = ("trunk", "thigh.L", "thigh.R")

    def other_side(self) -> ArmRest:
        """The same arm of the other side of a body that lies symmetrically."""
        x, y = self.wrist
        palm = (self.palm[0], -self.palm[1], self.palm[2])
        return replace(self, palm=palm, wrist=(x, None if y is None else -y))


def angles(**given: float) -> Values:
    return {name: given.get(name, 0.0) for name in STIFFNESS}


# For the client's left arm.
PRONE_LEFT = ArmRest(
    (0.0, -0.35, 0.94),
    (None, 0.290),
    angles(forward=4.0, flex=14.0, abduct=14.0, twist=45.0, bend=20.0, pronate=25.0),
)
SUPINE_LEFT = ArmRest(
    (0.0, 0.50, -0.86),
    (None, -0.295),
    angles(flex=0.0, abduct=16.0, twist=15.0, bend=20.0, pronate=20.0),
)


def arm_bones(client: Client, side: str, v: Values, curl: float) -> Bones:
    """One arm; flexion, abduction and inward twist are mirrored between the sides."""
    sign = 1.0 if side == "L" else -1.0
    rig = client.rig
    girdle = [-sign * v["lift"], -sign * v["forward"]]
    bones = {f"shoulder01.{side}": Rotation.from_euler("yz", girdle, degrees=True)}
    bones |= rig.shoulder(side, v["flex"], v["abduct"], v["twist"])
    bones |= rig.elbow(side, v["bend"], v["pronate"]) | rig.wrist(side, v["wrist"], v["lean"])
    return bones | rig.fingers(side, curl) | rig.thumb(side)


def with_arms(client: Client, pose: Pose, support: Support, left: ArmRest) -> Pose:
    """Lay both arms of a symmetrically lying body down."""
    bones = dict(pose.bones)
    for side, arm in (("L", left), ("R", left.other_side())):
        bones |= laid_arm(client, pose, support, arm, side).bones
    return Pose(pose.root, pose.at, bones)


def laid_arm(client: Client, pose: Pose, support: Support, arm: ArmRest, side: str) -> Pose:
    """The pose with this one arm settled."""
    body = client.body
    wall = client.obstacle(pose, *arm.clear_of)
    wrist = body.bone(f"wrist.{side}")
    palm_at_rest = client.rig.hand_axes(side)[1]
    palm_wish = np.array(arm.palm)

    def build(v: Values) -> Pose:
        turned = arm_bones(client, side, v, arm.curl)
        return Pose(pose.root, pose.at, {**pose.bones, **turned})

    def misses(posed: Pose, placed: dict[str, Floats]) -> list[float]:
        rotations, places = frames(body, posed)
        palm = rotations[wrist] @ palm_at_rest
        out = [float(value) * 1.2 for value in palm - palm_wish]
        for axis, wish in enumerate(arm.wrist):
            out.append(0.0 if wish is None else (float(places[wrist][axis]) - wish) * 25)
        for zone in (f"hand.{side}", f"forearm.{side}"):
            room = float(wall.outside(placed[zone]).min())
            out.append(min(0.0, room - 0.008) * CENTIMETRE * 2)
        return out

    everything = (-180.0, 180.0)
    task = Task(
        [
            Knob(name, value, STIFFNESS.get(name, 0.008), LIMITS.get(name, everything))
            for name, value in arm.start.items()
        ],
        build,
        [f"{zone}.{side}" for zone in arm.touching],
        [f"{zone}.{side}" for zone in ("shoulder", "upper-arm", "thumb", "hand", "forearm")],
        [Wish((f"hand.{side}", f"forearm.{side}"), misses)],
    )
    return settle(body, client.zones, support, task)
