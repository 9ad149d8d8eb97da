"""Looks after the database in a thread of its own: checks every row, and makes the backups."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.services.storage.backup import Backups, BackupStoppedError
from massage_trainer.services.storage.database import (
    AS_TEXT,
    FILE_NAME,
    SQL_ERRORS,
    DamagedDatabaseError,
    check_whole,
    is_damage,
)
from massage_trainer.services.storage.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_CHUNK: Final = 500
_BREATH_S: Final = 0.004  # between chunks the window's thread gets its turn
_LONGEST_END_S: Final = 3.0


class Caretaker(QObject):
    """Works at most once a day, when something was answered; tells what it found.

    It has a connection of its own, writes nothing into the database and touches no object of the
    window's thread.

    Signals:
        found_damage: the database cannot be read as a whole.
        found_rows: Table, list of rows; their checksum is wrong.
        failed: Problem; no backup could be made.
        finished: it is done, for today.
    """

    found_damage = Signal()
    found_rows = Signal(object, object)
    failed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        backups: Backups | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = folder / FILE_NAME
        self._backups = backups or Backups(folder)
        self._now = now
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> bool:
        """Begin unless it is at work, or has nothing to do; whether it began."""
        if self._ending.is_set() or (self._thread is not None and self._thread.is_alive()):
            return False
        try:
            if not self._backups.is_wanted(self._now()):
                return False
        except OSError as error:
            self._fail(error)
            return False
        self._thread = threading.Thread(target=self._work, name="caretaker", daemon=True)
        self._thread.start()
        return True

    def close(self) -> None:
        """End, also in the middle; a backup that was begun is thrown away."""
        self._ending.set()
        if self._thread is not None:
            self._thread.join(_LONGEST_END_S)
            self._thread = None

    def _work(self) -> None:
        try:
            self._check_rows()
            self._backups.make(self._now(), self._ending.is_set)
        except BackupStoppedError:
            return
        except DamagedDatabaseError as error:
            self._tell_damage(error)
        except SQL_ERRORS as error:
            if is_damage(error):
                self._tell_damage(error)
            else:
                self._fail(error)
        except OSError as error:
            self._fail(error)
        self.finished.emit()

    def _check_rows(self) -> None:
        with closing(self._connection()) as connection:
            for table in TABLES:
                rows = connection.execute(f"{table.select} NOT INDEXED")
                bad = []
                while chunk := rows.fetchmany(_CHUNK):
                    bad += table.checked(chunk)[1]
                    if self._ending.wait(_BREATH_S):
                        raise BackupStoppedError
                if bad:
                    self.found_rows.emit(table, bad)

    def _tell_damage(self, error: Exception) -> None:
        """The copy may be bad where the database is not: only the database itself is replaced."""
        try:
            with closing(self._connection()) as connection:
                check_whole(connection)
        except DamagedDatabaseError:
            self.found_damage.emit()
        except SQL_ERRORS as worse:
            if is_damage(worse):
                self.found_damage.emit()
            else:
                self._fail(worse)
        else:
            self._fail(error)

    def _connection(self) -> sqlite3.Connection:
        uri = f"{self._path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True)
        connection.text_factory = AS_TEXT
        return connection

    def _fail(self, error: Exception) -> None:
        self.failed.emit(Problem(ProblemKind.NO_BACKUP, f"{self._path.parent}: {error}"))
