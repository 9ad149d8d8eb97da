"""What learners have answered and remember: made and opened when it is first needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.quiz.ports import Profile

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.domain.quiz.learner import LearnerMemory
    from massage_trainer.services.review_schedule import FsrsSchedule
    from massage_trainer.services.storage.caretaker import Caretaker
    from massage_trainer.services.storage.profiles import SqliteProfiles
    from massage_trainer.services.storage.quiz_log import SqliteQuizLog
    from massage_trainer.services.storage.shared import SharedDatabase
    from massage_trainer.viewmodels.profiles import ProfilesViewModel

_MOST_NAMED = 5


class StudyMemory(QObject):
    """The log, the learners and their memory over the one database.

    Signals:
        learner_changed: somebody else is learning, or everything of the learner was deleted.
    """

    learner_changed = Signal()

    def __init__(self, program: Program, data_dir: Path) -> None:
        super().__init__(program)
        self._program = program
        self._data_dir = data_dir
        self._looked_at: tuple[Hashable, Catalog | None] = (None, None)

    @property
    def calendar(self) -> Calendar:
        return self._program.practice_flow.calendar

    @cached_property
    def log(self) -> SqliteQuizLog:
        """Every answer."""
        from massage_trainer.services.storage.quiz_log import SqliteQuizLog

        return SqliteQuizLog(self._database)

    @cached_property
    def profiles(self) -> ProfilesViewModel:
        """Who is learning."""
        from massage_trainer.viewmodels.profiles import ProfilesViewModel

        profiles = ProfilesViewModel(self._store, self)
        profiles.current_changed.connect(self._follow_learner)
        return profiles

    @cached_property
    def schedule(self) -> FsrsSchedule:
        """When to ask again."""
        from massage_trainer.services.review_schedule import FsrsSchedule

        return FsrsSchedule()

    @cached_property
    def learner(self) -> LearnerMemory:
        """The memory of who is learning now; ask again after ``learner_changed``."""
        from massage_trainer.domain.quiz.learner import LearnerMemory

        profile = self.profiles.current.id
        return LearnerMemory(profile, self.log, self.schedule, self.calendar)

    def tell_what_is_odd(self) -> None:
        """Say, once, that the clock was set back or that what was learnt is in no catalogue."""
        catalog = self._program.lessons.catalog()
        history = self.log.revision(), self.learner.profile, self.calendar.today()
        if self._is_told_of(history, catalog):
            return
        named = (catalog.points, catalog.landmarks, catalog.strokes, catalog.zones)
        items = {name for names in (*named, catalog.body_regions) for name in names}
        report = self._program.problems.report
        if day := self.learner.clock_was_set_back():
            report(Problem(ProblemKind.CLOCK_SET_BACK, day))
        if unknown := self.learner.unknown(items):
            more = ["…"] if len(unknown) > _MOST_NAMED else []
            names = ", ".join([*unknown[:_MOST_NAMED], *more])
            report(Problem(ProblemKind.UNKNOWN_ITEMS, names))

    def _is_told_of(self, history: Hashable, catalog: Catalog) -> bool:
        """Whether both are as they were when this was last asked; looking reads every card."""
        (before, known), self._looked_at = self._looked_at, (history, catalog)
        return before == history and known is catalog

    @Slot()
    def look_after(self) -> None:
        """A good moment to check the database and to make a backup: a round is over."""
        self._caretaker.wake()

    def close(self) -> None:
        """Write what waits; the database itself is closed by the practice log's flow."""
        if "_caretaker" in vars(self):
            self._caretaker.close()
        if "log" in vars(self):
            self.log.close()

    @property
    def _database(self) -> SharedDatabase:
        return self._program.practice_flow.database

    @cached_property
    def _store(self) -> SqliteProfiles:
        from massage_trainer.services.storage.profiles import SqliteProfiles

        report = self._program.problems.report
        return SqliteProfiles(self._database, self.log, self.calendar, report)

    @cached_property
    def _caretaker(self) -> Caretaker:
        from massage_trainer.services.storage.caretaker import Caretaker

        caretaker = Caretaker(self._data_dir, backups=self._database.backups, parent=self)
        caretaker.found_damage.connect(self._recover)
        caretaker.found_rows.connect(self._set_aside)
        caretaker.failed.connect(self._program.problems.report)
        return caretaker

    @Slot()
    def _recover(self) -> None:
        self._database.recover()

    @Slot(object, object)
    def _set_aside(self, table: object, rows: object) -> None:
        from massage_trainer.services.storage.rows import Table

        if isinstance(table, Table) and isinstance(rows, list):
            self._database.set_aside(table, rows)

    @Slot(Profile)
    def _follow_learner(self, _profile: Profile) -> None:
        vars(self).pop("learner", None)
        self.learner_changed.emit()
