"""The students of a class as rows: number, name, and a mark for each exam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from massage_trainer.domain.quiz.learner_names import isolated
from massage_trainer.widgets.classroom.roster_words import mark_words

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.roster import Student
    from massage_trainer.viewmodels.roster import RosterViewModel

_Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME = 0, 1
FIRST_EXAM: Final = 2
WITHDRAWN_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


class RosterRows(QAbstractTableModel):
    """Names are plain text, whatever they look like."""

    def __init__(self, roster: RosterViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roster = roster
        roster.list_changed.connect(self.tell_again)

    @Slot()
    def tell_again(self) -> None:
        """The list is another one, or the language."""
        self.beginResetModel()
        self.endResetModel()

    def student(self, row: int) -> Student | None:
        """Who stands in a row."""
        students = self._roster.students
        return students[row] if 0 <= row < len(students) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else len(self._roster.students)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        return 0 if parent.isValid() else FIRST_EXAM + len(self._roster.overview.exams)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        student = self.student(index.row())
        if student is None or not index.isValid():
            return None
        if role == WITHDRAWN_ROLE:
            return student.withdrawn
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(student, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{heading}: {self._shown(student, index.column())}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() >= FIRST_EXAM:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            middle = section >= FIRST_EXAM
            side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == NUMBER:
            return self.tr("Number")
        if section == NAME:
            return self.tr("Name")
        exams = self._roster.overview.exams
        return exams[section - FIRST_EXAM].title if section - FIRST_EXAM < len(exams) else None

    def _shown(self, student: Student, column: int) -> str:
        if column == NUMBER:
            return student.number
        if column == NAME:
            if not student.withdrawn:
                return student.name
            return self.tr("{name} (withdrawn)").format(name=isolated(student.name))
        overview = self._roster.overview
        exam = overview.exams[column - FIRST_EXAM]
        mark = overview.marks.get((student.id, exam.id))
        return mark_words(mark, self._roster.scale, QLocale().decimalPoint())
