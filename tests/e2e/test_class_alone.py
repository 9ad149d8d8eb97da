"""What the class sees is the lesson alone: no word of the console, whatever is open there."""

import pytest

from tests.virtual_screens import LAPTOP, WALL, run_on

CHILD = "tests.e2e.class_alone_child"
NAME = "Nguyễn Thị Hồng Ánh"
SHORT = 12  # letters; a shorter sentence may be part of the name of a step


@pytest.mark.slow
def test_whole_lessons_show_no_note_no_caution_and_no_error(tmp_path):
    told = run_on((LAPTOP, WALL), tmp_path, CHILD, "lessons", str(tmp_path), timeout=900)
    assert told["strangers"] == []
    assert told["without"] == []
    assert told["pictures"] > 1_000
    assert len(told["words"]) == 12
    for lesson, words in told["words"].items():
        hidden = [text for text in told["kept back"][lesson] if len(text) > SHORT]
        assert hidden, lesson
        read = "\n".join(words)
        assert [text for text in hidden if text in read] == [], lesson


def test_no_dialog_hint_error_or_name_changes_a_dot_of_it(tmp_path):
    told = run_on((LAPTOP, WALL), tmp_path, CHILD, "disturbed", str(tmp_path))
    assert told["changed"] == []
    assert told["beside"] == []
    assert not any(NAME in text for text in told["strings"])
