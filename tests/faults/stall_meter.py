"""Whether the thread of the windows was held, how long, and whether the sound held it."""

import faulthandler
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

import massage_trainer

_SOUND = str(Path(massage_trainer.__file__).parent / "services" / "audio")
_LONG_S = 0.05
_LOOK_S = 0.01


class StallMeter(QObject):
    """Looks from another thread what the windows' thread is doing while it is away for long.

    A busy computer, or a disk that writes slowly, keeps it away too: a test asks who did it, and
    a benchmark how long it was (``most_ms``).
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._looked_at = 0.0
        self._over = threading.Event()
        self._watcher: threading.Thread | None = None
        self._found: list[str] = []
        self.most_ms = 0.0

    def start(self) -> None:
        """From now on; it is the windows' thread that calls this."""
        self.most_ms = 0.0
        self._found.clear()
        self._over.clear()
        self._looked_at = time.perf_counter()
        self._timer.start(1)
        self._watcher = threading.Thread(target=self._watch, args=(threading.get_ident(),))
        self._watcher.start()

    def stop(self) -> list[str]:
        """Where the sound held the windows for more than 50 ms."""
        self._look()
        self._timer.stop()
        self._over.set()
        if self._watcher is not None:
            self._watcher.join()
            self._watcher = None
        return self._found

    def _look(self) -> None:
        now = time.perf_counter()
        self.most_ms = max(self.most_ms, 1000 * (now - self._looked_at))
        self._looked_at = now

    def _watch(self, watched: int) -> None:
        while not self._over.wait(_LOOK_S):
            if time.perf_counter() - self._looked_at > _LONG_S:
                stack = _stack_of(watched)
                if _SOUND in stack:
                    self._found.append(stack)


def _stack_of(thread: int) -> str:
    """As text: whoever holds a frame holds its painter too, and Qt does not survive that."""
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        stacks = file.read().split("\n\n")
    return next(stack for stack in stacks if f"0x{thread:016x} " in stack.splitlines()[0])
