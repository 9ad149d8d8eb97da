"""The practitioner's figure: whole, small, told apart from the clients, decent in every pose."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import face, figure, meshfile, practitioner, shoes, tunic
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.joints import Bones, Rig
from massage_trainer.artwork.mesh import Floats, Mesh, normals
from massage_trainer.artwork.meshfile import Skeleton
from massage_trainer.artwork.pose import Pose, skin, skin_normals
from massage_trainer.artwork.refine import refined

MOST_BYTES = 450_000
# CIE L*: 20 apart is plain in grey, on a washed-out projector too.
LEAST_APART = 20.0
# Cloth may touch what lies beneath it but not let it through (metres).
THROUGH = 0.001


@pytest.fixture(scope="module")
def body() -> Body:
    return practitioner.body()


@pytest.fixture(scope="module")
def pieces(body: Body) -> dict[str, Mesh]:
    return {name: mesh for name, (mesh, _) in practitioner.painted_parts(body).items()}


def test_every_part_is_drawn_and_made(pieces: dict[str, Mesh]) -> None:
    assert sorted(practitioner.parts()) == sorted(pieces)


def test_height_with_shoes(body: Body) -> None:
    top = body.points[np.unique(body.groups["body"])][:, 2].max()
    assert 1.62 < top - shoes.sole_height(body) < 1.70


def test_file_is_small(body: Body, tmp_path: Path) -> None:
    skeleton = Skeleton(body.bones, body.parents, body.heads)
    made = practitioner.pieces(body)
    assert meshfile.write(tmp_path / "practitioner.mesh", made, skeleton) <= MOST_BYTES


def test_every_point_hangs_on_bones(pieces: dict[str, Mesh]) -> None:
    for name, piece in pieces.items():
        assert piece.weights.min() >= 0.0
        assert np.allclose(piece.weights.sum(axis=1), 1.0, atol=1e-4), name


def test_skins_differ_in_lightness() -> None:
    own = lightness(practitioner.SKIN_COLOUR)
    for look in figure.CLIENTS.values():
        assert lightness(look.skin) - own >= LEAST_APART


def test_eyes_are_open(body: Body) -> None:
    tall = np.ptp(face.lashes(body).points[:, 2]) + np.ptp(body.mesh("helper-l-eye").points[:, 2])
    closed = np.ptp(body.mesh("helper-l-eyelashes-1").points[:, 2])
    gap = (
        body.mesh("helper-l-eyelashes-2").points[:, 2].mean()
        - body.mesh("helper-l-eyelashes-1").points[:, 2].mean()
    )
    assert tall > closed
    assert gap > 0.004


def test_soles_are_flat_and_lowest(pieces: dict[str, Mesh], body: Body) -> None:
    low = pieces["soles"].points[:, 2]
    floor = shoes.sole_height(body)
    assert min(float(piece.points[:, 2].min()) for piece in pieces.values()) == pytest.approx(floor)
    assert (low < floor + 0.0005).sum() > 60


POSES = {
    "arms forward": (0.0, 0.0, 90.0, 10.0, 20.0),
    "leaning": (45.0, 0.0, 75.0, 10.0, 40.0),
    "striding, elbows bent, forearms turned": (25.0, 20.0, 40.0, 90.0, 80.0),
}


LAYERS = (("body-bare", "tunic"), ("trousers", "tunic"), ("socks", "trousers"))


@pytest.mark.parametrize("name", POSES)
@pytest.mark.parametrize("layers", LAYERS)
def test_nothing_comes_through_the_clothes(
    name: str, layers: tuple[str, str], pieces: dict[str, Mesh], body: Body
) -> None:
    inner, outer = (pieces[layer] for layer in layers)
    assert come_through(body, posed(body, *POSES[name]), inner, outer) <= THROUGH


def test_a_forearm_that_is_turned_keeps_its_girth(body: Body) -> None:
    still, wrung = (girth(body, turned) for turned in (0.0, 80.0))
    assert wrung > 0.90 * still


def test_skin_under_the_clothes_is_left_out(body: Body) -> None:
    bare = tunic.bare_skin(body)
    low = bare.points[:, 2] < body.head("upperarm01.L")[2] - 0.12
    trunk = np.abs(bare.points[:, 0]) < 0.15
    assert not (low & trunk).any()


def lightness(colour: str) -> float:
    """CIE L* of an sRGB colour."""
    parts = face.rgb(colour)
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    share = float(linear @ [0.2126, 0.7152, 0.0722])
    return float(116 * np.cbrt(share) - 16)


def posed(
    body: Body, lean: float, stride: float, flex: float, elbow: float, pronate: float
) -> Pose:
    rig = Rig(body)
    bones: Bones = {}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        bones |= rig.hip(side, lean + sign * stride, 3.0) | rig.ankle(side, sign * stride)
        bones |= rig.shoulder(side, flex, 8.0, 0.0) | rig.elbow(side, elbow, pronate)
        bones |= rig.wrist(side, -30.0)
    return Pose(Rotation.from_euler("x", lean, degrees=True), np.zeros(3), bones)


def come_through(body: Body, pose: Pose, inner: Mesh, outer: Mesh) -> float:
    """How far points of what lies inside stand out of the cloth that covers them at rest."""
    for _ in range(2):
        outer = refined(outer, 0.008)
    facing = normals(outer.points, outer.faces)
    # the rolled hems look every way
    flat = np.flatnonzero(~_near_border(outer, outer.points, 0.010))
    far, near = cKDTree(outer.points[flat]).query(inner.points)
    near = flat[near]
    depth = ((inner.points - outer.points[near]) * facing[near]).sum(axis=1)
    # only what the cloth covers well away from its borders
    hidden = (far < 0.03) & (depth < -0.003) & ~_near_border(outer, inner.points, 0.020)
    if not hidden.any():
        return 0.0
    cloth = skin(body, pose, outer.points[flat], outer.weights[flat])
    out = skin_normals(body, pose, facing[flat], outer.weights[flat])
    place = skin(body, pose, inner.points[hidden], inner.weights[hidden])
    _, found = cKDTree(cloth).query(place)
    beyond: Floats = ((place - cloth[found]) * out[found]).sum(axis=1)
    return float(beyond.max())


def _near_border(outer: Mesh, points: Floats, reach: float) -> NDArray[np.bool_]:
    edges = np.vstack([outer.faces[:, [0, 1]], outer.faces[:, [1, 2]], outer.faces[:, [2, 0]]])
    have = {(int(a), int(b)) for a, b in edges}
    rim = np.array([a for a, b in have if (b, a) not in have])
    return np.asarray(cKDTree(outer.points[rim]).query(points)[0] < reach)


def girth(body: Body, pronate: float) -> float:
    """The mean distance of a forearm's middle from its axis."""
    elbow, wrist = body.head("lowerarm01.L"), body.head("wrist.L")
    along = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    ids = np.unique(body.groups["body"])
    reach = (body.points[ids] - elbow) @ along
    away = np.linalg.norm(body.points[ids] - elbow - reach[:, None] * along, axis=1)
    length = float(np.linalg.norm(wrist - elbow))
    ids = ids[(away < 0.07) & (reach > 0.35 * length) & (reach < 0.75 * length)]
    pose = Pose(
        Rotation.identity(),
        np.zeros(3),
        {"lowerarm02.L": Rotation.from_rotvec(np.radians(pronate) * along)},
    )
    place = skin(body, pose, body.points[ids], body.weights[ids]) - elbow
    place = place - (place @ along)[:, None] * along
    return float(np.linalg.norm(place, axis=1).mean())
