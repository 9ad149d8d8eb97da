"""A lesson whose picture is live, on a stage that draws when a test says so."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTranslator, Signal

from massage_trainer.domain.keys import Action
from massage_trainer.domain.live_policy import LivePolicy, LiveWish
from massage_trainer.domain.protocol import Check, Timed
from massage_trainer.domain.stage import Camera
from massage_trainer.widgets.lesson_live import LessonLive
from massage_trainer.widgets.stage.camera_hands import CameraHands
from massage_trainer.widgets.stage.live_body import LiveBody
from tests.examples import MINUTE, exactly, protocol, step, text
from tests.fakes import FakeClock
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


class Words(QTranslator):
    def __init__(self, words):
        super().__init__()
        self._words = words

    def isEmpty(self):
        return False

    def translate(self, _context, text, _disambiguation=None, _n=-1):
        return self._words.get(text, "")


def replace_camera(of, camera):
    return of._replace(camera=replace(camera))
