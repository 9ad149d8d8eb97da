"""docs/authoring.md says what the loader does: its example loads, its tables name every key."""

import re
from pathlib import Path

import pytest

from massage_trainer.services.content import protocol_loader, step_reader
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_files import FILES
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir, protocols_dir

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(schema: 1\n.*?)```", PAGE, re.DOTALL)[0]


def described(heading):
    """The keys in the first column of the tables below a heading."""
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([a-z_]+)", section, re.MULTILINE))


def test_the_worked_example_is_a_lesson_without_mistakes(tmp_path):
    path = tmp_path / "warm-the-loin.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    files = {p.stem: LessonFile(p, p.name) for p in (*protocols_dir().glob("*.yaml"), path)}
    vocabulary = load_catalog(assets_dir() / "catalog", "assets/catalog").vocabulary
    compiled = LessonBuilder(files, vocabulary, lambda _: None).compiled("warm-the-loin")
    assert [str(error) for error in compiled.errors] == []
    assert compiled.uses == ("opening",)


def test_the_tables_name_every_key_of_a_lesson():
    keys = {*protocol_loader._REQUIRED, *protocol_loader._OF_LESSONS, *protocol_loader._OPTIONAL}
    assert described("The lesson") == keys


def test_the_tables_name_every_key_of_a_step():
    beside = set(step_reader._BESIDE)
    keys = {*step_reader._REQUIRED, *step_reader._OPTIONAL, *step_reader._DOSES}
    assert described("A step") == keys - {"step"} - beside | {"rest"}
    for key in beside:
        assert f"`{key}" in PAGE, key


@pytest.mark.parametrize("stem", FILES)
def test_the_tables_name_every_file_of_the_catalogue(stem):
    assert f"| `{stem}.yaml` | `{FILES[stem][0]}` |" in PAGE
