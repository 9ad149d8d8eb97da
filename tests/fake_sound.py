"""A SoundOut that is heard by a test: everything in order, nothing late."""

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line


class FakeSound(QObject):
    """Keeps what it is asked for; a voice ends when the test says so, or at once."""

    state_changed = Signal(SoundState)
    spoke = Signal(object, bool)

    def __init__(self, *, voice_ends_at_once: bool = True) -> None:
        super().__init__()
        self.state = SoundState.READY
        self.is_open = True
        self.kept_open = False
        self.heard: list[object] = []
        self.volumes: dict[SoundKind, float] = {}
        self.closed = False
        self._at_once = voice_ends_at_once
        self._speaking: list[Line] = []

    @property
    def cues(self) -> list[Cue]:
        return [sound for sound in self.heard if isinstance(sound, Cue)]

    @property
    def said(self) -> list[str]:
        return [sound.text for sound in self.heard if isinstance(sound, Line)]

    def keep_open(self, *, on: bool) -> None:
        self.kept_open = on

    def play(self, cue: Cue) -> None:
        self.heard.append(cue)

    def beat(self, period_ms: int | None) -> None:
        self.heard.append(("beat", period_ms))

    def say(self, line: Line) -> None:
        self.heard.append(line)
        if not self._at_once:
            self._speaking.append(line)
            return
        self.spoke.emit(line, True)

    def end_line(self, *, heard: bool = True) -> None:
        """The voice has come to the end of its sentence."""
        line = self._speaking.pop()
        self.spoke.emit(line, heard)

    def hush(self, kind: SoundKind | None = None) -> None:
        self.heard.append(("hush", kind))
        self._speaking.clear()

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        self.volumes[kind] = volume

    def change(self, state: SoundState) -> None:
        """The device comes or goes."""
        self.state = state
        self.state_changed.emit(state)

    def close(self) -> None:
        self.closed = True


class FakeThemedSound(FakeSound):
    """With two folders of sounds."""

    def __init__(self, *, voice_ends_at_once: bool = True) -> None:
        super().__init__(voice_ends_at_once=voice_ends_at_once)
        self.theme = ""

    def themes(self) -> list[str]:
        return ["soft", "wood"]

    def set_theme(self, name: str) -> None:
        self.theme = name
