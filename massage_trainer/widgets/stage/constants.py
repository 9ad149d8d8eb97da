"""The OpenGL constants that the renderer uses (Qt's bindings do not name them)."""

from typing import Final


class GL:
    """Values from the Khronos registry."""

    ZERO: Final = 0x0000
    ONE: Final = 0x0001
    LINES: Final = 0x0001
    TRIANGLES: Final = 0x0004
    TRIANGLE_STRIP: Final = 0x0005
    BYTE: Final = 0x1400
    UNSIGNED_BYTE: Final = 0x1401
    SHORT: Final = 0x1402
    UNSIGNED_SHORT: Final = 0x1403
    UNSIGNED_INT: Final = 0x1405
    FLOAT: Final = 0x1406
    RGBA: Final = 0x1908
    DEPTH_BUFFER_BIT: Final = 0x0100
    STENCIL_BUFFER_BIT: Final = 0x0400
    COLOR_BUFFER_BIT: Final = 0x4000
    LEQUAL: Final = 0x0203
    GREATER: Final = 0x0204
    ALWAYS: Final = 0x0207
    SRC_ALPHA: Final = 0x0302
    ONE_MINUS_SRC_ALPHA: Final = 0x0303
    FRONT: Final = 0x0404
    BACK: Final = 0x0405
    CW: Final = 0x0900
    CCW: Final = 0x0901
    CULL_FACE: Final = 0x0B44
    DEPTH_TEST: Final = 0x0B71
    STENCIL_TEST: Final = 0x0B90
    BLEND: Final = 0x0BE2
    KEEP: Final = 0x1E00
    REPLACE: Final = 0x1E01
    MULTISAMPLE: Final = 0x809D
    FRAMEBUFFER: Final = 0x8D40
    DEPTH_ATTACHMENT: Final = 0x8D00
    FRAMEBUFFER_COMPLETE: Final = 0x8CD5
    RGBA8: Final = 0x8058
    RGBA16F: Final = 0x881A
    RGBA32F: Final = 0x8814
    TEXTURE0: Final = 0x84C0
    TEXTURE_2D: Final = 0x0DE1
