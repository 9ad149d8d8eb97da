"""The classes of this computer: who is in them, in which order, and with which marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.class_list import NewInList, new_in
from massage_trainer.domain.classroom.marks import MarkScale, Overview, overview_of
from massage_trainer.domain.classroom.names import (
    LONGEST_NUMBER,
    ListOrder,
    folded,
    in_order,
    tidy,
)

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.classroom.class_list import (
        ChoiceStore,
        ClassList,
        ClassListReader,
        ListChoices,
        ListEntry,
    )
    from massage_trainer.domain.classroom.ports import ClassStore, Erasure
    from massage_trainer.domain.classroom.roster import ClassGroup, Student


class NameTrouble(Enum):
    """Why a class or a student cannot be called so."""

    EMPTY = auto()
    TAKEN = auto()  # another class is called so, or another student has this number


@dataclass(frozen=True, slots=True)
class ClassCount:
    """What deleting a class takes away."""

    students: int
    rounds: int
    exams: int
    attempts: int


class RosterViewModel(QObject):
    """One class is looked at; everything that is changed is kept at once.

    Signals:
        groups_changed: there is another class, or one is called otherwise.
        current_changed: another class is looked at, or none.
        list_changed: the students, their order or their marks are others.
        not_kept: something could not be written; why is told elsewhere.
    """

    groups_changed = Signal()
    current_changed = Signal()
    list_changed = Signal()
    not_kept = Signal()

    def __init__(
        self,
        store: ClassStore,
        reader: ClassListReader,
        choices: ChoiceStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._reader = reader
        self._choice_store = choices
        self._choices = choices.load()
        self.groups: list[ClassGroup] = []
        self.students: list[Student] = []
        self.overview = Overview((), {})
        self.read()

    @property
    def current(self) -> ClassGroup | None:
        """The class that is looked at."""
        number = self._choices.group
        return next((one for one in self.groups if one.id == number), None)

    @property
    def order(self) -> ListOrder:
        return self._choices.order

    @property
    def scale(self) -> MarkScale:
        return self._choices.scale

    @Slot()
    def read(self) -> None:
        """Read what others may have changed meanwhile."""
        self.groups = self._store.groups()
        if self.current is None and self.groups:
            self._choices = replace(self._choices, group=self.groups[-1].id)
        self._read_list()
        self.groups_changed.emit()
        self.current_changed.emit()

    def choose(self, group: int) -> None:
        """Look at another class."""
        if group != self._choices.group and any(one.id == group for one in self.groups):
            self._choose(replace(self._choices, group=group))
            self.current_changed.emit()

    def sort(self, order: ListOrder) -> None:
        self._choose(replace(self._choices, order=order))

    def write_marks(self, scale: MarkScale) -> None:
        """Out of 10 or in percent."""
        self._choose(replace(self._choices, scale=scale))

    def trouble_with_group(self, name: str, own: int = 0) -> NameTrouble | None:
        """Why a class cannot be called so; ``own`` is the class to be renamed."""
        if not tidy(name):
            return NameTrouble.EMPTY
        taken = any(folded(one.name) == folded(name) for one in self.groups if one.id != own)
        return NameTrouble.TAKEN if taken else None

    def add_group(self, name: str) -> bool:
        """Make a class, and look at it."""
        made = None if self.trouble_with_group(name) else self._store.add_group(tidy(name))
        if made is None:
            self.not_kept.emit()
            return False
        self._choices = replace(self._choices, group=made.id)
        self._choice_store.save(self._choices)
        self.read()
        return True

    def rename_group(self, name: str) -> bool:
        group = self.current
        if group is None or self.trouble_with_group(name, group.id):
            return False
        return self._kept(kept=self._store.rename_group(group.id, tidy(name)))

    def count(self) -> ClassCount:
        """What is there of the class."""
        group = self._choices.group
        attempts = sum(len(self._store.attempts(exam.id)) for exam in self.overview.exams)
        rounds = len(self._store.rounds(group))
        return ClassCount(len(self.students), rounds, len(self.overview.exams), attempts)

    def delete_group(self) -> Erasure:
        """Everything of the class."""
        erasure = self._store.delete_group(self._choices.group)
        if erasure.done:
            self._choices = replace(self._choices, group=0)
            self._choice_store.save(self._choices)
        self.read()
        return erasure

    def look_into(self, path: Path) -> ClassList:
        """What a file holds; nothing is kept yet. Raises TrainerError."""
        return self._reader.read(path)

    def look_into_text(self, text: str) -> ClassList:
        """What was typed or pasted; nothing is kept yet."""
        return self._reader.read_text(text)

    def new_in(self, found: ClassList) -> NewInList:
        """What of it is new for the class."""
        return new_in(found.entries, self.students)

    def take_over(self, new: NewInList) -> bool:
        """Keep who is new, and call others as the list does."""
        group = self.current
        if group is None:
            return False
        entries = [(one.number, one.name) for one in new.new]
        added = self._store.add_students(group.id, entries) if entries else []
        kept = len(added) == len(entries)
        for student, entry in zip(added, new.new, strict=False):
            if entry.withdrawn:
                kept &= self._store.change_student(replace(student, withdrawn=True))
        for student, entry in new.renamed:
            kept &= self._store.change_student(_called(student, entry))
        return self._kept(kept=kept)

    def trouble_with_student(self, number: str, name: str, own: int) -> NameTrouble | None:
        """Why a student cannot be called so."""
        if not tidy(name):
            return NameTrouble.EMPTY
        code = folded(number)
        taken = code and any(folded(s.number) == code for s in self.students if s.id != own)
        return NameTrouble.TAKEN if taken else None

    def rename_student(self, student: Student, number: str, name: str) -> bool:
        if self.trouble_with_student(number, name, student.id):
            return False
        changed = replace(student, number=tidy(number, LONGEST_NUMBER), name=tidy(name))
        return self._kept(kept=self._store.change_student(changed))

    def withdraw(self, student: Student, *, withdrawn: bool) -> bool:
        """A student who withdrew stays in the list, with all marks."""
        return self._kept(kept=self._store.change_student(replace(student, withdrawn=withdrawn)))

    def delete_student(self, student: Student) -> Erasure:
        """Everything of a student."""
        erasure = self._store.delete_student(student)
        self._kept(kept=erasure.done)
        return erasure

    def _choose(self, choices: ListChoices) -> None:
        if choices != self._choices:
            self._choices = choices
            self._choice_store.save(self._choices)
            self._read_list()

    def _kept(self, *, kept: bool) -> bool:
        self.groups = self._store.groups()
        self.groups_changed.emit()
        self._read_list()
        if not kept:
            self.not_kept.emit()
        return kept

    def _read_list(self) -> None:
        group = self.current
        if group is None:
            self.students, self.overview = [], Overview((), {})
        else:
            self.students = in_order(self._store.students(group.id), self.order)
            exams = self._store.exams(group.id)
            attempts = {exam.id: self._store.attempts(exam.id) for exam in exams}
            self.overview = overview_of(exams, attempts)
        self.list_changed.emit()


def _called(student: Student, entry: ListEntry) -> Student:
    return replace(student, name=entry.name)
