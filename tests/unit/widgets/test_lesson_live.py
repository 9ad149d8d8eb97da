"""A lesson's picture that is live: its moments, its stillness, its key frames, its switch."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.live_policy import LivePolicy
from massage_trainer.domain.stage_time import StageMoment
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.plate.words import StripWords
from tests.fakes import FakePlates
from tests.unit.widgets.lesson_live_stand import (
    AGAIN,
    FAR,
    LESSON,
    LOOK,
    OTHER,
    UNSEEN,
    Live,
    Words,
    replace_camera,
)


@pytest.fixture
def live(stand, tmp_path):
    def make(policy=None):
        made = stand(lesson=LESSON, plates=FakePlates("rub", "other", "unseen"))
        return Live(made, tmp_path, policy)

    return make


def test_the_still_is_shown_first_and_the_body_when_it_is_drawn(live):
    page = live()
    illustration = page.stand.illustration
    assert not page.is_live
    assert not illustration.view.is_live
    assert page.stage.still is not None
    page.stage.draw()
    assert page.is_live
    assert illustration.view.is_live
    assert page.stage.geometry() == illustration.view.card.toRect()


def test_the_hands_are_where_the_clock_says_and_nothing_else_moves_them(live):
    page = live()
    page.play(ms=500)
    seen = [page.moment]
    for _ in range(4):
        page.stand.ticker.pass_time(300)
        seen.append(page.moment)
    assert len(set(seen)) == 5
    assert page.stage.moving
    count = len(page.stage.told)
    page.stand.qtbot.wait(120)
    assert len(page.stage.told) == count, "time is what the lesson's clock says"


def test_a_pause_freezes_the_hands_and_going_on_takes_them_up_there(live):
    page = live()
    page.play()
    page.stand.lesson.pause()
    frozen = page.moment
    assert not page.stage.moving
    page.stand.clock.ms += 5000
    page.stand.ticker.ticked.emit()
    assert page.moment == frozen
    page.stand.lesson.resume()
    page.stand.ticker.pass_time(50)
    assert abs(page.moment.share - frozen.share) < 0.1


def test_paused_one_steps_through_the_key_frames_by_keys_and_by_buttons(live):
    page = live()
    page.play()
    assert page.bar.frame_on.isHidden()
    page.stand.lesson.pause()
    assert not page.bar.frame_on.isHidden()
    control = Qt.KeyboardModifier.ControlModifier
    page.stand.qtbot.keyClick(page.stand.page, Qt.Key.Key_Right, control)
    assert page.moment == StageMoment.at("bent")
    page.stand.qtbot.mouseClick(page.bar.frame_on, Qt.MouseButton.LeftButton)
    assert page.moment == StageMoment.at("rest")
    page.stand.qtbot.keyClick(page.stand.page, Qt.Key.Key_Left, control)
    assert page.moment == StageMoment.at("bent")
    page.stand.lesson.resume()
    page.pass_time(4)
    assert page.bar.frame_on.isHidden()
    assert page.moment != StageMoment.at("bent")
    page.stand.lesson.pause()
    assert page.moment != StageMoment.at("bent"), "what was stepped to is long past"


def test_while_the_time_runs_the_keys_leave_the_hands_alone(live):
    page = live()
    page.play()
    before = page.moment
    page.live.step(1)
    assert page.moment == before


def test_with_reduced_motion_key_frames_fade_into_each_other(live):
    page = live()
    page.stand.preferences.update(reduce_motion=True)
    page.play(ms=100)
    seen = []
    for _ in range(200):
        page.stand.ticker.pass_time(50)
        seen.append(page.moment)
    assert all(each.fades or each.frame == each.onto for each in seen)
    assert any(each.fades for each in seen)


def test_the_next_step_of_the_same_movement_goes_on_live_from_where_one_looks(live):
    page = live()
    page.play()
    page.live.body.set_camera(FAR)
    page.stand.lesson.jump_to_row(AGAIN)
    assert page.is_live
    assert page.stage.camera == FAR


def test_another_movement_begins_with_its_still(live):
    page = live()
    page.play()
    page.stand.lesson.jump_to_row(OTHER)
    assert not page.is_live
    assert not page.stand.illustration.view.is_live
    page.stage.draw()
    assert page.is_live


def test_a_still_without_a_scene_stays_and_a_check_has_a_small_still(live):
    page = live()
    page.play()
    for row in (UNSEEN, LOOK):
        page.stand.lesson.jump_to_row(row)
        assert not page.is_live
        assert not page.stage.isVisible()
        assert page.bar.isHidden()
    assert page.stand.illustration.tools.live.isHidden()


def test_while_it_is_live_no_other_still_is_fetched_for_each_moment(live):
    page = live()
    page.play()
    asked = len(page.stand.plates.asked)
    page.pass_time(10)
    assert len(page.stand.plates.asked) == asked


def test_the_button_and_its_key_choose_between_body_and_stills(live):
    page = live()
    page.play()
    button = page.stand.illustration.tools.live
    assert button.isChecked()
    page.stand.key(Qt.Key.Key_L)
    assert page.stand.preferences.value.live == "off"
    assert not page.is_live
    assert not button.isChecked()
    assert not page.stage.isVisible()
    page.stand.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.stand.preferences.value.live == "auto", "the machine chooses again"
    page.stage.draw()
    assert page.is_live
    assert button.isChecked()


def test_where_it_is_too_slow_stills_stand_and_the_body_is_offered_with_the_reason(live):
    page = live()
    page.play()
    page.set(page.maker.policy.measured(slow=True))
    button = page.stand.illustration.tools.live
    assert not page.is_live
    assert not button.isHidden()
    assert not button.isChecked()
    assert "slowly" in button.toolTip()
    page.stand.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.stand.preferences.value.live == "on", "in spite of what was measured"
    page.stage.draw()
    assert page.is_live


def test_where_it_cannot_be_drawn_at_all_nothing_is_offered(live):
    page = live(LivePolicy().failed("no OpenGL"))
    assert page.stand.illustration.tools.live.isHidden()
    assert page.stage is None, "nothing is made that nobody will see"


def test_a_scene_that_fails_shows_the_still_of_now_and_is_not_tried_again(live):
    page = live()
    page.play()
    page.stage.fail("a mesh")
    assert not page.is_live
    shown = page.stand.illustration.wish
    page.pass_time(6)
    assert page.stand.illustration.wish != shown, "stills go with the hands again"
    page.stand.lesson.jump_to_row(AGAIN)
    assert page.stage.scene is None
    page.stand.lesson.jump_to_row(OTHER)
    page.maker.scenes["other"] = None
    assert not page.is_live


def test_where_it_fails_in_a_pause_the_still_shows_the_hands_of_now(live):
    page = live()
    page.play()
    began = page.stand.illustration.wish.frame
    page.pass_time(6)
    assert page.stand.illustration.wish.frame == began
    page.stand.lesson.pause()
    page.stage.fail("a mesh")
    assert page.stand.illustration.wish.frame != began


def test_stills_that_are_chosen_in_a_pause_show_the_hands_of_now(live):
    page = live()
    page.play()
    began = page.stand.illustration.wish.frame
    page.pass_time(6)
    page.stand.lesson.pause()
    page.stand.preferences.update(live="off")
    assert page.stand.illustration.wish.frame != began


def test_the_reason_for_stills_is_told_in_the_language_of_now(live):
    page = live(LivePolicy().measured(slow=True))
    button = page.stand.illustration.tools.live
    assert "slowly" in button.toolTip()
    words = Words(
        {
            "It would move too slowly on this computer, so stills are shown."
            " You can try it all the same.": "Máy chậm."
        }
    )
    app = QApplication.instance()
    app.installTranslator(words)
    try:
        page.stand.qtbot.wait_until(lambda: "Máy chậm." in button.toolTip())
    finally:
        app.removeTranslator(words)
    page.stand.qtbot.wait_until(lambda: "slowly" in button.toolTip())


def test_wide_and_close_are_moves_of_the_camera(live):
    page = live()
    page.play()
    of = page.maker.scenes["rub"]
    page.maker.scenes["rub"] = replace_camera(of, FAR)
    page.live.show_picture()
    assert page.is_live
    page.maker.clock.ms += 1000
    page.live.body.hands.tick()
    assert page.stage.camera.eye == pytest.approx(FAR.eye)


def test_the_way_back_is_offered_only_elsewhere(live):
    page = live()
    page.play()
    back = page.bar.camera.back
    assert back.isHidden()
    page.live.body.hands.turn(0.3, 0.0)
    assert not back.isHidden()
    page.stand.qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    page.maker.clock.ms += 1000
    page.live.body.hands.tick()
    assert back.isHidden()
    page.live.body.hands.turn(0.3, 0.0)
    page.stand.lesson.jump_to_row(OTHER)
    page.stage.draw()
    assert back.isHidden(), "another picture is as it was at first"


def test_the_bar_lies_on_the_picture_and_labels_keep_off_it(live):
    page = live()
    page.play()
    page.stand.lesson.pause()
    card = page.stand.illustration.view.card.toRect()
    assert card.contains(page.bar.geometry())
    covered = page.stand.illustration.view._covered
    assert tuple(map(float, page.bar.geometry().getRect())) in map(tuple, covered)


def test_on_a_small_picture_nothing_lies_while_hands_work(live):
    page = live()
    page.stand.illustration.set_picture_height(150)
    page.stand.page.grab()
    page.play()
    assert page.is_live
    assert page.bar.isHidden()
    page.stand.lesson.pause()
    assert not page.bar.isHidden()


def test_under_a_small_picture_lie_the_bar_and_what_is_out_of_sight(live):
    page = live()
    picture = page.stand.illustration
    picture.set_picture_height(150)
    page.stand.page.grab()
    page.play()
    moving = picture.height()
    page.stand.lesson.pause()
    page.stand.page.grab()
    picture.strip.show_words(StripWords(Icon.INFO, "", ("GB30 is out of sight in this picture.",)))
    picture.arrange()
    page.stand.page.grab()
    whole, lower = picture.rect(), picture.view.card.bottom()
    assert picture.view.card.height() <= 150
    assert page.bar.geometry().top() > lower
    assert picture.strip.geometry().top() > page.bar.geometry().bottom()
    assert whole.contains(page.bar.geometry())
    assert whole.contains(picture.strip.geometry())
    assert picture.view._covered == ()
    page.stand.lesson.resume()
    picture.strip.show_words(StripWords())
    picture.arrange()
    assert picture.height() == moving == 150


def test_the_scenes_that_may_come_next_are_read_once_the_finest_picture_is_there(live):
    page = live()
    page.play(row=LOOK - 1)
    asked = page.maker.asked
    asked.clear()
    page.stage.draw(SimpleNamespace(finest=False))
    assert asked == []
    page.stage.draw(SimpleNamespace(finest=True))
    assert "rub" in asked
    count = len(asked)
    page.stage.draw(SimpleNamespace(finest=True))
    assert len(asked) == count
    assert page.is_live
