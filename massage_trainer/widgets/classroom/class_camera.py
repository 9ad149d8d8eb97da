"""The instructor's hands on the living body: whatever they do, all windows see it from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.slides import LessonSlide
from massage_trainer.domain.events import MOVING
from massage_trainer.domain.stage_time import next_frame
from massage_trainer.viewmodels.class_tools import Tool

if TYPE_CHECKING:
    from massage_trainer.domain.live_camera import Preset
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.stage import Camera
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.audience.board_picture import BoardPicture
    from massage_trainer.widgets.stage.camera_hands import CameraHands, CameraView
    from massage_trainer.widgets.stage.frames import DrawnFrame
    from massage_trainer.widgets.stage.view import LiveStage


class HandsMaker(Protocol):
    """Makes hands for whatever has a camera."""

    def make_hands(self, view: CameraView, parent: QObject) -> CameraHands: ...


class _Everywhere:
    """A camera view that is all windows: the classroom tells each of them (a CameraView)."""

    def __init__(self, camera: ClassCamera) -> None:
        self._camera = camera

    @property
    def frame(self) -> DrawnFrame | None:
        """What the console sees; the hands reach for what stands there."""
        return self._camera.frame

    def set_camera(self, camera: Camera, *, moving: bool = False) -> None:
        self._camera.turn_to(camera, moving=moving)


class ClassCamera(QObject):
    """Looks after the picture that the console works on; hands come with its first living body.

    Signals:
        changed: it has become live or still, or shows what has other presets.
    """

    changed = Signal()

    def __init__(
        self,
        classroom: ClassroomViewModel,
        tools: ClassTools,
        maker: HandsMaker,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._classroom = classroom
        self._tools = tools
        self._maker = maker
        self._picture: BoardPicture | None = None
        self._hands: CameraHands | None = None
        self._given: CameraHands | None = None
        self._of: SceneOfStill | None = None
        tools.changed.connect(self._follow_tool)
        classroom.prepared_changed.connect(self._come_home)

    def look_after(self, picture: BoardPicture | None) -> None:
        """From now on this is the picture under the instructor's hands."""
        if picture is self._picture:
            return
        if self._picture is not None:
            self._picture.live_changed.disconnect(self._follow)
            self._picture.set_camera_gestures(None)
        self._picture = picture
        if picture is not None:
            picture.live_changed.connect(self._follow)
            self._follow_tool()
        self._follow()

    @property
    def hands(self) -> CameraHands | None:
        """What moves the camera; None while nothing is live."""
        picture = self._picture
        is_live = self._of is not None and picture is not None and picture.is_live
        return self._hands if is_live else None

    @property
    def presets(self) -> tuple[Preset, ...]:
        return self.hands.presets if self.hands is not None else ()

    @property
    def frame(self) -> DrawnFrame | None:
        """The living picture of the console."""
        return self._stage.frame if self._stage is not None else None

    def take(self, preset: Preset) -> None:
        """Have it seen from there."""
        if self.hands is not None:
            self.hands.take(preset)

    def press_key(self, key: int, *, shift: bool) -> None:
        """An arrow turns the body, with Shift it pulls the picture."""
        if self.hands is not None:
            self.hands.press_key(key, shift=shift)

    def turn_to(self, camera: Camera, *, moving: bool) -> None:
        """Have all windows see it from there; at home it is as the still shows it."""
        home = self._hands is not None and self._hands.is_home and not moving
        self._classroom.turn_to(None if home else camera)

    @Slot()
    def _follow(self) -> None:
        picture, hands = self._picture, self._hands
        of = picture.live_of if picture is not None else None
        before, self._of = self._of, of
        if of is None:
            if hands is not None and before is not None:
                hands.end()
        elif of is not before:
            if hands is None:
                hands = self._hands = self._maker.make_hands(_Everywhere(self), self)
            hands.begin(of.scene, of.camera)
            if hands.is_moving and hands.orbit is not None:
                # A smooth way to another camera of the same scene begins where it was.
                self._classroom.turn_to(hands.orbit.camera)
        hands = self.hands
        if picture is not None:
            picture.set_camera_gestures(hands)
        if hands is not self._given:  # another sheet may have given its own since
            self._given = hands
            self._tools.set_camera(hands)
        self.changed.emit()

    @property
    def _stage(self) -> LiveStage | None:
        return self._picture.stage if self._picture is not None else None

    @property
    def may_step(self) -> bool:
        """Whether the hands can be put into another key frame: while the time stands."""
        slide = self._classroom.prepared.slide
        stands = isinstance(slide, LessonSlide) and slide.countdown.state not in MOVING
        return self.hands is not None and stands

    def step(self, by: int) -> None:
        """The next key frame (1) or the one before (-1)."""
        moment = self._stage.moment if self._stage is not None else None
        if self.may_step and self._of is not None and moment is not None:
            scene, plate = self._of.scene, self._of.plate
            self._classroom.stand_in(next_frame(scene, plate, moment, by))

    @Slot()
    def _come_home(self) -> None:
        """Another picture began as its still shows it, so the hands begin there, too."""
        hands, of = self._hands, self._of
        if hands is None or of is None or self._classroom.prepared.board.camera is not None:
            return
        if not hands.is_home and not hands.is_moving:
            hands.stand(of.camera)

    @Slot()
    def _follow_tool(self) -> None:
        if self._picture is not None:
            self._picture.set_turning(on=self._tools.tool is Tool.HAND)
