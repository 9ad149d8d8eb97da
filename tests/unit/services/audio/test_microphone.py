"""Takes from a microphone that the test speaks into."""

import math
from array import array
from threading import Event, Thread

import pytest

from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio import microphone
from massage_trainer.services.audio.devices import DeviceError
from massage_trainer.services.audio.microphone import MicrophoneInput
from massage_trainer.services.audio.take import LOUDNESS, MARGIN_S, level, ready
from massage_trainer.services.speech.pcm import RATE_HZ

LONG = 10.0


def voice(seconds, loudness=3000):
    return array(
        "h", (round(loudness * math.sin(number / 20)) for number in range(int(seconds * RATE_HZ)))
    )


class FakeMicrophone:
    """Gives a tenth of a second of a voice every few milliseconds."""

    def __init__(self, take, loudness):
        next(take)
        self._take = take
        self._sound = voice(0.1, loudness).tobytes()
        self._closed = Event()
        self.is_closed = False
        self.is_unplugged = False
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self):
        while not self._closed.wait(0.005):
            if not self.is_unplugged:
                self._take.send(self._sound)

    def close(self):
        self._closed.set()
        self._thread.join(LONG)
        self.is_closed = True

    def is_real(self):
        return True


class Stand:
    def __init__(self):
        self.error = None
        self.gate = None
        self.loudness = 3000
        self.opened = []
        self.takes, self.failures, self.levels = [], [], []
        self.input = MicrophoneInput(open_device=self.open)
        self.input.recorded.connect(self.takes.append)
        self.input.failed.connect(self.failures.append)
        self.input.level_changed.connect(self.levels.append)

    def open(self, take):
        if self.gate is not None:
            self.gate.wait(LONG)
        if self.error is not None:
            raise self.error
        self.opened.append(FakeMicrophone(take, self.loudness))
        return self.opened[-1]


@pytest.fixture
def stand(qapp):
    stand = Stand()
    yield stand
    stand.input.close()


def test_a_take_is_recorded_levelled_and_the_microphone_given_back(stand, qtbot):
    stand.input.start()
    qtbot.waitUntil(lambda: len(stand.levels) > 1, timeout=10_000)
    stand.input.stop()
    qtbot.waitUntil(lambda: bool(stand.takes), timeout=10_000)
    (take,) = stand.takes
    assert level(take.samples) == pytest.approx(LOUDNESS, rel=0.05)
    assert stand.opened[0].is_closed
    assert max(stand.levels) == pytest.approx(3000 / 32767 / math.sqrt(2), rel=0.05)
    assert stand.failures == []


@pytest.mark.parametrize(
    ("error", "state"),
    [(DeviceError("none"), SoundState.NO_DEVICE), (ImportError("m"), SoundState.NO_LIBRARY)],
)
def test_without_a_microphone_it_fails_and_says_why(stand, qtbot, error, state):
    stand.error = error
    stand.input.start()
    qtbot.waitUntil(lambda: bool(stand.failures), timeout=10_000)
    assert stand.failures == [state]


def test_a_microphone_that_is_unplugged_leaves_no_stump(stand, qtbot, monkeypatch):
    """It would stand in the place of the good recording that there was."""
    monkeypatch.setattr(microphone, "LOST_S", 0.1)
    stand.input.start()
    qtbot.waitUntil(lambda: len(stand.levels) > 1, timeout=10_000)
    stand.opened[0].is_unplugged = True
    qtbot.waitUntil(lambda: bool(stand.failures or stand.takes), timeout=10_000)
    assert (stand.takes, stand.failures) == ([], [SoundState.NO_DEVICE])


def test_the_longest_take_can_still_be_played(stand, qtbot, monkeypatch):
    """The look at it comes late; what is too long is refused by whoever reads it."""
    monkeypatch.setattr(microphone, "MOST_SECONDS", 1)
    stand.input.start()
    qtbot.waitUntil(lambda: bool(stand.takes), timeout=10_000)
    assert 0.9 < stand.takes[0].seconds <= 1


def test_silence_is_no_take(stand, qtbot):
    stand.loudness = 20
    stand.input.start()
    qtbot.waitUntil(lambda: bool(stand.levels), timeout=10_000)
    stand.input.stop()
    qtbot.waitUntil(lambda: bool(stand.failures), timeout=10_000)
    assert stand.failures == [SoundState.NO_DEVICE]


def test_a_frozen_server_is_told_and_a_late_microphone_given_back(stand, qtbot, monkeypatch):
    monkeypatch.setattr(microphone, "ANSWER_S", 0.02)
    stand.gate = Event()
    stand.input.start()
    qtbot.waitUntil(lambda: bool(stand.failures), timeout=10_000)
    assert stand.failures == [SoundState.FROZEN]
    stand.gate.set()
    qtbot.waitUntil(lambda: bool(stand.opened) and stand.opened[0].is_closed, timeout=10_000)
    assert stand.takes == []


def test_a_take_that_was_thrown_away_is_not_told(stand, qtbot):
    stand.input.start()
    qtbot.waitUntil(lambda: bool(stand.levels), timeout=10_000)
    stand.input.close()
    qtbot.waitUntil(lambda: stand.opened[0].is_closed, timeout=10_000)
    stand.loudness = 20
    stand.input.start()
    qtbot.waitUntil(lambda: len(stand.opened) == 2, timeout=10_000)
    stand.input.stop()
    qtbot.waitUntil(lambda: bool(stand.failures), timeout=10_000)
    assert stand.takes == []


def test_silence_before_and_after_the_voice_is_cut_but_for_a_breath():
    silence = array("h", [0] * RATE_HZ)
    made = ready(silence + voice(1.0) + silence)
    assert made.seconds == pytest.approx(1.0 + 2 * MARGIN_S, abs=0.03)


@pytest.mark.parametrize("loudness", [800, 3000, 30000])
def test_quiet_and_loud_teachers_are_equally_loud_and_never_clip(loudness):
    made = ready(voice(1.0, loudness))
    assert level(made.samples) == pytest.approx(LOUDNESS, rel=0.05)
    assert max(map(abs, made.samples)) < 32767


def test_a_knock_at_the_microphone_does_not_overflow():
    samples = voice(1.0, 1500)
    samples[20_000] = -32768
    made = ready(samples)
    assert min(made.samples) > -32768


def test_nothing_is_no_take():
    assert ready(array("h")) is None
    assert ready(array("h", [3] * RATE_HZ)) is None
