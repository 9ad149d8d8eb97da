"""An exam from the draw to the last candidate; every mark is on the disk before the next."""

import json
from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.names import ListOrder, in_order
from massage_trainer.domain.classroom.slides import TaskSlide, WaitingSlide
from massage_trainer.domain.exam.attempt import AttemptState, attempt_of
from massage_trainer.domain.exam.sheet import Ending, Find, Level, TaskKind
from massage_trainer.domain.plate import ClientBody
from massage_trainer.viewmodels.exam import GAP_MS, ExamStage
from massage_trainer.viewmodels.exam_book import ExamWish
from tests.exam_stand import ExamStand

HALF = (0.5, 0.5)


@pytest.fixture
def stand(qapp):
    return ExamStand()


def go_to(exam, code):
    task = next(task for task in exam.attempt.tasks if task.subject == code)
    exam.go_to_task(task.number)
    return task


def test_an_exam_is_drawn_for_the_class_in_the_order_of_its_list(stand):
    stand.draw(title="Giữa kỳ")
    assert stand.exam.stage is ExamStage.CANDIDATES
    students = [candidate.student for candidate in stand.book.candidates]
    assert students == in_order(stand.students, ListOrder.GIVEN)
    assert [candidate.seat for candidate in stand.book.candidates] == [1, 2, 3, 4, 5]
    record = stand.book.open.record
    assert (record.title, record.seed) == ("Giữa kỳ", 42)
    assert json.loads(record.details)["weights"]["safety"] == 25


def test_nothing_is_drawn_without_a_class_or_from_no_deck_or_with_a_broken_weight(stand):
    assert not stand.exam.draw(ExamWish(deck="lesson:gone"))
    stand.rubric.reading = replace(stand.rubric.reading, problems=("exam-weights.yaml:1:1: no",))
    stand.exam.arrive()
    assert not stand.exam.draw(ExamWish(deck="all"))
    assert stand.store.exams(stand.group.id) == []


def test_on_a_full_disk_no_exam_begins(stand):
    stand.store.is_full = True
    assert not stand.exam.draw(ExamWish(deck="all"))
    assert stand.exam.stage is ExamStage.SETUP


def test_who_withdraws_or_comes_later_shifts_nobody(stand):
    stand.draw()
    before = {each.student.id: each.seat for each in stand.book.candidates}
    tasks = {each.student.id: stand.book.attempt_for(each).tasks for each in stand.book.candidates}
    number = stand.book.open.record.id
    stand.exam.to_setup()
    gone = stand.book.present[1]
    stand.store.change_student(replace(gone, withdrawn=True))
    stand.store.add_students(stand.group.id, [("SV-00", "An An")])
    stand.exam.open_exam(number)
    after = {each.student.id: each for each in stand.book.candidates}
    assert gone.id not in after
    new = set(after) - set(before)
    assert [after[each].seat for each in new] == [6]
    for student in set(after) - new:
        assert after[student].seat == before[student]
        assert stand.book.attempt_for(after[student]).tasks == tasks[student]


def test_the_wall_shows_a_paper_then_the_task_and_its_time_and_never_a_name(stand):
    stand.draw()
    seen = []
    stand.classroom.shown_changed.connect(lambda: seen.append(stand.slide))
    exam = stand.exam
    exam.take_next()
    assert stand.slide == WaitingSlide(stand.slide.title, stand.slide.text)
    assert stand.slide.text.vi == "Đề số 1"
    exam.start()
    assert isinstance(stand.slide, TaskSlide)
    assert (stand.slide.number, stand.slide.of, stand.slide.left_ms) == (1, 5, 300_000)
    stand.ticker.pass_time(*[50] * 21)
    assert (stand.slide.left_ms, stand.slide.running) == (299_000, True)
    exam.step_task(1)
    assert stand.slide.number == 2
    exam.pause()
    assert not stand.slide.running
    exam.start()
    exam.mark_gate("consent", held=False)
    assert isinstance(stand.slide, WaitingSlide)
    exam.to_candidates()
    names = {student.name for student in stand.students}
    for slide in seen:
        words = repr(slide)
        assert not any(name in words for name in names)
        assert "consent" not in words


def test_the_clock_counts_to_zero_and_beyond_and_a_pause_costs_nothing(stand):
    exam = stand.begin()
    stand.ticker.pass_time(*[1_000] * 299)
    assert exam.attempt.left_ms == 1_000
    exam.pause()
    stand.ticker.pass_time(60_000)
    assert exam.attempt.worked_ms == 299_000
    exam.toggle_clock()
    stand.ticker.pass_time(1_000, 1_000)
    assert exam.attempt.is_overdue
    assert (stand.slide.left_ms, exam.attempt.state) == (0, AttemptState.RUNNING)
    assert exam.attempt.worked_ms == 301_000


def test_a_computer_that_slept_pauses_and_takes_no_time_from_anybody(stand):
    exam = stand.begin()
    stand.ticker.pass_time(2_000, GAP_MS + 1)
    assert (exam.attempt.state, exam.attempt.worked_ms) == (AttemptState.PAUSED, 2_000)
    assert exam.interrupted


def test_another_page_stops_the_clock(stand):
    exam = stand.begin()
    stand.ticker.pass_time(3_000)
    stand.clock.ms += 700
    exam.leave()
    assert (exam.attempt.state, exam.attempt.worked_ms) == (AttemptState.PAUSED, 3_700)


def test_every_mark_is_kept_before_the_next(stand):
    exam = stand.begin()
    for act in (
        lambda: exam.mark_gate("history", held=True),
        lambda: exam.mark_level("pressure", Level.PART),
        lambda: exam.mark_find(Find.NEAR),
        lambda: exam.write("Nhắc một lần"),
        lambda: exam.go_to_task(3),
        exam.undo,
        exam.finish,
    ):
        act()
        (record,) = stand.records
        assert attempt_of(json.loads(record.marks)) == exam.attempt
        assert record.state == exam.attempt.state.value
    assert record.ended > record.began


def test_time_is_kept_every_ten_seconds(stand):
    exam = stand.begin()
    stand.ticker.pass_time(*[1_000] * 25)
    assert exam.attempt.worked_ms == 25_000
    assert attempt_of(json.loads(stand.records[0].marks)).worked_ms == 20_000


def test_a_program_that_was_killed_goes_on_where_it_was(stand):
    exam = stand.begin()
    stand.ticker.pass_time(*[1_000] * 12)
    exam.go_to_task(2)
    exam.mark_gate("history", held=True)
    exam.mark_level("rhythm", Level.GOOD)
    again = stand.restart()
    again.exam.open_exam(stand.book.open.record.id)
    assert again.book.next_candidate.is_going
    again.exam.take_next()
    assert again.exam.interrupted
    assert again.exam.attempt == exam.attempt.paused()
    assert isinstance(again.slide, TaskSlide)
    again.exam.start()
    again.ticker.pass_time(1_000)
    assert again.exam.attempt.worked_ms == 13_000
    again.exam.undo()
    assert again.exam.attempt.level("rhythm") is None


def test_a_failed_gate_ends_it_and_a_slip_is_taken_back(stand):
    exam = stand.begin()
    stand.ticker.pass_time(4_000)
    exam.mark_gate("draping", held=False)
    assert exam.attempt.state is AttemptState.GATE_FAILED
    assert not stand.ticker.running
    (record,) = stand.records
    assert (record.gate, record.state) == ("draping", "gate-failed")
    exam.undo()
    assert (exam.attempt.state, exam.attempt.failed_gate) == (AttemptState.PAUSED, "")
    assert stand.records[0].gate == ""
    assert stand.records[0].ended == ""
    exam.mark_gate("draping", held=False)
    exam.to_candidates()
    result = stand.book.result
    assert [each.ending for each in result.students] == [Ending.GATE_FAILED]
    assert not result.students[0].passed


def test_a_click_where_the_candidate_pointed_is_measured_in_cun(stand):
    exam = stand.begin()
    task = go_to(exam, "BL23")
    here = stand.place_of("BL23", task.side)
    assert exam.click(here, HALF, ClientBody.MAN)
    mark = exam.attempt.found(task.number)
    assert (mark.value, mark.cun) == ("found", 0.0)
    assert exam.clicked == HALF
    x, y, z = here
    exam.click((x, y, z + 0.022), HALF, ClientBody.MAN)
    mark = exam.attempt.found(task.number)
    assert mark.value in ("near", "wrong")
    assert 0.5 < mark.cun < 1.6
    exam.click((-x, y, z), HALF, ClientBody.MAN)
    mark = exam.attempt.found(task.number)
    assert (mark.value, mark.wrong_side) == ("wrong", True)
    exam.click(None, HALF, ClientBody.MAN)
    mark = exam.attempt.found(task.number)
    assert (mark.value, mark.cun) == ("wrong", None)
    exam.undo()
    assert exam.attempt.found(task.number).wrong_side
    assert exam.verdict is None
    assert exam.shot is not None


def test_another_point_that_was_shown_is_named(stand):
    exam = stand.begin()
    task = go_to(exam, "BL23")
    exam.click(stand.place_of("BL25", task.side), HALF, ClientBody.MAN)
    mark = exam.attempt.found(task.number)
    assert (mark.value, mark.taken_for, mark.wrong_side) == ("wrong", "BL25", False)


def test_a_technique_is_not_clicked(stand):
    exam = stand.begin()
    exam.go_to_task(5)
    assert exam.task.kind is TaskKind.STROKE
    assert exam.shot is None
    assert not exam.click((0.0, 0.0, 0.0), HALF, ClientBody.MAN)
    assert exam.attempt.marks == ()


@pytest.mark.parametrize("deck", ["all", "channel:GV", "lesson:lumbar-acupressure"])
def test_every_point_has_a_picture_in_which_it_can_be_clicked(stand, deck):
    stand.draw(deck=deck, points_each=4)
    for candidate in stand.book.candidates:
        stand.exam.take(candidate)
        for task in stand.exam.attempt.tasks:
            stand.exam.go_to_task(task.number)
            if task.kind is not TaskKind.STROKE:
                assert stand.exam.shot is not None, task.subject
                assert task.side is not Side.BOTH
        stand.exam.to_candidates()


def test_the_rest_is_good_in_one_tap(stand):
    exam = stand.begin()
    exam.mark_level("pressure", Level.POOR)
    exam.mark_rest_good(("pressure", "rhythm", "stroke"))
    levels = [exam.attempt.level(item) for item in ("pressure", "rhythm", "stroke", "passive")]
    assert levels == [Level.POOR, Level.GOOD, Level.GOOD, None]


def test_one_candidate_after_the_other_until_nobody_is_left(stand):
    stand.draw()
    seats = []
    while stand.book.next_candidate:
        stand.exam.take_next()
        seats.append(stand.exam.candidate.seat)
        stand.exam.start()
        stand.exam.mark_level("rhythm", Level.GOOD)
        stand.exam.finish()
        stand.exam.to_candidates()
    assert seats == [1, 2, 3, 4, 5]
    result = stand.book.result
    assert [each.percent for each in result.students] == [100.0] * 5
    assert (result.group, result.seed) == ("K12 sáng", 42)
    assert all(record.share == 1.0 for record in stand.records)


def test_a_further_attempt_has_a_paper_of_its_own(stand):
    exam = stand.begin()
    first = exam.attempt.tasks
    exam.finish()
    exam.to_candidates()
    exam.take(stand.book.candidates[0], again=True)
    assert exam.candidate.seat == 6
    assert exam.attempt.tasks != first
    exam.start()
    exam.finish()
    assert [record.number for record in stand.records] == [1, 2]
    exam.to_candidates()
    assert stand.book.candidates[0].number == 2
    assert stand.book.result.students[-1].seat == 6


def test_what_was_finished_by_mistake_is_opened_again(stand):
    exam = stand.begin()
    exam.finish()
    exam.mark_level("rhythm", Level.GOOD)
    assert exam.attempt.level("rhythm") is None
    exam.reopen()
    exam.mark_level("rhythm", Level.GOOD)
    assert exam.attempt.level("rhythm") is Level.GOOD
    assert stand.records[0].ended == ""


def test_marks_that_wait_for_the_disk_are_told(stand):
    exam = stand.begin()
    told = []
    exam.kept_changed.connect(lambda: told.append(exam.kept))
    stand.store.is_full = True
    exam.mark_level("rhythm", Level.GOOD)
    stand.store.is_full = False
    exam.mark_level("rhythm", Level.PART)
    assert told == [False, True]


def test_weights_of_the_day_stay_with_an_exam(stand):
    stand.draw()
    number = stand.book.open.record.id
    today = stand.rubric.reading
    weights = {"safety": 5, "technique": 40}
    changed = replace(today, rubric=today.rubric.weighed(weights, 90), is_own=True)
    stand.rubric.reading = changed
    again = stand.restart()
    again.rubric.reading = changed
    again.exam.arrive()
    again.exam.open_exam(number)
    assert again.exam.rubric.weights["safety"] == 25
    assert again.book.result.pass_percent == 50
    again.exam.to_setup()
    assert again.exam.rubric.weights["safety"] == 5


def test_no_name_stands_in_a_trace_of_an_error(stand):
    exam = stand.begin()
    exam.write("An was nervous")
    assert "Nguyễn" not in repr((exam.candidate, stand.book.result))
    assert "nervous" not in repr((exam.attempt, stand.book.result, stand.records))
