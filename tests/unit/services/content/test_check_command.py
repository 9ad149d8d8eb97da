"""``--check``: lessons, folders, the catalogue, and what is not there."""

import json
import shutil
import sys

import pytest

from massage_trainer.services.content.check_command import check, say
from massage_trainer.services.resources import assets_dir
from tests.unit.services.content.small_content import (
    CATALOG,
    HEAD,
    LESSON,
    replaced,
    write_catalog,
)

NO_PICTURES = (
    "assets/plates/index.json:1:1: no picture index: No such file or directory"
    " (build it with python -m massage_trainer.artwork build)"
)


@pytest.fixture
def shipped(tmp_path):
    """Folders of a program whose shipped lessons are in order."""
    root = tmp_path / "shipped"
    write_catalog(root / "assets" / "catalog")
    shutil.copy(assets_dir() / "catalog" / "rubric.yaml", root / "assets" / "catalog")
    (root / "assets" / "plates").mkdir()
    plates = {"plates": {"prone-lumbar": {}, "leg-bend": {"moments": [{"name": "bent"}]}}}
    (root / "assets" / "plates" / "index.json").write_text(json.dumps(plates), encoding="utf-8")
    (root / "protocols").mkdir()
    (root / "protocols" / "demo.yaml").write_text(LESSON, encoding="utf-8")
    return root


@pytest.fixture
def told():
    return []


@pytest.fixture
def run(shipped, told):
    def run(*paths):
        return check(paths, shipped / "protocols", shipped / "assets", told.append)

    return run


def test_shipped_lessons_without_mistakes(run, told):
    assert run() == []
    assert told == ["lessons checked: 1, mistakes: 0"]


def test_every_mistake_of_lessons_catalogue_and_pictures_is_told(shipped, run, told):
    (shipped / "protocols" / "bad.yaml").write_text(HEAD, encoding="utf-8")
    catalog = replaced(CATALOG["safety"], (", en: Not on bone", ""))
    (shipped / "assets" / "catalog" / "safety.yaml").write_text(catalog, encoding="utf-8")
    (shipped / "assets" / "plates" / "index.json").unlink()
    found = run()
    assert found == [
        NO_PICTURES,
        "assets/catalog/safety.yaml:1:27: missing translation: en",
        "protocols/bad.yaml:1:1: missing steps",
    ]
    assert told == [*found, "lessons checked: 2, mistakes: 3"]


def test_mistakes_about_the_body_are_told(shipped, run):
    body = shipped / "assets" / "catalog"
    points = replaced(CATALOG["points"], ("level: L2", "level: L22"))
    (body / "points.yaml").write_text(points, encoding="utf-8")
    (body / "spans.yaml").unlink()
    problem = "8:37: unknown landmark or point 'L22' (did you mean 'L2'?)"
    assert run() == [
        "assets/catalog/spans.yaml:1:1: cannot be read: No such file or directory",
        f"assets/catalog/points.yaml:{problem}",
    ]
    for named in (body, body / "landmarks.yaml"):
        assert run(named)[1] == f"{body}/points.yaml:{problem}"


@pytest.mark.parametrize("index", ["{", "[]", "{}", '{"plates": [1]}', "\xff"])
def test_a_damaged_picture_index_is_a_mistake(shipped, run, index):
    path = shipped / "assets" / "plates" / "index.json"
    path.write_text(index, encoding="latin-1")
    assert run() == [
        "assets/plates/index.json:1:1: the picture index is damaged"
        " (build it again with python -m massage_trainer.artwork build)"
    ]


def test_a_lesson_elsewhere_may_reuse_shipped_ones_and_its_neighbours(tmp_path, run, told):
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{HEAD}steps: [{{use: demo}}, {{use: beside}}]\n", encoding="utf-8")
    beside = replaced(LESSON, ("step: rub", "step: other"))
    (tmp_path / "beside.yaml").write_text(beside, encoding="utf-8")
    assert run(mine) == []
    assert told == ["lessons checked: 1, mistakes: 0"]
    mine.write_text(f"{HEAD}steps: [{{use: dmo}}]\n", encoding="utf-8")
    assert run(mine) == [f"{mine}:6:15: unknown lesson 'dmo' (did you mean 'demo'?)"]
    assert run(tmp_path) == [f"{mine}:6:15: unknown lesson 'dmo' (did you mean 'demo'?)"]


def test_a_catalogue_elsewhere_is_checked_as_one(tmp_path, run):
    folder = write_catalog(tmp_path / "mine", regions="regions: []\nx: 1\n")
    problem = f"{folder}/regions.yaml:2:1: unknown key 'x' (known: regions)"
    assert run(folder) == [problem]
    assert run(folder / "regions.yaml") == [problem]


def test_what_is_not_there_is_told(tmp_path, run):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(tmp_path / "nothing.yaml", empty) == [
        f"{tmp_path / 'nothing.yaml'}: no such file or folder",
        f"{empty}: no lessons in this folder (*.yaml)",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="other limits and words there")
def test_a_path_that_cannot_be_looked_at_is_told(tmp_path, run):
    assert run(tmp_path / ("x" * 300)) == [f"{tmp_path}/{'x' * 300}: File name too long"]


def test_letters_the_terminal_lacks_are_written_in_ascii(capsys, monkeypatch):
    say("xát ✓")
    assert capsys.readouterr().out == "xát ✓\n"

    class Terminal:
        encoding = "ascii"
        written = ""

        def write(self, text):
            self.written += text

        def flush(self):
            pass

    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    say("xát ✓")
    assert terminal.written == "x\\xe1t \\u2713\n"
