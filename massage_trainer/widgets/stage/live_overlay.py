"""Keeps what is drawn over a live picture where the picture shows it, frame after frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.live_guides import Guide, Guides, LiveExtras
from massage_trainer.domain.live_places import StagePlaces
from massage_trainer.domain.live_positions import LivePositions
from massage_trainer.domain.live_sight import Lens, Sightline, hands_of
from massage_trainer.domain.live_skin import PosedBody, StageBody
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.domain.stage_time import force_at
from massage_trainer.domain.still_places import StillPlaces

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.live_sight import Bone
    from massage_trainer.domain.scene_plates import ScenePlate
    from massage_trainer.domain.stage import KeyFrame, Scene, Skeleton
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.stage.frames import DrawnFrame
    from massage_trainer.widgets.stage.view import LiveStage

_GUIDES: Final = frozenset({StageLayer.CHANNELS, StageLayer.SPINE, StageLayer.CREST})
_NOBODY: Final = StillPlaces({}, {}, {}, {}, {}, "")  # the client is not in the picture
Bodies: TypeAlias = "Callable[[Scene], tuple[StageBody | None, Skeleton | None]]"


class LiveOverlay(QObject):
    """Gives a view-model the places of every frame that a view has drawn.

    The places are those of the picture on the screen, not of the moment asked for: the two never
    part, however slowly pictures come.
    """

    def __init__(
        self, stage: LiveStage, model: PlateViewModel, bodies: Bodies, parent: QObject
    ) -> None:
        """``bodies`` is asked with the first frame of a scene (LiveRoom.bodies_of)."""
        super().__init__(parent)
        self._stage = stage
        self._model = model
        self._scene: Scene | None = None
        self._plate: ScenePlate | None = None
        self._body: StageBody | None = None
        self._practitioner: Skeleton | None = None
        self._bodies = bodies
        self._asked = False
        self._guides: Guides | None = None
        self._posed: PosedBody | None = None
        self._hands: tuple[KeyFrame | None, tuple[Bone, ...]] = (None, ())
        self.positions: LivePositions | None = None  # of the picture on the screen
        stage.frame_drawn.connect(self.follow)
        stage.layers_changed.connect(self._follow_layers)
        stage.failed.connect(self.stop)

    def show(self, scene: Scene, plate: ScenePlate) -> None:
        """From now on frames of this scene bring their places; without a body nothing is drawn."""
        if scene is not self._scene:
            self._body, self._guides, self._asked = None, None, False
            self._posed, self._hands = None, (None, ())
        self._scene, self._plate = scene, plate

    @Slot()
    def stop(self) -> None:
        """The places are those of the still again."""
        self._scene = self._plate = self.positions = None
        self._model.show_live(None)

    @Slot(object)
    def follow(self, frame: DrawnFrame) -> None:
        """The places of this picture."""
        take = frame.take
        if self._plate is None or take.scene is not self._scene:
            return
        if not self._asked:
            self._asked = True
            self._body, self._practitioner = self._bodies(take.scene)
        if self._body is None:
            return
        if self._posed is None or self._posed.frame != take.poses[0]:
            self._posed = PosedBody(self._body, take.poses[0])
        if StageLayer.CLIENT not in take.layers:
            self.positions = None
            self._model.show_live(_NOBODY, rests=frame.finest)
            return
        lens = Lens(take.camera, take.width / take.height)
        line = Sightline(lens, frame.reach, self._hands_in(take.poses))
        places = StagePlaces(self._posed, line, frame.places)
        self.positions = LivePositions(places, frame.places)
        self._model.show_live(
            places.of(take.scene, self._plate),
            self.positions,
            rests=frame.finest,
            extras=self._extras(places, take.scene, self._plate),
        )

    @Slot()
    def _follow_layers(self) -> None:
        if self._stage.frame is not None and self._model.is_live:
            self.follow(self._stage.frame)

    def _extras(self, places: StagePlaces, scene: Scene, plate: ScenePlate) -> LiveExtras:
        layers, moment = self._stage.layers, self._stage.moment
        guides: tuple[Guide, ...] = ()
        if layers & _GUIDES:
            # Found on the skin when they are first wanted: that takes a tenth of a second.
            self._guides = self._guides or Guides.of(places.posed.body)
            guides = self._guides.seen(places, layers)
        force = None if moment is None else force_at(scene, plate, moment)
        return LiveExtras(guides, StageLayer.LANDMARKS in layers, force)

    def _hands_in(self, poses: tuple[KeyFrame, ...]) -> tuple[Bone, ...]:
        if self._practitioner is None or len(poses) < 2:
            return ()
        if self._hands[0] != poses[1]:
            self._hands = poses[1], hands_of(self._practitioner, poses[1])
        return self._hands[1]
