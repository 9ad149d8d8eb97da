"""What an attempt comes to, in percent, and the sheet of a class."""

import json

import pytest

from massage_trainer.domain.classroom.ports import AttemptRecord, ExamRecord
from massage_trainer.domain.classroom.roster import Student
from massage_trainer.domain.exam.attempt import (
    Attempt,
    attempt_json,
    find_mark,
    gate_mark,
    level_mark,
    remark,
)
from massage_trainer.domain.exam.exam import Exam, exam_json, exam_of
from massage_trainer.domain.exam.paper import Plan, Pool, PoolPoint, PoolTechnique
from massage_trainer.domain.exam.results import class_result, student_result, unjudged
from massage_trainer.domain.exam.sheet import Ending, Find, Level, TaskKind, class_json, class_of
from tests.exam_examples import set_tasks, small_rubric, words

AN = Student(7, 1, "SV-007", "Nguyễn Văn An")
BINH = Student(9, 1, "SV-009", "=1+1")


def begun() -> Attempt:
    return Attempt(set_tasks(), 600_000).started().passed(90_000)


def result_of(attempt: Attempt):
    return student_result(attempt, small_rubric(), AN, 3, "2026-11-23T08:00:00+00:00")


def make_exam() -> Exam:
    pool = Pool(
        "lesson:x",
        (PoolPoint("BL23", "lumbar", sided=True), PoolPoint("GV4", "lumbar", sided=False)),
        (PoolTechnique("xat", "xat"),),
        tuple(TaskKind)[:3],
    )
    return Exam(words("Deck"), pool, Plan(42, 2, 1), 12, small_rubric().weights, 60)


def test_what_nobody_judged_counts_neither_way() -> None:
    result = result_of(begun().finished())
    assert (result.percent, result.passed, result.ending) == (None, False, Ending.DONE)
    assert [area.percent for area in result.areas] == [None, None, None]
    one = result_of(begun().marked(level_mark("rhythm", Level.PART)).finished())
    assert (one.percent, one.passed, one.judged) == (50.0, False, 1)


def test_areas_are_weighed() -> None:
    attempt = begun()
    for mark in (
        level_mark("consent", Level.GOOD),
        level_mark("draping", Level.PART),
        find_mark(1, Find.FOUND, 0.2),
        find_mark(2, Find.NEAR, 0.8),
        find_mark(3, Find.WRONG, 3.1, "BL54"),
        level_mark("pressure", Level.POOR),
        level_mark("rhythm", Level.GOOD),
    ):
        attempt = attempt.marked(mark)
    result = result_of(attempt.finished())
    assert [area.percent for area in result.areas] == [75.0, 50.0, 50.0]
    assert result.percent == 60.0  # (40 * 75 + 40 * 50 + 20 * 50) / 100
    assert result.passed
    placing = next(item for item in result.items if item.id == "placing")
    assert placing.level is Level.PART
    assert [task.find for task in result.tasks] == [Find.FOUND, Find.NEAR, Find.WRONG, None]
    assert (result.tasks[2].cun, result.tasks[2].taken_for) == (3.1, "BL54")
    assert result.worked_ms == 90_000


@pytest.mark.parametrize("end", [Attempt.broken_off, lambda attempt: attempt])
def test_what_was_not_finished_is_not_passed(end) -> None:
    attempt = begun().marked(level_mark("rhythm", Level.GOOD))
    result = result_of(end(attempt))
    assert (result.percent, result.passed, result.ending) == (100.0, False, Ending.BROKEN_OFF)


def test_a_failed_gate_is_not_passed_whatever_else_was_good() -> None:
    attempt = begun().marked(level_mark("rhythm", Level.GOOD))
    attempt = attempt.marked(gate_mark("draping", held=True))
    attempt = attempt.marked(gate_mark("consent", held=False)).marked(remark("Did not ask."))
    result = result_of(attempt)
    assert (result.ending, result.passed) == (Ending.GATE_FAILED, False)
    assert [gate.id for gate in result.failed_gates] == ["consent"]
    assert [gate.held for gate in result.gates] == [False, True]
    assert [(note.at_ms, note.text) for note in result.remarks] == [(90_000, "Did not ask.")]


def test_it_is_told_what_is_still_to_be_judged() -> None:
    assert unjudged(begun(), small_rubric()) == (2, 3, 4)
    attempt = begun().marked(find_mark(2, Find.NEAR)).marked(gate_mark("consent", held=True))
    assert unjudged(attempt.marked(level_mark("rhythm", Level.GOOD)), small_rubric()) == (1, 2, 3)


def test_seats_only_grow() -> None:
    exam = make_exam().seated([7, 9]).seated([9, 7, 12])
    assert exam.seats == (7, 9, 12)
    again = exam.seated_again(7)
    assert [again.seat_of(7), again.seat_of(7, 2), again.seat_of(99)] == [1, 4, 0]
    assert again.paper_of(2) == exam.paper_of(2) == make_exam().paper_of(2)
    assert again.limit_ms == 720_000


def test_an_exam_comes_back_from_json_as_it_went_in() -> None:
    exam = make_exam().seated([7, 9])
    assert exam_of(json.loads(json.dumps(exam_json(exam), ensure_ascii=False))) == exam


def test_the_sheet_of_a_class_has_the_last_attempt_of_each_and_the_weights_of_its_day() -> None:
    exam = make_exam().seated([9, 7]).seated_again(9)
    record = ExamRecord(1, "Thi giữa kỳ", "lesson:x", 42, "t", "2026-11-23")

    def kept(student: Student, number: int, attempt: Attempt) -> AttemptRecord:
        marks = json.dumps(attempt_json(attempt))
        state = attempt.state.value
        return AttemptRecord(1, 5, student.id, number, f"began {number}", "", state, marks=marks)

    good = begun().marked(level_mark("rhythm", Level.GOOD)).finished()
    poor = begun().marked(level_mark("rhythm", Level.POOR)).finished()
    attempts = [
        kept(BINH, 1, poor),
        kept(AN, 1, good),
        kept(BINH, 2, good),
        kept(AN, 2, Attempt(set_tasks(), 1)),
    ]
    today = small_rubric().weighed({"technique": 0, "safety": 80}, 99)
    result = class_result("K12", record, exam, [AN, BINH], attempts, today)
    assert [(one.name, one.seat, one.percent) for one in result.students] == [
        (AN.name, 2, 100.0),
        (BINH.name, 3, 100.0),
    ]
    assert (result.pass_percent, result.seed, result.deck) == (60, 42, exam.deck)
    assert {area.weight for area in result.students[0].areas} == {40, 20}
    assert class_of(json.loads(json.dumps(class_json(result)))) == result
