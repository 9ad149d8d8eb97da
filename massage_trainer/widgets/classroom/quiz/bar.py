"""The buttons of a class question: tell, go on, ask again, take back, pass over, end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quiz.bar import OnceButton

if TYPE_CHECKING:
    from massage_trainer.widgets.theme import Scale


class RoomBar(QWidget):
    """Shows the buttons that have something to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = False
        self.undo = self._button("take-back", ButtonKind.PLAIN, Icon.UNDO)
        self.again = self._button("ask-again", ButtonKind.PLAIN, Icon.REPEAT)
        self.tell = self._button("tell", ButtonKind.PRIMARY, Icon.CHECK)
        self.onward = self._button("onward", ButtonKind.PRIMARY, Icon.NEXT)
        self.answer = self._button("own-answer", ButtonKind.QUIET, Icon.BOOK)
        self.answer.setCheckable(True)
        self.skip = self._button("pass-over", ButtonKind.QUIET, Icon.NEXT)
        self.stop = self._button("end-round", ButtonKind.QUIET, Icon.STOP)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for layout, buttons in (
            (self._first, (self.undo, self.again, None, self.tell, self.onward)),
            (self._second, (self.answer, None, self.skip, self.stop)),
        ):
            for button in buttons:
                if button is None:
                    layout.addStretch(1)
                else:
                    layout.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for layout in (self._first, self._second):
            self._column.addLayout(layout)
        self.retranslate()

    def show_state(self, *, told: bool, voted: bool, undoable: bool, last: bool) -> None:
        """What can be done now."""
        self.tell.setVisible(not told)
        self.onward.setVisible(told)
        self.onward.setText(self.tr("How it went") if last else self.tr("Next question"))
        self._told = told
        self.undo.setEnabled(told or undoable)
        self._name_undo()
        self.again.setEnabled(told or voted)
        self.answer.setVisible(not told)
        self.skip.setVisible(not told)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.tell.setText(self.tr("Tell the answer"))
        self.tell.setToolTip(self.tr("Enter or Page Down"))
        self.onward.setToolTip(self.tr("Enter or Page Down"))
        self.onward.setText(self.tr("Next question"))
        self.again.setText(self.tr("Ask again"))
        self.again.setToolTip(self.tr("R; the first answers are kept"))
        self._name_undo()
        self.answer.setText(self.tr("Answer for me alone"))
        self.answer.setToolTip(self.tr("The class does not see it (Y)"))
        self.skip.setText(self.tr("Pass over"))
        self.skip.setToolTip(self.tr("The next question without the answer to this one (G)"))
        self.stop.setText(self.tr("End the round"))

    def _name_undo(self) -> None:
        """Before the answer the last vote is taken back, after it the answer."""
        words = self.tr("Correct the count") if self._told else self.tr("Take back")
        tip = self.tr("Back to the question, with every vote that was counted (Backspace)")
        self.undo.setText(words)
        self.undo.setToolTip(tip if self._told else self.tr("Backspace"))

    def set_scale(self, scale: Scale) -> None:
        for button in (self.tell, self.onward, self.again, self.undo):
            button.set_text_px(scale.control_px)
        for button in (self.answer, self.skip, self.stop):
            button.set_text_px(scale.caption_px)
        for layout in (self._first, self._second, self._column):
            layout.setSpacing(scale.px(0.6))

    def _button(self, name: str, kind: ButtonKind, icon: Icon) -> OnceButton:
        button = OnceButton(kind, icon, self)
        button.setObjectName(name)
        return button
