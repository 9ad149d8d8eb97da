"""Draws pictures without a window: many samples per pixel, averaged in linear light."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext, QSurfaceFormat
from PySide6.QtOpenGL import (
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLVertexArrayObject,
)

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.lamps import Quality
from massage_trainer.widgets.stage.picking import place_target, read_places
from massage_trainer.widgets.stage.renderer import StageRenderer
from massage_trainer.widgets.stage.shaders import GraphicsError, Program
from massage_trainer.widgets.stage.shot import Shot


def core_format() -> QSurfaceFormat:
    """What the renderer asks of a context, in a window too."""
    form = QSurfaceFormat()
    form.setVersion(3, 3)
    form.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    form.setDepthBufferSize(24)
    form.setStencilBufferSize(8)
    return form


class OffscreenStage:
    """A renderer with a context of its own; needs a platform with OpenGL, not a window."""

    def __init__(self, quality: Quality) -> None:
        self._quality = quality
        self._context = QOpenGLContext()
        self._context.setFormat(core_format())
        self._surface = QOffscreenSurface()
        self._surface.setFormat(core_format())
        self._surface.create()
        if not (self._context.create() and self._context.makeCurrent(self._surface)):
            raise GraphicsError("no OpenGL on this display")
        self._gl = self._context.functions()
        self.renderer = StageRenderer(self._context, quality)
        self._shrink = Program("shrink", quality)
        self._nothing = QOpenGLVertexArrayObject()
        self._nothing.create()

    def picture(self, shot: Shot, meshes: Mapping[str, BakedMesh]) -> QImage:
        """The finished picture in the size of the shot."""
        factor = self._quality.supersampling
        large = replace(
            shot,
            width=shot.width * factor,
            height=shot.height * factor,
            ink_pixels=shot.ink_pixels * factor,
            encode=False,
        )
        self.renderer.load(meshes)
        samples = _target(large.width, large.height, GL.RGBA16F, self._quality.multisampling)
        self.renderer.draw(large, samples.handle())
        flat = samples
        if samples.format().samples() > 0:
            flat = _target(large.width, large.height, GL.RGBA16F, 0)
            QOpenGLFramebufferObject.blitFramebuffer(flat, samples)
        small = _target(shot.width, shot.height, GL.RGBA8, 0)
        small.bind()
        self._gl.glViewport(0, 0, shot.width, shot.height)
        self._gl.glActiveTexture(GL.TEXTURE0)
        self._gl.glBindTexture(GL.TEXTURE_2D, flat.texture())
        self._shrink.use()
        self._shrink.set(picture=0, factor=factor)
        self._nothing.bind()
        self._gl.glDrawArrays(GL.TRIANGLE_STRIP, 0, 4)
        self._nothing.release()
        picture = small.toImage().convertToFormat(QImage.Format.Format_RGB888)
        small.release()
        return picture

    def places(
        self, shot: Shot, meshes: Mapping[str, BakedMesh], width: int, height: int
    ) -> memoryview[float]:
        """The place of the rest body in each of so many pixels: x, y, z, and 0 off the body.

        32-bit numbers; rows count from below.
        """
        self.renderer.load(meshes)
        target = place_target(width, height)
        self.renderer.draw_places(shot, target)
        numbers = read_places(self._gl, 0, 0, width, height)
        target.release()
        return numbers

    def release(self) -> None:
        self.renderer.release()
        self._nothing.destroy()
        del self._shrink
        self._context.doneCurrent()


@contextmanager
def offscreen_stage(quality: Quality) -> Iterator[OffscreenStage]:
    stage = OffscreenStage(quality)
    try:
        yield stage
    finally:
        stage.release()


def _target(width: int, height: int, kind: int, samples: int) -> QOpenGLFramebufferObject:
    form = QOpenGLFramebufferObjectFormat()
    form.setInternalTextureFormat(kind)
    form.setSamples(samples)
    form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
    target = QOpenGLFramebufferObject(width, height, form)
    if not target.isValid():
        raise GraphicsError(f"no memory for a picture of {width} x {height}")
    return target
