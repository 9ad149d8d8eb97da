"""Killed among marks and among deletions: no mark that was kept is lost, no class half gone."""

import json
import os
import random
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from massage_trainer.services.storage.backup import Backups
from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.services.storage.shared import SharedDatabase
from tests.class_examples import fill
from tests.fakes_record import FakeCalendar

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes as POSIX does")


def child(folder, job, number=0):
    command = [sys.executable, "-m", "tests.faults.class_child", str(folder), job, str(number)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.fixture
def reopen(tmp_path):
    opened = []

    def make():
        opened.append(SharedDatabase(tmp_path, lambda problem: pytest.fail(str(problem))))
        return SqliteClassStore(opened[-1], FakeCalendar())

    yield make
    for one in opened:
        one.close()


@pytest.mark.slow
def test_a_killed_examiner_has_every_mark_that_was_confirmed(tmp_path, reopen):
    chance = random.Random(4)
    for turn in range(1, KILLS + 1):
        process = child(tmp_path, "marks", turn)
        said = [process.stdout.readline().split() for _ in range(chance.randint(1, 40))]
        os.kill(process.pid, signal.SIGKILL)
        rest, _ = process.communicate(timeout=30)
        said += [line.split() for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        assert {words[0] for words in said} == {"kept"}, said
        _, exam, taps = said[-1]
        store = reopen()
        (attempt,) = store.attempts(int(exam))
        assert len(json.loads(attempt.marks)) >= int(taps)
        assert len(store.groups()) == turn


@pytest.mark.parametrize("copies", [1, 2, 3])
def test_a_deletion_that_is_killed_can_be_done_again(tmp_path, reopen, copies):
    """With the class still in sight, however many copies were cleaned already."""
    store = reopen()
    fill(store, names=["Quaggamuffin"])
    for hour in range(3):
        Backups(tmp_path).make(datetime(2026, 11, 23, hour, tzinfo=UTC))
    process = child(tmp_path, "killed_while_deleting", copies)
    assert process.communicate(timeout=30)[0] == ""
    assert [one.name for one in reopen().students(1)] == ["Quaggamuffin"]
    said, _ = child(tmp_path, "killed_while_deleting", 99).communicate(timeout=30)
    assert said.split() == ["done"]
    store._database.close()
    whole = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"Quaggamuffin" not in whole
    assert len(Backups(tmp_path).all()) == 3
