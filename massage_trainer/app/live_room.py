"""Where live pictures come from: one studio for all views, or the reason why there are stills."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.live_policy import (
    WITHOUT_OPENGL,
    LivePolicy,
    LiveWish,
    StillsBecause,
)
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.services.clock import SystemClock
from massage_trainer.services.graphics_mark import GraphicsMark
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import StageFileError
from massage_trainer.services.slow_pictures import SlowPictures

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.live_skin import StageBody
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.ports import Clock
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.settings import Settings
    from massage_trainer.domain.stage import Scene, Skeleton
    from massage_trainer.services.live_bodies import LiveBodies
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.viewmodels.problems import ProblemsViewModel
    from massage_trainer.widgets.audience.board_picture import BoardPicture
    from massage_trainer.widgets.plate.handled import HandledCanvas
    from massage_trainer.widgets.stage.camera_hands import CameraHands, CameraView
    from massage_trainer.widgets.stage.frames import DrawnFrame
    from massage_trainer.widgets.stage.live_body import LiveBody
    from massage_trainer.widgets.stage.studio import Studio
    from massage_trainer.widgets.stage.view import LiveStage

_SMALL: Final = (48, 32)  # pixels


class LiveRoom(QObject):
    """Make it after the first paint; OpenGL is loaded with the first view.

    Signals:
        policy_changed: LivePolicy; views show their stills, or become live.
    """

    policy_changed = Signal(object)

    def __init__(
        self,
        data_dir: Path,
        preferences: PreferencesViewModel,
        problems: ProblemsViewModel,
        platform: str,
        parent: QObject | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._problems = problems
        self._mark = GraphicsMark(data_dir)
        self._slow = SlowPictures(data_dir)
        self._noted = False  # in this run
        self._device = ""
        self._asks_name = False
        self._scenes = LiveScenes(assets_dir() / "stage")
        self._skeletons = SkeletonStore(assets_dir() / "stage")
        self._clock = clock or SystemClock()
        self._damaged: set[str] = set()
        self._rehearsal = 0  # the view that is drawn now
        self._rehearsed: Scene | None = None
        wish = LiveWish.of(preferences.value.live)
        self._policy = LivePolicy(wish, crashed=self._mark.crashed, slow=self._slow.is_sure)
        if platform in WITHOUT_OPENGL:
            self._policy = self._policy.failed(f"no OpenGL on the platform {platform}")
        elif self._mark.is_news and wish is not LiveWish.NEVER:
            problems.report(Problem(ProblemKind.LIVE_VIEW_CRASHED, ""))
            self._mark.told()
        preferences.changed.connect(self._follow_preferences)

    @property
    def policy(self) -> LivePolicy:
        return self._policy

    def make_view(self, parent: QWidget | None = None) -> LiveStage:
        """One more view; ask ``policy`` before."""
        from massage_trainer.widgets.stage.view import LiveStage

        return LiveStage(self.studio, parent)

    def make_hands(self, view: CameraView, parent: QObject) -> CameraHands:
        """What moves the camera of a view."""
        from massage_trainer.widgets.stage.camera_hands import CameraHands

        return CameraHands(
            view,
            self._clock,
            self._bones_of,
            reduced=lambda: self._preferences.value.reduce_motion,
            parent=parent,
        )

    def make_body(
        self, canvas: HandledCanvas | BoardPicture, model: PlateViewModel, *, handled: bool = True
    ) -> LiveBody:
        """A live picture under a canvas; ask ``policy`` before.

        ``handled``: gestures on the canvas move its camera.
        """
        from massage_trainer.widgets.stage.live_body import LiveBody

        view = self.make_view(canvas.parentWidget())
        hands = self.make_hands(view, view) if handled else None
        return LiveBody(view, canvas, model, hands, self.bodies_of)

    def warm_up(self) -> None:
        """Load and prepare what the first live picture would wait for.

        Where they were too slow before, only the driver is asked for its name.
        """
        because = self._policy.stills_because
        self._asks_name = because is StillsBecause.SLOW and not self._device
        if self._asks_name or because is None:
            self.studio.warm_up()

    def rehearse(self, still: Still) -> None:
        """Draw a small picture that nobody sees, so that the first one to be seen comes soon."""
        from massage_trainer.domain.stage_time import StageMoment, poses_at
        from massage_trainer.widgets.stage.frames import Take

        of = self.scene_of(still) if self._policy.is_live and not self._rehearsal else None
        if of is None or of.scene is self._rehearsed:
            return
        self._rehearsed, self._rehearsal = of.scene, self.studio.new_view()
        poses = poses_at(of.scene, StageMoment.at(of.plate.main))
        self.studio.drawn.connect(self._end_rehearsal)
        self.studio.ask(Take(self._rehearsal, 1, of.scene, poses, of.camera, *_SMALL, 1.0))

    def scene_of(self, still: Still) -> SceneOfStill | None:
        """The scene that a still was drawn from; None where there is none, which is said once."""
        try:
            found = self._scenes.of(still)
        except StageFileError as error:
            self._tell_damage(str(error))
            return None
        if found is not None and self._policy.is_live:
            self.bodies.prepare(found.scene)
        return found

    def bodies_of(self, scene: Scene) -> tuple[StageBody | None, Skeleton | None]:
        """The client with all its places, and the practitioner's bones, for a LiveOverlay."""
        try:
            return self.bodies.of(scene)
        except StageFileError as error:
            self._tell_damage(str(error))
            return None, None

    def try_live(self) -> None:
        """The user wants live pictures in spite of what speaks against them."""
        self._preferences.update(live=LiveWish.ALWAYS.value)

    def prefer_stills(self) -> None:
        """The user wants no live pictures."""
        self._preferences.update(live=LiveWish.NEVER.value)

    def close(self) -> None:
        """The program ends."""
        if "studio" in vars(self):
            self.studio.end()

    @cached_property
    def bodies(self) -> LiveBodies:
        from massage_trainer.services.live_bodies import LiveBodies

        return LiveBodies(assets_dir() / "stage", self._skeletons)

    @cached_property
    def studio(self) -> Studio:
        """Draws for all views."""
        from massage_trainer.widgets.stage.studio import Studio

        studio = Studio(LiveMeshStore(assets_dir() / "live"), self._mark, self)
        studio.failed.connect(self._fail)
        studio.scene_failed.connect(self._fail_scene)
        studio.slowness_changed.connect(self._measure)
        studio.opened.connect(self._know_device)
        return studio

    @Slot(object)
    def _end_rehearsal(self, frame: DrawnFrame) -> None:
        if frame.take.view == self._rehearsal:
            self.studio.drawn.disconnect(self._end_rehearsal)
            self.studio.forget(self._rehearsal)
            self._rehearsal = 0

    @Slot(object)
    def _follow_preferences(self, settings: Settings) -> None:
        wish = LiveWish.of(settings.live)
        if wish is LiveWish.ALWAYS and self._policy.crashed:
            self._mark.forgive()
        if wish is LiveWish.ALWAYS:
            self._slow.forget()
        if wish is not self._policy.wish:
            self._set(self._policy.chosen(wish))

    @Slot(str)
    def _fail(self, reason: str) -> None:
        if self._policy.stills_because is not StillsBecause.BROKEN:
            self._problems.report(Problem(ProblemKind.NO_LIVE_VIEW, reason))
        self._set(self._policy.failed(reason))

    @Slot(int, str)
    def _fail_scene(self, _view: int, reason: str) -> None:
        """The other scenes stay live."""
        self._tell_damage(reason)

    @Slot(bool)
    def _measure(self, slow: bool) -> None:  # noqa: FBT001 - a slot
        if slow and self._policy.wish is LiveWish.AUTO and not self._noted:
            self._noted = True
            if self._slow.note(self._device):
                self._problems.report(Problem(ProblemKind.SLOW_LIVE_VIEW, ""))
        self._set(self._policy.measured(slow=slow))

    @Slot(str)
    def _know_device(self, device: str) -> None:
        """Pictures that another driver drew too slowly are tried again."""
        self._device = device
        policy = self._policy.drawn_by(device)
        if policy.slow and not self._noted and not self._slow.is_of(device):
            self._slow.forget()
            policy = policy.measured(slow=False)
        self._set(policy)
        if self._asks_name and not policy.is_live and not self.studio.is_wanted:
            self.studio.close()
        self._asks_name = False

    def _bones_of(self, scene: Scene) -> tuple[Skeleton, ...]:
        """None where they cannot be read: the camera then goes where it likes."""
        try:
            return self._skeletons.of(scene)
        except StageFileError as error:
            self._tell_damage(str(error))
            return ()

    def _tell_damage(self, reason: str) -> None:
        if reason not in self._damaged:
            self._damaged.add(reason)
            self._problems.report(Problem(ProblemKind.NO_LIVE_VIEW, reason))

    def _set(self, policy: LivePolicy) -> None:
        if policy != self._policy:
            self._policy = policy
            self.policy_changed.emit(policy)
