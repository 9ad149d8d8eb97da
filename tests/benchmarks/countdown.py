"""Error of the countdown over a simulated hour with stalls and 200 pauses (limit: 20 ms)."""

from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.protocol import Timed
from massage_trainer.viewmodels.lesson import LessonViewModel
from tests.examples import MINUTE, exactly, protocol, step
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks

STALLS_MS = (50, 51, 63, 87, 200, 1_900, 4_900)
PAUSES = 200


def run() -> dict[str, Any]:
    """Play an hour for several seeds; the error is against the injected clock."""
    QCoreApplication.instance() or QCoreApplication([])
    errors = [_error_ms(seed) for seed in range(5)]
    return {"pauses": PAUSES, "errors_ms": errors, "worst_ms": max(errors), "limit_ms": 20}


def _error_ms(seed: int) -> int:
    random = Random(seed)
    clock = FakeClock()
    ticker = FakeTicker(clock)
    lesson = LessonViewModel(clock, ticker, FakeWakeLock(), MemoryBookmarks())
    lesson.open(protocol(step("hour", Timed(exactly(60 * MINUTE)))))
    lesson.start()
    ticker.pass_time(5_000)
    served, pauses, worst = 0, 0, 0
    while served < 60 * MINUTE - 5_000:
        if pauses < PAUSES and random.random() < 0.1:
            lesson.pause()
            clock.ms += random.randrange(100, 600_000)
            lesson.resume()
            ticker.pass_time(*[500] * 6)  # the lead-in
            pauses += 1
        stall = random.choice(STALLS_MS)
        ticker.pass_time(stall)
        served += stall
        worst = max(worst, abs(60 * MINUTE - served - lesson.countdown.left_ms))
    if pauses != PAUSES:
        raise RuntimeError(f"only {pauses} pauses in the hour")
    return worst
