"""The baked files say what the program expects, and say the same every time."""

import numpy as np
import pytest

from massage_trainer.artwork import figure, meshfile
from massage_trainer.artwork.pose import frames, skin
from massage_trainer.services.scenes import SceneStore
from tests.artwork.sources import ROOT, SOURCES


def test_weights_keep_their_sum_and_the_strongest_bones(pieces):
    for piece in pieces:
        bones, shares = meshfile.strongest(piece.weights)
        assert (shares.sum(axis=1) == 255).all()
        assert (bones < piece.weights.shape[1]).all()


def test_eight_bones_a_point_are_enough(client, pieces, positions):
    pose = positions["prone"].pose
    piece = next(piece for piece in pieces if piece.name == "skin")
    exact = skin(client.body, pose, piece.points, piece.weights)
    bones, shares = meshfile.strongest(piece.weights)
    kept = np.zeros_like(piece.weights)
    np.add.at(kept, (np.arange(len(kept))[:, None], bones), shares / 255)
    near = skin(client.body, pose, piece.points, kept)
    assert np.linalg.norm(near - exact, axis=1).max() < 0.004


def test_writing_twice_gives_the_same_bytes(tmp_path, client, pieces):
    for name in ("a", "b"):
        meshfile.write(tmp_path / f"{name}.mesh", pieces, figure.skeleton(client.body))
    assert (tmp_path / "a.mesh").read_bytes() == (tmp_path / "b.mesh").read_bytes()


def test_half_way_bones_turn_half_as_far(client, positions):
    body = client.body
    rotations, _ = frames(body, positions["side"].pose)
    parent, half, child = (
        rotations[body.bone(name)] for name in ("upperleg02.R", "knee-half.R", "lowerleg01.R")
    )

    def angle(turn):
        return np.degrees(np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1)))

    assert angle(parent.T @ half) == pytest.approx(angle(parent.T @ child) / 2, abs=0.01)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_the_committed_scene_opens_and_has_its_pictures(source):
    scene = SceneStore(ROOT / "assets" / "stage").scene(source.id)
    assert list(scene.frames) == list(source.frames)
    plates = {still.plate for still in scene.stills}
    assert {still.plate for still in source.stills} <= plates
    assert scene.description.vi
    assert scene.description.en
