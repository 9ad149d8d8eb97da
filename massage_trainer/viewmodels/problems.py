"""The troubles of the surroundings, each told once."""

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.problems import Problem


class ProblemsViewModel(QObject):
    """Collects problems; the banner shows them until they are dismissed.

    Signals:
        changed: the list is another one now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[Problem] = set()
        self.shown: list[Problem] = []

    def report(self, problem: Problem) -> None:
        """Show a problem unless the same was told before."""
        if problem not in self._told:
            self._told.add(problem)
            self.shown.append(problem)
            self.changed.emit()

    def dismiss(self) -> None:
        """The user has read them."""
        self.shown.clear()
        self.changed.emit()
