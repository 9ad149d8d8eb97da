"""One depth map per lamp, as the layers of one texture: what each lamp sees of the scene."""

from collections.abc import Callable

from PySide6.QtGui import QOpenGLContext
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLTexture

from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.lamps import Quality
from massage_trainer.widgets.stage.shaders import GraphicsError


class DepthMaps:
    """Drawn again only when the pose or a lamp has moved."""

    def __init__(self, context: QOpenGLContext, quality: Quality) -> None:
        self._gl = context.extraFunctions()
        self._size = quality.depth_size
        self._layers = max(quality.lamps, 1)
        self._texture = QOpenGLTexture(QOpenGLTexture.Target.Target2DArray)
        self._texture.setFormat(QOpenGLTexture.TextureFormat.D16)
        self._texture.setSize(self._size, self._size)
        self._texture.setLayers(self._layers)
        reading = QOpenGLTexture.Filter
        filtering = reading.Linear if quality.smooth_depth else reading.Nearest
        self._texture.setMinMagFilters(filtering, filtering)
        # Outside the map nothing stands in the light.
        self._texture.setWrapMode(QOpenGLTexture.WrapMode.ClampToBorder)
        self._texture.setBorderColor(1.0, 1.0, 1.0, 1.0)
        self._texture.setComparisonMode(QOpenGLTexture.ComparisonMode.CompareRefToTexture)
        self._texture.setComparisonFunction(QOpenGLTexture.ComparisonFunction.CompareLessEqual)
        self._texture.allocateStorage(
            QOpenGLTexture.PixelFormat.Depth, QOpenGLTexture.PixelType.UInt16
        )
        # Its colour is never read: Qt makes no framebuffer without one.
        self._target = QOpenGLFramebufferObject(self._size, self._size)
        if not (self._texture.isStorageAllocated() and self._target.isValid()):
            raise GraphicsError("no memory for depth maps on the graphics card")

    def draw(self, draw_layer: Callable[[int], None]) -> None:
        """Let the caller draw every layer; leaves this target bound."""
        gl = self._gl
        self._target.bind()
        gl.glViewport(0, 0, self._size, self._size)
        for layer in range(self._layers):
            gl.glFramebufferTextureLayer(
                GL.FRAMEBUFFER, GL.DEPTH_ATTACHMENT, self._texture.textureId(), 0, layer
            )
            if gl.glCheckFramebufferStatus(GL.FRAMEBUFFER) != GL.FRAMEBUFFER_COMPLETE:
                raise GraphicsError("the graphics driver cannot draw depth maps")
            gl.glClear(GL.DEPTH_BUFFER_BIT)
            draw_layer(layer)

    def use(self, unit: int) -> None:
        self._texture.bind(unit)

    @property
    def texel(self) -> float:
        return 1.0 / self._size

    def release(self) -> None:
        self._texture.destroy()
        del self._target
