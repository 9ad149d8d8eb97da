"""What the progress page shows of whoever is learning now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.progress import read_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.domain.progress import Progress
    from massage_trainer.domain.quiz.aim import Aim
    from massage_trainer.domain.quiz.ports import QuizLog


class ProgressViewModel(QObject):
    """Reads the log when it is asked to and has news; keeps which points' aim is looked at.

    Signals:
        changed: what is shown is another.
        aim_changed: the aim at other points is looked at.
    """

    changed = Signal()
    aim_changed = Signal()

    def __init__(
        self,
        log: QuizLog,
        profile: Callable[[], int],
        calendar: Calendar,
        catalog: Callable[[], Catalog],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log = log
        self._profile = profile
        self._calendar = calendar
        self._catalog = catalog
        self._progress: Progress | None = None
        self._read_of: tuple[Hashable, int, str] | None = None
        self._read_with: Catalog | None = None
        self._aim = 0

    @property
    def progress(self) -> Progress:
        """As it was when it was last read."""
        if self._progress is None:
            self._progress = self._read()
        return self._progress

    @property
    def catalog(self) -> Catalog:
        return self._catalog()

    @property
    def aim(self) -> Aim | None:
        """What is looked at of the aims; None where no place was ever shown for a point."""
        found = self.progress.aims
        return found[min(self._aim, len(found) - 1)] if found else None

    @Slot()
    def read(self) -> None:
        """Look again: rounds may have been played, or somebody else is learning."""
        of = self._log.revision(), self._profile(), self._calendar.today()
        catalog = self._catalog()
        if of != self._read_of or catalog is not self._read_with:
            self._progress = self._read()
            self._read_of, self._read_with = of, catalog
            self._aim = 0
            self.changed.emit()
        else:
            self.choose_aim(0)

    @Slot(int)
    def choose_aim(self, number: int) -> None:
        if 0 <= number < len(self.progress.aims) and number != self._aim:
            self._aim = number
            self.aim_changed.emit()

    def _read(self) -> Progress:
        return read_progress(self._log, self._profile(), self._calendar.today(), self._catalog())
