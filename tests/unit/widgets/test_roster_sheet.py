"""The sheet of class lists: made, filled, sorted, saved and deleted by what is on it."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from massage_trainer.domain.classroom.marks import MarkScale
from massage_trainer.domain.classroom.names import ListOrder
from massage_trainer.domain.classroom.ports import Erasure
from massage_trainer.services.class_lists import ClassListFiles
from massage_trainer.services.marks_file import InertTables, table_bytes
from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.classroom.roster_dialogs import (
    AddDialog,
    ClassNameDialog,
    DeleteClassDialog,
    StudentDialog,
    TakeOverDialog,
)
from massage_trainer.widgets.classroom.roster_words import erasure_text
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable
from tests.unit.widgets.roster_stand import MANY, ODD, RosterStand


@pytest.fixture
def stand(qtbot, look):
    made = []

    def make(**named):
        made.append(RosterStand(qtbot, look, **named))
        return made[-1]

    yield make
    for one in made:
        one.close()


def shown(stand):
    rows = stand.sheet.table.rows
    return [
        [rows.index(row, column).data() for column in range(rows.columnCount())]
        for row in range(rows.rowCount())
    ]


def typed(text, name="name"):
    def answer(dialog):
        dialog.show()
        dialog.findChild(QLineEdit, name).setText(text)
        dialog.accept()
        return dialog.result()

    return answer


def agree(dialog):
    dialog.accept()
    return dialog.result()


def test_from_nothing_to_a_class_with_students(stand):
    made = stand()
    assert made.sheet.findChild(QLabel, "nothing-yet").text().startswith("No class yet")
    made.answers.append(typed("K12"))
    made.press("first-class")
    assert made.roster.current.name == "K12"
    assert "Nobody is in this class" in made.sheet.findChild(QLabel, "nothing-yet").text()

    def add(dialog):
        assert isinstance(dialog, AddDialog)
        dialog.show()
        take = dialog.findChild(Button, "take-over")
        assert not take.isEnabled()
        dialog.findChild(QPlainTextEdit, "typed").setPlainText("S1 Lê Ánh\nS2\tHồ An\nS1 Đỗ Bá")
        assert dialog.findChild(QLabel, "summary").text() == "2 new students; 1 line with a mistake"
        assert "line 1 already" in dialog.findChild(QLabel, "lines").text()
        take.click()
        return dialog.result()

    made.answers.append(add)
    made.press("add-students")
    assert shown(made) == [["S2", "Hồ An"], ["S1", "Lê Ánh"]]
    assert made.sheet.message == "2 new students"


def test_a_file_is_looked_at_before_it_is_taken_over(stand, tmp_path):
    made = stand()
    made.fill([("S1", "Lê An")])
    path = tmp_path / "lớp.csv"
    path.write_text('number,name\nS1,Lê Ân\nS2,"O\'Neil; ""王小明"""\nS3,\n', encoding="utf-8")
    told = []

    def look_at(dialog):
        assert isinstance(dialog, TakeOverDialog)
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        return agree(dialog)

    made.picker.path = path
    made.answers.append(look_at)
    made.press("import-list")
    text = "\n".join(told)
    assert "lớp.csv, for the class" in text
    assert "1 new student; 1 called otherwise until now; 1 line with a mistake" in text
    assert [row[1] for row in shown(made)] == ["Lê Ân", 'O\'Neil; "王小明"']


def test_a_file_that_cannot_be_read_is_told(stand, tmp_path):
    made = stand()
    made.fill()
    made.picker.path = tmp_path / "no.csv"
    made.press("import-list")
    assert "no.csv" in made.sheet.message


def test_the_list_is_sorted_and_the_chosen_student_stays_chosen(stand):
    made = stand()
    made.fill([("3", "Lê An"), ("1", "Hồ Ba"), ("2", "Đỗ Cô")])
    made.sheet.table.choose(2)
    for order, first in ((ListOrder.NUMBER, "1"), (ListOrder.FAMILY, "2"), (ListOrder.GIVEN, "3")):
        box = made.sheet.order
        box.setCurrentIndex(box.findData(order))
        box.activated.emit(box.currentIndex())
        assert shown(made)[0][0] == first
        assert made.sheet.table.chosen.name == "Hồ Ba"


def test_marks_are_shown_out_of_ten_or_in_percent(stand):
    made = stand()
    made.fill(MANY[:3], exams=2)
    assert [row[2] for row in shown(made)] == ["0.0", "1.0", "2.0"]
    box = made.sheet.marks
    box.setCurrentIndex(box.findData(MarkScale.PERCENT))
    box.activated.emit(box.currentIndex())
    assert [row[3] for row in shown(made)] == ["0", "10", "20"]


def test_a_student_is_renamed_with_enter_withdrawn_and_deleted(stand):
    made = stand()
    made.fill([("S1", "Lê An"), ("S2", "Hồ Ba")])
    made.sheet.table.setFocus()

    def rename(dialog):
        assert isinstance(dialog, StudentDialog)
        dialog.show()
        number = dialog.findChild(QLineEdit, "number")
        number.setText("S2")
        dialog.accept()
        assert dialog.message == "Another student has this number."
        number.setText("S9")
        return typed("Lê Ân")(dialog)

    made.answers.append(rename)
    QTest.keyClick(made.sheet.table, Qt.Key.Key_Return)
    assert shown(made)[0] == ["S9", "Lê Ân"]
    made.press("withdraw")
    assert shown(made)[0][1].endswith("(withdrawn)")
    assert made.sheet.findChild(Button, "withdraw").text() == "Take back into the class"
    made.press("withdraw")
    made.answers.append(lambda dialog: False)
    QTest.keyClick(made.sheet.table, Qt.Key.Key_Delete)
    assert len(shown(made)) == 2
    made.answers.append(agree)
    QTest.keyClick(made.sheet.table, Qt.Key.Key_Delete)
    assert [row[1] for row in shown(made)] == ["Hồ Ba"]
    assert made.sheet.message == "Deleted, also from the copies kept for safety."


def test_before_a_class_goes_it_is_said_what_goes_and_what_stays(stand):
    made = stand()
    made.fill(MANY, exams=1)
    words = []

    def read(dialog):
        assert isinstance(dialog, DeleteClassDialog)
        dialog.show()
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        assert dialog.focusWidget() is dialog.findChild(Button, "close")
        dialog.findChild(Button, "delete").click()
        return dialog.result()

    made.answers.append(read)
    made.press("delete-class")
    text = "\n".join(words)
    assert "38 students, 1 exam, 38 attempts with all marks and remarks" in text
    assert "taken out of the copies" in text
    assert "(CSV, PDF) stays where you put it" in text
    assert made.roster.groups == []
    assert made.sheet.message


def test_what_deleting_did_is_told_honestly(stand):
    stand()
    assert "try again" in erasure_text(Erasure(done=False))
    assert "Another window" in erasure_text(Erasure(done=True, is_pending=True))
    assert "2 damaged copies" in erasure_text(Erasure(done=True, lost_copies=2))


def test_a_full_disk_is_told(stand):
    made = stand()
    made.fill([("S1", "Lê An")])
    made.store.is_full = True
    made.press("withdraw")
    assert "could not be kept" in made.sheet.message


def test_a_class_needs_a_name_of_its_own(stand):
    made = stand()
    made.fill()
    dialog = ClassNameDialog(made.roster, None, made.window)
    dialog.show()
    dialog.accept()
    assert dialog.message == "Please type a name."
    assert not typed("K12 SÁNG – xoa bóp lưng")(dialog)
    assert dialog.message == "A class is called so already."
    dialog.close()


@pytest.mark.parametrize("name", ODD)
def test_names_are_plain_text_wherever_they_are_shown(stand, name):
    made = stand()
    (one,) = made.fill([("S1", name)], exams=1)
    assert shown(made)[0][1] == name
    menu = made.files.make_menu(made.sheet, one)
    labels = [action.text().replace("&&", "&") for action in menu.actions()]
    assert any(name in label for label in labels)
    dialog = DeleteClassDialog(one.name, None, made.window)
    question = dialog.findChild(QLabel, "question")
    assert question.textFormat() is Qt.TextFormat.PlainText
    assert name in question.text()


def actions(menu):
    return {action.objectName(): action for action in menu.actions()}


def test_marks_and_results_are_saved_where_it_is_wished(stand, tmp_path):
    made = stand()
    one, _ = made.fill([("SV-007", "Nguyễn Văn An"), ("S2", ODD[0])], exams=1)
    menu = made.files.make_menu(made.sheet, one)
    assert list(actions(menu)) == ["marks", "exam-1", "exam-1-student"]
    for key, name in (("marks", "marks"), ("exam-1", "all.csv"), ("exam-1-student", "an")):
        made.picker.path = tmp_path / name
        actions(menu)[key].trigger()
        assert made.sheet.message == f"Saved: {tmp_path / name}{'' if '.' in name else '.csv'}"
    assert made.tables.tables[tmp_path / "marks.csv"] == [
        ("Student number", "Full name", "Withdrawn", "Thi thực hành lần 1"),
        ("SV-007", "Nguyễn Văn An", "", "0.0"),
        ("S2", ODD[0], "", "1.0"),
    ]
    assert made.results.tables[tmp_path / "all.csv"] == made.result
    mine = made.results.tables[tmp_path / "an.csv"]
    assert [student.name for student in mine.students] == ["Nguyễn Văn An"]
    made.picker.path = None
    actions(menu)["marks"].trigger()


@pytest.mark.parametrize(("language", "said"), [("vi", "Không ghi được tệp"), ("en", "Cannot")])
def test_what_cannot_be_written_is_told_in_the_language_of_the_window(
    stand, tmp_path, language, said
):
    made = stand(language=language)
    made.fill([("S1", "An")])
    made.files._tables = InertTables()
    made.picker.path = tmp_path / "no" / "marks.csv"
    made.files.save_marks(made.sheet)
    assert said in made.sheet.message
    assert "marks.csv" in made.sheet.message


def test_a_question_about_an_endless_name_fits_into_its_window(stand):
    made = stand()
    made.fill([("S1", "A" * 120)])
    made.sheet.table.selectRow(0)
    widths = []

    def measure(dialog):
        widths.append(dialog.minimumSizeHint().width())
        return False

    made.answers = [measure, measure]
    made.press("delete-student")
    made.roster.rename_group("K" * 120)
    made.press("delete-class")
    assert max(widths) <= made.window.width()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_class_list_is_read_from_saved_marks_again(stand, language, tmp_path):
    made = stand(language=language)
    students = made.fill([*MANY, *[(f"X{n}", name) for n, name in enumerate(ODD)]], exams=2)
    made.roster.withdraw(students[3], withdrawn=True)
    content = table_bytes(made.files.marks_table())
    (tmp_path / "marks.csv").write_bytes(content)
    found = ClassListFiles().read(tmp_path / "marks.csv")
    assert found.mistakes == ()
    kept = [(one.number, one.name, one.withdrawn) for one in found.entries]
    assert kept == [(one.number, one.name, one.withdrawn) for one in made.roster.students]
    cells = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [(800, 480), (1280, 640), (1920, 1000)])
@pytest.mark.parametrize("students", [None, (), MANY])
def test_everything_fits_has_a_name_and_is_reached_by_the_keyboard(stand, language, size, students):
    made = stand(language=language, size=size)
    if students is not None:
        made.fill(students, exams=3 if students else 0)
    made.sheet.arrive()
    settle(made.window)
    made.window.activateWindow()
    assert cut_off(made.window) == []
    assert nameless(made.window) == []
    made.sheet.arrive()
    assert unreachable(made.window) == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_dialog_fits(stand, language, theme):
    made = stand(language=language, theme=theme, size=(800, 560))
    (one,) = made.fill([("SV2024001", "Nguyễn Thị Ngọc Ánh")], exams=1)
    found = made.roster.look_into_text("number,name\nS1,Lê An\nSV2024001,Lê Ba\nS3,\nS1,x\n")
    for dialog in (
        ClassNameDialog(made.roster, made.roster.current, made.window),
        StudentDialog(made.roster, one, made.window),
        AddDialog(made.roster, made.window),
        TakeOverDialog("x.csv", made.roster.current, found, made.roster.new_in(found), made.window),
        DeleteClassDialog("K12", made.roster.count(), made.window),
        DeleteClassDialog(one.name, None, made.window),
    ):
        dialog.show()
        settle(dialog)
        assert cut_off(dialog) == [], type(dialog)
        assert nameless(dialog) == [], type(dialog)
        dialog.close()


def test_the_language_is_switched_while_it_is_open(stand):
    made = stand()
    made.fill(MANY[:2], exams=1)
    made._words.install("vi")
    settle(made.window)
    assert made.sheet.table.rows.headerData(1, Qt.Orientation.Horizontal) == "Họ và tên"
    assert shown(made)[1][2] == "1,0"
    assert made.sheet.findChild(Button, "withdraw").text() == "Ghi là đã rút"
