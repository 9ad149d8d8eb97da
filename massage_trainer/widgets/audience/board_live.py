"""The living body in a picture of the class, seen and moved as its board says."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot

from massage_trainer.domain.classroom.live_moment import class_moment
from massage_trainer.domain.events import MOVING
from massage_trainer.domain.stage_time import StageMoment

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from massage_trainer.domain.classroom.live_view import ClassMoment, LiveView
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.plate import Still
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.audience.board_picture import BoardPicture
    from massage_trainer.widgets.stage.live_body import LiveBody


class LiveSource(Protocol):
    """Where live pictures come from."""

    @property
    def policy(self) -> LivePolicy: ...

    @property
    def policy_changed(self) -> SignalInstance: ...

    def make_body(
        self, canvas: BoardPicture, model: PlateViewModel, *, handled: bool = True
    ) -> LiveBody: ...

    def scene_of(self, still: Still) -> SceneOfStill | None: ...


class BoardLive(QObject):
    """One for each picture that was ever live; the audience's has no hands of its own.

    Signals:
        became_live: the body is seen instead of the still.
        fell_back: the still is seen again.
        changed: another scene is to be live, one that begins with another camera, or none.
        touched: Vector or None, Fraction; a click on the living body.
    """

    became_live = Signal()
    fell_back = Signal()
    changed = Signal()
    touched = Signal(object, tuple)

    def __init__(self, picture: BoardPicture, model: PlateViewModel, source: LiveSource) -> None:
        super().__init__(picture)
        self._picture = picture
        self._model = model
        self._source = source
        self._body: LiveBody | None = None
        self._still: Still | None = None
        self._of: SceneOfStill | None = None
        self._shown: SceneOfStill | None = None
        self._hopeless: SceneOfStill | None = None

    @property
    def body(self) -> LiveBody | None:
        """What lies beneath the picture."""
        return self._body

    @property
    def is_live(self) -> bool:
        """Whether the body is seen, and not the still."""
        return self._body is not None and self._body.is_live

    @property
    def of(self) -> SceneOfStill | None:
        """What is shown, or will be as soon as it is drawn."""
        return self._shown

    def follow(
        self, live: LiveView, still: Still | None, picture: QImage | None, at: ClassMoment | None
    ) -> None:
        """Show the body as the class shall see it, or the still."""
        of = self._scene_of(still) if live.on and not self._source.policy.failure else None
        if of is None or still is None or of is self._hopeless:
            self._stop()
            return
        moment, moving = _moment(of, still, live, at)
        body = self._ready()
        body.show(of, picture, moment)
        body.set_camera(live.camera or of.camera, moving=True)
        body.show_moment(moment, moving=moving)
        body.stage.set_layers(live.layers)
        self._tell(of)

    def _ready(self) -> LiveBody:
        if self._body is None:
            self._body = self._source.make_body(self._picture, self._model, handled=False)
            self._body.became_live.connect(self.became_live)
            self._body.touched.connect(self.touched)
            self._body.fell_back.connect(self._fall_back)
        return self._body

    def _scene_of(self, still: Still | None) -> SceneOfStill | None:
        if still != self._still:
            before, self._still = self._of, still
            of = self._source.scene_of(still) if still is not None else None
            self._of = before if _is_same(of, before) else of
        return self._of

    def _stop(self) -> None:
        if self._body is not None and self._body.of is not None:
            self._body.stop()
            self.fell_back.emit()
        self._tell(None)

    @Slot(str)
    def _fall_back(self, _reason: str) -> None:
        """It would only fail again; another scene may be well."""
        self._hopeless = self._shown
        self.fell_back.emit()
        self._tell(None)

    def _tell(self, of: SceneOfStill | None) -> None:
        if of is not self._shown:
            self._shown = of
            self.changed.emit()


def _is_same(one: SceneOfStill | None, other: SceneOfStill | None) -> bool:
    """Scenes are kept where they were read, so that nobody has to compare all that is in them."""
    if one is None or other is None:
        return one is other
    return one.scene is other.scene and one[1:] == other[1:]


def _moment(
    of: SceneOfStill, still: Still, live: LiveView, at: ClassMoment | None
) -> tuple[StageMoment, bool]:
    """Where the hands are, and whether they are somewhere else soon."""
    if at is not None:
        moment = class_moment(of.scene, of.plate, at.countdown, live, moves=at.moves)
        return moment, at.moves and at.countdown.state in MOVING
    frame = PurePosixPath(still.files.file).name.split(".")[1:2]
    name = frame[0] if frame and frame[0] in of.scene.frames else of.plate.main
    return StageMoment.at(name), False
