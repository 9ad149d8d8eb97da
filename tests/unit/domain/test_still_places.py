"""What the mirror image of a picture makes of its places and marks."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import DrawnMark, MarkKind, Sight, Spot, StillPlaces
from tests.plate_examples import still_places

CIRCLE = DrawnMark(MarkKind.CIRCLE, ((0.2, 0.1), (0.3, 0.2), (0.1, 0.2)), closed=True)


def with_marks():
    plain = still_places()
    return StillPlaces(
        plain.points,
        plain.landmarks,
        plain.lines,
        plain.zones,
        {"loin": plain.zones["kidney"][Side.LEFT]},
        plain.map_file,
        (CIRCLE,),
    )


def close(places):
    return {
        (key, side): pytest.approx((*spot.at, *spot.across, *spot.along))
        for key, sides in (*places.points.items(), *places.landmarks.items())
        for side, spot in sides.items()
    }


def flat(path):
    return [part for place in path for part in place]


def reversed_path(path):
    return pytest.approx(flat((1 - x, y) for x, y in path))


def numbers(places):
    return {
        (key, side): (*spot.at, *spot.across, *spot.along)
        for key, sides in (*places.points.items(), *places.landmarks.items())
        for side, spot in sides.items()
    }


def test_a_body_that_is_its_own_mirror_image_looks_the_same():
    """The flat back of the example has its left as its right, in the middle of the picture."""
    assert numbers(with_marks().mirrored()) == close(with_marks())


def test_the_mirror_image_of_the_mirror_image_is_the_picture():
    twice = with_marks().mirrored().mirrored()
    assert numbers(twice) == close(with_marks())
    assert flat(twice.marks[0].path) == pytest.approx(flat(CIRCLE.path))


@pytest.mark.parametrize(
    ("side", "other", "across"),
    [
        (Side.LEFT, Side.RIGHT, (-0.03, 0.01)),
        (Side.RIGHT, Side.LEFT, (-0.03, 0.01)),
        (Side.MIDLINE, Side.MIDLINE, (0.03, -0.01)),
    ],
)
def test_outward_stays_outward_and_left_becomes_right(side, other, across):
    spot = Spot((0.2, 0.4), Sight.HIDDEN, (0.03, 0.01), (0.0, 0.02))
    places = StillPlaces({"BL23": {side: spot}}, {}, {}, {}, {}, "a.map").mirrored()
    found = places.points["BL23"][other]
    assert found.at == pytest.approx((0.8, 0.4))
    assert found.across == pytest.approx(across)
    assert found.along == pytest.approx((0.0, 0.02))
    assert found.sight is Sight.HIDDEN
    assert places.map_file == "a.map"


def test_lines_zones_regions_and_marks_are_reversed_too():
    own, other = with_marks(), with_marks().mirrored()
    line, twin = own.lines["BL23"][Side.LEFT], other.lines["BL23"][Side.RIGHT]
    assert twin.via == line.via
    assert twin.ticks[0] == pytest.approx((1 - line.ticks[0][0], line.ticks[0][1]))
    for there, here in (
        (twin.legs[0], line.legs[0]),
        (other.zones["kidney"][Side.RIGHT][0], own.zones["kidney"][Side.LEFT][0]),
        (other.regions["loin"][0], own.regions["loin"][0]),
    ):
        assert flat(there.points) == reversed_path(here.points)
    (mark,) = other.marks
    assert (mark.kind, mark.closed) == (MarkKind.CIRCLE, True)
    assert flat(mark.path) == reversed_path(CIRCLE.path)


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_has_a_way(kind):
    with pytest.raises(ValueError, match="a way"):
        DrawnMark(kind, ())
    if kind is not MarkKind.HOLD:
        with pytest.raises(ValueError, match="a way"):
            DrawnMark(kind, ((0.5, 0.5),))
