"""Places on the mesh go where their vertices go, in every pose and mirrored."""

import math

import pytest

from massage_trainer.domain.body_places import PosedSkin
from massage_trainer.domain.scene_plates import MeshSpot
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import write_stage

# Two vertices of the right leg's bottom ring and one of its top ring.
SPOT = MeshSpot((0, 2, 1), (0.5, 0.3, 0.2))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("stage")
    write_stage(folder)
    return SceneStore(folder)


@pytest.fixture(scope="module")
def figure(store):
    return store.mesh("figure")


def moved(rows, v, shift):
    return [
        sum(a * b for a, b in zip(rows[4 * i : 4 * i + 4], (*v, shift), strict=True))
        for i in range(3)
    ]


@pytest.mark.parametrize("frame", ["rest", "bent"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_place_moves_with_its_bone(store, figure, frame, mirrored):
    pose = store.scene("example").figures[0].frames[frame]
    pose = pose.mirrored() if mirrored else pose
    rest = [
        sum(figure.position(c)[i] * s for c, s in zip(SPOT.corners, SPOT.shares, strict=True))
        for i in range(3)
    ]
    rows = skin_matrices(figure.skeleton, pose)[1]
    posed = PosedSkin(figure, pose)
    assert posed.place(SPOT) == pytest.approx(moved(rows, rest, 1.0), abs=1e-9)
    facing = moved(rows, (math.cos(0.1), math.sin(0.1), 0.0), 0.0)
    assert math.dist(posed.facing(SPOT), facing) < 0.05
    assert math.hypot(*posed.facing(SPOT)) == pytest.approx(1.0)


def test_the_left_leg_stays_the_clients_left_in_the_mirror(store, figure):
    """Mirrored, the left leg does what the right one did, on the other side of the table."""
    pose = store.scene("example").figures[0].frames["bent"]
    left = MeshSpot((50, 50, 50), (1.0, 0.0, 0.0))
    assert figure.position(50)[0] > 0
    x, y, z = PosedSkin(figure, pose.mirrored()).place(left)
    # The vertex of the right leg opposite to it: half a turn around its own ring.
    right = MeshSpot((24, 24, 24), (1.0, 0.0, 0.0))
    assert figure.position(24)[0] == pytest.approx(-figure.position(50)[0], abs=1e-4)
    assert PosedSkin(figure, pose).place(right) == pytest.approx((x, -y, z), abs=1e-3)


def test_several_bones_share_a_vertex(figure):
    assert figure.influences(0) == [(1, 1.0)]
    assert figure.normal(0) == pytest.approx((1.0, 0.0, 0.0))


def test_a_thing_has_no_pose(store):
    with pytest.raises(ValueError, match="slab has no bones"):
        PosedSkin(store.mesh("slab"), store.scene("example").figures[0].frames["rest"])
