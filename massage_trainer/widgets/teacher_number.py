"""One number of a lesson in the teacher's settings."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.protocol import Amount, Counted, CountUnit
from massage_trainer.domain.teacher import chosen_by_teacher
from massage_trainer.viewmodels.teacher import TeacherNumber
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.duration_box import DurationBox
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import count_text, number_name, status_text, time_text
from massage_trainer.widgets.quantities import times_text

COUNTS = frozenset({"count", "times"})
_MOST_TIMES = 999


class NumberRow(QWidget):
    """A number with its field, what the lesson says, and a way back to that.

    Signals:
        chosen: str, object; the number's key, and the teacher's value (ms or count) or None.
    """

    chosen = Signal(str, object)

    def __init__(self, number: TeacherNumber, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._name = QLabel(self)
        self._name.setWordWrap(True)
        self._box: NumberBox = NumberBox() if number.field in COUNTS else DurationBox()
        self._box.setObjectName(f"value-{number.amount.key}")
        if number.field in COUNTS:
            self._box.setRange(1, _MOST_TIMES)
        self._stepper = Stepper(self._box, self)
        self._lesson = QLabel(self)
        self._lesson.setWordWrap(True)
        self._lesson.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._whose = QLabel(self)
        self._whose.setForegroundRole(QPalette.ColorRole.Link)
        self._reset = Button(ButtonKind.QUIET, Icon.UNDO, self)
        self._reset.setObjectName(f"reset-{number.amount.key}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._stepper, 0, 1)
        grid.addWidget(self._reset, 0, 2)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._lesson)
        said.addWidget(self._whose)
        grid.addLayout(said, 0, 3)
        for column, stretch in ((0, 5), (3, 8)):
            grid.setColumnStretch(column, stretch)
        self._box.valueChanged.connect(self._tell)
        self._reset.clicked.connect(self._take_back)

    def show_value(self, own: int | None, point: str) -> None:
        """Show the teacher's own value, or the lesson's; say whose it is.

        ``point`` names the acupoint that the number belongs to, where it belongs to one.
        """
        amount = self.number.amount
        settled = chosen_by_teacher(amount, own) if own else amount
        with QSignalBlocker(self._box):
            if isinstance(self._box, DurationBox):
                self._box.set_milliseconds(settled.chosen)
            else:
                self._box.setValue(settled.chosen)
        name = number_name(self.number.field)
        self._name.setText(f"{name} · {point}" if point else name)
        self._stepper.name(self._name.text(), self.tr("Less"), self.tr("More"))
        self._lesson.setText(
            self.tr("In the lesson: {amount}, {status}").format(
                amount=self._text(amount), status=status_text(amount.status)
            )
        )
        changed = own is not None and own != amount.chosen
        self._whose.setVisible(changed)
        self._whose.setText(status_text(settled.status))
        self._box.setAccessibleDescription(self._lesson.text())
        self._reset.setEnabled(changed)
        words = self.tr("Back to the lesson's number")
        self._reset.setToolTip(words)
        self._reset.setAccessibleName(f"{words}: {self._name.text()}")

    def _text(self, amount: Amount) -> str:
        if self.number.field == "times":
            return times_text(amount.least, amount.most)
        if self.number.field == "count":
            step = self.number.step
            unit = CountUnit.REPETITIONS
            if step is not None and isinstance(step.dose, Counted):
                unit = step.dose.unit
            return count_text(amount, unit)
        return time_text(amount)

    @Slot()
    def _tell(self) -> None:
        box = self._box
        value = box.milliseconds if isinstance(box, DurationBox) else box.value()
        own = None if value == self.number.amount.chosen else value
        self.chosen.emit(self.number.amount.key, own)

    @Slot()
    def _take_back(self) -> None:
        self.chosen.emit(self.number.amount.key, None)
