"""A program of its own for the faults of class records: marks, deletes, and says what is kept.

python -m tests.faults.class_child FOLDER JOB [NUMBER] - JOB is a function below.
"""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.services.storage.shared import SharedDatabase
from tests.class_examples import MARK, fill
from tests.fakes_record import FakeCalendar
from tests.faults.quiz_child import say


def open_store(folder):
    database = SharedDatabase(folder, lambda problem: say("problem", problem.kind.value))
    return SqliteClassStore(database, FakeCalendar())


def marks(folder, first):
    """Without an end: an examiner who marks one thing after the other."""
    store = open_store(folder)
    group = fill(store, first)
    (student,) = store.students(group.id)
    exam = store.exams(group.id)[0].id
    taps = []
    while True:
        taps.append(len(taps))
        attempt = replace(MARK, group=group.id, exam=exam, student=student.id, marks=str(taps))
        say("kept" if store.keep_attempt(attempt) else "waits", exam, len(taps))


def killed_while_deleting(folder, copies):
    """Killed when so many copies have been cleaned; too many: not at all."""
    erase = os.utime
    left = copies

    def count(path, stamps):
        nonlocal left
        erase(path, stamps)
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    os.utime = count
    say("done" if open_store(folder).delete_group(1).done else "failed")


if __name__ == "__main__":
    globals()[sys.argv[2]](Path(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
