import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.scene_plates import ScenePlate
from massage_trainer.domain.stage import (
    Camera,
    Figure,
    HighlightBox,
    KeyFrame,
    Placement,
    Prop,
    Scene,
    Skeleton,
    other_side,
    posed_bones,
    skin_matrices,
)
from massage_trainer.domain.text import LocalizedText
from tests.unit.domain.test_rotation import NUMBER, rotations

TEXT = LocalizedText(vi="Một.", en="One.")
PLATE = ScenePlate("bend", ("rest",), "rest", ("wide",), ("rest",), {None: TEXT})
SKELETON = Skeleton(
    ("root", "thigh.L", "shin.L", "thigh.R", "shin.R"),
    (-1, 0, 1, 0, 3),
    ((0, 0, 0.1), (0.1, 0, 0), (0.1, 0, -0.4), (-0.1, 0, 0), (-0.1, 0, -0.4)),
)


@st.composite
def key_frames(draw):
    at = draw(st.tuples(NUMBER, NUMBER, NUMBER))
    names = draw(st.lists(st.sampled_from(SKELETON.names), unique=True))
    return KeyFrame(Placement(draw(rotations()), at), {name: draw(rotations()) for name in names})


def moved(matrix, point):
    return tuple(
        sum(m * p for m, p in zip(matrix[4 * r : 4 * r + 4], (*point, 1), strict=True))
        for r in range(3)
    )


def scene(**changes):
    frame = KeyFrame(Placement(at=(0.2, 0.1, 0.7)), {"thigh.R": (0.9, 0.3, 0.2, 0.1)})
    parts = {
        "id": "bend",
        "figures": (Figure("client", ("body", "sleeve.R"), {"rest": frame}),),
        "props": (Prop("pillow", Placement(at=(0.5, 0.2, 0.8))),),
        "frames": ("rest",),
        "highlights": (HighlightBox((0.1, 0.2), (0.05, 0.04), 0.02, "back", 10),),
        "cameras": {"wide": Camera((0, -3, 2), (0.1, 0.2, 0.7), 27)},
        "has_mirror": True,
        "plates": (PLATE,),
    }
    return Scene(**parts | changes)


@given(key_frames(), key_frames(), st.floats(0, 1))
def test_a_blend_of_two_poses_keeps_every_bone_as_long_as_it_is(a, b, share):
    bones = posed_bones(SKELETON, a.blended(b, share))
    for i, parent in enumerate(SKELETON.parents):
        if parent >= 0:
            rest = math.dist(SKELETON.heads[i], SKELETON.heads[parent])
            assert math.dist(bones[i].at, bones[parent].at) == pytest.approx(rest)


@given(key_frames())
def test_mirrored_twice_is_the_same_pose(frame):
    before = skin_matrices(SKELETON, frame)
    after = skin_matrices(SKELETON, frame.mirrored().mirrored())
    for matrix, again in zip(before, after, strict=True):
        assert again == pytest.approx(matrix, abs=1e-9)


@given(key_frames(), st.tuples(NUMBER, NUMBER, NUMBER))
def test_a_mirrored_pose_puts_the_other_side_at_the_reflected_place(frame, rest):
    posed = skin_matrices(SKELETON, frame)
    mirrored = skin_matrices(SKELETON, frame.mirrored())
    for i, name in enumerate(SKELETON.names):
        x, y, z = moved(posed[i], rest)
        other = SKELETON.names.index(other_side(name))
        there = moved(mirrored[other], (-rest[0], rest[1], rest[2]))
        assert there == pytest.approx((x, -y, z), abs=1e-9)


def test_an_unposed_figure_stands_where_its_root_is():
    for matrix in skin_matrices(SKELETON, KeyFrame(Placement(at=(1, 2, 3)))):
        assert moved(matrix, (0.5, 0.25, 0.125)) == pytest.approx((1.5, 2.25, 3.125))


def test_a_child_follows_its_parent():
    half_turn = (0.0, 1.0, 0.0, 0.0)
    bones = posed_bones(SKELETON, KeyFrame(Placement(), {"thigh.L": half_turn}))
    assert bones[2].at == pytest.approx((0.1, 0, 0.4))
    assert bones[4].at == pytest.approx((-0.1, 0, -0.4))


def test_a_blend_turns_on_an_arc_and_not_through_the_middle():
    quarter = KeyFrame(Placement(), {"thigh.L": (math.sqrt(0.5), math.sqrt(0.5), 0, 0)})
    shin = posed_bones(SKELETON, KeyFrame(Placement()).blended(quarter, 0.5))[2]
    assert math.dist(shin.at, (0.1, 0, 0)) == pytest.approx(0.4)
    assert shin.at[1] == pytest.approx(0.4 * math.sqrt(0.5))


def test_names_of_the_middle_have_no_other_side():
    assert [other_side(n) for n in ("foot.L", "foot.R", "spine01")] == [
        "foot.R",
        "foot.L",
        "spine01",
    ]


def test_a_mirrored_scene_works_the_other_side():
    mirrored = scene().mirrored()
    assert mirrored.worked_side is Side.LEFT
    assert mirrored.figures[0].parts == ("body", "sleeve.L")
    assert list(mirrored.figures[0].frames["rest"].bones) == ["thigh.L"]
    assert mirrored.highlights[0].centre == (-0.1, 0.2)
    assert mirrored.highlights[0].tilt_degrees == -10
    assert mirrored.cameras["wide"] == Camera((0, 3, 2), (0.1, -0.2, 0.7), 27)
    assert mirrored.mirrored().figures[0].parts == ("body", "sleeve.R")


def test_a_mirrored_prop_is_reflected_in_the_world():
    prop = Prop("pillow", Placement((0.8, 0.1, 0.2, 0.3), (0.5, 0.2, 0.8)))
    x, y, z = moved(prop.matrix(), (0.1, 0.2, 0.3))
    reflected = scene(props=(prop,)).mirrored().props[0]
    assert moved(reflected.matrix(), (0.1, 0.2, 0.3)) == pytest.approx((x, -y, z))


@pytest.mark.parametrize(
    ("has_mirror", "side", "worked"),
    [
        (True, Side.LEFT, Side.LEFT),
        (True, Side.RIGHT, Side.RIGHT),
        (True, None, Side.RIGHT),
        (False, Side.LEFT, Side.RIGHT),
    ],
)
def test_a_scene_is_mirrored_only_where_the_other_side_is_wanted(has_mirror, side, worked):
    assert scene(has_mirror=has_mirror).for_side(side).worked_side is worked


def test_a_highlight_of_a_flank_changes_the_flank():
    box = HighlightBox((0.0, 0.1), (0.05, 0.05), 0.01, "right", 5)
    assert box.mirrored() == HighlightBox((0.0, 0.1), (0.05, 0.05), 0.01, "left", 5)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"frames": ("rest", "bent")}, "unknown frame 'bent'"),
        ({"cameras": {}}, "unknown camera 'wide'"),
        ({"highlights": scene().highlights * 5}, "at most 4"),
        ({"plates": (replace(PLATE, path=("rest", "bent")),)}, "unknown frame 'bent'"),
        ({"plates": (replace(PLATE, views=("close",)),)}, "unknown camera 'close'"),
        ({"meanings": {"bent": "move"}}, "unknown frame 'bent'"),
    ],
)
def test_a_scene_refuses_what_it_does_not_have(changes, problem):
    with pytest.raises(ValueError, match=problem):
        scene(**changes)


@pytest.mark.parametrize(
    "make",
    [
        lambda: HighlightBox((0, 0), (0.1, 0.1), 0.01, "top"),
        lambda: HighlightBox((0, 0), (0.1, 0.1), 0.2, "back"),
        lambda: HighlightBox((0, 0), (0.1, 0.0), 0.0, "back"),
        lambda: Camera((0, 0, 1), (0, 0, 1), 27),
        lambda: Camera((0, 0, 1), (0, 0, 0), 0),
        lambda: Skeleton(("a",), (-1, 0), ((0, 0, 0),)),
        lambda: Skeleton(("a", "b"), (1, -1), ((0, 0, 0), (0, 0, 0))),
        lambda: Skeleton((), (), ()),
    ],
)
def test_values_that_make_no_sense_are_refused(make):
    with pytest.raises(ValueError):  # noqa: PT011 - each case has words of its own
        make()
