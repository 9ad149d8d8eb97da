"""docs/authoring.md says what the loader does: its example loads, its tables name every key."""

import re
import shutil
from pathlib import Path

import pytest

from massage_trainer.domain.construction import needs
from massage_trainer.services.content import (
    body_entries,
    constructions,
    protocol_loader,
    step_reader,
)
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_files import FILES
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir, protocols_dir

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(schema: 1\n.*?)```", PAGE, re.DOTALL)[0]


def section_of(heading):
    """What stands below a heading, to the next one of its kind."""
    return PAGE.split(f"\n{heading}\n", 1)[1].split(f"\n{heading.split()[0]} ", 1)[0]


def described(heading):
    """The keys in the first column of the tables below a heading."""
    cells = re.findall(r"^\| (`[^|]*) \|", section_of(heading), re.MULTILINE)
    return {key for cell in cells for key in re.findall("`([a-z_]+)", cell)}


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
    assert described("## The lesson") == keys


def test_the_tables_name_every_key_of_a_step():
    beside = set(step_reader._BESIDE)
    keys = {*step_reader._REQUIRED, *step_reader._OPTIONAL, *step_reader._DOSES}
    assert described("## A step") == keys - {"step"} - beside | {"rest"}
    for key in beside:
        assert f"`{key}" in PAGE, key


@pytest.mark.parametrize("stem", FILES)
def test_the_tables_name_every_file_of_the_catalogue(stem):
    assert f"| `{stem}.yaml` | `{FILES[stem][0]}` |" in PAGE


def load_extended(folder):
    """The shipped catalogue with every example of the page about the body written into it."""
    shutil.copytree(assets_dir() / "catalog", folder)
    region = re.search(r"`(\{id: arm, .*\})`", PAGE)[1]
    examples = {"body_regions": f"  - {region}\n"}
    for stem in ("landmarks", "spans", "points", "zones"):
        (example,) = re.findall(
            rf"```yaml\n{stem}:\n(.*?)```", section_of("## The body"), re.DOTALL
        )
        examples[stem] = example
    for stem, example in examples.items():
        with (folder / f"{stem}.yaml").open("a", encoding="utf-8") as file:
            file.write(example)
    return load_catalog(folder, "catalog")


def test_the_examples_about_the_body_fit_into_the_shipped_catalogue(tmp_path):
    extended = load_extended(tmp_path / "catalog")
    assert [str(error) for error in extended.errors] == []
    catalog = extended.catalog
    assert {"elbow-tip", "upper-arm", "TE10", "ulnar-groove"} <= set(extended.marks)
    assert catalog.points["TE10"].region_id == "arm"
    assert needs(catalog.points["TE10"].sites[0].construction)[0] == "elbow-tip"


def test_the_tables_name_every_key_of_the_body():
    landmark = {*body_entries.LANDMARK_KEYS, *body_entries.LANDMARK_OPTIONAL}
    assert described("### A landmark") == landmark
    placed = {*body_entries.PLACED_KEYS, *body_entries.PLACED_OPTIONAL}
    point = {*body_entries.POINT_KEYS, *body_entries.POINT_OPTIONAL}
    assert described("### A point") == placed | point
    for heading, keys in (("span", body_entries.SPAN_KEYS), ("zone", body_entries.ZONE_KEYS)):
        for key in keys:
            assert f" {key}:" in section_of(f"### A {heading}")


def test_the_table_of_constructions_names_every_kind_with_its_keys():
    rows = re.findall(
        r"^\| `([a-z]+)` \| ([^|]*) \|", section_of("### Constructions"), re.MULTILINE
    )
    found = {kind: tuple(re.findall("`([a-z_]+)`", keys)) for kind, keys in rows[1:]}
    assert rows[0] == ("kind", "keys")
    assert found == constructions.KINDS
