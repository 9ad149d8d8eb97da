"""Draws a scene into a framebuffer: depth maps, light, surfaces, floor and ink."""

import math
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QMatrix4x4, QOpenGLContext, QVector3D, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLVertexArrayObject,
)

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.stage import HIGHLIGHT_SIDES, HighlightBox
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.depth_maps import DepthMaps
from massage_trainer.widgets.stage.ink import draw_ink, mark_surfaces, number
from massage_trainer.widgets.stage.items import Item, ball_of, items_of
from massage_trainer.widgets.stage.lamps import (
    Quality,
    key_direction,
    lamp_directions,
    lamp_rows,
)
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.picking import draw_places
from massage_trainer.widgets.stage.shaders import GraphicsError, Program
from massage_trainer.widgets.stage.shot import FLOOR_REACH, PAPER, Shot, linear

_FARTHEST = 1000.0
_RIM_PER_INK = 1.25
_FLAT_BLUR, _ROUND_BLUR = 6.0, 1.6


class StageRenderer:
    """Make, use and release it while the same OpenGL 3.3 context is current."""

    def __init__(self, context: QOpenGLContext, quality: Quality) -> None:
        if context.format().version() < (3, 3):
            raise GraphicsError("OpenGL 3.3 is needed")
        self._gl = context.functions()
        self._quality = quality
        names = ("depth", "lit", "lit_floor", "surface", "floor", "ink", "line")
        self._programs = {name: Program(name, quality) for name in names}
        self._maps = DepthMaps(context, quality)
        self._mapped: tuple[object, ...] = ()
        self._grid: QOpenGLFramebufferObject | None = None
        self._meshes: dict[str, LoadedMesh] = {}
        self._nothing = QOpenGLVertexArrayObject()
        self._nothing.create()

    def load(self, meshes: Mapping[str, BakedMesh]) -> None:
        """Bring meshes to the card; those already there stay."""
        for name, mesh in meshes.items():
            if name not in self._meshes:
                self._meshes[name] = LoadedMesh(mesh, self._gl)

    def draw(self, shot: Shot, target: int) -> None:
        """Draw into the framebuffer with the id ``target``; it needs depth and stencil."""
        items = items_of(shot, self._meshes)
        ball = ball_of(shot, self._meshes)
        camera = shot.matrix()
        gl = self._gl
        gl.glDisable(GL.BLEND)
        gl.glDepthFunc(GL.LEQUAL)
        self._draw_depths(shot, items, ball)
        grid = self._measure_light(shot, items, camera, ball)
        gl.glActiveTexture(GL.TEXTURE0)
        gl.glBindTexture(GL.TEXTURE_2D, grid.texture())
        gl.glBindFramebuffer(GL.FRAMEBUFFER, target)
        gl.glViewport(0, 0, shot.width, shot.height)
        gl.glClearColor(*(PAPER if shot.encode else linear(PAPER)), 1.0)
        gl.glClear(GL.COLOR_BUFFER_BIT | GL.DEPTH_BUFFER_BIT | GL.STENCIL_BUFFER_BIT)
        gl.glEnable(GL.MULTISAMPLE)
        gl.glEnable(GL.DEPTH_TEST)
        mark_surfaces(gl)
        self._draw_surfaces(shot, items, camera)
        self._draw_floor("floor", shot, camera, ball)
        draw_ink(gl, self._programs, shot, items, camera)
        if any(item.beams for item in items):
            self._draw_beams(shot, items, camera)
        gl.glDisable(GL.DEPTH_TEST)

    def draw_places(self, shot: Shot, target: QOpenGLFramebufferObject) -> None:
        """Draw which place of the client each pixel shows; leaves the target bound.

        The target may have another size than the shot: it shows the same, in other steps.
        """
        # Only whoever asks about places pays for it.
        if "place" not in self._programs:
            self._programs["place"] = Program("place", self._quality)
        target.bind()
        self._gl.glViewport(0, 0, target.width(), target.height())
        draw_places(self._gl, self._programs["place"], shot, self._meshes)

    def release(self) -> None:
        for mesh in self._meshes.values():
            mesh.release()
        self._meshes.clear()
        self._maps.release()
        self._grid = None
        self._programs.clear()
        self._nothing.destroy()

    def _draw_depths(self, shot: Shot, items: list[Item], ball: QVector4D) -> None:
        lamps = lamp_directions(self._quality, shot.camera)
        mapped = (tuple(lamps), shot.scene, shot.poses)
        if mapped == self._mapped:
            return
        self._mapped = mapped
        middle = (ball.x(), ball.y(), ball.z())
        numbers = [n for lamp in lamps for n in lamp_rows(lamp, middle, ball.w())]
        for name in ("depth", "lit", "lit_floor"):
            program = self._programs[name]
            program.use()
            self._gl.glUniform4fv(program.place("u_lamps"), 3 * len(lamps), numbers)
        gl, depth = self._gl, self._programs["depth"]
        depth.use()
        gl.glEnable(GL.DEPTH_TEST)
        gl.glDisable(GL.CULL_FACE)

        def draw_layer(layer: int) -> None:
            depth.set(lamp=layer)
            for item in items:
                item.draw(gl, depth)

        self._maps.draw(draw_layer)

    def _measure_light(
        self, shot: Shot, items: list[Item], camera: QMatrix4x4, ball: QVector4D
    ) -> QOpenGLFramebufferObject:
        """How much key and sky light reaches what is seen, once per pixel of the finished picture.

        It is by far the dearest step, and soft: the samples of a pixel can share it.
        """
        width = max(1, shot.width // self._quality.supersampling)
        height = max(1, shot.height // self._quality.supersampling)
        grid = self._grid
        if grid is None or (grid.width(), grid.height()) != (width, height):
            grid = self._grid = _light_grid(width, height)
        gl, program = self._gl, self._programs["lit"]
        grid.bind()
        gl.glViewport(0, 0, width, height)
        gl.glClearColor(1.0, 1.0, _FARTHEST, 1.0)
        gl.glClear(GL.COLOR_BUFFER_BIT | GL.DEPTH_BUFFER_BIT)
        gl.glEnable(GL.DEPTH_TEST)
        gl.glDisable(GL.CULL_FACE)
        self._maps.use(0)
        program.use()
        self._set_light(program, shot, ball)
        program.set(camera=camera)
        for item in items:
            # Flat things show the edges of single lamps' shadows, and cast none on themselves.
            flat = not item.is_figure
            blur, facing = _FLAT_BLUR if flat else _ROUND_BLUR, -1.0 if item.reflected else 1.0
            program.set(facing=facing, blur_texels=blur)
            item.draw(gl, program)
        self._set_light(self._programs["lit_floor"], shot, ball)
        self._draw_floor("lit_floor", shot, camera, ball)
        return grid

    def _draw_floor(self, name: str, shot: Shot, camera: QMatrix4x4, ball: QVector4D) -> None:
        if shot.camera.eye[2] <= 0:
            return
        program = self._programs[name]
        self._gl.glDisable(GL.CULL_FACE)
        program.use()
        self._set_view(program, shot)
        program.set(
            camera=camera,
            reach=FLOOR_REACH,
            paper=QVector3D(*linear(PAPER)),
            middle=ball.toVector2D(),
        )
        self._nothing.bind()
        self._gl.glDrawArrays(GL.TRIANGLE_STRIP, 0, 4)
        self._nothing.release()

    def _draw_surfaces(self, shot: Shot, items: list[Item], camera: QMatrix4x4) -> None:
        gl, program = self._gl, self._programs["surface"]
        # Both sides: one looks into sleeves and under hems.
        gl.glDisable(GL.CULL_FACE)
        program.use()
        self._set_view(program, shot)
        self._set_highlights(program, shot.scene.highlights)
        program.set(
            camera=camera,
            key=QVector3D(*key_direction(shot.camera)),
            rim_pixels=_RIM_PER_INK * shot.ink_pixels,
            pixel_spread=shot.pixel_spread,
        )
        layers = 0
        for item in items:
            program.set(
                facing=-1.0 if item.reflected else 1.0,
                boxes=len(shot.scene.highlights) if item.highlighted else 0,
            )
            number(gl, 0)
            item.draw(gl, program, item.ground)
            for layer in item.layers:
                layers += 1
                number(gl, layers)
                item.draw(gl, program, layer)
        number(gl, 0)

    def _draw_beams(self, shot: Shot, items: list[Item], camera: QMatrix4x4) -> None:
        """Light over whatever lies behind it; the picture stays opaque."""
        # Only one scene has a lamp: the others do not wait for its program.
        if "beam" not in self._programs:
            self._programs["beam"] = Program("beam", self._quality)
        gl, program = self._gl, self._programs["beam"]
        program.use()
        program.set(camera=camera, eye=shot.eye, encode=int(shot.encode))
        gl.glEnable(GL.BLEND)
        gl.glBlendFuncSeparate(GL.SRC_ALPHA, GL.ONE_MINUS_SRC_ALPHA, GL.ZERO, GL.ONE)
        gl.glDepthMask(False)  # noqa: FBT003 - the name is OpenGL's
        gl.glEnable(GL.CULL_FACE)
        gl.glCullFace(GL.BACK)
        for item in items:
            gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
            item.draw(gl, program, item.beams)
        gl.glFrontFace(GL.CCW)
        gl.glDisable(GL.CULL_FACE)
        gl.glDepthMask(True)  # noqa: FBT003 - the name is OpenGL's
        gl.glDisable(GL.BLEND)

    def _set_light(self, program: Program, shot: Shot, ball: QVector4D) -> None:
        program.use()
        program.set(
            depths=0,
            key_lamps=self._quality.key_lamps,
            sky_lamps=self._quality.sky_lamps,
            texel=self._maps.texel,
            ball_radius=ball.w(),
            eye=shot.eye,
        )

    def _set_view(self, program: Program, shot: Shot) -> None:
        program.set(
            light=0,
            light_scale=1.0 / self._quality.supersampling,
            eye=shot.eye,
            encode=int(shot.encode),
        )

    def _set_highlights(self, program: Program, boxes: Sequence[HighlightBox]) -> None:
        places, shapes = [], []
        for box in boxes:
            tilt = math.radians(box.tilt_degrees)
            side = HIGHLIGHT_SIDES.index(box.side)
            places += [*box.centre, *box.half]
            shapes += [box.radius, math.cos(tilt), math.sin(tilt), float(side)]
        if boxes:
            self._gl.glUniform4fv(program.place("u_box_place"), len(boxes), places)
            self._gl.glUniform4fv(program.place("u_box_shape"), len(boxes), shapes)


def _light_grid(width: int, height: int) -> QOpenGLFramebufferObject:
    form = QOpenGLFramebufferObjectFormat()
    form.setInternalTextureFormat(GL.RGBA32F)
    form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
    grid = QOpenGLFramebufferObject(width, height, form)
    if not grid.isValid():
        raise GraphicsError(f"no memory for the light of {width} x {height}")
    return grid
