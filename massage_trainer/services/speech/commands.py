"""Runs the programs that speak on this computer, and ends them at once when they are cut off."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from threading import Event
from typing import Final

# How long a cut-off may take to be seen: far below the 200 ms in which silence is due.
_LOOK_S: Final = 0.03
# A voice that has not made its line by then would speak of a step that is over.
MOST_SECONDS: Final = 8.0


def run(
    command: Sequence[str], text: str = "", stop: Event | None = None, most_s: float = MOST_SECONDS
) -> bytes | None:
    """What a command writes when it is given a text; None: it failed, hung or was cut off.

    The text goes in as UTF-8 through its input; a program that takes it as an argument alone gets
    it within ``command``, behind "--", so that no word of a lesson can become an option.
    """
    try:
        process = subprocess.Popen(
            [*command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_no_console(),
        )
    except OSError:
        return None
    with process:
        waited_s = 0.0
        given: bytes | None = text.encode()
        while True:
            try:
                out, _ = process.communicate(given, timeout=_LOOK_S)
            except subprocess.TimeoutExpired:
                waited_s += _LOOK_S
                given = None  # it is on its way, and may be given but once
            else:
                return out if process.returncode == 0 else None
            if waited_s >= most_s or (stop is not None and stop.is_set()):
                process.kill()
                process.communicate()
                return None


def _no_console() -> int:
    """On Windows a program without a window would open a black one for a moment."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
