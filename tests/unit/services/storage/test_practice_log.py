"""The practice log: both kinds keep one promise, and the one on disk survives its accidents."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.record import (
    Company,
    DoneLine,
    Ending,
    Note,
    NoteKind,
    SkipReason,
    TechniqueTime,
    plan_of,
)
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.storage import database
from massage_trainer.services.storage.database import FILE_NAME, migrations, open_database, upgrade
from massage_trainer.services.storage.practice_log import SqlitePracticeLog
from massage_trainer.services.storage.shared import SharedDatabase
from massage_trainer.services.storage.table_writer import CsvWriter
from tests.examples import SECOND, exactly, example_lesson, protocol, step
from tests.fakes_record import MemoryPracticeLog

ROOT = Path(__file__).resolve().parents[4]
PLAN = plan_of(unroll(example_lesson()))
SHORT = plan_of(unroll(protocol(step("rub", Timed(exactly(10 * SECOND))))))


def at(second):
    return f"2026-11-23T10:00:{second:02d}Z"


def opened(folder, problems):
    return SqlitePracticeLog(SharedDatabase(folder, problems.append))


@pytest.fixture
def problems():
    return []


@pytest.fixture(params=["sqlite", "memory"])
def log(request, tmp_path, problems):
    if request.param == "memory":
        yield MemoryPracticeLog()
        return
    log = opened(tmp_path, problems)
    yield log
    log._database.close()


def test_what_was_done_comes_back_with_what_was_planned(log):
    practice = log.begin("example", Company.NEW_PARTNER, at(0), PLAN)
    path = "stretch/rep2/hold"
    log.add_note(practice, Note(at(1), NoteKind.CAUTIONS_ACKNOWLEDGED))
    log.add_done(practice, DoneLine(at(2), path, Ending.SERVED, 60_000))
    log.add_note(practice, Note(at(3), NoteKind.STOP_IT_HURTS, path, 12_000))
    reason = SkipReason.PARTNER
    log.add_done(practice, DoneLine(at(4), "press/left/BL23", Ending.SKIPPED, 7_000, 0, reason))
    log.finish(practice, at(5))
    first, work, note, skipped = log.lines()
    assert (first.what, first.step, first.lesson) == ("cautions-acknowledged", "", "example")
    assert (work.step, work.stroke, work.repetition) == ("stretch", "xat", "2/3")
    assert (work.planned_ms, work.ms, work.what) == (60_000, 60_000, "served")
    assert (note.what, note.step, note.ms) == ("stop-it-hurts", "stretch", 12_000)
    assert (skipped.side, skipped.point, skipped.detail) == ("left", "BL23", "partner")
    (run,) = log.practices()
    assert (run.lesson, run.began, run.ended) == ("example", at(0), at(5))
    assert (run.company, run.finished) == (Company.NEW_PARTNER, True)
    assert (run.work_ms, run.skipped, run.stops) == (67_000, 1, 1)


def test_hours_are_counted_per_technique_alone_and_together(log):
    for number, company in enumerate((Company.ALONE, Company.CLASS, Company.UNKNOWN)):
        practice = log.begin("example", company, at(number), PLAN)
        log.add_done(practice, DoneLine(at(9), "rub", Ending.SERVED, 1_000 * 10**number))
        log.add_done(practice, DoneLine(at(9), "welcome", Ending.DONE, 5_000))
    assert log.techniques() == [TechniqueTime("xat", 101_000, 10_000)]
    assert [p.company for p in log.practices()] == [Company.UNKNOWN, Company.CLASS, Company.ALONE]


def test_what_was_taken_back_does_not_count_and_only_once(log):
    practice = log.begin("example", Company.ALONE, at(0), PLAN)
    for second in (1, 2):
        log.add_done(practice, DoneLine(at(second), "rub", Ending.SERVED, 1_000))
    log.take_back(practice, "rub", at(3))
    assert [time.total_ms for time in log.techniques()] == [1_000]
    assert [line.at for line in log.lines()] == [at(1)]
    assert log.practices()[0].ended == at(3)
    assert log.practices()[0].work_ms == 1_000


def test_it_is_on_the_disk_before_the_lesson_ends(tmp_path, problems):
    """A process that is killed in the middle of everything."""
    script = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from massage_trainer.domain.record import *
from massage_trainer.services.storage.practice_log import SqlitePracticeLog
from massage_trainer.services.storage.shared import SharedDatabase
log = SqlitePracticeLog(SharedDatabase(Path({str(tmp_path)!r}), print))
plan = [PlannedLine("rub", "rub", "xat", "work", "", "", 1, 1, 9000, 0)]
practice = log.begin("example", Company.ALONE, "{at(0)}", plan)
log.add_done(practice, DoneLine("{at(1)}", "rub", Ending.SERVED, 9000))
os.kill(os.getpid(), {int(signal.SIGKILL)})
"""
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    log = opened(tmp_path, problems)
    (run,) = log.practices()
    assert (run.work_ms, run.ended, run.finished) == (9_000, at(1), False)
    log._database.close()
    assert problems == []


def test_the_disk_is_told_to_keep_every_row(tmp_path):
    connection = open_database(tmp_path / FILE_NAME)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    connection.close()


@pytest.mark.parametrize("content", [b"not a database at all" * 500, None])
def test_a_damaged_file_is_set_aside_and_told(tmp_path, problems, content):
    path = tmp_path / FILE_NAME
    if content is None:  # a good one with a hole in it
        log = opened(tmp_path, problems)
        for _ in range(20):
            log.begin("example", Company.ALONE, at(0), PLAN)
        log._database.close()
        content = bytearray(path.read_bytes())
        content[4096:8192] = bytes(4096)
    path.write_bytes(content)
    log = opened(tmp_path, problems)
    assert [p.kind for p in problems] == [ProblemKind.DAMAGED_RECORD]
    assert (tmp_path / f"{FILE_NAME}.damaged").read_bytes() == content
    assert log.begin("example", Company.ALONE, at(0), SHORT) == 1
    log._database.close()


def test_a_file_of_a_newer_program_is_left_alone(tmp_path, problems):
    connection = open_database(tmp_path / FILE_NAME)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    log = opened(tmp_path, problems)
    assert log.begin("example", Company.ALONE, at(0), SHORT) is None
    assert (log.practices(), log.techniques(), log.lines()) == ([], [], [])
    log._database.close()
    assert [p.kind for p in problems] == [ProblemKind.NEWER_FILE]
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told_and_nothing_breaks(tmp_path, problems):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    log = opened(blocked / "data", problems)
    assert log.begin("example", Company.ALONE, at(0), SHORT) is None
    log._database.close()
    assert {p.kind for p in problems} == {ProblemKind.NO_RECORD}


def test_a_full_disk_in_the_middle_is_told_and_half_a_row_never_stays(tmp_path, problems):
    log = opened(tmp_path, problems)
    practice = log.begin("example", Company.ALONE, at(0), PLAN)
    (pages,) = log._database._connection.execute("PRAGMA page_count").fetchone()
    log._database._connection.execute(f"PRAGMA max_page_count = {pages}")
    line = DoneLine(at(1), "rub" * 3_000, Ending.SERVED, 1)
    log.add_done(practice, line)
    assert [p.kind for p in problems] == [ProblemKind.NO_RECORD]
    assert log.practices()[0].ended == at(0)
    log._database._connection.execute(f"PRAGMA max_page_count = {pages + 50}")
    log.add_done(practice, line)
    assert log.practices()[0].ended == at(1)
    log._database.close()


def test_each_older_schema_is_brought_up_and_a_broken_step_leaves_the_file_as_it_was(tmp_path):
    steps = migrations()
    assert [number for number, _ in steps] == list(range(1, len(steps) + 1))
    for known in range(len(steps) + 1):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        upgrade(connection, steps[:known])
        upgrade(connection, steps)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
        broken = (len(steps) + 1, "CREATE TABLE half (a); CREATE TABLE half (a);")
        with pytest.raises(sqlite3.Error):
            upgrade(connection, [*steps, broken])
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert ("half",) not in names
        assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
        connection.close()


def test_the_wheel_brings_the_steps():
    assert database.MIGRATIONS.is_dir()
    assert migrations()


def test_a_table_opens_in_a_spreadsheet_with_its_letters_and_without_formulas(tmp_path):
    path = tmp_path / "nhật ký.csv"
    CsvWriter().write(path, [("Bài học", "Phút"), ("=1+1", "5")])
    content = path.read_bytes()
    assert content == "\ufeffBài học,Phút\r\n'=1+1,5\r\n".encode()
    with pytest.raises(TrainerError):
        CsvWriter().write(tmp_path / "none" / "x.csv", [])
