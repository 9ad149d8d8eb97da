"""The living body in the picture of a lesson: it moves as the lesson's clock says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Slot

from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import MOVING
from massage_trainer.domain.live_camera import Preset
from massage_trainer.domain.live_policy import LiveWish, StillsBecause
from massage_trainer.domain.stage_time import StageMoment, next_frame, stage_moment
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.stage.live_bar import LiveBar

if TYPE_CHECKING:
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.viewmodels.keys import KeysViewModel
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.widgets.illustration import Illustration
    from massage_trainer.widgets.stage.frames import DrawnFrame
    from massage_trainer.widgets.stage.live_body import LiveBody
    from massage_trainer.widgets.stage.live_source import LiveSource

_AHEAD: Final = 3  # scenes; as many again are kept of those that were seen
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
        self._hopeless: set[str] = set()
        self._frame = ""
        self._looked_ahead = False
        self._offered: tuple[bool, bool, str] | None = None
        picture.shown.connect(self.show_picture)
        picture.live_toggled.connect(self._choose)
        lesson.countdown_changed.connect(self.follow)
        source.policy_changed.connect(self._follow_policy)
        picture.installEventFilter(self)
        self._follow_policy()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The reason why stills are shown is told in the language of now."""
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()
        return super().eventFilter(watched, event)

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
        self._offer()
        self._of, self._frame = self._scene(), ""
        if self._of is None:
            if self._body is not None:
                self._body.stop()
            return
        self._looked_ahead = False
        self._ready().show(self._of, self._picture.picture, self._moment(self._of))
        self._let_step()
        self._offer_way_back()

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

    def _scene(self) -> SceneOfStill | None:
        still = self._picture.still
        wanted = self._source.policy.is_live and self._picture.shows_picture
        if still is None or not wanted or self._is_small:
            return None
        of = self._source.scene_of(still)
        return of if of is not None and _name(of) not in self._hopeless else None

    @property
    def _is_small(self) -> bool:
        """Beside a list that is to be read there is too little of a picture to be watched."""
        return not self._lesson.is_open or self._lesson.segment.kind is SegmentKind.CHECK

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
            body.camera_changed.connect(self._offer_way_back)
            body.stage.frame_drawn.connect(self._look_ahead)
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
    def _offer_way_back(self) -> None:
        """Back to how the picture was at first, where it is another one now."""
        body, bar = self._body, self._bar
        if body is None or bar is None or body.hands is None:
            return
        back, away = bar.camera.back, not body.hands.is_home
        if back.isHidden() is away:
            back.setVisible(away)
            self._picture.arrange()

    @Slot()
    def _name_keys(self) -> None:
        if self._bar is not None:
            self._bar.show_keys(self._keys.map)

    @Slot(object)
    def _look_ahead(self, frame: DrawnFrame) -> None:
        """Once there is nothing better to draw: have the scenes ready that may come next."""
        if frame.finest and not self._looked_ahead:
            self._looked_ahead = True
            scenes = {each.files.file.partition(".")[0]: each for each in self._picture.ahead[::-1]}
            for still in list(scenes.values())[: -_AHEAD - 1 : -1]:
                self._source.scene_of(still)

    @Slot(str)
    def _fall_back(self, _reason: str) -> None:
        """It would only fail again; another scene may be well."""
        if self._of is not None:
            self._hopeless.add(_name(self._of))
        self._of = None
        self._picture.arrange()
        self._picture.stills_again.emit()

    @Slot(bool)
    def _choose(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Where it was live by itself it becomes so again; else the user's word counts."""
        policy, wish = self._source.policy, LiveWish.NEVER
        if on:
            wish = LiveWish.ALWAYS if policy.slow or policy.crashed else LiveWish.AUTO
        self._offered = None  # the click has checked the button, whatever comes of it
        self._preferences.update(live=wish.value)
        self._offer()

    @Slot()
    def _follow_policy(self) -> None:
        was_live = self._picture.is_live
        self.show_picture()
        self._picture.arrange()
        if was_live and not self._picture.is_live:
            self._picture.stills_again.emit()

    def _offer(self) -> None:
        policy = self._source.policy
        offered = not policy.failure and not self._is_small
        why = self._why(policy)
        if (offered, policy.is_live, why) != self._offered:
            self._offered = offered, policy.is_live, why
            self._picture.tools.offer_live(offered=offered, on=policy.is_live, why=why)
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


def _name(of: SceneOfStill) -> str:
    """A scene with its client, whichever side is worked."""
    return "/".join((of.scene.id, *(figure.mesh for figure in of.scene.figures)))
