"""The buttons of a question: confirm, go on, how to find it, tell me, end the round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class OnceButton(Button):
    """A held Enter key presses it once; the next press must be meant for what comes then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            super().keyPressEvent(event)


class QuestionBar(QWidget):
    """Shows the buttons that have something to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.how = self._button("find", ButtonKind.PLAIN, Icon.RULER)
        self.confirm = self._button("confirm", ButtonKind.PRIMARY, Icon.CHECK)
        self.onward = self._button("onward", ButtonKind.PRIMARY, Icon.NEXT)
        self.stop = self._button("stop", ButtonKind.QUIET, Icon.STOP)
        self.give_up = self._button("give-up", ButtonKind.QUIET, Icon.QUESTION)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._first.addWidget(self.how)
        self._first.addStretch(1)
        self._first.addWidget(self.confirm)
        self._first.addWidget(self.onward)
        self._second.addWidget(self.stop)
        self._second.addStretch(1)
        self._second.addWidget(self.give_up)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._first)
        self._column.addLayout(self._second)
        self.retranslate()

    def show_state(self, *, told: bool, drafted: bool, findable: bool) -> None:
        """What can be done now."""
        self.confirm.setVisible(not told)
        self.confirm.setEnabled(drafted)
        self.give_up.setVisible(not told)
        self.onward.setVisible(told)
        self.how.setVisible(told and findable)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.confirm.setText(self.tr("Confirm"))
        self.onward.setText(self.tr("Go on"))
        self.how.setText(self.tr("How to find it"))
        self.how.setToolTip(self.tr("Show me how to find it, step by step (H)"))
        self.give_up.setText(self.tr("I do not know"))
        self.stop.setText(self.tr("End the round"))
        for button in (self.confirm, self.onward):
            button.setToolTip(self.tr("Enter"))

    def set_scale(self, scale: Scale) -> None:
        for button in (self.confirm, self.onward, self.how, self.give_up, self.stop):
            button.set_text_px(scale.control_px)
        for layout in (self._first, self._second, self._column):
            layout.setSpacing(scale.px(1))

    def _button(self, name: str, kind: ButtonKind, icon: Icon) -> Button:
        button = OnceButton(kind, icon, self)
        button.setObjectName(name)
        return button
