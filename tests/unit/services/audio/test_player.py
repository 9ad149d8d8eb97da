"""The player in the windows' thread: orders return at once, news comes as signals."""

import logging
import threading
import wave
from array import array
from pathlib import Path

import pytest

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.services.audio.player import SoundPlayer
from massage_trainer.services.audio.theme import Themes
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm
from tests.unit.services.audio.sounding import HASTY, NO_DEVICE, FakeSystem, FakeVoices

HELLO = Line("hello", "en", Urgency.STEP)


def write_cue(path: Path, value=12000):
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(array("h", [value] * 960).tobytes())


@pytest.fixture
def themes(tmp_path):
    write_cue(tmp_path / "shipped" / "soft" / "start.wav", 12000)
    write_cue(tmp_path / "shipped" / "soft" / "stop.wav", 9000)
    write_cue(tmp_path / "shipped" / "wood" / "start.wav", -12000)
    return Themes([tmp_path / "shipped", tmp_path / "own"])


class Stand:
    def __init__(self, qtbot, themes):
        self.qtbot = qtbot
        self.system = FakeSystem()
        self.voices = FakeVoices()
        self.voices.sounds["hello"] = Pcm(array("h", [9000] * 960))
        self.themes = themes
        self.states = []
        self.spoken = []
        self.told_in = set()
        self.player = None

    def start(self):
        self.player = SoundPlayer(
            self.themes, self.voices, open_device=self.system.open, patience=HASTY
        )
        self.player.state_changed.connect(self.note_state)
        self.player.spoke.connect(self.note_spoken)
        return self.player

    def note_state(self, state):
        self.states.append(state)
        self.told_in.add(threading.current_thread())

    def note_spoken(self, line, heard):
        self.spoken.append((line, heard))
        self.told_in.add(threading.current_thread())

    def until(self, condition):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def opened(self):
        self.until(lambda: self.system.opened and self.system.opened[0].heard)
        return self.system.opened[0]

    def hears(self, loudspeaker):
        return any(loudspeaker.heard)


@pytest.fixture
def stand(qtbot, themes):
    stand = Stand(qtbot, themes)
    yield stand
    if stand.player is not None:
        stand.player.close()


def test_a_cue_of_the_theme_is_heard(stand):
    player = stand.start()
    loudspeaker = stand.opened()
    player.play(Cue.START)
    stand.until(lambda: stand.hears(loudspeaker))
    assert max(loudspeaker.heard) == pytest.approx(12000 / 32768)


def test_another_theme_is_used_from_the_next_cue_on(stand):
    player = stand.start()
    loudspeaker = stand.opened()
    player.set_theme("wood")
    stand.until(lambda: player._loaded == "wood")
    player.play(Cue.START)
    stand.until(lambda: stand.hears(loudspeaker))
    assert min(loudspeaker.heard) == pytest.approx(-12000 / 32768)
    assert player.themes() == ["soft", "wood"]


def test_a_line_is_heard_and_told_in_the_thread_of_the_windows(stand):
    player = stand.start()
    stand.opened()
    player.say(HELLO)
    stand.until(lambda: stand.spoken)
    assert stand.spoken == [(HELLO, True)]
    assert stand.told_in == {threading.main_thread()}


def test_without_a_device_the_state_is_told_once_and_nothing_is_made_up_for(stand):
    stand.system.error = NO_DEVICE
    player = stand.start()
    stand.until(lambda: stand.states)
    player.play(Cue.START)
    player.say(HELLO)
    stand.system.error = None
    stand.until(lambda: player.state is SoundState.READY)
    loudspeaker = stand.opened()
    stand.until(lambda: len(loudspeaker.heard) > 5000)
    assert not any(loudspeaker.heard)
    assert stand.voices.asked == []
    stand.until(lambda: len(stand.states) == 2)
    assert stand.states == [SoundState.NO_DEVICE, SoundState.READY]
    assert stand.told_in == {threading.main_thread()}


def test_a_line_that_a_fault_cut_off_keeps_no_other_waiting(stand):
    stand.voices.sounds["endless"] = Pcm(array("h", [9000] * 20 * RATE_HZ))
    player = stand.start()
    loudspeaker = stand.opened()
    player.say(Line("endless", "en", Urgency.STEP))
    stand.until(lambda: stand.hears(loudspeaker))
    stand.system.error = NO_DEVICE
    loudspeaker.lose()
    stand.until(lambda: stand.states == [SoundState.NO_DEVICE])
    stand.system.error = None
    stand.until(lambda: stand.states == [SoundState.NO_DEVICE, SoundState.READY])
    player.say(HELLO)
    stand.until(lambda: stand.spoken)
    assert stand.spoken == [(HELLO, True)]


def test_a_beat_outlives_the_want_of_a_device(stand):
    write_cue(Path(stand.themes._places[0]) / "soft" / "beat.wav")
    stand.system.error = NO_DEVICE
    player = stand.start()
    stand.until(lambda: stand.states)
    player.beat(20)
    stand.system.error = None
    stand.until(lambda: stand.system.opened and any(stand.system.opened[0].heard))


def test_volume_nought_for_everything_is_off_and_told(stand):
    player = stand.start()
    stand.opened()
    player.set_volume(SoundKind.CUE, 0.0)
    assert player.state is SoundState.READY
    player.set_volume(SoundKind.SPEECH, 0.0)
    assert player.state is SoundState.OFF
    player.set_volume(SoundKind.CUE, 0.5)
    assert player.state is SoundState.READY
    assert stand.states == [SoundState.OFF, SoundState.READY]


def test_what_is_muted_is_not_even_made(stand):
    player = stand.start()
    loudspeaker = stand.opened()
    player.set_volume(SoundKind.SPEECH, 0.0)
    player.say(HELLO)
    player.play(Cue.STOP)
    stand.until(lambda: stand.hears(loudspeaker))
    assert stand.voices.asked == []
    assert stand.spoken == [(HELLO, True)]  # over at once, and not for want of a voice
    assert max(loudspeaker.heard) == pytest.approx(9000 / 32768)


def test_mute_cuts_off_a_voice_that_sounds_by_itself(stand):
    stand.voices.gate = threading.Event()
    player = stand.start()
    stand.opened()
    player.set_volume(SoundKind.SPEECH, 0.4)
    player.say(HELLO)
    stand.until(lambda: stand.voices.asked)
    assert stand.voices.volume == 0.4
    player.set_volume(SoundKind.SPEECH, 0.0)
    stand.until(lambda: stand.voices.stopped)


@pytest.mark.parametrize("kind", [None, SoundKind.CUE])
def test_hush_silences_the_beat(stand, kind):
    write_cue(Path(stand.themes._places[0]) / "soft" / "beat.wav")
    player = stand.start()
    loudspeaker = stand.opened()
    player.beat(20)
    stand.until(lambda: stand.hears(loudspeaker))
    player.hush(kind)
    stand.until(lambda: player.mixer.is_idle)


def test_hush_of_the_speech_leaves_the_cues(stand):
    player = stand.start()
    loudspeaker = stand.opened()
    player.play(Cue.START)
    player.hush(SoundKind.SPEECH)
    stand.until(lambda: stand.hears(loudspeaker))


def test_closing_twice_is_closing_once(stand):
    player = stand.start()
    loudspeaker = stand.opened()
    player.close()
    player.close()
    assert loudspeaker.is_closed


def test_a_cue_that_a_theme_lacks_sounds_as_in_the_default_one(themes):
    sounds = themes.read("wood")
    assert sounds[Cue.START][0] < 0
    assert sounds[Cue.STOP][0] > 0
    assert Cue.HALF not in sounds


def test_an_own_theme_of_the_same_name_comes_first(themes, tmp_path):
    write_cue(tmp_path / "own" / "soft" / "start.wav", 77)
    assert themes.read("soft")[Cue.START][0] == 77


def test_a_damaged_sound_is_left_out(themes, tmp_path, caplog):
    (tmp_path / "shipped" / "wood" / "start.wav").write_bytes(b"no sound")
    with caplog.at_level(logging.INFO):
        sounds = themes.read("wood")
    assert sounds[Cue.START][0] == 12000
    assert "start.wav cannot be played" in caplog.text
