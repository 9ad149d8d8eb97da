"""What is wrong with the places of the catalogue stops the build, with the line of the entry."""

from dataclasses import replace

import numpy as np
import pytest

from massage_trainer.artwork.build import unseen_points
from massage_trainer.artwork.index import Tree
from massage_trainer.artwork.map_file import squeezed
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.places import (
    PlacesError,
    bake_places,
    broken_checks,
    levels,
    resolved_all,
)
from massage_trainer.artwork.regions import ASIDE, LEVELS
from massage_trainer.artwork.still_places import StillPlacer
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.construction import At, Level
from massage_trainer.domain.position_map import FINENESS, PositionMap
from massage_trainer.domain.scene_plates import SceneMark
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.shot import Shot
from tests.artwork.resolved_bodies import MIDDLE, acupoint, body, loaded, resolved, small_catalog
from tests.artwork.sources import ROOT
from tests.body_places import places_json

TREE = Tree(ROOT)
STORE = SceneStore(TREE.stage)
PLACES = "client.places.json"


def with_points(*points):
    """A small catalogue with these points, each in a line of its own."""
    marks = {point.code: f"points.yaml:{7 * number}" for number, point in enumerate(points, 1)}
    return replace(loaded(), catalog=small_catalog(*points), marks=marks)


def test_every_place_that_cannot_be_found_is_told_with_its_line():
    wrong = with_points(acupoint("X", Level("L2", 60, "back")), acupoint("Y", At("BL24")))
    with pytest.raises(PlacesError) as caught:
        resolved_all(body("client"), wrong)
    first, second = str(caught.value).splitlines()
    assert first.startswith("points.yaml:7: X: ")
    assert second.startswith("points.yaml:14: Y: unknown place 'BL24'")


def test_a_catalogue_with_mistakes_is_not_built(tmp_path):
    (tmp_path / "points.yaml").write_text("points: [{code: BL23}]\n", encoding="utf-8")
    broken = load_catalog(tmp_path, "catalog")
    with pytest.raises(PlacesError) as caught:
        resolved_all(body("client"), broken)
    assert str(caught.value).splitlines() == [str(error) for error in broken.errors]


def test_a_broken_check_is_told_with_its_line():
    wrong = with_points(acupoint("X", At("T5"), MIDDLE, level_with=("L2",)))
    (told,) = broken_checks(resolved_all(body("client"), wrong), wrong)
    assert told.startswith("points.yaml:7: X: ")


def test_a_highlight_without_its_landmark_is_named():
    with pytest.raises(PlacesError, match="landmark C7 is needed by a highlight"):
        levels(resolved_all(body("client"), with_points()))
    assert set(levels(resolved("client"))) == {*LEVELS, *ASIDE.values()}


def test_a_point_that_is_in_no_plate_is_told_with_its_line(tmp_path):
    folder = tmp_path / "assets" / "plates" / "places"
    folder.mkdir(parents=True)
    nowhere = [0] * 6
    points = {
        "BL23": {"left": ["h", nowhere], "right": ["v", nowhere]},
        "GB30": {"left": ["t", nowhere]},
    }
    (folder / "a.places").write_bytes(squeezed(places_json(points=points).encode()))
    hidden = replace(acupoint("X", At("T5"), MIDDLE), shown=Shown.TEXT)
    given = with_points(hidden, acupoint("Y", At("L2"), MIDDLE))
    told = unseen_points(Tree(tmp_path), given)
    assert [words.partition(":")[0] for words in told] == [
        "GV4",
        "GB30",
        "BL36",
        "BL37",
        "points.yaml",
    ]
    assert told[-1] == "points.yaml:14: Y: should be shown and is visible in no plate"


def test_two_bakes_are_the_same_and_as_committed(tmp_path):
    for name in ("one", "two"):
        skin = PackedSkin(STORE.mesh("client"))
        bake_places(resolved("client"), loaded().catalog, skin, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    # Another machine may round the last digit otherwise.
    baked, there = read_body_places(tmp_path, "one"), read_body_places(TREE.stage, PLACES)
    for key, sides in (there.points | there.landmarks).items():
        for side, place in sides.items():
            found = (baked.points | baked.landmarks)[key][side]
            assert found.rest == pytest.approx(place.rest, abs=1e-4), (key, side)


@pytest.fixture(scope="module")
def seen():
    """The points plate of the back without its picture: nothing hides anything."""
    scene = STORE.scene("points-back")
    (plate,) = scene.plates
    camera = scene.cameras[plate.views[0]]
    shot = Shot.of_frame(scene, plate.main, camera, 300, 200, 1.0)
    mesh = STORE.mesh("client")
    placer = StillPlacer(PackedSkin(mesh), read_body_places(TREE.stage, PLACES))
    return placer, shot, skin_matrices(mesh.skeleton, shot.poses[0])


def test_nothing_is_visible_where_the_picture_shows_no_skin(seen):
    placer, shot, matrices = seen
    sights = placer.sights(shot, matrices, np.zeros((200, 300, 4)))
    assert placer.visible(sights) == {}
    assert {sights.letter(at) for at in range(len(placer.rest))} == {"h", "t"}


def test_what_the_map_does_not_lead_back_to_is_hidden(seen):
    placer, shot, matrices = seen
    sights = placer.sights(shot, matrices, np.zeros((200, 300, 4)))
    sights.visible[:] = ~sights.turned
    before = placer.visible(sights)
    assert ("BL23", Side.LEFT) in before
    nothing = PositionMap(1, 1, bytes(FINENESS**2), ([0], [0], [0]), 0.001, 1)
    placer.hide_unmapped(sights, nothing, 0.1)
    assert placer.visible(sights) == {}


def spot_of(placer, key, side):
    return placer._body.points[key][side].spot


def all_skin(placer, shot, matrices):
    """As if nothing but the places themselves were seen, everywhere around them."""
    sights = placer.sights(shot, matrices, np.zeros((200, 300, 4)))
    picture = np.zeros((200, 300, 4))
    for at, (x, y) in enumerate(sights.fractions[: len(placer.rest)]):
        if 0 <= x < 1 and 0 <= y < 1:
            picture[int(y * 200), int(x * 300)] = [*placer.rest[at], 1]
    return picture


def test_marks_stand_where_their_places_do_and_a_press_comes_from_above(seen):
    placer, shot, matrices = seen
    spots = tuple(spot_of(placer, key, Side.LEFT) for key in ("BL23", "BL25"))
    marks = (
        SceneMark(MarkKind.PRESS, spots[:1]),
        SceneMark(MarkKind.STROKE, spots, both_ways=True),
        SceneMark(MarkKind.MOVE, world=((0.0, 0.0, 0.9), (0.0, 0.1, 0.9)), closed=True),
    )
    picture = all_skin(placer, shot, matrices)
    found = placer.marks(shot, matrices, picture, {"back": marks, "bare": ()})
    press, stroke, move = found["back"]
    assert set(found) == {"back"}
    assert (press["kind"], stroke["both_ways"], move["closed"]) == ("press", True, True)
    sights = placer.sights(shot, matrices, picture)
    first = sights.fractions[placer._points["BL23"][Side.LEFT]]
    assert np.array(stroke["path"][:2]) * 1e-5 == pytest.approx(first, abs=2e-5)
    assert press["path"][2:] == stroke["path"][:2]
    assert press["path"][:2] != press["path"][2:]


def test_marks_out_of_sight_are_left_out_but_ways_through_the_room_stay(seen):
    placer, shot, matrices = seen
    hold = SceneMark(MarkKind.HOLD, (spot_of(placer, "BL23", Side.LEFT),))
    move = SceneMark(MarkKind.MOVE, world=((0.0, 0.0, 0.9), (0.0, 0.1, 0.9)))
    nothing = np.zeros((200, 300, 4))
    found = placer.marks(shot, matrices, nothing, {"back": (hold, move), "other": (hold,)})
    assert [mark["kind"] for mark in found["back"]] == ["move"]
    assert "other" not in found
