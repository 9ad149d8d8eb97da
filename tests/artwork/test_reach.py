"""The practitioner's hands reach the client: contact, penetration, limits, feet, blends."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import hands, practitioner, props, reach, stance
from massage_trainer.artwork.chain import Chain
from massage_trainer.artwork.hand_target import HandTarget
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.limits import over_limits
from massage_trainer.artwork.mesh import still
from massage_trainer.artwork.pose import frames, skin
from massage_trainer.artwork.positions import POSITIONS
from massage_trainer.artwork.reaching import Problem, descend
from massage_trainer.artwork.shoes import shoes
from massage_trainer.artwork.surface import Surface

LOIN_X = 0.40


@pytest.fixture(scope="module")
def body():
    return practitioner.body()


@pytest.fixture(scope="module")
def stage(body, client):
    mesh = client.body.mesh("body")
    posed = skin(client.body, POSITIONS["prone"](client).pose, mesh.points, mesh.weights)
    parts = {"skin": mesh.with_points(posed), "pad": props.pad().mesh}
    sole = body.points[np.unique(body.groups["body"])][:, 2].min()
    sole = float(sole - shoes(body).points[:, 2].min())
    return reach.ReachStage(body, Rig(body), Surface.of(parts), sole)


@pytest.fixture(scope="module")
def standing(body):
    return stance.stand(body, "+y", LOIN_X - 0.15, away_cm=2, facing_deg=40, stride_cm=40)


def aimed(stage, side, name, x, y, fingers=(1.0, 0.0, 0.0), **more):
    near = stage.surface.closest(np.array([[x, y, 1.1]]))
    shape = hands.shape(stage.rig, side, name)
    return HandTarget(shape, near.place[0], near.normal[0], np.array(fingers), **more)


def thumbs(stage, x=LOIN_X, **more):
    return {
        "L": aimed(stage, "L", "thumb", x, 0.045, **more),
        "R": aimed(stage, "R", "thumb", x, -0.045, **more),
    }


@pytest.fixture(scope="module")
def pressed(stage, standing):
    return reach.solve(stage, standing, thumbs(stage, press_mm=2.0))


def test_thumbs_press_beside_the_spine(pressed):
    assert pressed.measured.faults() == []
    assert max(pressed.measured.contact_mm.values()) <= 5
    assert max(pressed.measured.off_target_mm.values()) <= 5
    assert pressed.measured.penetration_mm <= 5
    assert pressed.measured.hands_mm <= 5


def test_both_feet_stand_on_the_floor_where_the_stance_puts_them(stage, standing, pressed):
    rotations, places = frames(stage.body, pressed.pose)
    for side, (x, y, yaw) in standing.feet.items():
        bone = stage.body.bone(f"foot.{side}")
        assert np.allclose(places[bone][:2], (x, y), atol=0.003)
        assert rotations[bone][2, 2] > 0.998
        assert rotations[bone] @ [0, -1, 0] @ stance.facing(yaw) > 0.99
    assert pressed.measured.feet_mm < 2


def test_the_next_frame_keeps_the_arms_as_they_were(stage, standing, pressed):
    later = reach.solve(stage, standing, thumbs(stage, LOIN_X + 0.02, press_mm=2.0), pressed.pose)
    assert later.measured.faults() == []
    for bone in ("upperarm01.L", "upperarm01.R", "lowerarm01.L", "lowerarm01.R"):
        turned = pressed.pose.bones[bone].inv() * later.pose.bones[bone]
        assert np.degrees(turned.magnitude()) < 15
    half = reach.blend(pressed.pose, later.pose, 0.5)
    between = reach.measure(stage, half, thumbs(stage, LOIN_X + 0.01, press_mm=2.0))
    assert between.faults() == []


def test_palms_lie_flat_with_hands_apart(stage, body):
    stand = stance.stand(body, "+y", LOIN_X - 0.05, away_cm=2, facing_deg=20, lean=30)
    targets = {
        "L": aimed(stage, "L", "palm", LOIN_X + 0.19, -0.05, (0.6, -1.0, 0.0)),
        "R": aimed(stage, "R", "heel", LOIN_X, -0.05, (0.6, -1.0, 0.0), press_mm=2.0),
    }
    found = reach.solve(stage, stand, targets)
    assert found.measured.faults() == []
    rotations, _ = frames(body, found.pose)
    for side, target in targets.items():
        press = rotations[body.bone(f"wrist.{side}")] @ target.shape.press
        assert press @ target.normal < -0.75


def test_a_place_out_of_reach_is_told_by_hand_and_distance(stage, standing):
    far = {"R": aimed(stage, "R", "palm", -0.95, -0.1)}
    told = " ".join(reach.solve(stage, standing, far).measured.faults())
    assert "right hand" in told
    assert "mm" in told


def test_a_body_inside_the_table_is_told(stage, standing, pressed):
    sunk = replace(pressed.pose, at=pressed.pose.at - np.array([0.0, 0.06, 0.0]))
    told = reach.measure(stage, sunk, {})
    assert told.penetration_mm > 5
    assert " in pad" in told.penetrating or " in skin" in told.penetrating
    lifted = replace(pressed.pose, at=pressed.pose.at + np.array([0.0, 0.0, 0.03]))
    assert reach.measure(stage, lifted, {}).feet_mm > 25


def test_joints_beyond_their_limits_are_named(stage, pressed):
    bones = dict(pressed.pose.bones) | stage.rig.wrist("L", -70.0)
    bones |= stage.rig.elbow("R", 150.0)
    found = over_limits(stage.rig, replace(pressed.pose, bones=bones), loaded="L")
    assert {one.joint for one in found} >= {"wrist-flex.L", "elbow.R"}
    bent = dict(pressed.pose.bones) | stage.rig.wrist("L", -55.0)
    pose = replace(pressed.pose, bones=bent)
    assert not any(one.joint == "wrist-flex.L" for one in over_limits(stage.rig, pose))
    assert any(one.joint == "wrist-flex.L" for one in over_limits(stage.rig, pose, loaded="L"))


def test_hands_in_each_other_are_told(stage, standing, pressed):
    assert pressed.measured.hands_mm == 0
    same = {
        "L": aimed(stage, "L", "thumb", LOIN_X, -0.02),
        "R": aimed(stage, "R", "thumb", LOIN_X, 0.02),
    }
    problem = Problem(Chain(stage.body, stage.rig), stage.surface, standing, same)
    start = problem.chain.knobs_of(pressed.pose, problem.seeds()[0])
    x, _ = descend(problem, start, 15, walls=False)
    pose = problem.chain.pose(x, same["L"].shape.bones | same["R"].shape.bones)
    through = reach.measure(stage, pose, {})
    assert through.hands_mm > 5
    assert "hands cut" in " ".join(through.faults())


def test_the_chain_is_the_rig(stage, pressed):
    chain = Chain(stage.body, stage.rig)
    x = chain.knobs_of(pressed.pose, np.zeros(len(chain.knobs)))
    again = chain.pose(x, {})
    wrists = [stage.body.bone(f"wrist.{side}") for side in "LR"]
    wanted, found = frames(stage.body, pressed.pose)[1], frames(stage.body, again)[1]
    assert np.allclose(wanted[wrists], found[wrists], atol=1e-3)
    assert np.allclose(chain.state(x).places[wrists], found[wrists], atol=1e-6)


def test_slopes_are_true(stage):
    chain = Chain(stage.body, stage.rig)
    start = np.clip(np.full(len(chain.knobs), 11.0), chain.low, chain.high)
    ids = np.unique(stage.body.groups["body"])[::400]
    weights = np.eye(len(stage.body.bones))[stage.body.weights[ids].argmax(axis=1)]
    rest = stage.body.points[ids]
    state = chain.state(start)
    points = chain.points(state, rest, weights)
    slopes = chain.slopes(state, points, chain.follow(weights))
    for knob in range(len(start)):
        moved = start.copy()
        moved[knob] += 1e-3
        seen = (chain.points(chain.state(moved), rest, weights) - points) / 1e-3
        assert np.allclose(seen, slopes[:, :, knob], atol=2e-3 if knob > 2 else 1e-6)


def test_stances_face_the_table_and_turn_towards_the_head(body):
    left = stance.stand(body, "+y", 0.2, facing_deg=30)
    right = stance.stand(body, "-y", 0.2, facing_deg=30)
    for one, across in ((left, -1), (right, 1)):
        way = stance.facing(one.yaw)
        assert way[0] > 0.4
        assert way[1] * across > 0.8
    ahead = stance.stand(body, "+y", 0.2, forward="left")
    assert ahead.feet["L"][1] < ahead.feet["R"][1]
    with pytest.raises(ValueError, match="under"):
        stance.stand(body, "under", 0.0)


def sheet(height, half=0.2, rows=9):
    line = np.linspace(-half, half, rows)
    points = np.array([[x, y, height] for x in line for y in line])
    faces = []
    for i in range(rows - 1):
        for j in range(rows - 1):
            a = i * rows + j
            faces += [[a, a + rows, a + 1], [a + 1, a + rows, a + rows + 1]]
    return still(points, np.array(faces))


def test_distance_is_signed_and_cloth_lies_over_what_it_covers():
    pad = props.pad().mesh
    places = np.array([[0.0, 0.0, 0.75], [0.0, 0.0, 0.71], [0.0, 0.0, 0.728], [0.3, 0.0, 0.728]])
    bare = Surface.of({"pad": pad}).closest(places).distance
    assert np.allclose(bare, [0.03, -0.01, 0.008, 0.008], atol=1e-3)
    covered = Surface.of({"pad": pad, "towel": sheet(0.73)}).closest(places)
    assert np.allclose(covered.distance, [0.02, -0.02, -0.002, 0.008], atol=1e-3)
    assert covered.normal[0] @ [0, 0, 1] > 0.99


def test_roughly_told_places_keep_their_side():
    pad = Surface.of({"pad": props.pad().mesh})
    points = np.random.default_rng(3).uniform((-0.6, -0.5, 0.5), (0.6, 0.5, 1.0), (400, 3))
    exact, rough = pad.closest(points), pad.closest(points, 0.01)
    near = np.abs(exact.distance) < 0.01
    assert np.allclose(exact.distance[near], rough.distance[near])
    assert ((exact.distance < 0) == (rough.distance < 0)).mean() > 0.99


def test_half_way_is_half_way():
    still_pose = reach.Pose(Rotation.identity(), np.zeros(3), {})
    bent = reach.Pose(
        Rotation.from_euler("z", 60, degrees=True), np.array([0.0, 0.0, 1.0]),
        {"head": Rotation.from_euler("x", 40, degrees=True)},
    )  # fmt: skip
    half = reach.blend(still_pose, bent, 0.5)
    assert np.isclose(np.degrees(half.root.magnitude()), 30)
    assert np.isclose(np.degrees(half.bones["head"].magnitude()), 20)
    assert np.allclose(half.at, [0, 0, 0.5])
