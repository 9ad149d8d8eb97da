"""Every shipped lesson is done to its end by someone who only listens."""

import pytest

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import MOVING, SegmentStarted
from massage_trainer.domain.timeline import WAITING_KINDS
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.sound import SoundViewModel
from tests.content.spoken_lessons import CASES, CATALOG, lesson
from tests.examples import SECOND
from tests.fake_sound import FakeSound
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks

IN_WORK = {Cue.START, Cue.REST, Cue.REPETITION}
CHANGE = {Cue.GET_READY, Cue.SIDE, Cue.STEP_END, Cue.STOP}
LONGEST_GAP_S = 12  # quiet for longer after a change: the lesson waits for me


class Listener:
    """Knows what was heard, and nothing else."""

    def __init__(self, out):
        self._out = out
        self.in_work = False
        self.is_over = False
        self._quiet_s = 0

    def waits_for_me(self):
        """Told once a second."""
        cues = self._out.cues
        self._out.heard.clear()
        self._quiet_s += 1
        for cue in cues:
            self._quiet_s = 0
            self.in_work = cue in IN_WORK or (self.in_work and cue not in CHANGE)
            self.is_over = cue is Cue.LESSON_END
        return not self.in_work and self._quiet_s > LONGEST_GAP_S


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_a_lesson_is_done_by_ear_alone(qapp, lesson_id, language):
    clock = FakeClock()
    ticker = FakeTicker(clock)
    running = LessonViewModel(clock, ticker, FakeWakeLock(), MemoryBookmarks())
    out = FakeSound()
    sound = SoundViewModel(running, out, lambda: CATALOG.points, language, running)
    said, begun, told_before = [], [], {}
    out.spoke.connect(lambda line, _: said.append(line.text))

    def remember(event):
        if isinstance(event, SegmentStarted) and event.segment.row not in told_before:
            begun.append(event.segment)
            told_before[event.segment.row] = list(said[-40:])

    running.happened.connect(remember)
    running.open(lesson(lesson_id))
    running.start()
    listener = Listener(out)
    for _ in range(6_000):
        ticker.pass_time(SECOND)
        if listener.waits_for_me():
            running.done()
        if listener.is_over:
            break

    assert running.state not in MOVING
    assert [segment.row for segment in begun] == list(range(len(running.timeline.rows)))
    assert sound.state is out.state
    for segment in begun:
        if segment.kind not in WAITING_KINDS:
            name = segment.step.words.say.in_language(language)
            assert name in told_before[segment.row] or segment.side is not None
