"""The way from the eye to each pixel, for programs that go back from a picture to the world."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QVector2D, QVector3D, QVector4D

from massage_trainer.widgets.stage.shaders import Program
from massage_trainer.widgets.stage.shot import Shot


@dataclass(frozen=True, slots=True)
class Rays:
    """Of one shot; ``jitter`` moves the picture by parts of a pixel."""

    eye: QVector3D
    ahead: QVector3D
    across: QVector3D
    up: QVector3D
    middle: QVector2D

    @classmethod
    def of(cls, shot: Shot, jitter: tuple[float, float], ball: QVector4D) -> Rays:
        camera = shot.camera
        ahead = (QVector3D(*camera.at) - shot.eye).normalized()
        upright = (
            QVector3D(0, 0, 1) if math.hypot(ahead.x(), ahead.y()) > 1e-3 else QVector3D(0, 1, 0)
        )
        across = QVector3D.crossProduct(ahead, upright).normalized()
        half = math.tan(math.radians(camera.fov_degrees) / 2)
        up = QVector3D.crossProduct(across, ahead) * half
        across = across * (half * shot.width / shot.height)
        ahead = ahead - across * (2 * jitter[0] / shot.width) - up * (2 * jitter[1] / shot.height)
        return cls(shot.eye, ahead, across, up, ball.toVector2D())

    def set_in(self, program: Program) -> None:
        program.set(
            eye=self.eye, ahead=self.ahead, across=self.across, up=self.up, middle=self.middle
        )
