"""The class dose, the own voice, and the file that carries the settings to other computers."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.viewmodels.teacher import TeacherViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.file_picker import FilePicker
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.toggles import WrappingCheck

_LEAST_PERCENT, _MOST_PERCENT, _STEP_PERCENT = 5, 95, 5
_FILE_NAME = "massage-trainer-teacher.json"


class ClassDose(Panel):
    """Shortens the source's numbers for practice; off until the teacher turns it on."""

    def __init__(
        self, teacher: TeacherViewModel, scale: Scale, parent: QWidget | None = None
    ) -> None:
        super().__init__(PanelKind.CARD, parent)
        self._teacher = teacher
        self._on = WrappingCheck(self)
        self._on.setObjectName("class-dose")
        self._on.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        self._percent = NumberBox()
        self._percent.setObjectName("class-dose-percent")
        self._percent.setRange(_LEAST_PERCENT, _MOST_PERCENT)
        self._percent.setSingleStep(_STEP_PERCENT)
        self._stepper = Stepper(self._percent, self)
        self._percent_words = QLabel(self)
        self._percent_words.setWordWrap(True)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        line = QHBoxLayout()
        line.addWidget(self._stepper)
        line.addWidget(self._percent_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.setSpacing(scale.unit)
        column.addWidget(self._on)
        column.addLayout(line)
        column.addWidget(self._words)
        self.set_radius(scale.radius)
        self.retranslate()
        self._on.clicked.connect(self._store)
        self._percent.valueChanged.connect(self._store)
        teacher.changed.connect(self.retranslate)

    @Slot()
    def retranslate(self) -> None:
        """Show the dose of now, in the language of now."""
        choices = self._teacher.choices
        self._on.setChecked(choices.class_dose)
        with QSignalBlocker(self._percent):
            self._percent.setValue(choices.class_dose_percent)
        self._stepper.setEnabled(choices.class_dose)
        self._on.setText(self.tr("Shorten the lessons for practice in class"))
        self._percent.setSuffix(self.tr(" %"))
        self._percent_words.setText(self.tr("of the least that the source asks for"))
        self._stepper.name(
            self.tr("Part of the source's dose, in percent"), self.tr("Less"), self.tr("More")
        )
        self._words.setText(
            self.tr(
                "The source's times and counts do not fit a lesson hour. While this is on, every"
                " shortened number says so on the page; numbers that you set yourself stay."
            )
        )

    @Slot()
    def _store(self) -> None:
        self._teacher.set_class_dose(on=self._on.isChecked(), percent=self._percent.value())


class OwnVoice(Panel):
    """The way to the recordings.

    Signals:
        clicked: the teacher wants to record.
    """

    clicked = Signal()

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(PanelKind.CARD, parent)
        self._title = QLabel(self)
        self._title.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._open = Button(ButtonKind.PLAIN, None, self)
        self._open.setObjectName("own-voice")
        line = QHBoxLayout()
        line.addWidget(self._open)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.setSpacing(scale.unit)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addLayout(line)
        self.set_radius(scale.radius)
        self._open.clicked.connect(self.clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Your own voice"))
        self._words.setText(
            self.tr("Record what the lessons say; the class then hears you instead of a machine.")
        )
        self._open.setText(self.tr("Record the lines of a lesson…"))


class SettingsFile(Panel):
    """Copies the settings out of and into a file.

    Signals:
        told: str; what came of it, to be shown.
        failed: str; why it did not work.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        teacher: TeacherViewModel,
        picker: FilePicker,
        own_path: str,
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        """``own_path`` is where this computer keeps the settings, to be shown."""
        super().__init__(PanelKind.CARD, parent)
        self._teacher = teacher
        self._picker = picker
        self._own_path = own_path
        self._title = QLabel(self)
        self._title.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._path = QLabel(self)
        self._path.setObjectName("settings-path")
        self._path.setWordWrap(True)
        self._path.setTextFormat(Qt.TextFormat.PlainText)
        self._path.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._save = Button(ButtonKind.PLAIN, None, self)
        self._save.setObjectName("save-file")
        self._load = Button(ButtonKind.PLAIN, None, self)
        self._load.setObjectName("load-file")
        line = QHBoxLayout()
        line.addWidget(self._save)
        line.addWidget(self._load)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.setSpacing(scale.unit)
        for widget in (self._title, self._words):
            column.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self._path)
        self.set_radius(scale.radius)
        self._save.clicked.connect(self._write)
        self._load.clicked.connect(self._read)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("The same settings on every computer of the room"))
        self._words.setText(
            self.tr("Save them to a file, carry it to the other computers and load it there.")
        )
        self._save.setText(self.tr("Save to a file…"))
        self._load.setText(self.tr("Load from a file…"))
        self._path.setText(
            self.tr("On this computer every change is saved at once in: {path}").format(
                path=_breakable(self._own_path)
            )
        )

    @Slot()
    def _write(self) -> None:
        path = self._picker.to_save(
            self, self.tr("Save teacher settings"), _FILE_NAME, self._file_type()
        )
        if path is None:
            return
        try:
            self._teacher.export_to(path)
        except TrainerError as error:
            self.failed.emit(
                self.tr("The file could not be written: {reason}").format(reason=error)
            )
        else:
            self.told.emit(self.tr("Saved: {path}").format(path=_breakable(path)))

    @Slot()
    def _read(self) -> None:
        path = self._picker.to_open(self, self.tr("Load teacher settings"), self._file_type())
        if path is None:
            return
        try:
            self._teacher.import_from(path)
        except TrainerError as error:
            self.failed.emit(self.tr("The file could not be read: {reason}").format(reason=error))
        else:
            self.told.emit(self.tr("Loaded: {path}").format(path=_breakable(path)))

    def _file_type(self) -> str:
        return self.tr("Teacher settings (*.json)")


def _breakable(path: Path | str) -> str:
    """A path that may be wrapped after its slashes."""
    return str(path).replace("/", "/\u200b")
