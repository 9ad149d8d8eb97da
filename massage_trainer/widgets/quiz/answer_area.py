"""Where a question is answered beside its picture: options, a name, a number, words of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    NumberResponse,
    TypedResponse,
)
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.quiz.numbers import NumberAnswer
from massage_trainer.widgets.quiz.options import OptionList
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.learner import Answer
    from massage_trainer.domain.quiz.question import Question


class AnswerArea(QWidget):
    """Shows the form of one question.

    Signals:
        responded: Response or None; what would be confirmed now.
    """

    responded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._hint = TextBlock(2.0, "muted", parent=self)
        self._hint.setObjectName("how-to-answer")
        self.where = TextBlock(2.4, parent=self)
        self.where.setObjectName("where")
        self.options = OptionList(self)
        self.typed = QLineEdit(self)
        self.typed.setObjectName("typed")
        self.number = NumberAnswer(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.options, self.typed, self.number, self.where, self._hint):
            column.addWidget(widget)
        self._column = column
        self.options.chosen.connect(self._choose)
        self.typed.textEdited.connect(self._type)
        self.number.changed.connect(self._set_number)

    def show_question(self, question: Question, language: str) -> None:
        """Ready for an answer, with nothing chosen."""
        self._question = question
        form = question.form
        self.options.setVisible(form in (Form.CHOICE, Form.MANY))
        self.typed.setVisible(form is Form.TYPED)
        self.number.setVisible(form is Form.NUMBER)
        self.where.setVisible(form is Form.PLACE)
        self.where.show_text("")
        self.options.show_options(question.options, language, many=form is Form.MANY)
        self.typed.clear()
        self._allow(on=True)
        if question.scale is not None:
            self.number.show_scale(question.scale, language)
        self.retranslate()
        self._hint.show()

    def show_retry(self, tried: frozenset[str]) -> None:
        """Another try at the same question."""
        self.options.close_tried(tried)
        self.typed.selectAll()

    def show_told(self, answer: Answer) -> None:
        """The answer is shown; nothing more can be put in."""
        response = answer.response
        chosen = response.ids if isinstance(response, ChoiceResponse) else frozenset()
        self.options.tell(answer.question.right, chosen)
        self._allow(on=False)
        self._hint.hide()

    def say_again(self, language: str) -> None:
        """In another language; what was chosen stays."""
        if self._question is not None:
            self.options.say_again(language)
            if self._question.scale is not None:
                self.number.say_again(self._question.scale, language)
        self.retranslate()

    def take_focus(self) -> None:
        """The keyboard goes to where this form is answered; not where that is the picture."""
        if self._question is None:
            return
        match self._question.form:
            case Form.CHOICE | Form.MANY:
                rows = [row for row in self.options.shown if row.isEnabled()]
                if rows:
                    rows[0].setFocus()
            case Form.TYPED:
                self.typed.setFocus()
            case Form.NUMBER:
                self.number.setFocus()
            case Form.PLACE:
                pass

    def pick(self, number: int) -> bool:
        """A digit; whether it chose an option."""
        if not self.options.isVisibleTo(self):
            return False
        self.options.pick(number)
        return True

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.typed.setPlaceholderText(self.tr("Name or code"))
        self.typed.setAccessibleName(self.tr("Name or code"))
        if self._question is not None:
            self._hint.show_text(self._how())

    def set_scale(self, scale: Scale) -> None:
        self._column.setSpacing(scale.px(1))
        self._hint.set_scale(scale)
        self.where.set_scale(scale)
        self.options.set_scale(scale)
        self.number.set_scale(scale)
        self.typed.setFont(sized(self.typed.font(), scale.text(3.0)))

    def _how(self) -> str:
        match self._question.form if self._question else None:
            case Form.PLACE:
                return self.tr(
                    "Click on the body, or move the crosshair with the arrow keys (0.1 cun; "
                    "with Shift 1 cun). You can correct it until you confirm."
                )
            case Form.CHOICE:
                return self.tr("Choose with a click or with the keys 1 to 9.")
            case Form.MANY:
                return self.tr("Choose all that are right, with clicks or with the keys 1 to 9.")
            case Form.NUMBER:
                return self.tr("Set the number with the arrow keys, or type it.")
            case _:
                return self.tr("With or without accents, tones and spaces.")

    def _allow(self, *, on: bool) -> None:
        self.typed.setEnabled(on)
        self.number.setEnabled(on)

    @Slot(frozenset)
    def _choose(self, ids: frozenset[str]) -> None:
        self.responded.emit(ChoiceResponse(ids))

    @Slot(str)
    def _type(self, text: str) -> None:
        self.responded.emit(TypedResponse(text))

    @Slot(float)
    def _set_number(self, value: float) -> None:
        self.responded.emit(NumberResponse(value))
