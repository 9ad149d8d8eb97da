"""The recorder: what happens in a lesson is in the log when it has happened."""

from dataclasses import replace

import pytest

from massage_trainer.domain.protocol import Check, Counted, CountUnit, Holds, Notice, Timed
from massage_trainer.domain.record import Company, Ending, NoteKind, SkipReason
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.recorder import Recorder
from tests.examples import SECOND, exactly, protocol, span, step, text
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks
from tests.fakes_record import FakeCalendar, MemoryPracticeLog


class Stand:
    def __init__(self):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.log = MemoryPracticeLog()
        self.recorder = Recorder(self.lesson, self.log, FakeCalendar())
        self.lesson.open(
            protocol(
                step("rub", Timed(exactly(10 * SECOND))),
                step("beat", Counted(span(3, 5), CountUnit.PASSES, exactly(2 * SECOND))),
                step("bye", Notice()),
                lead_in=1_000,
                between=1_000,
            )
        )

    def pass_time(self, *seconds):
        for second in seconds:
            self.ticker.pass_time(*[1_000] * second)

    @property
    def done(self):
        return [(e[1].path, e[1].ending, e[1].ms, e[1].count) for e in self.log.done if not e[2]]

    @property
    def notes(self):
        return [(note.kind, note.path, note.ms) for _, note in self.log.notes]


@pytest.fixture
def stand(qapp):
    return Stand()


def test_a_whole_lesson(stand):
    stand.recorder.set_company(Company.CLASS)
    assert stand.log.begun == []
    stand.lesson.start()
    stand.pass_time(11)
    assert stand.done == [("rub", Ending.SERVED, 10_000, 0)]
    stand.pass_time(7)
    stand.lesson.done()
    lesson, company, _, plan = stand.log.begun[0]
    assert (lesson, company, len(plan)) == ("example", Company.CLASS, 3)
    assert stand.done == [
        ("rub", Ending.SERVED, 10_000, 0),
        ("beat", Ending.SERVED, 6_000, 3),
        ("bye", Ending.DONE, 0, 0),
    ]
    assert stand.log.finished == {1}


def test_a_count_ended_early_keeps_what_was_counted(stand):
    stand.lesson.start()
    stand.pass_time(11 + 1 + 5)
    stand.lesson.done()
    assert stand.done[-1] == ("beat", Ending.DONE, 5_000, 2)


def test_a_skip_has_its_reason_and_the_next_one_none(stand):
    stand.lesson.start()
    stand.pass_time(3)
    stand.recorder.give_reason(SkipReason.NO_TIME)
    stand.lesson.next()
    stand.lesson.next()
    reasons = [(e[1].ending, e[1].ms, e[1].reason) for e in stand.log.done]
    assert reasons == [(Ending.SKIPPED, 2_000, SkipReason.NO_TIME), (Ending.SKIPPED, 0, None)]


def test_going_elsewhere_leaves_what_was_begun_with_its_time(stand):
    stand.lesson.start()
    stand.pass_time(5)
    stand.lesson.jump_to_row(1)
    assert stand.done == [("rub", Ending.LEFT, 4_000, 0)]
    stand.lesson.jump_to_row(0)  # the count had not begun
    stand.pass_time(2)
    stand.lesson.close()
    assert stand.done[1:] == [("rub", Ending.LEFT, 1_000, 0)]


def test_undo_takes_the_row_back_and_is_no_pause(stand):
    stand.lesson.start()
    stand.pass_time(3)
    stand.lesson.next()
    stand.lesson.undo()
    assert stand.done == []
    assert stand.notes == []
    stand.pass_time(3 + 8)
    assert stand.done[0] == ("rub", Ending.SERVED, 10_000, 0)


def test_pauses_and_what_hurts_have_their_place_and_time(stand):
    stand.lesson.start()
    stand.pass_time(5)
    stand.lesson.pause()
    stand.recorder.it_hurts()
    stand.lesson.resume()
    stand.lesson.extend()
    assert stand.notes == [
        (NoteKind.PAUSED, "rub", 4_000),
        (NoteKind.STOP_IT_HURTS, "rub", 4_000),
        (NoteKind.RESUMED, "rub", 4_000),
    ]
    stand.pass_time(4)
    stand.lesson.extend()
    assert stand.notes[3:] == [(NoteKind.LONGER, "rub", 5_000)]


def test_sleep_is_an_interruption(stand):
    stand.lesson.start()
    stand.pass_time(3)
    stand.ticker.pass_time(60_000)
    assert [kind for kind, _, _ in stand.notes] == [NoteKind.INTERRUPTED, NoteKind.PAUSED]


def test_what_happens_before_the_start_waits_for_it(stand):
    stand.recorder.note(NoteKind.CAUTIONS_ACKNOWLEDGED)
    assert stand.log.notes == []
    stand.lesson.start()
    assert stand.notes == [(NoteKind.CAUTIONS_ACKNOWLEDGED, "", 0)]


def test_starting_again_after_the_end_is_another_practice_and_after_a_stop_the_same(stand):
    stand.lesson.start()
    stand.lesson.stop()
    stand.lesson.start()
    assert len(stand.log.begun) == 1
    for _ in range(3):
        stand.lesson.forward()
    stand.lesson.start()
    assert len(stand.log.begun) == 2


def test_without_a_log_the_lesson_goes_on(stand):
    stand.log.begin = lambda *_: None
    stand.lesson.start()
    stand.pass_time(30)
    stand.lesson.done()
    assert stand.log.done == []


def test_every_repetition_of_a_step_that_is_left_has_the_reason(stand):
    stand.lesson.open(
        protocol(
            step("stretch", Holds(exactly(10 * SECOND), exactly(3))),
            step("rub", Timed(exactly(10 * SECOND))),
            lead_in=1_000,
            between=1_000,
        )
    )
    stand.lesson.start()
    stand.pass_time(5)
    stand.lesson.pause()
    stand.recorder.give_reason(SkipReason.HURTS)
    stand.lesson.skip_row()
    stand.lesson.resume()
    stand.pass_time(2)
    stand.lesson.next()
    lines = [(e[1].path, e[1].ms, e[1].count, e[1].reason) for e in stand.log.done]
    assert lines == [
        ("stretch/rep1/hold", 4_000, 0, SkipReason.HURTS),
        ("stretch/rep2/hold", 0, 0, SkipReason.HURTS),
        ("stretch/rep3/hold", 0, 0, SkipReason.HURTS),
        ("rub", 1_000, 0, None),
    ]
    stand.lesson.undo()
    stand.lesson.undo()
    assert stand.done == [("rub", Ending.LEFT, 1_000, 0)]


@pytest.mark.parametrize("verb", ["resume", "elsewhere"])
def test_a_reason_for_what_was_not_skipped_is_forgotten(stand, verb):
    stand.lesson.start()
    stand.pass_time(3)
    stand.lesson.pause()
    stand.recorder.give_reason(SkipReason.HURTS)
    if verb == "elsewhere":
        stand.lesson.jump_to_row(1)
    stand.lesson.resume()
    stand.pass_time(5)
    stand.lesson.next()
    assert (stand.log.done[-1][1].ending, stand.log.done[-1][1].reason) == (Ending.SKIPPED, None)


def test_what_was_taken_back_and_then_left_is_not_lost(stand):
    stand.lesson.start()
    stand.pass_time(5)
    stand.lesson.next()
    stand.lesson.undo()
    stand.lesson.jump_to_row(2)  # before the hands were on again
    assert stand.done == [("rub", Ending.LEFT, 4_000, 0)]


def test_what_was_taken_back_is_left_with_all_its_time(stand):
    stand.lesson.start()
    stand.pass_time(5)
    stand.lesson.next()
    stand.pass_time(3)
    stand.lesson.undo()  # the count had begun
    stand.pass_time(3 + 2)
    stand.lesson.close()
    assert stand.done == [("beat", Ending.LEFT, 2_000, 1), ("rub", Ending.LEFT, 6_000, 0)]


def test_what_was_taken_back_before_it_began_leaves_nothing(stand):
    stand.lesson.start()
    stand.lesson.next()  # still getting ready
    stand.lesson.undo()
    stand.lesson.jump_to_row(2)
    assert stand.done == []


def test_what_stands_in_the_place_of_a_left_out_step_is_not_written_down(stand):
    """Else the record would tell what does not suit somebody."""
    planned = stand.lesson.protocol
    rub, _, bye = planned.body
    fitted = replace(
        planned,
        body=(
            replace(rub, dose=Notice()),
            step("elsewhere", Notice()),
            replace(bye, dose=Check((text("asked already"),))),
        ),
    )
    stand.lesson.open(fitted, planned=planned)
    stand.lesson.start()
    stand.lesson.pause()
    stand.lesson.resume()
    stand.lesson.done()
    stand.lesson.pause()
    for _ in range(2):
        stand.lesson.resume()
        stand.lesson.done()
    assert [line.path for line in stand.log.begun[0][3]] == ["rub", "beat", "bye"]
    assert stand.done == [("bye", Ending.DONE, 0, 0)]
    assert {path for _, path, _ in stand.notes} == {"rub", ""}
