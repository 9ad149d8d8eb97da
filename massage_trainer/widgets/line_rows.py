"""The lines of a lesson as a Qt model: their words, and whether they are recorded."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from massage_trainer.domain.speech.line import Line
from massage_trainer.viewmodels.recording import RecordingViewModel
from massage_trainer.widgets.voice_words import source_text

RECORDED_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class LineRows(QAbstractListModel):
    """What the view-model lists, read aloud with who says it."""

    def __init__(self, recording: RecordingViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recording = recording
        self._lines: tuple[Line, ...] = recording.lines
        recording.lines_changed.connect(self._reset)
        recording.voices_changed.connect(self.tell_again)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{line.text} {source_text(self._recording.source(line))}"
            case Qt.ItemDataRole.UserRole:
                return self._recording.has(line)
            case _:
                return None

    @Slot()
    def tell_again(self) -> None:
        """Voices or words are others now."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    @Slot()
    def _reset(self) -> None:
        self.beginResetModel()
        self._lines = self._recording.lines
        self.endResetModel()
