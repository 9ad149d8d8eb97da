"""The mixer alone, asked for sound as a device would, with a clock that the test turns."""

import math
from array import array
from itertools import pairwise

import pytest

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.services.audio.mixer import LATE_S, UNDER_SPEECH, Mixer
from massage_trainer.services.audio.stream import FADE_FRAMES, beat_loop
from massage_trainer.services.speech.pcm import RATE_HZ

BUFFER = 1440  # 30 ms
HALF = 16384


def tone(frames, value=HALF):
    return array("h", [value] * frames)


class Desk:
    """A mixer and the device that asks it; each buffer takes its own time."""

    def __init__(self):
        self.now = 100.0
        self.mixer = Mixer(lambda: self.now)
        self.mixer.set_sounds({Cue.START: tone(5000), Cue.STOP: tone(300), Cue.BEAT: tone(480)})
        self.ended = 0

    def buffer(self, frames=BUFFER):
        self.now += frames / RATE_HZ
        return array("f", self.mixer.mix(frames))

    def take(self, frames):
        taken = array("f")
        while len(taken) < frames:
            taken.extend(self.buffer())
        return taken

    def speak(self, frames=20_000):
        self.mixer.speak(tone(frames), self.end)

    def end(self):
        self.ended += 1


@pytest.fixture
def desk():
    return Desk()


def test_silence_is_as_long_as_asked_for(desk):
    assert desk.buffer(777).tolist() == [0.0] * 777
    assert desk.mixer.is_idle


def test_a_cue_is_heard_to_its_end_and_no_further(desk):
    desk.mixer.play(Cue.START)
    heard = desk.take(6 * BUFFER)
    assert heard[:5000].tolist() == [0.5] * 5000
    assert not any(heard[5000:])
    assert desk.mixer.is_idle


def test_an_unknown_cue_is_silent(desk):
    desk.mixer.play(Cue.HALF)
    assert not any(desk.buffer())


def test_a_newer_cue_takes_the_place_of_an_older(desk):
    desk.mixer.play(Cue.START)
    desk.buffer()
    desk.mixer.play(Cue.STOP)
    heard = desk.buffer()
    assert max(heard) <= 1.0
    assert not any(heard[300:])  # the first one was to last 5000


def test_a_cue_that_comes_too_late_is_left_out(desk):
    desk.mixer.play(Cue.START)
    desk.now += LATE_S
    assert not any(desk.buffer())


def test_a_cue_and_speech_are_heard_together_and_the_cue_gives_way(desk):
    desk.speak()
    desk.mixer.play(Cue.START)
    assert desk.buffer()[100] == pytest.approx(0.5 + 0.5 * UNDER_SPEECH)


def swelling(seconds, hertz, peak):
    """A tone that swells and fades within 20 ms, as every sound of the program does."""
    frames = round(seconds * RATE_HZ)
    ramp = RATE_HZ // 50
    return array(
        "h",
        (
            round(
                32767
                * peak
                * min(1, n / ramp, (frames - n) / ramp)
                * math.sin(math.tau * hertz * n / RATE_HZ)
            )
            for n in range(frames)
        ),
    )


@pytest.mark.parametrize("first", ["speech", "cue"])
def test_voice_cue_and_beat_together_do_not_clip(desk, first):
    desk.mixer.set_sounds(
        {Cue.LESSON_END: swelling(0.5, 440, 0.6), Cue.BEAT: swelling(0.3, 440, 0.5)}
    )
    speech = swelling(1.0, 440, 0.95)
    desk.mixer.beat(300)
    desk.take(RATE_HZ // 2)
    if first == "speech":
        desk.mixer.speak(speech, desk.end)
        desk.take(RATE_HZ // 5)
        desk.mixer.play(Cue.LESSON_END)
    else:
        desk.mixer.play(Cue.LESSON_END)
        desk.take(RATE_HZ // 5)
        desk.mixer.speak(speech, desk.end)
    heard = desk.take(2 * RATE_HZ)
    assert 0.8 < max(map(abs, heard)) <= 1.0


def test_a_voice_alone_is_as_loud_as_it_was_made(desk):
    desk.mixer.speak(tone(3 * BUFFER, 32767), desk.end)
    assert desk.buffer()[100] == pytest.approx(1.0, abs=0.001)


def test_speech_says_when_it_has_ended(desk):
    desk.speak(2 * BUFFER)
    desk.buffer()
    assert desk.ended == 0
    desk.buffer()
    assert desk.ended == 1
    assert desk.mixer.is_idle


def test_a_new_line_ends_the_old_one(desk):
    desk.speak()
    desk.buffer()
    desk.speak()
    heard = desk.buffer()
    assert desk.ended == 1
    assert heard[FADE_FRAMES:].tolist() == [0.5] * (BUFFER - FADE_FRAMES)


@pytest.mark.parametrize("kind", [None, SoundKind.CUE, SoundKind.SPEECH])
def test_hush_is_silence_within_a_fade_of_the_next_buffer(desk, kind):
    desk.speak()
    desk.mixer.play(Cue.START)
    desk.mixer.beat(100)
    desk.buffer()
    desk.mixer.hush(kind)
    heard = desk.buffer()
    if kind is None:
        assert not any(heard[FADE_FRAMES:])
        assert not any(desk.buffer())
        assert desk.mixer.is_idle
    elif kind is SoundKind.CUE:
        assert heard[-1] > 0
        assert desk.ended == 0
    else:
        assert heard[-1] > 0
        assert desk.ended == 1


def test_hush_also_drops_what_has_only_been_ordered(desk):
    desk.mixer.play(Cue.START)
    desk.speak()
    desk.mixer.hush()
    assert not any(desk.take(3 * BUFFER))
    assert desk.ended == 1


def test_hush_fades_without_a_step(desk):
    desk.speak()
    desk.buffer()
    desk.mixer.hush()
    heard = desk.buffer()
    steps = [abs(b - a) for a, b in pairwise(heard)]
    assert heard[0] == pytest.approx(0.5, abs=0.01)
    assert max(steps) < 0.01


def test_volume_is_squared_and_changes_without_a_step(desk):
    desk.speak()
    desk.buffer()
    desk.mixer.set_volume(SoundKind.SPEECH, 0.5)
    heard = desk.buffer()
    assert heard[0] == pytest.approx(0.5)
    assert desk.buffer()[0] == pytest.approx(0.125)
    assert all(a >= b for a, b in pairwise(heard))


def test_volume_stays_within_its_bounds(desk):
    desk.mixer.set_volume(SoundKind.SPEECH, 7.0)
    desk.speak()
    assert max(desk.buffer()) == pytest.approx(0.5)


def test_beats_come_one_period_after_the_order_and_never_drift(desk):
    desk.mixer.beat(250)
    heard = desk.take(RATE_HZ * 60)
    starts = [
        number for number in range(1, len(heard)) if heard[number] > 0 and heard[number - 1] == 0
    ]
    period = 250 * RATE_HZ // 1000
    assert {b - a for a, b in pairwise(starts)} == {period}
    # The first buffer already stands for time that has passed since the order.
    assert starts[0] == period - BUFFER


def test_the_beat_stops(desk):
    desk.mixer.beat(100)
    desk.take(RATE_HZ)
    desk.mixer.beat(None)
    desk.buffer()
    assert not any(desk.take(RATE_HZ))
    assert desk.mixer.is_idle


def test_after_a_fault_the_beat_goes_on_where_it_would_be_and_the_rest_is_over(desk):
    desk.mixer.beat(1000)
    desk.speak()
    desk.mixer.play(Cue.START)
    desk.buffer()
    desk.mixer.restart()
    desk.now += 7.0
    heard = desk.take(2 * RATE_HZ)
    starts = [
        number for number in range(1, len(heard)) if heard[number] > 0 and heard[number - 1] == 0
    ]
    assert desk.ended == 1
    assert starts[0] == pytest.approx(RATE_HZ - 2 * BUFFER, abs=2)
    assert starts[1] - starts[0] == RATE_HZ


def test_a_beat_shorter_than_its_sound_is_cut(desk):
    assert len(beat_loop(tone(4800), 50)) == 50 * RATE_HZ // 1000
