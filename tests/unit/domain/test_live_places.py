"""Where places stand in a live picture: as in the stills, and hidden where something is before."""

import math
from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_places import Lazy
from massage_trainer.domain.live_positions import LivePositions
from massage_trainer.domain.live_sight import Lens, Sightline, hands_of
from massage_trainer.domain.live_skin import PosedPlace
from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import Camera, KeyFrame, Placement, Skeleton
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.still_places import read_places
from tests.live_bodies import stood

LEFT, RIGHT, MIDDLE = Side.LEFT, Side.RIGHT, Side.MIDLINE
# From above; one metre up a picture of 90 degrees is two metres high.
ABOVE = Lens(Camera((0.0, -0.002, 1.0), (0.0, 0.0, 0.0), 90.0), 1.5)
ON_TOP = PosedPlace(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)


def sight(stands, place=ON_TOP, hands=()):
    """Of a place one metre away where something stands so far from the eye."""
    return Sightline(ABOVE, lambda _across, _down: stands, hands).see(place).sight


@pytest.mark.parametrize(
    ("plate", "side", "client"),
    [
        ("points-back", None, ClientBody.MAN),
        ("points-leg-side", RIGHT, ClientBody.MAN),
        ("points-leg-side", LEFT, ClientBody.MAN),
        ("prone-buttock", LEFT, ClientBody.WOMAN),
        ("prone-kidney-level", None, ClientBody.MAN),
        ("hip-circle-inward", LEFT, ClientBody.MAN),
        ("kneading", RIGHT, ClientBody.WOMAN),
        ("side-lying-buttock", LEFT, ClientBody.MAN),
    ],
)
def test_places_and_ways_stand_where_the_still_has_them(plate, side, client):
    shown = stood(plate, side, client)
    still = read_places(assets_dir() / "plates", shown.files.places, plate)
    still = still.mirrored() if shown.files.mirrored else still
    _, live = shown.places()
    for ours, theirs in ((live.points, still.points), (live.landmarks, still.landmarks)):
        assert set(ours) == set(theirs)
        for key, sides in theirs.items():
            for where, spot in sides.items():
                if max(map(abs, spot.at)) < 1.5:
                    assert ours[key][where].at == pytest.approx(spot.at, abs=0.002), (key, where)
    for mark, other in zip(live.marks, still.marks, strict=True):
        assert mark.kind is other.kind
        # The still draws also what is turned away of a way.
        end = other.path[len(other.path) - len(mark.path) :]
        for at, there in zip(mark.path, end, strict=True):
            assert at == pytest.approx(there, abs=0.004)


def test_a_cun_is_as_long_as_in_the_still():
    shown = stood("points-back")
    still = read_places(assets_dir() / "plates", shown.files.places, "points-back")
    _, live = shown.places()
    for key in ("BL23", "BL18", "GV4"):
        for where, spot in still.points[key].items():
            ours = live.points[key][where]
            assert ours.across == pytest.approx(spot.across, abs=0.003)
            assert ours.along == pytest.approx(spot.along, abs=0.003)


def test_left_stays_left_whichever_side_is_worked():
    """The mirrored scene shows the other side of the same body, which keeps its own sides."""
    one, other = stood("prone-buttock", RIGHT), stood("prone-buttock", LEFT)
    assert one.files.mirrored is not other.files.mirrored
    (_, right), (_, left) = one.places(), other.places()
    for key in ("GB30", "BL54", "BL36"):
        x, y = right.points[key][RIGHT].at
        assert left.points[key][LEFT].at == pytest.approx((1 - x, y), abs=0.003)
    for mark, mirrored in zip(right.marks, left.marks, strict=True):
        for (x, y), at in zip(mark.path, mirrored.path, strict=True):
            assert at == pytest.approx((1 - x, y), abs=0.001)


def test_the_back_is_turned_away_from_under_the_table():
    shown = stood("points-back")
    below = replace(Orbit.of(shown.of.camera), pitch=-60.0).camera
    _, live = shown.places(camera=below)
    back = [spot for code in ("BL23", "BL18", "GV4") for spot in live.points[code].values()]
    assert {spot.sight for spot in back} == {Sight.TURNED}


@pytest.mark.parametrize(
    ("stands", "seen"),
    [
        (1.0, Sight.VISIBLE),
        (0.99, Sight.VISIBLE),  # a shirt
        (0.95, Sight.HIDDEN),  # a limb
        (0.5, Sight.HIDDEN),
        (-0.92, Sight.VISIBLE),  # a towel
        (-0.6, Sight.HIDDEN),  # a towel over something that stands before
        (0.0, Sight.VISIBLE),  # nothing is drawn there
        (1.4, Sight.VISIBLE),  # an edge: what lies behind is seen
    ],
)
def test_what_hides_a_place(stands, seen):
    assert sight(stands) is seen


def test_a_place_at_an_edge_is_seen_beside_it():
    def distance(across, _down):
        return 0.6 if across >= 0.5 else 1.0

    assert Sightline(ABOVE, distance).see(ON_TOP).sight is Sight.VISIBLE


def test_nothing_beside_an_arm_does_not_show_what_is_under_it():
    """Beside the arm is the floor's end, not the skin."""

    def distance(across, _down):
        return 0.6 if across >= 0.5 else 1000.0

    assert Sightline(ABOVE, distance).see(ON_TOP).sight is Sight.HIDDEN


def test_a_hand_that_works_hides_nothing_but_its_forearm_does():
    thumb = (((0.0, 0.0, 0.05), (0.0, 0.0, 0.12)),)
    assert sight(0.9, hands=thumb) is Sight.VISIBLE
    assert sight(0.9) is Sight.HIDDEN
    high = (((0.0, 0.0, 0.4), (0.0, 0.0, 0.5)),)
    assert sight(0.55, hands=high) is Sight.HIDDEN


def test_a_hand_may_be_asked_to_hide():
    thumb = (((0.0, 0.0, 0.05), (0.0, 0.0, 0.12)),)
    line = Sightline(ABOVE, lambda *_: 0.9, thumb)
    assert line.see(ON_TOP, under_hands=False).sight is Sight.HIDDEN


def test_what_lies_beside_the_picture_or_behind_the_eye_is_not_seen():
    assert sight(5.0, PosedPlace(3.0, 0.0, 0.0, 0.0, 0.0, 1.0)) is Sight.HIDDEN
    assert sight(5.0, PosedPlace(0.0, 0.0, 2.0, 0.0, 0.0, 1.0)) is Sight.HIDDEN


def test_slanted_skin_is_turned_away_as_in_stills():
    def tilted(degrees):
        angle = math.radians(degrees)
        return PosedPlace(0.0, 0.0, 0.0, math.sin(angle), 0.0, math.cos(angle))

    assert sight(1.0, tilted(75)) is Sight.VISIBLE
    assert sight(1.0, tilted(82)) is Sight.TURNED


def test_a_place_of_the_body_is_found_again_at_any_turn():
    shown = stood("points-back")
    camera = Orbit.of(shown.of.camera).turned(40, -25).camera
    stage, live = shown.places(camera=camera)
    positions = LivePositions(stage)
    for key in ("BL23", "BL18", "BL52"):
        for side, place in shown.body.places.points[key].items():
            found = fraction_of(positions, place.rest)
            assert found == pytest.approx(live.points[key][side].at, abs=0.002)
    assert positions.find((3.0, 3.0, 3.0), 0.01) is None
    assert positions.place_at((0.5, 0.5)) is None


def test_a_hidden_piece_of_a_line_is_left_out():
    shown = stood("points-back")
    whole, _ = shown.places()
    spine = shown.body.places.zones["spine"][MIDDLE]
    (run, *more), across = list(whole.seen(spine)), [0.0, 0.0]
    assert not more
    across = [min(x for x, _ in run.points), max(x for x, _ in run.points)]
    low, high = (across[0] + (across[1] - across[0]) * share for share in (0.4, 0.6))
    cut, _ = shown.places(lambda x, _: 0.5 if low < x < high else 100.0)
    pieces = list(cut.seen(spine))
    assert len(pieces) > 1
    assert not any(low + 0.01 < x < high - 0.01 for run in pieces for x, _ in run.points)


def test_hands_are_bones_from_joint_to_tip():
    names = ("root", "wrist.L", "finger1-1.L", "finger1-2.L")
    bones = Skeleton(names, (-1, 0, 1, 2), ((0, 0, 0), (1, 0, 0), (2, 0, 0), (3, 0, 0)))
    found = hands_of(bones, KeyFrame(Placement()))
    assert [start for start, _ in found] == [(1, 0, 0), (2, 0, 0), (3, 0, 0)]
    assert found[-1][1][0] > 3.5


def test_values_are_made_once_and_only_when_asked():
    made = []
    lazy = Lazy("ab", lambda key: made.append(key) or key.upper())
    assert list(lazy) == ["a", "b"]
    assert len(lazy) == 2
    assert made == []
    assert lazy["b"] == lazy["b"] == "B"
    assert made == ["b"]
    with pytest.raises(KeyError):
        lazy["c"]
