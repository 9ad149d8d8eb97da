"""The dialogs of class lists: names, a list to be typed or pasted, and what deleting takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from massage_trainer.domain.classroom.class_list import ClassList, NewInList
from massage_trainer.domain.classroom.names import LONGEST_NAME, LONGEST_NUMBER
from massage_trainer.domain.quiz.learner_names import isolated
from massage_trainer.viewmodels.roster import NameTrouble
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.roster_words import mistake_text, mistakes_text, new_text
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.scaled_dialog import ScaledDialog
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.roster import ClassGroup, Student
    from massage_trainer.viewmodels.roster import ClassCount, RosterViewModel

_MOST_LINES: Final = 40  # of mistakes and names that are shown
_PREVIEW: Final = 5


class _FieldsDialog(ScaledDialog):
    """One or two lines to type; what is wrong is said as soon as it is wanted."""

    def __init__(self, fields: int, parent: QWidget) -> None:
        super().__init__(QSize(90, 30 + 12 * fields), parent)
        self._captions = [QLabel(self) for _ in range(fields)]
        self._fields = [QLineEdit(self) for _ in range(fields)]
        for caption, field in zip(self._captions, self._fields, strict=True):
            field.setMinimumHeight(round(self.fontMetrics().height() * 1.7))
            caption.setBuddy(field)
            caption.setWordWrap(True)
            self.column.addWidget(caption)
            self.column.addWidget(field)
        self._message = Message(self.scale, self)
        self._keep = Button(ButtonKind.PRIMARY, None, self)
        self._keep.setObjectName("keep")
        self._keep.setDefault(True)
        self._keep.clicked.connect(self.accept)
        self.column.addWidget(self._message)
        self.column.addStretch(1)
        for field in self._fields:
            field.textEdited.connect(self._message.hide)
        self.add_close_button(self._keep)
        self._fields[-1].setFocus()

    @property
    def message(self) -> str:
        """Why it cannot be taken, as far as it was asked for."""
        return self._message.text if self._message.isVisibleTo(self) else ""

    def accept(self) -> None:
        words = self._problem()
        if words:
            self._message.warn(words)
        else:
            super().accept()

    def _problem(self) -> str:
        raise NotImplementedError


class ClassNameDialog(_FieldsDialog):
    """The name of a class."""

    def __init__(self, roster: RosterViewModel, group: ClassGroup | None, parent: QWidget) -> None:
        """``group`` is what is to be renamed; None: a new one."""
        self._roster = roster
        self._group = group
        super().__init__(1, parent)
        self._fields[0].setMaxLength(LONGEST_NAME)
        self._fields[0].setObjectName("name")
        self._fields[0].setText(group.name if group else "")

    @property
    def name(self) -> str:
        return self._fields[0].text()

    def retranslate(self) -> None:
        renamed = self._group is not None
        self.setWindowTitle(self.tr("Name of the class") if renamed else self.tr("New class"))
        self._captions[0].setText(self.tr("As it is called, such as “K12, morning”"))
        self._fields[0].setAccessibleName(self.tr("Name of the class"))
        self._keep.setText(self.tr("Keep this name"))

    def _problem(self) -> str:
        match self._roster.trouble_with_group(self.name, self._group.id if self._group else 0):
            case NameTrouble.EMPTY:
                return self.tr("Please type a name.")
            case NameTrouble.TAKEN:
                return self.tr("A class is called so already.")
        return ""


class StudentDialog(_FieldsDialog):
    """The number and the name of a student."""

    def __init__(self, roster: RosterViewModel, student: Student, parent: QWidget) -> None:
        self._roster = roster
        self._student = student
        super().__init__(2, parent)
        for field, name, text, most in zip(
            self._fields,
            ("number", "name"),
            (student.number, student.name),
            (LONGEST_NUMBER, LONGEST_NAME),
            strict=True,
        ):
            field.setObjectName(name)
            field.setMaxLength(most)
            field.setText(text)

    @property
    def number(self) -> str:
        return self._fields[0].text()

    @property
    def name(self) -> str:
        return self._fields[1].text()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Number and name"))
        number, name = self.tr("Student number"), self.tr("Name, the given name last")
        for caption, field, words in zip(self._captions, self._fields, (number, name), strict=True):
            caption.setText(words)
            field.setAccessibleName(words)
        self._keep.setText(self.tr("Keep"))

    def _problem(self) -> str:
        match self._roster.trouble_with_student(self.number, self.name, self._student.id):
            case NameTrouble.EMPTY:
                return self.tr("Please type a name.")
            case NameTrouble.TAKEN:
                return self.tr("Another student has this number.")
        return ""


class _ListDialog(ScaledDialog):
    """Shows what a list holds, and a button to take the good of it over."""

    def __init__(self, wish: QSize, parent: QWidget) -> None:
        super().__init__(wish, parent)
        self.new = NewInList(())
        self._summary = TextBlock(2.6, parent=self)
        self._summary.setObjectName("summary")
        self._scroll = TextScroll(self)
        self._lines = TextBlock(2.2, parent=self._scroll.body)
        self._lines.setObjectName("lines")
        self._scroll.column.addWidget(self._lines)
        self._scroll.column.addStretch(1)
        self._scroll.set_scale(self.scale)
        self._take = Button(ButtonKind.PRIMARY, None, self)
        self._take.setObjectName("take-over")
        self._take.clicked.connect(self.accept)
        for block in (self._summary, self._lines):
            block.set_scale(self.scale)

    def _show_list(self, found: ClassList, new: NewInList) -> None:
        self.new = new
        told = [new_text(new)] if found.entries else []
        if found.mistakes:
            told.append(mistakes_text(len(found.mistakes)))
        self._summary.show_text("; ".join(told))
        lines = [mistake_text(one) for one in found.mistakes[:_MOST_LINES]]
        lines += [
            self.tr("{number}: {old} will be called {new}").format(
                number=isolated(one.number), old=isolated(one.name), new=isolated(entry.name)
            )
            for one, entry in new.renamed[:_MOST_LINES]
        ]
        preview = new.new[:_PREVIEW]
        lines += [
            self.tr("New: {name}").format(
                name=" · ".join(isolated(part) for part in (entry.number, entry.name) if part)
            )
            for entry in preview
        ]
        if len(new.new) > _PREVIEW:
            lines.append("…")
        self._lines.show_text("\n".join(lines))
        self._take.setEnabled(bool(new.new or new.renamed))
        if found.mistakes:
            self._take.setText(self.tr("Take the good lines over"))
        else:
            self._take.setText(self.tr("Take over"))

    def _name_scroll(self) -> None:
        self._scroll.setAccessibleName(self.tr("What the list holds"))


class TakeOverDialog(_ListDialog):
    """Before a file is taken over: how many, which mistakes, and whether the letters are right."""

    def __init__(
        self, name: str, group: ClassGroup, found: ClassList, new: NewInList, parent: QWidget
    ) -> None:
        """``name`` of the file."""
        super().__init__(QSize(110, 70), parent)
        self._name, self._group, self._found = name, group, found
        self.new = new
        self._where = TextBlock(2.2, "muted", parent=self)
        self._where.set_scale(self.scale)
        self.column.addWidget(self._where)
        self.column.addWidget(self._summary)
        self.column.addWidget(self._scroll, 1)
        self.add_close_button(self._take)
        if self._take.isEnabled():
            self._take.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Import a class list"))
        self._where.show_text(
            self.tr("{file}, for the class {name}").format(
                file=self._name, name=isolated(self._group.name)
            )
        )
        self._name_scroll()
        self._show_list(self._found, self.new)


class AddDialog(_ListDialog):
    """Lines to type or to paste; what they hold is said as they are typed."""

    def __init__(self, roster: RosterViewModel, parent: QWidget) -> None:
        super().__init__(QSize(110, 84), parent)
        self._roster = roster
        self._how = TextBlock(2.2, parent=self)
        self._how.set_scale(self.scale)
        self._field = QPlainTextEdit(self)
        self._field.setObjectName("typed")
        self._field.setTabChangesFocus(True)
        self._field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._field.textChanged.connect(self._look)
        self.column.addWidget(self._how)
        self.column.addWidget(self._field, 3)
        self.column.addWidget(self._summary)
        self.column.addWidget(self._scroll, 2)
        self.add_close_button(self._take)
        self._field.setFocus()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Add students"))
        self._how.show_text(
            self.tr(
                "One student in each line: the number, then the name; or the name alone. Cells"
                " copied from a spreadsheet can be pasted here."
            )
        )
        self._field.setAccessibleName(self.tr("Students, one in each line"))
        self._name_scroll()
        self._look()

    @Slot()
    def _look(self) -> None:
        text = self._field.toPlainText()
        if text.strip():
            found = self._roster.look_into_text(text)
            self._show_list(found, self._roster.new_in(found))
        else:
            self._show_list(ClassList(()), NewInList(()))


class DeleteClassDialog(ScaledDialog):
    """Says what will be gone and what stays; the keyboard begins at the way back."""

    def __init__(
        self,
        name: str,
        count: ClassCount | None,
        parent: QWidget,
    ) -> None:
        """``name`` of the class, or of a student where ``count`` is None."""
        super().__init__(QSize(96, 52), parent)
        self._name = name
        self._count = count
        self._question = TextBlock(3.0, parent=self)
        self._question.setObjectName("question")
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._what = TextBlock(2.4, parent=self)
        self._stays = TextBlock(2.4, "muted", parent=self)
        self._delete = Button(ButtonKind.PLAIN, None, self)
        self._delete.setObjectName("delete")
        self._delete.clicked.connect(self.accept)
        for block in (self._question, self._what, self._stays):
            block.set_scale(self.scale)
            self.column.addWidget(block)
        self.column.addStretch(1)
        self.add_close_button(self._delete)
        self._close.setFocus()

    def retranslate(self) -> None:
        name = isolated(self._name)
        if self._count is not None:
            self.setWindowTitle(self.tr("Delete a class"))
            question = self.tr("Delete the class {name} and everything of it?")
            self._what.show_text(self._told(self._count))
            self._delete.setText(self.tr("Delete this class"))
        else:
            self.setWindowTitle(self.tr("Delete a student"))
            question = self.tr("Delete {name} with all marks?")
            self._what.show_text(
                self.tr(
                    "A student who leaves the class can be withdrawn instead: marks and papers of"
                    " the others stay as they are. Deleting cannot be taken back."
                )
            )
            self._delete.setText(self.tr("Delete this student"))
        self._question.show_text(question.format(name=name))
        self._stays.show_text(
            self.tr(
                "It is also taken out of the copies that this program keeps for safety. What you"
                " saved or printed yourself (CSV, PDF) stays where you put it, and so do copies"
                " of this computer made by others."
            )
        )
        self._close.setText(self.tr("Keep"))

    def _told(self, count: ClassCount) -> str:
        parts = (
            self.tr("%n student(s)", None, count.students) if count.students else "",
            self.tr("%n round(s) of questions", None, count.rounds) if count.rounds else "",
            self.tr("%n exam(s)", None, count.exams) if count.exams else "",
            self.tr("%n attempt(s) with all marks and remarks", None, count.attempts)
            if count.attempts
            else "",
        )
        if not any(parts):
            return self.tr("Nothing is kept of this class but its name.")
        gone = self.tr("{list}: all of this goes. It cannot be taken back.")
        return gone.format(list=", ".join(filter(None, parts)))
