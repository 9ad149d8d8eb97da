import json
import struct
import zlib

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.services.scenes import SceneStore, StageFileError
from tests.stage_examples import figure, packed, scene, slab, tube, write_stage


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
    assert [s.side for s in example.stills] == [Side.RIGHT, Side.LEFT, None]
    assert example.worked_side is Side.RIGHT


def test_the_source_may_show_the_left_side(tmp_path):
    write_stage(tmp_path, worked="left")
    assert SceneStore(tmp_path).scene("example").worked_side is Side.LEFT


def header_without(key):
    vertices, triangles = tube(0, 1, 0)
    header = {"kind": "prop", "scale": 0.0001, "origin": [0, 0, 0], "parts": []}
    del header[key]
    return packed(header, vertices, triangles)


def with_header(**changes):
    raw = zlib.decompress(slab()[4:])
    (length,) = struct.unpack_from("<I", raw)
    header = json.loads(raw[4 : 4 + length]) | changes
    text = json.dumps(header).encode()
    return b"MTM1" + zlib.compress(struct.pack("<I", len(text)) + text + raw[4 + length :])


LOOSE = {"name": "slab", "first": 3, "count": 36}
DAMAGED = {
    "empty": (b"", "not a baked mesh"),
    "foreign": (b"RIFF0000WEBP", "not a baked mesh"),
    "cut off": (slab()[:-40], "ends too early"),
    "flipped": (slab()[:30] + b"\xff\x00\xff" + slab()[33:], "damaged"),
    "nothing inside": (b"MTM1" + zlib.compress(b""), "damaged"),
    "header is no JSON": (b"MTM1" + zlib.compress(struct.pack("<I", 3) + b"{x}"), "damaged"),
    "no scale": (header_without("scale"), "lacks 'scale'"),
    "too few vertices": (with_header(vertices=25), "do not fit the header"),
    "loose part": (with_header(parts=[LOOSE]), "'slab' lies outside the triangles"),
    "loose index": (with_header(vertices=23), "damaged"),
    "no bones": (with_header(kind="figure"), "lacks 'bones'"),
    "too many bones": (
        with_header(kind="figure", bones=["b"] * 200, parents=[-1] * 200, heads=[[0, 0, 0]] * 200),
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


def test_an_index_beyond_the_vertices_is_refused(tmp_path):
    vertices, triangles = tube(0, 1, 0)
    header = {"kind": "prop", "scale": 0.0001, "origin": [0, 0, 0], "parts": []}
    (tmp_path / "bad.mesh").write_bytes(packed(header, vertices, [*triangles, 0, 1, 60_000]))
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
    (tmp_path / "bomb.mesh").write_bytes(b"MTM1" + zlib.compress(bytes(80_000_000)))
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
        json.dumps(scene(stills=[{**scene()["stills"][0], "side": "top"}])),
        "not a valid Side",
    ),
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
    assert len(zlib.decompress(figure()[4:])) > 100 * 32
    assert store.mesh("figure").position(1)[2] == pytest.approx(0.0)
