"""Lying on the left side: for the upper buttock, for turning over and for the rest at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import fitting
from massage_trainer.artwork.arms import ArmRest, angles, arm_bones, laid_arm
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.pose import LEFT_SIDE, Pose
from massage_trainer.artwork.settle import CENTIMETRE, REST_DEPTH, Knob, Task, Values, settle
from massage_trainer.artwork.support import TABLE_TOP, Plateau, Support

# A rectangle of the table: its lowest and its highest corner.
Area: TypeAlias = tuple[tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class SideRest:
    """Angles (degrees) and place (metres) of one side-lying position."""

    y: float
    upper_flex: float
    upper_knee: float
    lower_flex: float
    lower_knee: float
    upper_abduct: float = 4.0
    knee_pillow: Area | None = None
    upper_turn: float = 4.0
    upper_ankle: float = 18.0
    # The upper leg sinks until knee and ankle both lie on the pillow.
    is_leg_level: bool = False


SIDE_X = -0.02
# The head end of the trunk: it lies there whoever lies, and the rest nearer to it or further.
SIDE_HEAD = SIDE_X + 0.535
HEAD_AREA = ((0.575, -0.28), (0.87, 0.28))
BUTTOCK = SideRest(0.14, 62.0, 84.0, 6.0, 10.0, -12.0, ((-0.50, -0.37), (-0.05, -0.03)))
RESTING = SideRest(0.12, 56.0, 86.0, 8.0, 24.0, -12.0, ((-0.50, -0.37), (-0.07, -0.07)))
TURNING = SideRest(0.09, 30.0, 44.0, 14.0, 26.0, -9.0)
LEG_AREA = ((-1.04, -0.03), (-0.37, 0.33))
OUTER_LEG = SideRest(0.16, 5.0, 8.0, 46.0, 48.0, 0.0, LEG_AREA, 0.0, 6.0, is_leg_level=True)

LOWER_ARM = ArmRest(
    (0.35, 0.0, 0.94),
    (0.60, -0.35),
    angles(forward=16.0, flex=82.0, abduct=10.0, twist=-12.0, bend=104.0),
    ("upper-arm", "forearm", "hand"),
    20.0,
    ("trunk", "head"),
)
UPPER_ARM = ArmRest(
    (0.0, 0.1, -1.0),
    (0.22, -0.27),
    angles(forward=10.0, flex=50.0, abduct=-25.0, twist=20.0, bend=70.0, pronate=30.0),
    ("hand", "fingers"),
    14.0,
    ("trunk", "forearm.L", "upper-arm.L"),
)


def on_left_side(client: Client, rest: SideRest) -> tuple[Pose, Support]:
    """Left side down; the pillows are as high as the head and the upper knee need them."""
    rig = client.rig

    def build(v: Values) -> Pose:
        bones = rig.spine(
            {"spine05": 2.0, "spine03": 4.0, "spine01": 5.0, "neck01": 6.0, "head": 6.0}
        )
        for name in ("spine05", "spine04", "spine02"):
            extra = Rotation.from_euler("y", v["side-bend"], degrees=True)
            bones[name] = bones.get(name, Rotation.identity()) * extra
        bones |= arm_bones(client, "L", LOWER_ARM.start, 20.0)
        bones |= rig.hip("L", rest.lower_flex, v["lower"], v["lower-turn"])
        bones |= rig.knee("L", rest.lower_knee) | rig.ankle("L", v["ankle"])
        bones |= rig.hip("R", rest.upper_flex, rest.upper_abduct, rest.upper_turn)
        bones |= rig.knee("R", rest.upper_knee) | rig.ankle("R", rest.upper_ankle)
        lean = Rotation.from_euler("xy", [v["roll"], v["pitch"]], degrees=True)
        at = np.array([client.along(SIDE_X, SIDE_HEAD), rest.y, 0.90 + v["z"] / CENTIMETRE])
        return Pose(lean * LEFT_SIDE, at, bones)

    knobs = [
        Knob("z", 0.0, 0.0), Knob("pitch", 0.0, 0.04, (-9.0, 9.0)),
        Knob("roll", 0.0, 0.2, (-6.0, 6.0)),
        Knob("side-bend", 0.0, 0.08, (-5.0, 5.0)),
        Knob("lower", -4.0, 0.01, (-25.0, 10.0)), Knob("lower-turn", 0.0, 0.03, (-20.0, 30.0)),
        Knob("ankle", 26.0, 0.1, (5.0, 40.0)),
    ]  # fmt: skip
    touching = ("hip.L", "shoulder.L", "lower-leg.L")
    above = ("thigh.L", "knee.L", "foot.L", "trunk")
    pose = settle(client.body, client.zones, Support(), Task(knobs, build, touching, above))
    if rest.is_leg_level:
        pose = _levelled(client, pose, rest)
    support = _pillows(client, pose, rest)
    small = fitting.size(client.body)
    for side, arm in (("L", LOWER_ARM), ("R", UPPER_ARM)):
        before = (
            client.along(float(arm.wrist[0] or 0.0), SIDE_HEAD),
            rest.y + float(arm.wrist[1] or 0.0) * small,
        )
        pose = laid_arm(client, pose, support, replace(arm, wrist=before), side)
    return pose, support


def _levelled(client: Client, pose: Pose, rest: SideRest) -> Pose:
    """The upper leg let down until its knee and its ankle are equally high."""

    def at(abduct: float) -> tuple[Pose, float]:
        hip = client.rig.hip("R", rest.upper_flex, abduct, rest.upper_turn)
        lowered = replace(pose, bones={**pose.bones, **hip})
        knee, ankle = (
            float(client.zone(lowered, f"{zone}.R")[:, 2].min()) for zone in ("knee", "ankle")
        )
        return lowered, ankle - knee

    low, high = -30.0, 20.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (low, middle) if at(middle)[1] > 0 else (middle, high)
    return at(low)[0]


def _pillows(client: Client, pose: Pose, rest: SideRest) -> Support:
    areas: list[tuple[Area, tuple[str, ...]]] = [(HEAD_AREA, ("head",))]
    if rest.knee_pillow is not None:
        small = fitting.size(client.body)
        near, far = (
            (client.along(x, SIDE_HEAD), rest.y + (y - rest.y) * small) for x, y in rest.knee_pillow
        )
        foot = ("foot.R",) if rest.is_leg_level else ()
        areas.append(((near, far), ("lower-leg.R", "knee.R", *foot)))
    out = []
    for (low, high), zones in areas:
        skin = np.vstack([client.zone(pose, zone) for zone in zones])
        above = (skin[:, :2] > low).all(axis=1) & (skin[:, :2] < high).all(axis=1)
        lowest = float(skin[above][:, 2].min())
        out.append(Plateau(low, high, lowest + REST_DEPTH - TABLE_TOP))
    return Support(tuple(out))
