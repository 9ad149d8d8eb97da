"""A class hour on a stand: a clock, a wall, and a lesson of some minutes."""

from dataclasses import replace
from datetime import UTC, datetime

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.pace import ClassHour
from massage_trainer.domain.protocol import Check, Notice, TeachingNotes, Timed
from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from tests.examples import MINUTE, exactly, protocol, span, step, text
from tests.fakes import FakeClock, FakeOneShot, FakeTicker, FakeWakeLock, MemoryBookmarks

EPOCH_S = 1_795_000_000  # an afternoon


class WallClock:
    """The time of day that goes with the test's clock."""

    def __init__(self, clock):
        self._clock = clock

    def now(self):
        moment = datetime.fromtimestamp(EPOCH_S + self._clock.boot_ms() // 1_000, UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self):
        return self.now()[:10]


class Room:
    def __init__(self, lesson=None, hour=None, percent=None):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.timer = FakeOneShot()
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.shared = lesson or short_lesson()
        self.pacing = ClassPaceViewModel(
            self.lesson,
            lambda _id: self.shared,
            lambda: percent,
            self.clock,
            WallClock(self.clock),
            self.timer,
        )
        self.seen = []
        self.pacing.changed.connect(self.seen.append)
        self.hour = hour or ClassHour(20 * MINUTE, swap_ms=2 * MINUTE)

    def begin(self, *, start=True):
        self.pacing.begin("example", self.hour)
        if start:
            self.lesson.start()
        return self

    def wait(self, seconds):
        """Time passes, whether the lesson runs or stands."""
        for _ in range(round(seconds * 2)):
            self.ticker.pass_time(500)
        if self.timer.is_running:
            self.timer.elapsed.emit()

    @property
    def now(self):
        return self.pacing.pace

    def moves(self):
        return dict(self.now.moves)


def short_lesson():
    return replace(
        protocol(
            replace(step("source", Notice()), once=True),
            step("ask", Check((text("one"), text("two")))),
            step("rub", Timed(span(2 * MINUTE, 3 * MINUTE)), Side.RIGHT, Side.LEFT),
            replace(step("turn", Notice()), position_id="supine"),
            replace(step("hold", Timed(exactly(MINUTE)), Side.BOTH), position_id="supine"),
        ),
        teach=(TeachingNotes(("rub",), show=text("the flat hand")),),
    )


def go_to_rub(room):
    room.wait(60)
    room.lesson.done()
    room.wait(30)
    room.lesson.done()
    room.wait(15)
    return room
