"""Results of an exam on paper: what was found, and nothing concluded where nothing can be."""

from dataclasses import replace

import pytest

from massage_trainer.domain.classroom.marks import MarkScale
from massage_trainer.domain.exam.sheet import Ending, Find, Level
from massage_trainer.domain.paper import result_words as words
from massage_trainer.domain.paper.model import Remark, Sign, Signature, Table, Title
from massage_trainer.domain.paper.results import ResultPapers, marks_in
from tests.exam_examples import class_result, student_result
from tests.unit.domain.paper.test_point_sheet import strings

RESULT = class_result()


def papers(result=RESULT, language="en", scale=MarkScale.TEN):
    return ResultPapers(result, language, marks_in(scale, language))


def tables(paper):
    return [part for part in paper.parts if isinstance(part, Table)]


def one(student, language="en"):
    return papers(language=language).of_students([student])


@pytest.mark.parametrize(
    ("scale", "language", "said"),
    [
        (MarkScale.TEN, "vi", "7,3"),
        (MarkScale.TEN, "en", "7.3"),
        (MarkScale.PERCENT, "vi", "72,5\u00a0%"),
        (MarkScale.PERCENT, "en", "72.5\u00a0%"),
    ],
)
def test_marks_are_written_as_the_class_writes_them(scale, language, said):
    paper = papers(language=language, scale=scale).of_students(RESULT.students[:1])
    assert paper.parts[0].facts[0][1] == said
    assert said in strings(papers(language=language, scale=scale).of_class())


def test_the_list_has_a_row_for_each_student_in_the_order_of_the_papers():
    (table,) = tables(papers().of_class())
    assert [row[2].text for row in table.rows] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert [row[3].text for row in table.rows] == ["1 / 1 / 1", "0 / 0 / 0"]
    assert [row[5].text for row in table.rows] == ["Passed, not all judged", "Not passed"]


def test_what_was_judged_as_a_whole_is_passed_without_a_word_more():
    first = RESULT.students[0]
    tasks = tuple(replace(task, find=task.find or Find.NEAR) for task in first.tasks)
    items = tuple(replace(item, level=item.level or Level.PART) for item in first.items)
    gates = tuple(replace(gate, held=True) for gate in first.gates)
    whole = replace(first, tasks=tasks, items=items, gates=gates)
    assert "Passed" in strings(one(whole))
    for part in (
        replace(whole, gates=(replace(gates[0], held=None), *gates[1:])),
        replace(whole, tasks=(replace(tasks[0], find=None), *tasks[1:])),
        replace(whole, items=(replace(items[0], level=None), *items[1:])),
    ):
        assert whole.is_complete
        assert not part.is_complete
        assert "Passed, not all judged" in strings(one(part))


def test_a_failed_gate_is_named_under_a_sign_on_both_papers():
    (table,) = tables(papers().of_class())
    cell = table.rows[1][5]
    assert cell.sign is Sign.STOP
    assert "Consent (en)" in cell.note
    (remark,) = [part for part in one(RESULT.students[1]).parts if isinstance(part, Remark)]
    assert (remark.sign, remark.text) == (Sign.STOP, "Consent (en)")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_of_an_attempt_that_was_broken_off_nothing_is_concluded(language):
    student = replace(student_result(), ending=Ending.BROKEN_OFF, passed=False, percent=None)
    said = list(strings(one(student, language)))
    assert words.BROKEN_OFF.in_language(language) in said
    assert words.PASSED.in_language(language) not in said
    assert words.NOT_PASSED.in_language(language) not in said


def test_found_near_and_wrong_differ_by_their_sign_and_say_how_far():
    found = [row[2] for row in tables(one(RESULT.students[0]))[0].rows]
    assert [cell.sign for cell in found] == [Sign.DONE, Sign.PART, Sign.NOT_DONE, None, None]
    assert [cell.note for cell in found[:3]] == [
        "0.3 cun away",
        "0.8 cun away",
        "2.4 cun away, showed BL54",
    ]
    vietnamese = [row[2] for row in tables(one(RESULT.students[0], "vi"))[0].rows]
    assert vietnamese[0].note == "cách 0,3 thốn"


def test_what_was_not_judged_is_said_to_be_so():
    gates, areas = tables(one(RESULT.students[0]))[1:]
    assert [row[1].text for row in gates.rows] == ["held", "nothing noted"]
    assert [row[2].text for row in areas.rows] == [
        "7.5",
        "good",
        "in part",
        "not judged",
        "not judged",
    ]


def test_the_examiners_remarks_stand_with_their_time():
    assert "1:01  Ngón cái gập; nhắc một lần." in strings(one(RESULT.students[0]))


def test_each_students_sheet_begins_a_page_and_names_nobody_else():
    both = papers().of_students(RESULT.students)
    titles = [part for part in both.parts if isinstance(part, Title)]
    assert [title.new_page for title in titles] == [False, True]
    assert sum(isinstance(part, Signature) for part in both.parts) == 2
    alone = " ".join(strings(one(RESULT.students[0])))
    assert "Trần Thị Bình" not in alone
    assert both.title == RESULT.title
    assert one(RESULT.students[0]).title == "Nguyễn Văn An"


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x","y")', 'O\'Neil; "王小明"', "<b>An</b>"])
def test_names_stand_as_they_are(name):
    result = class_result(name)
    assert name in strings(papers(result).of_class())
    assert papers(result).of_students(result.students[:1]).parts[0].text == name


def test_the_day_is_written_as_it_is_here():
    assert "23/11/2026" in papers(language="vi").of_class().foot
    assert "2026-11-23" in papers().of_class().foot


def test_an_exam_that_nobody_sat_has_a_list_without_a_mean():
    empty = replace(RESULT, students=())
    said = [label for label, _ in papers(empty).of_class().parts[0].facts]
    assert "Mean mark" not in said
    assert tables(papers(empty).of_class())[0].rows == ()
