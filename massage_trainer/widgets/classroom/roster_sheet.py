"""The sheet of class lists: classes, their students, and what each reached."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.class_list import NewInList
from massage_trainer.domain.classroom.marks import MarkScale
from massage_trainer.domain.classroom.names import ListOrder
from massage_trainer.domain.errors import TrainerError
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.roster_dialogs import (
    AddDialog,
    ClassNameDialog,
    DeleteClassDialog,
    StudentDialog,
    TakeOverDialog,
)
from massage_trainer.widgets.classroom.roster_table import RosterTable
from massage_trainer.widgets.classroom.roster_words import erasure_text, new_text
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.classroom.sheets import ClassSheet
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.message import Message
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.classroom.ports import Erasure
    from massage_trainer.viewmodels.roster import RosterViewModel
    from massage_trainer.widgets.classroom.roster_files import RosterFiles
    from massage_trainer.widgets.file_picker import FilePicker

_TABLES: Final = "CSV (*.csv *.txt *.tsv)"


def _asked(dialog: QDialog) -> bool:
    return bool(dialog.exec())


class RosterSheet(ClassSheet):
    """Everything that is changed here is kept at once; deleting asks first."""

    def __init__(
        self,
        roster: RosterViewModel,
        files: RosterFiles,
        picker: FilePicker,
        ask: Callable[[QDialog], bool] = _asked,
        parent: QWidget | None = None,
    ) -> None:
        """``ask`` shows a dialog and waits; whether it was agreed to."""
        super().__init__(parent)
        self.setObjectName("roster")
        self._roster = roster
        self._files = files
        self._picker = picker
        self._ask = ask
        self._scale = Scale(720)
        self.group = self._box("group")
        self._new = self._button("new-class")
        self._rename = self._button("rename-class")
        self._delete = self._button("delete-class")
        self.head = SheetHead(self, self.group, self._new, self._rename, self._delete)
        self._import = self._button("import-list", ButtonKind.PLAIN)
        self._add = self._button("add-students", ButtonKind.PLAIN)
        self._save = self._button("save-csv", ButtonKind.PLAIN)
        self.order = self._box("order")
        self.marks = self._box("marks")
        self._message = Message(self._scale, self)
        self._message.setObjectName("told")
        self._nothing = TextBlock(2.6, parent=self)
        self._nothing.setObjectName("nothing-yet")
        self._first = Button(ButtonKind.PRIMARY, None, self)
        self._first.setObjectName("first-class")
        self.table = RosterTable(roster, self)
        self._student = self._button("rename-student", ButtonKind.PLAIN)
        self._withdraw = self._button("withdraw", ButtonKind.PLAIN)
        self._delete_student = self._button("delete-student", ButtonKind.PLAIN)
        self._private = TextBlock(2.0, "muted", parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def message(self) -> str:
        """What was last told."""
        return self._message.text if self._message.isVisibleTo(self) else ""

    def arrive(self) -> None:
        self._message.hide()
        self._roster.read()
        (self.table if self._roster.students else self.group).setFocus()
        if not self._roster.groups:
            self._first.setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        unit = scale.unit
        edge = sheet_edge(scale)
        self._column.setContentsMargins(edge, unit, edge, unit)
        self._column.setSpacing(unit)
        for row in (self._tools, self._below):
            row.setSpacing(unit)
        for block in (self.head, self._nothing, self._private):
            block.set_scale(scale)
        for button in self.findChildren(Button):
            button.set_text_px(scale.control_px)
        for box in (self.group, self.order, self.marks):
            box.setFont(sized(self.font(), scale.control_px))
        self._message.setFont(sized(self.font(), scale.control_px))
        self.table.set_scale(scale)

    def retranslate(self) -> None:
        self.head.name(self.tr("Class lists"))
        for button, words in (
            (self._new, self.tr("New…")),
            (self._rename, self.tr("Rename…")),
            (self._delete, self.tr("Delete…")),
            (self._import, self.tr("Import a list…")),
            (self._add, self.tr("Add students…")),
            (self._save, self.tr("Save (CSV)…")),
            (self._first, self.tr("Make a class…")),
            (self._student, self.tr("Number and name…")),
            (self._delete_student, self.tr("Delete the student…")),
        ):
            button.setText(words)
        self._new.setAccessibleName(self.tr("New class"))
        self._rename.setAccessibleName(self.tr("Rename the class"))
        self._delete.setAccessibleName(self.tr("Delete the class"))
        self.group.setAccessibleName(self.tr("Class"))
        self._fill(
            self.order,
            (
                (ListOrder.GIVEN, self.tr("By given name")),
                (ListOrder.FAMILY, self.tr("By family name")),
                (ListOrder.NUMBER, self.tr("By number")),
            ),
        )
        self.order.setAccessibleName(self.tr("Order of the list"))
        self._fill(
            self.marks,
            ((MarkScale.TEN, self.tr("Marks out of 10")), (MarkScale.PERCENT, self.tr("Percent"))),
        )
        self.marks.setAccessibleName(self.tr("Marks"))
        self._private.show_text(
            self.tr("Names and marks stay on this computer. Nothing about health is kept here.")
        )
        self._message.hide()
        self.table.retranslate()
        self.show_all()

    @Slot()
    def show_all(self) -> None:
        """Show the class of now."""
        roster = self._roster
        group = roster.current
        with QSignalBlocker(self.group):
            self.group.clear()
            for one in roster.groups:
                self.group.addItem(one.name, one.id)
            self.group.setCurrentIndex(self.group.findData(group.id if group else 0))
        for box, value in ((self.order, roster.order), (self.marks, roster.scale)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        there, filled = group is not None, bool(roster.students)
        of_class: tuple[QWidget, ...] = (self.group, self._new, self._rename, self._delete)
        of_list: tuple[QWidget, ...] = (self._save, self.order, self.marks, self.table)
        of_student: tuple[QWidget, ...] = (self._student, self._withdraw, self._delete_student)
        for widget in (*of_class, self._import, self._add):
            widget.setVisible(there)
        for widget in (*of_list, *of_student):
            widget.setVisible(filled)
        self._nothing.setVisible(not filled)
        self._room.setVisible(not filled)
        self._first.setVisible(not there)
        if not there:
            self._nothing.show_text(
                self.tr(
                    "No class yet. Give one a name, then import its list or type it; rounds of"
                    " questions and exams are kept with it."
                )
            )
        elif not filled:
            self._nothing.show_text(
                self.tr(
                    "Nobody is in this class yet. Import a list (CSV with number and name), or add"
                    " students by typing or pasting."
                )
            )
        self._show_chosen()

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _button(self, name: str, kind: ButtonKind = ButtonKind.QUIET) -> Button:
        button = Button(kind, None, self)
        button.setObjectName(name)
        return button

    def _fill(self, box: ChoiceBox, entries: tuple[tuple[object, str], ...]) -> None:
        with QSignalBlocker(box):
            box.clear()
            for value, words in entries:
                box.addItem(words, value)

    def _lay_out(self) -> None:
        self._tools = _row(self._import, self._add, self._save, None, self.order, self.marks)
        self._below = _row(self._student, self._withdraw, self._delete_student, None)
        self._room = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addLayout(self._tools)
        self._column.addWidget(self._message)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._room, 1)
        self._column.addLayout(self._below)
        self._column.addWidget(self._private)

    def _connect(self) -> None:
        roster, table = self._roster, self.table
        roster.groups_changed.connect(self.show_all)
        roster.current_changed.connect(self.show_all)
        roster.list_changed.connect(self.show_all)
        table.chosen_changed.connect(self._show_chosen)
        table.rename_wanted.connect(self._rename_student)
        table.delete_wanted.connect(self._wish_student_gone)
        self._files.saved.connect(self._message.tell)
        self._files.failed.connect(self._message.warn)
        self.head.back.clicked.connect(self.left)
        self.group.activated.connect(self._follow_group)
        self.order.activated.connect(self._follow_order)
        self.marks.activated.connect(self._follow_marks)
        for button, slot in (
            (self._new, self._make_class),
            (self._first, self._make_class),
            (self._rename, self._rename_class),
            (self._delete, self._wish_class_gone),
            (self._import, self._take_in),
            (self._add, self._add_students),
            (self._save, self._write),
            (self._student, self._rename_student),
            (self._withdraw, self._turn_withdrawn),
            (self._delete_student, self._wish_student_gone),
        ):
            button.clicked.connect(slot)

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.table.chosen
        for button in (self._student, self._withdraw, self._delete_student):
            button.setEnabled(chosen is not None)
        back = chosen is not None and chosen.withdrawn
        self._withdraw.setText(self.tr("Take back into the class") if back else self.tr("Withdraw"))

    @Slot()
    def _follow_group(self) -> None:
        self._message.hide()
        self._roster.choose(int(self.group.currentData()))

    @Slot()
    def _follow_order(self) -> None:
        self._roster.sort(self.order.currentData())

    @Slot()
    def _follow_marks(self) -> None:
        self._roster.write_marks(self.marks.currentData())

    @Slot()
    def _make_class(self) -> None:
        dialog = ClassNameDialog(self._roster, None, self.window())
        if self._agreed(dialog):
            self._say(kept=self._roster.add_group(dialog.name), words="")

    @Slot()
    def _rename_class(self) -> None:
        dialog = ClassNameDialog(self._roster, self._roster.current, self.window())
        if self._agreed(dialog):
            self._say(kept=self._roster.rename_group(dialog.name), words="")

    @Slot()
    def _wish_class_gone(self) -> None:
        group = self._roster.current
        if group is None:
            return
        dialog = DeleteClassDialog(group.name, self._roster.count(), self.window())
        if self._agreed(dialog):
            self._erase(self._roster.delete_group)

    @Slot()
    def _take_in(self) -> None:
        group = self._roster.current
        path = self._picker.to_open(self.window(), self.tr("Import a class list"), _TABLES)
        if path is None or group is None:
            return
        try:
            found = self._roster.look_into(path)
        except TrainerError as error:
            self._message.warn(str(error))
            return
        new = self._roster.new_in(found)
        dialog = TakeOverDialog(path.name, group, found, new, self.window())
        if self._agreed(dialog):
            self._take_over(dialog.new)

    @Slot()
    def _add_students(self) -> None:
        dialog = AddDialog(self._roster, self.window())
        if self._agreed(dialog):
            self._take_over(dialog.new)

    def _take_over(self, new: NewInList) -> None:
        self._say(kept=self._roster.take_over(new), words=new_text(new))

    @Slot()
    def _write(self) -> None:
        menu = self._files.make_menu(self._save, self.table.chosen)
        menu.exec(self._save.mapToGlobal(QPoint(0, self._save.height())))
        menu.deleteLater()

    @Slot()
    def _rename_student(self) -> None:
        student = self.table.chosen
        if student is None:
            return
        dialog = StudentDialog(self._roster, student, self.window())
        if self._agreed(dialog):
            kept = self._roster.rename_student(student, dialog.number, dialog.name)
            self._say(kept=kept, words="")

    @Slot()
    def _turn_withdrawn(self) -> None:
        student = self.table.chosen
        if student is not None:
            kept = self._roster.withdraw(student, withdrawn=not student.withdrawn)
            self._say(kept=kept, words="")

    @Slot()
    def _wish_student_gone(self) -> None:
        student = self.table.chosen
        if student is None:
            return
        dialog = DeleteClassDialog(student.name, None, self.window())
        if self._agreed(dialog):
            self._erase(partial(self._roster.delete_student, student))

    def _agreed(self, dialog: QDialog) -> bool:
        agreed = self._ask(dialog)
        dialog.deleteLater()
        return agreed

    def _say(self, *, kept: bool, words: str) -> None:
        if not kept:
            self._message.warn(self.tr("That could not be kept: the disk is full or is not there."))
        elif words:
            self._message.tell(words)
        else:
            self._message.hide()

    def _erase(self, work: Callable[[], Erasure]) -> None:
        """All copies are written anew, which may take seconds."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            erasure = work()
        finally:
            QGuiApplication.restoreOverrideCursor()
        (self._message.tell if erasure.done else self._message.warn)(erasure_text(erasure))


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Side by side; None is the room that is left."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
