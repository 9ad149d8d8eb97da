"""The name of a learner, and the question before everything of a learner is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from massage_trainer.domain.quiz.learner_names import LONGEST, NameProblem
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.ports import Profile
    from massage_trainer.viewmodels.profiles import ProfilesViewModel


class NameDialog(ScaledDialog):
    """One line to type a name; what is wrong with it is said as soon as it is wanted."""

    def __init__(
        self, profiles: ProfilesViewModel, profile: Profile | None, parent: QWidget
    ) -> None:
        """``profile`` is who is to be renamed; None: somebody new."""
        super().__init__(QSize(90, 34), parent)
        self._profiles = profiles
        self._profile = profile
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._field = QLineEdit(profile.name if profile else "", self)
        self._field.setObjectName("name")
        self._field.setMaxLength(LONGEST)
        self._field.setMinimumHeight(round(self.fontMetrics().height() * 1.7))
        self._words.setBuddy(self._field)
        self._message = Message(self.scale, self)
        self._keep = Button(ButtonKind.PRIMARY, None, self)
        self._keep.setObjectName("keep")
        self._keep.setDefault(True)
        self.column.addWidget(self._words)
        self.column.addWidget(self._field)
        self.column.addWidget(self._message)
        self.column.addStretch(1)
        self._keep.clicked.connect(self.accept)
        self._field.textEdited.connect(self._message.hide)
        self.add_close_button(self._keep)
        self._field.setFocus()

    @property
    def name(self) -> str:
        return self._field.text()

    @property
    def message(self) -> str:
        """Why the name cannot be taken, as far as it was asked for."""
        return self._message.text if self._message.isVisibleTo(self) else ""

    def accept(self) -> None:
        own_id = self._profile.id if self._profile else 0
        problem = self._profiles.problem_with(self.name, own_id)
        if problem is None:
            super().accept()
        else:
            self._message.warn(self._problem_text(problem))
            self._field.setFocus()

    def retranslate(self) -> None:
        if self._profile is None:
            self.setWindowTitle(self.tr("New learner"))
            self._words.setText(
                self.tr("A name, so that each learner on this computer has answers of their own.")
            )
        else:
            self.setWindowTitle(self.tr("Name of the learner"))
            self._words.setText(self.tr("Answers and memory stay as they are."))
        self._field.setAccessibleName(self.tr("Name"))
        self._keep.setText(self.tr("Keep this name"))

    def _problem_text(self, problem: NameProblem) -> str:
        if problem is NameProblem.EMPTY:
            return self.tr("Please type a name.")
        return self.tr("Somebody is called so already.")


class DeleteDialog(ScaledDialog):
    """Says what will be gone; the keyboard begins at the way back."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """``name`` as it is shown."""
        super().__init__(QSize(90, 40), parent)
        self._name = name
        self._question = TextBlock(3.0, parent=self)
        self._question.setObjectName("question")
        self._what = TextBlock(2.4, "muted", parent=self)
        self._delete = Button(ButtonKind.PLAIN, None, self)
        self._delete.setObjectName("delete")
        self._delete.clicked.connect(self.accept)
        for block in (self._question, self._what):
            block.set_scale(self.scale)
            self.column.addWidget(block)
        self.column.addStretch(1)
        self.add_close_button(self._delete)
        self._close.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Delete a learner"))
        self._question.show_text(
            self.tr("Delete everything of this learner? {name}").format(name=self._name)
        )
        self._what.show_text(
            self.tr(
                "All answers, what is remembered, and all rounds of this learner go, also from the"
                " copies kept for safety. This cannot be taken back. Lessons and the practice log"
                " stay."
            )
        )
        self._delete.setText(self.tr("Delete everything of this learner"))
        self._close.setText(self.tr("Keep"))
