"""Notes what each pixel shows, before any light: paint, normal, distance, and the ink."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtGui import QMatrix4x4
from PySide6.QtOpenGL import QOpenGLFramebufferObject

from massage_trainer.domain.stage import HIGHLIGHT_SIDES
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.ink import mark_surfaces, number
from massage_trainer.widgets.stage.items import Item
from massage_trainer.widgets.stage.live_ink import POLYGON_OFFSET_FILL, draw_live_ink
from massage_trainer.widgets.stage.live_layers import is_cloth
from massage_trainer.widgets.stage.live_programs import LiveProgram
from massage_trainer.widgets.stage.live_targets import COLOUR_ATTACHMENTS
from massage_trainer.widgets.stage.shot import Shot

_RIM_PER_INK: Final = 1.25
# How much of the cloth's own colour remains on the skin that shines through it.
_SHEER: Final = 0.3
# Some centimetres, in steps of the depth: skin was hidden under the cloth, and may stand out.
_BEFORE_SKIN: Final = -7_000.0
_CONSTANT_ALPHA: Final = 0x8003
_ONE_MINUS_CONSTANT_ALPHA: Final = 0x8004

# The kind of a surface: below one half a figure, above one and a half ink; a quarter over a whole
# number is cloth that lies on the client.
_WORN: Final = 0.25
_CLOTH: Final = 1.25


class Recorder:
    """Draws into a record of ``Targets``."""

    def __init__(self, gl: Any, programs: Mapping[str, LiveProgram]) -> None:
        self._gl = gl
        self._programs = programs

    def draw(
        self,
        record: QOpenGLFramebufferObject,
        shot: Shot,
        items: Sequence[Item],
        veils: Sequence[Item],
        camera: QMatrix4x4,
    ) -> None:
        """``veils`` are clothes that one looks through."""
        gl = self._gl
        record.bind()
        gl.glViewport(0, 0, shot.width, shot.height)
        gl.glClearColor(0.0, 0.0, 0.0, 0.0)
        gl.glClear(GL.COLOR_BUFFER_BIT | GL.DEPTH_BUFFER_BIT | GL.STENCIL_BUFFER_BIT)
        gl.glEnable(GL.DEPTH_TEST)
        gl.glDisable(GL.CULL_FACE)
        mark_surfaces(gl)
        layers = 0
        for item in items:
            boxes = item.highlighted and bool(shot.scene.highlights)
            program = self._prepared("record_boxes" if boxes else "record", shot, item, camera)
            if boxes:
                self._set_boxes(shot)
            number(gl, 0)
            self._draw_layer(item, program, item.ground)
            if item.highlighted:
                program.set(kind=_WORN)
            for layer in item.layers:
                layers += 1
                number(gl, layers)
                self._draw_layer(item, program, layer)
        number(gl, 0)
        if veils:
            self._draw_veils(shot, veils, camera)
        # A driver without a card collects all triangles before it draws any, and keeps the room
        # that they took: done in two parts, it is half as much.
        gl.glFinish()
        draw_live_ink(gl, self._programs, shot, items, camera)
        gl.glFinish()
        gl.glDisable(GL.DEPTH_TEST)

    def _draw_layer(self, item: Item, program: LiveProgram, parts: tuple[str, ...]) -> None:
        """One looks into sleeves and under hems, but never at skin from within."""
        closed = item.is_figure and not any(item.mesh.is_garment(name) for name in parts)
        if closed:
            self._gl.glEnable(GL.CULL_FACE)
            self._gl.glCullFace(GL.BACK)
        item.draw(self._gl, program, parts)
        self._gl.glDisable(GL.CULL_FACE)

    def _set_boxes(self, shot: Shot) -> None:
        program, boxes = self._programs["record_boxes"], shot.scene.highlights
        places, shapes = [], []
        for box in boxes:
            tilt = math.radians(box.tilt_degrees)
            side = float(HIGHLIGHT_SIDES.index(box.side))
            places += [*box.centre, *box.half]
            shapes += [box.radius, math.cos(tilt), math.sin(tilt), side]
        program.set(
            boxes=len(boxes),
            rim_pixels=_RIM_PER_INK * shot.ink_pixels,
            pixel_spread=shot.pixel_spread,
        )
        self._gl.glUniform4fv(program.place("u_box_place"), len(boxes), places)
        self._gl.glUniform4fv(program.place("u_box_shape"), len(boxes), shapes)

    def _prepared(self, name: str, shot: Shot, item: Item, camera: QMatrix4x4) -> LiveProgram:
        program = self._programs[name]
        program.use()
        program.set(
            camera=camera,
            eye=shot.eye,
            facing=-1.0 if item.reflected else 1.0,
            kind=0.0 if item.is_figure else _CLOTH if is_cloth(item) else 1.0,
        )
        return program

    def _draw_veils(self, shot: Shot, veils: Sequence[Item], camera: QMatrix4x4) -> None:
        """They colour what lies beneath and leave its shape and its distance."""
        gl = self._gl
        gl.glDrawBuffers(1, COLOUR_ATTACHMENTS[:1])
        gl.glDepthMask(0)
        gl.glEnable(GL.BLEND)
        gl.glBlendColor(0.0, 0.0, 0.0, _SHEER)
        gl.glBlendFuncSeparate(_CONSTANT_ALPHA, _ONE_MINUS_CONSTANT_ALPHA, GL.ZERO, GL.ONE)
        gl.glEnable(GL.CULL_FACE)
        gl.glCullFace(GL.BACK)
        gl.glEnable(POLYGON_OFFSET_FILL)
        gl.glPolygonOffset(0.0, _BEFORE_SKIN)
        for item in veils:
            gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
            item.draw(gl, self._prepared("record", shot, item, camera))
        gl.glFrontFace(GL.CCW)
        gl.glDisable(POLYGON_OFFSET_FILL)
        gl.glDisable(GL.CULL_FACE)
        gl.glDisable(GL.BLEND)
        gl.glDepthMask(1)
        gl.glDrawBuffers(2, COLOUR_ATTACHMENTS)
