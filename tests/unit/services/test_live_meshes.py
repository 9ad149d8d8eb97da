"""The meshes of the live view are read as they were written, or refused by name."""

import lzma
import struct

import pytest

from massage_trainer.artwork.live_meshes import packed_live
from massage_trainer.artwork.simplify import simplified
from massage_trainer.services.live_meshes import DIGEST, HEAD, MAGIC, LiveMeshStore, read_live_mesh
from massage_trainer.services.live_scenes import LiveScenes, scene_id
from massage_trainer.services.mesh_file import read_mesh
from massage_trainer.services.scenes import SceneStore, StageFileError
from tests.stage_examples import figure, slab, write_stage

START = len(MAGIC) + DIGEST


def live(content):
    mesh = read_mesh("it", content)
    return packed_live(mesh, simplified(mesh, 1e-6), "d" * DIGEST)


@pytest.fixture
def folder(tmp_path):
    write_stage(tmp_path)
    (tmp_path / "live" / "woman").mkdir(parents=True)
    for path, content in (("figure", figure()), ("slab", slab()), ("woman/figure", figure())):
        (tmp_path / "live" / f"{path}.mesh").write_bytes(live(content))
    return tmp_path


def test_a_live_mesh_has_the_parts_and_bones_of_its_mesh():
    whole, read = read_mesh("it", figure()), read_live_mesh("it", live(figure()))
    assert [part.name for part in read.mesh.parts] == [part.name for part in whole.parts]
    assert read.mesh.skeleton == whole.skeleton
    assert read.mesh.scale == whole.scale
    assert [part.name for part in read.coarse_parts] == [part.name for part in whole.parts]


def test_an_edge_of_a_thing_keeps_its_line():
    read = read_live_mesh("it", live(slab()))
    (run,) = read.runs
    assert run.count == 2 * 12
    assert len(read.edges) == 4 * run.count


@pytest.mark.parametrize("size", [0, 3, START, START + 7, START + 90, -1, -40])
def test_a_file_that_ends_too_early_is_refused(size):
    with pytest.raises((ValueError, struct.error, lzma.LZMAError)):
        read_live_mesh("it", live(figure())[:size])


def test_one_that_goes_on_and_one_of_another_version_are_refused():
    with pytest.raises(ValueError, match="too late"):
        read_live_mesh("it", live(figure()) + b"more")
    with pytest.raises(ValueError, match="version"):
        read_live_mesh("it", b"MTL2" + live(figure())[4:])


def test_lines_and_shadows_beside_the_mesh_are_refused():
    content = live(figure())
    body, lines = HEAD.unpack_from(content, START)
    more = bytearray(lzma.decompress(content[-lines:]))
    for at in (-4, -4 - 4 * (len(read_live_mesh("it", content).edges) // 4 + 3)):
        strange = bytearray(more)
        strange[at : at + 4 if at + 4 else None] = b"\xff\xff\xff\x00"
        packed = lzma.compress(bytes(strange))
        whole = content[:START] + HEAD.pack(body, len(packed)) + content[START + HEAD.size : -lines]
        with pytest.raises(ValueError, match="not there"):
            read_live_mesh("it", whole + packed)


def test_a_mesh_of_her_own_is_called_as_that_of_the_other_client(folder):
    """By their names towels are known, which hide no skin."""
    assert LiveMeshStore(folder / "live").mesh("woman/figure").mesh.name == "figure"


def test_the_store_names_the_file_that_is_missing_and_reads_each_once(folder):
    store = LiveMeshStore(folder / "live")
    scene = SceneStore(folder).scene("example")
    meshes = store.live_meshes(scene)
    assert set(meshes) == {"figure", "slab"}
    assert store.live_meshes(scene)["figure"] is meshes["figure"]
    (folder / "live" / "slab.mesh").unlink()
    with pytest.raises(StageFileError, match=r"slab\.mesh"):
        LiveMeshStore(folder / "live").live_meshes(scene)


def test_no_name_leads_out_of_the_folder(folder):
    with pytest.raises(StageFileError, match="outside"):
        LiveMeshStore(folder / "live" / "woman").mesh("../figure")


def test_a_still_says_which_scene_it_is_of():
    assert scene_id("woman/knees-to-chest.folded.wide.webp") == "knees-to-chest"


@pytest.mark.parametrize(
    ("field", "value"),
    [("cameras", {"wide": {"eye": [float("nan"), 0, 1], "at": [0, 0, 0], "fov": 30}})],
)
def test_a_place_that_is_nowhere_is_refused_by_name(tmp_path, field, value):
    from massage_trainer.services.live_scenes import refuse_endless

    write_stage(tmp_path, **{field: value})
    store = SceneStore(tmp_path)
    with pytest.raises(StageFileError, match=r"example\.json"):
        refuse_endless(store.scene_path("example"), store.scene("example"))
    LiveScenes(tmp_path)
