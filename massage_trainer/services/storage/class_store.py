"""The ClassStore over SQLite: every mark is one transaction, confirmed when it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.classroom.ports import (
    NO_GROUP,
    AttemptRecord,
    ClassAnswer,
    Erasure,
)
from massage_trainer.domain.classroom.roster import ClassGroup, Student
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.services.storage.class_erasure import delete_group, delete_student
from massage_trainer.services.storage.class_rows import (
    answer_of,
    answer_values,
    as_text,
    attempt_of,
    attempt_values,
    exam_of,
    exam_values,
    round_of,
    round_values,
    student_of,
)
from massage_trainer.services.storage.rows import (
    CLASS,
    CLASS_ANSWER,
    CLASS_ROUND,
    EXAM,
    EXAM_ATTEMPT,
    STUDENT,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from massage_trainer.domain.classroom.ports import ClassRound, ExamRecord
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.services.storage.rows import Row, Table
    from massage_trainer.services.storage.shared import SharedDatabase

_ANSWER_PLACE = ("round", "number")
_ATTEMPT_PLACE = ("exam", "student", "number")


class SqliteClassStore:
    """Keeps classes; what cannot be written now waits for the next answer or mark."""

    def __init__(self, database: SharedDatabase, calendar: Calendar) -> None:
        self._database = database
        self._calendar = calendar
        self._answers: dict[tuple[int, int], ClassAnswer] = {}
        self._attempts: dict[tuple[int, int, int], AttemptRecord] = {}

    @property
    def waiting(self) -> int:
        return len(self._answers) + len(self._attempts)

    def flush(self) -> bool:
        self._written()
        return not self.waiting

    def _written(self) -> bool:
        """Write what waits, without what has no place any more; whether all of it is there."""

        def write(connection: sqlite3.Connection) -> tuple[int]:
            homeless = 0
            for answer in self._answers.values():
                if _has(connection, CLASS_ROUND, answer.round):
                    _put(connection, CLASS_ANSWER, _ANSWER_PLACE, answer_values(answer))
                else:
                    homeless += 1
            for attempt in self._attempts.values():
                if _has(connection, EXAM, attempt.exam) and _has(
                    connection, STUDENT, attempt.student
                ):
                    _put(connection, EXAM_ATTEMPT, _ATTEMPT_PLACE, attempt_values(attempt))
                else:
                    homeless += 1
            return (homeless,)

        if not self.waiting:
            return True
        done = self._database.write(write, ProblemKind.UNSAVED_ANSWERS)
        if done is None:
            return False
        self._answers.clear()
        self._attempts.clear()
        return not done[0]

    def close(self) -> None:
        """Write what waits, and be patient about it."""
        if self.waiting:
            self._database.be_patient()
            self.flush()

    def groups(self) -> list[ClassGroup]:
        rows = self._database.rows(CLASS, "ORDER BY id")
        return [ClassGroup(number, name) for number, name, _ in rows]

    def add_group(self, name: str) -> ClassGroup | None:
        values = (as_text(name), self._calendar.now())
        number = self._database.write(lambda connection: CLASS.append(connection, values))
        return ClassGroup(number, values[0]) if number else None

    def rename_group(self, group: int, name: str) -> bool:
        return self._change(CLASS, group, lambda row: (row[0], as_text(name), row[2]))

    def delete_group(self, group: int) -> Erasure:
        erasure = self._database.erase(lambda connection: delete_group(connection, group))
        if erasure.done:
            self._answers = {at: one for at, one in self._answers.items() if one.group != group}
            self._attempts = {at: one for at, one in self._attempts.items() if one.group != group}
        return erasure

    def students(self, group: int) -> list[Student]:
        rows = self._database.rows(STUDENT, "WHERE class = ? ORDER BY id", (group,))
        return [student_of(row) for row in rows]

    def add_students(self, group: int, entries: Sequence[tuple[str, str]]) -> list[Student]:
        def write(connection: sqlite3.Connection) -> list[Student]:
            added: list[Student] = []
            if not _has(connection, CLASS, group):
                return added
            for number, name in entries:
                values = (group, as_text(number), as_text(name), 0)
                added.append(student_of((STUDENT.append(connection, values), *values)))
            return added

        return self._database.write(write) or []

    def change_student(self, student: Student) -> bool:
        values = (as_text(student.number), as_text(student.name), int(student.withdrawn))
        return self._change(STUDENT, student.id, lambda row: (*row[:2], *values))

    def delete_student(self, student: Student) -> Erasure:
        gone = student.id
        erasure = self._database.erase(lambda connection: delete_student(connection, gone))
        if erasure.done:
            self._attempts = {at: one for at, one in self._attempts.items() if one.student != gone}
        return erasure

    def begin_round(self, record: ClassRound) -> int:
        return self._begin(CLASS_ROUND, record.group, round_values(record))

    def end_round(self, round_id: int, at: str) -> bool:
        self.flush()
        return self._change(CLASS_ROUND, round_id, lambda row: (*row[:-1], at))

    def rounds(self, group: int) -> list[ClassRound]:
        rows = self._database.rows(CLASS_ROUND, "WHERE class = ? ORDER BY id DESC", (group,))
        return [round_of(row) for row in rows]

    def keep_answer(self, answer: ClassAnswer) -> bool:
        self._answers[answer.round, answer.number] = answer
        return self._written()

    def answers(self, round_id: int) -> list[ClassAnswer]:
        rows = self._database.rows(CLASS_ANSWER, "WHERE round = ? ORDER BY number", (round_id,))
        found = {one.number: one for one in map(answer_of, rows)}
        found |= {one.number: one for one in self._answers.values() if one.round == round_id}
        return [found[number] for number in sorted(found)]

    def begin_exam(self, record: ExamRecord) -> int:
        return self._begin(EXAM, record.group, exam_values(record))

    def change_exam(self, record: ExamRecord) -> bool:
        self.flush()
        return self._change(EXAM, record.id, lambda row: (row[0], *exam_values(record)))

    def exams(self, group: int) -> list[ExamRecord]:
        rows = self._database.rows(EXAM, "WHERE class = ? ORDER BY id DESC", (group,))
        return [exam_of(row) for row in rows]

    def keep_attempt(self, attempt: AttemptRecord) -> bool:
        self._attempts[attempt.exam, attempt.student, attempt.number] = attempt
        return self._written()

    def attempt(self, exam: int, student: int, number: int) -> AttemptRecord | None:
        place = exam, student, number
        if place in self._attempts:
            return self._attempts[place]
        where = "WHERE exam = ? AND student = ? AND number = ?"
        rows = self._database.rows(EXAM_ATTEMPT, where, place)
        return attempt_of(rows[0]) if rows else None

    def attempts(self, exam: int) -> list[AttemptRecord]:
        rows = self._database.rows(EXAM_ATTEMPT, "WHERE exam = ? ORDER BY id", (exam,))
        found = {(one.student, one.number): one for one in map(attempt_of, rows)}
        waiting = [one for one in self._attempts.values() if one.exam == exam]
        return list((found | {(one.student, one.number): one for one in waiting}).values())

    def _begin(self, table: Table, group: int, values: Row) -> int:
        """The number of a new row of a class that is there; 0 where it cannot be kept."""

        def write(connection: sqlite3.Connection) -> int:
            if group != NO_GROUP and not _has(connection, CLASS, group):
                return 0
            return table.append(connection, values)

        return self._database.write(write) or 0

    def _change(self, table: Table, number: int, change: Callable[[Row], Row]) -> bool:
        """Write a row anew; False where it is not there (or damaged), or cannot be written."""

        def write(connection: sqlite3.Connection) -> bool:
            rows = connection.execute(f"{table.select} WHERE id = ?", (number,)).fetchall()
            good, _ = table.checked(rows)
            for row in good:
                table.put(connection, change(row))
            return bool(good)

        return self._database.write(write) or False


def _has(connection: sqlite3.Connection, table: Table, number: int) -> bool:
    """What was deleted, here or by another window, never comes back with a late mark."""
    query = f"SELECT 1 FROM {table.name} WHERE id = ?"
    return connection.execute(query, (number,)).fetchone() is not None


def _put(connection: sqlite3.Connection, table: Table, place: tuple[str, ...], values: Row) -> None:
    """Into the row of the same place, if there is one."""
    where = " AND ".join(f"{column} = ?" for column in place)
    named = dict(zip(table.columns[1:], values, strict=True))
    query = f"SELECT id FROM {table.name} WHERE {where}"
    found = connection.execute(query, [named[column] for column in place]).fetchone()
    if found:
        table.put(connection, (found[0], *values))
    else:
        table.append(connection, values)
