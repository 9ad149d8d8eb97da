"""The recumbent positions of the lessons, settled on the table and its props."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.arms import PRONE_LEFT, SUPINE_LEFT, with_arms
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Bones
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.pose import PRONE, SUPINE, Pose, frames
from massage_trainer.artwork.settle import CENTIMETRE, Knob, Task, Values, Wish, settle
from massage_trainer.artwork.support import HalfRoll, Plateau, Support

ANKLE_ROLL = HalfRoll(x=-0.665, radius=0.085)
HEAD_PILLOW = Plateau((0.545, -0.26), (0.845, 0.26), 0.070)
SUPINE_SUPPORT = Support((HEAD_PILLOW,))
SPINE = ("spine05", "spine04", "spine03", "spine02", "spine01")
PRONE_X, SUPINE_X = 0.235, -0.06
# Where the ankles of somebody are who lies so far down that the bent legs' feet stand at the end.
FEET_AT_END = -0.845
# The ankles of bent legs are so far from the hips.
_HOOK = -0.455
# The head end of the trunk: it lies there whoever lies, and the rest nearer to it or further.
PRONE_HEAD, SUPINE_HEAD = PRONE_X + 0.535, SUPINE_X + 0.535


def both(joint: Callable[..., Bones], *values: float) -> Bones:
    """The same joint movement on the left and the right."""
    return {**joint("L", *values), **joint("R", *values)}


def _trunk(client: Client, v: Values) -> Bones:
    bends = {name: v[name] for name in SPINE}
    neck = {"neck01": v["neck"], "neck02": v["neck"], "head": v["head"]}
    return client.rig.spine(bends | neck)


def _trunk_knobs(neck: float, head: float) -> list[Knob]:
    spine = [Knob(name, 0.0, 0.06) for name in SPINE]
    return [
        Knob("z", 0.0, 0.0), Knob("pitch", 0.0, 0.02), *spine,
        Knob("neck", neck, 0.2), Knob("head", head, 0.2),
    ]  # fmt: skip


def _root(v: Values, base: Rotation, x: float) -> tuple[Rotation, Floats]:
    lean = Rotation.from_euler("y", v["pitch"], degrees=True)
    return lean * base, np.array([x, 0.0, 0.86 + v["z"] / CENTIMETRE])


def prone_support(client: Client) -> Support:
    """The table with the roll under this client's ankles."""
    return Support((replace(ANKLE_ROLL, x=client.along(ANKLE_ROLL.x, PRONE_HEAD)),))


def prone(client: Client) -> Pose:
    """Face down, face in the cradle, ankles over the roll, arms alongside."""
    rig = client.rig
    support = prone_support(client)
    root_x = client.along(PRONE_X, PRONE_HEAD)

    def build(v: Values) -> Pose:
        root, at = _root(v, PRONE, root_x)
        bones = _trunk(client, v) | both(rig.hip, v["hip"], -7.0, -4.0)
        return Pose(root, at, bones | both(rig.knee, v["knee"]) | both(rig.ankle, v["ankle"]))

    knobs = [
        *_trunk_knobs(6.0, 4.0),
        Knob("hip", 2.0, 0.02), Knob("knee", 14.0, 0.02), Knob("ankle", 38.0, 0.1),
    ]  # fmt: skip
    touching = ("chest", "belly", "groin", "knee.L", "ankle.L")
    task = Task(knobs, build, touching, ("thigh.L", "foot.L", "shin.L"))
    lying = settle(client.body, client.zones, support, task)
    return with_arms(client, lying, support, PRONE_LEFT)


def supine(client: Client) -> Pose:
    """Face up, head on the pillow, legs straight and relaxed, arms alongside."""
    rig = client.rig
    root_x = client.along(SUPINE_X, SUPINE_HEAD)

    def build(v: Values) -> Pose:
        root, at = _root(v, SUPINE, root_x)
        bones = _trunk(client, v) | both(rig.hip, v["hip"], -6.0, 9.0)
        return Pose(root, at, bones | both(rig.knee, v["knee"]) | both(rig.ankle, v["ankle"]))

    knobs = [
        *_trunk_knobs(7.0, 4.0),
        Knob("hip", 0.0, 0.02), Knob("knee", 4.0, 0.05), Knob("ankle", 20.0, 0.1),
    ]  # fmt: skip
    touching = ("upper-back", "sacrum", "heel.L", "lower-leg.L", "head-back")
    task = Task(knobs, build, touching, ("thigh.L", "foot.L", "neck"))
    lying = settle(client.body, client.zones, SUPINE_SUPPORT, task)
    return with_arms(client, lying, SUPINE_SUPPORT, SUPINE_LEFT)


def slid_down(client: Client, lying: Pose) -> tuple[Pose, Plateau]:
    """The same lying with the bent legs' feet at the foot end, and the pillow that comes along."""
    slide = FEET_AT_END - client.along(_HOOK, 0.0) - float(lying.at[0])
    pillow = HEAD_PILLOW
    low, high = ((x + slide, y) for x, y in (pillow.low, pillow.high))
    moved = replace(lying, at=lying.at + np.array([slide, 0.0, 0.0]))
    return moved, replace(pillow, low=low, high=high)


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg held in the air: angles in degrees; sway turns it about the body's long axis."""

    flex: float
    knee: float
    abduct: float = 0.0
    sway: float = 0.0
    ankle: float = 18.0


def lifted(
    client: Client, lying: Pose, legs: dict[str, Leg], tilt: float = 0.0, roll: float = 0.0
) -> Pose:
    """The lying pose with legs lifted; `tilt` curls the pelvis up, `roll` turns it sideways."""
    bones = dict(lying.bones)
    for side, leg in legs.items():
        hip = client.rig.hip(side, leg.flex - tilt, leg.abduct)
        sway = Rotation.from_euler("z", leg.sway, degrees=True)
        bones |= {name: sway * turn for name, turn in hip.items()}
        bones |= client.rig.knee(side, leg.knee) | client.rig.ankle(side, leg.ankle)
    moved = Pose(lying.root, lying.at, bones)
    return _pelvis_moved(client, moved, tilt, roll) if tilt or roll else moved


def together(client: Client, lying: Pose, legs: dict[str, Leg], gap: float) -> dict[str, Leg]:
    """Both legs spread or closed alike until `gap` metres are between the bent knees."""
    body = client.body
    joints = [body.bone(f"lowerleg01.{side}") for side in "LR"]

    def spread(abduct: float) -> dict[str, Leg]:
        return {side: replace(leg, abduct=abduct) for side, leg in legs.items()}

    def knees(abduct: float) -> Floats:
        left, right = frames(body, lifted(client, lying, spread(abduct)))[1][joints]
        return np.asarray(left - right)

    across = knees(0.0) / np.linalg.norm(knees(0.0))
    apart = gap + 2 * _joint_to_inner_side(client)
    low, high = -35.0, 20.0
    for _ in range(20):
        middle = (low + high) / 2
        wide = float(knees(middle) @ across) > apart
        low, high = (low, middle) if wide else (middle, high)
    return spread((low + high) / 2)


def _joint_to_inner_side(client: Client) -> float:
    """From the middle of the knee to the skin that meets the other knee."""
    joint = client.body.head("lowerleg01.L")
    skin = client.body.points[np.unique(client.body.groups["body"])]
    near = skin[(np.abs(skin[:, 2] - joint[2]) < 0.03) & (np.abs(skin[:, 0] - joint[0]) < 0.1)]
    return float(joint[0] - near[:, 0].min())


def _pelvis_moved(client: Client, pose: Pose, tilt: float, roll: float) -> Pose:
    """Curl and roll the pelvis by bending the loin, with the trunk left lying where it is."""
    moved = Rotation.from_euler("xz", [-tilt, roll], degrees=True)
    share = Rotation.from_rotvec(-moved.as_rotvec() / 3)
    bones = dict(pose.bones)
    for name in ("spine05", "spine04", "spine03"):
        bones[name] = bones.get(name, Rotation.identity()) * share
    out = Pose(pose.root * moved, pose.at, bones)
    keep = client.body.bone("spine01")
    drift = frames(client.body, out)[1][keep] - frames(client.body, pose)[1][keep]
    return replace(out, at=out.at - drift)


def rested(client: Client, pose: Pose, support: Support, zones: tuple[str, ...]) -> Pose:
    """Raise or lower the whole body until the lowest of the zones rests."""
    lowest = min(float(support.clearance(client.zone(pose, name)).min()) for name in zones)
    return replace(pose, at=pose.at - np.array([0.0, 0.0, lowest + 0.002]))


def hook_lying(
    client: Client, lying: Pose, support: Support, draw: float = 0.0, lift: float = 0.0
) -> Pose:
    """Knees bent, soles flat; `draw` (metres) takes the pelvis to the feet, `lift` raises it."""
    rig = client.rig
    foot = client.body.bone("foot.L")
    feet_x = lying.at[0] + client.along(_HOOK, 0.0)

    def build(v: Values) -> Pose:
        bones = dict(lying.bones)
        for side in "LR":
            bones |= rig.hip(side, v["hip"], v["abduct"], v["turn"])
            bones |= rig.knee(side, v["knee"]) | rig.ankle(side, v["ankle"])
        lean = Rotation.from_euler("y", v["lean"], degrees=True)
        # the head and the arms stay as they lie while the trunk tilts
        level = lying.root.inv() * lean.inv() * lying.root
        for name in ("neck01", "upperarm01.L", "upperarm01.R"):
            bones[name] = level * bones[name]
        shift = np.array([-draw, 0.0, lift])
        return Pose(lean * lying.root, lying.at + shift, bones)

    def misses(pose: Pose, placed: dict[str, Floats]) -> list[float]:
        del placed
        rotations, places = frames(client.body, pose)
        sole = rotations[foot] @ np.array([0.0, 0.0, -1.0])
        ankle = places[foot]
        return [
            float(sole[0]) * 12, float(sole[1]) * 6,
            (float(ankle[0]) - feet_x) * 40, (abs(float(ankle[1])) - 0.115) * 25,
        ]  # fmt: skip

    knobs = [
        Knob("hip", 50.0, 0.001), Knob("knee", 100.0, 0.001), Knob("ankle", 0.0, 0.001),
        Knob("abduct", -8.0, 0.01), Knob("turn", 0.0, 0.02), Knob("lean", 0.0, 0.01),
    ]  # fmt: skip
    wishes = [Wish(("sole.L",), misses)]
    task = Task(knobs, build, ("sole.L", "upper-back"), ("heel.L", "head-back"), wishes)
    return settle(client.body, client.zones, support, task)
