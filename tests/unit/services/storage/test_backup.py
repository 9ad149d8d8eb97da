"""Backups: which are kept, that they are whole, and what comes back after damage."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.record import Company, DoneLine, Ending, PlannedLine
from massage_trainer.services.storage.backup import Backups, BackupStoppedError, check
from massage_trainer.services.storage.database import FILE_NAME, DamagedDatabaseError, migrations
from massage_trainer.services.storage.practice_log import SqlitePracticeLog
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.quiz_rows import attempt_values
from massage_trainer.services.storage.rows import ATTEMPT
from massage_trainer.services.storage.shared import SharedDatabase
from massage_trainer.services.storage.thinning import kept
from tests.unit.services.storage.test_quiz_log import CARD_1, hit, review

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def ages(moments):
    """In days before now, the newest first."""
    return [(NOW - moment) / DAY for moment in sorted(moments, reverse=True)]


def test_a_year_of_hourly_backups_is_thinned_to_a_few():
    stay = ages(kept((NOW - n * HOUR for n in range(24 * 500)), NOW))
    assert len([age for age in stay if age <= 1]) == 25  # each of the last day
    assert len([age for age in stay if 1 < age <= 7]) in (6, 7)
    assert len([age for age in stay if 7 < age <= 31]) in (4, 5)
    assert len([age for age in stay if 31 < age <= 366]) in (11, 12)
    assert max(stay) <= 366


def test_of_each_period_the_newest_stays():
    day = [NOW - 2 * DAY + n * HOUR for n in (-3, 0, 5)]
    assert kept([NOW, *day], NOW) == {NOW, day[-1]}
    month = [datetime(2026, 6, date, tzinfo=UTC) for date in (1, 12, 30)]
    assert kept([NOW, *month], NOW) == {NOW, month[-1]}


def test_the_last_one_stays_however_old_it_is():
    old = NOW - 2_000 * DAY
    assert kept([old, old - DAY], NOW) == {old}
    assert kept([], NOW) == set()


def test_a_clock_that_was_set_back_keeps_them_too():
    ahead = [NOW + 365 * DAY - n * HOUR for n in range(3)]
    assert ahead[0] in kept([*ahead, NOW], NOW)
    assert NOW in kept([*ahead, NOW], NOW)


@given(st.lists(st.integers(0, 24 * 800), max_size=60, unique=True))
def test_thinning_twice_is_thinning_once_and_never_many(hours):
    moments = {NOW - n * HOUR for n in hours}
    stay = kept(moments, NOW)
    assert stay <= moments
    assert kept(stay, NOW) == stay
    assert len(stay) <= 25 + 7 + 6 + 13
    assert bool(stay) == bool(moments)


def test_made_every_day_for_two_years_a_few_are_there(tmp_path):
    """Day by day, as it happens: what is thinned today must not be missed tomorrow."""
    moments = set()
    for day in range(730):
        now = NOW + day * DAY
        moments = kept(moments | {now}, now)
        assert len(moments) <= 28
    back = sorted((now - moment) / DAY for moment in moments)
    assert back[0] == 0
    assert len([age for age in back if age <= 7]) >= 7
    assert len([age for age in back if 7 < age <= 31]) >= 3
    assert len([age for age in back if 31 < age <= 366]) >= 10


@pytest.fixture
def problems():
    return []


@pytest.fixture
def database(tmp_path, problems):
    database = SharedDatabase(tmp_path, problems.append)
    yield database
    database.close()


def answers(database, *keys):
    log = SqliteQuizLog(database)
    for key in keys:
        log.add(hit(key=key), review(key), CARD_1)
    return log


def test_a_backup_is_whole_and_one_file(tmp_path, database):
    answers(database, "a:1", "a:2")
    made = Backups(tmp_path).make(NOW)
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [
        "practice-2026-11-23T12-00-00Z.db"
    ]
    assert check(made.path) == migrations()[-1][0]
    with closing(sqlite3.connect(made.path)) as copy:
        assert copy.execute("SELECT key FROM attempt").fetchall() == [("a:1",), ("a:2",)]


def test_at_most_one_a_day_and_none_without_a_change(tmp_path, database):
    backups = Backups(tmp_path)
    assert not backups.is_wanted(NOW)  # there is no database yet
    log = answers(database, "a:1")
    assert backups.is_wanted(NOW)
    backups.make(NOW)
    log.add(hit())
    assert not backups.is_wanted(NOW + 23 * HOUR)
    assert backups.is_wanted(NOW + 25 * HOUR)
    made = backups.make(NOW + 25 * HOUR)
    shutil.copystat(tmp_path / FILE_NAME, made.path)
    for path in tmp_path.glob("practice.db*"):
        shutil.copystat(made.path, path)
    assert not backups.is_wanted(NOW + 50 * HOUR)
    assert [one.moment for one in backups.all()] == [NOW + 25 * HOUR, NOW]


def test_making_one_thins_the_others(tmp_path, database):
    answers(database, "a:1")
    backups = Backups(tmp_path)
    for day in range(40):
        backups.make(NOW + day * DAY)
    assert len(backups.all()) < 20
    assert backups.all()[0].moment == NOW + 39 * DAY


def test_after_the_clock_was_set_back_the_last_one_is_the_newest(tmp_path, database):
    log = answers(database, "a:1")
    backups = Backups(tmp_path)
    for days in (365, 366):
        backups.make(NOW + days * DAY)
    log.add(hit(key="a:2"))
    assert backups.is_wanted(NOW)
    backups.make(NOW)
    newest, *others = backups.all()
    assert newest.moment == NOW
    assert [one.moment for one in others] == [NOW - n * HOUR / 3_600 for n in (1, 2)]
    assert not backups.is_wanted(NOW)
    backups.restore(tmp_path / "restored")
    with closing(sqlite3.connect(tmp_path / "restored")) as copy:
        assert copy.execute("SELECT count(*) FROM attempt").fetchone() == (2,)


def test_what_a_killed_program_left_is_cleared_away_a_day_later(tmp_path, database):
    answers(database, "a:1")
    (tmp_path / "backups").mkdir()
    old, young = (tmp_path / "backups" / f"practice.db.{n}.new" for n in (1, 2))
    for path, age in ((old, 2 * DAY), (young, HOUR)):
        path.write_bytes(b"half")
        os.utime(path, ((NOW - age).timestamp(),) * 2)
    Backups(tmp_path).make(NOW)
    assert not old.exists()
    assert young.exists()  # another window may be writing it now


def test_what_a_damaged_file_had_not_yet_taken_in_is_not_taken_into_its_successor(
    tmp_path, problems
):
    """Killed after the damaged file was set aside, and before its write-ahead log was."""
    path = tmp_path / FILE_NAME
    for folder, keys in (("old", ["a:1"] * 50), ("new", ["a:2"])):
        (tmp_path / folder).mkdir()
        other = SharedDatabase(tmp_path / folder, problems.append)
        answers(other, *keys)
        wal = (tmp_path / folder / f"{FILE_NAME}-wal").read_bytes()
        other.close()
        if folder == "old":
            path.with_name(f"{FILE_NAME}-wal").write_bytes(wal)
        else:
            shutil.copyfile(tmp_path / folder / FILE_NAME, f"{path}.restored")
    again = SharedDatabase(tmp_path, problems.append)
    assert [one.key for one in SqliteQuizLog(again).attempts(1)] == ["a:2"]
    assert again.read("PRAGMA integrity_check") == [("ok",)]
    again.close()
    assert problems == []


def test_a_backup_that_is_stopped_leaves_nothing(tmp_path, database):
    answers(database, "a:1")
    with pytest.raises(BackupStoppedError):
        Backups(tmp_path).make(NOW, lambda: True)
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_damaged_database_makes_no_backup(tmp_path, database):
    log = answers(database, *(f"a:{n}" for n in range(300)))
    backups = Backups(tmp_path)
    backups.make(NOW)
    log.add(hit())
    database.close()
    hurt(tmp_path / FILE_NAME)
    with pytest.raises((DamagedDatabaseError, sqlite3.DatabaseError)):
        backups.make(NOW + 2 * DAY)
    assert [one.moment for one in backups.all()] == [NOW]


def hurt(path):
    """A hole in the middle: pages of tables and indexes."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 16_384] = bytes(16_384)
    path.write_bytes(content)


def test_the_newest_good_one_comes_in_place_of_a_damaged_database(tmp_path, database, problems):
    log = answers(database, "a:1")
    backups = Backups(tmp_path)
    backups.make(NOW - DAY)
    log.add(hit(key="a:2"))
    newest = backups.make(NOW)
    log.add(hit(key="a:3"))
    database.close()
    newest.path.write_bytes(newest.path.read_bytes()[:5_000])
    (tmp_path / FILE_NAME).write_bytes(b"nothing of a database" * 999)
    again = SharedDatabase(tmp_path, problems.append)
    assert [one.key for one in SqliteQuizLog(again).attempts(1)] == ["a:1"]
    again.close()
    (told,) = problems
    assert told.kind is ProblemKind.RESTORED_RECORD
    assert (NOW - DAY).astimezone().strftime("%Y-%m-%d %H:%M") in told.detail
    assert str(tmp_path / f"{FILE_NAME}.damaged") in told.detail
    assert (tmp_path / f"{FILE_NAME}.damaged").read_bytes().startswith(b"nothing")


@pytest.mark.parametrize("is_gone", [True, False])
def test_an_empty_file_is_damage_where_there_are_backups(tmp_path, database, problems, is_gone):
    answers(database, "a:1")
    Backups(tmp_path).make(NOW)
    database.close()
    path = tmp_path / FILE_NAME
    path.unlink() if is_gone else path.write_bytes(b"")
    again = SharedDatabase(tmp_path, problems.append)
    assert len(SqliteQuizLog(again).attempts(1)) == 1
    again.close()
    assert [p.kind for p in problems] == [ProblemKind.RESTORED_RECORD]


def test_an_empty_file_without_backups_is_a_beginning(tmp_path, problems):
    (tmp_path / FILE_NAME).write_bytes(b"")
    database = SharedDatabase(tmp_path, problems.append)
    answers(database, "a:1")
    database.close()
    assert problems == []


def test_later_answers_are_read_out_of_the_damaged_file(tmp_path, database, problems):
    """The backup is of yesterday; what was answered since is still there, but for the hole."""
    log = answers(database, *(f"a:{n}" for n in range(200)))
    practice = SqlitePracticeLog(database)
    plan = [PlannedLine("rub", "rub", "xat", "work", "", "", 1, 1, 9_000, 0)]
    Backups(tmp_path).make(NOW)
    for n in range(200, 400):
        log.add(hit(key=f"a:{n}"), review(f"a:{n}"), CARD_1)
    run = practice.begin("example", Company.ALONE, "2026-11-23T10:00:00Z", plan)
    practice.add_done(run, DoneLine("2026-11-23T10:01:00Z", "rub", Ending.SERVED, 9_000))
    database.close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    page = content.rindex(b"a:300") // 4096 * 4096  # one in the middle of the later ones
    content[page : page + 4096] = b"\x07" * 4096
    path.write_bytes(content)
    again = SharedDatabase(tmp_path, problems.append)
    kept_keys = {one.key for one in SqliteQuizLog(again).attempts(1)}
    assert {f"a:{n}" for n in range(200)} <= kept_keys
    assert len(kept_keys) > 300
    (told,) = SqlitePracticeLog(again).practices()
    assert (told.lesson, told.work_ms) == ("example", 9_000)
    again.close()
    assert [p.kind for p in problems] == [ProblemKind.RESTORED_RECORD]


def test_damage_that_is_met_in_the_middle_loses_no_answer(tmp_path, database, problems):
    """The file is large, so it was not read as a whole when it was opened."""
    log = SqliteQuizLog(database)
    rows = [attempt_values(hit(key=f"a:{n}", answer="x" * 2_500)) for n in range(1_000)]
    database.write(lambda connection: [ATTEMPT.append(connection, row) for row in rows])
    Backups(tmp_path).make(NOW)
    log.add(hit(key="a:later"))
    database.close()
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    assert len(content) > 2 * 1024 * 1024
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'attempt_by_day'"
        (root,) = connection.execute(query).fetchone()
    content[(root - 1) * 4096 : root * 4096] = b"\x07" * 4096
    path.write_bytes(content)
    again = SharedDatabase(tmp_path, problems.append)
    log = SqliteQuizLog(again)
    assert again.open()
    assert problems == []
    log.add(hit(key="a:now"))
    assert log.waiting == 0
    assert [p.kind for p in problems] == [ProblemKind.RESTORED_RECORD]
    assert [one.key for one in log.attempts(1, limit=3)] == ["a:now", "a:later", "a:999"]
    again.close()


def test_a_backup_of_a_newer_program_is_not_put_in_place(tmp_path, database, problems):
    answers(database, "a:1")
    backups = Backups(tmp_path)
    backups.make(NOW - DAY)
    newer = backups.make(NOW).path
    with closing(sqlite3.connect(newer)) as copy:
        copy.execute("PRAGMA user_version = 99")
    restored = backups.restore(tmp_path / "restored")
    assert restored is not None
    assert restored.moment == NOW - DAY


def test_each_damaged_file_is_kept_under_its_own_name(tmp_path, problems):
    for _ in range(2):
        (tmp_path / FILE_NAME).write_bytes(b"nothing of a database" * 999)
        database = SharedDatabase(tmp_path, problems.append)
        assert database.open()
        database.close()
    assert {path.name for path in tmp_path.glob("*.damaged*")} == {
        f"{FILE_NAME}.damaged",
        f"{FILE_NAME}.damaged2",
    }
    assert [p.kind for p in problems] == [ProblemKind.DAMAGED_RECORD] * 2


def test_a_full_disk_makes_no_backup_and_leaves_nothing(tmp_path, database):
    answers(database, "a:1")
    (tmp_path / "backups").write_text("no folder")
    with pytest.raises(OSError, match="exists"):
        Backups(tmp_path).make(NOW)
