"""What the countdown says on every face."""

import pytest

from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.protocol import Amount, Counted, CountUnit, Notice, Status, Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import unroll
from massage_trainer.widgets.countdown_words import describe, widest_digits
from massage_trainer.widgets.icons import Icon
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, span, step


class Play:
    """A session and what its countdown says."""

    def __init__(self, lesson, row=0, *, wait_at_zero=False):
        self.timeline = unroll(lesson)
        self.session = Session(self.timeline, wait_at_zero=wait_at_zero)
        self.session.jump(self.timeline.rows[row].first)

    def start(self, after_gap_ms=0):
        self.session.start()
        self.session.advance(self.session.segment.gap_ms + after_gap_ms)
        return self

    @property
    def look(self):
        return look_at(self.session, self.timeline)

    @property
    def words(self):
        return describe(self.look, Status.APP_DEFAULT)


def test_before_the_start_the_whole_time_is_shown():
    words = Play(example_lesson(), row=2).words
    assert (words.caption, words.digits, words.note) == ("Time left", "2:00", "press Start")


def test_the_change_over_says_get_ready_and_where_its_length_comes_from():
    play = Play(example_lesson(), row=2)
    play.session.start()
    words = play.words
    assert (words.caption, words.digits) == ("Get ready", "0:05")
    assert words.detail == "both sides"
    assert words.status == "program default"


def test_work_shows_time_side_and_status():
    words = Play(example_lesson(), row=2).start(500).words
    assert (words.caption, words.digits, words.detail) == ("Time left", "2:00", "both sides")
    assert words.status == "program default"
    assert words.note == ""


def test_a_hold_says_which_of_how_many_and_how_long_it_may_last():
    play = Play(example_lesson(), row=3).start(6 * SECOND)
    words = play.words
    assert (words.caption, words.digits, words.detail) == ("Hold", "0:59", "hold 1 of 3")
    assert words.note == "may last up to 2:00"
    assert words.status == "from the source"


def test_a_longer_choice_says_what_is_missing_and_then_that_it_is_enough():
    time = Amount(MINUTE, 3 * MINUTE, 2 * MINUTE, Status.SOURCE)
    play = Play(protocol(step("rub", Timed(time)))).start(20 * SECOND)
    assert play.words.note == "at least 0:40 more"
    play.session.advance(40 * SECOND)
    assert play.words.note == "least reached – you may finish"


def test_pause_and_lead_in_are_named():
    play = Play(example_lesson(), row=2).start(10 * SECOND)
    play.session.pause()
    assert (play.words.caption, play.words.digits) == ("Paused", "1:50")
    play.session.resume()
    assert (play.words.caption, play.words.digits) == ("Going on in", "0:03")
    assert play.words.status == ""


def test_a_cadence_counts_and_tells_the_time_left():
    play = Play(example_lesson(), row=4).start(11 * SECOND)
    words = play.words
    assert (words.caption, words.digits, words.detail) == ("Count", "3/10", "right side")
    assert words.note == "0:39 left"


@pytest.mark.parametrize(
    ("unit", "note"),
    [
        (CountUnit.PASSES, "passes: count, then press Done"),
        (CountUnit.REPETITIONS, "repetitions: count, then press Done"),
    ],
)
def test_without_a_cadence_the_student_counts(unit, note):
    play = Play(protocol(step("beat", Counted(span(3, 5), unit)))).start()
    assert (play.words.digits, play.words.note) == ("3", note)


@pytest.mark.parametrize(
    ("row", "caption", "icon"),
    [(0, "Read this", Icon.BOOK), (1, "Check", Icon.LIST), (10, "Your choice", Icon.QUESTION)],
)
def test_what_waits_for_a_word_shows_an_icon_and_no_digits(row, caption, icon):
    words = Play(example_lesson(), row=row).start().words
    assert (words.caption, words.digits, words.icon) == (caption, "", icon)
    assert words.note == "waits for you"


def test_waiting_at_zero_says_that_time_is_over():
    play = Play(example_lesson(), row=2, wait_at_zero=True).start(2 * MINUTE)
    assert play.words.caption == "Time is over"
    assert (play.words.digits, play.words.note) == ("0:00", "waiting for you: press Done")


def test_the_end_is_the_end():
    play = Play(protocol(step("bye", Notice()))).start()
    play.session.done()
    words = play.words
    assert (words.caption, words.digits, words.icon) == ("Lesson finished", "", Icon.CHECK)
    assert (words.detail, words.note, words.status, words.lesson_left) == ("", "", "", "0:00")


def test_the_whole_lesson_counts_down_with_the_step():
    lesson = protocol(step("a", Timed(exactly(MINUTE))), step("b", Timed(exactly(MINUTE))))
    play = Play(lesson)
    assert play.words.lesson_left == "2:13"
    play.start(10 * SECOND)
    assert play.words.lesson_left == "1:58"


def test_the_room_for_the_digits_is_that_of_the_whole_phase():
    play = Play(protocol(step("lamp", Timed(exactly(10 * MINUTE))))).start(9 * MINUTE)
    assert play.words.digits == "1:00"
    assert widest_digits(play.look) == "10:00"
