"""Deleting for good: in one transaction, and no byte of it stays in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.services.storage.rows import LEARNER_TABLES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Delete = Callable[[sqlite3.Connection], None]


def erase(connection: sqlite3.Connection, delete: Delete) -> None:
    """Delete in one transaction; rows that are gone are overwritten."""
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # nothing of it in a folder for all
    connection.execute("BEGIN IMMEDIATE")
    try:
        delete(connection)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def is_overwritten(connection: sqlite3.Connection) -> bool:
    """Write the log into the file; False where another window keeps the old bytes for now."""
    rows = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return not rows[0][0]


def delete_profile(connection: sqlite3.Connection, profile: int) -> None:
    """Everything of a learner; older schemas lack some tables."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for table in ("damaged", *(table.name for table in LEARNER_TABLES)):
        column = "id" if table == "profile" else "profile"
        if table in names:
            connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (profile,))
