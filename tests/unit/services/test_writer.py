"""Writing beside the window: in order, with nothing lost that was waited for."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.record import Company, DoneLine, Ending, PlannedLine
from massage_trainer.services.bookmark_store import FileBookmarkStore
from massage_trainer.services.storage.database import FILE_NAME, open_database
from massage_trainer.services.storage.practice_log import SqlitePracticeLog
from massage_trainer.services.storage.shared import SharedDatabase
from massage_trainer.services.writer import Writer

ROOT = Path(__file__).resolve().parents[3]
PLAN = [PlannedLine("rub", "rub", "xat", "work", "", "", 1, 1, 9000, 0)]
WINDOW = threading.main_thread()


def at(second):
    return f"2026-11-23T10:00:{second:02d}Z"


@pytest.fixture
def writer():
    writer = Writer()
    yield writer
    writer.close()


@pytest.fixture
def problems():
    return []


@pytest.fixture
def report(problems):
    """Remembers in which thread it was told."""
    return lambda problem: problems.append((problem.kind, threading.current_thread()))


@pytest.fixture
def database(tmp_path, report, writer):
    database = SharedDatabase(tmp_path, report, writer)
    yield database
    database.close()


@pytest.fixture
def hold():
    """Keeps the worker of a writer from going on; answers what lets it go."""
    doors = []

    def hold(writer):
        doors.append(threading.Event())
        writer.later(doors[-1].wait, lambda: None)
        return doors[-1].set

    yield hold
    for door in doors:
        door.set()


def test_what_is_given_is_written_in_its_order_by_another_thread(writer):
    done = []
    for number in range(50):
        writer.later(lambda n=number: done.append((n, threading.current_thread())) or True, None)
    writer.settle()
    assert [number for number, _ in done] == list(range(50))
    assert WINDOW not in {thread for _, thread in done}


def test_what_fails_is_done_again_by_the_window_and_what_follows_stays_behind_it(writer):
    done = []
    for number in range(4):
        writer.later(
            lambda n=number: n != 1 and not done.append(("worker", n)),
            lambda n=number: done.append((threading.current_thread(), n)),
        )
    writer.settle()
    assert done == [("worker", 0), (WINDOW, 1), (WINDOW, 2), (WINDOW, 3)]


def test_a_failure_is_seen_to_without_anybody_asking(writer, qtbot):
    done = []
    with qtbot.waitSignal(writer.failed):
        writer.later(lambda: False, lambda: done.append(threading.current_thread()))
    assert done == [WINDOW]


def test_an_error_of_ours_is_raised_where_it_is_seen(writer):
    writer.later(lambda: {}[1], None)
    writer.later(lambda: True, None)
    with pytest.raises(KeyError):
        writer.settle()


def test_the_end_waits_and_what_comes_later_is_written_at_once(hold):
    writer, done = Writer(), []
    let_go = hold(writer)
    writer.later(lambda: done.append(1) or True, None)
    assert not done
    let_go()
    writer.close()
    assert done == [1]
    writer.later(lambda: False, lambda: done.append(2))
    assert done == [1, 2]


def test_only_the_newest_place_is_written_when_the_disk_is_slow(tmp_path, report, writer, hold):
    store = FileBookmarkStore(tmp_path, report, writer)
    let_go = hold(writer)
    for row in range(20):
        store.put(Bookmark("lumbar", f"step{row}", row, 20))
    assert store.get("lumbar").done == 19
    assert not (tmp_path / "bookmarks.json").exists()
    let_go()
    writer.wait()
    stamp = (tmp_path / "bookmarks.json").stat().st_mtime_ns
    assert FileBookmarkStore(tmp_path, report).get("lumbar").done == 19
    writer.settle()
    assert (tmp_path / "bookmarks.json").stat().st_mtime_ns == stamp


def test_a_place_that_cannot_be_kept_is_told_in_the_windows_thread(
    tmp_path, report, problems, writer
):
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("x")
    store = FileBookmarkStore(blocked / "data", report, writer)
    store.put(Bookmark("lumbar", "rub", 1, 2))
    writer.settle()
    assert problems[-1] == (ProblemKind.CANNOT_SAVE, WINDOW)
    told = len(problems)
    blocked.unlink()
    store.put(Bookmark("lumbar", "press", 2, 2))
    writer.settle()
    assert FileBookmarkStore(blocked / "data", report).get("lumbar").path == "press"
    assert len(problems) == told


def test_a_row_is_committed_beside_the_window_and_read_back_at_once(database, writer, hold):
    log = SqlitePracticeLog(database)
    practice = log.begin("example", Company.ALONE, at(0), PLAN)
    threads = []
    database._connection.set_trace_callback(
        lambda words: threads.append((words.split()[0], threading.current_thread() is WINDOW))
    )
    let_go = hold(writer)
    log.add_done(practice, DoneLine(at(1), "rub", Ending.SERVED, 9_000))
    assert threads == []
    let_go()
    assert log.practices()[0].work_ms == 9_000
    assert ("COMMIT", False) in threads
    assert ("COMMIT", True) not in threads


def test_a_full_disk_is_told_in_the_windows_thread_and_half_a_row_never_stays(
    database, writer, problems
):
    log = SqlitePracticeLog(database)
    practice = log.begin("example", Company.ALONE, at(0), PLAN)
    (pages,) = database._connection.execute("PRAGMA page_count").fetchone()
    database._connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    line = DoneLine(at(1), "rub" * 3_000, Ending.SERVED, 1)
    log.add_done(practice, line)
    writer.settle()
    assert problems == [(ProblemKind.NO_RECORD, WINDOW)]
    assert log.practices()[0].ended == at(0)
    database._connection.execute(f"PRAGMA max_page_count = {pages + 50}").fetchall()
    log.add_done(practice, line)
    assert log.practices()[0].ended == at(1)


def test_a_damaged_file_is_recovered_by_the_windows_thread(tmp_path, database, writer, problems):
    log = SqlitePracticeLog(database)
    practice = log.begin("example", Company.ALONE, at(0), PLAN)
    database._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path = tmp_path / FILE_NAME
    database._connection.execute("PRAGMA shrink_memory").fetchall()  # nothing is remembered of it
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"x" * (size - 4096))
    log.add_done(practice, DoneLine(at(1), "rub", Ending.SERVED, 9_000))
    writer.settle()
    assert problems
    assert {thread for _, thread in problems} == {WINDOW}
    assert path.with_name(f"{FILE_NAME}.damaged").exists()
    assert log.begin("example", Company.ALONE, at(2), PLAN)


_MANY = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.record import *
from massage_trainer.services.bookmark_store import FileBookmarkStore
from massage_trainer.services.storage.practice_log import SqlitePracticeLog
from massage_trainer.services.storage.shared import SharedDatabase
from massage_trainer.services.writer import Writer
folder, writer = Path(sys.argv[1]), Writer()
log = SqlitePracticeLog(SharedDatabase(folder, print, writer))
store = FileBookmarkStore(folder, print, writer)
plan = [PlannedLine("rub", "rub", "xat", "work", "", "", 1, 1, 9000, 0)]
practice = log.begin("example", Company.ALONE, "{at(0)}", plan)
for number in range(24):
    log.add_done(practice, DoneLine("{at(1)}", "rub", Ending.SERVED, number))
    store.put(Bookmark("example", "rub", number, 24))
    if number == 15:
        writer.wait()
"""


def _left(folder):
    connection = open_database(folder / FILE_NAME)
    rows = [ms for (ms,) in connection.execute("SELECT ms FROM done ORDER BY id")]
    connection.close()
    place = json.loads((folder / "bookmarks.json").read_bytes())
    return rows, place["lessons"]["example"]["done"]


def test_a_killed_program_loses_the_last_writes_at_most_and_damages_nothing(tmp_path):
    script = f"{_MANY}\nos.kill(os.getpid(), {int(signal.SIGKILL)})"
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    rows, place = _left(tmp_path)
    assert rows == list(range(len(rows)))
    assert len(rows) > 15
    assert place >= 15


@pytest.mark.parametrize("end", ["", "raise KeyError"])
def test_a_program_that_ends_by_itself_has_written_everything(tmp_path, end):
    done = subprocess.run(
        [sys.executable, "-c", _MANY + end, str(tmp_path)], check=False, capture_output=True
    )
    assert done.returncode == (1 if "Key" in end else 0)
    assert _left(tmp_path) == (list(range(24)), 23)
