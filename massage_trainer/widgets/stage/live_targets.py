"""The framebuffers of the live view: what is seen, its light, and the picture made of both."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QSize
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.depth_maps import DepthMaps
from massage_trainer.widgets.stage.shaders import GraphicsError

COLOUR_ATTACHMENTS: Final = (0x8CE0, 0x8CE1)
BLUE: Final = 0x1905
BGRA: Final = 0x80E1
READ_FRAMEBUFFER: Final = 0x8CA8
DRAW_FRAMEBUFFER: Final = 0x8CA9
LINEAR: Final = 0x2601


class Targets:
    """Made as they are needed and kept while their sizes are asked for."""

    def __init__(self, gl: Any) -> None:
        self._gl = gl
        self._made: dict[str, QOpenGLFramebufferObject] = {}

    def record(self, width: int, height: int) -> QOpenGLFramebufferObject:
        """What each pixel shows: its paint, and its normal, kind and distance."""
        found = self._made.get("record")
        if found is None or (found.width(), found.height()) != (width, height):
            found = self._make("record", width, height, GL.RGBA8, depth=True)
            # Half the size is enough for millimetres at arm's length, and half as much to write.
            found.addColorAttachment(QSize(width, height), GL.RGBA16F)
            found.bind()
            self._gl.glDrawBuffers(2, COLOUR_ATTACHMENTS)
            if self._gl.glCheckFramebufferStatus(GL.FRAMEBUFFER) != GL.FRAMEBUFFER_COMPLETE:
                raise GraphicsError("the graphics driver cannot draw two pictures at once")
        return found

    def plain(
        self, name: str, width: int, height: int, kind: int = GL.RGBA8
    ) -> QOpenGLFramebufferObject:
        found = self._made.get(name)
        if found is None or (found.width(), found.height()) != (width, height):
            found = self._make(name, width, height, kind, depth=False)
        return found

    def drop(self, *names: str) -> None:
        for name in names:
            self._made.pop(name, None)

    def release(self) -> None:
        self._made.clear()

    def _make(
        self, name: str, width: int, height: int, kind: int, *, depth: bool
    ) -> QOpenGLFramebufferObject:
        self._made.pop(name, None)
        form = QOpenGLFramebufferObjectFormat()
        form.setInternalTextureFormat(kind)
        if depth:
            form.setAttachment(QOpenGLFramebufferObject.Attachment.CombinedDepthStencil)
        target = QOpenGLFramebufferObject(width, height, form)
        if not target.isValid():
            raise GraphicsError(f"no memory for a picture of {width} x {height}")
        self._made[name] = target
        return target


class LampMaps(DepthMaps):
    """Depth maps of which some are drawn again at a time."""

    def bind_layer(self, gl: Any, layer: int) -> None:
        """From now on what is drawn goes into this lamp's map, which is empty."""
        self._target.bind()
        gl.glViewport(0, 0, self._size, self._size)
        gl.glFramebufferTextureLayer(
            GL.FRAMEBUFFER, GL.DEPTH_ATTACHMENT, self._texture.textureId(), 0, layer
        )
        if gl.glCheckFramebufferStatus(GL.FRAMEBUFFER) != GL.FRAMEBUFFER_COMPLETE:
            raise GraphicsError("the graphics driver cannot draw depth maps")
        gl.glClear(GL.DEPTH_BUFFER_BIT)
