"""A baked mesh on the graphics card: its surface, and the hems and folds that get a line."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtGui import QOpenGLFunctions
from PySide6.QtOpenGL import QOpenGLBuffer, QOpenGLVertexArrayObject
from shiboken6 import VoidPtr

from massage_trainer.domain.mesh import VERTEX_BYTES, BakedMesh, Part, feature_edges
from massage_trainer.widgets.stage.constants import GL

# Things have edges; cloth has only folds, and those the shading shows.
_CREASE_DEGREES = 38.0
_NO_CREASES = 180.0
_CLOTH = ("towel", "drape", "pillow", "sheet", "blanket")
# Skin and hair run on under the clothes: where they are cut is not to be seen.
_WITHOUT_LINES = ("body", "hair", "eye", "brow", "lash")
# Components, type, scaled to 0..1 or -1..1, byte offset.
_FIELDS = (
    (3, GL.SHORT, False, 0),
    (3, GL.BYTE, True, 8),
    (4, GL.UNSIGNED_BYTE, False, 12),
    (4, GL.UNSIGNED_BYTE, False, 16),
    (4, GL.UNSIGNED_BYTE, True, 20),
    (4, GL.UNSIGNED_BYTE, True, 24),
    (4, GL.UNSIGNED_BYTE, True, 28),
)


class LoadedMesh:
    """The buffers of one mesh; make and release it while the context is current."""

    def __init__(self, mesh: BakedMesh, gl: QOpenGLFunctions) -> None:
        self.mesh = mesh
        self._gl = gl
        self._vertices = _filled(QOpenGLBuffer.Type.VertexBuffer, mesh.vertices)
        self._triangles = _filled(QOpenGLBuffer.Type.IndexBuffer, mesh.indices)
        self._surface = self._array(self._triangles)
        edges, self._line_runs = _lines(mesh)
        self._edges = _filled(QOpenGLBuffer.Type.IndexBuffer, edges)
        self._lines = self._array(self._edges)

    def _array(self, indices: QOpenGLBuffer) -> QOpenGLVertexArrayObject:
        array = QOpenGLVertexArrayObject()
        array.create()
        array.bind()
        self._vertices.bind()
        indices.bind()
        for slot, (size, kind, scaled, offset) in enumerate(_FIELDS):
            self._gl.glEnableVertexAttribArray(slot)
            self._gl.glVertexAttribPointer(
                slot, size, kind, int(scaled), VERTEX_BYTES, _offset(offset)
            )
        array.release()
        return array

    def is_garment(self, name: str) -> bool:
        return self.mesh.skeleton is not None and not name.startswith(_WITHOUT_LINES)

    def draw_surface(self, names: Sequence[str]) -> None:
        kind = GL.UNSIGNED_INT if self.mesh.wide_indices else GL.UNSIGNED_SHORT
        self._surface.bind()
        for first, count in _runs(self.mesh.parts, names):
            at = _offset(first * self.mesh.index_bytes)
            self._gl.glDrawElements(GL.TRIANGLES, count, kind, at)
        self._surface.release()

    def draw_lines(self, names: Sequence[str]) -> None:
        self._lines.bind()
        for part in self._line_runs:
            if part.count and part.name in names:
                at = _offset(part.first * 4)
                self._gl.glDrawElements(GL.LINES, part.count, GL.UNSIGNED_INT, at)
        self._lines.release()

    def release(self) -> None:
        for array in (self._surface, self._lines):
            array.destroy()
        for buffer in (self._vertices, self._triangles, self._edges):
            buffer.destroy()


def _offset(count: int) -> int:
    """Bytes from the buffer's start, as the bindings want them (their stubs say int)."""
    return cast("int", VoidPtr(count))


def _filled(kind: QOpenGLBuffer.Type, content: bytes) -> QOpenGLBuffer:
    buffer = QOpenGLBuffer(kind)
    buffer.create()
    buffer.bind()
    buffer.allocate(content, len(content))
    buffer.release()
    return buffer


def _lines(mesh: BakedMesh) -> tuple[bytes, list[Part]]:
    runs: list[Part] = []
    edges: list[int] = []
    for part in mesh.parts:
        if mesh.skeleton is not None and part.name.startswith(_WITHOUT_LINES):
            continue
        cloth = mesh.skeleton is not None or part.name.startswith(_CLOTH)
        crease = _NO_CREASES if cloth else _CREASE_DEGREES
        found = feature_edges(mesh, part, crease)
        runs.append(Part(part.name, len(edges), len(found)))
        edges += found
    return b"".join(index.to_bytes(4, "little") for index in edges), runs


def _runs(parts: Sequence[Part], names: Sequence[str]) -> list[tuple[int, int]]:
    """The drawn parts, neighbours joined: the fewer calls the better."""
    drawn = sorted((p.first, p.count) for p in parts if p.name in names)
    runs: list[tuple[int, int]] = []
    for first, count in drawn:
        if runs and sum(runs[-1]) == first:
            runs[-1] = (runs[-1][0], runs[-1][1] + count)
        else:
            runs.append((first, count))
    return runs
