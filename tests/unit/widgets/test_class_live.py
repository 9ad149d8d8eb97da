"""The living body before a class: in step on both windows, the console alone while frozen."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.classroom.live_moment import class_moment
from massage_trainer.domain.classroom.live_view import LiveView
from massage_trainer.domain.live_policy import LivePolicy, LiveWish, StillsBecause
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_camera import MOVE_MS
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.viewmodels.class_tools import Tool
from tests.unit.widgets.class_live_stand import LiveStand

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier
ASIDE = Camera((0.0, -3.0, 2.0), (0.0, 0.0, 0.5), 30.0)


@pytest.fixture
def stand(qtbot, look, tmp_path):
    return LiveStand(qtbot, tmp_path)


def drag(stand, ways, button=LEFT, keys=NONE):
    start = stand.at(0.5, 0.5)
    QTest.mousePress(stand.mine, button, keys, start)
    for way in ways:
        QTest.mouseMove(stand.mine, start + QPoint(*way))
    QTest.mouseRelease(stand.mine, button, keys, start + QPoint(*ways[-1]))


def wheel(stand, at, notches):
    place = QPointF(stand.at(*at))
    turn = QPoint(0, 120 * notches)
    event = QWheelEvent(
        *(place, stand.mine.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton),
        *(NONE, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(stand.mine, event)
    stand.room.clock.ms += MOVE_MS
    stand.camera.hands.tick()


def in_step(stand):
    theirs, mine = stand.stages
    return (theirs.scene is mine.scene, theirs.camera, theirs.moment, theirs.layers) == (
        *(True, mine.camera, mine.moment, mine.layers),
    )


def test_stills_are_seen_until_both_windows_have_drawn_the_body(stand):
    stand.teach()
    stand.classroom.switch_live(on=True)
    assert not stand.theirs.is_live
    stand.draw()
    assert stand.theirs.is_live
    assert stand.mine.is_live
    assert in_step(stand)


def test_nothing_of_it_is_made_before_it_is_asked_for(stand):
    stand.teach()
    assert stand.theirs.stage is None
    assert stand.camera.hands is None


def test_the_hands_are_where_the_lessons_clock_is_on_both(stand):
    stand.teach()
    stand.go_live()
    seen = set()
    for _ in range(12):
        stand.pass_time(400)
        of = stand.room.of
        wanted = class_moment(of.scene, of.plate, stand.lesson.countdown, LiveView())
        assert [stage.moment for stage in stand.stages] == [wanted, wanted]
        seen.add(wanted)
    assert len(seen) > 1
    assert stand.stages[0].moving
    stand.lesson.pause()
    stand.tell()
    assert not stand.stages[0].moving


def test_a_drag_on_the_console_turns_the_body_on_both(stand):
    stand.teach()
    stand.go_live()
    drag(stand, [(20, 0), (40, 5)])
    theirs, mine = stand.stages
    assert theirs.camera != stand.room.of.camera
    assert theirs.camera == mine.camera == stand.classroom.shown.board.camera
    before = theirs.camera
    drag(stand, [(20, 0), (40, 5)], RIGHT)
    assert theirs.camera.at != before.at
    assert in_step(stand)


def test_a_wheel_comes_nearer_by_the_camera_and_not_by_enlarging(stand):
    stand.teach()
    stand.go_live()
    wheel(stand, (0.4, 0.5), 2)
    board = stand.classroom.shown.board
    assert board.camera is not None
    assert board.view.zoom == 1
    assert in_step(stand)


def test_frozen_the_console_turns_steps_and_goes_on_alone_and_then_both_are_one(stand):
    stand.teach()
    stand.go_live()
    drag(stand, [(20, 0), (40, 5)])
    theirs, mine = stand.stages
    camera, moment, layers = theirs.camera, theirs.moment, theirs.layers
    stand.classroom.toggle_freeze()
    drag(stand, [(20, 0), (60, 5)])
    stand.classroom.switch_stage_layer(StageLayer.PRACTITIONER, on=False)
    for _ in range(5):
        stand.pass_time(700)
    assert (theirs.camera, theirs.moment, theirs.layers) == (camera, moment, layers)
    assert mine.camera != camera
    assert mine.moment != moment
    stand.classroom.toggle_freeze()
    assert in_step(stand)
    assert theirs.camera != camera


def test_back_is_what_the_still_shows_and_the_pen_lies_where_it_was_drawn(stand):
    stand.teach()
    stand.go_live()
    stand.tools.take(Tool.PEN)
    drag(stand, [(30, 0), (40, 5)])
    assert stand.classroom.shown.board.camera is None, "a tool in the hand does not turn"
    assert len(stand.theirs.board.lines) == 1
    stand.tools.put_away()
    drag(stand, [(20, 0), (40, 5)])
    assert stand.theirs.board.lines == ()
    stand.tools.show_whole()
    stand.room.clock.ms += MOVE_MS
    stand.camera.hands.tick()
    assert stand.classroom.shown.board.camera is None
    assert stand.stages[0].camera == stand.room.of.camera
    assert len(stand.theirs.board.lines) == 1


def test_presets_and_arrows_move_both_smoothly(stand):
    stand.teach()
    stand.go_live()
    stand.controls.slots[ClassAction.SEE_OTHER]()
    stand.room.clock.ms += MOVE_MS // 2
    stand.camera.hands.tick()
    halfway = stand.stages[0].camera
    stand.room.clock.ms += MOVE_MS
    stand.camera.hands.tick()
    assert stand.stages[0].camera not in (halfway, stand.room.of.camera)
    assert in_step(stand)
    before = stand.stages[0].camera
    stand.room.reduced = True
    QTest.keyClick(stand.preview, Qt.Key.Key_Left)
    assert stand.stages[0].camera != before
    assert in_step(stand)


def test_the_next_picture_is_seen_as_its_still_and_hands_begin_there(stand):
    stand.teach()
    stand.go_live()
    drag(stand, [(20, 0), (40, 5)])
    stand.show_another()
    assert stand.classroom.shown.board.camera is None
    stand.draw()
    assert stand.camera.hands.is_home
    assert in_step(stand)


def test_key_frames_are_turned_to_only_while_the_time_stands(stand):
    stand.teach()
    stand.go_live()
    assert not stand.camera.may_step
    stand.camera.step(1)
    assert stand.classroom.shown.board.live.frame == ""
    stand.lesson.pause()
    stand.tell()
    before = stand.stages[0].moment
    stand.camera.step(1)
    assert stand.stages[0].moment != before
    assert in_step(stand)
    assert stand.classroom.shown.board.live.frame


def test_a_view_that_fails_shows_the_still_and_is_not_tried_again_with_this_scene(stand):
    stand.teach()
    stand.go_live()
    theirs = stand.theirs
    theirs.stage.fail("a broken scene")
    assert not theirs.is_live
    blue = theirs.grab().toImage().pixelColor(theirs.card.center().toPoint())
    assert blue == QColor("#3366CC"), "the picture of the still"
    asked = len(theirs.stage.told)
    stand.pass_time(500)
    assert len(theirs.stage.told) == asked
    stand.show_another()
    assert theirs.stage.draw(None)
    assert theirs.is_live


def test_a_machine_that_cannot_draw_shows_stills_everywhere_and_takes_the_button_away(stand):
    stand.teach()
    stand.go_live()
    stand.room.know(stand.room.policy.failed("no OpenGL"))
    assert not stand.classroom.prepared.board.live.on
    assert not stand.theirs.is_live
    assert not stand.controls.buttons[ClassAction.LIVE].isEnabled()
    stand.live.toggle()
    assert not stand.classroom.prepared.board.live.on


def test_also_a_frozen_window_goes_back_to_its_still_then(stand):
    stand.teach()
    stand.go_live()
    stand.classroom.toggle_freeze()
    for stage in stand.stages:
        stage.fail("no OpenGL")
    stand.room.know(stand.room.policy.failed("no OpenGL"))
    assert not stand.theirs.is_live
    assert not stand.mine.is_live


@pytest.mark.parametrize(
    ("policy", "because"),
    [
        (LivePolicy(card=True), None),
        (LivePolicy(card=False), StillsBecause.NO_CARD),
        (LivePolicy(), StillsBecause.NO_CARD),
        (LivePolicy(LiveWish.ALWAYS, card=False), None),
        (LivePolicy(card=True, slow=True), StillsBecause.SLOW),
        (LivePolicy(LiveWish.NEVER, card=True), StillsBecause.CHOSEN),
        (LivePolicy(card=True, crashed=True), StillsBecause.CRASHED),
    ],
)
def test_two_windows_without_a_card_show_stills_and_the_button_says_why(
    qtbot, look, tmp_path, policy, because
):
    stand = LiveStand(qtbot, tmp_path, policy)
    stand.teach()
    stand.live.arrive()
    button = stand.controls.buttons[ClassAction.LIVE]
    assert stand.live.because is because
    assert stand.classroom.prepared.board.live.on is (because is None)
    assert button.isChecked() is (because is None)
    assert button.isEnabled()
    assert button.accessibleDescription() in button.toolTip()
    assert ("still" in button.toolTip().lower()) is (because is not None)
    if because is not None:
        button.click()
        assert stand.theirs.stage is not None
        assert stand.room.tried == (because is StillsBecause.CRASHED)
        assert button.isChecked()


def test_what_draws_is_found_out_when_the_console_comes(qtbot, look, tmp_path):
    stand = LiveStand(qtbot, tmp_path, LivePolicy())
    stand.teach()
    stand.live.arrive()
    assert stand.room.warmed == 1
    assert not stand.live.is_on
    stand.room.know(LivePolicy().drawn_by("NVIDIA GeForce RTX 3060/PCIe/SSE2"))
    assert stand.live.is_on


def test_a_choice_of_the_console_stays_whatever_is_found_out(qtbot, look, tmp_path):
    stand = LiveStand(qtbot, tmp_path, LivePolicy())
    stand.teach()
    stand.live.toggle()
    stand.room.know(LivePolicy().drawn_by("llvmpipe (LLVM 15.0.6, 256 bits)"))
    assert stand.live.is_on
    stand.live.toggle()
    stand.room.know(LivePolicy().drawn_by("Mesa Intel(R) UHD Graphics 620"))
    assert not stand.live.is_on


def test_what_the_magnifier_enlarges_is_the_living_picture(stand):
    stand.teach()
    stand.go_live()
    frame = QImage(300, 200, QImage.Format.Format_RGB32)
    frame.fill(QColor("green"))

    class Drawn:
        picture = frame

    stand.theirs.stage.frame = Drawn()
    stand.classroom.point_lens((0.5, 0.5))
    middle = stand.theirs.card.center().toPoint()
    assert stand.theirs.grab().toImage().pixelColor(middle) == QColor("green")


def test_the_class_has_no_hints_and_no_hands(stand):
    stand.teach()
    stand.go_live()
    assert not any(widget.toolTip() for widget in stand.view.findChildren(type(stand.theirs)))
    assert stand.theirs._camera is None
    assert stand.mine._camera is stand.camera.hands


def test_buttons_beside_the_first_are_there_only_while_it_is_live(stand):
    stand.teach()
    buttons, layers = stand.controls.buttons, stand.controls.layers
    assert buttons[ClassAction.SEE_OTHER].isHidden()
    assert layers.isHidden()
    grown = []
    stand.bar.grown.connect(lambda: grown.append(True))
    stand.go_live()
    assert not buttons[ClassAction.SEE_OTHER].isHidden()
    assert grown
    menu = stand.controls.make_menu()
    spine = next(each for each in menu.actions() if each.objectName() == "spine")
    spine.trigger()
    assert StageLayer.SPINE in stand.stages[0].layers
    assert in_step(stand)
    wide = stand.controls.width()
    stand.live.toggle()
    assert buttons[ClassAction.SEE_OTHER].isHidden()
    assert stand.controls.width() < wide / 3
