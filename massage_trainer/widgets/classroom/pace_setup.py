"""How a class hour is planned before it begins: minutes, swap, extras, and what that costs.

``PaceSetup(flow.pace, language)``; ``show_lesson(lesson_id)`` says which lesson it is about, and
``put_on`` tells that the hour was begun (the lesson is open then, and starts with its own verb).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.budget import Change, ChangeKind
from massage_trainer.domain.classroom.pace import MINUTE_MS, SWAP_MS, ClassHour, ClassPlan
from massage_trainer.domain.protocol import RemarkKind, Status
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine, Tone
from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import number_name, remark_text, status_text
from massage_trainer.widgets.quantities import duration_text, length_text
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.toggles import WrappingCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
    from massage_trainer.widgets.theme import Scale

_FIRST, _MOST = 60, 240
_TIMES = frozenset({"time", "hold"})


class PaceSetup(QWidget):
    """Every change shows at once what each partner gets and whether it fits.

    Signals:
        put_on: the hour is planned and its lesson is open.
    """

    put_on = Signal()

    def __init__(
        self,
        pacing: ClassPaceViewModel,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pacing = pacing
        self._language = language
        self._lesson_id = ""
        self._minutes_name, self._minutes = self._number("class-minutes", _FIRST, _MOST)
        self._swap_name, self._swap = self._number("swap-minutes", SWAP_MS // MINUTE_MS, 30)
        self._swaps = WrappingCheck(self)
        self._swaps.setObjectName("swap-roles")
        self._swaps.setChecked(True)
        self._optional = WrappingCheck(self)
        self._optional.setObjectName("with-optional")
        self._optional.setChecked(True)
        self._plan = DetailColumn(2.2, self)
        self._plan.setObjectName("class-plan")
        self._take = Button(ButtonKind.PRIMARY, Icon.CHECK, self)
        self._take.setObjectName("put-on")
        self._lay_out()
        for box in (self._minutes.box, self._swap.box):
            box.valueChanged.connect(self._show)
        for check in (self._swaps, self._optional):
            check.toggled.connect(self._show)
        self._take.clicked.connect(self._put_on)
        self.retranslate()

    @property
    def hour(self) -> ClassHour:
        """What is chosen."""
        return ClassHour(
            self._minutes.box.value() * MINUTE_MS,
            swaps=self._swaps.isChecked(),
            swap_ms=self._swap.box.value() * MINUTE_MS,
            with_optional=self._optional.isChecked(),
        )

    @property
    def lines(self) -> tuple[DetailLine, ...]:
        """What the plan says now."""
        return self._plan.lines

    def show_lesson(self, lesson_id: str) -> None:
        """Plan this lesson."""
        self._lesson_id = lesson_id
        self._show()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._plan.set_scale(scale)
        self._take.set_text_px(scale.text(2.8))
        for name in (self._minutes_name, self._swap_name):
            name.set_scale(scale)
        font = sized(self._take.font(), scale.control_px)
        for field in (self._minutes.box, self._swap.box, self._swaps, self._optional):
            field.setFont(font)
        boxes = (self._minutes.box, self._swap.box)
        wide = max(box.sizeHint().width() for box in boxes)
        for box in boxes:  # one under the other: their signs stand in line
            box.setMinimumWidth(wide)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        less, more = self.tr("Less"), self.tr("More")
        for name, stepper, words in (
            (self._minutes_name, self._minutes, self.tr("Time for the class")),
            (self._swap_name, self._swap, self.tr("Time to swap")),
        ):
            name.show_text(words)
            stepper.name(words, less, more)
            stepper.box.setSuffix(self.tr(" min"))
        self._swaps.setText(self.tr("Half-way the partners swap roles"))
        self._optional.setText(self.tr("With the optional parts, if they fit"))
        self._take.setText(self.tr("Open this lesson"))
        self._plan.setAccessibleName(self.tr("The plan of the hour"))
        self._show()

    def _number(self, name: str, first: int, most: int) -> tuple[TextBlock, Stepper]:
        box = NumberBox()
        box.setObjectName(name)
        box.setRange(1, most)
        box.setValue(first)
        return TextBlock(2.2, parent=self), Stepper(box, self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for name, stepper in (
            (self._minutes_name, self._minutes),
            (self._swap_name, self._swap),
        ):
            row = QHBoxLayout()
            row.addWidget(name, 1)
            row.addWidget(stepper)
            column.addLayout(row)
        column.addWidget(self._swaps)
        column.addWidget(self._optional)
        column.addWidget(self._plan, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._take)
        column.addLayout(row)

    @Slot()
    def _show(self) -> None:
        self._swap.setEnabled(self._swaps.isChecked())
        self._take.setEnabled(bool(self._lesson_id))
        if self._lesson_id:
            plan = self._pacing.preview(self._lesson_id, self.hour)
            self._plan.show_lines(tuple(self._lines(plan)))
        else:
            self._plan.show_lines(())

    def _lines(self, plan: ClassPlan) -> Iterator[DetailLine]:
        whole = length_text(plan.total_ms)
        if plan.fits:
            words = self.tr("It fits: {whole}.").format(whole=whole)
            yield DetailLine(Icon.CHECK, "", words, tone=Tone.SOFT)
        else:
            text = self.tr(
                "It does not fit: the shortest is {whole}. Take more time, do without the swap, or"
                " allow the class dose in the teacher's settings."
            )
            yield DetailLine(Icon.WARNING, "", text.format(whole=whole), tone=Tone.CAUTION)
        yield DetailLine(Icon.PERSON, self.tr("Each partner"), self._each(plan))
        if plan.hour.swaps:
            words = duration_text(plan.hour.swap_ms)
            yield DetailLine(Icon.REPEAT, self.tr("Swap"), words)
        for change in plan.changes:
            yield _change_line(change, self._language())

    def _each(self, plan: ClassPlan) -> str:
        text = self.tr("{work} of work, about {talk} to ask, explain and get ready")
        talk_ms = plan.talk_ms // plan.hour.turns
        return text.format(work=length_text(plan.work_ms), talk=length_text(talk_ms))

    @Slot()
    def _put_on(self) -> None:
        self._pacing.begin(self._lesson_id, self.hour)
        self.put_on.emit()


def _change_line(change: Change, language: str) -> DetailLine:
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
