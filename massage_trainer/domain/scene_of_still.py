"""What a live picture needs to begin where a still stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from massage_trainer.domain.scene_plates import ScenePlate
    from massage_trainer.domain.stage import Camera, Scene


class SceneOfStill(NamedTuple):
    """A scene with the plate and the camera of a still."""

    scene: Scene
    plate: ScenePlate
    camera: Camera
