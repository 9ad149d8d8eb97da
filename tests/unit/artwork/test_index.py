"""The check of the committed pictures, on a small tree that is made up for it."""

import json
import re
from pathlib import Path

import pytest

from massage_trainer.artwork import index
from massage_trainer.artwork.__main__ import main
from massage_trainer.artwork.index import Tree

FILES = {
    "assets/scenes/bend.yaml": "id: bend\n",
    "assets/catalog/landmarks.yaml": """\
landmarks:
  - id: C7
    find: {vi: "Sờ gáy.", en: "Feel the nape."}
    construct: {kind: on, corners: [1, 2, 3], shares: [0.5, 0.25, 0.25]}
""",
    "assets/catalog/strokes.yaml": "strokes: []\n",
    "assets/stage/bend.json": "{}",
    "assets/stage/client.mesh": "MTM2",
    "assets/stage/woman/client.mesh": "MTM2",
    "assets/plates/bend.webp": "picture",
    "assets/plates/woman/bend.webp": "picture of her",
    "assets/plates/woman/places/bend.places": "{}",
    "assets/plates/thumbs/bend.webp": "small picture",
    "assets/plates/places/bend.places": "{}",
    "assets/plates/places/bend.map": "MTP1",
    "massage_trainer/artwork/__main__.py": "start\n",
    "massage_trainer/artwork/bake.py": "bake\n",
    "massage_trainer/artwork/stills.py": "draw\n",
    "massage_trainer/artwork/still_places.py": "place\n",
    "massage_trainer/artwork/packed_skin.py": "near\n",
    "massage_trainer/domain/construction.py": "find\n",
    "massage_trainer/services/still_places.py": "read places\n",
    "massage_trainer/widgets/stage/renderer.py": "render\n",
    "massage_trainer/widgets/stage/glsl/surface.frag": "light\n",
    "massage_trainer/services/scenes.py": "read\n",
    "requirements-artwork.lock": "anny==0.6.2 \\\n    --hash=sha256:00\ntorch==2.13.0\n",
}
BEND = {"view": "close", "file": "bend.webp", "places": "places/bend.places"}
PLATES = {
    "bend": {
        "width": 2000,
        "height": 1333,
        "description": {"vi": "Một. Hai.", "en": "One. Two."},
        "main": "bent",
        "moments": [
            {
                "name": "bent",
                "meaning": "press",
                "views": {
                    "man": [{**BEND, "thumb": "thumbs/bend.webp"}],
                    "woman": [{"view": "close", "file": "woman/bend.webp"}],
                },
            }
        ],
    }
}


@pytest.fixture
def tree(tmp_path):
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")
    made = Tree(tmp_path)
    record(made)
    return made


def record(tree):
    content = {
        "version": 3,
        "inputs": tree.inputs(),
        "outputs": tree.outputs(),
        "plates": PLATES,
        "problems": {},
        "stills": {},
        "tools": {"anny": "0.6.2", "torch": "2.13.0+cpu"},
    }
    index.write(tree, content)


def test_what_was_just_built_fits(tree, capsys):
    assert index.problems(tree) == []
    assert main(["--root", str(tree.root), "check"]) == 0
    assert "fit their sources" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("assets/scenes/bend.yaml", "build"),
        ("massage_trainer/artwork/bake.py", "build"),
        ("assets/catalog/landmarks.yaml", "build"),
        ("massage_trainer/domain/construction.py", "build"),
        ("massage_trainer/artwork/still_places.py", "stills"),
        ("massage_trainer/services/still_places.py", "stills"),
        ("assets/plates/places/bend.places", "stills"),
        ("assets/plates/places/bend.map", "stills"),
        ("massage_trainer/artwork/stills.py", "stills"),
        ("massage_trainer/widgets/stage/renderer.py", "stills"),
        ("massage_trainer/widgets/stage/glsl/surface.frag", "stills"),
        ("massage_trainer/services/scenes.py", "stills"),
        ("assets/stage/client.mesh", "stills"),
        ("assets/stage/woman/client.mesh", "stills"),
        ("assets/stage/bend.json", "stills"),
        ("assets/plates/bend.webp", "stills"),
        ("assets/plates/woman/bend.webp", "stills"),
        ("assets/plates/woman/places/bend.places", "stills"),
        ("assets/plates/thumbs/bend.webp", "stills"),
    ],
)
@pytest.mark.parametrize("deed", ["changed since", "missing"])
def test_every_input_and_output_is_watched(tree, capsys, name, cure, deed):
    path = tree.root / name
    if deed == "missing":
        path.unlink()
    else:
        path.write_text("other", encoding="utf-8")
    assert main(["--root", str(tree.root), "check"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"artwork: {name}: {deed}")
    assert line.endswith(f"(run: {cure})")


@pytest.mark.parametrize(
    "name",
    [
        "assets/scenes/new.yaml",
        "assets/stage/new.json",
        "assets/plates/new.webp",
        "massage_trainer/artwork/new.py",
        "massage_trainer/widgets/stage/glsl/new.frag",
    ],
)
def test_a_file_that_was_not_there_is_found(tree, name):
    (tree.root / name).write_text("new", encoding="utf-8")
    (problem,) = index.problems(tree)
    assert problem.startswith(f"{name}: not in the index")


def test_all_that_draws_stills_is_watched_and_nothing_of_the_live_view():
    """Whatever the drawing without a window imports from its own folder."""
    folder = Path(index.__file__).parents[1] / "widgets" / "stage"
    known, left = {"__init__.py"}, ["offscreen"]
    while left:
        path = folder / f"{left.pop()}.py"
        if path.name not in known:
            known.add(path.name)
            left += re.findall(
                r"from massage_trainer\.widgets\.stage\.(\w+) import", path.read_text("utf-8")
            )
    assert known == index.RENDERER


@pytest.mark.parametrize(
    "name", ["massage_trainer/artwork/__main__.py", "assets/catalog/strokes.yaml"]
)
def test_what_changes_no_picture_may_change(tree, name):
    (tree.root / name).write_text("other", encoding="utf-8")
    assert index.problems(tree) == []


@pytest.mark.parametrize(
    ("before", "after", "stale"),
    [("Feel the nape", "Touch the nape", False), ("[1, 2, 3]", "[1, 2, 4]", True)],
)
def test_the_words_of_a_place_may_be_mended_without_a_build(tree, before, after, stale):
    path = tree.root / "assets/catalog/landmarks.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert bool(index.problems(tree)) is stale


def test_a_catalogue_that_cannot_be_read_counts_as_changed(tree):
    (tree.root / "assets/catalog/landmarks.yaml").write_text("landmarks: [", encoding="utf-8")
    assert any("landmarks.yaml: changed since" in problem for problem in index.problems(tree))


def test_code_for_baking_and_placing_makes_both_stale(tree):
    name = "massage_trainer/artwork/packed_skin.py"
    (tree.root / name).write_text("nearer", encoding="utf-8")
    cures = {problem.rpartition("(run: ")[2] for problem in index.problems(tree)}
    assert cures == {"build)", "stills)"}


def test_an_index_of_another_version_is_named_and_taken_as_empty(tree):
    content = index.read(tree) | {"version": 1}
    index.write(tree, content)
    (problem,) = index.problems(tree)
    assert "index.json: version 1 instead of 3 (run: build)" in problem
    assert index.read(tree)["outputs"] == {}


def test_what_is_wrong_with_the_catalogue_is_told_until_it_is_built_again(tree, capsys):
    index.record_problems(tree, "unseen", ["points.yaml:3: BL23: is visible in no plate"])
    assert main(["--root", str(tree.root), "check"]) == 1
    assert "points.yaml:3: BL23" in capsys.readouterr().err
    index.record_problems(tree, "unseen", [])
    assert index.problems(tree) == []


def test_building_what_is_built_already_returns_at_once(tree, capsys):
    before = tree.index.read_bytes()
    assert main(["--root", str(tree.root), "build"]) == 0
    assert "nothing has changed" in capsys.readouterr().out
    assert tree.index.read_bytes() == before


def test_only_a_changed_scene_is_baked_again(tree):
    assert index.stale_scenes(tree, tree.inputs()) == []
    (tree.scenes / "bend.yaml").write_text("id: bend\nbetter: yes\n", encoding="utf-8")
    (tree.scenes / "new.yaml").write_text("id: new\n", encoding="utf-8")
    assert index.stale_scenes(tree, tree.inputs()) == ["bend", "new"]


@pytest.mark.parametrize(
    "name",
    [
        "massage_trainer/artwork/bake.py",
        "assets/catalog/landmarks.yaml",
        "assets/stage/client.mesh",
        "assets/stage/bend.json",
        "requirements-artwork.lock",
    ],
)
def test_everything_is_baked_again_where_all_scenes_depend_on_it(tree, name):
    (tree.root / name).write_text("anny==0.9", encoding="utf-8")
    assert index.stale_scenes(tree, tree.inputs()) is None


def test_everything_is_baked_again_when_a_scene_is_gone(tree):
    (tree.scenes / "bend.yaml").unlink()
    assert index.stale_scenes(tree, tree.inputs()) is None


def test_line_ends_of_another_system_are_no_change(tree):
    for name in ("massage_trainer/artwork/bake.py", "assets/scenes/bend.yaml"):
        path = tree.root / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert index.problems(tree) == []


def test_line_ends_inside_a_picture_are_a_change(tree):
    path = tree.plates / "bend.webp"
    path.write_bytes(b"a\r\nb")
    record(tree)
    path.write_bytes(b"a\nb")
    assert len(index.problems(tree)) == 1


def test_a_tool_of_another_version_is_found(tree):
    lock = tree.root / "requirements-artwork.lock"
    lock.write_text("anny==0.7.0\ntorch==2.13.0\n", encoding="utf-8")
    (problem,) = index.problems(tree)
    assert problem == "requirements-artwork.lock: anny 0.7.0, but built with 0.6.2 (run: build)"


def test_a_lock_may_pin_a_version_for_each_python(tree):
    lock = tree.root / "requirements-artwork.lock"
    lock.write_text("anny==0.7.0 ; x\nanny==0.6.2 ; y\ntorch==2.13.0+cpu\n", encoding="utf-8")
    assert index.problems(tree) == []


def test_a_plate_without_its_picture_is_found(tree):
    content = index.read(tree)
    views = content["plates"]["bend"]["moments"][0]["views"]
    views["man"].append({"view": "wide", "file": "bend.bent.webp"})
    index.write(tree, content)
    (problem,) = index.problems(tree)
    assert problem.startswith("assets/plates/bend.bent.webp: named by a plate")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"inputs": [], "outputs": {}}'])
def test_a_damaged_index_is_one_clear_sentence(tree, content):
    tree.index.write_text(content, encoding="utf-8")
    (problem,) = index.problems(tree)
    assert "damaged" in problem


def test_a_missing_index_says_what_to_run(tree):
    tree.index.unlink()
    (problem,) = index.problems(tree)
    assert "python -m massage_trainer.artwork build" in problem


def test_building_one_scene_does_not_make_changed_code_fit(tree):
    (tree.root / "massage_trainer/artwork/bake.py").write_text("better", encoding="utf-8")
    (tree.scenes / "bend.yaml").write_text("id: bend\nbetter: yes\n", encoding="utf-8")
    content = index.read(tree)
    index.record_inputs(content["inputs"], tree.inputs(), index.BAKING_GROUPS, ["bend"])
    index.write(tree, content)
    (problem,) = index.problems(tree)
    assert problem.startswith("massage_trainer/artwork/bake.py: changed")
    index.record_inputs(content["inputs"], tree.inputs(), index.BAKING_GROUPS, [])
    index.write(tree, content)
    assert index.problems(tree) == []


def test_the_index_is_readable_in_a_diff(tree):
    text = tree.index.read_text(encoding="utf-8")
    assert text.endswith("}\n")
    assert "Một. Hai." in text
    assert list(json.loads(text)) == sorted(json.loads(text))
