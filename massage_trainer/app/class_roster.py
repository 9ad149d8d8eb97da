"""Puts the sheet of class lists together."""

from __future__ import annotations

import json
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from massage_trainer.domain.errors import TrainerError

if TYPE_CHECKING:
    from massage_trainer.app.composition import Program
    from massage_trainer.domain.classroom.ports import ExamRecord
    from massage_trainer.domain.exam.sheet import ClassResult
    from massage_trainer.viewmodels.roster import RosterViewModel
    from massage_trainer.widgets.classroom.roster_sheet import RosterSheet


class ClassRoster(QObject):
    """Class lists over the store of classes, their files, and what exams came to."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program

    @cached_property
    def roster(self) -> RosterViewModel:
        """The classes of this computer."""
        from massage_trainer.services.class_choices import JsonClassChoices
        from massage_trainer.services.class_lists import ClassListFiles
        from massage_trainer.viewmodels.roster import RosterViewModel

        flow = self._program.practice_flow
        choices = JsonClassChoices(flow.data_dir, self._program.problems.report)
        return RosterViewModel(flow.class_store, ClassListFiles(), choices, self)

    def make_sheet(self) -> RosterSheet:
        """The sheet of class lists."""
        from massage_trainer.services.exam_results import ExamResultFiles
        from massage_trainer.services.marks_file import InertTables
        from massage_trainer.widgets.classroom.roster_files import RosterFiles
        from massage_trainer.widgets.classroom.roster_sheet import RosterSheet
        from massage_trainer.widgets.file_picker import FilePicker

        picker = FilePicker()
        files = RosterFiles(
            self.roster, picker, InertTables(), ExamResultFiles(), self.result_of, self
        )
        return RosterSheet(self.roster, files, picker)

    def result_of(self, record: ExamRecord) -> ClassResult:
        """What an exam found; raises TrainerError where it cannot be read."""
        from massage_trainer.domain.exam.exam import exam_of
        from massage_trainer.domain.exam.results import class_result
        from massage_trainer.services.resources import assets_dir
        from massage_trainer.services.rubric_files import RubricFiles

        flow = self._program.practice_flow
        store = flow.class_store
        group = next((one.name for one in store.groups() if one.id == record.group), "")
        rubric = RubricFiles(assets_dir() / "catalog", flow.data_dir).read().rubric
        try:
            return class_result(
                group,
                record,
                exam_of(json.loads(record.details)),
                store.students(record.group),
                store.attempts(record.id),
                rubric,
            )
        except (ValueError, KeyError, TypeError) as error:
            raise TrainerError(f"{record.title}: {error}") from error
