"""Writes down what is practised, and shows it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog, QWidget

    from massage_trainer.app.composition import Program
    from massage_trainer.app.study_memory import StudyMemory
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.domain.record import SkipReason
    from massage_trainer.services.storage.class_store import SqliteClassStore
    from massage_trainer.services.storage.practice_log import SqlitePracticeLog
    from massage_trainer.services.storage.shared import SharedDatabase
    from massage_trainer.services.writer import Writer
    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
    from massage_trainer.viewmodels.recorder import Recorder


class PracticeFlow(QObject):
    """The record and its page; the database is opened when it is first needed."""

    def __init__(self, program: Program, data_dir: Path) -> None:
        super().__init__(program)
        self._program = program
        self.data_dir = data_dir

    @cached_property
    def recorder(self) -> Recorder:
        """Writes down what happens in the lesson."""
        from massage_trainer.viewmodels.recorder import Recorder

        return Recorder(self._program.lesson, self._log, self.calendar, self)

    def listen(self, hands: HandsFreeViewModel) -> None:
        """Write down what is said by few keys, without opening the database before it is."""
        hands.hurt.connect(self._write_pain)
        hands.skipped.connect(self._write_reason)
        hands.eased.connect(self._write_ease)
        self._program.window.library_shown.connect(self._look_after)

    @Slot()
    def _look_after(self) -> None:
        """A lesson was left: a good moment to copy what was written down."""
        if "database" in vars(self):
            self.memory.look_after()

    @Slot()
    def _write_pain(self) -> None:
        self.recorder.it_hurts()

    @Slot(object)
    def _write_reason(self, reason: SkipReason) -> None:
        self.recorder.give_reason(reason)

    @Slot()
    def _write_ease(self) -> None:
        self.recorder.goes_on_gently()

    @cached_property
    def calendar(self) -> Calendar:
        """The time of day."""
        from massage_trainer.services.clock import SystemCalendar

        return SystemCalendar()

    def make_dialog(self, parent: QWidget) -> QDialog:
        """The practice log."""
        from massage_trainer.services.storage.table_writer import CsvWriter
        from massage_trainer.viewmodels.practice import PracticeViewModel
        from massage_trainer.widgets.file_picker import FilePicker
        from massage_trainer.widgets.practice_dialog import PracticeDialog

        program = self._program
        program.pause()
        practice = PracticeViewModel(self._log, program.lessons, CsvWriter(), self)
        return PracticeDialog(practice, program.window.language, FilePicker(), parent)

    @Slot()
    def show(self) -> None:
        """Open the practice log."""
        self._program.window.show_dialog(self.make_dialog)

    def close(self) -> None:
        """Write what waits, and let go of the database."""
        if "memory" in vars(self):
            self.memory.close()
        if "class_store" in vars(self):
            self.class_store.close()
        if "database" in vars(self):
            self.database.close()
        self.writer.close()

    @cached_property
    def writer(self) -> Writer:
        """What a step change leaves on the disk is written beside the window."""
        from massage_trainer.services.writer import Writer

        return Writer(self)

    @cached_property
    def memory(self) -> StudyMemory:
        """What learners have answered and remember."""
        from massage_trainer.app.study_memory import StudyMemory

        return StudyMemory(self._program, self.data_dir)

    @cached_property
    def class_store(self) -> SqliteClassStore:
        """Class lists, what classes answered, and how they were examined."""
        from massage_trainer.services.storage.class_store import SqliteClassStore

        return SqliteClassStore(self.database, self.calendar)

    @cached_property
    def database(self) -> SharedDatabase:
        """What is practised and answered stands in one file, over one connection."""
        from massage_trainer.services.storage.shared import SharedDatabase

        return SharedDatabase(self.data_dir, self._program.problems.report, self.writer)

    @cached_property
    def _log(self) -> SqlitePracticeLog:
        from massage_trainer.services.storage.practice_log import SqlitePracticeLog

        return SqlitePracticeLog(self.database)
