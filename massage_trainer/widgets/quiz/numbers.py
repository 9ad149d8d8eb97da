"""A number to answer with: stepped by keys or buttons, or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.widgets.fields import NumberBox, Stepper
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale as Sizes

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.question import Scale


class _SteppedBox(NumberBox):
    """Counts steps and shows what they come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._step, self._comma = 0.0, 1.0, False

    def show_scale(self, scale: Scale) -> None:
        self._least, self._step = scale.least, scale.step
        self.setRange(0, round((scale.most - scale.least) / scale.step))

    def write_again(self, *, comma: bool) -> None:
        """The same number, by the rules of another language."""
        self._comma = comma
        self.setPrefix(self.prefix())  # Qt writes the text anew

    @property
    def number(self) -> float:
        return round(self._least + self.value() * self._step, 6)

    def textFromValue(self, val: int) -> str:
        text = f"{round(self._least + val * self._step, 6):g}"
        return text.replace(".", ",") if self._comma else text

    def valueFromText(self, text: str) -> int:
        try:
            return round((float(text.replace(",", ".")) - self._least) / self._step)
        except ValueError:
            return self.value()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        allowed = all(letter.isdigit() or letter in ".,-" for letter in text)
        state = QValidator.State.Acceptable if allowed else QValidator.State.Invalid
        return state, text, pos


class NumberAnswer(QWidget):
    """The number, its unit, and a button on each side.

    Signals:
        changed: float; another number.
    """

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = _SteppedBox()
        self.box.setObjectName("number")
        self._stepper = Stepper(self.box, self)
        self._unit = TextBlock(2.6, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stepper)
        row.addWidget(self._unit, 1)
        self.setFocusProxy(self.box)
        self.box.valueChanged.connect(self._follow)

    def show_scale(self, scale: Scale, language: str) -> None:
        """Begin at the least number."""
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.box.show_scale(scale)
        self.box.setValue(0)
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's own
        self.say_again(scale, language)

    def say_again(self, scale: Scale, language: str) -> None:
        """The same number in another language."""
        unit = scale.unit.in_language(language)
        self.box.write_again(comma=language == "vi")
        self._unit.show_text(unit)
        self._stepper.name(self.tr("Number, in {unit}").format(unit=unit), "−", "+")

    def set_scale(self, scale: Sizes) -> None:
        self._unit.set_scale(scale)
        self.box.setFont(sized(self.box.font(), scale.text(3.0)))
        self._stepper.setMaximumWidth(scale.px(32))

    @Slot()
    def _follow(self) -> None:
        self.changed.emit(self.box.number)
