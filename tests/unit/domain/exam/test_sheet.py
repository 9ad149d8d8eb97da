"""What an exam found goes into JSON and comes back the same."""

import json

import pytest

from massage_trainer.domain.exam.sheet import Find, Level, class_json, class_of
from tests.exam_examples import class_result


def test_a_class_comes_back_from_json_as_it_went_in() -> None:
    result = class_result()
    text = json.dumps(class_json(result), ensure_ascii=False)
    assert class_of(json.loads(text)) == result


@pytest.mark.parametrize("name", ["=HYPERLINK('x')", 'O\'Neil; "王小明"', "Đỗ Thị Ngọc\nÁnh"])
def test_a_name_is_plain_text(name: str) -> None:
    result = class_result(name)
    again = class_of(json.loads(json.dumps(class_json(result))))
    assert again.students[0].name == name


def test_what_was_found_and_judged_is_counted() -> None:
    student = class_result().students[0]
    assert [student.found(find) for find in Find] == [1, 1, 1]
    assert student.judged == 2
    assert [gate.id for gate in class_result().students[1].failed_gates] == ["right-to-stop"]


def test_half_is_half_of_both() -> None:
    assert [find.share for find in Find] == [level.share for level in Level] == [1.0, 0.5, 0.0]
