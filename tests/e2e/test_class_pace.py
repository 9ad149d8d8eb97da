"""A class hour with a swap of roles through the whole program, on a shipped lesson."""

import pytest

from massage_trainer.domain.classroom.end_watch import MoveCause
from massage_trainer.domain.classroom.pace import MINUTE_MS, ClassHour, allowance_ms, turn_of
from massage_trainer.domain.classroom.slides import LessonSlide
from massage_trainer.domain.events import SegmentEnded, SessionState
from massage_trainer.domain.timeline import SegmentKind

HOUR = ClassHour(60 * MINUTE_MS, swap_ms=3 * MINUTE_MS)
WORK = (SegmentKind.WORK, SegmentKind.HOLD, SegmentKind.COUNT)


class Hour:
    def __init__(self, stand, lesson_id):
        self.stand = stand
        flow = stand.program.study_flow.class_flow
        self.classroom, self.pacing = flow.classroom, flow.pace
        self.pacing.begin(lesson_id, HOUR)
        flow.room.slides.activate()
        self.lesson = self.pacing.lesson
        self.work = {1: [], 2: []}
        self.ends, self.words, self.shown = set(), [], []
        self.lesson.happened.connect(self._hear)
        self.pacing.changed.connect(lambda pace: self.ends.add(pace.ends_at_ms))
        self.pacing.reminded.connect(self.words.append)
        self.classroom.shown_changed.connect(self._see)

    def _hear(self, event):
        if isinstance(event, SegmentEnded) and event.segment.kind in WORK:
            step, side = event.segment.step.id, event.segment.side
            self.work[turn_of(event.segment)].append((step, side, event.elapsed_ms))

    def _see(self):
        slide = self.classroom.shown.slide
        if isinstance(slide, LessonSlide):
            self.shown.append(slide.pair_word)
            self.last = slide

    def run(self):
        """To the end, with as much talk as is planned."""
        while self.lesson.state is not SessionState.FINISHED:
            countdown = self.lesson.countdown
            if countdown.waiting:
                talk_ms = allowance_ms(countdown.segment)
                self.stand.ticker.pass_time(*[1_000] * (talk_ms // 1_000))
                self.lesson.done()
            else:
                self.stand.ticker.pass_time(min(1_000, countdown.left_ms))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_hour_as_planned_ends_when_it_was_said_to(qtbot, start, language):
    hour = Hour(start(language), "hip-knee-mobilisation")
    assert hour.pacing.plan.fits
    hour.lesson.start()
    began_ms, end_ms = hour.stand.clock.ms, hour.pacing.pace.ends_at_ms
    hour.ends.clear()
    hour.run()

    assert hour.work[1] == hour.work[2] != []
    assert hour.ends == {end_ms}
    assert hour.stand.clock.ms - began_ms == hour.pacing.plan.total_ms <= HOUR.length_ms
    told = [word.en for word in hour.words if word]
    assert told.count("Wash hands, fresh linen, swap") == 1
    assert told.count("Change sides now: to the left") >= 2
    assert set(hour.words) == set(hour.shown)
    # Nobody's own lessons are touched, and the class never holds what its instructor reads.
    assert not hour.stand.program.lesson.is_open
    assert "database" not in vars(hour.stand.program.practice_flow)
    notes = [text for note in hour.pacing.plan.protocol.teach for text in (note.show, note.ask)]
    assert notes
    assert not any(text and text.vi in repr(hour.last) for text in notes)


def test_an_hour_with_stops_tells_why_it_ends_later(qtbot, start):
    hour = Hour(start("en"), "hip-knee-mobilisation")
    pacing, ticker = hour.pacing, hour.stand.ticker
    hour.lesson.start()
    while hour.lesson.segment.kind is not SegmentKind.REST:  # the swap
        countdown = hour.lesson.countdown
        if countdown.waiting:
            ticker.pass_time(*[1_000] * (allowance_ms(countdown.segment) // 1_000))
            hour.lesson.done()
        else:
            ticker.pass_time(min(1_000, countdown.left_ms))
    end_ms = pacing.pace.ends_at_ms
    pacing.wait_for_slower()
    pacing.demonstrate()
    hour.stand.clock.ms += 60_000
    pacing.demonstrate()
    assert dict(pacing.pace.moves) == {
        MoveCause.SLOWER: 15_000,
        MoveCause.DEMONSTRATION: 63_000,  # with the time to get ready once more
    }
    hour.run()
    assert pacing.pace.ends_at_ms == end_ms + 78_000
