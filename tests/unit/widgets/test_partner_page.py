"""The page before a lesson: everything fits, has a name, and is done with few keys or one."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from massage_trainer.domain.keys import Action
from massage_trainer.domain.partner_words import Answer, Stage
from massage_trainer.domain.record import Company
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.partner import PartnerViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.partner_page import PartnerPage
from tests.fakes import (
    FakeClock,
    FakeOneShot,
    FakeTicker,
    FakeWakeLock,
    MemoryBookmarks,
    MemoryKeys,
    MemorySettings,
)
from tests.fakes_record import FakeCalendar
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable

SIZES = ((800, 560), (1366, 768), (1920, 1080))


@pytest.fixture(scope="module")
def lines():
    return load_catalog(assets_dir() / "catalog", "catalog").catalog.screening


class Stand:
    def __init__(self, qtbot, lines, language):
        self.qtbot = qtbot
        self.clock = FakeClock()
        lesson = LessonViewModel(
            FakeClock(), FakeTicker(self.clock), FakeWakeLock(), MemoryBookmarks()
        )
        self.holding = FakeOneShot()
        self.hands = HandsFreeViewModel(lesson, self.clock, self.holding, FakeOneShot())
        self.partner = PartnerViewModel(
            lambda: lines, FakeCalendar(), PreferencesViewModel(MemorySettings())
        )
        self.keys = KeysViewModel(MemoryKeys())
        self.page = PartnerPage(self.partner, self.hands, self.keys, lambda: language)
        qtbot.add_widget(self.page)
        self.hands.lend(self.partner)
        self.partner.ask()
        self.page.resize(1366, 768)
        with qtbot.wait_active(self.page):
            self.page.show()
            self.page.activateWindow()

    @property
    def screen(self):
        return self.partner.screen

    def press(self, key):
        self.clock.ms += 300
        self.qtbot.keyClick(self.page.focusWidget() or self.page, key)

    def hold(self, key=Qt.Key.Key_PageDown):
        self.clock.ms += 300
        self.qtbot.keyPress(self.page.focusWidget() or self.page, key)
        self.clock.ms += 600
        self.holding.run_out()
        self.qtbot.keyRelease(self.page.focusWidget() or self.page, key)

    def take(self, answer):
        while self.screen.items[self.screen.lit].answer is not answer:
            self.partner.on()
        self.partner.choose()

    def every_page(self):
        """Leads through every kind of question; the pages with most to show."""
        yield "who"
        self.take(Answer.CLASS)
        yield "class"
        self.partner.back()
        self.take(Answer.NEW)
        yield "lines"
        self.partner.on()
        self.partner.choose()
        yield "danger"
        for number in (9, 10, 11):
            self.partner.pick(number)
        self.take(Answer.DONE)
        self.partner.choose()
        for number in range(4, 13):
            self.partner.pick(number)
        yield "health"
        self.take(Answer.DONE)
        yield "noted"
        for _ in range(4):
            self.partner.on()
        yield "result"
        self.take(Answer.CORRECT)
        self.partner.on()
        self.partner.choose()
        self.partner.pick(0)
        self.take(Answer.DONE)
        yield "stop"
        assert self.screen.is_urgent


@pytest.fixture
def stand(qtbot, look, lines):
    held = []

    def make(language="en"):
        held.append(Stand(qtbot, lines, language))
        return held[-1]

    return make


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_cut_off(stand, language, size):
    here = stand(language)
    here.page.resize(*size)
    for name in here.every_page():
        settle(here.page)
        assert cut_off(here.page) == [], name
        assert nameless(here.page) == [], name


def test_the_keyboard_reaches_everything(stand):
    here = stand()
    here.take(Answer.NEW)
    settle(here.page)
    assert unreachable(here.page) == []


def test_a_remote_goes_through_six_lines_in_seven_presses(stand, qtbot):
    here = stand()
    with qtbot.wait_signal(here.partner.settled, timeout=0):
        here.press(Qt.Key.Key_Period)  # the new person is lit
        for _ in range(6):
            here.press(Qt.Key.Key_PageDown)
    assert here.partner.table.company is Company.NEW_PARTNER


def test_one_key_alone_notes_what_came_up(stand, qtbot):
    here = stand()
    here.hold()
    assert here.screen.stage is Stage.LINES
    for _ in range(2):
        here.press(Qt.Key.Key_PageDown)
    here.hold()
    assert here.screen.stage is Stage.FINDINGS
    while here.screen.items[here.screen.lit].text.en != "Blood thinners":
        here.press(Qt.Key.Key_PageDown)
    here.hold()
    while here.screen.items[here.screen.lit].answer is not Answer.DONE:
        here.press(Qt.Key.Key_PageDown)
    here.hold()
    for _ in range(3):
        here.press(Qt.Key.Key_PageDown)
    with qtbot.wait_signal(here.partner.settled, timeout=0):
        here.hold()
    assert here.partner.table.found == {"blood-thinners"}


def test_presses_of_one_contact_count_once(stand):
    here = stand()
    here.take(Answer.NEW)
    here.press(Qt.Key.Key_PageDown)
    here.clock.ms -= 200
    here.press(Qt.Key.Key_PageDown)
    assert here.screen.lit == 1


def test_enter_space_digits_and_arrows(stand):
    here = stand()
    here.press(Qt.Key.Key_Down)
    assert here.screen.lit == 1
    here.press(Qt.Key.Key_Up)
    here.press(Qt.Key.Key_Return)
    assert here.screen.stage is Stage.LINES
    here.press(Qt.Key.Key_Space)
    assert here.screen.lit == 1
    here.press(Qt.Key.Key_PageUp)
    assert here.screen.lit == 0
    here.press(Qt.Key.Key_3)
    assert here.page.rows[2].accessibleName().startswith("true. Asked")
    here.press(Qt.Key.Key_PageUp)
    here.press(Qt.Key.Key_PageUp)
    here.press(Qt.Key.Key_PageUp)
    assert here.screen.lit in (0, 1, 2)


def test_a_finger_takes_a_choice_confirms_a_line_and_ticks_a_box(stand):
    here = stand()

    def touch(number):
        here.qtbot.mouseClick(here.page.rows[number], Qt.MouseButton.LeftButton)

    touch(0)
    touch(0)  # the same broad contact
    assert (here.screen.stage, here.screen.lit) == (Stage.LINES, 0)
    here.clock.ms += 300
    touch(0)
    assert here.screen.lit == 1
    here.clock.ms += 300
    here.qtbot.mouseClick(
        here.page.findChild(QAbstractButton, "line-noted"), Qt.MouseButton.LeftButton
    )
    assert here.screen.stage is Stage.FINDINGS
    here.clock.ms += 300
    touch(3)
    assert here.page.rows[3].accessibleName().startswith("noted. Beating belly mass")
    assert len(here.page.rows) == 17


def test_a_broad_contact_on_a_button_answers_once(stand):
    here = stand()
    here.take(Answer.NEW)
    here.clock.ms += 300
    button = here.page.findChild(QAbstractButton, "line-true")
    for _ in range(2):
        here.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        here.clock.ms += 100
    assert here.screen.lit == 1


def test_a_broad_contact_goes_back_once(stand):
    here = stand()
    here.take(Answer.NEW)
    here.partner.on()
    here.partner.choose()
    here.clock.ms += 300
    button = here.page.findChild(QAbstractButton, "partner-back")
    for _ in range(2):
        here.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (here.screen.stage, here.screen.lit) == (Stage.LINES, 1)


def test_a_held_or_bouncing_enter_answers_once(stand):
    here = stand()
    here.take(Answer.NEW)
    here.press(Qt.Key.Key_Return)
    assert here.screen.lit == 1
    here.clock.ms += 1_000
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
    )
    QCoreApplication.sendEvent(here.page.focusWidget(), event)
    assert here.screen.lit == 1
    here.press(Qt.Key.Key_Return)
    here.qtbot.keyClick(here.page.focusWidget(), Qt.Key.Key_Return)
    assert here.screen.lit == 2


def test_the_key_back_to_the_lessons_is_the_one_of_the_table(stand, qtbot):
    here = stand()
    here.keys.add(Action.LIBRARY, "Y")
    here.keys.remove(Action.LIBRARY, "Home")
    with qtbot.assert_not_emitted(here.partner.given_up):
        here.press(Qt.Key.Key_Home)
    with qtbot.wait_signal(here.partner.given_up, timeout=0):
        here.press(Qt.Key.Key_Y)
