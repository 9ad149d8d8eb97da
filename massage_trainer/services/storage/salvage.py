"""What can still be read of a damaged database is added to the copy that takes its place."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from massage_trainer.services.storage.database import AS_TEXT, SQL_ERRORS
from massage_trainer.services.storage.rows import (
    ATTEMPT,
    CARD,
    CLASS_TABLES,
    PROFILE,
    REVIEW,
    ROUND,
    Row,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CHUNK: Final = 64
# Where not even the last number can be read: so many rows after those of the copy are looked for.
_BLIND: Final = 5_000
_PRACTICE: Final = ("practice", "done", "note")


def salvage(damaged: Path, database: sqlite3.Connection) -> int:
    """Add later rows that are readable (and whose checksum is right); how many they were."""
    with closing(sqlite3.connect(damaged, isolation_level=None)) as source:
        source.text_factory = AS_TEXT
        source.execute("PRAGMA query_only = ON")
        source.execute(
            "PRAGMA writable_schema = ON"
        )  # read on where the end of the file is missing
        if not _names(source):
            return 0
        database.execute("BEGIN IMMEDIATE")
        try:
            count = _all(source, database)
            database.execute("COMMIT")
        except SQL_ERRORS:
            if database.in_transaction:
                database.execute("ROLLBACK")
            raise
    return count


def _names(source: sqlite3.Connection) -> set[str]:
    """The tables of the file; none where it is no database any more."""
    try:
        return {name for (name,) in source.execute("SELECT name FROM sqlite_master")}
    except SQL_ERRORS:
        return set()


def _all(source: sqlite3.Connection, database: sqlite3.Connection) -> int:
    count, there = 0, _names(source)
    for name in _PRACTICE:
        for row in _later(source, database, name, "*"):
            count += _plain_row(database, name, row)
            if name == "practice":
                _plan(source, database, row[0])
    for table in (PROFILE, ROUND, ATTEMPT, REVIEW):
        if table.name not in there:  # of an older program
            continue
        rows = _later(source, database, table.name, f"{', '.join(table.columns)}, sum")
        good, _ = table.checked(rows)
        count += sum(_checked_row(database, table, row) for row in good)
        if table is REVIEW:
            _cards(source, database, good)
    for table in CLASS_TABLES:  # their rows change: what the copy has of one may be older
        if table.name in there:
            rows = _rows(source, table.name, f"{', '.join(table.columns)}, sum", known=0)
            count += sum(_checked_row(database, table, row) for row in table.checked(rows)[0])
    return count


def _later(
    source: sqlite3.Connection, database: sqlite3.Connection, name: str, columns: str
) -> Iterator[Row]:
    """Rows after the last one of the copy."""
    (known,) = database.execute(f"SELECT coalesce(max(id), 0) FROM {name}").fetchone()
    yield from _rows(source, name, columns, known)


def _rows(source: sqlite3.Connection, name: str, columns: str, known: int) -> Iterator[Row]:
    """Rows after this one; where a page is gone, those beside it."""
    query = f"SELECT {columns} FROM {name} NOT INDEXED WHERE id BETWEEN ? AND ?"
    try:
        (last,) = source.execute(f"SELECT max(id) FROM {name}").fetchone()
    except SQL_ERRORS:
        last = known + _BLIND
    for first in range(known + 1, (last or 0) + 1, _CHUNK):
        end = min(first + _CHUNK - 1, last)
        try:
            yield from source.execute(query, (first, end)).fetchall()
        except SQL_ERRORS:
            for number in range(first, end + 1):
                with suppress(*SQL_ERRORS):
                    yield from source.execute(query, (number, number)).fetchall()


def _plan(source: sqlite3.Connection, database: sqlite3.Connection, practice: int) -> None:
    with suppress(*SQL_ERRORS):
        query = "SELECT * FROM planned WHERE practice = ?"
        for row in source.execute(query, (practice,)).fetchall():
            _plain_row(database, "planned", row)


def _plain_row(database: sqlite3.Connection, name: str, row: Row) -> bool:
    """Write a row of a table without checksums; False where it does not fit any more."""
    try:
        database.execute(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", row)
    except (sqlite3.IntegrityError, UnicodeEncodeError):
        return False
    return True


def _checked_row(database: sqlite3.Connection, table: Table, row: Row) -> bool:
    try:
        table.put(database, row)
    except (sqlite3.IntegrityError, UnicodeEncodeError):
        return False
    return True


def _cards(source: sqlite3.Connection, database: sqlite3.Connection, reviews: list[Row]) -> None:
    """The cards of later reviews: as they were, or left out, to be reckoned from the reviews."""
    for profile, key in {(row[1], row[2]) for row in reviews}:
        about = (profile, key)
        try:
            query = f"{CARD.select} WHERE profile = ? AND key = ?"
            good, _ = CARD.checked(source.execute(query, about).fetchall())
        except SQL_ERRORS:
            good = []
        if good:
            CARD.put(database, good[0])
            continue
        database.execute("DELETE FROM card WHERE profile = ? AND key = ?", about)
        database.execute(
            "INSERT INTO damaged (source, profile, key, content, found)"
            " VALUES ('card', ?, ?, '{}', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
            about,
        )
