"""A field for a time, shown and typed as ``m:ss``."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.fields import NumberBox

_TENTH_MS = 100
_TENTHS_A_MINUTE = 600
_SECOND_TENTHS = 10
_MOST_TENTHS = 2 * 60 * _TENTHS_A_MINUTE
_LONG_TENTHS = 2 * _TENTHS_A_MINUTE


class DurationBox(NumberBox):
    """Minutes and seconds; tenths of a second only where a number has them.

    The value of the spin box is in tenths of a second; ask for ``milliseconds``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(5, _MOST_TENTHS)

    @property
    def milliseconds(self) -> int:
        return self.value() * _TENTH_MS

    def set_milliseconds(self, milliseconds: int) -> None:
        """Show this time, rounded to tenths of a second."""
        self.setValue(round(milliseconds / _TENTH_MS))

    def textFromValue(self, value: int) -> str:
        minutes, tenths = divmod(value, _TENTHS_A_MINUTE)
        seconds, tenths = divmod(tenths, _SECOND_TENTHS)
        text = f"{minutes}:{seconds:02d}"
        return f"{text}{self.locale().decimalPoint()}{tenths}" if tenths else text

    def valueFromText(self, text: str) -> int:
        return _tenths(text) or self.value()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        if any(letter not in "0123456789:.," for letter in text.strip()):
            return QValidator.State.Invalid, text, pos
        tenths = _tenths(text)
        fits = tenths is not None and self.minimum() <= tenths <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, pos

    def stepBy(self, steps: int) -> None:
        """One second a step, from two minutes on fifteen."""
        long = self.value() + steps >= _LONG_TENTHS
        self.setValue(self.value() + steps * _SECOND_TENTHS * (15 if long else 1))


def _tenths(text: str) -> int | None:
    """``1:30``, ``90``, ``0:01,5``; None for anything else."""
    minutes, colon, seconds = text.strip().replace(",", ".").rpartition(":")
    whole, point, tenth = seconds.partition(".")
    parts = (*((minutes,) if colon else ()), whole, *((tenth,) if point else ()))
    if not all(part.isdecimal() for part in parts) or len(tenth) > 1:
        return None
    return int(minutes or 0) * _TENTHS_A_MINUTE + int(whole) * _SECOND_TENTHS + int(tenth or 0)
