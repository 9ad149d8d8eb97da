"""Memory that drawing needed for a moment goes back to the system, where one can ask for that."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Any, Final

# Of GNU's C library, which otherwise takes the size of the largest piece given back for the
# limit, and then keeps pieces of that size for itself.
_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
_LARGE: Final = 256 * 1024
_KEPT: Final = 1024 * 1024
_ARENAS: Final = 2


def keep_large_pieces_apart() -> None:
    """Pictures, textures and buffers have pages of their own: freed, they are gone at once."""
    if (library := _gnu()) is not None:
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _KEPT)
        library.mallopt(_ARENA_MAX, _ARENAS)


def give_back() -> None:
    """What is free between pieces in use goes too; takes some milliseconds."""
    if (library := _gnu()) is not None:
        library.malloc_trim(0)


@cache
def _gnu() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
