"""Questions of a running step come at their times, once, and go away by themselves."""

from dataclasses import replace

import pytest

from massage_trainer.domain.protocol import Notice, Prompts, Timed
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.prompts import PromptViewModel
from tests.examples import MINUTE, exactly, protocol, step, text
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks

AT = (MINUTE, 3 * MINUTE, 5 * MINUTE, 8 * MINUTE)


class Stand:
    def __init__(self):
        clock = FakeClock()
        self.ticker = FakeTicker(clock)
        self.lesson = LessonViewModel(clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.prompts = PromptViewModel(self.lesson)
        self.seen = []
        self.prompts.asked.connect(lambda words, at: self.seen.append((words.en, at // MINUTE)))
        self.prompts.gone.connect(lambda: self.seen.append("gone"))
        lamp = replace(
            step("lamp", Timed(exactly(10 * MINUTE))), prompts=Prompts(AT, text("warm or hot?"))
        )
        self.lesson.open(protocol(lamp, step("bye", Notice()), lead_in=1_000))
        self.lesson.start()

    def pass_seconds(self, seconds):
        self.ticker.pass_time(*[500] * (2 * seconds))

    @property
    def asked(self):
        return [entry[1] for entry in self.seen if entry != "gone"]


@pytest.fixture
def stand(qapp):
    return Stand()


def test_four_questions_in_ten_minutes_each_goes_away(stand):
    stand.pass_seconds(601)
    assert stand.asked == [1, 3, 5, 8]
    assert stand.seen == [
        entry for minute in (1, 3, 5, 8) for entry in (("warm or hot? (en)", minute), "gone")
    ]


def test_an_answer_takes_it_away_at_once(stand):
    stand.pass_seconds(62)
    stand.prompts.answer()
    stand.prompts.answer()
    assert stand.seen == [("warm or hot? (en)", 1), "gone"]


def test_a_pause_asks_nothing_twice(stand):
    stand.pass_seconds(61)
    stand.lesson.pause()
    stand.lesson.resume()
    stand.pass_seconds(10)
    assert stand.asked == [1]


def test_begun_again_it_asks_again(stand):
    stand.pass_seconds(65)
    stand.lesson.repeat()
    stand.pass_seconds(62)
    assert stand.asked == [1, 1]


def test_what_was_asked_before_an_undo_is_not_asked_again(stand):
    stand.pass_seconds(200)
    stand.lesson.next()
    stand.lesson.undo()
    stand.pass_seconds(10)
    assert stand.asked == [1, 3]


def test_leaving_the_step_takes_the_question_away(stand):
    stand.pass_seconds(61)
    stand.lesson.next()
    assert stand.seen[-1] == "gone"
