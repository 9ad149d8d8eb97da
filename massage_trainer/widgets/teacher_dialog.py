"""The teacher's settings: open questions, numbers, class dose, and their file."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from massage_trainer.viewmodels.teacher import TeacherViewModel
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.scaled_dialog import ScaledDialog, scrolling
from massage_trainer.widgets.tab_bar import QuietTabBar
from massage_trainer.widgets.teacher_numbers import TeacherNumbers
from massage_trainer.widgets.teacher_questions import TeacherQuestions
from massage_trainer.widgets.teacher_room import ClassDose, OwnVoice, SettingsFile


class TeacherDialog(ScaledDialog):
    """Three sheets; every change is saved and applied at once.

    Signals:
        voice_clicked: the teacher wants to record the lines of a lesson.
    """

    voice_clicked = Signal()

    def __init__(
        self,
        teacher: TeacherViewModel,
        language: Callable[[], str],
        own_path: str,
        picker: FilePicker,
        parent: QWidget,
    ) -> None:
        """``own_path`` is where this computer keeps the settings, to be shown."""
        super().__init__(QSize(140, 92), parent)
        self._questions = TeacherQuestions(teacher, language, self.scale)
        self._numbers = TeacherNumbers(teacher, language, self.scale)
        self._dose = ClassDose(teacher, self.scale)
        self._file = SettingsFile(teacher, picker, own_path, self.scale)
        self._voice = OwnVoice(self.scale)
        self._message = Message(self.scale, self)
        self._message.setObjectName("message")
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("tabs")
        self._tabs.setTabBar(QuietTabBar(self._tabs))
        self._tabs.setDocumentMode(True)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, self.scale.unit, 0)
        column.setSpacing(2 * self.scale.unit)
        column.addWidget(self._dose)
        column.addWidget(self._voice)
        column.addWidget(self._file)
        column.addStretch()
        for sheet in (scrolling(self._questions, self), self._numbers, scrolling(room, self)):
            page = QWidget(self._tabs)
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 2 * self.scale.unit, 0, 0)
            inside.addWidget(sheet)
            self._tabs.addTab(page, "")
        self.column.addWidget(self._tabs, 1)
        self.column.addWidget(self._message)
        self.add_close_button()
        self._voice.clicked.connect(self.voice_clicked)
        self._file.told.connect(self._message.tell)
        self._file.failed.connect(self._message.warn)

    @property
    def message(self) -> str:
        """What was last told about a file."""
        return self._message.text

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Teacher settings"))
        for number, words in enumerate(
            (self.tr("Open questions"), self.tr("Numbers"), self.tr("Class and file"))
        ):
            self._tabs.setTabText(number, words)
        for part in (self._questions, self._numbers, self._dose, self._voice, self._file):
            part.retranslate()
