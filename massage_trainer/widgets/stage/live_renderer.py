"""Draws a scene for the live view: surfaces once, their light on a coarser grid, then the picture.

The order of work differs from that of the stills, which can take their time: a processor without
a graphics card shades small triangles dearly and whole pictures cheaply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from PySide6.QtGui import QImage, QMatrix4x4, QOpenGLContext, QVector3D, QVector4D
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLVertexArrayObject

from massage_trainer.domain.live_mesh import LiveMesh
from massage_trainer.domain.place_grid import PlaceGrid
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage_layers import Layers, StageLayer
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.driver_memory import give_back
from massage_trainer.widgets.stage.free_gl import FreeGL, read_floats, read_image
from massage_trainer.widgets.stage.items import Item, items_of
from massage_trainer.widgets.stage.lamps import key_direction, lamp_directions
from massage_trainer.widgets.stage.live_lamps import MAPS, LiveLamps, sky_lamps
from massage_trainer.widgets.stage.live_layers import Wardrobe, bared, people_of
from massage_trainer.widgets.stage.live_loaded import LiveLoadedMesh
from massage_trainer.widgets.stage.live_picking import LivePicking
from massage_trainer.widgets.stage.live_posed import Poses
from massage_trainer.widgets.stage.live_programs import KEY_LAMPS, LAMPS, SKY_LAMPS, LiveProgram
from massage_trainer.widgets.stage.live_rays import Rays
from massage_trainer.widgets.stage.live_record import Recorder
from massage_trainer.widgets.stage.live_targets import (
    BLUE,
    DRAW_FRAMEBUFFER,
    LINEAR,
    READ_FRAMEBUFFER,
    Targets,
)
from massage_trainer.widgets.stage.shot import INK, Colour, Shot, linear

# A picture that stands still is the mean of so many samples, each with other lamps.
SAMPLES: Final = 8
# Of a moving picture, whose sky has but a few lamps.
_DOUBT, _SOFT = 0.4, 4.0
_LEAST_INK: Final = 1.5  # without samples beside each other, thinner lines break into points
_STILL_KEY: Final = replace(MAPS, key_lamps=SAMPLES, sky_lamps=0)
# Eight rooks on a board: one sample in each column and each row.
_ROOKS: Final = (3, 6, 0, 4, 7, 1, 5, 2)


@dataclass(frozen=True, slots=True)
class Level:
    """How much work a moving picture may be: its size, its light, how many lamps at a time."""

    scale: float
    light_step: int
    lamps: int


LEVELS: Final = (
    Level(1.0, 2, LAMPS),
    Level(1.0, 2, 3),
    Level(0.85, 2, 3),
    Level(0.7, 2, 3),
    Level(0.58, 2, 3),
    Level(0.48, 2, 2),
    Level(0.4, 2, 2),
)
FINEST: Final = Level(1.0, 2, LAMPS)


class LiveRenderer:
    """Make, use and release it while the same OpenGL 3.3 context is current."""

    def __init__(self, context: QOpenGLContext) -> None:
        self._gl: Any = FreeGL(context)
        names = ("depth", "record", "record_boxes", "ink", "line", "dim", "calm", "shade", "mean")
        self._programs = {name: LiveProgram(name) for name in names}
        outputs = partial(self._gl.keep_outputs, names=("t_place", "t_normal"))
        self._programs["pose"] = LiveProgram("pose", outputs)
        self._poses = Poses(self._gl)
        self._wardrobe = Wardrobe()
        self._recorder = Recorder(self._gl, self._programs)
        self._lamps = LiveLamps(context, self._gl)
        self._targets = Targets(self._gl)
        self._meshes: dict[str, LiveLoadedMesh] = {}
        self._grid_size = (1, 1)
        self._picked = LivePicking(self._gl)
        self._nothing = QOpenGLVertexArrayObject()
        self._nothing.create()

    def load(self, meshes: Mapping[str, LiveMesh]) -> None:
        """Bring meshes to the card; those already there stay, those of no use any more go."""
        self._poses.forget()
        for name in [name for name in self._meshes if name not in meshes]:
            self._meshes.pop(name).release()
        for name, mesh in meshes.items():
            if name not in self._meshes:
                self._meshes[name] = LiveLoadedMesh(mesh, self._gl)

    def moving(self, shot: Shot, paper: Colour, layers: Layers, level: Level) -> QImage:
        """One quick picture."""
        width, height = _scaled(shot.width, level.scale), _scaled(shot.height, level.scale)
        small = replace(
            shot,
            width=width,
            height=height,
            ink_pixels=max(shot.ink_pixels * width / shot.width, _LEAST_INK),
        )
        lamps = [key_direction(shot.camera), *sky_lamps(0, 1)]
        whole = (width, height) == (shot.width, shot.height)
        target = self._targets.plain("large" if whole else "small", width, height)
        self._sample(small, layers, lamps, level, (0.0, 0.0), paper, target)
        if whole:
            return read_image(self._gl, target)
        large = self._targets.plain("large", shot.width, shot.height)
        self._stretch(target, large)
        return read_image(self._gl, large)

    def add_sample(self, shot: Shot, paper: Colour, layers: Layers, index: int) -> None:
        """One of the samples of a fine picture, from ``0`` to ``SAMPLES - 1``."""
        key = lamp_directions(_STILL_KEY, shot.camera)[index]
        lamps = [key, *sky_lamps(index, SAMPLES)]
        jitter = ((index + 0.5) / SAMPLES - 0.5, (_ROOKS[index] + 0.5) / SAMPLES - 0.5)
        self._targets.drop("large", "small")
        target = self._targets.plain("sum", shot.width, shot.height, GL.RGBA16F)
        own = replace(shot, encode=False)
        # A beam is laid over the sum of all samples, once.
        beams = SAMPLES if index == SAMPLES - 1 else 0
        self._sample(own, layers, lamps, FINEST, jitter, paper, target, add=index > 0, beams=beams)

    def mean(self, width: int, height: int, samples: int) -> QImage:
        """The picture made of the samples so far."""
        program = self._programs["mean"]
        self._targets.drop("record", "calm")
        fine = self._targets.plain("large", width, height)
        fine.bind()
        self._gl.glViewport(0, 0, width, height)
        self._use_textures(self._targets.plain("sum", width, height, GL.RGBA16F).texture())
        program.use()
        program.set(picture=0, share=1.0 / samples, turn=-1.0)
        self._draw_whole()
        return read_image(self._gl, fine)

    def rest(self) -> None:
        """What stands still may do so for long: whatever the next movement needs is made again."""
        self._targets.release()
        give_back()

    def distances(self) -> tuple[memoryview[float], int, int]:
        """How far away what the last picture shows is, on the grid of its light."""
        grid = self._targets.plain("grid", *self._grid_size, GL.RGBA16F)
        grid.bind()
        return read_floats(self._gl, *self._grid_size, BLUE), *self._grid_size

    def place(self, shot: Shot, x: int, y: int) -> Vector | None:
        """The place of the client's rest body at one pixel, counted from below."""
        return self._picked.place(shot, x, y, self._meshes)

    def places(self, shot: Shot) -> PlaceGrid:
        """The places of the client's rest body all over the picture."""
        return self._picked.places(shot, self._meshes)

    def release(self) -> None:
        self._poses.forget()
        for mesh in self._meshes.values():
            mesh.release()
        self._meshes.clear()
        self._lamps.release()
        self._targets.release()
        self._picked.release()
        self._programs.clear()
        self._nothing.destroy()

    def _sample(
        self,
        shot: Shot,
        layers: Layers,
        lamps: list[Vector],
        level: Level,
        jitter: tuple[float, float],
        paper: Colour,
        target: QOpenGLFramebufferObject,
        *,
        add: bool = False,
        beams: int = 1,
    ) -> None:
        items, veils = self._posed(shot, layers)
        ball = self._lamps.ball(shot, self._meshes)
        gl = self._gl
        gl.glDisable(GL.BLEND)
        gl.glDepthFunc(GL.LEQUAL)
        gl.glDisable(GL.MULTISAMPLE)
        self._lamps.draw(self._programs, shot, layers, items, lamps, ball, level.lamps)
        # A driver without a card works on several pictures at a time and keeps the room of each.
        gl.glFinish()
        offset = QMatrix4x4()
        offset.translate(2 * jitter[0] / shot.width, 2 * jitter[1] / shot.height, 0)
        camera = offset * shot.matrix()
        record = self._targets.record(shot.width, shot.height)
        self._recorder.draw(record, shot, items, veils, camera)
        view = Rays.of(shot, jitter, ball)
        spin = jitter[0] + 0.5
        dim = self._dim(record, view, ball, level.light_step, spin, fine=not shot.encode)
        light = self._calm(dim)
        self._shade(record, light, shot, view, paper, target, add=add)
        if beams and any(item.beams for item in items):
            self._draw_beams(shot, items, camera, float(beams))
        gl.glDisable(GL.BLEND)

    def _posed(self, shot: Shot, layers: Layers) -> tuple[list[Item], list[Item]]:
        """What is drawn as ever, and the clothes that one looks through."""
        items = people_of(items_of(shot, self._meshes), layers)
        posed = self._poses.of(self._programs["pose"], items)
        if StageLayer.CLOTHES in layers:
            return posed, []
        return bared(posed, self._wardrobe.sheer(shot, items, self._meshes))

    def _dim(
        self,
        record: QOpenGLFramebufferObject,
        view: Rays,
        ball: QVector4D,
        step: int,
        spin: float,
        *,
        fine: bool,
    ) -> QOpenGLFramebufferObject:
        """How much light comes to each place, once for so many pixels across and down."""
        width, height = -(-record.width() // step), -(-record.height() // step)
        self._grid_size = (width, height)
        grid = self._targets.plain("grid", width, height, GL.RGBA16F)
        grid.bind()
        self._gl.glViewport(0, 0, width, height)
        program = self._programs["dim"]
        self._use_textures(record.textures()[1])
        self._lamps.use(1)
        program.use()
        view.set_in(program)
        program.set(
            turn=1.0,
            where=0,
            depths=1,
            step=step,
            spin=spin,
            doubt=0.0 if fine else _DOUBT,
            soft=1.0 if fine else _SOFT,
            key_lamps=KEY_LAMPS,
            sky_lamps=SKY_LAMPS,
            texel=self._lamps.texel,
            ball_radius=ball.w(),
        )
        self._draw_whole()
        return grid

    def _calm(self, grid: QOpenGLFramebufferObject) -> QOpenGLFramebufferObject:
        """A single sample shows the grain of its few lamps: the mean of neighbours does not."""
        calm = self._targets.plain("calm", *self._grid_size, GL.RGBA16F)
        calm.bind()
        program = self._programs["calm"]
        self._use_textures(grid.texture())
        program.use()
        program.set(turn=1.0, light=0)
        self._draw_whole()
        return calm

    def _shade(
        self,
        record: QOpenGLFramebufferObject,
        light: QOpenGLFramebufferObject,
        shot: Shot,
        view: Rays,
        paper: Colour,
        target: QOpenGLFramebufferObject,
        *,
        add: bool,
    ) -> None:
        """The picture, from what each pixel shows and the light that comes there."""
        gl, program = self._gl, self._programs["shade"]
        target.bind()
        gl.glViewport(0, 0, shot.width, shot.height)
        if add:
            gl.glEnable(GL.BLEND)
            gl.glBlendFuncSeparate(GL.ONE, GL.ONE, GL.ONE, GL.ONE)
        self._use_textures(*record.textures(), light.texture())
        program.use()
        view.set_in(program)
        program.set(
            turn=-1.0 if shot.encode else 1.0,
            colour=0,
            where=1,
            light=2,
            key=QVector3D(*key_direction(shot.camera)),
            paper=QVector3D(*linear(paper)),
            ink=QVector3D(*linear(INK)),
            encode=int(shot.encode),
        )
        self._draw_whole()

    def _draw_beams(self, shot: Shot, items: list[Item], camera: QMatrix4x4, gain: float) -> None:
        """Light over whatever lies behind it."""
        if "beam" not in self._programs:
            self._programs["beam"] = LiveProgram("beam")
        gl, program = self._gl, self._programs["beam"]
        turned = QMatrix4x4()
        turned.scale(1.0, -1.0 if shot.encode else 1.0)
        program.use()
        program.set(
            camera=turned * camera,
            eye=shot.eye,
            encode=int(shot.encode),
            where=1,
            gain=gain,
            turn=-1.0 if shot.encode else 1.0,
        )
        gl.glEnable(GL.BLEND)
        gl.glBlendFuncSeparate(GL.SRC_ALPHA, GL.ONE_MINUS_SRC_ALPHA, GL.ZERO, GL.ONE)
        gl.glEnable(GL.CULL_FACE)
        gl.glCullFace(GL.FRONT if shot.encode else GL.BACK)
        for item in items:
            gl.glFrontFace(GL.CW if item.reflected else GL.CCW)
            item.draw(gl, program, item.beams)
        gl.glFrontFace(GL.CCW)
        gl.glDisable(GL.CULL_FACE)

    def _stretch(self, small: QOpenGLFramebufferObject, large: QOpenGLFramebufferObject) -> None:
        gl = self._gl
        gl.glBindFramebuffer(READ_FRAMEBUFFER, small.handle())
        gl.glBindFramebuffer(DRAW_FRAMEBUFFER, large.handle())
        gl.glBlitFramebuffer(
            0, 0, small.width(), small.height(), 0, 0, large.width(), large.height(),
            GL.COLOR_BUFFER_BIT, LINEAR,
        )  # fmt: skip

    def _use_textures(self, *names: int) -> None:
        for unit, name in enumerate(names):
            self._gl.glActiveTexture(GL.TEXTURE0 + unit)
            self._gl.glBindTexture(GL.TEXTURE_2D, name)
        self._gl.glActiveTexture(GL.TEXTURE0)

    def _draw_whole(self) -> None:
        self._nothing.bind()
        self._gl.glDrawArrays(GL.TRIANGLES, 0, 3)
        self._nothing.release()


def _scaled(size: int, scale: float) -> int:
    return max(2, round(size * scale / 2) * 2) if scale < 1 else size
