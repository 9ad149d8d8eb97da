"""Stands for the sound where nobody listens: in a tour of pictures."""

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line


class Silence(QObject):
    """A SoundOut and its themes that play nothing."""

    state_changed = Signal(SoundState)
    spoke = Signal(object, bool)

    @property
    def state(self) -> SoundState:
        return SoundState.READY

    @property
    def is_open(self) -> bool:
        return True

    def keep_open(self, *, on: bool) -> None:
        """There is nothing to open."""

    def play(self, cue: Cue) -> None:
        """Nobody listens."""

    def beat(self, period_ms: int | None) -> None:
        """Nobody listens."""

    def say(self, line: Line) -> None:
        """It is said at once."""
        self.spoke.emit(line, True)  # noqa: FBT003 - as the signal has it

    def hush(self, kind: SoundKind | None = None) -> None:
        """It is silent already."""

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        """Nobody listens."""

    def themes(self) -> list[str]:
        return ["soft"]

    def set_theme(self, name: str) -> None:
        """Nobody listens."""

    def close(self) -> None:
        """There is nothing to give back."""
