"""The teacher's settings as the dialog sees them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.ports import LessonSource, TeacherStore
from massage_trainer.domain.protocol import Amount, Protocol, Step
from massage_trainer.domain.teacher import TeacherChoices, amounts_of, settle

_Value = TypeVar("_Value", int, str)


@dataclass(frozen=True, slots=True)
class TeacherNumber:
    """One number that a teacher may set: where it stands and what the lesson says."""

    lesson: Protocol
    step: Step | None  # None: a number of the whole lesson
    field: str  # "time", "count", "hold", "lead-in", …
    amount: Amount


class TeacherViewModel(QObject):
    """Holds the teacher's choices, saves every change, and applies them to lessons.

    Signals:
        changed: TeacherChoices; lessons must be settled again.
    """

    changed = Signal(TeacherChoices)

    def __init__(
        self, store: TeacherStore, lessons: LessonSource, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._lessons = lessons
        self.choices = store.load()

    @property
    def catalog(self) -> Catalog:
        return self._lessons.catalog()

    def settled(self, lesson_id: str) -> Protocol:
        """The lesson with the teacher's choices applied."""
        defaults = {q.id: q.default for q in self.catalog.questions.values()}
        return settle(self._lessons.lesson(lesson_id), self.choices, defaults)

    def settled_in_full(self, lesson_id: str) -> Protocol:
        """The same without the class dose, for whoever shortens it only as far as needed."""
        defaults = {q.id: q.default for q in self.catalog.questions.values()}
        choices = replace(self.choices, class_dose=False)
        return settle(self._lessons.lesson(lesson_id), choices, defaults)

    @property
    def class_percent(self) -> int | None:
        """The class dose, where it is allowed."""
        return self.choices.class_dose_percent if self.choices.class_dose else None

    def numbers(self) -> list[TeacherNumber]:
        """Every number of every lesson once, in the order of the library."""
        found: dict[str, TeacherNumber] = {}
        for card in self._lessons.index().cards:
            lesson = self._lessons.lesson(card.id)
            for step, field, amount in amounts_of(lesson):
                found.setdefault(amount.key, TeacherNumber(lesson, step, field, amount))
        return list(found.values())

    def set_answer(self, question_id: str, choice_id: str | None) -> None:
        """Answer an open question, or open it again with None."""
        answers = _with(self.choices.answers, question_id, choice_id)
        self._change(replace(self.choices, answers=answers))

    def set_amount(self, key: str, value: int | None) -> None:
        """Set a number (ms or count), or go back to the lesson's with None."""
        amounts = _with(self.choices.amounts, key, value)
        self._change(replace(self.choices, amounts=amounts))

    def set_class_dose(self, *, on: bool, percent: int) -> None:
        """Shorten the source's times and counts for practice in class."""
        self._change(replace(self.choices, class_dose=on, class_dose_percent=percent))

    def import_from(self, path: Path) -> None:
        """Take over a file from another computer; raises TrainerError when it cannot be read."""
        self._change(self._store.import_from(path))

    def export_to(self, path: Path) -> None:
        """Write the file for the other computers; raises TrainerError when it cannot be written."""
        self._store.export_to(path, self.choices)

    def _change(self, choices: TeacherChoices) -> None:
        if choices != self.choices:
            self.choices = choices
            self._store.save(choices)
            self.changed.emit(choices)


def _with(old: dict[str, _Value], key: str, value: _Value | None) -> dict[str, _Value]:
    new = {k: v for k, v in old.items() if k != key}
    return new if value is None else {**new, key: value}
