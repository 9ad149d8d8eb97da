"""A player over a real sound server that a test may stop, kill or unplug."""

import math
from array import array
from pathlib import Path

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.services.audio.output import Patience
from massage_trainer.services.audio.player import SoundPlayer
from massage_trainer.services.audio.theme import Themes
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm
from tests.faults.stall_meter import StallMeter
from tests.sound_server import DeadServer, SoundServer

THEMES = Path("assets/audio/themes").absolute()
STEP = Line("a long sentence", "en", Urgency.STEP)
LONG_MS = 30_000


class HummingVoice:
    """Says every line as three seconds of a deep hum, below every cue."""

    def __init__(self, loudness: int = 6000) -> None:
        turn = math.tau * 220 / RATE_HZ
        samples = (round(loudness * math.sin(turn * n)) for n in range(3 * RATE_HZ))
        self._sound = Pcm(array("h", samples))

    def render(self, line, stop, volume):
        return self._sound


class SoundStand:
    """The server is not started yet, and its address is where the sound library looks."""

    def __init__(self, qtbot, folder: Path) -> None:
        self.server = SoundServer(folder)
        self.dead: DeadServer | None = None
        self.meter = StallMeter()
        self.states: list[SoundState] = []
        self.player: SoundPlayer | None = None
        self.voice = HummingVoice()
        self._qtbot = qtbot

    def start(self, patience: Patience | None = None) -> SoundPlayer:
        self.player = SoundPlayer(Themes([THEMES]), self.voice, patience=patience)
        self.player.state_changed.connect(self.states.append)
        return self.player

    def start_playing(self, *modules: str) -> SoundPlayer:
        """With a server, and until something is heard."""
        self.server.start(modules=modules)
        player = self.start()
        self.until(lambda: player._loaded)
        player.say(STEP)
        self.until(lambda: not player.mixer.is_idle and player.mixer._speech is not None)
        return player

    def die(self) -> None:
        """Put a dead server where a living one was, or is expected."""
        self.server.kill()
        self.dead = DeadServer(self.server.socket)

    def use(self) -> None:
        """What a lesson does, whatever the sound is like."""
        assert self.player is not None
        self.player.play(Cue.HALF)
        self.player.say(STEP)
        self.player.beat(500)
        self.player.hush()
        self.player.play(Cue.START)

    def until(self, condition) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=LONG_MS)

    def until_state(self, state: SoundState) -> None:
        self.until(lambda: self.states and self.states[-1] is state)

    def wait(self, milliseconds: int) -> None:
        self._qtbot.wait(milliseconds)

    def close(self) -> None:
        self.meter.stop()
        if self.player is not None:
            self.player.close()
        if self.dead is not None:
            self.dead.close()
        self.server.kill()
