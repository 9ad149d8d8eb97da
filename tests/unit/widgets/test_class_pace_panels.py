"""The panels of a class hour: what they say, that they fit, and that keys reach them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QPushButton, QSpinBox, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.pace import ClassHour
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Counted, CountUnit
from massage_trainer.widgets.classroom.notes_panel import NotesPanel
from massage_trainer.widgets.classroom.pace_panel import PacePanel
from massage_trainer.widgets.classroom.pace_setup import PaceSetup
from massage_trainer.widgets.classroom.pace_words import NO_BREAK
from massage_trainer.widgets.theme import Scale
from tests.class_stand import Room, go_to_rub, short_lesson
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable


class Desk:
    """The three panels beside one another."""

    def __init__(self, qtbot, room, width=1280, height=720):
        self.room = room
        self.language = "en"
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        row = QHBoxLayout(self.window)
        pacing = room.pacing
        self.setup = PaceSetup(pacing, lambda: self.language)
        self.panel = PacePanel(pacing, lambda: self.language)
        self.notes = NotesPanel(pacing, lambda: self.language)
        for part in (self.setup, self.panel, self.notes):
            part.set_scale(Scale.of_size(width, height))
            row.addWidget(part, 1)
        self.window.show()

    def button(self, name):
        return self.window.findChild(QPushButton, name)

    def number(self, name):
        return self.window.findChild(QSpinBox, name)

    def line(self, name):
        return self.panel.lines[name].replace(NO_BREAK, " ")


@pytest.fixture
def set_up(qtbot, look):
    """Make a desk for a room; a begun one, unless told otherwise."""
    made = []  # held: what is collected while it is painted brings the interpreter down

    def make(room=None, *, begin=True, **size):
        room = room or Room()
        desk = Desk(qtbot, room, **size)
        made.append(desk)
        if begin:
            room.begin()
        return desk

    yield make
    made.clear()


def wall(epoch_ms):
    return QDateTime.fromMSecsSinceEpoch(epoch_ms).toString("HH:mm")


def test_a_plan_says_what_each_partner_gets_and_puts_it_on(set_up):
    desk = set_up(begin=False)
    desk.setup.show_lesson("example")
    texts = [line.text for line in desk.setup.lines]
    assert texts[0].startswith("It fits: ")
    assert texts[1].endswith("of work, about 2 min to ask, explain and get ready")
    assert texts[2] == "4 min"
    desk.number("swap-minutes").setValue(2)
    assert desk.setup.lines[2].text == "2 min"
    told = []
    desk.setup.put_on.connect(lambda: told.append(True))
    desk.button("put-on").click()
    assert told
    assert desk.room.pacing.plan.hour == ClassHour(60 * MINUTE, swap_ms=2 * MINUTE)
    assert desk.room.lesson.state is SessionState.IDLE


def test_what_does_not_fit_is_said_with_what_can_be_done(set_up):
    desk = set_up(begin=False)
    desk.room.shared = example_lesson()
    desk.setup.show_lesson("example")
    desk.number("class-minutes").setValue(10)
    texts = [line.text for line in desk.setup.lines]
    assert texts[0].startswith("It does not fit: the shortest is ")
    assert any(line.text == "glide (en)" for line in desk.setup.lines)


def test_the_panel_follows_the_hour(set_up):
    desk = set_up()
    pace = desk.room.pacing.pace
    assert desk.panel.lines["turn"] == "First turn: A massages B"
    assert desk.panel.lines["end"] == f"{wall(pace.ends_at_ms)}, as planned"
    assert desk.panel.lines["swap"] == wall(pace.swaps_at_ms)
    go_to_rub(desk.room)
    assert desk.panel.lines["coming"] == "in 1:50: change to the left side"
    desk.button("slower-pairs").click()
    assert "15 s later than planned" in desk.panel.lines["end"]
    assert desk.line("moves") == "slower pairs +15 s"
    assert desk.line("left").startswith("phase 2:05 · until the swap ")


def test_the_pairs_are_told_in_the_language_of_now(set_up):
    desk = set_up()
    go_to_rub(desk.room).wait(111)
    assert desk.panel.lines["reminder"] == "Change sides now: to the left"
    desk.language = "vi"
    desk.panel.retranslate()
    assert desk.panel.lines["reminder"] == "Đổi bên: sang bên trái"


def test_a_demonstration_is_counted_on_the_button_that_ends_it(set_up):
    desk = set_up()
    go_to_rub(desk.room)
    button = desk.button("demonstrate")
    assert button.text() == "Pause to demonstrate"
    button.click()
    desk.room.wait(75)
    assert button.text() == "Go on (shown for 1:15)"
    assert desk.line("moves") == "demonstrations +1 min 15 s"
    button.click()
    assert desk.room.lesson.state is SessionState.BETWEEN
    assert button.text() == "Pause to demonstrate"


def test_before_the_start_and_after_the_end_no_button_lies(set_up):
    desk = set_up(begin=False)
    room = desk.room.begin(start=False)
    assert desk.panel.lines["end"].endswith(", if you start now")
    assert not desk.button("demonstrate").isEnabled()
    assert not desk.button("slower-pairs").isEnabled()
    room.lesson.start()
    assert desk.button("demonstrate").isEnabled()
    while room.lesson.state is not SessionState.FINISHED:
        room.lesson.done() if room.lesson.countdown.waiting else room.lesson.next()
    assert desk.panel.lines["turn"] == "The hour is done"
    assert not desk.button("demonstrate").isEnabled()


def test_notes_come_and_go_with_the_steps(set_up):
    desk = set_up()
    assert [line.text for line in desk.notes.lines] == ["No note on this step."]
    desk.room.lesson.done()  # the step before
    assert [(line.label, line.text) for line in desk.notes.lines[1:]] == [
        ("Next", "rub (en)"),
        ("Show", "the flat hand (en)"),
    ]
    desk.room.lesson.done()
    (line,) = desk.notes.lines
    assert (line.label, line.text) == ("Show", "the flat hand (en)")
    desk.language = "vi"
    desk.notes.retranslate()
    assert desk.notes.lines[0].text == "the flat hand (vi)"


def test_every_part_of_a_note_has_its_label_and_a_block_stands_apart(set_up):
    notes = short_lesson().teach[0]
    whole = replace(notes, mistakes=notes.show, ask=notes.show)
    block = replace(notes, steps=("rub", "hold"))
    room = Room(replace(short_lesson(), teach=(whole, block)))
    desk = set_up(room)
    go_to_rub(room)
    labels = [(line.label, line.apart) for line in desk.notes.lines]
    assert labels == [("Show", False), ("Mistakes", False), ("Ask", False), ("Show", True)]


@pytest.mark.parametrize(("width", "height"), [(800, 560), (1280, 720), (1920, 1080)])
def test_nothing_is_cut_off_and_everything_is_reached_and_named(set_up, width, height):
    desk = set_up(width=width, height=height)
    desk.setup.show_lesson("example")
    go_to_rub(desk.room).wait(111)
    desk.room.pacing.demonstrate()
    desk.room.wait(5)
    assert cut_off(desk.window) == []
    assert nameless(desk.window) == []
    desk.number("class-minutes").setFocus()
    assert unreachable(desk.window) == []


def test_enter_on_the_button_gives_the_pairs_their_time(set_up):
    desk = set_up()
    go_to_rub(desk.room)
    QTest.keyClick(desk.button("slower-pairs"), Qt.Key.Key_Return)
    assert desk.room.moves()


def test_where_there_is_room_nothing_scrolls(set_up):
    desk = set_up(width=640, height=1080)
    desk.setup.show_lesson("example")
    go_to_rub(desk.room)
    settle(desk.window)
    desk.window.resize(1920, 1080)
    assert cut_off(desk.window) == []
    areas = desk.window.findChildren(QAbstractScrollArea)
    assert areas
    assert [area.verticalScrollBar().maximum() for area in areas] == [0] * len(areas)


def test_where_slower_pairs_get_no_time_the_button_says_why(set_up):
    desk = set_up()
    button = desk.button("slower-pairs")
    assert (button.isEnabled(), button.toolTip()) == (False, "This step waits for you anyway")
    go_to_rub(desk.room)
    assert button.toolTip().startswith("15 seconds more for everyone")
    for _ in range(4):
        button.click()
    assert not button.isEnabled()
    assert button.toolTip().startswith("This dose is at its most")
    assert button.accessibleDescription() == button.toolTip()


def test_a_count_is_not_made_longer(set_up):
    count = Counted(exactly(5), CountUnit.PASSES, exactly(2 * SECOND))
    desk = set_up(Room(protocol(step("tap", count, Side.BOTH))))
    desk.room.wait(6)
    assert desk.button("slower-pairs").toolTip().startswith("A count is not made longer")
