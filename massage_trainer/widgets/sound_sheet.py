"""What is heard and how loud, and what is seen instead."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.ports import SoundState
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.sound_settings import SoundSettings
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import ChoiceBox, NumberBox, Stepper
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.setting_words import setting_title
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.toggles import WrappingCheck

_STEP_PERCENT = 10


class SoundSheet(QWidget):
    """Volumes, theme and a try of each; every change holds at once."""

    def __init__(
        self,
        sound: SoundSettings,
        preferences: PreferencesViewModel,
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._preferences = preferences
        self._titles = {
            name: QLabel(self) for name in ("cue_volume", "speech_volume", "sound_theme")
        }
        self._cues = self._volume("cue-volume")
        self._speech = self._volume("speech-volume")
        self._try_cue = Button(ButtonKind.PLAIN, Icon.PLAY, self)
        self._try_cue.setObjectName("try-cue")
        self._try_voice = Button(ButtonKind.PLAIN, Icon.PLAY, self)
        self._try_voice.setObjectName("try-voice")
        self._theme = ChoiceBox(self)
        self._theme.setObjectName("sound-theme")
        for name in sound.themes:
            self._theme.addItem(name, name)
        self._muted = WrappingCheck(self)
        self._muted.setObjectName("muted")
        self._flash = WrappingCheck(self)
        self._flash.setObjectName("flash")
        self._flash_words = QLabel(self)
        self._flash_words.setWordWrap(True)
        self._flash_words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._state = QLabel(self)
        self._state.setObjectName("sound-state")
        self._state.setWordWrap(True)
        self._lay_out(scale)
        self._show_values()
        self._connect()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        language = self._preferences.value.language
        for name, label in self._titles.items():
            label.setText(setting_title(name, language))
        for stepper, name in ((self._cues, "cue_volume"), (self._speech, "speech_volume")):
            stepper.box.setSuffix(self.tr(" %"))
            stepper.name(setting_title(name, language), self.tr("Less"), self.tr("More"))
        self._theme.setAccessibleName(setting_title("sound_theme", language))
        names = {"soft": self.tr("Soft"), "wood": self.tr("Wood")}
        for row in range(self._theme.count()):
            own = self._theme.itemData(row)
            self._theme.setItemText(row, names.get(own, own))
        self._try_cue.setText(self.tr("Try it"))
        self._try_cue.setAccessibleName(self.tr("Try the signals"))
        self._try_voice.setText(self.tr("Try it"))
        self._try_voice.setAccessibleName(self.tr("Try the voice"))
        self._muted.setText(setting_title("muted", language))
        self._flash.setText(setting_title("flash", language))
        self._flash_words.setText(
            self.tr(
                "Where no signal can be heard, the whole window flashes in its place. With reduced"
                " motion a frame stands still instead."
            )
        )
        self._flash.setAccessibleDescription(self._flash_words.text())
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Tell what is to be heard now."""
        self._state.setText(
            {
                SoundState.READY: self.tr("Sound is ready."),
                SoundState.OFF: self.tr("Sound is off."),
                SoundState.NO_LIBRARY: self.tr("The sound library miniaudio is not installed."),
                SoundState.NO_DEVICE: self.tr(
                    "There is no loudspeaker or headphones; they are used as soon as they are"
                    " plugged in."
                ),
                SoundState.FROZEN: self.tr("The sound of this computer does not answer."),
            }[self._sound.state]
        )

    def _volume(self, name: str) -> Stepper:
        box = NumberBox()
        box.setObjectName(name)
        box.setRange(0, 100)
        box.setSingleStep(_STEP_PERCENT)
        return Stepper(box, self)

    def _lay_out(self, scale: Scale) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(3 * scale.unit)
        form.setVerticalSpacing(2 * scale.unit)
        for name, field, button in (
            ("cue_volume", self._cues, self._try_cue),
            ("speech_volume", self._speech, self._try_voice),
        ):
            row = QHBoxLayout()
            row.setSpacing(2 * scale.unit)
            row.addWidget(field)
            row.addWidget(button)
            row.addStretch()
            form.addRow(self._titles[name], row)
        form.addRow(self._titles["sound_theme"], self._theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, scale.unit, 0)
        column.setSpacing(2 * scale.unit)
        column.addLayout(form)
        for part in (self._muted, self._flash, self._flash_words, self._state):
            column.addWidget(part)
        column.addStretch()

    def _connect(self) -> None:
        for stepper in (self._cues, self._speech):
            stepper.box.valueChanged.connect(self._store)
        self._theme.activated.connect(self._store)
        self._muted.clicked.connect(self._store)
        self._flash.clicked.connect(self._store)
        self._try_cue.clicked.connect(self._sound.try_cue)
        self._try_voice.clicked.connect(self._speak)
        self._preferences.changed.connect(self._show_values)
        self._sound.state_changed.connect(self.show_state)

    @Slot()
    def _show_values(self) -> None:
        value = self._preferences.value
        for stepper, percent in (
            (self._cues, value.cue_volume),
            (self._speech, value.speech_volume),
        ):
            with QSignalBlocker(stepper.box):
                stepper.box.setValue(percent)
        self._theme.setCurrentIndex(max(0, self._theme.findData(value.sound_theme)))
        self._muted.setChecked(value.muted)
        self._flash.setChecked(value.flash)

    @Slot()
    def _store(self) -> None:
        self._preferences.update(
            cue_volume=self._cues.box.value(),
            speech_volume=self._speech.box.value(),
            sound_theme=self._theme.currentData() or "",
            muted=self._muted.isChecked(),
            flash=self._flash.isChecked(),
        )
        self.show_state()

    @Slot()
    def _speak(self) -> None:
        self._sound.try_voice(self.tr("This is how the instructions sound."))
