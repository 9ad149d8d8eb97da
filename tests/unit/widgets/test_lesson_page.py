"""The page as a student uses it: by mouse, by keyboard, in two languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.keys import Action
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.widgets.detail_row import DetailRow
from massage_trainer.widgets.headline import Headline
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step

KEY = Qt.Key


def headline(page):
    found = page.page.findChild(Headline)
    assert found is not None
    return found


def test_a_step_shows_what_where_and_which_side(stand):
    page = stand()
    page.go(row=4)
    shown = headline(page)
    assert shown.name.text() == "bend (en)"
    assert shown.side.text() == "right side"
    assert shown.place.text().replace("\u00a0", " ") == "face down (en) · loin (en)"
    assert shown.point.isHidden()
    page.resize(1920, 1080)
    page.lesson.jump_to_row(7)
    assert shown.point.text().startswith("Thận du · BL23")


def test_a_choice_does_not_pass_itself_off_as_the_step_behind_it(stand):
    page = stand()
    page.go(row=10)
    shown = headline(page)
    assert shown.name.text() == "Optional part"
    assert shown.place.text() == ""
    assert page.button("source-chip").text() == "Source"
    page.click("source-chip")
    assert [line.label for line in page.sheet.column.lines] == ["Review"]


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ((KEY.Key_Right,), 3),
        ((KEY.Key_PageDown,), 3),
        ((KEY.Key_Left,), 1),
        ((KEY.Key_PageUp,), 1),
        ((KEY.Key_Right, KEY.Key_U), 2),
        ((KEY.Key_R,), 2),
    ],
)
def test_keys_go_forward_back_and_take_back(stand, keys, row):
    page = stand()
    page.go(row=2)
    for key in keys:
        page.key(key)
    assert page.lesson.segment.row == row


def test_undo_has_its_usual_key_too(stand, qtbot):
    page = stand()
    page.go(row=2)
    page.key(KEY.Key_Right)
    page.press_clock.ms += 300
    qtbot.keyClick(page.page, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.lesson.segment.row == 2


def test_space_starts_acknowledges_pauses_and_goes_on(stand):
    page = stand()
    page.key(KEY.Key_Space)
    assert page.lesson.state is SessionState.RUNNING
    page.key(KEY.Key_Space)
    page.key(KEY.Key_Space)
    assert (page.lesson.segment.row, page.lesson.state) == (2, SessionState.BETWEEN)
    page.key(KEY.Key_Space)
    assert page.lesson.state is SessionState.PAUSED
    page.key(KEY.Key_Space)
    assert page.lesson.state is SessionState.BETWEEN


@pytest.mark.parametrize("key", [KEY.Key_D, KEY.Key_Return, KEY.Key_Enter])
def test_done_by_key(stand, key):
    page = stand()
    page.go(row=6)
    page.key(key)
    assert page.lesson.segment.row == 7


@pytest.mark.parametrize("key", [KEY.Key_Plus, KEY.Key_Equal])
def test_longer_by_key(stand, key):
    page = stand()
    page.go(row=2)
    left_ms = page.lesson.countdown.left_ms
    page.key(key)
    assert page.lesson.countdown.left_ms == left_ms + 15 * SECOND


def test_escape_takes_no_time_and_never_leaves(stand, qtbot):
    page = stand()
    page.go(row=2)
    with qtbot.assert_not_emitted(page.page.library_wanted):
        page.key(KEY.Key_Escape)
        page.key(KEY.Key_Escape)
    assert page.lesson.state is SessionState.RUNNING


def test_home_and_the_button_lead_back_to_the_lessons(stand, qtbot):
    page = stand()
    with qtbot.wait_signal(page.page.library_wanted, timeout=0):
        page.key(KEY.Key_Home)
    with qtbot.wait_signal(page.page.library_wanted, timeout=0):
        page.click("library")


@pytest.mark.parametrize("part", ["step-list", "instructions", "cautions", "next", "source-chip"])
def test_the_keys_work_wherever_the_focus_is(stand, part):
    page = stand()
    page.go(row=2)
    widget = page.part(QWidget, part)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    for key, row in ((KEY.Key_Right, 3), (KEY.Key_PageUp, 2), (KEY.Key_PageDown, 3)):
        page.key(key, widget)
        assert page.lesson.segment.row == row
    page.key(KEY.Key_Space, widget)
    assert page.lesson.state is SessionState.PAUSED


def test_tab_reaches_everything_that_can_be_used(stand, qtbot):
    page = stand()
    page.go(row=3)
    reached = set()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget() or page.page, KEY.Key_Tab)
        focused = QApplication.focusWidget()
        reached.add(focused.objectName())
    expected = {"library", "step-list", "source-chip", "describe", "instructions", "cautions"}
    expected |= {"toggle", "next", "back", "repeat", "undo", "stop", "extend"}
    usable = {name for name in expected if page.part(QWidget, name).isEnabled()}
    assert usable <= reached


def test_up_and_down_scroll_the_words(stand):
    page = stand()
    page.resize(1024, 768)
    page.go(row=3)
    bar = page.instructions.verticalScrollBar()
    assert bar.maximum() > 0
    page.key(KEY.Key_Down, page.instructions)
    assert bar.value() > 0
    page.lesson.jump_to_row(4)
    assert bar.value() == 0  # a new step begins at its top


def test_an_interruption_is_told_until_the_student_goes_on(stand):
    page = stand()
    page.go(row=2)
    page.ticker.pass_time(2_000)
    row = page.part(DetailRow, "interruption")
    assert row.isHidden()
    page.ticker.pass_time(60_000)
    assert page.lesson.state is SessionState.PAUSED
    assert row.isVisible()
    assert row.line.text == "Interrupted with 1:58 left – that gap does not count."
    page.click("toggle")
    assert row.isHidden()


def test_the_countdown_tells_which_step_of_how_many(stand):
    page = stand()
    page.go(row=3)
    assert page.countdown.step == "4/13"


def test_other_numbers_are_shown_at_once(stand):
    page = stand()
    page.lesson.jump_to_row(2)
    page.choices = TeacherChoices(amounts={"example/rub.time": 3 * MINUTE})
    page.open(example_lesson())
    page.lesson.jump_to_row(2)
    assert page.countdown.text == "3:00"
    assert [line.chip for line in page.instructions.lines if line.strong] == ["set by the teacher"]


def test_the_language_changes_while_the_lesson_runs(stand):
    page = stand()
    page.go(row=4)
    page.language = "vi"
    QApplication.sendEvent(page.page, QEvent(QEvent.Type.LanguageChange))
    assert headline(page).name.text() == "bend (vi)"
    assert page.instructions.lines[0].text == "bend: what the hands do (vi)"
    assert page.cautions.lines[0].text == "sharp pain (vi)"
    assert page.steps.model().index(0, 0).data() == "welcome (vi)"
    assert page.lesson.state is SessionState.RUNNING


def test_a_closed_lesson_leaves_the_page_quiet(stand):
    page = stand()
    page.go(row=2)
    page.lesson.close()
    QApplication.sendEvent(page.page, QEvent(QEvent.Type.LanguageChange))
    page.resize(1024, 768)


def test_another_lesson_takes_the_place_of_the_first(stand):
    page = stand()
    page.go(row=5)
    other = replace(protocol(step("only", Timed(exactly(MINUTE)))), id="other")
    page.open(other)
    assert page.steps.model().rowCount() == 1
    assert headline(page).name.text() == "only (en)"
    assert page.button("toggle").text() == "Start"


def test_the_programs_buttons_have_a_place(stand):
    page = stand()
    tools = QLabel("tools")
    page.page.set_tools(tools)
    page.qtbot.wait_until(tools.isVisible)
    page.resize(1024, 768)
    assert tools.parent() is page.page
    assert tools.geometry().top() > page.steps.geometry().bottom()


def test_a_page_made_after_the_lesson_was_opened_shows_it(stand, qtbot):
    from massage_trainer.widgets.lesson_page import LessonPage

    page = stand()
    page.go(row=4)
    late = LessonPage(
        page.lesson,
        page.plates,
        lambda: page.catalog,
        lambda: page.choices,
        lambda: "en",
        lambda _client: None,
        page.preferences,
        page.hands,
        page.keys,
        page.partner,
        page.prompts,
    )
    qtbot.add_widget(late)
    shown = late.findChild(Headline)
    assert shown.name.text() == "bend (en)"


@pytest.mark.parametrize("key", [KEY.Key_D, KEY.Key_Return])
def test_a_key_that_bounces_acknowledges_one_thing(stand, qtbot, key):
    page = stand()
    page.key(KEY.Key_Space)
    page.key(key)
    page.press_clock.ms += 30
    qtbot.keyClick(page.page, key)
    assert page.lesson.segment.row == 1


def test_a_held_enter_acknowledges_one_thing(stand):
    page = stand()
    page.key(KEY.Key_Space)
    for again in (False, True, True):
        page.press_clock.ms += 500
        event = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
        )
        QApplication.sendEvent(page.page, event)
    assert page.lesson.segment.row == 1


@pytest.mark.parametrize("name", ["toggle", "done"])
def test_a_broad_contact_on_a_button_acknowledges_one_thing(stand, qtbot, name):
    page = stand()
    page.key(KEY.Key_Space)
    page.press_clock.ms += 300
    page.click(name)
    page.press_clock.ms += 100
    qtbot.mouseClick(page.button(name), Qt.MouseButton.LeftButton)
    assert page.lesson.segment.row == 1


@pytest.mark.parametrize(("key", "left_s"), [(KEY.Key_Plus, 75), (KEY.Key_R, 60)])
def test_other_keys_that_bounce_count_once_too(stand, qtbot, key, left_s):
    page = stand()
    page.open(protocol(step("rub", Timed(exactly(MINUTE))), step("two", Timed(exactly(MINUTE)))))
    page.go(row=0)
    page.key(key)
    qtbot.keyClick(page.page, KEY.Key_Plus)
    assert page.lesson.countdown.segment_left_ms <= left_s * SECOND


def test_only_the_one_key_itself_ends_its_press(stand, qtbot):
    page = stand()
    page.go(row=2)
    page.press_clock.ms += 300
    qtbot.keyPress(page.page, KEY.Key_W)
    page.press_clock.ms += 300
    qtbot.keyPress(page.page, KEY.Key_PageDown, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyRelease(page.page, KEY.Key_W)
    assert page.holding.is_running
    page.press_clock.ms += 600
    page.holding.run_out()
    qtbot.keyRelease(page.page, KEY.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)
    assert page.lesson.state is SessionState.PAUSED


def test_a_key_chosen_for_the_one_key_ends_its_press_though_its_modifier_came_up_first(
    stand, qtbot
):
    page = stand()
    page.keys.add(Action.FORWARD, "Ctrl+J")
    page.go(row=2)
    page.press_clock.ms += 300
    qtbot.keyPress(page.page, KEY.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyRelease(page.page, KEY.Key_J)
    assert page.lesson.segment.row == 3
