"""A line of the examiner's sheet: what is judged, and large buttons to say how it was."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import FOCUS_MARGIN, Button, ButtonKind
from massage_trainer.widgets.drawing import frame_rounded
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from massage_trainer.widgets.theme import Theme

LEAST_TARGET: Final = 40  # logical pixels: what a thumb hits without looking
_TARGET: Final = 5.6  # of the window's height, in percent
_TEXT: Final = 2.5
_FOCUS_WIDTH: Final = 2.0
_NONE: Final = (Qt.Key.Key_0, Qt.Key.Key_Delete)


class Loudness(Enum):
    """How a button looks."""

    PLAIN = "plain"
    LOUD = "loud"  # it ends something: in the colour of danger, whether chosen or not


class MarkButton(Button):
    """A large target; chosen it is filled and ticked, so that no colour is needed to see it."""

    def __init__(self, loudness: Loudness, parent: QWidget | None = None) -> None:
        super().__init__(ButtonKind.PLAIN, None, parent)
        self._loud = loudness is Loudness.LOUD
        self._least = LEAST_TARGET
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its row has the keyboard
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._follow)
        self._follow(on=False)

    def set_scale(self, scale: Scale) -> None:
        self._least = max(LEAST_TARGET, scale.px(_TARGET)) + 2 * FOCUS_MARGIN
        self.set_text_px(scale.text(_TEXT))

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        room = 0 if self._icon else round(self._icon_px() + self._gap())  # keeps its place for it
        return QSize(max(size.width() + room, self._least), max(size.height(), self._least))

    def _follow(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        icon = Icon.CLOSE if self._loud else Icon.CHECK
        self.set_icon(icon if on else None)
        role = QPalette.ColorRole.BrightText if self._loud else QPalette.ColorRole.WindowText
        self.setForegroundRole(QPalette.ColorRole.HighlightedText if on else role)

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None]:
        fill, edge = super()._colors(theme)
        if not self.isEnabled() and not self.isChecked():
            return fill, edge
        if self.isChecked():
            return (theme.danger_ink if self._loud else theme.accent), None
        return (theme.danger, theme.danger_ink) if self._loud else (fill, edge)


class MarkRow(QWidget):
    """Has the keyboard as a whole: 1, 2, 3 choose, 0 takes back, Up and Down go on.

    Signals:
        chosen: str, int; the line and the number of the choice, -1 for none.
        step_wanted: int; to the line above or below.
    """

    chosen = Signal(str, int)
    step_wanted = Signal(int)

    def __init__(self, key: str, looks: Sequence[Loudness], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = TextBlock(_TEXT, parent=self)
        self.buttons = [MarkButton(look, self) for look in looks]
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.text, 1)
        for number, button in enumerate(self.buttons):
            button.setObjectName(f"{key}-{number}")
            button.clicked.connect(partial(self._press, number))
            self._row.addWidget(button)

    def show_line(self, text: str, choices: Sequence[str], chosen: int) -> None:
        """What is judged and how it was; the line tells both to who does not see it."""
        self.text.show_text(text)
        for number, (button, words) in enumerate(zip(self.buttons, choices, strict=True)):
            button.setText(words)
            button.setAccessibleName(f"{words}: {text}")
            button.setChecked(number == chosen)
        said = choices[chosen] if chosen >= 0 else self.tr("not judged")
        self.setAccessibleName(f"{text}. {said}")

    def set_open(self, *, on: bool) -> None:
        """Whether it can be judged now."""
        for button in self.buttons:
            button.setEnabled(on)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Make the buttons of all lines stand below each other."""
        for button, width in zip(self.buttons, widths, strict=False):
            button.setFixedWidth(width)

    def set_scale(self, scale: Scale) -> None:
        self.text.set_scale(scale)
        for button in self.buttons:
            button.set_scale(scale)
        margin = scale.px(0.6, 3)
        self._row.setContentsMargins(2 * margin, margin, margin, margin)
        self._row.setSpacing(margin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        number = key - Qt.Key.Key_1
        if 0 <= number < len(self.buttons):
            self.buttons[number].click()
        elif key in _NONE:
            if any(button.isChecked() for button in self.buttons) and self.buttons[0].isEnabled():
                self.chosen.emit(self.key, -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.line)
        if self.hasFocus():
            frame_rounded(painter, self.rect(), 6, theme.ink, _FOCUS_WIDTH)

    def _press(self, number: int) -> None:
        """The same again takes it back; what is shown follows from what was kept."""
        self.chosen.emit(self.key, number if self.buttons[number].isChecked() else -1)


class RowList(TextScroll):
    """Lines below each other; whatever has the keyboard is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: dict[str, MarkRow] = {}
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.column.addLayout(self._lines)
        self.column.addStretch(1)

    def add_heading(self, widget: QWidget) -> None:
        self._lines.addWidget(widget)

    def add_row(self, row: MarkRow) -> None:
        self.rows[row.key] = row
        row.step_wanted.connect(partial(self._step, row))
        self._lines.addWidget(row)

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        for row in self.rows.values():
            row.set_scale(scale)
        self.align()

    def align(self) -> None:
        """The words of the buttons are others, or their size."""
        widest: dict[int, int] = {}
        for row in self.rows.values():
            for number, button in enumerate(row.buttons):
                widest[number] = max(widest.get(number, 0), button.sizeHint().width())
        for row in self.rows.values():
            row.set_widths([widest[number] for number in sorted(widest)])

    def _step(self, row: MarkRow, by: int) -> None:
        rows = list(self.rows.values())
        number = rows.index(row) + by
        if 0 <= number < len(rows):
            rows[number].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(rows[number])
