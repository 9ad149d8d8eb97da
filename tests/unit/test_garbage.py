"""Garbage is collected by the thread of the windows, and as often as it would be by itself."""

import gc
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt

from massage_trainer.app.garbage import Garbage, collect_due

ROOT = Path(__file__).resolve().parents[2]
THREADS = """
import gc, json, threading
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from massage_trainer.app.garbage import Garbage
app = QCoreApplication([])
garbage = Garbage(app)
seen = set()
gc.callbacks.append(lambda phase, _: seen.add(threading.current_thread().name))
busy = True
def work():
    while busy:
        for ring in [[] for _ in range(2_000)]:
            ring.append(ring)
thread = threading.Thread(target=work, name="worker")
thread.start()
loop = QEventLoop()
QTimer.singleShot(2_500, loop.quit)
loop.exec()
busy = False
thread.join()
print(json.dumps(sorted(seen)))
"""


@pytest.fixture
def no_collection():
    gc.disable()
    gc.collect()
    yield
    gc.disable()


def test_no_other_thread_collects(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", THREADS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout) == ["MainThread"]


def test_nothing_is_collected_before_there_is_enough(no_collection):
    asked = []
    collect_due(asked.append)
    assert asked == []


def test_what_has_grown_is_collected(no_collection):
    rings = [[] for _ in range(2 * gc.get_threshold()[0])]
    asked = []
    collect_due(asked.append)
    assert asked == [0]
    assert rings


def test_it_looks_while_it_lives(qapp, no_collection):
    owner = QObject()
    garbage = Garbage(owner)
    timer = garbage._timer
    assert timer.isActive()
    assert timer.thread() is garbage.thread()
    assert not gc.isenabled()
    assert threading.current_thread() is threading.main_thread()
    assert timer.timerType() is Qt.TimerType.CoarseTimer
