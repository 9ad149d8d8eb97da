"""From a click on the body to its painted mark, and from confirming to the painted verdict."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SIZES = ((1366, 768), (1920, 1080), (2560, 1440))
QUESTIONS = 40
LOOK_MS = 250  # a learner looks at a question for longer; what is wanted next is read meanwhile
LIMIT_MS = 50
Took = tuple[float, float]  # by the clock, and of the processor, in milliseconds


def run() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.quiz"],
        cwd=ROOT,
        env=dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
        timeout=600,
    )
    taken: dict[str, Any] = json.loads(done.stdout)
    return taken


def measure() -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from massage_trainer.domain.quiz.round import Help
    from tests.benchmarks._quiz_page import make_stand

    application = QApplication([])
    taken: dict[str, Any] = {"click_to_feedback_p95_limit_ms": LIMIT_MS}
    for size in SIZES:
        stand = make_stand(size)
        for help_level in (Help.NONE, Help.NEIGHBOURS):
            marks, verdicts, nexts = _round(stand, help_level)
            taken[f"{size[0]}x{size[1]} help {help_level.value}"] = {
                "questions": len(marks),
                "click_to_mark_ms": _spread(marks),
                "confirm_to_verdict_ms": _spread(verdicts),
                "to_next_question_ms": _spread(nexts),
            }
        stand.page.hide()
    application.processEvents()
    return taken


def _round(stand: Any, help_level: Any) -> tuple[list[Took], list[Took], list[Took]]:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    def look() -> None:
        until = time.perf_counter() + LOOK_MS / 1e3
        while time.perf_counter() < until:
            QApplication.processEvents()
            time.sleep(0.005)

    def shown(work: Callable[[], object]) -> Took:
        """Until the window is painted with what the work has changed: wall, processor."""
        start, busy = time.perf_counter(), time.process_time()
        work()
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
            QApplication.sendPostedEvents(None, kind)
        wall, processor = time.perf_counter() - start, time.process_time() - busy
        return wall * 1e3, processor * 1e3

    stand.start("locate-point", length=QUESTIONS, tries=1, help=help_level)
    marks: list[Took] = []
    verdicts: list[Took] = []
    nexts: list[Took] = []
    for number in range(QUESTIONS):
        look()
        at = stand.spots()[0] if number % 2 else stand.wrong_place()
        marks.append(shown(lambda at=at: stand.click(at)))
        verdicts.append(shown(stand.quiz.confirm))
        QApplication.processEvents()
        nexts.append(shown(stand.quiz.dismiss))
    return marks, verdicts, nexts


def _spread(times: list[Took]) -> dict[str, float]:
    found = {}
    for name, column in (("", 0), ("processor_", 1)):
        ordered = sorted(each[column] for each in times)
        found[f"{name}p50"] = round(ordered[len(ordered) // 2], 1)
        found[f"{name}p95"] = round(ordered[int(len(ordered) * 0.95)], 1)
    return found


if __name__ == "__main__":
    print(json.dumps(measure()))
