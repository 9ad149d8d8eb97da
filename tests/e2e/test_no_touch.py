"""Every shipped lesson without touching: a remote, one key alone; and the stop."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import Outcome, SessionState
from massage_trainer.domain.keys import Action
from massage_trainer.domain.pause_menu import Choice, MenuKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.record import SkipReason
from massage_trainer.widgets.flash import FlashOverlay
from tests.e2e.no_touch import APART_MS, KEY, Desk, go_to, working
from tests.e2e.test_lessons import LESSONS


@pytest.fixture
def desk(qtbot, start):
    return lambda language="en": Desk(qtbot, start(language))


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_a_whole_lesson_with_only_the_remotes_keys(desk, lesson_id):
    desk = desk()
    desk.choose_lesson(lesson_id, KEY.Key_PageDown)
    desk.press(KEY.Key_F5)
    assert desk.window.isFullScreen()
    desk.press(KEY.Key_PageDown)
    assert desk.lesson.state is not SessionState.IDLE
    desk.press(KEY.Key_Period)
    assert desk.lesson.state is SessionState.PAUSED
    desk.press(KEY.Key_Period)
    assert desk.lesson.state is not SessionState.PAUSED
    left_ms = desk.lesson.countdown.left_ms
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F5)
    desk.press(KEY.Key_Escape)
    assert not desk.window.isFullScreen()
    assert desk.window.isVisible()
    assert desk.lesson.countdown.left_ms == left_ms
    desk.play(KEY.Key_PageDown)
    segments = desk.lesson.timeline.segments
    left_out = set(range(min(desk.shown), len(segments))) - set(desk.shown)
    assert all(segments[index].optional for index in left_out)  # a pedal declines these
    desk.hold(KEY.Key_PageDown)
    assert desk.hands.menu.kind is MenuKind.FINISHED
    desk.hold(KEY.Key_PageDown)
    assert desk.window.library_page.isVisible()


@pytest.mark.parametrize(
    ("lesson_id", "key"),
    [
        *((lesson_id, KEY.Key_PageDown) for lesson_id in LESSONS),
        ("stretch-knees-down", KEY.Key_Right),
        ("stretch-knees-down", KEY.Key_G),
    ],
)
def test_a_whole_lesson_with_one_key_alone(desk, lesson_id, key):
    desk = desk()
    if key is KEY.Key_G:
        assert desk.stand.program.busy_hands.keys.add(Action.FORWARD, "G") is None
    desk.choose_lesson(lesson_id, key)
    desk.press(key)
    while desk.lesson.countdown.waiting:
        desk.press(key)
    desk.pass_time()
    desk.hold(key)
    assert desk.lesson.state is SessionState.PAUSED
    assert desk.hands.menu.chosen is Choice.GO_ON
    left_ms = desk.lesson.countdown.segment_left_ms
    for _ in desk.hands.menu.choices:
        desk.press(key)
    assert desk.hands.menu.chosen is Choice.GO_ON
    desk.hold(key)
    assert desk.hands.menu is None
    assert desk.lesson.countdown.segment_left_ms == left_ms
    desk.play(key)
    assert desk.lesson.state is SessionState.FINISHED
    assert Outcome.SKIPPED not in desk.ended or lesson_id == "whole-session"


def test_one_key_skips_with_a_reason_and_ends(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    reasons = []
    desk.hands.skipped.connect(reasons.append)
    working(desk)
    index = desk.lesson.index
    desk.hold(KEY.Key_PageDown)
    go_to(desk, Choice.SKIP)
    desk.hold(KEY.Key_PageDown)
    assert desk.hands.menu.kind is MenuKind.REASONS
    go_to(desk, Choice.REASON_NO_TIME)
    desk.hold(KEY.Key_PageDown)
    assert reasons == [SkipReason.NO_TIME]
    assert desk.lesson.index == index + 1
    assert desk.lesson.state is not SessionState.PAUSED
    desk.hold(KEY.Key_PageDown)
    go_to(desk, Choice.END)
    desk.hold(KEY.Key_PageDown)
    assert desk.lesson.state is SessionState.IDLE


def every_place_of_focus(window):
    return [
        widget
        for widget in window.lesson_page.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.TabFocus
    ]


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (KEY.Key_Period, SessionState.PAUSED),
        (KEY.Key_B, SessionState.PAUSED),
        (KEY.Key_S, SessionState.PAUSED),
        (KEY.Key_Space, SessionState.PAUSED),
    ],
)
def test_what_stops_stops_from_any_focus(desk, key, state):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    places = every_place_of_focus(desk.window)
    assert len(places) > 10
    for place in places:
        if not place.isEnabled() or not place.isVisible():
            continue
        place.setFocus(Qt.FocusReason.TabFocusReason)
        desk.press(key)
        assert desk.lesson.state is state, place.objectName()
        desk.press(KEY.Key_Space)
        assert desk.lesson.state is not state, place.objectName()


def test_pain_silences_before_anything_else_and_offers_the_gentle_way(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    order = []
    desk.lesson.state_changed.connect(order.append)
    desk.hands.hurt.connect(lambda: order.append("hurt"))
    sound = desk.stand.sound
    sound.heard.clear()
    path = desk.lesson.segment.path
    desk.press(KEY.Key_S)
    assert sound.heard[0] == ("hush", None)
    assert order == [SessionState.PAUSED, "hurt"]
    assert desk.hands.menu.kind is MenuKind.HURT
    assert desk.hands.menu.chosen is Choice.EASE
    desk.hold(KEY.Key_PageDown)
    assert desk.lesson.segment.path == path
    assert desk.window.findChild(QWidget, "interruption").isVisible()


def test_presses_near_to_each_other_count_once_and_a_stop_is_never_lost(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    desk.press(KEY.Key_PageDown)
    index = desk.lesson.index
    desk.press(KEY.Key_PageDown)
    for _ in range(3):
        desk.stand.clock.ms += 200
        QTest.keyClick(desk.focus, KEY.Key_PageDown)
    assert desk.lesson.index == index + 1
    QTest.keyClick(desk.focus, KEY.Key_S)
    assert desk.lesson.state is SessionState.PAUSED
    desk.hands.close_menu()
    desk.lesson.resume()
    desk.stand.program.preferences.update(press_merge_ms=100)
    for _ in range(2):
        desk.stand.clock.ms += 150
        QTest.keyClick(desk.focus, KEY.Key_PageDown)
    assert desk.lesson.index == index + 3


def test_a_held_key_that_repeats_itself_is_one_press(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    desk.press(KEY.Key_PageDown)
    index = desk.lesson.index
    desk.stand.clock.ms += APART_MS
    focus = desk.focus
    QTest.keyPress(focus, KEY.Key_PageDown)
    desk.stand.clock.ms += 400
    desk.hands.press()  # as an automatic repetition would
    QTest.keyRelease(focus, KEY.Key_PageDown)
    assert desk.lesson.index == index + 1


def test_digits_jump_to_a_line(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    desk.press(KEY.Key_1)
    desk.press(KEY.Key_2)
    assert desk.lesson.segment.row == 11
    desk.press(KEY.Key_7)
    assert desk.lesson.segment.row == 6


def test_what_cannot_be_heard_is_seen(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    flash = desk.window.findChild(FlashOverlay)
    working(desk)
    assert flash.cue is None
    desk.stand.sound.change(SoundState.NO_DEVICE)
    kinds = [problem.kind for problem in desk.stand.program.problems.shown]
    assert kinds == [ProblemKind.NO_SOUND]
    seen = []
    desk.stand.program.busy_hands.sound.flash.connect(lambda cue: seen.append((cue, flash.cue)))
    while desk.lesson.segment.row < 9:
        if desk.lesson.countdown.waiting:
            desk.press(KEY.Key_PageDown)
        else:
            desk.pass_time()
    assert len(seen) > 5
    assert all(isinstance(cue, Cue) for cue, _ in seen)
    assert flash.cue is seen[-1][0]
    assert flash.size() == desk.window.size()
    desk.stand.sound.change(SoundState.READY)
    flash.end()
    desk.pass_time()
    assert flash.cue is None


def test_the_lit_lesson_and_the_lit_choice_are_spoken(desk):
    desk = desk()
    desk.press(KEY.Key_PageDown)
    assert desk.stand.sound.said
    desk.choose_lesson("lumbar-acupressure", KEY.Key_PageDown)
    working(desk)
    desk.hold(KEY.Key_PageDown)
    desk.press(KEY.Key_PageDown)
    assert desk.stand.sound.said[-1] == "Go on, more gently."


def test_a_pause_tells_where_one_is_and_a_screen_reader_speaks_alone(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    desk.hold(KEY.Key_PageDown)
    desk.stand.sound.heard.clear()
    desk.press(KEY.Key_W)
    assert " ".join(desk.stand.sound.said) == "Paused. Go on."
    announced = []
    desk.stand.program.busy_hands.sound.announced.connect(announced.append)
    QAccessible.setActive(True)
    desk.stand.sound.heard.clear()
    desk.press(KEY.Key_PageDown)
    desk.press(KEY.Key_W)
    QAccessible.setActive(False)
    assert announced == ["Go on, more gently.", "Paused. Go on, more gently."]
    assert desk.stand.sound.said == []


def test_full_screen_gives_way_before_the_page_of_the_pause(desk):
    desk = desk()
    desk.stand.program.open_lesson("lumbar-acupressure")
    working(desk)
    desk.press(KEY.Key_F5)
    desk.press(KEY.Key_Period)
    desk.press(KEY.Key_Escape)
    assert not desk.window.isFullScreen()
    assert desk.hands.menu is not None
    desk.press(KEY.Key_Escape)
    assert desk.hands.menu is None
    assert desk.lesson.state is SessionState.PAUSED
    desk.press(KEY.Key_Escape)
    assert desk.window.isVisible()


def test_sound_goes_off_and_comes_back_by_one_key(desk):
    desk = desk()
    desk.press(KEY.Key_M)
    assert set(desk.stand.sound.volumes.values()) == {0.0}
    desk.stand.program.open_lesson("lumbar-acupressure")
    desk.press(KEY.Key_M)
    assert 0.0 not in desk.stand.sound.volumes.values()
