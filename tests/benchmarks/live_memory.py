"""What the whole program needs while a lesson is shown live, without a graphics card."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[2]
LESSON = "whole-session"
SIZE = (1600, 1000)
ROWS = range(4, 52, 4)
LOOKED_AT_S = 4.0


def run() -> dict[str, Any]:
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualDisplay(Path(folder), size="1920x1080x24") as display,
    ):
        environment = dict(os.environ) | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.live_memory", folder],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
            timeout=400,
        )
    taken: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return taken


def measure(folder: Path) -> dict[str, Any]:
    """Go through the longest lesson; then let one view of the same size be the whole window."""
    from PySide6.QtCore import QCoreApplication, QEventLoop
    from PySide6.QtWidgets import QApplication

    from massage_trainer.app.composition import Program
    from massage_trainer.widgets.stage.view import LiveStage

    app = QApplication([])
    program = Program(app, folder / "data", language="vi")
    window = program.window
    window.resize(*SIZE)
    window.show()
    before = peak = 0.0

    def look(seconds: float) -> None:
        nonlocal peak
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            peak = max(peak, _memory_mb())
            time.sleep(0.005)

    look(1.0)
    before = _memory_mb()
    program.study_flow.live_room.try_live()
    program.open_lesson(LESSON)
    program.lesson.start()
    look(LOOKED_AT_S)
    for row in ROWS:
        program.lesson.jump_to_row(row)
        look(LOOKED_AT_S)
    pictures = [view.frame is not None for view in window.findChildren(LiveStage)]
    report = {"before_mb": round(before), "lesson_mb": round(_memory_mb())}
    report["lesson_peak_mb"], peak = round(peak), 0.0
    (view,) = [view for view in window.findChildren(LiveStage) if view.isVisible()]
    view.setParent(window)
    view.setGeometry(window.rect())
    view.raise_()
    view.show()
    look(2 * LOOKED_AT_S)
    report |= {"whole_window_mb": round(_memory_mb()), "whole_window_peak_mb": round(peak)}
    program.study_flow.live_room.close()
    return report | {"live": any(pictures), "limit": "<= 300 MB"}


def _memory_mb() -> float:
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in text.splitlines() if "VmRSS" in line)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))), flush=True)
    os._exit(0)  # nothing is to be told of closing
