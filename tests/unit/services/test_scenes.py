import json
import lzma
import struct

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.mesh import Part
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.scene_plates import MeshSpot, SceneMark
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.services.scenes import SceneStore, StageFileError
from tests.stage_examples import TEXT, packed, plate, scene, slab, tube, write_stage


@pytest.fixture
def store(tmp_path):
    write_stage(tmp_path)
    return SceneStore(tmp_path)


def test_a_scene_comes_with_all_its_meshes(store):
    assert store.scene_ids() == ["example"]
    example = store.scene("example")
    meshes = store.meshes(example)
    assert [(name, mesh.vertex_count) for name, mesh in meshes.items()] == [
        ("figure", 150),
        ("slab", 24),
    ]
    assert meshes["figure"].skeleton.names == ("root", "leg.R", "leg.L")
    assert [part.name for part in meshes["figure"].parts] == ["body", "shirt"]
    assert example.figures[0].frames["bent"].bones["leg.R"][1] > 0.3
    (plate,) = example.plates
    assert (plate.main, plate.path, set(plate.descriptions)) == (
        "bent",
        ("rest", "bent"),
        {Side.LEFT, Side.RIGHT},
    )
    assert example.meanings == {"rest": "in", "bent": "move"}
    assert example.worked_side is Side.RIGHT


def test_bones_turned_alike_in_all_frames_are_told_once(tmp_path, store):
    path = tmp_path / "example.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["figures"][0]["bones"] = {"leg.L": [0.8, 0.6, 0, 0]}
    path.write_text(json.dumps(data), encoding="utf-8")
    frames = SceneStore(tmp_path).scene("example").figures[0].frames
    assert frames["rest"].bones["leg.L"] == frames["bent"].bones["leg.L"] == (0.8, 0.6, 0.0, 0.0)
    assert frames["bent"].bones["leg.R"][1] > 0.3


def test_the_source_may_show_the_left_side(tmp_path):
    write_stage(tmp_path, worked="left")
    assert SceneStore(tmp_path).scene("example").worked_side is Side.LEFT


def mesh(leave_out=(), **changes):
    vertices, triangles = tube(0, 1, 0)
    header = {"kind": "prop", "scale": 0.0001, "origin": [0, 0, 0], "parts": [], **changes}
    for key in leave_out:
        del header[key]
    return packed(header, vertices, triangles)


def with_header(**changes):
    raw = lzma.decompress(slab()[4:])
    (length,) = struct.unpack_from("<I", raw)
    header = json.loads(raw[4 : 4 + length]) | changes
    text = json.dumps(header).encode()
    return b"MTM2" + lzma.compress(struct.pack("<I", len(text)) + text + raw[4 + length :])


def with_dictionary(size):
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": size}]
    return b"MTM2" + lzma.compress(lzma.decompress(slab()[4:]), filters=filters)


LOOSE = {"name": "slab", "first": 3, "count": 36}
DAMAGED = {
    "empty": (b"", "not a baked mesh"),
    "foreign": (b"RIFF0000WEBP", "not a baked mesh"),
    "cut off": (slab()[:-40], "ends too early"),
    "flipped": (slab()[:30] + b"\xff\x00\xff" + slab()[33:], "damaged"),
    "the former version": (b"MTM1" + slab()[4:], "of another version"),
    "nothing inside": (b"MTM2" + lzma.compress(b""), "damaged"),
    "header is no JSON": (b"MTM2" + lzma.compress(struct.pack("<I", 3) + b"{x}"), "damaged"),
    "something behind": (slab() + b"more", "damaged"),
    "hungry": (with_dictionary(1 << 30), "damaged"),
    "no scale": (mesh(leave_out=["scale"]), "lacks 'scale'"),
    "fewer than no vertices": (with_header(vertices=-24), "do not fit the header"),
    "not all corners": (with_header(indices=35), "do not fit the header"),
    "countless": (with_header(vertices=10**30), "do not fit the header"),
    "endless": (with_header(vertices=float("inf")), "damaged"),
    "part of less than nothing": (
        with_header(parts=[{"name": "slab", "first": 3, "count": -3}]),
        "'slab' lies outside",
    ),
    "too few vertices": (with_header(vertices=25), "do not fit the header"),
    "loose part": (with_header(parts=[LOOSE]), "'slab' lies outside the triangles"),
    "loose index": (with_header(vertices=23), "damaged"),
    "no bones": (mesh(kind="figure"), "lacks 'bones'"),
    "too many bones": (
        mesh(kind="figure", bones=["b"] * 200, parents=[-1] * 200, heads=[[0, 0, 0]] * 200),
        "more than 112 bones",
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_mesh_is_named_and_explained(tmp_path, case):
    content, problem = DAMAGED[case]
    (tmp_path / "bad.mesh").write_bytes(content)
    with pytest.raises(StageFileError, match=problem) as caught:
        SceneStore(tmp_path).mesh("bad")
    assert str(tmp_path / "bad.mesh") in str(caught.value)


@pytest.mark.parametrize("corner", [50, 60_000, 65_535])
def test_an_index_beyond_the_vertices_is_refused(tmp_path, corner):
    vertices, triangles = tube(0, 1, 0)
    header = {"kind": "prop", "scale": 0.0001, "origin": [0, 0, 0], "parts": []}
    (tmp_path / "bad.mesh").write_bytes(packed(header, vertices, [*triangles, 0, 1, corner]))
    with pytest.raises(StageFileError, match="a vertex that is not there"):
        SceneStore(tmp_path).mesh("bad")


def test_a_bone_beyond_the_skeleton_is_refused(tmp_path):
    vertices, triangles = tube(0, 1, 7)
    bones = {"bones": ["root"], "parents": [-1], "heads": [[0, 0, 0]]}
    header = {"kind": "figure", "scale": 0.0001, "origin": [0, 0, 0], "parts": [], **bones}
    (tmp_path / "bad.mesh").write_bytes(packed(header, vertices, triangles))
    with pytest.raises(StageFileError, match="a bone that is not there"):
        SceneStore(tmp_path).mesh("bad")


def test_a_bomb_does_not_fill_the_memory(tmp_path):
    (tmp_path / "bomb.mesh").write_bytes(b"MTM2" + lzma.compress(bytes(80_000_000), preset=0))
    with pytest.raises(StageFileError, match="far too large"):
        SceneStore(tmp_path).mesh("bomb")


@pytest.mark.parametrize("name", ["scene", "mesh"])
def test_a_missing_file_is_named(tmp_path, name):
    with pytest.raises(StageFileError, match="No such file"):
        getattr(SceneStore(tmp_path), name)("nowhere")


BROKEN_SCENES = {
    "no JSON": ("{", "damaged scene"),
    "a list": ("[]", "damaged"),
    "a key less": (json.dumps({"id": "example"}), "lacks 'figures'"),
    "a short vector": (
        json.dumps(scene(cameras={"wide": {"eye": [1, 2], "at": [0, 0, 0], "fov": 30}})),
        "damaged",
    ),
    "an unknown frame": (json.dumps(scene(frames=["rest", "gone"])), "unknown frame 'gone'"),
    "an unknown side": (
        json.dumps(scene(plates=[plate("x", descriptions={"top": TEXT})])),
        "not a valid Side",
    ),
    "an unknown view": (json.dumps(scene(plates=[plate("x", views=["own"])])), "valid View"),
    "an unknown meaning": (json.dumps(scene(meanings={"rest": "sit"})), "valid Meaning"),
    "a mark of nothing": (
        json.dumps(scene(plates=[plate("x", marks=[{"kind": "hold"}])])),
        "lies on the skin or leads through the room",
    ),
    "nested": ("[" * 100_000, "damaged scene"),
    "no rotation": (
        json.dumps(scene(props=[{"mesh": "slab", "at": [0, 0, 0, 0, 0, 0, 0]}])),
        "finite length",
    ),
}


@pytest.mark.parametrize("case", BROKEN_SCENES)
def test_a_damaged_scene_is_named_and_explained(tmp_path, case):
    content, problem = BROKEN_SCENES[case]
    (tmp_path / "example.json").write_text(content, encoding="utf-8")
    with pytest.raises(StageFileError, match=problem) as caught:
        SceneStore(tmp_path).scene("example")
    assert caught.value.path == tmp_path / "example.json"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"parts": ["body", "cape"]}, "no part 'cape'"),
        ({"mesh": "slab"}, "slab is a prop"),
    ],
)
def test_a_figure_must_fit_its_mesh(tmp_path, change, problem):
    write_stage(tmp_path, figures=[{**scene()["figures"][0], **change}])
    store = SceneStore(tmp_path)
    with pytest.raises(StageFileError, match=problem):
        store.meshes(store.scene("example"))


def test_a_pose_must_name_bones_of_its_mesh(tmp_path):
    data = scene()
    data["figures"][0]["frames"]["bent"]["bones"]["tail"] = [1, 0, 0, 0]
    write_stage(tmp_path, figures=data["figures"])
    store = SceneStore(tmp_path)
    with pytest.raises(StageFileError, match="no bone 'tail'"):
        store.meshes(store.scene("example"))


def test_the_packed_figure_survives_the_round_trip(store):
    mesh = store.mesh("figure")
    assert mesh.position(1)[2] == pytest.approx(0.0)
    assert mesh.position(0) == pytest.approx((-0.03, 0.0, -0.7))
    assert mesh.normal(0) == pytest.approx((1.0, 0.0, 0.0))
    assert [mesh.influences(vertex)[0] for vertex in (0, 50, 149)] == [(1, 1), (2, 1), (0, 1)]
    assert bytes(mesh.vertices[-4:]) == bytes((220, 170, 140, 255))
    assert list(mesh.triangles(mesh.parts[0]))[:2] == [(0, 2, 3), (0, 3, 1)]


def test_many_vertices_are_counted_in_wider_numbers(tmp_path):
    vertices, _ = tube(0, 1, 0)
    many = vertices * 1400
    header = {"kind": "prop", "scale": 0.0001, "origin": [0, 0, 0], "parts": []}
    corners = [0, 1, len(many) - 1, 65_536, 3, 2]
    (tmp_path / "many.mesh").write_bytes(packed(header, many, corners))
    made = SceneStore(tmp_path).mesh("many")
    assert made.wide_indices
    assert list(made.triangles(Part("all", 0, 6))) == [(0, 1, 69_999), (65_536, 3, 2)]


def test_the_woman_has_her_own_scenes_and_shares_the_things(tmp_path):
    write_stage(tmp_path)
    write_stage(tmp_path / "woman", meanings={"rest": "press"})
    (tmp_path / "woman" / "slab.mesh").unlink()
    (tmp_path / "man-only.json").write_text("{}", encoding="utf-8")
    store = SceneStore(tmp_path, ClientBody.WOMAN)
    assert store.scene_ids() == ["example"]
    example = store.scene("example")
    assert example.meanings == {"rest": "press"}
    assert set(store.meshes(example)) == {"figure", "slab"}
    assert store.path("figure.mesh").parent == tmp_path / "woman"
    assert store.path("slab.mesh").parent == tmp_path
    with pytest.raises(StageFileError, match="No such file"):
        store.scene("man-only")


def test_marks_lie_on_the_skin_or_lead_through_the_room(tmp_path):
    marks = [
        {"kind": "press", "spots": [[0, 1, 2, 0.5, 0.25, 0.25]]},
        {"kind": "move", "world": [[0, 0, 1], [0, 0, 2]], "closed": True, "both_ways": True},
    ]
    write_stage(tmp_path, plates=[plate("example", marks=marks)])
    press, move = SceneStore(tmp_path).scene("example").plates[0].marks
    assert press == SceneMark(MarkKind.PRESS, (MeshSpot((0, 1, 2), (0.5, 0.25, 0.25)),))
    assert (move.world[1], move.closed, move.both_ways) == ((0, 0, 2), True, True)


@pytest.mark.parametrize("corner", [-1, 150])
def test_a_mark_beside_the_mesh_is_refused(tmp_path, corner):
    marks = [{"kind": "hold", "spots": [[0, 1, corner, 0.5, 0.25, 0.25]]}]
    write_stage(tmp_path, plates=[plate("example", marks=marks)])
    store = SceneStore(tmp_path)
    with pytest.raises(StageFileError, match="a mark of example lies beside the mesh"):
        store.meshes(store.scene("example"))
