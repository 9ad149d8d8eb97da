"""Tells which place of the client's rest body a picture shows: clothes and towels hide nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from PySide6.QtGui import QMatrix4x4, QOpenGLFunctions
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat
from shiboken6 import VoidPtr

from massage_trainer.domain.rotation import Vector
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.items import Item, items_of
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.shaders import GraphicsError, Program
from massage_trainer.widgets.stage.shot import Shot

SKIN: Final = "body"
DRAPE: Final = "drape-"
# Red, green, blue and alpha as 32-bit numbers: x, y and z of the place, and whether it is one.
PIXEL_BYTES: Final = 16


def draw_places(
    gl: QOpenGLFunctions, program: Program, shot: Shot, meshes: Mapping[str, LoadedMesh]
) -> None:
    """Draw into the bound target: every pixel becomes a place of the client, the first figure.

    Other figures hide nothing: a touch of a hand that works asks about the skin beneath it.
    """
    gl.glDisable(GL.BLEND)
    gl.glDisable(GL.CULL_FACE)
    gl.glDisable(GL.MULTISAMPLE)
    gl.glDepthFunc(GL.LEQUAL)
    gl.glEnable(GL.DEPTH_TEST)
    gl.glClearColor(0.0, 0.0, 0.0, 0.0)
    gl.glClear(GL.COLOR_BUFFER_BIT | GL.DEPTH_BUFFER_BIT)
    program.use()
    camera: QMatrix4x4 = shot.matrix()
    program.set(camera=camera)
    for number, item in enumerate(items_of(shot, meshes)):
        is_client = number == 0 and item.is_figure
        if item.mesh.mesh.name.startswith(DRAPE) or (item.is_figure and not is_client):
            continue
        program.set(is_skin=float(is_client))
        item.draw(gl, program, skin_of(item) if is_client else item.parts)
    gl.glDisable(GL.DEPTH_TEST)


def skin_of(item: Item) -> tuple[str, ...]:
    """All of the body, also what no garment of this scene leaves bare."""
    return tuple(part.name for part in item.mesh.mesh.parts if part.name.startswith(SKIN))


def place_target(width: int, height: int) -> QOpenGLFramebufferObject:
    """Where ``draw_places`` draws."""
    form = QOpenGLFramebufferObjectFormat()
    form.setInternalTextureFormat(GL.RGBA32F)
    form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
    target = QOpenGLFramebufferObject(width, height, form)
    if not target.isValid():
        raise GraphicsError(f"no memory for the places of {width} x {height}")
    return target


def read_places(
    gl: QOpenGLFunctions, x: int, y: int, width: int = 1, height: int = 1
) -> memoryview[float]:
    """The bound target's pixels as 32-bit numbers, four each; rows count from below."""
    content, writable = bytearray(PIXEL_BYTES * width * height), True
    # The bindings take the buffer itself; their stubs know of numbers alone.
    pointer = cast("Callable[[bytearray, int, bool], int]", VoidPtr)
    there = pointer(content, len(content), writable)
    gl.glReadPixels(x, y, width, height, GL.RGBA, GL.FLOAT, there)
    return memoryview(content).cast("f")


def place_at(gl: QOpenGLFunctions, x: int, y: int) -> Vector | None:
    """The place at one pixel of the bound target, counted from below, or None off the body."""
    px, py, pz, is_place = read_places(gl, x, y)
    return (px, py, pz) if is_place > 0 else None
