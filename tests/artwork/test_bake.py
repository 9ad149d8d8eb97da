"""The baked files say what the program expects, and say the same every time."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest

from massage_trainer.artwork import bake, figure, keep, meshfile
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.movement import plan
from massage_trainer.artwork.people import People
from massage_trainer.artwork.pose import frames, skin
from massage_trainer.artwork.scene_json import scene_text
from massage_trainer.artwork.stage_files import client_mesh, packed_skin
from massage_trainer.domain.plate import ClientBody
from tests.artwork.sources import LOADED, ROOT, SOURCES


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


@pytest.fixture(scope="module")
def people():
    return People(LOADED)


def json_scene(path):
    return json.loads(path.read_text(encoding="utf-8"))


def baked(people, source, which):
    kit = people.clients[which]
    act = Act(source, kit, people.practitioner)
    assert act.solve() == []
    return scene_text(act, packed_skin(client_mesh(kit)))


@pytest.mark.parametrize("name", ["leg-bend", "prone-kidney-level"])
def test_baking_twice_gives_the_same_bytes(people, name):
    source = next(source for source in SOURCES if source.id == name)
    first = source.only(frozenset(source.order[:1]))
    one, other = (baked(people, first, ClientBody.MAN) for _ in range(2))
    assert one == other


def test_a_scene_that_was_baked_before_is_taken_over(tmp_path, people, monkeypatch):
    source = next(source for source in SOURCES if source.id == "supine-rest")
    monkeypatch.setattr(bake, "_people", [people])
    monkeypatch.setattr(keep, "folder", lambda: tmp_path)
    found = bake.bake_scene(bake.Task(source, ClientBody.WOMAN, tmp_path))
    assert not found.problems
    assert found.files[f"{source.id}.json"].decode() == baked(people, source, ClientBody.WOMAN)
    assert "pillow-supine.mesh" in found.files
    kept = list(tmp_path.glob(f"baked-{source.id}-woman-*.pickle"))
    assert len(kept) == 1
    # what a broken-off build has finished is taken over
    monkeypatch.setattr(bake, "_baked", None)
    assert bake.bake_scene(bake.Task(source, ClientBody.WOMAN, tmp_path)) == found


def test_what_no_scene_asks_for_is_removed(tmp_path):
    for name in ("a.json", "b.mesh", "woman/a.json", "woman/c.mesh", "keep.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    bake.remove_strays(tmp_path, {tmp_path / "a.json", tmp_path / "woman" / "c.mesh"})
    left = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert left == {"a.json", "woman/c.mesh", "keep.txt"}


COMMITTED = [(source, which) for source in SOURCES for which in source.clients]


@pytest.mark.parametrize(
    ("source", "which"), COMMITTED, ids=[f"{s.id}-{w.value}" for s, w in COMMITTED]
)
def test_the_committed_scene_opens_and_has_its_plates(source, which):
    folder = bake.folder_of(ROOT / "assets" / "stage", which)
    scene = json_scene(folder / f"{source.id}.json")
    planned, frames = plan(source).frames(), tuple(scene["frames"])
    # Steps that a blend needed are put in between, and numbered so: .0.5, .1.5
    assert tuple(name for name in frames if name in planned) == planned
    for added in set(frames) - set(planned):
        assert re.search(r"~[^.]+\.\d+\.\d+$", added)
    assert [plate["id"] for plate in scene["plates"]] == [plate.id for plate in source.plates]
    assert len(scene["figures"]) == (2 if source.stance else 1)


def test_every_process_tells_alike_what_a_scene_says():
    """What was baked before is found by these words: no address, no order of a set."""
    source = next(source for source in SOURCES if source.id == "prone-kidney-level")
    clothes = [f"garment-{number}" for number in range(9)]
    told = {
        bake._text(replace(source, clothes=frozenset(order))) for order in (clothes, clothes[::-1])
    }
    assert len(told) == 1
    assert all(" at 0x" not in bake._text(each) for each in SOURCES)
