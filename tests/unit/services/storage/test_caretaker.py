"""The caretaker: checks and copies in a thread of its own, and tells what it found."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.services.storage.backup import Backups
from massage_trainer.services.storage.caretaker import Caretaker
from massage_trainer.services.storage.database import FILE_NAME, DamagedDatabaseError
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.shared import SharedDatabase
from tests.unit.services.storage.test_quiz_log import filled

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Desk:
    """A database that was filled, and a caretaker whose day the test sets."""

    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.database = SharedDatabase(folder, self.problems.append)
        self.log = filled(self.database)
        self.now = NOW
        self.caretaker = Caretaker(folder, lambda: self.now)
        self.told = []
        self.caretaker.found_damage.connect(lambda: self.told.append("damage"))
        self.caretaker.found_rows.connect(lambda table, rows: self.told.append((table, rows)))
        self.caretaker.failed.connect(self.told.append)

    def work(self, qtbot):
        with qtbot.waitSignal(self.caretaker.finished, timeout=20_000):
            assert self.caretaker.wake()


@pytest.fixture
def desk(tmp_path, qapp):
    desk = Desk(tmp_path)
    yield desk
    desk.caretaker.close()
    desk.database.close()


def test_it_makes_a_backup_once_a_day(qtbot, desk):
    desk.work(qtbot)
    assert [one.moment for one in Backups(desk.folder).all()] == [NOW]
    assert not desk.caretaker.wake()
    desk.now += timedelta(days=2)
    desk.log.end_round(1, "2026-11-25T12:00:00Z", 1, 1, 1)
    desk.work(qtbot)
    assert len(Backups(desk.folder).all()) == 2
    assert desk.told == []


def test_changed_rows_are_found_and_set_aside_by_the_owner(qtbot, desk):
    with closing(sqlite3.connect(desk.folder / FILE_NAME)) as other:
        other.execute("UPDATE review SET rating = 'easy' WHERE id = 4")
        other.commit()
    desk.work(qtbot)
    ((table, rows),) = desk.told
    assert (table.name, rows[0][0]) == ("review", 4)
    desk.database.set_aside(table, rows)
    assert [p.kind for p in desk.problems] == [ProblemKind.DAMAGED_ROWS]
    assert desk.log.reviews(1, "locate:BL3") == []


def test_damage_is_told_and_the_owner_puts_a_good_one_in_place(qtbot, desk):
    desk.work(qtbot)
    desk.database.close()
    path = desk.folder / FILE_NAME
    content = bytearray(path.read_bytes())
    content[8192:40_960] = b"\x07" * 32_768
    path.write_bytes(content)
    desk.now += timedelta(days=2)
    desk.work(qtbot)
    assert desk.told == ["damage"]
    assert len(Backups(desk.folder).all()) == 1
    again = SharedDatabase(desk.folder, desk.problems.append)
    again.recover()
    assert len(SqliteQuizLog(again).attempts(1)) == 31
    again.close()
    assert [p.kind for p in desk.problems] == [ProblemKind.RESTORED_RECORD]


def test_a_folder_that_takes_no_backup_is_told(qtbot, desk):
    (desk.folder / "backups").write_text("no folder")
    desk.work(qtbot)
    (told,) = desk.told
    assert told.kind is ProblemKind.NO_BACKUP


class BadCopies(Backups):
    """A disk that changes what is written to it."""

    def make(self, now, stopped=lambda: False):
        raise DamagedDatabaseError("a bad copy")


def test_a_bad_copy_of_a_good_database_replaces_nothing(qtbot, desk):
    told = []
    caretaker = Caretaker(desk.folder, lambda: NOW, BadCopies(desk.folder))
    caretaker.found_damage.connect(lambda: told.append("damage"))
    caretaker.failed.connect(told.append)
    with qtbot.waitSignal(caretaker.finished, timeout=20_000):
        caretaker.wake()
    caretaker.close()
    assert [problem.kind for problem in told] == [ProblemKind.NO_BACKUP]


def test_it_ends_in_the_middle_and_does_not_begin_again(desk):
    assert desk.caretaker.wake()
    desk.caretaker.close()
    assert not desk.caretaker.wake()
    assert [path for path in desk.folder.rglob("*") if ".new" in path.name] == []


def test_without_a_database_there_is_nothing_to_do(tmp_path, qapp):
    caretaker = Caretaker(tmp_path / "none", lambda: NOW)
    assert not caretaker.wake()
    caretaker.close()
