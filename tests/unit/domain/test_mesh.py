import struct

import pytest

from massage_trainer.domain.mesh import BakedMesh, Part, feature_edges
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import SCALE, figure, slab


@pytest.fixture
def meshes(tmp_path):
    (tmp_path / "figure.mesh").write_bytes(figure())
    (tmp_path / "slab.mesh").write_bytes(slab())
    return SceneStore(tmp_path)


def sheet(places, triangles):
    rows = b"".join(struct.pack("<3h26x", *(round(n / SCALE) for n in p)) for p in places)
    indices = struct.pack(f"<{len(triangles)}H", *triangles)
    part = Part("sheet", 0, len(triangles))
    return BakedMesh("sheet", rows, indices, False, SCALE, (0, 0, 0), (part,), None), part


SQUARE = [(0, 0, 0), (0.1, 0, 0), (0.1, 0.1, 0), (0, 0.1, 0)]


def test_the_border_of_an_open_sheet_is_drawn_and_its_diagonal_is_not():
    mesh, part = sheet(SQUARE, [0, 1, 2, 0, 2, 3])
    edges = feature_edges(mesh, part, 50)
    assert {frozenset(e) for e in zip(edges[::2], edges[1::2], strict=True)} == {
        frozenset(e) for e in ((0, 1), (1, 2), (2, 3), (3, 0))
    }


def test_a_fold_is_drawn_only_if_it_is_sharp():
    mesh, part = sheet([*SQUARE[:3], (0, 0, 0.1)], [0, 1, 2, 0, 2, 3])
    pairs = [frozenset((0, 2))]
    for limit, drawn in ((30, True), (120, False)):
        edges = feature_edges(mesh, part, limit)
        found = {frozenset(e) for e in zip(edges[::2], edges[1::2], strict=True)}
        assert (pairs[0] in found) is drawn


def test_a_line_of_few_edges_is_a_flaw():
    mesh, part = sheet(SQUARE[:3], [0, 1, 2])
    assert feature_edges(mesh, part, 50) == []


def test_vertices_at_one_place_are_one_so_a_seam_is_no_border():
    mesh, part = sheet([*SQUARE[:3], SQUARE[0], SQUARE[2], SQUARE[3]], [0, 1, 2, 3, 4, 5])
    assert len(feature_edges(mesh, part, 50)) == 2 * 4


def test_a_triangle_without_a_surface_has_no_edges():
    mesh, part = sheet(SQUARE[:2] * 2, [0, 1, 2])
    assert feature_edges(mesh, part, 50) == []


def test_a_box_has_twelve_edges(meshes):
    mesh = meshes.mesh("slab")
    assert len(feature_edges(mesh, mesh.parts[0], 38)) == 2 * 12


def test_bounds_are_those_of_the_vertices(meshes):
    low, high = meshes.mesh("slab").bounds()
    assert low == pytest.approx((-1, -0.4, 0.4), abs=SCALE)
    assert high == pytest.approx((1, 0.4, 0.5), abs=SCALE)
