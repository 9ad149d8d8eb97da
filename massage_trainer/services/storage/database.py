"""Opens the database: durable, checked, and brought up to the schema of this program."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

FILE_NAME: Final = "practice.db"
MIGRATIONS: Final = Path(__file__).parent / "migrations"
# SQLite quotes what it could not read in its messages, and Python cannot always decode that.
SQL_ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
_BUSY_MS: Final = 50  # a second window may be writing; the window cannot wait longer
# Checking a larger file as a whole would be felt when it is opened: the caretaker does it later.
_CHECKED_AT_ONCE_BYTES: Final = 2 * 1024 * 1024
# Changed bytes need not be text; a checksum tells more about them than an error would.
AS_TEXT: Final = partial(str, encoding="utf-8", errors="surrogateescape")
_SCHEMA: Final = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


class DamagedDatabaseError(Exception):
    """The file is no database of ours, or parts of it cannot be read."""


class NewerDatabaseError(Exception):
    """A newer program has written the file; it is left as it is."""


def open_database(path: Path | str) -> sqlite3.Connection:
    """Open or make the database; raises one of the above, sqlite3.Error or OSError."""
    is_small = True
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        is_small = not path.exists() or path.stat().st_size <= _CHECKED_AT_ONCE_BYTES
    # Used by two threads in turn: the window's, and the one that writes for it.
    connection = sqlite3.connect(
        path, isolation_level=None, timeout=_BUSY_MS / 1_000, check_same_thread=False
    )
    connection.text_factory = AS_TEXT
    try:
        _prepare(connection, checked=is_small)
    except SQL_ERRORS as error:
        connection.close()
        if is_damage(error):
            raise DamagedDatabaseError(str(error)) from error
        raise
    except (DamagedDatabaseError, NewerDatabaseError):
        connection.close()
        raise
    return connection


def is_damage(error: Exception) -> bool:
    """Whether the content is wrong; full disks and locks come as other errors."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the details
    if isinstance(error, UnicodeDecodeError):
        return True
    return code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def check_whole(connection: sqlite3.Connection) -> None:
    """Read everything; raises DamagedDatabaseError or sqlite3.Error."""
    with closing(connection.execute("PRAGMA integrity_check(1)")) as rows:
        (verdict,) = rows.fetchone()
    if verdict != "ok":
        raise DamagedDatabaseError(verdict)


def migrations(folder: Path = MIGRATIONS) -> list[tuple[int, str]]:
    """The numbered steps ``NNNN_name.sql``, in order."""
    return [
        (int(path.name[:4]), path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]


def upgrade(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """Run the steps that the file has not seen yet, each as a whole."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    newest = 0
    for newest, script in steps:
        if newest > version:
            _run(connection, f"{script}\nPRAGMA user_version = {newest};")
    if version > newest:
        raise NewerDatabaseError(f"schema {version}, known up to {newest}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nCOMMIT;")
    except SQL_ERRORS:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _prepare(connection: sqlite3.Connection, *, checked: bool) -> None:
    # A row that was confirmed must survive a power cut, too.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # who is deleted is gone from the file
    if checked:
        check_whole(connection)
    steps = migrations()
    upgrade(connection, steps)
    _check_schema(connection, steps)


def _check_schema(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """A changed letter in the definition of a table is no damage to SQLite."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as whole:
        upgrade(whole, steps)
        wanted = set(whole.execute(_SCHEMA))
    if missing := wanted - set(connection.execute(_SCHEMA)):
        raise DamagedDatabaseError(f"the definition of {min(missing)[0]} is another")
