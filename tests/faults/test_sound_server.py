"""Sound servers that are missing, dead, stopped, killed: the windows never wait for them."""

import subprocess
import sys

import pytest

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.output import Patience
from tests.faults.sound_faults import FAULTS, no_library
from tests.faults.sound_stand import THEMES, SoundStand
from tests.pitches import Ear, read_wav
from tests.sound_server import MISSING, NULL_SINK, RATE_HZ

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.slow,
]
MOST_TO_LEAVE_S = 5


@pytest.fixture
def stand(qtbot, tmp_path, monkeypatch):
    stand = SoundStand(qtbot, tmp_path)
    monkeypatch.setenv("PULSE_SERVER", stand.server.address)
    yield stand
    stand.close()


@pytest.mark.parametrize("fault", FAULTS)
def test_the_windows_never_wait_for_the_sound(fault, stand, monkeypatch):
    if fault is no_library:
        monkeypatch.setitem(sys.modules, "miniaudio", None)
    fault(stand)
    assert stand.meter.stop() == []


def test_no_connection_to_the_server_is_left_behind(stand):
    """The library forgets one whenever a device is closed, or cannot be opened."""
    stand.server.start()
    stand.server.ask("unload-module", "module-null-sink")
    player = stand.start(Patience(first_retry=0.05, last_retry=0.05))
    stand.until_state(SoundState.NO_DEVICE)
    stand.wait(1000)
    stand.server.ask("load-module", *NULL_SINK.split(), "sink_name=headset")
    stand.until_state(SoundState.READY)
    player.close()
    clients = (stand.server.ask("list", "short", "clients") or "").splitlines()
    assert len(clients) <= 1, clients  # who asks is one


def test_a_server_that_appears_later_is_used(stand):
    player = stand.start()
    stand.until_state(SoundState.NO_DEVICE)
    stand.server.start()
    stand.until_state(SoundState.READY)
    recording = stand.server.record()
    player.play(Cue.START)
    stand.wait(1200)
    assert heard(recording) == pattern(Cue.START)


def test_a_server_that_was_stopped_is_used_when_it_goes_on(stand):
    player = stand.start_playing()
    stand.server.freeze()
    stand.until_state(SoundState.FROZEN)
    stand.server.thaw()
    stand.until_state(SoundState.READY)
    recording = stand.server.record()
    player.play(Cue.STEP_END)
    stand.wait(1200)
    assert heard(recording) == pattern(Cue.STEP_END)


def test_a_living_server_in_the_place_of_a_dead_one_is_used(stand):
    stand.die()
    stand.start(Patience(attempt=2.0))
    stand.until_state(SoundState.FROZEN)
    stand.server.start()
    stand.until_state(SoundState.READY)


def test_another_loudspeaker_that_is_plugged_in_is_used(stand):
    player = stand.start_playing()
    stand.server.ask("unload-module", "module-null-sink")
    stand.until_state(SoundState.NO_DEVICE)
    stand.server.ask("load-module", *NULL_SINK.split(), "sink_name=headset")
    stand.until_state(SoundState.READY)
    recording = stand.server.record()
    player.play(Cue.SIDE)
    stand.wait(1200)
    assert heard(recording) == pattern(Cue.SIDE)


def heard(recording) -> list[int]:
    return Ear(RATE_HZ).tones(recording.samples())


def pattern(cue: Cue) -> list[int]:
    samples, rate_hz = read_wav(THEMES / "soft" / f"{cue.value}.wav")
    return Ear(rate_hz).tones(samples)


LEAVING = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.player import SoundPlayer
from massage_trainer.services.audio.theme import Themes

app = QCoreApplication([])
player = SoundPlayer(Themes([Path("assets/audio/themes")]), None)

def look():
    if player.mixer.heard_at > begun_at:
        print("playing", flush=True)
        sys.stdin.readline()
        if sys.argv[1] == "closed":
            player.close()
        if sys.argv[1] == "failed":
            os.environ["no such name"]
        app.quit()
    else:
        player.play(Cue.LESSON_END)

begun_at = player.mixer.heard_at
timer = QTimer(timeout=look)
timer.start(20)
sys.excepthook = lambda *error: app.exit(7)
sys.exit(app.exec())
"""


@pytest.mark.parametrize("frozen", [False, True], ids=["living", "frozen"])
@pytest.mark.parametrize("way", ["closed", "forgotten", "failed"])
def test_the_program_ends_at_once_whatever_the_sound_does(stand, way, frozen):
    stand.server.start()
    with subprocess.Popen(
        [sys.executable, "-c", LEAVING, way],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == "playing\n"
            if frozen:
                stand.server.freeze()
            program.communicate("\n", timeout=MOST_TO_LEAVE_S)
        finally:
            program.kill()
    assert program.returncode == (7 if way == "failed" else 0)
