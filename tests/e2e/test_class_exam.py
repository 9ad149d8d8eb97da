"""A practical exam in the real windows on two screens; the program is killed in the middle."""

import pytest
from PySide6.QtGui import QImage

from tests.e2e.class_exam_child import NAMES
from tests.virtual_screens import LAPTOP, WALL, run_on

CHILD = "tests.e2e.class_exam_child"


@pytest.fixture(scope="module")
def hour(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exam")
    first = run_on((LAPTOP, WALL), folder, CHILD, str(folder), "run")
    again = run_on((LAPTOP, WALL), folder, CHILD, str(folder), "resume")
    return first, again, folder


def test_three_candidates_are_examined_and_judged(hour):
    students = {name: rest for name, *rest in hour[0]["students"]}
    ends = sorted(rest[0] for rest in students.values())
    assert ends == ["broken-off", "done", "done", "gate-failed"]
    percents = [rest[1] for rest in students.values() if rest[0] == "done"]
    assert percents[0] == 100.0
    assert percents[1] < 100.0
    assert [rest[2] for rest in students.values()].count(True) == 2


def test_a_program_that_was_killed_lost_no_mark_and_no_time(hour):
    first, again, _ = hour
    assert (again["stage"], again["interrupted"]) == ("ATTEMPT", True)
    assert again["marks"] == first["marks"] > 20
    assert again["left"] == first["left"]
    assert again["students"] == first["students"]


def test_the_wall_shows_tasks_and_times_and_nothing_of_anybody(hour):
    first, again, folder = hour
    assert first["screen"] == "wall"
    told = "\n".join(first["wall"] + again["wall"])
    assert "Đề số 1" in told
    assert "Nhiệm vụ 2/5" in told
    assert "1:56" in told
    for number, name in NAMES:
        assert number not in told
        assert name not in told
    for secret in ("Đạt", "Hỏng", "an toàn", "consent", "%", "Phải nhắc một lần", "thốn:"):
        assert secret not in told
    pictures = sorted(folder.glob("wall-*.png"))
    assert len(pictures) > 60
    assert {QImage(str(path)).width() for path in pictures} == {1920}


def test_results_are_saved_as_pages(hour):
    for name in ("class.pdf", "one.pdf"):
        assert (hour[2] / name).read_bytes().startswith(b"%PDF-")
