"""The running lesson: clock, ticker, wake lock and bookmarks around the session."""

from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.events import Interrupted, SessionState
from massage_trainer.domain.protocol import Holds, Notice, Timed
from massage_trainer.viewmodels.lesson import LessonViewModel
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks


class Stand:
    """A lesson view-model with everything around it in the test's hands."""

    def __init__(self):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.wake_lock = FakeWakeLock()
        self.bookmarks = MemoryBookmarks()
        self.lesson = LessonViewModel(self.clock, self.ticker, self.wake_lock, self.bookmarks)
        self.pass_time = self.ticker.pass_time


@pytest.fixture
def stand(qapp):
    return Stand()


def hour():
    return protocol(step("hour", Timed(exactly(60 * MINUTE))), step("end", Notice()))


def test_the_countdown_follows_the_clock_not_the_number_of_looks(qtbot, stand):
    stand.lesson.open(hour())
    stand.lesson.start()
    stand.pass_time(5_000, 2_400)
    assert stand.lesson.countdown.text == "59:58"
    with qtbot.wait_signal(stand.lesson.countdown_changed, timeout=0) as blocker:
        stand.pass_time(4_600)
    assert blocker.args[0].text == "59:53"


def test_an_hour_with_stalls_and_two_hundred_pauses_is_an_hour(stand):
    """Served time must equal the time in which the session was running, to the millisecond."""
    random = Random(7)
    stand.lesson.open(hour())
    stand.lesson.start()
    stand.pass_time(5_000)
    served, pauses = 0, 0
    while served < 55 * MINUTE:
        if random.random() < 0.12 and pauses < 200:
            stand.lesson.pause()
            stand.clock.ms += random.randrange(100, 600_000)
            stand.lesson.resume()
            stand.pass_time(*[500] * 6)  # the lead-in
            pauses += 1
        stall = random.choice((50, 51, 63, 200, 1_900, 4_900))
        stand.pass_time(stall)
        served += stall
    assert pauses == 200
    assert stand.lesson.countdown.left_ms == 60 * MINUTE - served


@pytest.mark.parametrize(("awake", "asleep"), [(6_000, 0), (50, 600_000)])
def test_sleep_and_stall_interrupt_the_lesson(qtbot, stand, awake, asleep):
    stand.lesson.open(hour())
    stand.lesson.start()
    stand.pass_time(5_000, 4_000)
    stand.clock.asleep_ms += asleep
    happened = []
    stand.lesson.happened.connect(happened.append)
    with qtbot.wait_signal(stand.lesson.interrupted, timeout=0) as blocker:
        stand.pass_time(awake)
    left = 60 * MINUTE - 4_000
    assert blocker.args == [left]
    assert happened[0] == Interrupted(left)
    assert stand.lesson.state is SessionState.PAUSED
    assert stand.lesson.countdown.left_ms == left


def test_sleep_during_a_pause_costs_nothing(stand):
    stand.lesson.open(hour())
    stand.lesson.start()
    stand.pass_time(5_000, 4_000)
    stand.lesson.pause()
    stand.clock.ms += 60 * MINUTE
    stand.lesson.resume()
    stand.pass_time(3_000, 1_000)
    assert stand.lesson.state is SessionState.RUNNING
    assert stand.lesson.countdown.left_ms == 60 * MINUTE - 5_000


def test_the_screen_stays_awake_only_while_the_lesson_runs(stand):
    stand.lesson.open(hour())
    assert not stand.wake_lock.held
    stand.lesson.start()
    assert stand.wake_lock.held
    stand.lesson.pause()
    assert not stand.wake_lock.held
    stand.lesson.resume()
    stand.lesson.stop()
    assert not stand.wake_lock.held


def test_the_ticker_rests_when_nothing_moves(stand):
    stand.lesson.open(hour())
    assert not stand.ticker.running
    stand.lesson.start()
    assert stand.ticker.running
    stand.lesson.pause()
    assert not stand.ticker.running


def test_the_big_button_starts_pauses_resumes_and_acknowledges(stand):
    stand.lesson.open(protocol(step("read", Notice()), step("rub", Timed(exactly(MINUTE)))))
    states = []
    for _ in range(4):
        stand.lesson.toggle()
        states.append((stand.lesson.state, stand.lesson.segment.path))
    assert states == [
        (SessionState.RUNNING, "read"),
        (SessionState.BETWEEN, "rub"),
        (SessionState.PAUSED, "rub"),
        (SessionState.BETWEEN, "rub"),
    ]


def test_a_pedal_goes_on_and_acknowledges(stand):
    stand.lesson.open(protocol(step("read", Notice()), step("rub", Timed(exactly(MINUTE)))))
    stand.lesson.start()
    stand.lesson.next()
    assert stand.lesson.segment.path == "read"  # a notice is not skipped
    stand.lesson.forward()
    assert stand.lesson.segment.path == "rub"
    stand.lesson.forward()
    assert stand.lesson.state is SessionState.FINISHED


def test_the_place_is_remembered_at_the_start_of_the_repetition(stand):
    holds = Holds(exactly(MINUTE), exactly(3), exactly(5 * SECOND), exactly(5 * SECOND))
    lesson = protocol(step("rub", Timed(exactly(MINUTE))), step("stretch", holds))
    stand.lesson.open(lesson)
    stand.lesson.start()
    stand.pass_time(5_000, *[1_000] * 60, 4_000, 4_000, *[1_000] * 80)
    assert stand.lesson.segment.path == "stretch/rep2/hold"
    stand.lesson.close()
    assert stand.bookmarks.get("example") == Bookmark("example", "stretch/rep2/ease-in", 1, 2)

    stand.lesson.open(lesson)
    assert stand.lesson.segment.path == "stretch/rep2/ease-in"
    assert stand.lesson.state is SessionState.IDLE


def test_a_finished_lesson_is_remembered_as_finished_and_begins_anew(stand):
    lesson = protocol(step("read", Notice()))
    stand.lesson.open(lesson)
    stand.lesson.start()
    stand.lesson.done()
    assert stand.lesson.state is SessionState.FINISHED
    stand.lesson.close()
    assert stand.bookmarks.get("example").finished
    stand.lesson.open(lesson)
    assert stand.lesson.index == 0


def test_looking_around_before_the_start_is_no_progress(stand):
    stand.lesson.open(example_lesson())
    stand.lesson.jump_to_row(4)
    assert stand.bookmarks.get("example") is None


def test_a_bookmark_of_an_older_lesson_that_has_changed_is_ignored(stand):
    stand.bookmarks.put(Bookmark("example", "a-step-that-is-gone", 3, 9))
    stand.lesson.open(example_lesson())
    assert stand.lesson.index == 0


def test_the_option_to_wait_at_zero_works_while_a_lesson_is_on(stand):
    stand.lesson.open(
        protocol(step("a", Timed(exactly(SECOND))), step("b", Timed(exactly(SECOND))))
    )
    stand.lesson.set_wait_at_zero(True)
    stand.lesson.start()
    stand.pass_time(5_000, 4_000)
    assert stand.lesson.countdown.waiting
    assert stand.lesson.segment.path == "a"
    stand.lesson.toggle()
    assert stand.lesson.segment.path == "b"


def test_without_a_lesson_nothing_can_be_pressed(stand):
    assert not stand.lesson.is_open
    with pytest.raises(RuntimeError, match="no lesson"):
        stand.lesson.start()


def test_the_place_is_told_as_in_the_planned_lesson_whatever_is_left_out_today(stand):
    planned = protocol(
        step("rub", Timed(exactly(MINUTE))),
        step("beat", Timed(exactly(MINUTE)), Side.RIGHT, Side.LEFT),
        step("knead", Timed(exactly(MINUTE))),
    )
    fitted = protocol(step("rub", Timed(exactly(MINUTE))), step("beat", Notice()), planned.body[2])
    stand.lesson.open(fitted, planned=planned)
    stand.lesson.start()
    stand.lesson.next()
    assert stand.bookmarks.get("example") == Bookmark("example", "beat/right", 1, 4)
    stand.lesson.open(fitted, planned=planned)
    assert stand.lesson.segment.step.id == "beat"
    stand.lesson.start()
    stand.lesson.done()
    assert stand.bookmarks.get("example") == Bookmark("example", "knead", 3, 4)
    stand.lesson.next()
    assert stand.bookmarks.get("example").finished
    stand.bookmarks.put(Bookmark("example", "beat/left", 2, 4))
    stand.lesson.open(fitted, planned=planned)
    assert stand.lesson.segment.step.id == "beat"
