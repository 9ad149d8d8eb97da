"""Fingers close until they touch: flat, round and narrow things, never into them."""

from dataclasses import dataclass

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import grasp, hands
from massage_trainer.artwork.fingers import Angles, Hand
from massage_trainer.artwork.limits import over_limits
from massage_trainer.artwork.pose import Pose, skin

DEEPEST, TOUCHES = 0.005, 0.005


@dataclass
class Found:
    distance: np.ndarray
    normal: np.ndarray


class Plane:
    def __init__(self, at, way):
        self.at, self.way = at, way

    def closest(self, points):
        return Found((points - self.at) @ self.way, np.tile(self.way, (len(points), 1)))


class Round:
    """A ball, or a cylinder where an axis is given."""

    def __init__(self, at, radius, axis=None):
        self.at, self.radius, self.axis = at, radius, axis

    def closest(self, points):
        away = points - self.at
        if self.axis is not None:
            away = away - np.outer(away @ self.axis, self.axis)
        far = np.linalg.norm(away, axis=1)
        return Found(far - self.radius, away / far[:, None])


class Grasp:
    """One hand whose contact skin lies 1.5 mm deep on the thing."""

    def __init__(self, client, side, name):
        self.client, self.side = client, side
        self.shape = hands.shape(client.rig, side, name)
        at, way = np.array([0.3, -0.2, 0.1]), Rotation.from_euler("xyz", [0.4, -0.8, 1.1])
        self.pose = Pose(way, at, self.shape.bones)
        self.hand = Hand(client.body, side)
        self.press = way.apply(self.shape.press)
        self.fingers = way.apply(self.shape.fingers)
        places, middle, _ = hands.contact(client.rig, self.pose, self.shape)
        depth = ((places - middle) @ self.press).max() - 0.0015
        self.at = middle + depth * self.press

    def plane(self):
        return Plane(self.at, -self.press)

    def cylinder(self, radius, *, along):
        axis = self.fingers if along else np.cross(self.press, self.fingers)
        return Round(self.at + radius * self.press, radius, axis)

    def ball(self, radius):
        return Round(self.at + radius * self.press, radius)

    def conform(self, thing, tightness):
        body = self.client.body
        return grasp.conform(body, self.pose, self.side, self.shape, thing, tightness)

    def gaps(self, pose, thing):
        """Nearest distance of each finger, thumb first."""
        body, used = self.client.body, np.unique(self.client.body.groups["body"])
        out = []
        for finger in range(1, 6):
            joints = (2, 3) if finger == 1 else (1, 2, 3)
            own = [body.bone(f"finger{finger}-{j}.{self.side}") for j in joints]
            ids = used[body.weights[used[:, None], own].sum(axis=1) > 0.6]
            points = skin(body, pose, body.points[ids], body.weights[ids])
            out.append(float(thing.closest(points).distance.min()))
        return np.array(out)


CASES = {
    "palm on a flat back": ("palm", 0.5, lambda g: g.plane()),
    "palm along a round back": ("palm", 0.6, lambda g: g.cylinder(0.15, along=True)),
    "palm across a round back": ("palm", 0.6, lambda g: g.cylinder(0.15, along=False)),
    "thumb's fingers on a flat back": ("thumb", 0.5, lambda g: g.plane()),
    "ankle": ("grip-ankle", 1.0, lambda g: g.cylinder(0.036, along=False)),
    "knee": ("grip-knee", 1.0, lambda g: g.ball(0.06)),
    "thigh": ("grip-thigh", 1.0, lambda g: g.cylinder(0.08, along=False)),
    "shin below the knee": ("on-knee", 1.0, lambda g: g.cylinder(0.06, along=True)),
}


@pytest.mark.parametrize("side", "LR")
@pytest.mark.parametrize("case", sorted(CASES))
def test_fingers_touch_and_do_not_enter(client, case, side):
    name, tightness, thing_of = CASES[case]
    g = Grasp(client, side, name)
    thing = thing_of(g)
    before = g.gaps(g.pose, thing)
    gaps = g.gaps(g.conform(thing, tightness), thing)
    fingers = gaps if tightness == 1.0 else gaps[1:]
    assert gaps.min() > -DEEPEST
    assert (np.sort(fingers)[: len(fingers) - 1] < TOUCHES).all()
    assert np.abs(gaps).sum() < np.abs(before).sum()


@pytest.mark.parametrize("case", sorted(CASES))
def test_no_joint_leaves_its_range(client, case):
    name, tightness, thing_of = CASES[case]
    g = Grasp(client, "L", name)
    angles = grasp.closed(g.hand, g.pose, g.shape.angles, thing_of(g), tightness, g.shape.keeps)
    assert angles.over_range() == {}
    pose = Pose(g.pose.root, g.pose.at, g.hand.turned(angles))
    assert [str(x) for x in over_limits(client.rig, pose) if "finger" in x.joint] == []


def test_the_pressing_thumb_keeps_its_posture(client):
    g = Grasp(client, "R", "thumb")
    pose = g.conform(g.plane(), 0.5)
    for joint in (1, 2, 3):
        name = f"finger1-{joint}.R"
        assert (pose.bones[name].inv() * g.shape.bones[name]).magnitude() < 1e-6


def test_a_lying_hand_does_not_claw_for_what_is_far_below(client):
    g = Grasp(client, "L", "heel")
    angles = grasp.closed(g.hand, g.pose, g.shape.angles, g.plane(), 0.5)
    assert np.abs(angles.fingers - g.shape.angles.fingers).max() < 3


def test_no_tightness_only_opens(client):
    g = Grasp(client, "L", "grip-thigh")
    far = Plane(g.at + 0.1 * g.press, -g.press)
    angles = grasp.closed(g.hand, g.pose, g.shape.angles, far, 0.0)
    assert np.abs(angles.fingers - g.shape.angles.fingers).max() < 0.1
    near = g.plane()
    gaps = g.gaps(g.conform(near, 0.0), near)
    assert gaps.min() > -DEEPEST


def test_neighbouring_fingers_stay_alike(client):
    g = Grasp(client, "L", "palm")
    thing = g.cylinder(0.15, along=False)
    angles = grasp.closed(g.hand, g.pose, g.shape.angles, thing, 0.6)
    assert isinstance(angles, Angles)
    assert np.abs(np.diff(angles.fingers[:, 1])).max() < 12


def test_only_the_fingers_of_one_hand_move(client):
    g = Grasp(client, "L", "grip-ankle")
    pose = g.conform(g.cylinder(0.036, along=False), 1.0)
    assert set(pose.bones) == set(g.pose.bones)
    assert pose.at is g.pose.at
