"""The page of progress from a hundred thousand answers: read, laid out and painted."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from massage_trainer.domain.progress import read_progress
from tests.benchmarks.memory import ATTEMPTS, TODAY, fill

TIMES = 25
SIZE = (1366, 768)
LEARNER = 1
PAGE_LIMIT_MS = 200


class _Calendar:
    def now(self) -> str:
        return f"{TODAY}T12:00:00Z"

    def today(self) -> str:
        return TODAY


def run() -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from massage_trainer.app.composition import Program

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        program = Program(application, folder, language="en")
        program.window.resize(*SIZE)
        program.window.show()
        application.processEvents()
        try:
            return _measure(program, application)
        finally:
            program.window.close()
            program.close()


def _measure(program: Any, application: Any) -> dict[str, Any]:
    from massage_trainer.widgets.page_row import Page

    memory = program.practice_flow.memory
    program.practice_flow.calendar = _Calendar()
    catalog = program.lessons.catalog()
    log = memory.log

    def shown() -> None:
        program.study_flow.go(Page.PROGRESS)
        application.processEvents()
        program.window.grab()

    def back() -> None:
        program.study_flow.back()
        application.processEvents()

    def answer() -> None:
        (last,) = log.attempts(LEARNER, limit=1)
        log.add(last)

    def opened(before: Callable[[], None]) -> tuple[dict[str, float], dict[str, float]]:
        taken, work = [], []
        for _ in range(TIMES):
            back()
            before()
            start, begun = time.perf_counter(), time.thread_time()
            shown()
            taken.append((time.perf_counter() - start) * 1e3)
            work.append((time.thread_time() - begun) * 1e3)
        return _spread(taken), _spread(work)

    first = _timed(shown)
    back()
    memory.look_after()  # what the caretaker does once a day would be in the way of the rest
    memory.close()
    taken, work = opened(lambda: None)
    taken_anew, work_anew = opened(answer)
    reads = [
        _timed(lambda: read_progress(log, LEARNER, TODAY, catalog), time.process_time)
        for _ in range(TIMES)
    ]
    return {
        "attempts": ATTEMPTS,
        "window": "x".join(map(str, SIZE)),
        "first_time_ms": round(first, 1),
        "page_ms": taken,
        "page_processor_ms": work,
        "page_after_an_answer_ms": taken_anew,
        "page_after_an_answer_processor_ms": work_anew,
        "read_processor_ms": _spread(reads),
        "page_limit_ms": PAGE_LIMIT_MS,
    }


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return (clock() - start) * 1e3


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(ordered[len(ordered) // 2], 1),
        "p95": round(ordered[int(len(ordered) * 0.95)], 1),
    }
