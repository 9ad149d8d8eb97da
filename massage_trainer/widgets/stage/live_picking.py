"""Reads back which places of the client's rest body a live picture shows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from PySide6.QtOpenGL import QOpenGLFramebufferObject

from massage_trainer.domain.place_grid import PlaceGrid, grid_size
from massage_trainer.domain.rotation import Vector
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.free_gl import read_floats
from massage_trainer.widgets.stage.live_programs import LiveProgram
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.picking import draw_places, place_target
from massage_trainer.widgets.stage.shot import Shot


class LivePicking:
    """Make, use and release it while the same context is current."""

    def __init__(self, gl: Any) -> None:
        self._gl = gl
        self._program: LiveProgram | None = None
        self._pixel: QOpenGLFramebufferObject | None = None

    def place(self, shot: Shot, x: int, y: int, meshes: Mapping[str, LoadedMesh]) -> Vector | None:
        """At one pixel, counted from below."""
        pixel = self._pixel = self._pixel or place_target(1, 1)
        pixel.bind()
        # The picture is moved so that the pixel asked for is the only one.
        self._gl.glViewport(-x, -y, shot.width, shot.height)
        self._draw(shot, meshes)
        px, py, pz, is_place = read_floats(self._gl, 1, 1, GL.RGBA, 4)
        return (px, py, pz) if is_place > 0 else None

    def places(self, shot: Shot, meshes: Mapping[str, LoadedMesh]) -> PlaceGrid:
        """All over the picture."""
        width, height = grid_size(shot.width, shot.height)
        # Asked for once while nothing moves: not worth keeping.
        target = place_target(width, height)
        target.bind()
        self._gl.glViewport(0, 0, width, height)
        self._draw(shot, meshes)
        samples = read_floats(self._gl, width, height, GL.RGBA, 4)
        away = math.dist(shot.camera.eye, shot.camera.at)
        return PlaceGrid(width, height, samples, shot.pixel_spread * shot.height / height * away)

    def release(self) -> None:
        self._pixel = self._program = None

    def _draw(self, shot: Shot, meshes: Mapping[str, LoadedMesh]) -> None:
        self._program = self._program or LiveProgram("place")
        draw_places(self._gl, self._program, shot, meshes)
