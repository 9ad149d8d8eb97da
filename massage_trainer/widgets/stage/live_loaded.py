"""A mesh of the live view on the graphics card, with the lines that were found beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtOpenGL import QOpenGLBuffer

from massage_trainer.domain.live_mesh import LiveMesh
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh, _filled, _runs


class LiveLoadedMesh(LoadedMesh):
    """Drawn through functions that let other threads run."""

    def __init__(self, live: LiveMesh, gl: Any) -> None:
        self.mesh = live.mesh
        self._gl = gl
        self._vertices = _filled(QOpenGLBuffer.Type.VertexBuffer, live.mesh.vertices)
        self._triangles = _filled(QOpenGLBuffer.Type.IndexBuffer, live.mesh.indices)
        self._surface = self._array(self._triangles)
        self._line_runs = list(live.runs)
        self._edges = _filled(QOpenGLBuffer.Type.IndexBuffer, live.edges)
        self._lines = self._array(self._edges)
        self._coarse_parts = live.coarse_parts
        self._coarse = _filled(QOpenGLBuffer.Type.IndexBuffer, live.coarse)
        self._shadow = self._array(self._coarse)

    def draw_surface(self, names: Sequence[str]) -> None:
        kind = GL.UNSIGNED_INT if self.mesh.wide_indices else GL.UNSIGNED_SHORT
        self._surface.bind()
        for first, count in _runs(self.mesh.parts, names):
            if count:
                self._gl.glDrawElements(GL.TRIANGLES, count, kind, first * self.mesh.index_bytes)
        self._surface.release()

    def draw_lines(self, names: Sequence[str]) -> None:
        self._lines.bind()
        for part in self._line_runs:
            if part.count and part.name in names:
                self._gl.glDrawElements(GL.LINES, part.count, GL.UNSIGNED_INT, part.first * 4)
        self._lines.release()

    def draw_shadow(self, names: Sequence[str]) -> None:
        self._shadow.bind()
        for first, count in _runs(self._coarse_parts, names):
            if count:
                self._gl.glDrawElements(GL.TRIANGLES, count, GL.UNSIGNED_INT, first * 4)
        self._shadow.release()

    def release(self) -> None:
        self._shadow.destroy()
        self._coarse.destroy()
        super().release()
