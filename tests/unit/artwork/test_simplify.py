"""Fewer triangles, the same body: nothing moves far, no hole opens, parts and borders stay."""

import math

import pytest

from massage_trainer.artwork import live_meshes, simplify
from massage_trainer.artwork.index import Tree
from massage_trainer.artwork.simplify import repacked, simplified
from massage_trainer.services.mesh_file import read_mesh
from tests.stage_examples import SCALE, figure, packed, slab, write_stage


@pytest.fixture
def mesh():
    return read_mesh("figure", figure())


def edges(triangles):
    found = {}
    for triangle in triangles:
        for i in range(3):
            a, b = triangle[i], triangle[(i + 1) % 3]
            found[min(a, b), max(a, b)] = found.get((min(a, b), max(a, b)), 0) + 1
    return found


@pytest.mark.parametrize("error", [1e-4, 1e-3, 5e-3])
def test_every_vertex_that_stays_is_where_it_was(mesh, error):
    simpler = simplified(mesh, error)
    rows, parts, triangles = repacked(mesh, simpler)
    before = {mesh.position(v) for v in range(mesh.vertex_count)}
    assert {part.name for part in parts} == {part.name for part in mesh.parts}
    assert len(rows) % 32 == 0
    assert max(max(t) for t in triangles) < len(rows) // 32
    assert before >= {mesh.position(v) for _, ts in simpler.parts for t in ts for v in t}


def test_less_care_means_fewer_triangles(mesh):
    counts = [simplified(mesh, error, painted=False).count for error in (1e-7, 5e-3, 3e-2)]
    assert counts[0] >= counts[1] > counts[2] > 0


def test_what_is_important_keeps_more(mesh):
    upper = simplified(mesh, 2e-2, lambda place: 30.0 if place[2] > 0 else 1.0)
    plain = simplified(mesh, 2e-2)
    names = [part.name for part in mesh.parts]
    shirt = names.index("shirt")
    assert len(upper.parts[shirt][1]) > len(plain.parts[shirt][1])
    assert len(upper.parts[1 - shirt][1]) == len(plain.parts[1 - shirt][1])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [({3: 1.0}, {3: 1.0}, 0.0), ({3: 1.0}, {4: 1.0}, 1.0), ({3: 0.5, 4: 0.5}, {3: 1.0}, 0.5)],
)
def test_vertices_of_other_bones_are_far_apart(one, other, apart):
    assert simplify._apart(one, other) == apart


def test_no_edge_gets_a_third_triangle(mesh):
    for _, triangles in simplified(mesh, 1e-2).parts:
        assert max(edges(triangles).values()) <= 2


def test_a_box_keeps_its_corners():
    mesh = read_mesh("slab", slab())
    assert simplified(mesh, 0.05).count == 12


def sheet(*, painted):
    """Flat, 40 mm by 40 mm in steps of 1 mm, its right half darker."""
    wide = 41
    dark = (90, 60, 40) if painted else (220, 170, 140)
    vertices = [
        ((0.001 * x, 0.001 * y, 0.0), (0.0, 0.0, 1.0), 0, dark if x > 20 else (220, 170, 140))
        for y in range(wide)
        for x in range(wide)
    ]
    triangles = []
    for at in (y * wide + x for y in range(wide - 1) for x in range(wide - 1)):
        triangles += [at, at + 1, at + wide + 1, at, at + wide + 1, at + wide]
    header = {
        "kind": "prop",
        "scale": SCALE,
        "origin": [0, 0, 0],
        "parts": [{"name": "sheet", "first": 0, "count": len(triangles)}],
    }
    return read_mesh("sheet", packed(header, vertices, triangles))


def test_a_painted_edge_stays_fine_on_flat_skin():
    mesh = sheet(painted=True)
    ((_, triangles),) = simplified(mesh, 1.6e-3).parts
    left = {v for triangle in triangles for v in triangle}
    on_edge = [v for v in left if mesh.steps(v)[0] in (200, 210)]
    # Two rows of 40 mm, in steps of four times the error.
    assert len(on_edge) >= 2 * 40 / 6.4
    plain = sheet(painted=False)
    ((_, fewer),) = simplified(plain, 1.6e-3).parts
    assert len([v for t in fewer for v in t if plain.steps(v)[0] in (200, 210)]) < 12
    assert len(fewer) < len(triangles) / 2


def test_the_surface_stays_where_it_was(mesh):
    """All of the tubes' corners lie on circles about their axes."""
    simpler = simplified(mesh, 2e-3)
    for name, triangles in simpler.parts:
        if name != "shirt":
            continue
        for triangle in triangles:
            places = [mesh.position(v) for v in triangle]
            middle = [sum(axis) / 3 for axis in zip(*places, strict=True)]
            assert math.hypot(middle[0], middle[1]) <= 0.0901


def test_what_does_not_fit_is_told_and_mended(tmp_path):
    tree = Tree(tmp_path)
    write_stage(tree.stage)
    assert list(live_meshes.problems(tree)) == []
    live_meshes.update(tree, lambda _: None)
    assert list(live_meshes.problems(tree)) == []
    (tree.stage / "slab.mesh").write_bytes(figure())
    (tree.live / "stranger.mesh").write_bytes(b"")
    told = list(live_meshes.problems(tree))
    assert [name.partition(":")[0] for name in told] == [
        "assets/live/slab.mesh",
        "assets/live/stranger.mesh",
    ]
    live_meshes.update(tree, lambda _: None)
    assert list(live_meshes.problems(tree)) == []
