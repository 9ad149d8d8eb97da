"""Deletes what belongs to a class or a student, from the database or from a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.services.storage.rows import CLASS_TABLES, EXAM_ATTEMPT, STUDENT

if TYPE_CHECKING:
    import sqlite3


def delete_group(connection: sqlite3.Connection, group: int) -> None:
    """Everything of a class; call it inside a transaction."""
    for table in _there(connection):
        column = "id" if table == "class" else "class"
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (group,))
    _delete_damaged(connection)


def delete_student(connection: sqlite3.Connection, student: int) -> None:
    """A student and all attempts of theirs; call it inside a transaction."""
    there = _there(connection)
    if STUDENT.name in there:
        connection.execute(f"DELETE FROM {STUDENT.name} WHERE id = ?", (student,))
    if EXAM_ATTEMPT.name in there:
        connection.execute(f"DELETE FROM {EXAM_ATTEMPT.name} WHERE student = ?", (student,))
    _delete_damaged(connection)


def _there(connection: sqlite3.Connection) -> list[str]:
    """Older schemas lack some tables."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    return [table.name for table in CLASS_TABLES if table.name in names]


def _delete_damaged(connection: sqlite3.Connection) -> None:
    """All damaged rows of classes: whose they were can no longer be believed."""
    marks = ", ".join("?" * len(CLASS_TABLES))
    names = [table.name for table in CLASS_TABLES]
    if _there(connection):
        connection.execute(f"DELETE FROM damaged WHERE source IN ({marks})", names)
