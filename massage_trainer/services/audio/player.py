"""The SoundOut of the program: takes orders in the windows' thread and hands them on at once."""

from __future__ import annotations

import atexit
import contextlib
from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Qt, Signal, Slot

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.line import Line
from massage_trainer.services.audio.calls import Call
from massage_trainer.services.audio.devices import Device, open_loudspeaker
from massage_trainer.services.audio.mixer import Mixer
from massage_trainer.services.audio.output import Output, Patience
from massage_trainer.services.audio.speaker import LineVoices, Speaker
from massage_trainer.services.audio.theme import DEFAULT_THEME, Themes

OpenLoudspeaker = Callable[[Generator[bytes, int, None]], Device]


class SoundPlayer(QObject):
    """Plays through whatever loudspeaker there is; one that comes later is used then.

    Nothing that is ordered while there is none is made up for, except the beat.

    Signals: ``state_changed`` (SoundState), ``spoke`` (Line, whether a voice could say it).
    """

    state_changed = Signal(SoundState)
    spoke = Signal(object, bool)
    # From the threads of the sound to that of the windows.
    _output_told = Signal(SoundState)
    _speaker_told = Signal(object, bool)

    def __init__(
        self,
        themes: Themes,
        voices: LineVoices,
        parent: QObject | None = None,
        *,
        theme: str = DEFAULT_THEME,
        open_device: OpenLoudspeaker = open_loudspeaker,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._theme = theme
        self._loaded = ""
        self._closed = False
        self._volumes = {SoundKind.CUE: 1.0, SoundKind.SPEECH: 1.0}
        self._output_told.connect(self._follow_output, Qt.ConnectionType.QueuedConnection)
        self._speaker_told.connect(self._follow_speaker, Qt.ConnectionType.QueuedConnection)
        self._told_state = SoundState.READY
        self.mixer = Mixer()
        self._speaker = Speaker(self.mixer, voices, self._tell_spoke)
        self._output = Output(self.mixer, open_device, self._load, self._tell_state, patience)
        # A sound thread that runs into the end of the interpreter would keep it from ending.
        atexit.register(self.close)

    @property
    def state(self) -> SoundState:
        if not any(self._volumes.values()):
            return SoundState.OFF
        return self._output.state

    @property
    def is_open(self) -> bool:
        return self._output.is_open

    def keep_open(self, *, on: bool) -> None:
        self._output.keep_open(on=on)

    def play(self, cue: Cue) -> None:
        if self._volumes[SoundKind.CUE]:
            if self._output.state is SoundState.READY:
                self.mixer.play(cue)
            else:
                self._output.wake()

    def beat(self, period_ms: int | None) -> None:
        self.mixer.beat(period_ms)

    def say(self, line: Line) -> None:
        self._output.wake()
        if self._volumes[SoundKind.SPEECH] and self._output.state is SoundState.READY:
            self._speaker.say(line)
        else:
            self._tell_spoke(line, True)  # noqa: FBT003 - over at once: whoever says more goes on

    def hush(self, kind: SoundKind | None = None) -> None:
        if kind is not SoundKind.CUE:
            self._speaker.hush()
        if kind is not SoundKind.SPEECH:
            self.mixer.hush(SoundKind.CUE)

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        self._volumes[kind] = volume
        self.mixer.set_volume(kind, volume)
        if kind is SoundKind.SPEECH:
            self._speaker.set_volume(volume)
        self._tell_change()

    def themes(self) -> list[str]:
        """The names of the sound themes."""
        return self._themes.names()

    def set_theme(self, name: str) -> None:
        """From the next cue on."""
        if name != self._theme:
            self._theme = name
            Call(self._load)

    def close(self) -> None:
        """Silence, and the device given back."""
        if not self._closed:
            self._closed = True
            atexit.unregister(self.close)
            self._speaker.close()
            self._output.close()

    def _load(self) -> None:
        """In a thread of the sound: the files of the theme, unless they are there already."""
        name = self._theme
        if name != self._loaded:
            self.mixer.set_sounds(self._themes.read(name))
            self._loaded = name

    def _tell_state(self, state: SoundState) -> None:
        with contextlib.suppress(RuntimeError):  # the windows are gone already
            self._output_told.emit(state)

    def _tell_spoke(self, line: Line, heard: bool) -> None:  # noqa: FBT001 - as the signal has it
        with contextlib.suppress(RuntimeError):
            self._speaker_told.emit(line, heard)

    @Slot(SoundState)
    def _follow_output(self, _state: SoundState) -> None:
        self._tell_change()
        if self._output.state is not SoundState.READY:
            self._speaker.hush()  # what has not been heard by now would come too late

    def _tell_change(self) -> None:
        state = self.state
        if state is not self._told_state:
            self._told_state = state
            self.state_changed.emit(state)

    @Slot(object, bool)
    def _follow_speaker(self, line: Line, heard: bool) -> None:  # noqa: FBT001
        self.spoke.emit(line, heard)
