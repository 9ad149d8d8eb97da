"""A lesson's picture that is live: its moments, its stillness, its key frames, its switch."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.keys import Action
from massage_trainer.domain.live_policy import LivePolicy, LiveWish
from massage_trainer.domain.protocol import Check, Timed
from massage_trainer.domain.stage import Camera
from massage_trainer.domain.stage_time import StageMoment
from massage_trainer.widgets.lesson_live import LessonLive
from massage_trainer.widgets.stage.camera_hands import CameraHands
from massage_trainer.widgets.stage.live_body import LiveBody
from tests.examples import MINUTE, exactly, protocol, step, text
from tests.fakes import FakeClock, FakePlates
from tests.fakes_stage import FakeStage, another_scene, example_scene

WORK = Timed(exactly(2 * MINUTE))
LESSON = protocol(
    step("rub", WORK, plate="rub"),
    step("again", WORK, plate="rub"),
    step("look", Check((text("hands washed"),)), plate="rub"),
    step("other", WORK, plate="other"),
    step("unseen", WORK, plate="unseen"),
)
RUB, AGAIN, LOOK, OTHER, UNSEEN = range(5)
FAR = Camera((0.0, -5.0, 3.0), (0.0, 0.0, 0.5), 30)


class Maker(QObject):
    """As LiveRoom makes bodies; the stage draws when the test says so."""

    policy_changed = Signal(object)

    def __init__(self, folder):
        super().__init__()
        self.policy = LivePolicy()
        of = example_scene(folder)
        self.scenes = {"rub": of, "other": another_scene(of)}
        self.stage = None
        self.asked = []
        self.clock = FakeClock()

    def scene_of(self, still):
        self.asked.append(still.plate_id)
        return self.scenes.get(still.plate_id)

    def make_body(self, canvas, model):
        self.stage = FakeStage(canvas.parentWidget())
        hands = CameraHands(self.stage, self.clock, lambda _: (), parent=self.stage)
        return LiveBody(self.stage, canvas, model, hands)


class Live(QObject):
    def __init__(self, stand, folder, policy=None):
        super().__init__(stand.page)
        self.stand = stand
        self.maker = Maker(folder)
        self.maker.policy = policy or LivePolicy()
        self.live = LessonLive(
            stand.lesson, stand.illustration, stand.preferences, stand.keys, self.maker
        )
        keys = {Action.FRAME_ON: self.live.step_on, Action.FRAME_BACK: self.live.step_back}
        stand.page.keys.add(keys)
        stand.preferences.changed.connect(self._follow)

    def _follow(self, settings):
        self.set(self.maker.policy.chosen(LiveWish.of(settings.live)))

    def set(self, policy):
        self.maker.policy = policy
        self.maker.policy_changed.emit(policy)

    @property
    def stage(self):
        return self.maker.stage

    @property
    def moment(self):
        return self.stage.moment

    @property
    def bar(self):
        return self.live.bar

    @property
    def is_live(self):
        return self.live.body is not None and self.live.body.is_live

    def pass_time(self, seconds):
        for _ in range(2 * seconds):
            self.stand.ticker.pass_time(500)

    def play(self, row=RUB, ms=1300):
        self.stand.go(row)
        self.stage.draw()
        self.stand.ticker.pass_time(ms)


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


class Words(QTranslator):
    def __init__(self, words):
        super().__init__()
        self._words = words

    def isEmpty(self):
        return False

    def translate(self, _context, text, _disambiguation=None, _n=-1):
        return self._words.get(text, "")


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
    page.stand.illustration.setFixedHeight(150)
    page.stand.page.grab()
    page.play()
    assert page.is_live
    assert page.bar.isHidden()
    page.stand.lesson.pause()
    assert not page.bar.isHidden()


def replace_camera(of, camera):
    return of._replace(camera=replace(camera))


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
