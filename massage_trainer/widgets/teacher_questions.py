"""The open questions of the article, each with its possible answers."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QLabel, QVBoxLayout, QWidget

from massage_trainer.domain.catalog import Question
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.viewmodels.teacher import TeacherViewModel
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.toggles import WrappingRadio


class QuestionCard(Panel):
    """One question; the first answer is that there is none yet.

    Signals:
        answered: str, object; question id, and choice id or None.
    """

    answered = Signal(str, object)

    def __init__(self, question: Question, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(PanelKind.CARD, parent)
        self._question = question
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        self._group = QButtonGroup(self)
        self._open = WrappingRadio(self)
        self._choices = [WrappingRadio(self) for _ in question.choices]
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * scale.unit] * 4)
        column.setSpacing(scale.unit)
        column.addWidget(self._title)
        for number, radio in enumerate((self._open, *self._choices)):
            self._group.addButton(radio, number)
            column.addWidget(radio)
        self.set_radius(scale.radius)
        self._group.idClicked.connect(self._tell)

    def show_choices(self, choices: TeacherChoices, language: str) -> None:
        """Mark the teacher's answer."""
        question = self._question
        self._title.setText(question.text.in_language(language))
        texts = {choice.id: choice.text.in_language(language) for choice in question.choices}
        for radio, choice in zip(self._choices, question.choices, strict=True):
            radio.setText(texts[choice.id])
        self._open.setText(
            self.tr("Not answered. Until then: {choice}").format(choice=texts[question.default])
        )
        answer = choices.answers.get(question.id, "")
        ids = [choice.id for choice in question.choices]
        number = ids.index(answer) + 1 if answer in ids else 0
        self._group.button(number).setChecked(True)
        for radio in (self._open, *self._choices):
            radio.setAccessibleDescription(self._title.text())

    @Slot(int)
    def _tell(self, number: int) -> None:
        chosen = self._question.choices[number - 1].id if number else None
        self.answered.emit(self._question.id, chosen)


class TeacherQuestions(QWidget):
    """All open questions in the catalogue's order."""

    def __init__(
        self,
        teacher: TeacherViewModel,
        language: Callable[[], str],
        scale: Scale,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._teacher = teacher
        self._language = language
        self._intro = QLabel(self)
        self._intro.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, scale.unit, 0)
        column.setSpacing(2 * scale.unit)
        column.addWidget(self._intro)
        self._cards: list[QuestionCard] = []
        for question in teacher.catalog.questions.values():
            card = QuestionCard(question, scale, self)
            card.setObjectName(f"question-{question.id}")
            card.answered.connect(teacher.set_answer)
            column.addWidget(card)
            self._cards.append(card)
        column.addStretch()
        teacher.changed.connect(self.retranslate)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        """Show the answers of now, in the language of now."""
        self._intro.setText(
            self.tr(
                "The source article leaves these points open. Your answer changes the lessons;"
                " until you give one, students are told to ask you."
            )
        )
        for card in self._cards:
            card.show_choices(self._teacher.choices, self._language())
