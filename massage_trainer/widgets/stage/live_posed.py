"""Meshes in a pose: bones are worked out once a picture, not once for every pass over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QVector3D
from PySide6.QtOpenGL import QOpenGLBuffer, QOpenGLVertexArrayObject

from massage_trainer.domain.mesh import VERTEX_BYTES
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.live_loaded import LiveLoadedMesh
from massage_trainer.widgets.stage.loaded_mesh import _offset

if TYPE_CHECKING:
    from massage_trainer.widgets.stage.items import Item
    from massage_trainer.widgets.stage.live_programs import LiveProgram

_POSED_BYTES: Final = 24
_TRANSFORM_FEEDBACK_BUFFER: Final = 0x8C8E
_RASTERIZER_DISCARD: Final = 0x8C89
_POINTS: Final = 0
# Slot, components, type, scaled, offset in the packed vertex.
_RESTING: Final = (
    (2, 3, GL.SHORT, False, 0),
    (3, 3, GL.BYTE, True, 8),
    (6, 4, GL.UNSIGNED_BYTE, True, 28),
)


class PosedMesh(LiveLoadedMesh):
    """The buffers of a loaded mesh, with places and normals of one pose beside them."""

    def __init__(self, loaded: LiveLoadedMesh) -> None:
        self._loaded = loaded
        self.mesh = loaded.mesh
        self._gl = loaded._gl  # noqa: SLF001 - its own class
        self._line_runs = loaded._line_runs  # noqa: SLF001
        self._coarse_parts = loaded._coarse_parts  # noqa: SLF001
        self._posed = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._posed.create()
        self._posed.bind()
        self._posed.allocate(_POSED_BYTES * self.mesh.vertex_count)
        self._posed.release()
        indices = loaded._triangles, loaded._edges, loaded._coarse  # noqa: SLF001
        self._surface, self._lines, self._shadow = map(self._reading, indices)

    def take(self, program: LiveProgram, rows: Sequence[float]) -> None:
        """Work out all vertices; ``program`` and the discarding of pictures are in use."""
        gl: Any = self._gl
        program.set(
            scale=self.mesh.scale,
            origin=QVector3D(*self.mesh.origin),
            skinned=int(self.mesh.skeleton is not None),
        )
        gl.glUniform4fv(program.place("u_rows"), len(rows) // 4, rows)
        gl.glBindBufferBase(_TRANSFORM_FEEDBACK_BUFFER, 0, self._posed.bufferId())
        self._loaded._surface.bind()  # noqa: SLF001
        gl.glBeginTransformFeedback(_POINTS)
        gl.glDrawArrays(_POINTS, 0, self.mesh.vertex_count)
        gl.glEndTransformFeedback()
        self._loaded._surface.release()  # noqa: SLF001

    def release(self) -> None:
        for array in (self._surface, self._lines, self._shadow):
            array.destroy()
        self._posed.destroy()

    def _reading(self, indices: QOpenGLBuffer) -> QOpenGLVertexArrayObject:
        array = QOpenGLVertexArrayObject()
        array.create()
        array.bind()
        self._posed.bind()
        for slot in (0, 1):
            self._gl.glEnableVertexAttribArray(slot)
            self._gl.glVertexAttribPointer(slot, 3, GL.FLOAT, 0, _POSED_BYTES, _offset(12 * slot))
        self._loaded._vertices.bind()  # noqa: SLF001
        for slot, size, kind, scaled, offset in _RESTING:
            self._gl.glEnableVertexAttribArray(slot)
            self._gl.glVertexAttribPointer(
                slot, size, kind, int(scaled), VERTEX_BYTES, _offset(offset)
            )
        indices.bind()
        array.release()
        return array


class Poses:
    """The posed meshes of the last picture; what has not moved since is not worked out again."""

    def __init__(self, gl: Any) -> None:
        self._gl = gl
        self._made: dict[tuple[int, int], tuple[PosedMesh, list[float]]] = {}

    def of(self, program: LiveProgram, items: Sequence[Item]) -> list[Item]:
        """The same items, drawn from where their bones have taken them."""
        begun = False
        counted: dict[int, int] = {}
        found = []
        for item in items:
            # Two clients have meshes of the same name; a loaded one stays until all is forgotten.
            mesh = id(item.mesh)
            key = (mesh, counted.setdefault(mesh, 0))
            counted[mesh] += 1
            posed, rows = self._made.get(key, (None, []))
            if posed is None or rows != item.rows:
                if not begun:
                    begun = True
                    program.use()
                    self._gl.glEnable(_RASTERIZER_DISCARD)
                if posed is None:
                    assert isinstance(item.mesh, LiveLoadedMesh)
                    posed = PosedMesh(item.mesh)
                posed.take(program, item.rows)
                self._made[key] = (posed, item.rows)
            found.append(replace(item, mesh=posed, rows=[]))
        if begun:
            self._gl.glDisable(_RASTERIZER_DISCARD)
            self._gl.glBindBufferBase(_TRANSFORM_FEEDBACK_BUFFER, 0, 0)
        return found

    def forget(self) -> None:
        """Before meshes go from the card."""
        for posed, _ in self._made.values():
            posed.release()
        self._made.clear()
