"""What happens once the window has shown itself: loading ahead, or telling a benchmark."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program


class FirstPaint(QObject):
    """Waits for the first picture of the window, then warms up or reports.

    ``measured`` names what a benchmark or a test wants to read as one line of JSON on standard
    output before the program ends: ``first-paint``, ``modules`` or ``lesson`` (a lesson is opened
    first). It is empty in daily use.
    """

    def __init__(self, program: Program, measured: str) -> None:
        super().__init__(program)
        self._program = program
        self._measured = measured
        program.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._program.window.removeEventFilter(self)
            # After this event the children paint, too; then the queue is ours.
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    @Slot()
    def _painted(self) -> None:
        from massage_trainer.app.garbage import Garbage

        # What a start creates stays: look at it never again, and collect from here on.
        gc.freeze()
        Garbage(self._program)
        match self._measured:
            case "":
                self._program.warm_up()
                self._program.study_flow.progress_flow.look_for_due()
            case "modules":
                self._tell({"modules": sorted(sys.modules)})
            case "lesson":
                self._program.open_lesson(self._program.library.cards[0].id)
                QTimer.singleShot(500, self._tell_memory)
            case _:
                self._tell({"rss_mb": _rss_mb()})

    @Slot()
    def _tell_memory(self) -> None:
        self._tell({"rss_mb": _rss_mb()})

    def _tell(self, figures: dict[str, object]) -> None:
        sys.stdout.write(json.dumps(figures) + "\n")
        sys.stdout.flush()
        self._program.window.close()


def _rss_mb() -> float:
    """Resident memory of this process; 0 where the system has no /proc."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
