"""The rubric and one's own weights: read, and every mistake told with its line."""

from pathlib import Path

import pytest

from massage_trainer.domain.exam.rubric import WHOLE
from massage_trainer.services.content.check_command import check
from massage_trainer.services.content.rubric_loader import load_rubric, load_weights
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.rubric_files import RubricFiles

SHIPPED = assets_dir() / "catalog"
WORDS = "{vi: Lực, en: Force}"
GOOD = f"""\
pass_percent: 60
areas:
  - id: technique
    name: {WORDS}
    weight: 70
    items:
      - {{id: pressure, text: {WORDS}, gate: {WORDS}}}
  - id: points
    name: {WORDS}
    weight: 30
    items:
      - {{id: placing, text: {WORDS}, from_points: true}}
"""


def read(tmp_path: Path, text: str):
    path = tmp_path / "rubric.yaml"
    path.write_text(text, encoding="utf-8")
    rubric, errors = load_rubric(path, "rubric.yaml")
    return rubric, [str(error) for error in errors]


def weigh(tmp_path: Path, text: str):
    path = tmp_path / "exam-weights.yaml"
    path.write_text(text, encoding="utf-8")
    shipped = read(tmp_path, GOOD)[0]
    rubric, errors = load_weights(path, "exam-weights.yaml", shipped)
    return rubric, [str(error) for error in errors], shipped


def test_the_shipped_rubric_has_no_mistake_and_weighs_a_hundred() -> None:
    rubric, errors = load_rubric(SHIPPED / "rubric.yaml", "rubric.yaml")
    assert errors == []
    assert sum(rubric.weights.values()) == WHOLE
    assert rubric.weights["safety"] == 25
    assert [gate.id for gate in rubric.gates][:3] == ["history", "red-flags", "consent"]
    assert len(rubric.gates) == 7
    assert [item.id for item in rubric.items if item.from_points] == ["placing"]


def test_a_rubric_is_read(tmp_path: Path) -> None:
    rubric, errors = read(tmp_path, GOOD)
    assert errors == []
    assert rubric.pass_percent == 60
    assert rubric.weights == {"technique": 70, "points": 30}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("weight: 30", "weight: 20", "rubric.yaml:3:3: the weights come to 90 (together"),
        ("weight: 30", "wieght: 30", "10:5: unknown key 'wieght' (did you mean 'weight'?)"),
        ("weight: 30", "weight: many", "10:13: 'many' is not a whole number"),
        ("weight: 30", "weight: 130", "10:13: 130 is more than 100"),
        ("id: placing", "id: pressure", "12:14: 'pressure' is there twice"),
        ("id: placing", "id: Đặt", "12:14: 'Đặt' is not an id"),
        ("pass_percent: 60", "pass_percent: 0", "1:15: 0 is less than 1"),
        ("from_points: true", "from_points: yes", "12:64: expected true, found 'yes'"),
        ("gate: {vi: Lực, en: Force}", "gate: {vi: Lực}", "missing translation: en"),
        ("gate: {vi: Lực, en: Force}", "from_points: true", "a second line that follows"),
        ("pass_percent: 60\n", "", "1:1: missing pass_percent"),
    ],
)
def test_mistakes_of_the_rubric_are_told_where_they_are(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    assert old in GOOD
    _, errors = read(tmp_path, GOOD.replace(old, new))
    assert any(told in error for error in errors), errors


def test_own_weights_count_and_the_rest_stays(tmp_path: Path) -> None:
    rubric, errors, shipped = weigh(tmp_path, "weights: {technique: 50, points: 50}\n")
    assert errors == []
    assert rubric.weights == {"technique": 50, "points": 50}
    assert rubric.pass_percent == shipped.pass_percent
    assert rubric.items == shipped.items
    rubric, errors, _ = weigh(tmp_path, "pass_percent: 75\n")
    assert (rubric.pass_percent, errors) == (75, [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("weights: {technique: 50}\n", "exam-weights.yaml:1:10: the weights come to 80"),
        ("weights:\n  tecnique: 70\n", "2:3: unknown part of the rubric 'tecnique' (did you"),
        ("weigths: {}\n", "1:1: unknown key 'weigths' (did you mean 'weights'?)"),
        ("weights: {technique: -1}\n", "1:22: -1 is less than 0"),
        ("pass_percent: sixty\n", "1:15: 'sixty' is not a whole number"),
        ("weights: [\n", "exam-weights.yaml:2:1"),
    ],
)
def test_with_a_mistake_the_shipped_weights_count(tmp_path: Path, text: str, told: str) -> None:
    rubric, errors, shipped = weigh(tmp_path, text)
    assert rubric == shipped
    assert any(told in error for error in errors), errors


def test_a_file_of_ones_own_is_begun_with_what_is_in_force(tmp_path: Path) -> None:
    files = RubricFiles(SHIPPED, tmp_path / "data")
    before = files.read()
    assert (before.is_own, before.problems) == (False, ())
    assert files.begin_own()
    after = files.read()
    assert (after.is_own, after.problems) == (True, ())
    assert after.rubric == before.rubric
    own = Path(after.own_file)
    own.write_text(own.read_text("utf-8").replace("safety: 25", "safety: 30"), "utf-8")
    assert files.begin_own(), "what the teacher wrote stays"
    told = files.read()
    assert told.rubric == before.rubric
    assert not told.is_own
    assert told.problems[0].startswith("exam-weights.yaml:6:3: the weights come to 105")


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in its place", "utf-8")
    assert not RubricFiles(SHIPPED, tmp_path / "data").begin_own()


def test_both_files_are_checked_from_the_command_line(tmp_path: Path) -> None:
    own, rubric = tmp_path / "exam-weights.yaml", tmp_path / "rubric.yaml"
    own.write_text("weights: {safety: 1}\n", "utf-8")
    rubric.write_text(GOOD.replace("weight: 30", "weight: 31"), "utf-8")
    told: list[str] = []
    found = check([own, rubric], protocols_dir(), assets_dir(), told.append)
    assert [f"{own}:1:10" in found[0], f"{rubric}:3:3" in found[1]] == [True, True]
