"""The chosen line in large letters, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.viewmodels.recording import Doing, RecordingViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.level_meter import LevelMeter
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.scaled_dialog import scrolling
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.toggles import WrappingCheck
from massage_trainer.widgets.voice_words import source_text

_TEXT_PERCENT = 4.0


class LinePanel(Panel):
    """Text, voice, meter and buttons of one line.

    Signals:
        removed: the recording was removed; the button that did it has nothing left to do.
    """

    removed = Signal()

    def __init__(
        self, recording: RecordingViewModel, scale: Scale, parent: QWidget | None = None
    ) -> None:
        super().__init__(PanelKind.CARD, parent)
        self._recording = recording
        self._place = QLabel(self)
        self._place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._text = TextBlock(_TEXT_PERCENT, weight=QFont.Weight.DemiBold)
        self._text.setObjectName("line-text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._text.set_scale(scale)
        self._sight = scrolling(self._text, self)
        for ground in (self._sight.viewport(), self._text):
            ground.setAutoFillBackground(False)
        self._source = QLabel(self)
        self._source.setObjectName("line-source")
        self._source.setWordWrap(True)
        self._meter = LevelMeter(scale, self)
        self._record = Button(ButtonKind.PRIMARY, Icon.RECORD, self)
        self._record.setObjectName("record")
        self._listen = Button(ButtonKind.PLAIN, Icon.PLAY, self)
        self._listen.setObjectName("listen")
        self._remove = Button(ButtonKind.PLAIN, Icon.CLOSE, self)
        self._remove.setObjectName("remove")
        self._goes_on = WrappingCheck(self)
        self._goes_on.setObjectName("goes-on")
        self._goes_on.setChecked(recording.goes_on)
        self._lay_out(scale)
        self._connect()

    @property
    def words(self) -> str:
        """Who says the line."""
        return self._source.text()

    @Slot()
    def retranslate(self) -> None:
        """Show the line of now, in the language of now."""
        line = self._recording.line
        numbers = {"number": self._recording.index + 1, "total": len(self._recording.lines)}
        self._place.setText(self.tr("Line {number} of {total}").format(**numbers) if line else "")
        self._text.show_text(line.text if line else self.tr("Everything is recorded."))
        self._sight.verticalScrollBar().setValue(0)
        self._source.setText(source_text(self._recording.source(line)) if line else "")
        self._remove.setText(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove the recording"))
        self._goes_on.setText(self.tr("After a recording go on to the next line"))
        self._meter.retranslate()
        self._show_buttons()

    @Slot()
    def _show_buttons(self) -> None:
        recording = self._recording
        line, doing = recording.line, recording.doing
        there = line is not None and recording.has(line)
        if doing in (Doing.RECORDING, Doing.KEEPING):
            self._record.setText(self.tr("Stop"))
            self._record.setAccessibleName(self.tr("Stop recording"))
            self._record.set_icon(Icon.STOP)
        else:
            self._record.setText(self.tr("Replace") if there else self.tr("Record"))
            self._record.setAccessibleName(
                self.tr("Replace the recording") if there else self.tr("Record this line")
            )
            self._record.set_icon(Icon.RECORD)
        listening = doing is Doing.LISTENING
        self._listen.setText(self.tr("Stop") if listening else self.tr("Listen"))
        self._listen.setAccessibleName(
            self.tr("Stop listening") if listening else self.tr("Listen to this line")
        )
        self._listen.set_icon(Icon.STOP if listening else Icon.PLAY)
        self._record.setEnabled(line is not None)
        self._listen.setEnabled(line is not None and doing in (Doing.NOTHING, Doing.LISTENING))
        self._remove.setEnabled(there and doing in (Doing.NOTHING, Doing.LISTENING))

    def _lay_out(self, scale: Scale) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(scale.unit)
        for button in (self._record, self._listen, self._remove):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.setSpacing(scale.unit)
        column.addWidget(self._place)
        column.addWidget(self._sight, 1)
        column.addWidget(self._source)
        column.addWidget(self._meter)
        column.addLayout(buttons)
        column.addWidget(self._goes_on)
        self.set_radius(scale.radius)

    def _connect(self) -> None:
        recording = self._recording
        self._record.clicked.connect(recording.record_or_stop)
        self._listen.clicked.connect(recording.listen_or_stop)
        self._remove.clicked.connect(self._forget)
        self._goes_on.toggled.connect(self._set_going_on)
        recording.line_chosen.connect(self.retranslate)
        recording.voices_changed.connect(self.retranslate)
        recording.level_changed.connect(self._meter.show_level)
        recording.doing_changed.connect(self._follow)

    @Slot(Doing)
    def _follow(self, doing: Doing) -> None:
        self._meter.set_on(on=doing is Doing.RECORDING)
        self._show_buttons()

    @Slot()
    def _forget(self) -> None:
        self.removed.emit()
        self._recording.remove()

    @Slot(bool)
    def _set_going_on(self, on: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._recording.goes_on = on
