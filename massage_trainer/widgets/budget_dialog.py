"""I have so many minutes: what a lesson loses then, before it is done so."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.budget import Budgeted, Change, ChangeKind
from massage_trainer.domain.protocol import RemarkKind, Status
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.budget import BudgetViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import number_name, remark_text, status_text
from massage_trainer.widgets.quantities import duration_text
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.text_block import TextBlock

PRESETS: Final = (10, 15, 20, 30, 45)
_LEAST, _MOST, _STEP = 3, 120, 1
_FIRST: Final = 30
_TIMES: Final = frozenset({"time", "hold"})


class BudgetDialog(ScaledDialog):
    """Every change of the minutes shows at once what is shortened; nothing holds until it is taken.

    ``lesson_id`` is the lesson it is about.
    """

    def __init__(
        self,
        budget: BudgetViewModel,
        lesson_id: str,
        name: LocalizedText,
        language: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(QSize(110, 88), parent)
        self._budget = budget
        self._lesson_id = lesson_id
        self._name = name
        self._language = language
        self._title = TextBlock(2.8, weight=QFont.Weight.DemiBold, parent=self)
        self._box = NumberBox()
        self._box.setObjectName("minutes")
        self._box.setRange(_LEAST, _MOST)
        self._box.setSingleStep(_STEP)
        self._box.setValue(budget.minutes(lesson_id) or _FIRST)
        self._stepper = Stepper(self._box, self)
        self._presets = [Button(ButtonKind.PLAIN, None, self) for _ in PRESETS]
        self._verdict = DetailRow(2.4, self)
        self._verdict.setObjectName("verdict")
        self._changes = DetailColumn(2.2, self)
        self._changes.setObjectName("changes")
        self._take = Button(ButtonKind.PRIMARY, Icon.CHECK, self)
        self._take.setObjectName("take")
        self._whole = Button(ButtonKind.PLAIN, Icon.REPEAT, self)
        self._whole.setObjectName("whole")
        self._lay_out()
        self._box.valueChanged.connect(self._show)
        self._take.clicked.connect(self._choose)
        self._whole.clicked.connect(self._choose_whole)
        for minutes, button in zip(PRESETS, self._presets, strict=True):
            button.setObjectName(f"preset-{minutes}")
            button.clicked.connect(self._choose_preset)
        for part in (self._title, self._verdict, self._changes):
            part.set_scale(self.scale)
        self.add_close_button()

    @property
    def verdict(self) -> str:
        """Whether it fits."""
        return self._verdict.line.text

    @property
    def change_lines(self) -> tuple[DetailLine, ...]:
        """What is left out and shortened."""
        return self._changes.lines

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("How much time is there?"))
        self._title.show_text(self._name.in_language(self._language()))
        self._box.setSuffix(self.tr(" min"))
        self._stepper.name(self.tr("I have"), self.tr("Less"), self.tr("More"))
        for minutes, button in zip(PRESETS, self._presets, strict=True):
            button.setText(self.tr("{minutes} min").format(minutes=minutes))
        self._take.setText(self.tr("Do it so"))
        self._whole.setText(self.tr("The whole lesson"))
        self._changes.setAccessibleName(self.tr("What is left out and shortened"))
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._stepper)
        row.addSpacing(2 * self.scale.unit)
        for button in self._presets:
            row.addWidget(button)
        row.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self._take)
        buttons.addWidget(self._whole)
        buttons.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addLayout(row)
        self.column.addWidget(self._verdict)
        self.column.addWidget(self._changes, 1)
        self.column.addLayout(buttons)

    @Slot()
    def _show(self) -> None:
        minutes = self._box.value()
        result = self._budget.preview(self._lesson_id, minutes)
        self._verdict.show_line(self._verdict_line(result, minutes))
        language = self._language()
        self._changes.show_lines(tuple(_line(change, language) for change in result.changes))
        self._whole.setEnabled(bool(self._budget.minutes(self._lesson_id)))

    def _verdict_line(self, result: Budgeted, minutes: int) -> DetailLine:
        length = duration_text(result.total_ms)
        if not result.fits:
            text = self.tr(
                "It does not fit into {minutes} min: the shortest is {length}. Below the least"
                " values nothing is shortened; fixed doses only where the teacher allows the class"
                " dose."
            )
            line = text.format(minutes=minutes, length=length)
            return DetailLine(Icon.WARNING, "", line, tone=Tone.CAUTION)
        if not result.changes:
            text = self.tr("The whole lesson fits: {length}.")
        else:
            text = self.tr("It fits: {length}, reading and asking not counted. Shortened:")
        return DetailLine(Icon.CHECK, "", text.format(length=length), tone=Tone.SOFT)

    @Slot()
    def _choose(self) -> None:
        self._budget.choose(self._lesson_id, self._box.value())
        self.accept()

    @Slot()
    def _choose_whole(self) -> None:
        self._budget.choose(self._lesson_id, 0)
        self.accept()

    @Slot()
    def _choose_preset(self) -> None:
        pressed = self.sender()
        self._box.setValue(
            next(m for m, b in zip(PRESETS, self._presets, strict=True) if b is pressed)
        )


def _line(change: Change, language: str) -> DetailLine:
    name = change.name.in_language(language)
    if change.kind is ChangeKind.LEFT_OUT:
        return DetailLine(Icon.CLOSE, "", name, remark_text(RemarkKind.LEFT_OUT))
    before, after = (
        duration_text(value) if change.field in _TIMES else str(value)
        for value in (change.before, change.after)
    )
    chip = status_text(Status.SHORTENED) if change.kind is ChangeKind.CLASS_DOSE else ""
    return DetailLine(
        Icon.CLOCK, "", f"{name} · {number_name(change.field)}: {before} → {after}", chip
    )
