"""The teacher's voice: the lines of a lesson, recorded one after the other."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.viewmodels.recording import Doing, RecordingTrouble, RecordingViewModel
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.line_list import LineList
from massage_trainer.widgets.line_panel import LinePanel
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.recording_file import RecordingFile
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.tool_row import LANGUAGE_NAMES
from massage_trainer.widgets.voice_words import trouble_text


class RecordingDialog(ScaledDialog):
    """Lesson and language above, the lines at the left, the chosen one at the right.

    Signals:
        announced: str; what a screen reader is told besides.
    """

    announced = Signal(str)

    def __init__(
        self,
        recording: RecordingViewModel,
        language: Callable[[], str],
        picker: FilePicker,
        parent: QWidget,
    ) -> None:
        """``language`` is that of the window; a lesson must be open in the view-model."""
        super().__init__(QSize(150, 100), parent)
        self._recording = recording
        self._language = language
        self._cards = recording.cards
        self._which = QLabel(self)
        self._lesson = self._choice("lesson", [card.id for card in self._cards])
        self._spoken_words = QLabel(self)
        self._spoken = self._choice("spoken", list(LANGUAGE_NAMES))
        self._listed = self._choice("listed", ["missing", "all"])
        self._lines = LineList(recording, self.scale, self)
        self._progress = QLabel(self)
        self._progress.setObjectName("progress")
        self._progress.setWordWrap(True)
        self._progress.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._panel = LinePanel(recording, self.scale, self)
        self._message = Message(self.scale, self)
        self._file = RecordingFile(recording, picker, self.scale, self)
        self._lay_out()
        self._show_choices()
        self._connect()
        self._lines.setFocus()

    @property
    def message(self) -> str:
        """What was last told."""
        return self._message.text if not self._message.isHidden() else ""

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("The teacher's voice"))
        self._which.setText(self.tr("Lesson"))
        self._lesson.setAccessibleName(self._which.text())
        for row, card in enumerate(self._cards):
            self._lesson.setItemText(row, card.name.in_language(self._language()))
        self._spoken_words.setText(self.tr("Spoken in"))
        self._spoken.setAccessibleName(self._spoken_words.text())
        for row, name in enumerate(LANGUAGE_NAMES.values()):
            self._spoken.setItemText(row, name)
        self._listed.setAccessibleName(self.tr("Which lines are listed"))
        for row, words in enumerate((self.tr("Not recorded yet"), self.tr("All lines"))):
            self._listed.setItemText(row, words)
        self._hint.setText(self.tr("Space: record, stop · Enter: listen · Esc: discard"))
        self._file.retranslate()
        self._lines.retranslate()
        self._panel.retranslate()
        self._show_progress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc throws away the take that runs; the next one closes the dialog."""
        if event.key() == Qt.Key.Key_Escape and self._recording.doing is Doing.RECORDING:
            self._recording.discard()
            self._tell(self.tr("The take was thrown away."))
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._recording.close()
        super().done(result)

    def _choice(self, name: str, values: list[str]) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        for value in values:
            box.addItem(value, value)
        return box

    def _lay_out(self) -> None:
        unit = self.scale.unit
        top = QHBoxLayout()
        top.setSpacing(2 * unit)
        top.addWidget(self._which)
        top.addWidget(self._lesson, 1)
        top.addWidget(self._spoken_words)
        top.addWidget(self._spoken)
        left = QVBoxLayout()
        left.setSpacing(unit)
        left.addWidget(self._listed)
        left.addWidget(self._lines, 1)
        left.addWidget(self._progress)
        left.addWidget(self._hint)
        middle = QHBoxLayout()
        middle.setSpacing(2 * unit)
        middle.addLayout(left, 2)
        middle.addWidget(self._panel, 3)
        self.column.addLayout(top)
        self.column.addLayout(middle, 1)
        self.column.addWidget(self._message)
        self.add_close_button(self._file)

    def _connect(self) -> None:
        recording = self._recording
        self._lesson.activated.connect(self._open)
        self._spoken.activated.connect(self._open)
        self._listed.activated.connect(self._list)
        self._lines.record_wanted.connect(recording.record_or_stop)
        self._lines.listen_wanted.connect(recording.listen_or_stop)
        self._panel.removed.connect(self._lines.setFocus)
        self._file.told.connect(self._tell)
        self._file.failed.connect(self._warn)
        recording.lines_changed.connect(self._show_progress)
        recording.voices_changed.connect(self._show_progress)
        recording.doing_changed.connect(self._follow)
        recording.kept.connect(self._tell_kept)
        recording.troubled.connect(self._tell_trouble)
        recording.failed.connect(self._tell_failure)
        recording.stayed.connect(self._tell_stay)

    def _show_choices(self) -> None:
        recording = self._recording
        self._lesson.setCurrentIndex(max(0, self._lesson.findData(recording.lesson_id)))
        self._spoken.setCurrentIndex(max(0, self._spoken.findData(recording.language)))
        self._listed.setCurrentIndex(0 if recording.missing_only else 1)

    @Slot()
    def _show_progress(self) -> None:
        counts = {"done": self._recording.recorded, "total": self._recording.total}
        self._progress.setText(self.tr("{done} of {total} lines are recorded").format(**counts))

    @Slot()
    def _open(self) -> None:
        self._message.hide()
        try:
            self._recording.open(self._lesson.currentData(), self._spoken.currentData())
        except TrainerError as error:
            self._warn(str(error))
            self._show_choices()

    @Slot()
    def _list(self) -> None:
        self._recording.show_missing_only(on=self._listed.currentData() == "missing")

    @Slot(Doing)
    def _follow(self, doing: Doing) -> None:
        if doing in (Doing.RECORDING, Doing.LISTENING):
            self._message.hide()

    @Slot()
    def _tell_kept(self) -> None:
        self._announce(self.tr("Recorded."))

    @Slot(RecordingTrouble)
    def _tell_trouble(self, trouble: RecordingTrouble) -> None:
        self._warn(trouble_text(trouble))

    @Slot(str)
    def _tell_failure(self, reason: str) -> None:
        self._warn(self.tr("The recording could not be saved: {reason}").format(reason=reason))

    @Slot(str)
    def _tell_stay(self, reason: str) -> None:
        self._warn(self.tr("The recording could not be removed: {reason}").format(reason=reason))

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._message.tell(words)
        self._announce(words)

    @Slot(str)
    def _warn(self, words: str) -> None:
        self._message.warn(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        self.announced.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
