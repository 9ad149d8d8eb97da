"""How long the windows are held while a sound device fails, at a sink that nobody hears."""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from tests.faults.sound_faults import FAULTS, no_library
from tests.faults.sound_stand import SoundStand
from tests.sound_server import MISSING

TIMES = 3


def run() -> dict[str, Any]:
    if MISSING:
        return {"not installed": sorted(MISSING)}
    QCoreApplication.instance() or QCoreApplication([])
    faults = [fault for fault in FAULTS if fault is not no_library]
    held = {fault.__name__: [_held_ms(fault) for _ in range(TIMES)] for fault in faults}
    return {"held_ms": held, "limit_ms": 50}


def _held_ms(fault: Callable[[SoundStand], None]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        stand = SoundStand(_Wait(), Path(folder))
        os.environ["PULSE_SERVER"] = stand.server.address
        try:
            fault(stand)
            stand.meter.stop()
            return round(stand.meter.most_ms, 1)
        finally:
            stand.close()


class _Wait:
    """What the stand asks of pytest-qt."""

    def wait(self, milliseconds: int) -> None:
        self._pass(lambda: False, milliseconds)

    def waitUntil(self, condition: Callable[[], bool], timeout: int) -> None:  # noqa: N802 Qt's name
        if not self._pass(condition, timeout):
            raise TimeoutError(condition)

    def _pass(self, condition: Callable[[], bool], milliseconds: int) -> bool:
        until = time.perf_counter() + milliseconds / 1000
        while time.perf_counter() < until:
            if condition():
                return True
            QCoreApplication.processEvents()
            time.sleep(0.001)
        return False
