"""Where the hands are before a class: as its lesson's clock says, or in a frame turned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.events import MOVING
from massage_trainer.domain.stage_time import StageMoment, stage_moment

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.live_view import LiveView
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.scene_plates import ScenePlate
    from massage_trainer.domain.stage import Scene


def class_moment(
    scene: Scene, plate: ScenePlate, countdown: Countdown, live: LiveView, *, moves: bool = True
) -> StageMoment:
    """A key frame that was turned to counts only while the time stands."""
    if countdown.state not in MOVING and live.frame in scene.frames:
        return StageMoment.at(live.frame)
    return stage_moment(scene, plate, countdown, moves=moves)
