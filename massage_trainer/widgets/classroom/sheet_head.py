"""The head of every sheet of the class: the way back, what it is, and what belongs to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import CAPITALS_MIDDLE, LINE_HEIGHT, TextBlock

if TYPE_CHECKING:
    from massage_trainer.widgets.theme import Scale

_TITLE: Final = 3.4
_EDGE: Final = 2.0  # of the height: where the bar of the class's screen begins, too


def sheet_edge(scale: Scale) -> int:
    """From the edge of the window to what stands on a sheet."""
    return scale.px(_EDGE)


class SheetHead(QWidget):
    """``back`` and ``title`` in the same place on every sheet; more stands at the right."""

    def __init__(self, parent: QWidget, *at_right: QWidget) -> None:
        super().__init__(parent)
        self.back = Button(ButtonKind.QUIET, Icon.BACK, self)
        self.back.setObjectName("class-back")
        self.title = TextBlock(_TITLE, weight=QFont.Weight.DemiBold, parent=self)
        self._lift = QVBoxLayout()
        self._lift.addWidget(self.title)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.back)
        self._row.addLayout(self._lift, 1)
        for widget in at_right:
            self._row.addWidget(widget)

    def name(self, title: str, back: str = "") -> None:
        """``back`` where it does not lead to what there is for a class."""
        self.title.show_text(title)
        self.back.setText(back or self.tr("Class"))
        tip = "" if back else self.tr("Back to what there is for a class")
        self.back.setToolTip(tip)
        self.back.setAccessibleName(tip or back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        sheet = self.parentWidget()
        if sheet is not None:
            lead_tab(self, sheet)  # whatever was made before it

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self.title.set_scale(scale)
        self.back.set_text_px(scale.control_px)
        self._row.setSpacing(scale.unit)
        # The middle of the letters, not of their line, is level with the words of the button.
        low = round((2 * CAPITALS_MIDDLE - LINE_HEIGHT) * scale.text(_TITLE))
        self._lift.setContentsMargins(0, 0, 0, low)
