"""A microphone of a real sound server: here it hears what the loudspeaker plays."""

import pytest

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.microphone import MicrophoneInput
from massage_trainer.services.speech.pcm import RATE_HZ
from tests.faults.sound_stand import THEMES, SoundStand
from tests.pitches import Ear, read_wav
from tests.sound_server import MISSING

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.slow,
]


class Room(SoundStand):
    def __init__(self, qtbot, folder):
        super().__init__(qtbot, folder)
        self.microphone = MicrophoneInput()
        self.takes, self.failures, self.levels = [], [], []
        self.microphone.recorded.connect(self.takes.append)
        self.microphone.failed.connect(self.failures.append)
        self.microphone.level_changed.connect(self.levels.append)

    def close(self):
        self.microphone.close()
        super().close()


@pytest.fixture
def room(qtbot, tmp_path, monkeypatch):
    room = Room(qtbot, tmp_path)
    monkeypatch.setenv("PULSE_SERVER", room.server.address)
    yield room
    room.close()


def test_a_take_holds_what_was_heard(room):
    room.server.start()
    player = room.start()
    made_at = player.mixer.looked_at
    room.until(lambda: player.mixer.looked_at > made_at)
    room.microphone.start()
    room.until(lambda: room.levels)
    player.play(Cue.SIDE)
    room.wait(1200)
    room.microphone.stop()
    room.until(lambda: room.takes or room.failures)
    (take,) = room.takes
    samples, rate_hz = read_wav(THEMES / "soft" / f"{Cue.SIDE.value}.wav")
    assert Ear(RATE_HZ).tones(take.samples) == Ear(rate_hz).tones(samples)
    assert 0.5 < take.seconds < 1.0
    assert max(room.levels) > 0.05


def test_without_a_server_it_fails_and_the_windows_do_not_wait(room):
    room.meter.start()
    room.microphone.start()
    room.until(lambda: room.failures)
    assert room.failures == [SoundState.NO_DEVICE]
    assert room.meter.stop() == []


def test_a_server_that_stops_while_recording_costs_no_more_than_the_rest_of_the_take(room):
    room.server.start()
    room.microphone.start()
    room.until(lambda: room.levels)
    room.meter.start()
    room.server.freeze()
    room.wait(300)
    room.microphone.stop()
    room.until(lambda: room.takes or room.failures)
    assert room.meter.stop() == []


def test_a_dead_server_is_told(room):
    room.die()
    room.meter.start()
    room.microphone.start()
    room.until(lambda: room.failures)
    assert room.failures == [SoundState.FROZEN]
    assert room.meter.stop() == []
