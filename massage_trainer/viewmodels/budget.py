"""How much time there is for each lesson, for as long as the program runs."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.budget import Budgeted, fit_into
from massage_trainer.domain.protocol import Protocol

MINUTE_MS = 60_000


class BudgetViewModel(QObject):
    """Shows what a lesson loses in so many minutes, and remembers the choice.

    ``lesson`` gives a lesson for anybody in this room with every dose in full; ``class_percent``
    the class dose where the teacher allows it.

    Signals:
        chosen: str; this lesson has another length now.
    """

    chosen = Signal(str)

    def __init__(
        self,
        lesson: Callable[[str], Protocol],
        class_percent: Callable[[], int | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._class_percent = class_percent
        self._minutes: dict[str, int] = {}

    def minutes(self, lesson_id: str) -> int:
        """The time there is; 0 for the whole lesson."""
        return self._minutes.get(lesson_id, 0)

    def whole_ms(self, lesson_id: str) -> int:
        """How long the lesson is with everything in it."""
        return self.preview(lesson_id, 24 * 60).total_ms

    def preview(self, lesson_id: str, minutes: int) -> Budgeted:
        """The lesson in so many minutes."""
        return fit_into(self._lesson(lesson_id), minutes * MINUTE_MS, self._class_percent())

    def choose(self, lesson_id: str, minutes: int) -> None:
        """Do it in so many minutes from now on; 0: do all of it."""
        if minutes != self.minutes(lesson_id):
            self._minutes[lesson_id] = minutes
            self.chosen.emit(lesson_id)
