"""Rotating copies of the database, made by SQLite's own backup and checked before they count."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from massage_trainer.services.storage.database import (
    AS_TEXT,
    FILE_NAME,
    SQL_ERRORS,
    DamagedDatabaseError,
    check_whole,
    is_damage,
    migrations,
)
from massage_trainer.services.storage.erasure import erase
from massage_trainer.services.storage.thinning import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from massage_trainer.services.storage.erasure import Delete

FOLDER: Final = "backups"
_STEM: Final = FILE_NAME.removesuffix(".db")
_MOMENT: Final = "%Y-%m-%dT%H-%M-%SZ"  # no colons: not every file system takes them
_PAGES_A_STEP: Final = (
    200  # between steps a writer gets its turn, and the end of the program is seen
)
_BUSY_S: Final = 5.0
_DAY_S: Final = 86_400
_ERASING: Final = ".erasing"


class BackupStoppedError(Exception):
    """The program ends; the copy that was begun is thrown away."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy and when it was made."""

    path: Path
    moment: datetime


class Backups:
    """The copies in the folder ``backups`` beside the database."""

    def __init__(self, folder: Path) -> None:
        self._source = folder / FILE_NAME
        self._folder = folder / FOLDER
        # Held while something is deleted everywhere: no copy is made of what it was before.
        self.busy = threading.Lock()

    def all(self) -> list[Backup]:
        """The newest first."""
        found = []
        for path in self._folder.glob(f"{_STEM}-*.db"):
            with suppress(ValueError):
                text = path.stem.removeprefix(f"{_STEM}-")
                moment = datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
                found.append(Backup(path, moment))
        return sorted(found, key=lambda one: one.moment, reverse=True)

    def is_wanted(self, now: datetime) -> bool:
        """At most one a day, and none of what has not changed."""
        newest = next(iter(self.all()), None)
        if newest is None:
            return self._source.exists()
        if abs(now - newest.moment).total_seconds() < _DAY_S:
            return False
        files = (self._source, self._source.with_name(f"{FILE_NAME}-wal"))
        changed = max((path.stat().st_mtime for path in files if path.exists()), default=0.0)
        return changed > newest.path.stat().st_mtime

    def make(self, now: datetime, stopped: Callable[[], bool] = lambda: False) -> Backup:
        """Copy, check, and only then let it count; thin the others out.

        Raises DamagedDatabaseError where the database itself is damaged, BackupStoppedError,
        sqlite3.Error or OSError. A copy that did not succeed leaves nothing behind.
        """
        with self.busy:
            return self._make(now, stopped)

    def _make(self, now: datetime, stopped: Callable[[], bool]) -> Backup:
        self._folder.mkdir(parents=True, exist_ok=True)
        for left in self._folder.glob("*.new*"):
            if abs(now.timestamp() - left.stat().st_mtime) > _DAY_S:  # of a program that was killed
                left.unlink(missing_ok=True)
        path = self._path(now)
        new = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            self._copy(new, stopped)
            check(new)
            _synced(new)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
        self._redate(now)
        self.thin(now)
        return Backup(path, now)

    def _redate(self, now: datetime) -> None:
        """Copies of the future (the clock was set back) are older than the one just made."""
        ahead = [one for one in self.all() if one.moment > now + timedelta(days=1)]
        for number, one in enumerate(ahead, start=1):
            one.path.replace(self._path(now - timedelta(seconds=number)))

    def _path(self, moment: datetime) -> Path:
        return self._folder / f"{_STEM}-{moment.astimezone(UTC).strftime(_MOMENT)}.db"

    def thin(self, now: datetime) -> None:
        """Delete what the rule does not keep."""
        backups = self.all()
        stay = kept((one.moment for one in backups), now)
        for one in backups:
            if one.moment not in stay:
                one.path.unlink(missing_ok=True)

    def restore(self, target: Path) -> Backup | None:
        """Copy the newest good one to a file; None where there is none."""
        newest = migrations()[-1][0]
        for backup in self.all():
            try:
                if check(backup.path) > newest:
                    continue
            except (DamagedDatabaseError, *SQL_ERRORS, OSError):
                continue
            target.write_bytes(backup.path.read_bytes())
            _synced(target)
            return backup
        return None

    def erase(self, delete: Delete, others: Iterable[Path] = ()) -> int:
        """Delete this in every copy; how many copies were deleted since they cannot be cleaned.

        Each copy is replaced as a whole: whenever the program is killed, it is the old or the new.
        """
        for left in self._folder.glob(f"*{_ERASING}*"):  # of a program that was killed
            left.unlink(missing_ok=True)
        paths = [one.path for one in self.all()]
        return sum(not cleaned(path, delete) for path in paths) + sum(
            not cleaned_in_place(path, delete) for path in others
        )

    def _copy(self, new: Path, stopped: Callable[[], bool]) -> None:
        def look(_status: int, _left: int, _total: int) -> None:
            if stopped():
                raise BackupStoppedError

        source_uri = f"{self._source.absolute().as_uri()}?mode=ro"
        with (
            closing(sqlite3.connect(source_uri, uri=True, timeout=_BUSY_S)) as source,
            closing(sqlite3.connect(new, isolation_level=None)) as copy,
        ):
            try:
                source.backup(copy, pages=_PAGES_A_STEP, progress=look, sleep=0.001)
            except SQL_ERRORS as error:
                if is_damage(error):
                    raise DamagedDatabaseError(str(error)) from error
                raise
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself


def cleaned(path: Path, delete: Delete) -> bool:
    """Delete this in a copy; one that cannot be read is deleted itself."""
    stamp = path.stat().st_mtime
    new = path.with_name(f"{path.name}{_ERASING}")
    try:
        new.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(new, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode = MEMORY")
            copy.execute("PRAGMA synchronous = OFF")  # it is written as a whole at the end
            before = copy.total_changes
            erase(copy, delete)
            if copy.total_changes == before:  # older than what is deleted
                return True
        _synced(new)
        new.replace(path)
        os.utime(path, (stamp, stamp))
    except SQL_ERRORS:
        path.unlink(missing_ok=True)
        return False
    finally:
        new.unlink(missing_ok=True)
    return True


def cleaned_in_place(path: Path, delete: Delete) -> bool:
    """The same for a damaged file, of which parts stand in a file beside it."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as damaged:
            damaged.execute("PRAGMA journal_mode = DELETE")
            erase(damaged, delete)
    except SQL_ERRORS:
        path.unlink(missing_ok=True)
        return False
    return True


def check(path: Path) -> int:
    """Read a copy as a whole; its schema. Raises DamagedDatabaseError or sqlite3.Error."""
    if not path.stat().st_size:
        raise DamagedDatabaseError("empty")
    with closing(
        sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    ) as copy:
        copy.text_factory = AS_TEXT
        check_whole(copy)
        version: int
        (version,) = copy.execute("PRAGMA user_version").fetchone()
    return version


def _synced(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
