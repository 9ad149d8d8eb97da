"""A class is asked in the real windows on two screens: nothing is told before it is told."""

import pytest

from tests.virtual_screens import LAPTOP, WALL, run_on

CHILD = "tests.e2e.class_quiz_child"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_dot_of_the_class_changes_before_the_answer_of_any_kind(tmp_path, language):
    told = run_on((LAPTOP, WALL), tmp_path, CHILD, "asked", str(tmp_path), language)
    assert told["asked"] == 30
    assert told["leaks"] == []
    assert told["same"] == []
    assert told["dialogs"] == 0
    assert (told["rounds"], told["ended"], told["seeds"]) == (15, 15, [11])
    assert told["answers"] == 30
    assert told["clicks"] + told["hands"] >= 4 * 2 + 26 * 2


def test_frozen_or_black_the_class_sees_nothing_of_it_and_the_console_says_so(tmp_path):
    told = run_on((LAPTOP, WALL), tmp_path, CHILD, "held_back", str(tmp_path), "en")
    same, seen = told["frozen"]
    assert same
    assert seen == "Frozen. The class still sees: question 1 without its answer."
    same, seen = told["let go"]
    assert not same
    assert seen == "The class sees: question 1 with its answer."
    assert told["black"] == ["#000000", "The class sees a black screen."]
    assert told["still black"]
    assert told["back"]
    assert told["counted from the class's window"] == [0, 1, 0, 0]
    assert told["told from there"]
    assert told["away"] == "No screen shows this to the class yet."
