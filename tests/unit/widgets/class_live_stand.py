"""A class with its console whose bodies are drawn when a test says so."""

from PySide6.QtCore import QObject, QPoint, Signal

from massage_trainer.domain.classroom.slides import LessonSlide
from massage_trainer.domain.live_policy import LivePolicy, LiveWish
from massage_trainer.domain.protocol import Timed
from massage_trainer.services.scenes import SceneStore
from massage_trainer.viewmodels.class_live import ClassLive
from massage_trainer.viewmodels.class_tools import ClassTools
from massage_trainer.widgets.audience.audience_view import AudienceView
from massage_trainer.widgets.classroom.class_camera import ClassCamera
from massage_trainer.widgets.classroom.class_preview import ClassPreview
from massage_trainer.widgets.classroom.control_bar import ControlBar
from massage_trainer.widgets.classroom.live_controls import LiveControls
from massage_trainer.widgets.stage.camera_hands import CameraHands
from massage_trainer.widgets.stage.live_body import LiveBody
from massage_trainer.widgets.theme import Scale
from tests.examples import MINUTE, exactly, protocol, step
from tests.fakes import FakeClock, FakePlates
from tests.fakes_stage import FakeStage, another_scene, example_scene
from tests.unit.widgets.audience_stand import AudienceStand


class FakeRoom(QObject):
    """As LiveRoom is used by a class; ``of`` is the scene of whatever is asked for next."""

    policy_changed = Signal(object)

    def __init__(self, folder, policy=None):
        super().__init__()
        self.of = example_scene(folder)
        self.other = another_scene(self.of)
        self.skeleton = SceneStore(folder).mesh("figure").skeleton
        self.policy = policy or LivePolicy(card=True)
        self.clock = FakeClock()
        self.warmed = 0
        self.tried = 0
        self.reduced = False

    def scene_of(self, _still):
        return self.of

    def make_body(self, canvas, model, *, handled=True):
        assert not handled, "the classroom alone moves the cameras of its windows"
        return LiveBody(FakeStage(canvas.parentWidget()), canvas, model)

    def make_hands(self, view, parent):
        bones = lambda _scene: (self.skeleton,)  # noqa: E731
        return CameraHands(view, self.clock, bones, reduced=lambda: self.reduced, parent=parent)

    def warm_up(self):
        self.warmed += 1

    def try_live(self):
        self.tried += 1
        self.know(LivePolicy(LiveWish.ALWAYS))

    def know(self, policy):
        self.policy = policy
        self.policy_changed.emit(policy)


class LiveStand(AudienceStand):
    """The window of the class, and the console's copy with all its controls."""

    def __init__(self, qtbot, folder, policy=None):
        self.room = FakeRoom(folder, policy)
        plates = FakePlates("prone-lumbar", "other")
        super().__init__(qtbot, live=self.room, plates=plates)
        self.tools = ClassTools(self.classroom)
        self.live = ClassLive(self.classroom, self.room)
        self.camera = ClassCamera(self.classroom, self.tools, self.room)
        copy = AudienceView(self.classroom, self.view._makers, self.parts, prepared=True)
        self.preview = ClassPreview(copy, self.classroom, self.tools, camera=self.camera)
        qtbot.addWidget(self.preview)
        self.preview.resize(620, 360)
        self.preview.show()
        self.bar = ControlBar(self.classroom, self.tools)
        self.controls = LiveControls(self.classroom, self.live, self.camera)
        self.bar.add_live(self.controls)
        qtbot.addWidget(self.bar)
        self.bar.resize(500, 200)
        self.bar.set_scale(Scale.of_size(1000, 600), 500)
        self.bar.show()

    def teach(self):
        two_minutes = Timed(exactly(2 * MINUTE))
        self.open(protocol(step("rub", two_minutes), step("next", two_minutes, plate="other")))
        self.go(0)
        self.tell()

    def tell(self):
        self.classroom.show(LessonSlide(self.lesson.countdown), same_picture=True)

    def show_another(self):
        """The next step has another picture, of another scene."""
        self.room.of = self.room.other
        self.go(1)
        self.classroom.show(LessonSlide(self.lesson.countdown))

    def pass_time(self, ms):
        self.ticker.pass_time(ms)
        self.tell()

    def go_live(self):
        """Both windows have drawn the body."""
        self.classroom.switch_live(on=True)
        self.draw()

    def draw(self):
        for picture in (self.theirs, self.mine):
            assert picture.stage.draw(None)

    @property
    def mine(self):
        return self.preview.picture

    @property
    def theirs(self):
        return self.face.picture

    @property
    def stages(self):
        return self.theirs.stage, self.mine.stage

    def at(self, across, down):
        return QPoint(*(round(part) for part in self.mine.view.to_screen((across, down))))
