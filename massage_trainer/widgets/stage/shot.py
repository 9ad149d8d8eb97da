"""What one picture shows: scene, poses, camera, size, and the two colours that never change."""

import math
from dataclasses import dataclass

from PySide6.QtGui import QMatrix4x4, QVector2D, QVector3D

from massage_trainer.domain.stage import Camera, KeyFrame, Scene

Colour = tuple[float, float, float]
PAPER: Colour = (0.984, 0.973, 0.949)
INK: Colour = (0.20, 0.14, 0.12)
FLOOR_REACH = 8.0


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who stands how, seen from where, how large, with how heavy a line."""

    scene: Scene
    poses: tuple[KeyFrame, ...]
    camera: Camera
    width: int
    height: int
    ink_pixels: float
    # Off screen the samples are still to be averaged, in linear light; a window shows them at once.
    encode: bool = True

    @classmethod
    def of_frame(
        cls, scene: Scene, frame: str, camera: Camera, width: int, height: int, ink_pixels: float
    ) -> "Shot":
        poses = tuple(figure.frames[frame] for figure in scene.figures)
        return cls(scene, poses, camera, width, height, ink_pixels)

    @property
    def eye(self) -> QVector3D:
        return QVector3D(*self.camera.eye)

    @property
    def pixel(self) -> QVector2D:
        """The size of a pixel in clip space, where the picture is two by two."""
        return QVector2D(2.0 / self.width, 2.0 / self.height)

    @property
    def pixel_spread(self) -> float:
        """The width of a pixel, in metres, one metre away."""
        return 2 * math.tan(math.radians(self.camera.fov_degrees) / 2) / self.height

    def matrix(self) -> QMatrix4x4:
        """From the world to clip space."""
        camera = self.camera
        distance = math.dist(camera.eye, camera.at)
        flat = math.hypot(camera.eye[0] - camera.at[0], camera.eye[1] - camera.at[1])
        up = QVector3D(0, 0, 1) if flat > 1e-3 * distance else QVector3D(0, 1, 0)
        matrix = QMatrix4x4()
        matrix.perspective(
            camera.fov_degrees, self.width / self.height, 0.1 * distance, distance + 3 * FLOOR_REACH
        )
        matrix.lookAt(self.eye, QVector3D(*camera.at), up)
        return matrix


def linear(colour: Colour) -> Colour:
    """Out of sRGB, into amounts of light."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return (r, g, b)
