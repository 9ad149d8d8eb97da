"""How loud what is, which theme, and whether cues must be seen."""

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundOut, SoundState, SoundThemes
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.viewmodels.preferences import PreferencesViewModel


class SoundSettings(QObject):
    """Hands the preferences on to the sound, and lets it be tried.

    Signals:
        state_changed: SoundState.
    """

    state_changed = Signal(SoundState)

    def __init__(
        self,
        out: SoundOut,
        themes: SoundThemes,
        preferences: PreferencesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._out = out
        self._themes = themes
        self._preferences = preferences
        out.state_changed.connect(self.state_changed.emit)
        preferences.changed.connect(self.apply)
        self.apply()

    @property
    def state(self) -> SoundState:
        return self._out.state

    @property
    def themes(self) -> list[str]:
        """The names of the folders of sounds."""
        return self._themes.themes()

    @property
    def cues_are_seen(self) -> bool:
        """Whether each cue is shown: it cannot be heard (in time), or is wanted so."""
        value = self._preferences.value
        silent = value.muted or not value.cue_volume
        late = self._out.state is not SoundState.READY or not self._out.is_open
        return value.flash or silent or late

    @Slot()
    def apply(self) -> None:
        """Let the preferences hold."""
        value = self._preferences.value
        for kind, percent in (
            (SoundKind.CUE, value.cue_volume),
            (SoundKind.SPEECH, value.speech_volume),
        ):
            self._out.set_volume(kind, 0.0 if value.muted else percent / 100)
        self._themes.set_theme(value.sound_theme)

    @Slot()
    def toggle(self) -> None:
        """Sound off, or on again."""
        self._preferences.update(muted=not self._preferences.value.muted)

    def try_cue(self) -> None:
        """Let the signals be heard as they are now."""
        self._out.play(Cue.START)

    def try_voice(self, text: str) -> None:
        """Let the voice be heard as it is now."""
        self._out.say(Line(text, self._preferences.value.language, Urgency.ANSWER))
