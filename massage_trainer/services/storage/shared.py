"""The one connection of the window's thread to the database, and what is done about damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.services.storage.database import (
    FILE_NAME,
    SQL_ERRORS,
    DamagedDatabaseError,
    NewerDatabaseError,
    is_damage,
    open_database,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from massage_trainer.domain.classroom.ports import Erasure
    from massage_trainer.services.json_file import Report
    from massage_trainer.services.storage.backup import Backup, Backups
    from massage_trainer.services.storage.erasure import Delete
    from massage_trainer.services.storage.rows import Row, Table
    from massage_trainer.services.writer import Writer

_Result = TypeVar("_Result")
_COMPANIONS = ("-wal", "-shm")
_LAST_BUSY_MS = 5_000  # at the end of the program nobody waits for the window


class SharedDatabase:
    """Opened when it is first needed, and shared by all that is kept in it.

    A damaged file is set aside, the newest good backup comes in its place, and what can be read of
    later rows is added; a file of a newer program is left alone. Whatever cannot be is reported.
    """

    def __init__(self, folder: Path, report: Report, writer: Writer | None = None) -> None:
        """``writer`` takes what is written later; whatever else is done here waits for that."""
        self._writer = writer
        self.path = folder / FILE_NAME
        self._restored = folder / f"{FILE_NAME}.restored"
        self._report = report
        self._connection: sqlite3.Connection | None = None
        self._opened_times = 1
        self._is_newer = False
        self._is_closed = False

    @cached_property
    def backups(self) -> Backups:
        """The copies; the opening of a lesson does not pay for them."""
        from massage_trainer.services.storage.backup import Backups

        return Backups(self.path.parent)

    def open(self) -> bool:
        """Whether it can be used; reports if not."""
        return self._opened() is not None

    def write(
        self,
        work: Callable[[sqlite3.Connection], _Result],
        trouble: ProblemKind = ProblemKind.NO_RECORD,
    ) -> _Result | None:
        """Do this in one transaction; None where it was not kept, which is reported."""

        def whole(connection: sqlite3.Connection) -> _Result:
            with _transaction(connection):
                return work(connection)

        return self._done(whole, trouble)

    def write_later(
        self,
        work: Callable[[sqlite3.Connection], object],
        trouble: ProblemKind = ProblemKind.NO_RECORD,
    ) -> None:
        """The same some milliseconds later, after all that was written before."""
        if self._writer is None or self._connection is None:
            self.write(work, trouble)
        else:
            self._writer.later(partial(self._try, work), partial(self.write, work, trouble))

    def _try(self, work: Callable[[sqlite3.Connection], object]) -> bool:
        """In the writer's thread: the connection stays as it is while that is at work."""
        if self._connection is None:
            return False
        try:
            with _transaction(self._connection):
                work(self._connection)
        except SQL_ERRORS:
            return False
        return True

    def read(self, query: str, values: tuple[object, ...] | dict[str, object] = ()) -> list[Row]:
        """The rows of a query; none where it cannot be read, which is reported."""
        rows = self._done(
            lambda connection: connection.execute(query, values).fetchall(), ProblemKind.NO_RECORD
        )
        return rows or []

    def revision(self) -> Hashable:
        """Another one once anything was written since, here or by another program."""

        def now(connection: sqlite3.Connection) -> Hashable:
            (others,) = connection.execute("PRAGMA data_version").fetchone()
            return self._opened_times, connection.total_changes, others

        found = self._done(now, ProblemKind.NO_RECORD)
        return object() if found is None else found

    def rows(self, table: Table, rest: str, values: tuple[object, ...] = ()) -> list[Row]:
        """The rows of a table with checksums; damaged ones are set aside, and that is reported."""
        good, bad = table.checked(self.read(f"{table.select} {rest}", values))
        if bad:
            self.set_aside(table, bad)
        return good

    def set_aside(self, table: Table, rows: list[Row]) -> None:
        count = self.write(lambda connection: table.set_aside(connection, rows))
        self._report(Problem(ProblemKind.DAMAGED_ROWS, f"{self.path}: {count or len(rows)}"))

    def forget(self, profile: int) -> bool:
        """Delete everything of a learner, here and in every copy; False where that failed."""
        from massage_trainer.services.storage.erasure import delete_profile

        return self.erase(partial(delete_profile, profile=profile)).done

    def erase(self, delete: Delete) -> Erasure:
        """Delete this here, in every copy and in what was set aside, with all its bytes.

        The copies come before the end of the transaction: a program that is killed meanwhile still
        has what was to be deleted, so that it can be deleted again.
        """
        from massage_trainer.domain.classroom.ports import Erasure
        from massage_trainer.services.storage.erasure import erase, is_overwritten

        lost = 0

        def everywhere(connection: sqlite3.Connection) -> None:
            nonlocal lost
            delete(connection)
            lost = self.backups.erase(delete, self._set_aside_before())

        def whole(connection: sqlite3.Connection) -> tuple[bool]:
            erase(connection, everywhere)
            return (is_overwritten(connection),)

        try:
            with self.backups.busy:
                done = self._done(whole, ProblemKind.NO_RECORD)
        except OSError as error:
            self._fail(error, ProblemKind.NO_RECORD)
            done = None
        if done is None:
            return Erasure(done=False)
        return Erasure(done=True, is_pending=not done[0], lost_copies=lost)

    def _set_aside_before(self) -> list[Path]:
        """Damaged files of earlier days."""
        aside = self.path.parent.glob(f"{FILE_NAME}.damaged*")
        return [one for one in aside if not one.name.endswith(_COMPANIONS)]

    def recover(self) -> None:
        """Put the best there is in the place of the damaged file, which is set aside.

        Everything is made ready beside it first: whenever the program is killed, either the
        damaged file is still there and is recovered again, or the new one is complete.
        """
        self._wait()
        self._close()
        try:
            backup = self._make_ready()
            aside = self._set_file_aside()
            self._restored.replace(self.path)
            self._connection = open_database(self.path)
        except (DamagedDatabaseError, NewerDatabaseError, *SQL_ERRORS, OSError) as error:
            self._fail(error, ProblemKind.NO_RECORD)
            return
        where = str(aside or self.path)
        if backup:
            date = backup.moment.astimezone().strftime("%Y-%m-%d %H:%M")
            self._report(Problem(ProblemKind.RESTORED_RECORD, f"{date}; {where}"))
        else:
            self._report(Problem(ProblemKind.DAMAGED_RECORD, where))

    def _make_ready(self) -> Backup | None:
        """The newest good backup, or a new file, with what can be read of the damaged one."""
        from massage_trainer.services.storage.salvage import salvage

        for left in ("", *_COMPANIONS):
            self._restored.with_name(f"{self._restored.name}{left}").unlink(missing_ok=True)
        backup = self.backups.restore(self._restored)
        with closing(open_database(self._restored)) as ready:
            if not self._is_empty():
                try:
                    salvage(self.path, ready)
                except SQL_ERRORS as error:
                    self._fail(error, ProblemKind.NO_RECORD)
            ready.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, complete in itself
        return backup

    def be_patient(self) -> None:
        """From now on wait for other programs: the window is gone."""
        self._wait()
        if self._connection is not None:
            self._connection.execute(f"PRAGMA busy_timeout = {_LAST_BUSY_MS}").fetchall()

    def close(self) -> None:
        self._settle()
        self._is_closed = True
        self._close()

    def _close(self) -> None:
        self._opened_times += 1  # a new connection counts its changes from nought
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._is_newer and not self._is_closed:
            try:
                self._must_be_there()
                self._connection = open_database(self.path)
            except NewerDatabaseError:
                self._is_newer = True
                self._report(Problem(ProblemKind.NEWER_FILE, str(self.path)))
            except DamagedDatabaseError:
                self.recover()
            except (*SQL_ERRORS, OSError) as error:
                self._fail(error, ProblemKind.NO_RECORD)
        return self._connection

    def _must_be_there(self) -> None:
        """An empty file is a good database to SQLite; not where there are copies of a full one."""
        if not self._is_empty():
            return
        if not self.path.exists() and self._restored.exists():  # killed just before the last step
            for left in _COMPANIONS:  # of the damaged file: they would be read into the new one
                self.path.with_name(f"{FILE_NAME}{left}").unlink(missing_ok=True)
            self._restored.replace(self.path)
        elif self.backups.all():
            raise DamagedDatabaseError("empty")

    def _is_empty(self) -> bool:
        return not self.path.exists() or not self.path.stat().st_size

    def _set_file_aside(self) -> Path | None:
        """Under a name of its own, with what was not yet written into it; None: it was empty."""
        if self._is_empty():
            return None
        number, aside = 1, self.path.with_name(f"{FILE_NAME}.damaged")
        while aside.exists():
            number += 1
            aside = self.path.with_name(f"{FILE_NAME}.damaged{number}")
        self.path.replace(aside)
        for left in _COMPANIONS:
            companion = self.path.with_name(f"{FILE_NAME}{left}")
            if companion.exists():
                companion.replace(aside.with_name(f"{aside.name}{left}"))
        return aside

    def _done(
        self, work: Callable[[sqlite3.Connection], _Result], trouble: ProblemKind
    ) -> _Result | None:
        self._settle()
        for may_recover in (True, False):
            connection = self._opened()
            if connection is None:
                return None
            try:
                return work(connection)
            except SQL_ERRORS as error:
                if may_recover and is_damage(error):
                    self.recover()
                    continue
                self._fail(error, trouble)
                return None
        return None

    def _wait(self) -> None:
        """The connection is used by one thread at a time."""
        if self._writer is not None:
            self._writer.wait()

    def _settle(self) -> None:
        if self._writer is not None:
            self._writer.settle()

    def _fail(self, error: Exception, kind: ProblemKind) -> None:
        self._report(Problem(kind, f"{self.path}: {error}"))


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except SQL_ERRORS:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
