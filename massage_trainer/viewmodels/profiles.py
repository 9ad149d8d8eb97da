"""Who is learning: the learners of this computer, as the windows see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.quiz.learner_names import NameProblem, problem_with, tidy_name
from massage_trainer.domain.quiz.ports import Profile

if TYPE_CHECKING:
    from massage_trainer.domain.quiz.ports import Profiles


class ProfilesViewModel(QObject):
    """The learners and who of them is learning now; names are plain text.

    Signals:
        changed: the list is another one, or a name is.
        current_changed: Profile; somebody else is learning now.
    """

    changed = Signal()
    current_changed = Signal(Profile)

    def __init__(self, profiles: Profiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._current = profiles.current()

    @property
    def all(self) -> list[Profile]:
        return list(self._profiles.all())

    @property
    def current(self) -> Profile:
        return self._current

    def problem_with(self, name: str, own_id: int = 0) -> NameProblem | None:
        """Why a learner cannot be called so; ``own_id`` is the learner to be renamed."""
        return problem_with(name, self.all, own_id)

    @Slot(int)
    def choose(self, profile_id: int) -> None:
        """Somebody else sits down."""
        if profile_id in {one.id for one in self.all}:
            self._profiles.choose(profile_id)
            self._look_again()

    def add(self, name: str) -> Profile | None:
        """Make a learner, who is learning from now on; None where that cannot be."""
        if self.problem_with(name):
            return None
        made = self._profiles.add(tidy_name(name))
        if made is not None:
            self._profiles.choose(made.id)
            self.changed.emit()
            self._look_again()
        return made

    def rename(self, profile_id: int, name: str) -> bool:
        if self.problem_with(name, profile_id):
            return False
        self._profiles.rename(profile_id, tidy_name(name))
        self.changed.emit()
        self._look_again()
        return True

    def delete(self, profile_id: int) -> None:
        """Delete a learner with everything of theirs: answers, memory, rounds, backups of them."""
        self._profiles.delete(profile_id)
        self.changed.emit()
        self._look_again(always=profile_id == self._current.id)

    def _look_again(self, *, always: bool = False) -> None:
        current = self._profiles.current()
        if always or current != self._current:
            self._current = current
            self.current_changed.emit(current)
