"""Draws a scene into whatever framebuffer is bound: light, surface, hems and the ink line."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QMatrix4x4, QOpenGLContext, QVector2D, QVector3D, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLVertexArrayObject,
)

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.stage import (
    HIGHLIGHT_SIDES,
    Camera,
    HighlightBox,
    KeyFrame,
    Scene,
    posed_bones,
    skin_matrices,
)
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.depth_maps import DepthMaps
from massage_trainer.widgets.stage.lamps import Quality, key_direction, lamp_directions, lamp_rows
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.shaders import GraphicsError, Program

PAPER = (0.984, 0.973, 0.949)
INK = (0.20, 0.14, 0.12)
_FLOOR_REACH = 8.0
_FARTHEST = 1000.0
# Flesh around the outermost bones.
_FLESH = 0.22
_RIM_PER_INK = 1.15
_FLAT_BLUR, _ROUND_BLUR = 6.0, 1.6


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: who stands how, seen from where, how large, with how heavy a line."""

    scene: Scene
    poses: tuple[KeyFrame, ...]
    camera: Camera
    width: int
    height: int
    ink_pixels: float
    # Off screen the samples are still to be averaged, in linear light; a window shows them at once.
    encode: bool = True

    @classmethod
    def of_frame(
        cls, scene: Scene, frame: str, camera: Camera, width: int, height: int, ink_pixels: float
    ) -> "Shot":
        poses = tuple(figure.frames[frame] for figure in scene.figures)
        return cls(scene, poses, camera, width, height, ink_pixels)


@dataclass(frozen=True, slots=True)
class _Item:
    """One mesh of the shot: its parts, matrices and which way round its triangles are."""

    mesh: LoadedMesh
    parts: Sequence[str] | None
    rows: list[float]
    reflected: bool
    highlighted: bool


class StageRenderer:
    """Make, use and release it while the same OpenGL 3.3 context is current."""

    def __init__(self, context: QOpenGLContext, quality: Quality) -> None:
        if context.format().version() < (3, 3):
            raise GraphicsError("OpenGL 3.3 is needed")
        self._gl = context.functions()
        self._quality = quality
        names = ("depth", "lit", "lit_floor", "surface", "floor", "ink", "line")
        self._programs = {name: Program(name, quality.lamps) for name in names}
        self._maps = DepthMaps(context, quality)
        self._lit: tuple[object, ...] = ()
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
        """Draw into the framebuffer with the id ``target``."""
        items = list(self._items(shot))
        ball = self._ball(shot)
        camera = _matrix(shot)
        gl = self._gl
        gl.glDisable(GL.BLEND)
        gl.glDepthFunc(GL.LEQUAL)
        self._draw_depths(shot, items, ball)
        grid = self._measure_light(shot, items, camera, ball)
        gl.glActiveTexture(GL.TEXTURE0)
        gl.glBindTexture(GL.TEXTURE_2D, grid.texture())
        gl.glBindFramebuffer(GL.FRAMEBUFFER, target)
        gl.glViewport(0, 0, shot.width, shot.height)
        gl.glClearColor(*_shown(PAPER, shot.encode), 1.0)
        gl.glClear(GL.COLOR_BUFFER_BIT | GL.DEPTH_BUFFER_BIT)
        gl.glEnable(GL.MULTISAMPLE)
        gl.glEnable(GL.DEPTH_TEST)
        self._draw_surfaces(shot, items, camera)
        self._draw_floor("floor", shot, camera, ball)
        self._draw_ink(shot, items, camera)
        gl.glDisable(GL.DEPTH_TEST)

    def release(self) -> None:
        for mesh in self._meshes.values():
            mesh.release()
        self._meshes.clear()
        self._maps.release()
        self._grid = None
        self._programs.clear()
        self._nothing.destroy()

    def _items(self, shot: Shot) -> Iterator[_Item]:
        # What lies in front comes first: what it covers is not shaded.
        for i, (figure, pose) in enumerate(zip(shot.scene.figures, shot.poses, strict=True)):
            mesh = self._meshes[figure.mesh]
            if mesh.mesh.skeleton is None:
                raise ValueError(f"{figure.mesh} has no bones")
            rows = [n for matrix in skin_matrices(mesh.mesh.skeleton, pose) for n in matrix]
            yield _Item(mesh, figure.parts, rows, reflected=False, highlighted=i == 0)
        for prop in shot.scene.props:
            rows = list(prop.matrix())
            yield _Item(self._meshes[prop.mesh], None, rows, prop.reflected, highlighted=False)

    def _ball(self, shot: Shot) -> QVector4D:
        """A ball around everything that casts a shadow."""
        corners = [
            bone.at
            for figure, pose in zip(shot.scene.figures, shot.poses, strict=True)
            if (skeleton := self._meshes[figure.mesh].mesh.skeleton) is not None
            for bone in posed_bones(skeleton, pose)
        ]
        low = [min((c[axis] for c in corners), default=0.0) - _FLESH for axis in range(3)]
        high = [max((c[axis] for c in corners), default=0.0) + _FLESH for axis in range(3)]
        for prop in shot.scene.props:
            rows = prop.matrix()
            for corner in _corners(self._meshes[prop.mesh].mesh):
                for axis in range(3):
                    a, b, c, d = rows[4 * axis : 4 * axis + 4]
                    n = a * corner[0] + b * corner[1] + c * corner[2] + d
                    low[axis], high[axis] = min(low[axis], n), max(high[axis], n)
        x, y, z = ((a + b) / 2 for a, b in zip(low, high, strict=True))
        return QVector4D(x, y, z, math.dist(low, high) / 2)

    def _draw_depths(self, shot: Shot, items: list[_Item], ball: QVector4D) -> None:
        lamps = lamp_directions(self._quality, shot.camera)
        drawn = (tuple(lamps), shot.scene, shot.poses)
        if drawn == self._lit:
            return
        self._lit = drawn
        middle = (ball.x(), ball.y(), ball.z())
        numbers = [n for lamp in lamps for n in lamp_rows(lamp, middle, ball.w())]
        for name in ("depth", "lit", "lit_floor"):
            program = self._programs[name]
            program.use()
            self._gl.glUniform4fv(program.place("u_lamps"), 3 * len(lamps), numbers)
        gl, program = self._gl, self._programs["depth"]
        program.use()
        gl.glEnable(GL.DEPTH_TEST)
        gl.glDisable(GL.CULL_FACE)

        def draw_layer(layer: int) -> None:
            program.set(lamp=layer)
            for item in items:
                self._draw_item(program, item)

        self._maps.draw(draw_layer)

    def _measure_light(
        self, shot: Shot, items: list[_Item], camera: QMatrix4x4, ball: QVector4D
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
            flat = item.mesh.mesh.skeleton is None
            blur, facing = _FLAT_BLUR if flat else _ROUND_BLUR, -1.0 if item.reflected else 1.0
            program.set(facing=facing, blur_texels=blur)
            self._draw_item(program, item)
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
            reach=_FLOOR_REACH,
            paper=QVector3D(*_linear(PAPER)),
            middle=ball.toVector2D(),
        )
        self._nothing.bind()
        self._gl.glDrawArrays(GL.TRIANGLE_STRIP, 0, 4)
        self._nothing.release()

    def _draw_surfaces(self, shot: Shot, items: list[_Item], camera: QMatrix4x4) -> None:
        program = self._programs["surface"]
        # Both sides: one looks into sleeves and under hems.
        self._gl.glDisable(GL.CULL_FACE)
        program.use()
        self._set_view(program, shot)
        program.set(key=QVector3D(*key_direction(shot.camera)))
        self._set_highlights(program, shot.scene.highlights)
        spread = 2 * math.tan(math.radians(shot.camera.fov_degrees) / 2) / shot.height
        rim = _RIM_PER_INK * shot.ink_pixels
        program.set(camera=camera, rim_pixels=rim, pixel_spread=spread)
        for item in items:
            program.set(
                facing=-1.0 if item.reflected else 1.0,
                boxes=len(shot.scene.highlights) if item.highlighted else 0,
            )
            self._draw_item(program, item)

    def _draw_ink(self, shot: Shot, items: list[_Item], camera: QMatrix4x4) -> None:
        gl = self._gl
        pixel = QVector2D(2.0 / shot.width, 2.0 / shot.height)
        ink = QVector3D(*_linear(INK))
        gl.glEnable(GL.CULL_FACE)
        gl.glCullFace(GL.FRONT)
        for name, weight in (("ink", shot.ink_pixels), ("line", shot.ink_pixels)):
            program = self._programs[name]
            program.use()
            program.set(camera=camera, pixel=pixel, weight=weight, ink=ink)
            program.set(encode=int(shot.encode))
            for item in items:
                gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
                self._draw_item(program, item, lines=name == "line")
            gl.glDisable(GL.CULL_FACE)
        gl.glFrontFace(GL.CCW)

    def _draw_item(self, program: Program, item: _Item, *, lines: bool = False) -> None:
        mesh = item.mesh.mesh
        program.set(scale=mesh.scale, origin=QVector3D(*mesh.origin))
        program.set(skinned=int(mesh.skeleton is not None))
        self._gl.glUniform4fv(program.place("u_rows"), len(item.rows) // 4, item.rows)
        if lines:
            item.mesh.draw_lines(item.parts)
        else:
            item.mesh.draw_surface(item.parts)

    def _set_light(self, program: Program, shot: Shot, ball: QVector4D) -> None:
        program.use()
        program.set(
            depths=0,
            key_lamps=self._quality.key_lamps,
            sky_lamps=self._quality.sky_lamps,
            texel=self._maps.texel,
            ball_radius=ball.w(),
            eye=QVector3D(*shot.camera.eye),
        )

    def _set_view(self, program: Program, shot: Shot) -> None:
        program.set(
            light=0,
            light_scale=1.0 / self._quality.supersampling,
            eye=QVector3D(*shot.camera.eye),
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


def _corners(mesh: BakedMesh) -> Iterator[tuple[float, float, float]]:
    low, high = mesh.bounds()
    for i in range(8):
        x, y, z = (high[axis] if i >> axis & 1 else low[axis] for axis in range(3))
        yield (x, y, z)


def _matrix(shot: Shot) -> QMatrix4x4:
    camera = shot.camera
    distance = math.dist(camera.eye, camera.at)
    up = QVector3D(0, 0, 1)
    if math.hypot(camera.eye[0] - camera.at[0], camera.eye[1] - camera.at[1]) < 1e-3 * distance:
        up = QVector3D(0, 1, 0)
    matrix = QMatrix4x4()
    matrix.perspective(
        camera.fov_degrees, shot.width / shot.height, 0.1 * distance, distance + 3 * _FLOOR_REACH
    )
    matrix.lookAt(QVector3D(*camera.eye), QVector3D(*camera.at), up)
    return matrix


def _light_grid(width: int, height: int) -> QOpenGLFramebufferObject:
    form = QOpenGLFramebufferObjectFormat()
    form.setInternalTextureFormat(GL.RGBA32F)
    form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
    grid = QOpenGLFramebufferObject(width, height, form)
    if not grid.isValid():
        raise GraphicsError(f"no memory for the light of {width} x {height}")
    return grid


def _linear(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return (r, g, b)


def _shown(colour: tuple[float, float, float], encode: bool) -> tuple[float, float, float]:  # noqa: FBT001 - mirrors Shot.encode
    return colour if encode else _linear(colour)
