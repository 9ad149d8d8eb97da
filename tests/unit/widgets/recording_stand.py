"""The recording dialog over fakes: a microphone, a loudspeaker and a store in memory."""

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel

from massage_trainer.viewmodels.recording import RecordingViewModel
from massage_trainer.widgets.line_list import LineList
from massage_trainer.widgets.line_panel import LinePanel
from massage_trainer.widgets.recording_dialog import RecordingDialog
from tests.fake_sound import FakeSound
from tests.fakes_voice import FakeGuide, FakeMicrophone, MemoryRecordings


class RecordingStand:
    """What a test holds in its hands around the dialog."""

    def __init__(self, shell, *, language=None, lesson="", size=(1280, 720)):
        self.shell = shell
        self.recordings = MemoryRecordings()
        self.guide = FakeGuide(self.recordings)
        self.microphone = FakeMicrophone()
        self.out = FakeSound(voice_ends_at_once=False)
        self.model = RecordingViewModel(
            shell.lessons,
            shell.teacher.settled,
            self.recordings,
            self.guide,
            self.microphone,
            self.out,
            lambda: True,
        )
        lesson = lesson or self.model.cards[0].id
        self.model.open(lesson, language or shell.language())
        window = shell.window(*size)
        self.dialog = RecordingDialog(self.model, shell.language, shell.picker, window)
        self.announced = []
        self.dialog.announced.connect(self.announced.append)
        shell.show(self.dialog)
        self.dialog.activateWindow()
        # Qt calls a dialog active already when its parent is.
        shell.qtbot.wait_until(lambda: QApplication.activeWindow() is self.dialog)

    @property
    def lines(self) -> LineList:
        return self.dialog.findChild(LineList)

    @property
    def panel(self) -> LinePanel:
        return self.dialog.findChild(LinePanel)

    def button(self, name) -> QAbstractButton:
        return self.dialog.findChild(QAbstractButton, name)

    def box(self, name) -> QComboBox:
        return self.dialog.findChild(QComboBox, name)

    def label(self, name) -> str:
        return self.dialog.findChild(QLabel, name).text()

    def press(self, key, widget=None):
        self.shell.qtbot.keyClick(widget or self.lines, key)

    def choose(self, name, data):
        box = self.box(name)
        box.setCurrentIndex(box.findData(data))
        box.activated.emit(box.currentIndex())
