"""The ink of the live view: as that of the stills, for surfaces that have fewer triangles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtGui import QMatrix4x4

from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.ink import _draw_rings, _prepared
from massage_trainer.widgets.stage.items import Item
from massage_trainer.widgets.stage.live_programs import LiveProgram
from massage_trainer.widgets.stage.picking import DRAPE
from massage_trainer.widgets.stage.shot import Shot

# Metres away from the eye. Coarser triangles stand out of a fold of cloth or skin by millimetres:
# no outline is there. Things have no folds, and lie close on each other.
_CLOTHES_PUSH, _SKIN_PUSH, _THING_PUSH = 0.014, 0.006, 0.004
POLYGON_OFFSET_FILL: Final = 0x8037
# Away from the eye, in steps of the depth: the fold of a hem hides its own border, which coarser
# cloth would show in parts.
_HEM_PUSH: Final = 1_200.0


def draw_live_ink(
    gl: Any,
    programs: Mapping[str, LiveProgram],
    shot: Shot,
    items: Sequence[Item],
    camera: QMatrix4x4,
) -> None:
    """Needs the stencil as the surfaces left it, see ``draw_ink``."""
    gl.glStencilOp(GL.KEEP, GL.KEEP, GL.KEEP)
    gl.glStencilFunc(GL.ALWAYS, 0, 0xFF)
    hull = _prepared(programs["ink"], shot, camera)
    gl.glEnable(GL.CULL_FACE)
    gl.glCullFace(GL.FRONT)
    for item in items:
        gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
        hull.set(push=_SKIN_PUSH if item.is_figure else _THING_PUSH)
        item.draw(gl, hull, item.others)
        if garments := item.garments:
            hull.set(push=_CLOTHES_PUSH)
            item.draw(gl, hull, garments)
    gl.glFrontFace(GL.CCW)
    gl.glDisable(GL.CULL_FACE)
    _draw_rings(gl, hull, items)
    line = _prepared(programs["line"], shot, camera)
    gl.glPolygonOffset(0.0, _HEM_PUSH)
    for item in items:
        is_cloth = item.is_figure or item.mesh.mesh.name.startswith(DRAPE)
        (gl.glEnable if is_cloth else gl.glDisable)(POLYGON_OFFSET_FILL)
        item.draw_lines(gl, line)
    gl.glDisable(POLYGON_OFFSET_FILL)
    gl.glDisable(GL.STENCIL_TEST)
