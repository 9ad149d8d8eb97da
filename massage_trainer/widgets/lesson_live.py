"""The living body in the picture of a lesson: it moves as the lesson's clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import MOVING
from massage_trainer.domain.live_camera import Preset
from massage_trainer.domain.live_policy import LiveWish, StillsBecause
from massage_trainer.domain.stage_time import StageMoment, next_frame, stage_moment
from massage_trainer.widgets.stage.live_bar import LiveBar

if TYPE_CHECKING:
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.viewmodels.keys import KeysViewModel
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.widgets.illustration import Illustration
    from massage_trainer.widgets.stage.live_body import LiveBody
    from massage_trainer.widgets.stage.live_source import LiveSource

# Near and wide have their button beside the picture, which is remembered.
_PRESETS = (Preset.PRACTITIONER, Preset.OTHER_SIDE)


class LessonLive(QObject):
    """Has no time of its own: with every countdown it asks where the hands are.

    The still is shown first and stays where no body can be drawn.
    """

    def __init__(
        self,
        lesson: LessonViewModel,
        picture: Illustration,
        preferences: PreferencesViewModel,
        keys: KeysViewModel,
        source: LiveSource,
    ) -> None:
        super().__init__(picture)
        self._lesson = lesson
        self._picture = picture
        self._preferences = preferences
        self._keys = keys
        self._source = source
        self._body: LiveBody | None = None
        self._bar: LiveBar | None = None
        self._of: SceneOfStill | None = None
        self._hopeless: SceneOfStill | None = None
        self._frame = ""
        picture.shown.connect(self.show_picture)
        picture.live_toggled.connect(self._choose)
        lesson.countdown_changed.connect(self.follow)
        source.policy_changed.connect(self._follow_policy)
        self._follow_policy()

    @property
    def body(self) -> LiveBody | None:
        """What lies beneath the picture."""
        return self._body

    @property
    def bar(self) -> LiveBar | None:
        """The buttons over the picture."""
        return self._bar

    @Slot()
    def show_picture(self) -> None:
        """Another still is shown, or the same for another step: bring its scene to life."""
        still = self._picture.still
        self._of = self._source.scene_of(still) if still is not None and self._is_wanted else None
        self._frame = ""
        if self._of is None or self._of is self._hopeless:
            if self._body is not None:
                self._body.stop()
            return
        self._ready().show(self._of, self._picture.picture, self._moment(self._of))
        self._let_step()

    @Slot(Countdown)
    def follow(self, countdown: Countdown) -> None:
        """The hands are where the clock of the lesson says."""
        body, of = self._body, self._of
        if body is None or of is None or body.of is None:
            return
        moves = countdown.state in MOVING
        if moves:
            self._frame = ""
        body.show_moment(self._moment(of), moving=moves)
        self._let_step()

    @Slot(int)
    def step(self, by: int) -> None:
        """While the lesson stands: the hands in the next key frame, or the one before."""
        body, of = self._body, self._of
        if body is None or of is None or not body.is_live or self._moves:
            return
        moment = body.stage.moment or StageMoment.at(of.plate.main)
        self._frame = next_frame(of.scene, of.plate, moment, by)
        body.show_moment(self._moment(of))

    @Slot()
    def step_on(self) -> None:
        self.step(1)

    @Slot()
    def step_back(self) -> None:
        self.step(-1)

    @property
    def _is_wanted(self) -> bool:
        return self._source.policy.is_live and self._lesson.is_open and self._picture.shows_picture

    @property
    def _moves(self) -> bool:
        return self._lesson.countdown.state in MOVING

    def _moment(self, of: SceneOfStill) -> StageMoment:
        if self._frame in of.scene.frames and not self._moves:
            return StageMoment.at(self._frame)
        calm = self._preferences.value.reduce_motion
        return stage_moment(of.scene, of.plate, self._lesson.countdown, moves=not calm)

    def _ready(self) -> LiveBody:
        if self._body is None:
            picture = self._picture
            body = self._body = self._source.make_body(picture.view, picture.model)
            body.became_live.connect(picture.arrange)
            body.fell_back.connect(self._fall_back)
            if body.hands is not None:
                bar = self._bar = LiveBar(body.hands, picture, _PRESETS)
                bar.show_keys(self._keys.map)
                bar.layers_changed.connect(body.stage.set_layers)
                bar.frame_wanted.connect(self.step)
                self._keys.changed.connect(self._name_keys)
                picture.set_bar(bar)
        return self._body

    def _let_step(self) -> None:
        bar = self._bar
        may = not self._moves
        if bar is not None and bar.frame_on.isHidden() is may:
            bar.let_step(may=may)
            self._picture.arrange()

    @Slot()
    def _name_keys(self) -> None:
        if self._bar is not None:
            self._bar.show_keys(self._keys.map)

    @Slot(str)
    def _fall_back(self, _reason: str) -> None:
        """It would only fail again; another scene may be well."""
        self._hopeless = self._of
        self._picture.arrange()

    @Slot(bool)
    def _choose(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Where it was live by itself it becomes so again; else the user's word counts."""
        policy, wish = self._source.policy, LiveWish.NEVER
        if on:
            wish = LiveWish.ALWAYS if policy.slow or policy.crashed else LiveWish.AUTO
        self._preferences.update(live=wish.value)
        self._follow_policy()

    @Slot()
    def _follow_policy(self) -> None:
        policy = self._source.policy
        self._picture.tools.offer_live(
            offered=not policy.failure, on=policy.is_live, why=self._why(policy)
        )
        self.show_picture()
        self._picture.arrange()

    def _why(self, policy: LivePolicy) -> str:
        match policy.stills_because:
            case StillsBecause.SLOW:
                return self.tr(
                    "It would move too slowly on this computer, so stills are shown."
                    " You can try it all the same."
                )
            case StillsBecause.CRASHED:
                return self.tr(
                    "Drawing it ended the program once, so stills are shown. You can try it again."
                )
        return ""
