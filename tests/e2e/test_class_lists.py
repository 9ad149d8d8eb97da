"""Class lists in the whole program: kept, copied, saved with results, and gone to the last byte."""

import json

import pytest
from PySide6.QtWidgets import QDialog

from massage_trainer.domain.classroom.ports import (
    AttemptRecord,
    ClassAnswer,
    ClassRound,
    ExamRecord,
)
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.exam.attempt import Attempt, attempt_json, find_mark, remark
from massage_trainer.domain.exam.exam import Exam, exam_json
from massage_trainer.domain.exam.paper import Plan, Pool, PoolPoint
from massage_trainer.domain.exam.sheet import Find
from massage_trainer.services.crash import CrashReporter
from massage_trainer.services.exam_results import ExamResultFiles
from massage_trainer.services.storage.backup import Backups
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.page_row import Page
from tests.exam_examples import set_tasks, small_rubric, words

NAME, NUMBER = "Quaggamuffin Nguyễn", "Zzyx0042"
AT, DAY = "2026-11-23T10:00:00Z", "2026-11-23"


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


class Lists:
    """The program with the sheet of class lists open."""

    def __init__(self, stand):
        self.program = stand.program
        flow = stand.program.study_flow
        flow.go(Page.CLASS)
        self.page = flow.page(Page.CLASS)
        self.page.show_sheet(Sheet.ROSTER)
        self.lists = flow.class_flow.class_lists
        self.roster = self.lists.roster
        self.store = stand.program.practice_flow.class_store

    def fill(self):
        """A class that has answered a question, and one student who was examined."""
        assert self.roster.add_group("K12 Quaggamuffin")
        found = self.roster.look_into_text(f"{NUMBER} {NAME}\nS2 Lê An")
        assert self.roster.take_over(self.roster.new_in(found))
        group = self.roster.current.id
        asked = ClassRound(group, "all", ("locate-point",), 5, 7, AT, DAY)
        round_id = self.store.begin_round(asked)
        answer = ClassAnswer(group, round_id, 1, "locate-point:BL23", "BL23", "locate-point", AT)
        assert self.store.keep_answer(answer)
        student = next(one for one in self.roster.students if one.name == NAME)
        pool = Pool("all", (PoolPoint("BL23", "lumbar", sided=True),))
        weights = small_rubric().weights
        exam = Exam(words("Deck"), pool, Plan(5, 1), 10, weights, 60, seats=(student.id,))
        record = ExamRecord(group, "Final", "all", 5, AT, DAY, details=json.dumps(exam_json(exam)))
        exam_id = self.store.begin_exam(record)
        attempt = Attempt(set_tasks(), 600_000).started().passed(60_000)
        attempt = attempt.marked(find_mark(1, Find.FOUND, 0.3)).marked(remark(f"{NAME} đè mạnh"))
        marks = json.dumps(attempt_json(attempt.finished()), ensure_ascii=False)
        kept = AttemptRecord(group, exam_id, student.id, 1, AT, AT, "done", 0.725, "", marks)
        assert self.store.keep_attempt(kept)
        self.roster.read()
        return self


@pytest.fixture
def lists(start):
    def make():
        return Lists(start("en"))

    return make


def test_a_class_is_there_after_the_night_and_was_copied(qtbot, lists, tmp_path):
    made = lists().fill()
    memory = made.program.practice_flow.memory
    with qtbot.waitSignal(memory._caretaker.finished, timeout=20_000):
        made.page.show_offer()
    assert len(Backups(tmp_path / "data").all()) == 1
    made.program.close()
    again = lists()
    assert again.roster.current.name == "K12 Quaggamuffin"
    assert [one.name for one in again.roster.students] == ["Lê An", NAME]
    assert again.page.current.table.rows.index(1, 2).data() == "7.3"


def test_results_are_saved_and_come_back_the_same(lists, tmp_path):
    made = lists().fill()
    (exam,) = made.roster.overview.exams
    result = made.lists.result_of(exam)
    assert [one.name for one in result.students] == [NAME]
    assert result.students[0].tasks[0].find is Find.FOUND
    path = tmp_path / "results.csv"
    ExamResultFiles().write(path, result)
    assert ExamResultFiles().read(path) == result
    found = made.roster.look_into(path)
    assert [(one.number, one.name) for one in found.entries] == [(NUMBER, NAME)]
    assert found.mistakes == ()


def test_an_exam_that_cannot_be_read_is_told(lists):
    made = lists().fill()
    number = made.store.begin_exam(ExamRecord(1, "Broken", "all", 1, AT, DAY))
    broken = next(one for one in made.store.exams(1) if one.id == number)
    with pytest.raises(TrainerError, match="Broken"):
        made.lists.result_of(broken)


def test_nothing_of_a_deleted_class_is_left_in_the_folder_of_the_program(qtbot, lists, tmp_path):
    made = lists().fill()
    with qtbot.waitSignal(made.program.practice_flow.memory._caretaker.finished, timeout=20_000):
        made.page.show_offer()
    made.page.show_sheet(Sheet.ROSTER)
    data = tmp_path / "data"
    assert NAME.encode() in bytes_of(data)
    sheet = made.page.current

    def agree(dialog):
        return dialog.done(QDialog.DialogCode.Accepted) is None

    sheet._ask = agree
    sheet._wish_class_gone()
    assert sheet.message == "Deleted, also from the copies kept for safety."
    assert b"Quaggamuffin" not in bytes_of(data)
    assert b"Zzyx" not in bytes_of(data)
    assert len(Backups(data).all()) == 1
    made.program.close()
    assert b"Quaggamuffin" not in bytes_of(data)


def test_a_report_of_an_error_tells_no_names(lists, tmp_path, capsys):
    """An error of ours may carry whatever was at hand; its report may be sent to somebody."""
    made = lists().fill()
    student = made.roster.students[1]
    (exam,) = made.roster.overview.exams
    reporter = CrashReporter(tmp_path)

    def fail(_work):
        at_hand = (made.roster.students, made.roster.groups, made.store.attempts(exam.id))
        raise ValueError(at_hand, made.lists.result_of(exam), made.roster.look_into_text(NAME))

    made.program.practice_flow.database.write = fail
    try:
        made.roster.rename_student(student, f"{NUMBER}1", f"{NAME} Jr")
    except ValueError as error:
        reporter.handle(type(error), error, error.__traceback__)
    log = (tmp_path / "crash.log").read_bytes() + capsys.readouterr().err.encode()
    assert b"ValueError" in log
    assert b"Quaggamuffin" not in log
    assert b"Zzyx" not in log
