"""Killed, full, shared, flipped: no confirmed answer is lost, and no changed one is believed."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.services.storage.backup import Backups, check
from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.services.storage.database import (
    FILE_NAME,
    DamagedDatabaseError,
    check_whole,
    migrations,
    open_database,
    upgrade,
)
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.rows import TABLES
from massage_trainer.services.storage.shared import SharedDatabase
from tests.class_examples import fill
from tests.fakes_record import FakeCalendar
from tests.faults.quiz_child import Desk

ROOT = Path(__file__).resolve().parents[2]
KILLS = 12
FLIPS = 120

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes as POSIX does")


def child(folder, job, number=0, **others):
    command = [sys.executable, "-m", "tests.faults.quiz_child", str(folder), job, str(number)]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **others,
    )


def killed_after(process, lines):
    """What it said before it was killed: all of it, also what came after those lines."""
    said = [process.stdout.readline().split() for _ in range(lines)]
    os.kill(process.pid, signal.SIGKILL)
    rest, _ = process.communicate(timeout=30)
    # The last line may be half a line.
    return said + [line.split() for line in rest.splitlines(keepends=True) if line.endswith("\n")]


def attempts_in(folder):
    problems = []
    database = SharedDatabase(folder, problems.append)
    log = SqliteQuizLog(database)
    found = {(int(one.item[1:]), one.tries) for one in log.attempts(1, limit=1_000_000)}
    cards = {int(card.item[1:]) for card in log.cards(1)}
    database.read("PRAGMA integrity_check")
    check_whole(database._connection)
    database.close()
    assert problems == []
    return found, cards


@pytest.mark.slow
def test_a_killed_program_has_kept_every_answer_that_it_confirmed(tmp_path):
    """At moments that nobody chose; each time the next start goes on where it was."""
    chance = random.Random(9)
    confirmed = set()
    for _ in range(KILLS):
        first = max((number for number, _ in confirmed), default=0) + 1_000
        said = killed_after(child(tmp_path, "answers", first), chance.randint(1, 40))
        assert {words[0] for words in said} == {"kept"}
        confirmed |= {(int(number), int(tries)) for _, number, tries in said}
        found, cards = attempts_in(tmp_path)
        assert confirmed <= found
        # A second try and what the memory makes of it are there together, or neither.
        assert cards == {number for number, tries in found if tries == 2}


@pytest.mark.slow
def test_the_whole_program_has_kept_every_answer_whose_feedback_it_showed(tmp_path):
    """Killed in the middle of rounds; a start after it finds what is due and what was missed."""
    told = Counter()
    for seed in (1, 2):
        process = child(tmp_path, "rounds", seed, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"})
        said = killed_after(process, 30 * seed)
        assert {words[0] for words in said} == {"told"}, said
        told += Counter((key, tries) for _, key, tries in said)
        problems = []
        database = SharedDatabase(tmp_path, problems.append)
        log = SqliteQuizLog(database)
        attempts = log.attempts(1, limit=100_000)
        assert told <= Counter((one.key, str(one.tries)) for one in attempts)
        assert {one.key for one in attempts if one.is_last} == {card.key for card in log.cards(1)}
        check_whole(database._connection)
        database.close()
        assert problems == []


def test_a_program_that_is_killed_while_it_copies_leaves_only_whole_backups(tmp_path):
    desk = Desk(tmp_path)
    for number in range(150):
        desk.answer(number)
    desk.close()
    for lines in (1, 3, 6):
        said = killed_after(child(tmp_path, "backups"), lines)
        assert said[0][0] == "made"
    for one in Backups(tmp_path).all():
        check(one.path)


@pytest.mark.parametrize("is_garbage", [False, True])
@pytest.mark.parametrize("step", range(1, 6))
def test_a_program_that_is_killed_while_it_recovers_recovers_the_next_time(
    tmp_path, step, is_garbage
):
    """Between any two steps; what can be read since the backup is there afterwards."""
    desk = Desk(tmp_path)
    desk.answer(1)
    Backups(tmp_path).make(datetime(2026, 11, 23, tzinfo=UTC))
    for number in range(2, 20):
        desk.answer(number)
    (root,) = desk.database.read("SELECT rootpage FROM sqlite_master WHERE name = 'note'")[0]
    desk.close()
    desk = Desk(tmp_path)
    for number in range(20, 40):
        desk.answer(number)
    # The write-ahead log stays beside the file, as after a power cut.
    left = [tmp_path / f"{FILE_NAME}{end}" for end in ("", "-wal", "-shm")]
    contents = [bytearray(path.read_bytes()) for path in left]
    desk.close()
    if is_garbage:
        contents[0] = b"nothing of a database" * 9_000
        contents[1][32:4_000] = bytes(3_968)
    else:
        contents[0][(root - 1) * 4096 : root * 4096] = b"\x07" * 4096
    for path, content in zip(left, contents, strict=True):
        path.write_bytes(content)
    process = child(tmp_path, "killed_while_recovering", step)
    said, _ = process.communicate(timeout=60)
    assert process.returncode in (-signal.SIGKILL, 0), said
    assert (process.returncode == 0) == (step > int(said.split()[-1] if "renamed" in said else 9))
    problems = []
    database = SharedDatabase(tmp_path, problems.append)
    found = {one.item for one in SqliteQuizLog(database).attempts(1)}
    check_whole(database._connection)
    database.close()
    assert found == ({"P1"} if is_garbage else {f"P{number}" for number in range(1, 40)})
    assert not list(tmp_path.glob("*.restored*"))
    assert {p.kind for p in problems} <= {ProblemKind.RESTORED_RECORD}
    assert len(list(tmp_path.glob("*.damaged"))) == 1


@pytest.mark.slow
def test_two_programs_on_one_database_lose_nothing(tmp_path):
    SharedDatabase(tmp_path, print).open()
    both = [child(tmp_path, "some_answers", first) for first in (1_000, 2_000)]
    for process in both:
        assert process.stdout.readline() == "ready\n"
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
    found, cards = attempts_in(tmp_path)
    numbers = [*range(1_000, 1_060), *range(2_000, 2_060)]
    assert found == {(number, tries) for number in numbers for tries in (1, 2)}
    assert cards == set(numbers)


def test_at_the_end_of_the_program_a_slow_neighbour_is_waited_for(tmp_path):
    desk = Desk(tmp_path)
    desk.answer(1)
    process = child(tmp_path, "slow_writer")
    assert process.stdout.readline() == "writing\n"
    desk.answer(2)
    assert desk.log.waiting == 2
    process.stdin.write("go on\n")
    process.stdin.flush()
    desk.close()
    process.communicate(timeout=30)
    found, cards = attempts_in(tmp_path)
    assert found == {(number, tries) for number in (1, 2) for tries in (1, 2)}
    assert cards == {1, 2}


@pytest.fixture
def small_disk(tmp_path):
    """A real file system of 400 KB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if os.geteuid() or not mount or not umount:
        pytest.skip("mounting a small disk needs an administrator")
    options = ["-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run([mount, *options], check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run([umount, "-l", str(folder)], check=True)


def test_answers_that_find_no_room_wait_and_are_kept_when_there_is_room(small_disk):
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(120_000))
    process = child(small_disk, "full_disk")
    said = []
    while not said or said[-1][0] not in ("full", "Traceback"):
        said.append(process.stdout.readline().split())
    ballast.unlink()
    rest, _ = process.communicate("there is room\n", timeout=60)
    assert process.returncode == 0, (said, rest)
    last = int(said[-1][1])
    told = [words[1] for words in said if words[0] == "problem"]
    assert set(told) == {ProblemKind.UNSAVED_ANSWERS.value}
    assert rest.split()[-2:] == ["waiting", "0"]
    found, cards = attempts_in(small_disk)
    assert found == {(number, tries) for number in range(1, last + 2) for tries in (1, 2)}
    assert cards == set(range(1, last + 2))


@pytest.mark.slow
def test_no_flipped_byte_changes_an_answer_unnoticed(tmp_path):
    """Each time eight bytes anywhere in the file; what is read afterwards is true or missing."""
    (tmp_path / "whole").mkdir()
    desk = Desk(tmp_path / "whole")
    for number in range(120):
        desk.answer(number)
    fill(SqliteClassStore(desk.database, FakeCalendar()), names=["An", "Bình"] * 20)
    truth = {table.name: set(desk.database.rows(table, "")) for table in TABLES}
    desk.close()
    content = (tmp_path / "whole" / FILE_NAME).read_bytes()
    chance = random.Random(5)
    noticed = 0
    for number in range(FLIPS):
        folder = tmp_path / str(number)
        folder.mkdir()
        changed = bytearray(content)
        place = chance.randrange(len(content) - 8)
        changed[place : place + 8] = chance.randbytes(8)
        (folder / FILE_NAME).write_bytes(changed)
        problems = []
        database = SharedDatabase(folder, problems.append)
        found = {table.name: set(database.rows(table, "")) for table in TABLES}
        database.close()
        for name, rows in found.items():
            assert rows <= truth[name], (place, name)
        if found != truth:
            assert problems, place
            noticed += 1
        shutil.rmtree(folder)
    assert noticed > FLIPS / 10


def test_a_newer_database_is_left_as_it_is(tmp_path):
    desk = Desk(tmp_path)
    desk.answer(1)
    desk.close()
    with closing(open_database(tmp_path / FILE_NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (tmp_path / FILE_NAME).read_bytes()
    problems = []
    database = SharedDatabase(tmp_path, problems.append)
    log = SqliteQuizLog(database)
    assert (log.attempts(1), log.cards(1), log.misses(1)) == ([], [], [])
    database.close()
    assert (tmp_path / FILE_NAME).read_bytes() == before
    assert {p.kind for p in problems} == {ProblemKind.NEWER_FILE}


def test_a_database_of_the_practice_log_alone_grows(tmp_path):
    """What was there before learners came stays."""
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        upgrade(connection, migrations()[:1])
        connection.execute(
            "INSERT INTO practice (lesson, company, began, ended) VALUES ('x', 'alone', 'a', 'b')"
        )
    desk = Desk(tmp_path)
    desk.answer(1)
    assert desk.database.read("SELECT lesson FROM practice") == [("x",)]
    desk.close()


@pytest.mark.parametrize("word", [b"TABLE attempt", b"taken_for TEXT", b"attempt_over"])
def test_a_changed_definition_is_damage(tmp_path, word):
    """No check of SQLite's notices a letter in the name of a table or of a column."""
    desk = Desk(tmp_path)
    desk.answer(1)
    desk.close()
    Backups(tmp_path).make(datetime(2026, 11, 23, tzinfo=UTC))
    path = tmp_path / FILE_NAME
    content = path.read_bytes()
    assert word in content
    path.write_bytes(content.replace(word, word[:-1] + b"\xff"))
    problems = []
    database = SharedDatabase(tmp_path, problems.append)
    log = SqliteQuizLog(database)
    assert len(log.attempts(1)) == 2
    assert log.misses(1) == ["locate:P1"]
    database.close()
    assert [p.kind for p in problems] == [ProblemKind.RESTORED_RECORD]


def test_a_truncated_file_is_damage(tmp_path):
    desk = Desk(tmp_path)
    for number in range(50):
        desk.answer(number)
    desk.close()
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:-8_192])
    with pytest.raises((DamagedDatabaseError, sqlite3.DatabaseError)):
        open_database(path)
    problems = []
    database = SharedDatabase(tmp_path, problems.append)
    assert len(SqliteQuizLog(database).attempts(1)) > 50
    database.close()
    assert [p.kind for p in problems] == [ProblemKind.DAMAGED_RECORD]
