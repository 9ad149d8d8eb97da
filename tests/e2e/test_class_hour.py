"""One class hour as one run, in the real windows on two screens, in both languages."""

import pytest

from massage_trainer.services.class_lists import ClassListFiles
from massage_trainer.services.exam_results import ExamResultFiles
from tests.e2e.class_hour_exam import WITHDRAWN
from tests.e2e.class_hour_lesson import SHOWN_MS
from tests.e2e.class_hour_quiz import KINDS, SEED
from tests.e2e.class_hour_roster import STUDENTS
from tests.virtual_screens import WALL, VirtualScreen, run_on

CONSOLES = {
    "vi": VirtualScreen("laptop", 0, 0, 1366, 768),
    "en": VirtualScreen("laptop", 0, 0, 1366, 800),
}
BESIDE = VirtualScreen(WALL.name, 1366, 0, WALL.width, WALL.height)
RESUMING_MS = 3_000


@pytest.fixture(scope="module", params=["vi", "en"])
def hour(request, tmp_path_factory):
    folder, language = tmp_path_factory.mktemp("hour"), request.param
    child = "tests.e2e.class_hour_child"
    told = run_on((CONSOLES[language], BESIDE), folder, child, str(folder), language)
    return told, folder


@pytest.mark.slow
def test_the_list_of_the_class_is_taken_over_as_it_is(hour):
    told = hour[0]["roster"]
    assert [tuple(each) for each in told["students"]] == sorted(STUDENTS)
    assert told["message"]


@pytest.mark.slow
def test_the_hour_takes_what_was_planned_and_both_partners_get_the_same(hour):
    told = hour[0]["lesson"]
    assert told["fits"]
    demonstrated = told["moves"].pop("DEMONSTRATION")
    assert SHOWN_MS <= demonstrated <= SHOWN_MS + RESUMING_MS + 1_000
    assert told["moves"] == {"SLOWER": 2 * 15_000}
    assert told["played_ms"] == told["planned_ms"] + demonstrated + 30_000
    assert told["same"]
    assert told["work"] > 10
    assert len(told["reminders"]) > 10


@pytest.mark.slow
def test_every_tool_does_what_it_says_and_goes_away_again(hour):
    tools = dict(hour[0]["lesson"]["tools"])
    for cover, colour in (("black", "#000000"), ("white", "#ffffff")):
        assert tools.pop(cover) == [colour, True]
    assert tools.pop("layers") >= 2  # of five have something to show in this lesson
    for name, done in tools.items():
        assert done is True or set(done) == {True}, (name, done)
    assert len(tools) > 10


@pytest.mark.slow
def test_nothing_is_told_before_it_is_told_and_every_vote_is_kept(hour):
    told = hour[0]["quiz"]
    assert told["leaks"] == told["same"] == []
    assert set(told["kinds"]) == set(KINDS)
    assert told["ended"]
    assert told["seed"] == SEED
    assert told["answers"] == len(told["kinds"]) == len(told["votes"])
    assert sum(told["votes"]) == sum(told["counted"])
    assert set(told["taken back"]) == {1}
    assert told["corrected"] == 1


@pytest.mark.slow
def test_three_candidates_are_judged_and_the_results_come_back_the_same(hour):
    told, folder = hour[0]["exam"], hour[1]
    students = {number: rest for number, *rest in told["students"]}
    assert sorted(rest[1] for rest in students.values()) == ["done", "done", "gate-failed"]
    percents = sorted(rest[2] for rest in students.values() if rest[1] == "done")
    assert percents[0] < percents[1] == 100.0
    assert WITHDRAWN not in students
    assert told["places kept"] == [True, True, True]
    assert told["left"]
    assert told["saved"]["class.pdf"] == told["saved"]["one.pdf"] == "%PDF-"
    assert told["same again"]
    names = dict(STUDENTS)
    again = ExamResultFiles().read(folder / "class.csv")
    assert {one.number: one.name for one in again.students} == {
        number: name for number, name in names.items() if number != WITHDRAWN
    }
    listed = ClassListFiles().read(folder / "class.csv")
    assert {(one.number, one.name) for one in listed.entries} == {
        (one.number, one.name) for one in again.students
    }


@pytest.mark.slow
def test_the_wall_shows_the_class_and_nothing_of_anybody(hour):
    told, wall = hour[0], hour[0]["wall"]
    assert (wall["screen"], wall["full"]) == ("wall", True)
    assert wall["sizes"] == [[1920, 1080]]
    assert wall["looks"] > 100
    assert wall["faults"] == []
    for number, name in STUDENTS:
        assert number not in wall["words"]
        assert name not in wall["words"]
    assert told["lesson"]["secrets"]
    for secret in (*told["lesson"]["secrets"], "K12", "%PDF", ".csv"):
        assert secret not in wall["words"]


@pytest.mark.slow
def test_whoever_does_not_see_the_console_hears_every_control_of_it(hour):
    assert hour[0]["wall"]["unheard"] == {}
