"""The recordings of a lesson in one file, to travel with it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.speech.recorded import RecordingFault, RecordingsError
from massage_trainer.viewmodels.recording import RecordingTrouble, RecordingViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.voice_words import trouble_text


class RecordingFile(QWidget):
    """Saves them and takes over those of another computer.

    Signals:
        told: str; what came of it, to be shown.
        failed: str; why it did not work.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        recording: RecordingViewModel,
        picker: FilePicker,
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._picker = picker
        self._save = Button(ButtonKind.PLAIN, None, self)
        self._save.setObjectName("save-file")
        self._load = Button(ButtonKind.PLAIN, None, self)
        self._load.setObjectName("load-file")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.unit)
        row.addWidget(self._save)
        row.addWidget(self._load)
        self._save.clicked.connect(self._write)
        self._load.clicked.connect(self._read)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._save.setText(self.tr("Save to a file…"))
        self._save.setAccessibleName(self.tr("Save this lesson's recordings to a file"))
        self._load.setText(self.tr("Load from a file…"))
        self._load.setAccessibleName(self.tr("Load recordings from a file"))

    @Slot()
    def _write(self) -> None:
        nothing = self.tr("Nothing of this lesson is recorded yet: there is nothing to save.")
        if not self._recording.has_any:
            self.failed.emit(nothing)
            return
        name = f"{self._recording.lesson_id}-voice.zip"
        path = self._picker.to_save(self, self.tr("Save recordings"), name, self._file_type())
        if path is None:
            return
        try:
            number = self._recording.export_to(path)
        except RecordingsError as error:
            self.failed.emit(
                self.tr("The file could not be written: {reason}").format(reason=error)
            )
            return
        if not number:
            self.failed.emit(nothing)
            return
        words = self.tr("Saved, with %n recording(s) in both languages: {path}", None, number)
        self.told.emit(words.format(path=_breakable(path)))

    @Slot()
    def _read(self) -> None:
        title = self.tr("Load recordings")
        path = self._picker.to_open(self, title, self._file_type())
        if path is None:
            return
        try:
            incoming = self._recording.look_into(path)
            replace = False
            if incoming.own:
                words = self.tr(
                    "%n line(s) of this file have a recording of your own already. Which is kept?",
                    None,
                    len(incoming.own),
                )
                answers = (self.tr("Keep my own"), self.tr("Take those of the file"))
                answer = self._picker.ask(self, title, words, answers)
                if answer is None:
                    return
                replace = answer == 1
            number = self._recording.take_over(incoming, replace=replace)
        except RecordingsError as error:
            self.failed.emit(self._reason(error, path))
            return
        words = self.tr("Loaded, with %n recording(s): {path}", None, number)
        self.told.emit(words.format(path=_breakable(path)))

    def _reason(self, error: RecordingsError, path: Path) -> str:
        match error.fault:
            case RecordingFault.DISK:
                words = self.tr("The recordings could not be loaded: {reason}")
                return words.format(reason=error)
            case RecordingFault.NOT_OURS:
                words = self.tr("This is no file of recordings, or it is damaged: {path}")
                return words.format(path=_breakable(path))
            case RecordingFault.NO_LIBRARY:
                return trouble_text(RecordingTrouble.NO_LIBRARY)

    def _file_type(self) -> str:
        return self.tr("Recordings (*.zip)")


def _breakable(path: Path) -> str:
    """A path that may be wrapped after its slashes."""
    return str(path).replace("/", "/\u200b")
