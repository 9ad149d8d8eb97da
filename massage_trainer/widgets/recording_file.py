"""The recordings of a lesson in one file, to travel with it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.viewmodels.recording import RecordingViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.theme import Scale


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
        name = f"{self._recording.lesson_id}-voice.zip"
        path = self._picker.to_save(self, self.tr("Save recordings"), name, self._file_type())
        if path is None:
            return
        try:
            number = self._recording.export_to(path)
        except TrainerError as error:
            self.failed.emit(
                self.tr("The file could not be written: {reason}").format(reason=error)
            )
            return
        words = self.tr("Saved, with {number} recordings in both languages: {path}")
        self.told.emit(words.format(number=number, path=_breakable(path)))

    @Slot()
    def _read(self) -> None:
        path = self._picker.to_open(self, self.tr("Load recordings"), self._file_type())
        if path is None:
            return
        try:
            number = self._recording.import_from(path)
        except TrainerError as error:
            self.failed.emit(self.tr("The file could not be read: {reason}").format(reason=error))
            return
        words = self.tr("Loaded, with {number} recordings: {path}")
        self.told.emit(words.format(number=number, path=_breakable(path)))

    def _file_type(self) -> str:
        return self.tr("Recordings (*.zip)")


def _breakable(path: Path) -> str:
    """A path that may be wrapped after its slashes."""
    return str(path).replace("/", "/\u200b")
