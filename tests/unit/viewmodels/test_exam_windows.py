"""Two windows of the program at one exam, and an exam whose class is deleted meanwhile."""

import json

import pytest

from massage_trainer.domain.exam.attempt import AttemptState, attempt_of
from massage_trainer.domain.exam.sheet import Find
from massage_trainer.viewmodels.exam import GAP_MS, ExamStage
from tests.exam_stand import ExamStand


@pytest.fixture
def stand(qapp):
    return ExamStand()


def test_an_older_list_of_another_window_overwrites_no_attempt(stand):
    """It still says that nobody was examined; the examiner is told, and sees how it stands."""
    stand.draw()
    other = stand.restart()
    other.exam.open_exam(stand.book.open.record.id)
    told = []
    other.exam.elsewhere.connect(lambda: told.append(other.exam.stage))
    stand.exam.take_next()
    stand.exam.start()
    stand.exam.mark_find(Find.FOUND)
    stand.exam.finish()
    kept = list(stand.records)
    other.exam.take_next()
    assert told == [ExamStage.CANDIDATES]
    assert stand.records == kept
    assert other.book.candidates[0].state is AttemptState.DONE
    other.exam.take_next()
    assert other.exam.candidate.seat == 2
    assert len(told) == 1


def test_two_windows_at_one_attempt_lose_no_mark(stand):
    """Whoever took it last goes on; the other one is told and gives way, also by its clock."""
    exam = stand.begin()
    exam.mark_find(Find.FOUND)
    other = stand.restart()
    other.exam.open_exam(stand.book.open.record.id)
    other.exam.take_next()
    other.exam.start()
    other.exam.write("Phải nhắc một lần")
    told = []
    exam.elsewhere.connect(lambda: told.append(exam.stage))
    stand.ticker.pass_time(GAP_MS - 1)
    stand.ticker.pass_time(GAP_MS - 1)
    stand.ticker.pass_time(GAP_MS - 1)
    assert told == [ExamStage.CANDIDATES]
    assert exam.attempt is None
    (record,) = stand.records
    kept = attempt_of(json.loads(record.marks))
    assert [mark.value for mark in kept.marks] == ["found", "Phải nhắc một lần"]
    other.exam.mark_find(Find.NEAR)
    assert other.exam.attempt.found(1).value == "near"


def test_further_seats_of_two_windows_are_all_kept(stand):
    stand.draw()
    other = stand.restart()
    other.exam.open_exam(stand.book.open.record.id)
    for each in (stand, other):
        each.exam.take_next()
        each.exam.start()
        each.exam.finish()
        each.exam.to_candidates()
        each.book.read_candidates()
    first, second = stand.book.candidates[:2]
    stand.exam.take(first, again=True)
    other.exam.take(second, again=True)
    assert (stand.exam.candidate.seat, other.exam.candidate.seat) == (6, 7)


def test_marks_of_a_class_that_was_deleted_are_not_kept(stand):
    exam = stand.begin()
    number = stand.book.open.record.id
    stand.store.delete_group(stand.group.id)
    exam.write("Lúng túng")
    assert not exam.kept
    assert stand.store.attempts(number) == []


def test_who_goes_back_to_the_list_gives_way_too(stand):
    """Going back pauses the clock, which would be written over what the other one has marked."""
    exam = stand.begin()
    other = stand.restart()
    other.exam.open_exam(stand.book.open.record.id)
    other.exam.take_next()
    other.exam.start()
    other.exam.write("Lúng túng")
    told = []
    exam.stage_changed.connect(lambda: told.append("list"))
    exam.elsewhere.connect(lambda: told.append("elsewhere"))
    exam.to_candidates()
    assert told == ["list", "elsewhere"]
    (record,) = stand.records
    assert record.state == "running"
