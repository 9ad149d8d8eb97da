"""Takes marks and results along as tables: of the class, of an exam, of one student."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from massage_trainer.domain.errors import TrainerError
from massage_trainer.widgets.classroom.roster_words import mark_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from massage_trainer.domain.classroom.ports import ExamRecord
    from massage_trainer.domain.classroom.roster import Student
    from massage_trainer.domain.exam.sheet import ClassResult
    from massage_trainer.domain.ports import TableWriter
    from massage_trainer.viewmodels.roster import RosterViewModel
    from massage_trainer.widgets.file_picker import FilePicker

_KIND: Final = "CSV (*.csv)"
_NO_NAME: Final = re.compile(r"[^\w -]+")
_LONGEST_EM: Final = 24


class ResultWriter(Protocol):
    """Writes results as a table; raises TrainerError."""

    def write(self, path: Path, result: ClassResult) -> None: ...


class RosterFiles(QObject):
    """What can be saved stands in a menu; where it goes is asked.

    Signals:
        saved: str; the sentence about it.
        failed: str; why not.
    """

    saved = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        roster: RosterViewModel,
        picker: FilePicker,
        tables: TableWriter,
        results: ResultWriter,
        result_of: Callable[[ExamRecord], ClassResult],
        parent: QObject | None = None,
    ) -> None:
        """``result_of`` raises TrainerError where an exam cannot be read."""
        super().__init__(parent)
        self._roster = roster
        self._picker = picker
        self._tables = tables
        self._results = results
        self._result_of = result_of

    def make_menu(self, parent: QWidget, chosen: Student | None) -> QMenu:
        """The marks of all; then each exam, of the class and of the chosen student."""
        menu = QMenu(parent)
        menu.setObjectName("save-as")
        menu.setFont(parent.font())
        _offer(menu, "marks", self.tr("Marks of the class"), partial(self.save_marks, parent))
        for exam in self._roster.overview.exams:
            everybody = self.tr("Exam “{title}”: the whole class")
            save = partial(self.save_results, parent, exam)
            title = menu.fontMetrics().elidedText(
                exam.title, Qt.TextElideMode.ElideRight, _LONGEST_EM * menu.fontMetrics().height()
            )
            _offer(menu, f"exam-{exam.id}", everybody.format(title=title), partial(save, None))
            if chosen is not None and (chosen.id, exam.id) in self._roster.overview.marks:
                words = self.tr("Exam “{title}”: {name}").format(title=title, name=chosen.name)
                _offer(menu, f"exam-{exam.id}-student", words, partial(save, chosen))
        return menu

    def save_marks(self, parent: QWidget) -> None:
        """The list as it is sorted, with a mark for each exam."""
        group = self._roster.current
        if group is None:
            return
        name = self.tr("{name} - marks").format(name=group.name)
        path = self._asked(parent, name)
        if path is not None:
            self._write(path, partial(self._tables.write, path, self.marks_table()))

    def save_results(self, parent: QWidget, exam: ExamRecord, student: Student | None) -> None:
        """Everything that was marked, a fact in each row."""
        path = self._asked(parent, f"{exam.title} - {student.name}" if student else exam.title)
        if path is not None:
            self._write(path, partial(self._write_results, path, exam, student))

    def marks_table(self) -> list[list[str]]:
        """The rows of the marks; a class list can be read from them again."""
        roster, overview = self._roster, self._roster.overview
        point = QLocale().decimalPoint()
        head = [self.tr("Student number"), self.tr("Full name"), self.tr("Withdrawn")]
        rows = [[*head, *(exam.title for exam in overview.exams)]]
        for student in roster.students:
            marks = [
                mark_words(overview.marks.get((student.id, exam.id)), roster.scale, point)
                for exam in overview.exams
            ]
            gone = self.tr("yes") if student.withdrawn else ""
            rows.append([student.number, student.name, gone, *marks])
        return rows

    def _write_results(self, path: Path, exam: ExamRecord, student: Student | None) -> None:
        result = self._result_of(exam)
        if student is not None:
            # The number is the class's own; who has none is known by the name.
            key = (student.number, student.name)
            mine = tuple(one for one in result.students if (one.number, one.name) == key)
            result = replace(result, students=mine)
        self._results.write(path, result)

    def _asked(self, parent: QWidget, name: str) -> Path | None:
        plain = _NO_NAME.sub("-", name).strip(" -") or "class"
        title = self.tr("Save as a table")
        path = self._picker.to_save(parent.window(), title, f"{plain}.csv", _KIND)
        if path is None or path.suffix:
            return path
        return path.with_name(f"{path.name}.csv")

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except TrainerError as error:
            self.failed.emit(error.in_language(QLocale().name()[:2]))
        else:
            self.saved.emit(self.tr("Saved: {path}").format(path=path))


def _offer(menu: QMenu, key: str, words: str, do: Callable[[], None]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setObjectName(key)
    action.triggered.connect(do)
