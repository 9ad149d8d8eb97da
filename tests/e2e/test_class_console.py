"""A lesson led from the console, in the real windows, on the shipped content."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.classroom.board import PenLine
from massage_trainer.domain.classroom.pace import MINUTE_MS, ClassHour
from massage_trainer.domain.classroom.slides import Cover, LessonSlide
from massage_trainer.domain.countdown import clock_text
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.plate import MissingPicture, PictureFault
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.widgets.classroom.console_layout import Pane
from massage_trainer.widgets.classroom.keys_dialog import ClassKeysDialog
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.page_row import Page
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable

GONE = PictureFault.MISSING
SIZES = [(800, 560), (1366, 768), (1920, 1080)]


class ClassStand:
    """The program with the sheet of the lesson open."""

    def __init__(self, stand):
        self.stand = stand
        self.program, self.window = stand.program, stand.window
        self.program.study_flow.go(Page.CLASS)
        self.flow = self.program.study_flow.class_flow
        self.page = self.program.study_flow.page(Page.CLASS)
        self.page.show_sheet(Sheet.LESSON)
        self.sheet = self.page.current
        self.console = self.sheet.console
        self.classroom = self.flow.classroom
        self.window.activateWindow()
        settle(self.window)

    @property
    def lesson(self):
        return self.flow.lesson

    def begin(self, lesson_id="lumbar-acupressure"):
        self.sheet.chooser.rows[lesson_id].click()
        self.flow.pace.begin(lesson_id, ClassHour(90 * MINUTE_MS))
        self.sheet.chooser.setup.put_on.emit()
        settle(self.window)

    def run(self, seconds):
        self.stand.ticker.pass_time(*[1_000] * seconds)

    def go(self, name):
        """To the first row of this name, at work there."""
        rows = self.lesson.timeline.rows
        row = next(n for n, each in enumerate(rows) if name in each.step.id)
        self.lesson.jump_to_row(row)
        if self.lesson.state in (SessionState.IDLE, SessionState.PAUSED):
            self.lesson.toggle()
        while self.lesson.countdown.face.name in ("GET_READY", "RESUMING"):
            self.run(1)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)


@pytest.fixture
def console(start):
    def make(language="en", size=(1366, 768)):
        stand = start(language)
        stand.window.resize(*size)
        return ClassStand(stand)

    return make


def test_a_lesson_is_chosen_planned_and_put_on(console):
    room = console()
    chooser = room.sheet.chooser
    assert set(chooser.rows) == {card.id for card in room.program.library.cards}
    chooser.rows["whole-session"].click()
    room.window.findChild(object, "put-on").click()
    assert room.console.isVisible()
    assert room.lesson.protocol.id == "whole-session"
    assert room.console.title.text() == room.lesson.protocol.name.en
    assert isinstance(room.classroom.shown.slide, LessonSlide)


def test_the_students_lesson_and_its_place_are_left_alone(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.run(5)
    assert not room.program.lesson.is_open
    assert room.program.library.place("lumbar-acupressure") is None


def test_verbs_keys_and_a_remote_lead_the_lesson(console):
    room = console()
    room.begin()
    room.press(Qt.Key.Key_PageDown)
    assert room.lesson.state is not SessionState.IDLE
    row = room.lesson.segment.row
    room.press(Qt.Key.Key_PageDown)
    room.press(Qt.Key.Key_PageDown)
    assert room.lesson.segment.row > row
    room.go("bl23")
    room.press(Qt.Key.Key_Space)
    assert room.lesson.state is SessionState.PAUSED
    room.press(Qt.Key.Key_Space)
    room.run(6)
    left = room.lesson.countdown.left_ms
    room.press(Qt.Key.Key_Plus)
    assert room.lesson.countdown.left_ms == left + 15_000
    room.press(Qt.Key.Key_PageUp)
    assert room.lesson.countdown.left_ms != left + 15_000


def test_a_remote_works_from_the_window_of_the_class(console):
    room = console()
    room.begin()
    room.flow.screens.open()
    wall = room.flow.screens.window
    wall.activateWindow()
    QApplication.processEvents()
    assert not room.window.isActiveWindow()
    QTest.keyClick(wall, Qt.Key.Key_PageDown)
    QTest.keyClick(wall, Qt.Key.Key_B)
    assert room.lesson.state is not SessionState.IDLE
    assert room.classroom.cover is Cover.BLACK


def test_frozen_the_console_looks_ahead_and_the_class_jumps_to_it(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.run(3)
    shown = room.classroom.shown
    room.press(Qt.Key.Key_F)
    room.press(Qt.Key.Key_PageDown)
    room.classroom.draw(PenLine(((0.4, 0.4),)))
    room.run(4)
    assert room.classroom.shown == shown
    assert room.console.badge.text == "Frozen: only you see this"
    assert room.console.inset.isVisible()
    assert room.console.inset.showing == shown
    assert room.console.preview.view.showing == room.classroom.prepared
    room.press(Qt.Key.Key_F)
    assert room.classroom.shown == room.classroom.prepared
    assert room.console.inset.isHidden()


def test_what_is_not_seen_is_not_heard_and_the_console_says_so(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.press(Qt.Key.Key_Period)
    room.stand.sound.heard.clear()
    while room.lesson.countdown.face.name == "TIME":
        room.run(1)
    assert Cue.STEP_END not in room.stand.sound.cues
    assert "silent" in room.console.badge.line
    room.press(Qt.Key.Key_Period)
    assert room.console.badge.line == ""


def test_drawing_stays_on_its_picture(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.classroom.draw(PenLine(((0.4, 0.4),)))
    room.run(3)
    assert room.classroom.shown.board.pen
    room.press(Qt.Key.Key_PageDown)
    assert not room.classroom.shown.board.pen


def test_what_is_asked_of_a_partner_stands_on_the_console_alone(console):
    room = console()
    room.begin()
    room.lesson.jump_to_row(1)
    items = room.lesson.segment.step.dose.items
    told = " ".join(line.text for line in room.console.cautions.lines)
    assert all(item.en in told for item in items)
    assert room.console.captions[Pane.CAUTIONS].text() == "Read out"
    assert not any(items[0].en in word for word in room.console.preview.view.face.words)
    room.go("bl23")
    assert room.console.captions[Pane.CAUTIONS].text() == "Cautions"


def test_a_missing_picture_is_told_to_the_console_alone(console, monkeypatch):
    room = console()
    files = room.console.preview.view._parts.plates
    monkeypatch.setattr(files, "picture", lambda still, *_: MissingPicture(still.plate_id, GONE))
    room.begin()
    room.go("bl23")
    assert "missing" in room.console.badge.line
    assert not any("missing" in word for word in room.console.preview.view.face.words)


def test_arrow_keys_on_the_tabs_turn_tabs_and_no_step(console):
    room = console("en", (800, 560))
    room.begin()
    room.go("bl23")
    row = room.lesson.segment.row
    room.console.tabs.setFocus()
    room.press(Qt.Key.Key_Right)
    assert room.console.tabs.currentIndex() == 1
    assert room.console.cautions.isVisible()
    assert room.lesson.segment.row == row
    room.press(Qt.Key.Key_PageDown)
    assert room.lesson.segment.row == row + 1


def test_escape_puts_the_tool_away_first(console):
    room = console()
    room.begin()
    room.press(Qt.Key.Key_S)
    assert room.flow.tools.tool is Tool.SPOTLIGHT
    room.press(Qt.Key.Key_Escape)
    assert room.flow.tools.tool is Tool.HAND
    assert room.classroom.shown.board.spotlight is None
    room.window.enter_full_screen()
    room.press(Qt.Key.Key_Escape)
    assert not room.window.isFullScreen()


def test_leaving_the_page_pauses_and_coming_back_goes_on(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.run(3)
    room.program.study_flow.go(Page.ATLAS)
    assert room.lesson.state is SessionState.PAUSED
    room.program.study_flow.go(Page.CLASS)
    assert room.console.isVisible()
    room.lesson.toggle()
    room.run(5)
    assert room.classroom.shown.slide.countdown == room.lesson.countdown


def test_another_lesson_is_chosen_and_the_one_that_is_on_come_back_to(console):
    room = console()
    room.begin()
    room.go("bl23")
    room.console.back.click()
    assert room.sheet.chooser.isVisible()
    assert room.lesson.state is SessionState.PAUSED
    room.sheet.chooser.resume.click()
    assert room.console.isVisible()
    assert room.classroom.shown.slide.countdown == room.lesson.countdown


def test_the_whole_hour_is_what_the_pace_says(console):
    room = console()
    room.begin()
    room.lesson.start()
    room.run(3)
    captions = [caption for caption, _, _ in room.console.times.cells]
    assert captions[0] == "Now"
    room.run(1)
    assert room.console.times.cells[2][1] == clock_text(room.flow.pace.pace.total_left_ms)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_off_and_everything_has_a_name(console, language, size):
    room = console(language, size)
    assert cut_off(room.page) == []
    assert nameless(room.page) == []
    room.begin()
    room.go("bl23")
    room.press(Qt.Key.Key_F)
    settle(room.window)
    assert cut_off(room.page) == []
    assert nameless(room.page) == []
    for tab in range(room.console.tabs.count() if room.console.tabs.isVisible() else 0):
        room.console.tabs.setCurrentIndex(tab)
        assert cut_off(room.page) == []


def test_the_keyboard_reaches_everything_on_the_console(console):
    room = console()
    room.begin()
    room.console.back.setFocus()
    QApplication.processEvents()
    assert unreachable(room.console) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_table_of_keys_names_all_of_them(console, language):
    room = console(language)
    dialog = ClassKeysDialog(room.window.language, room.window)
    dialog.show()
    try:
        labels = [line.label for line in dialog.lines]
        assert any("Page Down" in label for label in labels)
        assert any("Esc" in label for label in labels)
        assert nameless(dialog) == []
    finally:
        dialog.close()
        dialog.deleteLater()
