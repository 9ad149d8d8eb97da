"""The sheet of papers: chosen, looked at, saved and printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from massage_trainer.domain.paper.desk import Offer, PaperError, PaperKind, SavedPaper
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.classroom.paper_sheet import PaperSheet
from massage_trainer.widgets.theme import Scale


class FakePaper:
    def __init__(self, desk, wanted, pages, lacking):
        self.desk = desk
        self.title = " ".join(wanted)
        self.page_count = pages
        self.lacking = lacking
        self.painted = []

    def paint(self, painter, page, width):
        self.painted.append(page)
        painter.fillRect(0, 0, int(width / 2), 10, QColor("#ff0000"))

    def save(self, path):
        if self.desk.full:
            raise PaperError(LocalizedText("Đĩa đầy.", "The disk is full."))
        self.desk.saved.append((self.title, path))
        return SavedPaper(self.page_count, 1_250_000)

    def print_on(self, printer):
        if self.desk.full:
            raise PaperError(LocalizedText("Máy in tắt.", "The printer is off."))
        self.desk.printed.append((self.title, printer))


class FakeDesk:
    def __init__(self):
        self.saved, self.printed, self.opened = [], [], []
        self.full = self.broken = False
        self.pages = 3
        self.lacking = ()
        self.known = ("Laser",)

    def offers(self, kind):
        if kind is PaperKind.EXAM_CLASS:
            return ()
        return [
            Offer(f"{kind.value}-{number}", LocalizedText(f"Bài {number}", f"Lesson {number}"))
            for number in (1, 2)
        ]

    def open(self, kind, offer, language):
        if self.broken:
            raise PaperError(LocalizedText("Thiếu ảnh.", "A picture is missing."))
        self.opened.append((kind.value, offer, language))
        return FakePaper(self, (kind.value, offer, language), self.pages, self.lacking)

    def file_name(self, kind, offer, language):
        return f"{offer}-{language}"

    def printers(self):
        return self.known


class FakePicker:
    def __init__(self):
        self.path = None
        self.answer = 0
        self.asked = []

    def to_save(self, parent, title, name, kind):
        self.asked.append(name)
        return self.path

    def ask(self, parent, title, words, answers):
        self.asked.append((words, tuple(answers)))
        return self.answer


@pytest.fixture
def desk():
    return FakeDesk()


@pytest.fixture
def picker():
    return FakePicker()


@pytest.fixture
def sheet(qtbot, desk, picker):
    made = PaperSheet(desk, picker, lambda: "en")
    qtbot.add_widget(made)
    made.resize(800, 480)
    made.set_scale(Scale(480))
    made.show()
    made.arrive()
    return made


def told(sheet):
    return sheet._told.text()


def choose(box, number):
    box.setCurrentIndex(number)
    box.activated.emit(number)


def test_it_begins_with_the_first_lesson_in_the_language_of_the_window(sheet, desk):
    assert desk.opened == [("handout", "handout-1", "en")]
    assert sheet.view.accessibleName() == "Page 1 of 3"


def test_every_choice_makes_its_paper_at_once(sheet, desk):
    choose(sheet.subject, 1)
    choose(sheet.tongue, 0)
    choose(sheet.kind, list(PaperKind).index(PaperKind.BLANKS))
    assert desk.opened[1:] == [
        ("handout", "handout-2", "en"),
        ("handout", "handout-2", "vi"),
        ("blanks", "blanks-1", "vi"),
    ]


def test_where_there_is_nothing_it_is_said_and_nothing_can_be_saved(sheet):
    choose(sheet.kind, list(PaperKind).index(PaperKind.EXAM_CLASS))
    assert told(sheet) == "There is nothing of this kind yet."
    assert not sheet.save.isEnabled()
    assert not sheet.print_it.isEnabled()
    assert sheet.view.accessibleName() == "No page"


def test_a_paper_that_cannot_be_made_says_why(sheet, desk):
    desk.broken = True
    choose(sheet.subject, 1)
    assert told(sheet) == "A picture is missing."
    assert not sheet.save.isEnabled()


def test_pages_are_turned_by_button_key_and_wheel_and_end_at_both_ends(sheet, qtbot):
    view = sheet.view
    assert not sheet.previous.isEnabled()
    sheet.next.click()
    assert view.page == 1
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    assert not sheet.next.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 2


def test_the_page_that_is_shown_is_painted_once(sheet):
    sheet.next.click()
    sheet.view.grab()
    sheet.view.grab()
    paper = sheet._paper
    assert paper.painted.count(1) == 1


def test_a_page_is_white_in_a_dark_window_too(sheet):
    picture = sheet.view.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor(255, 255, 255)


def test_it_is_saved_where_the_user_wants_with_an_ending(sheet, desk, picker, tmp_path):
    picker.path = tmp_path / "tai-lieu"
    sheet.save.click()
    assert picker.asked == ["handout-1-en.pdf"]
    assert desk.saved == [("handout handout-1 en", tmp_path / "tai-lieu.pdf")]
    assert told(sheet).startswith("3 page(s) written to ")
    assert told(sheet).endswith("(1.2 MB).")


def test_who_thinks_better_of_it_saves_nothing(sheet, desk, picker):
    sheet.save.click()
    picker.answer = None
    sheet.print_it.click()
    assert (desk.saved, desk.printed) == ([], [])


def test_a_full_disk_and_a_dead_printer_are_said(sheet, desk, picker):
    desk.full = True
    picker.path = Path("x.pdf")
    sheet.save.click()
    assert told(sheet) == "The disk is full."
    sheet.print_it.click()
    assert told(sheet) == "The printer is off."


def test_it_is_printed_on_the_printer_that_is_chosen(sheet, desk, picker):
    desk.known = ("Laser", "Phòng 2")
    picker.answer = 1
    sheet.print_it.click()
    words, printers = picker.asked[-1]
    assert printers == ("Laser", "Phòng 2")
    assert words == "Print 3 page(s) of A4 on which printer?"
    assert desk.printed == [("handout handout-1 en", "Phòng 2")]
    assert told(sheet) == "Sent to Phòng 2."


def test_without_a_printer_there_is_another_way(sheet, desk):
    desk.known = ()
    sheet.print_it.click()
    assert "Save the paper as PDF" in told(sheet)


def test_letters_that_cannot_be_printed_are_told(sheet, desk):
    desk.lacking = ("王",)
    choose(sheet.subject, 1)
    assert "王" in told(sheet)


def test_coming_back_looks_what_there_is_and_keeps_the_choice(sheet, desk):
    choose(sheet.subject, 1)
    sheet.arrive()
    assert desk.opened[-1] == ("handout", "handout-2", "en")


def test_a_change_of_language_keeps_the_choices_and_the_page(sheet, desk):
    choose(sheet.subject, 1)
    sheet.next.click()
    opened = len(desk.opened)
    QCoreApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
    assert (sheet.subject.currentIndex(), sheet.view.page) == (1, 1)
    assert len(desk.opened) == opened


def test_everything_is_reached_by_key_and_named(sheet):
    for widget in (sheet.kind, sheet.subject, sheet.tongue, sheet.view, sheet.previous, sheet.next):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in (sheet.save, sheet.print_it, sheet.back):
        assert button.text()


def test_it_leads_back(sheet, qtbot):
    with qtbot.wait_signal(sheet.left, timeout=0):
        sheet.back.click()
