"""A live stage that draws when a test says so, and scenes to show on it."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.scene_of_still import SceneOfStill
from massage_trainer.domain.stage_layers import DEFAULT_LAYERS
from massage_trainer.services.scenes import SceneStore
from tests.stage_examples import write_stage


class FakeStage(QWidget):
    """As LiveStage is used; ``draw`` is the moment in which a picture comes."""

    frame_drawn = Signal(object)
    ready = Signal()
    place_found = Signal(int, object)
    camera_changed = Signal(object)
    failed = Signal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.scene = self.moment = self.camera = self.frame = self.still = None
        self.moving = False
        self.layers = DEFAULT_LAYERS
        self.told = []  # what was asked for, in order
        self.asked = []
        self._waiting = False

    def show_scene(self, scene, moment, camera, still=None):
        if scene is not self.scene:
            self._waiting, self.still = True, still
            self.frame = self.frame if still is None else None
        self.scene, self.moment, self.camera = scene, moment, camera
        self.told.append(("scene", scene.id))

    def show_moment(self, moment, *, moving=False):
        if moment != self.moment:
            self.told.append(("moment", moment))
        self.moment, self.moving = moment, moving

    def set_camera(self, camera, *, moving=False):
        self.moving = moving
        if camera != self.camera:
            self.camera = camera
            self.told.append(("camera", camera))
            self.camera_changed.emit(camera)

    def set_layers(self, layers):
        self.layers = layers

    def ask_place(self, across, down):
        self.asked.append((across, down))
        return len(self.asked)

    def clear(self):
        self.scene = self.moment = self.frame = None

    def draw(self, frame=SimpleNamespace(finest=False)):  # noqa: B008 - never changed
        """The picture that was asked for is there; a hidden view gets none."""
        if self.scene is None or not self.isVisible():
            return False
        self.frame = frame
        self.frame_drawn.emit(frame)
        if self._waiting:
            self._waiting = False
            self.ready.emit()
        return True

    def fail(self, reason):
        self.frame = None
        self.failed.emit(reason)


def example_scene(folder):
    """The example stage as the scene of a still."""
    write_stage(folder)
    scene = SceneStore(folder).scene("example")
    return SceneOfStill(scene, scene.plates[0], scene.cameras["wide"])


def another_scene(of):
    """Of the same figures, but not the same scene."""
    return of._replace(scene=replace(of.scene))
