"""Deletes what belongs to a class or a student, from the database or from a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.services.storage.rows import CLASS, CLASS_TABLES, EXAM_ATTEMPT, STUDENT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_DAMAGED: Final = "damaged"


def delete_group(connection: sqlite3.Connection, group: int) -> None:
    """Everything of a class; call it inside a transaction."""
    columns = {table.name: "class" for table in CLASS_TABLES} | {CLASS.name: "id"}
    _delete(connection, columns, group)


def delete_student(connection: sqlite3.Connection, student: int) -> None:
    """A student and all attempts of theirs; call it inside a transaction."""
    _delete(connection, {STUDENT.name: "id", EXAM_ATTEMPT.name: "student"}, student)


def _delete(connection: sqlite3.Connection, columns: Mapping[str, str], number: int) -> None:
    """Rows with this number in these columns; older schemas lack some tables."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for table, column in columns.items():
        if table in there:
            _rewrite(connection, table, f"{column} = {int(number)}")
    if _DAMAGED in there:
        # All damaged rows of classes: whose they were can no longer be believed.
        names = ", ".join(f"'{table.name}'" for table in CLASS_TABLES)
        _rewrite(connection, _DAMAGED, f"source IN ({names})")


def _rewrite(connection: sqlite3.Connection, table: str, gone: str) -> None:
    """Fill the table anew with what is not gone.

    Rows that are deleted are overwritten, but not what is left of them in a page after they were
    moved to another; only pages that are given back are overwritten as a whole.
    """
    if not connection.execute(f"SELECT 1 FROM {table} WHERE {gone} LIMIT 1").fetchone():
        return
    connection.execute(f"CREATE TEMP TABLE kept AS SELECT * FROM main.{table} WHERE NOT ({gone})")
    connection.execute(f"DELETE FROM main.{table}")
    connection.execute(f"INSERT INTO main.{table} SELECT * FROM temp.kept")
    connection.execute("DROP TABLE temp.kept")
