"""What is kept of a class, and what is asked of whoever keeps it (ports)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.classroom.roster import ClassGroup, Student
    from massage_trainer.domain.rotation import Vector

NO_GROUP: Final = 0  # a round may be asked without a class list; an exam never is


@dataclass(frozen=True, slots=True)
class ClassRound:
    """Questions asked of a whole class; ``ended`` is empty while it runs or was broken off.

    ``began`` and ``ended`` are UTC, ``day`` is the day of this place.
    """

    group: int
    deck: str
    kinds: tuple[str, ...]
    length: int
    seed: int
    began: str
    day: str
    ended: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ClassClick:
    """Where somebody in the class pointed, as the instructor clicked it; None: off the body."""

    place: Vector | None
    right: bool
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class ClassAnswer:
    """What the class answered to one question of a round; its place is ``round`` and ``number``.

    ``key``, ``item`` and ``kind`` are those of the question, ``options`` the ids in the order in
    which they were shown with the hands for each in ``counts``. ``details`` is a JSON object of
    whatever else belongs to it.
    """

    group: int
    round: int
    number: int
    key: str
    item: str
    kind: str
    at: str
    clicks: tuple[ClassClick, ...] = ()
    options: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    right_options: tuple[int, ...] = ()
    confused_with: str = ""
    details: str = "{}"


@dataclass(frozen=True, slots=True)
class ExamRecord:
    """A practical exam of a class; ``ended`` is empty as long as it is not closed.

    ``title`` names it for people, ``source`` the lesson or deck. ``details`` is a JSON object: the
    paper as it was drawn, and the rubric with the weights of that day.
    """

    group: int
    title: str
    source: str
    seed: int
    began: str
    day: str
    ended: str = ""
    details: str = "{}"
    id: int = 0


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """One student's attempt; its place is ``exam``, ``student`` and ``number``.

    ``state`` is the exam's own word for how far it is. ``share`` is the part of full marks from
    0 to 1, None as long as there is none; ``gate`` the safety gate that ended it, or empty.
    ``marks`` is a JSON object of all marks and remarks.
    """

    group: int
    exam: int
    student: int
    number: int = 1  # 2 for the second attempt
    began: str = ""
    ended: str = ""
    state: str = ""
    share: float | None = None
    gate: str = ""
    marks: str = field(default="{}", repr=False)  # remarks may name somebody


@dataclass(frozen=True, slots=True)
class Erasure:
    """What came of deleting: whether it is gone for good, and how many copies had to go with it.

    ``is_pending`` tells that it is deleted, but that another window has the file open: its bytes
    are overwritten when that is closed.
    """

    done: bool
    is_pending: bool = False
    lost_copies: int = 0


class ClassStore(Protocol):
    """Keeps classes, what they answered and how they were examined; on this computer alone.

    What returns is kept, whatever happens next. What cannot be written is told elsewhere. An
    answer or an attempt that cannot be written now is written with the next one, and read back
    meanwhile; everything else says so by 0, None or False.
    """

    @property
    def waiting(self) -> int:
        """How many answers and attempts are not on the disk yet."""
        ...

    def flush(self) -> bool:
        """Write what waits; whether nothing waits any more."""
        ...

    def groups(self) -> list[ClassGroup]:
        """In the order in which they were made."""
        ...

    def add_group(self, name: str) -> ClassGroup | None: ...

    def rename_group(self, group: int, name: str) -> bool: ...

    def delete_group(self, group: int) -> Erasure:
        """Everything of a class, here and in the backups."""
        ...

    def students(self, group: int) -> list[Student]:
        """All of them, also who withdrew, in the order in which they were entered."""
        ...

    def add_students(self, group: int, entries: Sequence[tuple[str, str]]) -> list[Student]:
        """Numbers and names, all of them or none."""
        ...

    def change_student(self, student: Student) -> bool:
        """Another number, another name, withdrawn or not."""
        ...

    def delete_student(self, student: Student) -> Erasure:
        """Everything of a student, here and in the backups."""
        ...

    def begin_round(self, record: ClassRound) -> int:
        """The number of the round; 0 where it cannot be kept."""
        ...

    def end_round(self, round_id: int, at: str) -> bool: ...

    def rounds(self, group: int) -> list[ClassRound]:
        """The last one first."""
        ...

    def keep_answer(self, answer: ClassAnswer) -> bool:
        """In the place of what was kept of this question; whether it is on the disk.

        Of a round that was deleted meanwhile nothing is kept any more.
        """
        ...

    def answers(self, round_id: int) -> list[ClassAnswer]:
        """In the order in which they were asked."""
        ...

    def begin_exam(self, record: ExamRecord) -> int:
        """The number of the exam; 0 where it cannot be kept: then nothing may begin."""
        ...

    def change_exam(self, record: ExamRecord) -> bool:
        """All of an exam that was begun, named by its ``id``."""
        ...

    def exams(self, group: int) -> list[ExamRecord]:
        """The last one first."""
        ...

    def keep_attempt(self, attempt: AttemptRecord) -> bool:
        """In the place of what was kept of this attempt; whether it is on the disk.

        Of an exam or a student that was deleted meanwhile nothing is kept any more.
        """
        ...

    def attempt(self, exam: int, student: int, number: int) -> AttemptRecord | None:
        """As it stands now, also where another window of the program has written it."""
        ...

    def attempts(self, exam: int) -> list[AttemptRecord]:
        """Of all students, in the order in which they began."""
        ...
