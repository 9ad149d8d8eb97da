"""The lamps of the live view: what each sees of the scene, drawn again a few at a time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtGui import QOpenGLContext, QVector3D, QVector4D

from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import KeyFrame, Scene
from massage_trainer.domain.stage_layers import Layers
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.items import Item, ball_of
from massage_trainer.widgets.stage.lamps import Quality, lamp_rows
from massage_trainer.widgets.stage.live_loaded import LiveLoadedMesh
from massage_trainer.widgets.stage.live_programs import KEY_LAMPS, LAMPS, SKY_LAMPS
from massage_trainer.widgets.stage.live_targets import LampMaps
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.shaders import Program
from massage_trainer.widgets.stage.shot import Shot

MAPS: Final = Quality(
    key_lamps=KEY_LAMPS,
    sky_lamps=SKY_LAMPS,
    depth_size=512,
    smooth_depth=True,
    gather=2,
    supersampling=1,
    multisampling=0,
)
_GOLDEN_ANGLE: Final = math.pi * (3 - math.sqrt(5))
_LOWEST: Final = 0.08
_BALLS_KEPT: Final = 4
_FRAMES_MEASURED: Final = 6


def sky_lamps(sample: int, samples: int) -> list[Vector]:
    """The few lamps of one sample: all around and at all heights, so that no side stays dark."""
    lamps = []
    for i in range(SKY_LAMPS):
        z = _LOWEST + (1 - _LOWEST) * (i + (sample + 0.5) / samples) / SKY_LAMPS
        turn = i * _GOLDEN_ANGLE + sample * 2 * math.pi / samples
        flat = math.sqrt(1 - z * z)
        lamps.append((flat * math.cos(turn), flat * math.sin(turn), z))
    return lamps


@dataclass(frozen=True, slots=True)
class _Lit:
    """What a lamp's map was drawn for."""

    lamp: Vector
    ball: tuple[float, float, float, float]
    scene: Scene
    poses: tuple[KeyFrame, ...]
    layers: Layers

    def is_like(self, other: _Lit) -> bool:
        """Comparing scenes and poses number by number would cost more than it tells."""
        return (
            self.scene is other.scene
            and self.lamp == other.lamp
            and self.ball == other.ball
            and self.layers == other.layers
            and all(a is b for a, b in zip(self.poses, other.poses, strict=True))
        )


class LiveLamps:
    """One map per lamp; those that are not drawn again keep what they saw, and their own rows."""

    def __init__(self, context: QOpenGLContext, gl: Any) -> None:
        self._gl = gl
        self._maps = LampMaps(context, MAPS)
        self._balls: list[tuple[Scene, QVector4D]] = []
        self._rows: list[list[float]] = [[0.0] * 12] * LAMPS
        self._lit: list[_Lit | None] = [None] * LAMPS
        self._turn = 0

    @property
    def texel(self) -> float:
        return self._maps.texel

    def use(self, unit: int) -> None:
        self._maps.use(unit)

    def release(self) -> None:
        self._maps.release()

    def ball(self, shot: Shot, meshes: Mapping[str, LoadedMesh]) -> QVector4D:
        """Around everything in all of the scene's frames: lamps stay while figures move."""
        for scene, ball in self._balls:
            if scene is shot.scene:
                return ball
        frames = shot.scene.frames
        step = max(1, len(frames) // _FRAMES_MEASURED)
        balls = [
            ball_of(replace(shot, poses=tuple(f.frames[name] for f in shot.scene.figures)), meshes)
            for name in frames[::step]
        ]
        middle = QVector3D()
        for ball in balls:
            middle += ball.toVector3D() / len(balls)
        radius = max((ball.toVector3D() - middle).length() + ball.w() for ball in balls)
        found = QVector4D(middle, radius)
        self._balls = [*self._balls[1 - _BALLS_KEPT :], (shot.scene, found)]
        return found

    def draw(
        self,
        programs: Mapping[str, Program],
        shot: Shot,
        layers: Layers,
        items: Sequence[Item],
        lamps: Sequence[Vector],
        ball: QVector4D,
        most: int,
    ) -> None:
        """The key light's map whenever anything moved, those of the sky by turns."""
        around = (ball.x(), ball.y(), ball.z(), ball.w())
        wanted = [_Lit(lamp, around, shot.scene, shot.poses, layers) for lamp in lamps]
        drawn = self._due(wanted, most)
        for i in drawn:
            self._rows[i] = lamp_rows(lamps[i], around[:3], around[3])
        numbers = [n for rows in self._rows for n in rows]
        gl = self._gl
        for name in ("dim", "depth"):
            programs[name].use()
            gl.glUniform4fv(programs[name].place("u_lamps"), 3 * LAMPS, numbers)
        gl.glEnable(GL.DEPTH_TEST)
        gl.glDisable(GL.CULL_FACE)
        for i in drawn:
            self._maps.bind_layer(gl, i)
            programs["depth"].set(lamp=i)
            for item in items:
                item.draw(gl, programs["depth"], ())
                if isinstance(item.mesh, LiveLoadedMesh):
                    item.mesh.draw_shadow(item.parts)

    def _due(self, wanted: Sequence[_Lit], most: int) -> list[int]:
        """Which maps are drawn now; what another scene left behind at once."""
        due: list[int] = []
        sky: list[int] = []
        for i, wish in enumerate(wanted):
            now = self._lit[i]
            if now is not None and now.is_like(wish):
                continue
            is_foreign = now is None or now.scene is not wish.scene or now.layers != wish.layers
            (due if is_foreign or i < KEY_LAMPS or most >= LAMPS else sky).append(i)
        for _ in range(min(most - KEY_LAMPS, len(sky))):
            self._turn += 1
            due.append(sky.pop(self._turn % len(sky)))
        for i in due:
            self._lit[i] = wanted[i]
        return due
