"""The ink: one weight of line around everything, along hems, and where clothes end on skin."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QMatrix4x4, QOpenGLFunctions, QVector3D

from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.items import Item
from massage_trainer.widgets.stage.shaders import Program
from massage_trainer.widgets.stage.shot import INK, Shot, linear

# Metres away from the eye: the hull's back faces stay behind thin things, a layer's ring comes
# before the skin that it lies on.
_HULL_PUSH, _RING_PUSH = 0.003, -0.006


def mark_surfaces(gl: QOpenGLFunctions) -> None:
    """From now on surfaces leave their number in the stencil, see ``number``."""
    gl.glEnable(GL.STENCIL_TEST)
    gl.glStencilOp(GL.KEEP, GL.KEEP, GL.REPLACE)


def number(gl: QOpenGLFunctions, mark: int) -> None:
    gl.glStencilFunc(GL.ALWAYS, mark, 0xFF)


def draw_ink(
    gl: QOpenGLFunctions,
    programs: Mapping[str, Program],
    shot: Shot,
    items: Sequence[Item],
    camera: QMatrix4x4,
) -> None:
    """Needs the stencil as the surfaces left it: layers counted from 1 in the items' order."""
    gl.glStencilOp(GL.KEEP, GL.KEEP, GL.KEEP)
    gl.glStencilFunc(GL.ALWAYS, 0, 0xFF)
    hull = _prepared(programs["ink"], shot, camera)
    hull.set(push=_HULL_PUSH)
    gl.glEnable(GL.CULL_FACE)
    gl.glCullFace(GL.FRONT)
    for item in items:
        gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
        item.draw(gl, hull)
    gl.glFrontFace(GL.CCW)
    gl.glDisable(GL.CULL_FACE)
    _draw_rings(gl, hull, items)
    line = _prepared(programs["line"], shot, camera)
    for item in items:
        item.draw_lines(gl, line)
    gl.glDisable(GL.STENCIL_TEST)


def _draw_rings(gl: QOpenGLFunctions, hull: Program, items: Sequence[Item]) -> None:
    """Around what is seen of each layer, also where cloth lies flat on skin or a hand on a back.

    Layers are drawn from the inside out, so a greater number lies over it and keeps its line off.
    """
    hull.set(push=_RING_PUSH)
    mark = 0
    for item in items:
        for layer in item.layers:
            mark += 1
            gl.glStencilFunc(GL.GREATER, mark, 0xFF)
            item.draw(gl, hull, layer)
    gl.glStencilFunc(GL.ALWAYS, 0, 0xFF)


def _prepared(program: Program, shot: Shot, camera: QMatrix4x4) -> Program:
    program.use()
    program.set(
        camera=camera,
        pixel=shot.pixel,
        weight=shot.ink_pixels,
        ink=QVector3D(*linear(INK)),
        encode=int(shot.encode),
        eye=shot.eye,
    )
    return program
