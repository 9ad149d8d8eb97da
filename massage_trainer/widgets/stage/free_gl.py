"""OpenGL for a thread of its own: calls that take long let the window's thread go on.

Qt's bindings keep Python's lock while the driver works; calls through ctypes give it back.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QOpenGLContext, QOpenGLExtraFunctions
from PySide6.QtOpenGL import QOpenGLFramebufferObject

from massage_trainer.widgets.stage.constants import GL
from massage_trainer.widgets.stage.shaders import GraphicsError

_NUMBER: Final = ctypes.c_int
_WORD: Final = ctypes.c_uint
_POINTER: Final = ctypes.c_void_p
_BGRA: Final = 0x80E1
_INTERLEAVED: Final = 0x8C8C
# Result first, as ctypes has it.
_LONG_CALLS: Final[dict[str, tuple[Any, ...]]] = {
    "glDrawElements": (None, _WORD, _NUMBER, _WORD, _POINTER),
    "glDrawArrays": (None, _WORD, _NUMBER, _NUMBER),
    "glFinish": (None,),
    "glFlush": (None,),
    "glClear": (None, _WORD),
    "glReadPixels": (None, *[_NUMBER] * 4, _WORD, _WORD, _POINTER),
    # Qt's bindings lack these.
    "glBeginTransformFeedback": (None, _WORD),
    "glEndTransformFeedback": (None,),
    "glTransformFeedbackVaryings": (None, _WORD, _NUMBER, _POINTER, _WORD),
    "glBlitFramebuffer": (None, *[_NUMBER] * 8, _WORD, _WORD),
}


class FreeGL:
    """Qt's functions of one context, with those that take long replaced."""

    def __init__(self, context: QOpenGLContext) -> None:
        self._functions: QOpenGLExtraFunctions = context.extraFunctions()
        for name, (result, *arguments) in _LONG_CALLS.items():
            setattr(self, name, _found(context, name, result, arguments))

    def keep_outputs(self, program: int, names: Sequence[str]) -> None:
        """Before linking: these outputs of the vertices are written one behind the other."""
        words = (ctypes.c_char_p * len(names))(*(name.encode() for name in names))
        self.glTransformFeedbackVaryings(
            program, len(names), ctypes.cast(words, _POINTER), _INTERLEAVED
        )

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._functions, name)
        setattr(self, name, found)
        return found


def _found(context: QOpenGLContext, name: str, result: Any, arguments: list[Any]) -> Any:
    address = context.getProcAddress(QByteArray(name.encode()))
    if not address:
        raise GraphicsError(f"the graphics driver has no {name}")
    kind = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
    assert sys.platform == "win32" or kind is ctypes.CFUNCTYPE
    return kind(result, *arguments)(int(address))


def read_image(gl: Any, target: QOpenGLFramebufferObject) -> QImage:
    """The target's picture, its first row first, in the form that windows are painted from."""
    image = QImage(target.width(), target.height(), QImage.Format.Format_RGB32)
    target.bind()
    gl.glReadPixels(
        0, 0, target.width(), target.height(), _BGRA, GL.UNSIGNED_BYTE, _address(image.bits())
    )
    return image


def read_floats(
    gl: Any, width: int, height: int, channels: int, count: int = 1
) -> memoryview[float]:
    """So many channels of the bound target, rows from below."""
    content = bytearray(4 * width * height * count)
    gl.glReadPixels(0, 0, width, height, channels, GL.FLOAT, _address(content))
    return memoryview(content).cast("f")


def _address(content: Any) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(content))
