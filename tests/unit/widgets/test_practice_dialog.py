"""The practice log and the time there is, as dialogs."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.pause_menu import REASONS
from massage_trainer.domain.protocol import Status, Timed
from massage_trainer.domain.record import (
    Company,
    DoneLine,
    Ending,
    Note,
    NoteKind,
    SkipReason,
    plan_of,
)
from massage_trainer.domain.record_words import (
    COMPANY_WORDS,
    ENDING_WORDS,
    NOTE_WORDS,
    SIDE_WORDS,
)
from massage_trainer.domain.timeline import unroll
from massage_trainer.viewmodels.budget import BudgetViewModel
from massage_trainer.viewmodels.practice import PracticeViewModel
from massage_trainer.widgets.budget_dialog import BudgetDialog
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.practice_dialog import PracticeDialog
from tests.examples import MINUTE, Amount, example_catalog, example_lesson, protocol, step, text
from tests.fakes import MemoryLessons
from tests.fakes_record import FakeWriter, MemoryPracticeLog
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable


class Picker:
    def __init__(self, path):
        self.path = path

    def to_save(self, parent, title, name, kind):
        return self.path


@pytest.fixture
def parent(qtbot, look):
    window = QWidget()
    window.resize(1366, 768)
    qtbot.add_widget(window)
    window.show()
    return window


@pytest.fixture
def log():
    log = MemoryPracticeLog()
    practice = log.begin(
        "example", Company.NEW_PARTNER, "2026-11-23T10:00:00Z", plan_of(unroll(example_lesson()))
    )
    log.add_done(practice, DoneLine("2026-11-23T10:02:00Z", "rub", Ending.SERVED, 120_000))
    log.add_note(practice, Note("2026-11-23T10:03:00Z", NoteKind.STOP_IT_HURTS, "rub", 5_000))
    return log


def practice_dialog(parent, log, path=None, writer=None):
    lessons = MemoryLessons(example_catalog(), example_lesson())
    practice = PracticeViewModel(log, lessons, writer or FakeWriter())
    dialog = PracticeDialog(practice, lambda: "en", Picker(path), parent)
    dialog.show()
    return dialog


def lines(dialog, name):
    return dialog.findChild(DetailColumn, name).lines


def test_hours_and_lessons_are_told(parent, log):
    dialog = practice_dialog(parent, log)
    (technique,) = lines(dialog, "techniques")
    assert technique.label == "rub (en)"
    assert technique.text.startswith("2 min")
    assert "with somebody" in technique.text
    (lesson,) = lines(dialog, "practices")
    assert lesson.text.startswith("Example lesson (en)")
    assert "not finished" in lesson.text
    assert "stop, it hurts" in lesson.text


def test_an_empty_log_says_so_and_has_nothing_to_save(parent):
    dialog = practice_dialog(parent, MemoryPracticeLog())
    assert not dialog.findChild(QAbstractButton, "save-table").isEnabled()
    assert dialog.findChild(QWidget, "total").text() == "Nothing has been practised yet."


def test_the_table_has_a_heading_and_a_line_for_everything(parent, log, qtbot):
    writer, path = FakeWriter(), Path("log.csv")
    dialog = practice_dialog(parent, log, path, writer)
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "save-table"), Qt.MouseButton.LeftButton)
    heading, work, note = writer.tables[path]
    assert (len(heading), heading[0], heading[5]) == (15, "Number", "Technique")
    assert work[2:] == (
        *("Example lesson (en)", "with a new partner", "rub", "rub (en)", "both sides", "", ""),
        *("120", "120", "", "", "done for its whole time", ""),
    )
    assert note[-2] == "stop, it hurts"
    assert "log.csv" in dialog.message


def test_a_table_below_vietnamese_headings_is_in_vietnamese(log):
    at = "2026-11-23T10:04:00Z"
    log.add_done(1, DoneLine(at, "rub", Ending.SKIPPED, 0, reason=SkipReason.HURTS))
    log.add_note(1, Note(at, NoteKind.SHORTENED, detail="25"))
    log.begin("example", Company.UNKNOWN, at, ())
    log.add_note(2, Note(at, NoteKind.PAUSED))
    writer = FakeWriter()
    lessons = MemoryLessons(example_catalog(), example_lesson())
    PracticeViewModel(log, lessons, writer).export_to(Path("log.csv"), (), "vi")
    _, done, pain, skipped, short, paused = writer.tables[Path("log.csv")]
    assert (done[3], done[6], done[-2]) == ("với người mới", "hai bên", "làm đủ thời gian")
    assert pain[-2] == "dừng, đau"
    assert skipped[-2:] == ("bỏ qua", "Đau hoặc khó chịu")
    assert short[-2:] == ("rút ngắn cho vừa số phút có", "25")
    assert (paused[3], paused[-2]) == ("chưa hỏi", "tạm dừng")


def test_what_a_newer_program_wrote_is_put_down_as_it_is(log):
    log.add_note(1, Note("2026-11-23T10:04:00Z", SimpleNamespace(value="danced"), detail="x"))
    writer = FakeWriter()
    lessons = MemoryLessons(example_catalog(), example_lesson())
    PracticeViewModel(log, lessons, writer).export_to(Path("log.csv"), (), "en")
    assert writer.tables[Path("log.csv")][-1][-2:] == ("danced", "x")


def test_names_are_looked_up_once_however_long_the_log_is(log):
    class Counted(MemoryLessons):
        asked = 0

        def index(self):
            self.asked += 1
            return super().index()

        def catalog(self):
            self.asked += 1
            return super().catalog()

    for _ in range(50):
        log.add_done(1, DoneLine("2026-11-23T10:04:00Z", "rub", Ending.SERVED, 1_000))
    lessons = Counted(example_catalog(), example_lesson())
    PracticeViewModel(log, lessons, FakeWriter()).export_to(Path("log.csv"), (), "en")
    assert lessons.asked == 2


def test_everything_in_the_record_has_its_words():
    assert set(COMPANY_WORDS) == set(Company)
    assert set(ENDING_WORDS) == set(Ending)
    assert set(NOTE_WORDS) == set(NoteKind)
    assert set(SIDE_WORDS) == set(Side)
    assert set(REASONS.values()) == set(SkipReason)


def test_a_table_that_cannot_be_written_is_told(parent, log, qtbot):
    class Full(FakeWriter):
        def write(self, path, rows):
            raise TrainerError("log.csv: disk full")

    dialog = practice_dialog(parent, log, Path("log.csv"), Full())
    dialog.findChild(QAbstractButton, "save-table").click()
    assert "disk full" in dialog.message


def budget_dialog(parent, percent=None):
    wide = Amount(2 * MINUTE, 4 * MINUTE, 4 * MINUTE, Status.SOURCE)
    fixed = Amount.exactly(2 * MINUTE, Status.SOURCE)
    one = protocol(step("wide", Timed(wide)), step("fixed", Timed(fixed)), lead_in=1_000)
    budget = BudgetViewModel(lambda _id: one, lambda: percent)
    dialog = BudgetDialog(budget, "example", text("Example"), lambda: "en", parent)
    dialog.show()
    return dialog, budget


def test_minutes_show_at_once_what_is_shortened(parent, qtbot):
    dialog, budget = budget_dialog(parent)
    box = dialog.findChild(QWidget, "minutes")
    assert box.value() == 30
    assert dialog.verdict.startswith("The whole lesson fits")
    box.setValue(5)
    assert dialog.verdict.startswith("It fits")
    assert "wide (en)" in dialog.change_lines[0].text
    box.setValue(3)
    assert dialog.verdict.startswith("It does not fit into 3 min")
    assert budget.minutes("example") == 0
    box.setValue(5)
    with qtbot.wait_signal(budget.chosen, timeout=0):
        dialog.findChild(QAbstractButton, "take").click()
    assert budget.minutes("example") == 5


def test_the_class_dose_is_marked_and_the_whole_lesson_comes_back(parent):
    dialog, budget = budget_dialog(parent, percent=50)
    dialog.findChild(QWidget, "minutes").setValue(3)
    assert dialog.change_lines[-1].chip == "shortened for practice"
    dialog.findChild(QAbstractButton, "take").click()
    again, _ = BudgetDialog(budget, "example", text("Example"), lambda: "en", parent), None
    again.findChild(QAbstractButton, "preset-15").click()
    assert again.findChild(QWidget, "minutes").value() == 15
    again.findChild(QAbstractButton, "whole").click()
    assert budget.minutes("example") == 0


@pytest.mark.parametrize("size", [(800, 560), (1366, 768)], ids=["800", "1366"])
def test_nothing_is_cut_off_and_everything_is_reached(parent, log, size):
    parent.resize(*size)
    for dialog in (practice_dialog(parent, log), budget_dialog(parent)[0]):
        assert cut_off(dialog) == []
        assert nameless(dialog) == []
        dialog.activateWindow()
        dialog.close()


def test_the_keyboard_reaches_everything(parent, log, qtbot):
    for make in (lambda: practice_dialog(parent, log), lambda: budget_dialog(parent)[0]):
        dialog = make()
        with qtbot.wait_active(dialog):
            dialog.activateWindow()
        settle(dialog)
        dialog.nextInFocusChain().setFocus()
        assert unreachable(dialog) == []
        dialog.close()
