"""The practitioner's hand shapes: within the joints' ranges, touching with the skin they say."""

from itertools import pairwise

import numpy as np
import pytest
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import hands
from massage_trainer.artwork.fingers import Angles, Hand, HandSkin
from massage_trainer.artwork.hand_shapes import SHAPES
from massage_trainer.artwork.limits import over_limits
from massage_trainer.artwork.pose import Pose, skin
from massage_trainer.artwork.scene import FREE_SHAPES
from massage_trainer.artwork.scene import SHAPES as SCENE_SHAPES

MIRROR = np.array([-1.0, 1.0, 1.0])
STILL = Pose(Rotation.identity(), np.zeros(3))


def posed(shape):
    return Pose(STILL.root, STILL.at, shape.bones)


@pytest.fixture(scope="module")
def shapes(client):
    return {(name, side): hands.shape(client.rig, side, name) for name in SHAPES for side in "LR"}


def test_every_shape_that_scenes_may_name_exists():
    assert set(SHAPES) == SCENE_SHAPES | FREE_SHAPES


def test_an_unknown_shape_is_named_with_those_that_exist(client):
    with pytest.raises(hands.UnknownShapeError, match=r"'claw'.*cupped.*thumb"):
        hands.shape(client.rig, "L", "claw")


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_no_joint_is_bent_beyond_its_range(shapes, client, name):
    shape = shapes[name, "L"]
    assert shape.angles.over_range() == {}
    assert [str(x) for x in over_limits(client.rig, posed(shape)) if "finger" in x.joint] == []


def test_joints_beyond_their_range_are_named_with_the_degrees():
    bent = Angles(
        np.array([[0, 100, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 90.0]]), np.zeros(5)
    )
    assert bent.over_range() == {"finger 2 knuckle": 8.0, "finger 5 end joint": 15.0}
    assert bent.within_range().over_range() == {}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_contact_skin_looks_where_the_hand_presses(shapes, client, name):
    shape = shapes[name, "R"]
    places, middle, looks = hands.contact(client.rig, posed(shape), shape)
    assert len(shape.patch) >= 8
    assert looks @ shape.press > 0.9
    assert np.allclose(middle, places.mean(axis=0))
    assert abs(shape.fingers @ shape.press) < 1e-9


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_the_two_hands_are_mirror_images(shapes, client, name):
    left, right = shapes[name, "L"], shapes[name, "R"]
    body = client.body
    assert np.allclose(left.press * MIRROR, right.press, atol=1e-3)
    assert len(left.patch) == len(right.patch)
    a = skin(body, posed(left), body.points[left.patch], body.weights[left.patch]) * MIRROR
    b = skin(body, posed(right), body.points[right.patch], body.weights[right.patch])
    assert cKDTree(b).query(a)[0].max() < 0.001


# what must not stick out below the contact skin: the hand would enter a flat client by as much
FLAT = ("palm", "heel", "thumb", "thumb-over", "thumb-fist", "fist-side", "hack", "cupped",
        "fingertips", "back-of-hand", "skin-roll")  # fmt: skip


@pytest.mark.parametrize("name", FLAT)
def test_the_contact_skin_is_what_meets_a_flat_client_first(shapes, client, name):
    shape, body = shapes[name, "L"], client.body
    mine = np.array([b.endswith(".L") and b.startswith(("finger", "wrist")) for b in body.bones])
    used = np.unique(body.groups["body"])
    hand = used[body.weights[used][:, mine].sum(axis=1) > 0.5]
    low = (skin(body, posed(shape), body.points[hand], body.weights[hand]) @ shape.press).max()
    patch = (hands.contact(client.rig, posed(shape), shape)[0] @ shape.press).max()
    assert low - patch < 0.0025


def bone_way(client, shape, start, end):
    body = client.body
    rotations = {n: np.eye(3) for n in body.bones}
    places = {}
    for i, name in enumerate(body.bones):
        parent = body.parents[i]
        turn = shape.bones.get(name, Rotation.identity()).as_matrix()
        if parent < 0:
            rotations[name], places[name] = turn, body.heads[i]
            continue
        above = body.bones[parent]
        rotations[name] = rotations[above] @ turn
        places[name] = places[above] + rotations[above] @ (body.heads[i] - body.heads[parent])
    way = places[end] - places[start]
    return way / np.linalg.norm(way)


@pytest.mark.parametrize("name", ["palm", "heel", "cupped"])
def test_fingers_lie_together(shapes, client, name):
    ways = [
        bone_way(client, shapes[name, "L"], f"finger{f}-1.L", f"finger{f}-2.L")
        for f in (2, 3, 4, 5)
    ]
    for one, other in pairwise(ways):
        assert np.degrees(np.arccos(one @ other)) < 12


def test_a_fist_is_loose_and_its_thumb_is_outside(shapes, client):
    fist = shapes["fist-side", "L"]
    bend = fist.angles.fingers[:, 1:].sum(axis=1)
    assert (bend > 180).all()
    assert (bend < 235).all()
    hand = Hand(client.body, "L")
    tips = [client.body.bone(f"finger{f}-3.L") for f in (1, 2)]
    ids = [np.flatnonzero(client.body.weights[:, tip] > 0.8) for tip in tips]
    used = np.unique(client.body.groups["body"])
    thumb, index = (
        HandSkin(hand, np.intersect1d(own, used), STILL).place(fist.angles) @ hand.axes[2]
        for own in ids
    )
    assert thumb.mean() > index.mean()


@pytest.mark.parametrize("name", ["thumb", "thumb-fist", "thumb-over"])
def test_a_thumb_presses_straight_with_its_pad(shapes, client, name):
    thumb = shapes[name, "L"]
    assert thumb.loading
    assert thumb.wrist.thumb_in_line
    assert abs(thumb.angles.thumb[3:]).max() <= 8
    pad = client.body.weights[thumb.patch].argmax(axis=1)
    assert set(pad) == {client.body.bone("finger1-3.L")}


def test_the_thumb_of_a_fist_stands_alone_and_steeply(shapes, client):
    thumb = shapes["thumb-fist", "L"]
    hand = Hand(client.body, "L")
    way = bone_way(client, thumb, "finger1-1.L", "finger1-3.L")
    assert np.degrees(np.arcsin(way @ thumb.press)) > 60
    strongest = client.body.weights.argmax(axis=1)
    used = np.unique(client.body.groups["body"])
    depths = {}
    for finger in range(1, 6):
        bones = [client.body.bone(f"finger{finger}-{j}.L") for j in (1, 2, 3)]
        own = used[np.isin(strongest[used], bones)]
        depths[finger] = (HandSkin(hand, own, STILL).place(thumb.angles) @ thumb.press).max()
    assert min(depths[1] - depths[finger] for finger in (2, 3, 4, 5)) > 0.012
    # a scene's `fingers` say where the back of the fist looks
    assert thumb.fingers @ hand.axes[1] < -0.9


def test_hacking_hands_touch_with_the_little_finger_side(shapes, client):
    for name in ("hack", "fist-side"):
        shape = shapes[name, "L"]
        assert shape.press @ Hand(client.body, "L").axes[2] < -0.95
        assert shape.wrist.pronate is not None
        assert abs(shape.wrist.pronate) <= 20
