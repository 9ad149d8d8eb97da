"""Measuring on surfaces whose lengths are known: a box of cloth, a ball, and the tape itself."""

import numpy as np
import pytest
import trimesh

from massage_trainer.artwork.mesh import face_normals
from massage_trainer.artwork.skin import OffSkinError, Skin
from massage_trainer.artwork.tape import mirror_ids, skin_faces
from massage_trainer.artwork.triangles import Place
from tests.artwork.resolved_bodies import body, tape

UP, LEFT = np.array([0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0])


@pytest.fixture(scope="module")
def box():
    made = trimesh.creation.box((2.0, 1.0, 4.0))
    return Skin(np.array(made.vertices), np.array(made.faces))


@pytest.fixture(scope="module")
def ball():
    made = trimesh.creation.icosphere(subdivisions=4, radius=0.1)
    return Skin(np.array(made.vertices), np.array(made.faces))


def test_the_closest_place_lies_inside_triangles(box):
    place = box.closest(np.array([0.3, 2.0, 0.7]))
    assert box.xyz(place) == pytest.approx([0.3, 0.5, 0.7])
    assert box.normal(place)[1] > 0.5
    corner = box.closest(np.array([5.0, 5.0, 5.0]))
    assert box.xyz(corner) == pytest.approx([1.0, 0.5, 2.0])
    assert corner.shares.max() == pytest.approx(1)


def test_a_walk_goes_round_edges_as_a_tape_does(box):
    start = box.closest(np.array([0.5, 0.5, 0.7]))
    track = box.march(start, UP, LEFT, 0.75)
    assert track.length == pytest.approx(0.75)
    assert box.xyz(track.at(0.75)) == pytest.approx([1.0, 0.25, 0.7])
    assert box.xyz(track.at(0.5)) == pytest.approx([1.0, 0.5, 0.7])
    assert track.points[:, 2] == pytest.approx(0.7)


@pytest.mark.parametrize("start", [[0.0, 0.5, 0.0], [1.0, 0.5, 0.3], [1.0, 0.5, 2.0]])
def test_a_walk_starts_on_edges_and_corners_too(box, start):
    place = box.closest(np.array(start))
    track = box.march(place, LEFT, -UP, 0.4)
    assert box.xyz(track.at(0.4)) == pytest.approx(np.array(start) - [0, 0, 0.4])


def test_a_section_has_an_end(box):
    start = box.closest(np.array([0.5, 0.5, 0.7]))
    with pytest.raises(OffSkinError, match="back to its start"):
        box.march(start, UP, LEFT, 6.2)
    with pytest.raises(OffSkinError, match="does not go on"):
        box.march(start, UP, np.array([0.0, 1.0, 0.0]), 0.1)


def test_the_shortest_way_round_an_edge_is_straight_when_unfolded(box):
    a, b = (box.closest(np.array(p)) for p in ([0.4, 0.5, -0.5], [1.0, 0.1, 0.6]))
    track = box.path(a, b)
    assert track.length == pytest.approx(np.hypot(0.6 + 0.4, 1.1))
    assert box.xyz(track.at(0)) == pytest.approx([0.4, 0.5, -0.5])
    assert box.xyz(track.at(track.length)) == pytest.approx([1.0, 0.1, 0.6])
    edge = box.xyz(track.at(track.length * 0.6))
    assert edge == pytest.approx([1.0, 0.5, -0.5 + 1.1 * 0.6])
    assert box.xyz(track.at_height(0.0))[2] == pytest.approx(0)


def test_both_ends_of_a_way_may_lie_in_one_triangle_or_on_one_edge(box):
    for p, q in (([0.1, 0.5, 0.2], [0.2, 0.5, 0.1]), ([1.0, 0.5, 0.2], [1.0, 0.5, 0.5])):
        track = box.path(box.closest(np.array(p)), box.closest(np.array(q)))
        assert track.length == pytest.approx(np.linalg.norm(np.subtract(p, q)))
    place = box.closest(np.array([0.1, 0.5, 0.2]))
    with pytest.raises(OffSkinError, match="same place"):
        box.path(place, place)


def test_a_way_does_not_go_further_than_it_is_long(box):
    a, b = (box.closest(np.array(p)) for p in ([0.1, 0.5, 0.2], [0.4, 0.5, 0.9]))
    track = box.path(a, b)
    with pytest.raises(OffSkinError, match="long, not"):
        track.at(track.length + 0.01)
    with pytest.raises(OffSkinError, match="height"):
        track.at_height(1.5)


def test_ways_on_a_ball_are_great_circles(ball):
    random = np.random.default_rng(5)
    for _ in range(10):
        ends = random.normal(size=(2, 3))
        ends *= 0.1 / np.linalg.norm(ends, axis=1, keepdims=True)
        track = ball.path(*(ball.closest(end) for end in ends))
        angle = np.arccos(np.clip(ends[0] @ ends[1] / 0.01, -1, 1))
        assert track.length == pytest.approx(0.1 * angle, rel=0.005)
        places = track.spaced(0.01)
        steps = np.diff([ball.xyz(place) for place in places], axis=0)
        assert np.linalg.norm(steps, axis=1).max() <= 0.01 + 1e-9


def test_the_hindmost_middle(ball):
    assert ball.xyz(ball.back_midline(0.0)) == pytest.approx([0, 0.1, 0], abs=2e-4)
    with pytest.raises(OffSkinError, match="no skin"):
        ball.back_midline(0.2)


def test_a_place_between_three_vertices_that_are_no_triangle(box):
    place = box.at_corners(tuple(box.faces[3].tolist()), (0.2, 0.3, 0.5))
    assert isinstance(place, Place)
    assert box.xyz(place) == pytest.approx([0.2, 0.3, 0.5] @ box.points[box.faces[3]])
    corners = tuple(int(c) for c in (box.faces[0][0], box.faces[-1][2], box.faces[5][1]))
    middle = box.points[list(corners)].mean(axis=0)
    there = box.xyz(box.at_corners(corners, (1 / 3, 1 / 3, 1 / 3)))
    to_the_sides = np.array([1.0, 0.5, 2.0]) - np.abs(middle)
    assert np.linalg.norm(there - middle) == pytest.approx(to_the_sides.min())


def test_an_open_mesh_is_no_skin(box):
    with pytest.raises(ValueError, match="closed"):
        Skin(box.points, box.faces[1:])


@pytest.mark.parametrize("name", ["client", "short"])
class TestTape:
    def test_every_vertex_has_its_mirror_image(self, name):
        shape = body(name)
        faces = skin_faces(shape)
        mirror = mirror_ids(shape, faces)
        used = np.unique(faces)
        assert (mirror[mirror[used]] == used).all()
        apart = shape.points[used] - shape.points[mirror[used]] * [-1, 1, 1]
        assert np.linalg.norm(apart, axis=1).max() < 0.001

    def test_it_keeps_heights_and_sides_and_is_the_same_on_both(self, name):
        shape, skin = body(name), tape(name)
        used = np.unique(skin.faces)
        moved = skin.points[used] - shape.points[used]
        assert np.abs(moved[:, [0, 2]]).max() < 0.0005
        assert moved[:, 1].min() > -0.0005
        mirror = mirror_ids(shape, skin.faces)[used]
        assert skin.points[used] == pytest.approx(skin.points[mirror] * [-1, 1, 1], abs=1e-9)

    def test_it_bridges_the_furrow_and_the_cleft(self, name):
        """From crest to crest a tape leaves the middle of the back untouched."""
        skin, shoulder = tape(name), body(name).head("upperarm01.L")[0]
        for height in np.linspace(-0.02, 0.6 * body(name).head("neck01")[2], 12):
            middle = skin.back_midline(height)
            track = skin.march(middle, UP, LEFT, 0.5 * shoulder)
            crest = track.points[:, 1].max()
            assert crest - skin.xyz(middle)[1] < 0.002

    def test_it_has_no_folded_triangles_on_the_back(self, name):
        skin = tape(name)
        centres = skin.points[skin.faces].mean(axis=1)
        back = (np.abs(centres[:, 0]) < 0.05) & (centres[:, 1] > 0.03)
        back &= (centres[:, 2] > -0.06) & (centres[:, 2] < body(name).head("shoulder01.L")[2])
        facing = face_normals(skin.points, skin.faces)[back]
        assert (facing[:, 1] > 0).all()
