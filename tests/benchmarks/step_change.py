"""From the click on Next or Back to the painted page with its picture, in the real window."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.virtual_display import VirtualDisplay

LESSON = "whole-session"
# A student looks at a step for seconds; the worker has this long to decode ahead.
LOOK_MS = 250
ROOT = Path(__file__).resolve().parents[2]


def run() -> dict[str, Any]:
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualDisplay(Path(folder), size="1920x1080x24") as display,
    ):
        environment = dict(os.environ) | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.step_change", folder],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
            timeout=300,
        )
    taken: dict[str, Any] = json.loads(done.stdout)
    return taken


def measure(folder: Path) -> dict[str, Any]:
    """Click through the longest lesson at full size, there and back again."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.timeline import WAITING_KINDS
    from massage_trainer.widgets.countdown import CountdownWidget
    from massage_trainer.widgets.illustration import Illustration

    class Watch(QObject):
        """Sees the countdown painted: each step changes it, and the page is painted at once."""

        painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.painted |= event.type() == QEvent.Type.Paint
            return False

    def look() -> None:
        """As in the running program: QTest.qWait would leave the worker no time of Python's."""
        waiting = QEventLoop()
        QTimer.singleShot(LOOK_MS, waiting.quit)
        waiting.exec()

    app = QApplication([])
    program = Program(app, folder / "data", language="vi")
    window = program.window
    window.resize(1920, 1080)
    window.show()
    program.open_lesson(LESSON)
    illustration, countdown = window.findChild(Illustration), window.findChild(CountdownWidget)
    assert illustration is not None
    assert countdown is not None
    watch = Watch()
    countdown.installEventFilter(watch)
    lesson = program.lesson
    lesson.start()
    buttons = {b.objectName(): b for b in window.findChildren(QAbstractButton)}
    times, busy, changes, without = [], [], 0, 0
    for way, stops_at in (("next", lesson.timeline.rows[-1].first), ("back", 0)):
        while lesson.index != stops_at:
            look()
            # What must be acknowledged cannot be skipped; the optional part is taken.
            waits = way == "next" and lesson.segment.kind in WAITING_KINDS
            button = buttons["toggle" if waits else way]
            index, before, watch.painted = lesson.index, illustration.wish, False
            began, worked = time.perf_counter(), time.thread_time()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            app.processEvents()
            times.append((time.perf_counter() - began) * 1000)
            busy.append((time.thread_time() - worked) * 1000)
            if lesson.index == index or not watch.painted:
                raise RuntimeError(f"{lesson.segment.path}: no step, or not painted")
            changes += illustration.wish != before
            without += not illustration.shows_picture
    program.close()
    return {
        "steps": len(times),
        "with_another_picture": changes,
        "without_any_picture": without,
        "median_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
        "worst_ms": round(max(times), 1),
        "median_of_own_work_ms": round(median(busy), 1),
        "limit": "median <= 20 ms, p95 <= 50 ms",
    }


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
