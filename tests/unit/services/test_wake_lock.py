"""Keeping the screen awake never stops or breaks a lesson."""

import sys
import threading
import types

import pytest

from massage_trainer.services.wake_lock import ScreenWakeLock


class FakeMode:
    """What wakepy hands out; may hang as a desktop does."""

    def __init__(self, log, gate=None):
        self.log = log
        self.gate = gate
        self.active = False

    def __enter__(self):
        if self.gate:
            self.gate.wait(10)
        self.active = True
        self.log.append("awake")
        return self

    def __exit__(self, *_):
        self.log.append("may sleep")


@pytest.fixture
def log():
    return []


@pytest.fixture
def wakepy(monkeypatch, log):
    module = types.ModuleType("wakepy")
    module.gate = None
    module.keep = types.SimpleNamespace(presenting=lambda on_fail: FakeMode(log, module.gate))
    monkeypatch.setitem(sys.modules, "wakepy", module)
    return module


def finish(lock):
    worker = lock._worker
    lock.close()
    worker.shutdown(wait=True)


def test_the_screen_is_held_once_and_given_back_once(wakepy, log):
    lock = ScreenWakeLock()
    lock.hold()
    lock.hold()
    lock.release()
    lock.release()
    finish(lock)
    assert log == ["awake", "may sleep"]


def test_closing_gives_the_screen_back(wakepy, log):
    lock = ScreenWakeLock()
    lock.hold()
    finish(lock)
    assert log == ["awake", "may sleep"]


def test_a_desktop_that_hangs_does_not_hold_up_the_lesson(wakepy, log):
    wakepy.gate = threading.Event()
    lock = ScreenWakeLock()
    lock.hold()
    lock.release()
    assert log == []  # both calls came back while the desktop still hangs
    wakepy.gate.set()
    finish(lock)
    assert log == ["awake", "may sleep"]


def test_without_a_lesson_nothing_is_loaded():
    lock = ScreenWakeLock()
    lock.release()
    lock.close()
    assert lock._worker is None


def test_the_real_library_takes_a_machine_without_desktop_in_its_stride(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    lock = ScreenWakeLock()
    lock.hold()
    lock.release()
    worker = lock._worker
    done = worker.submit(lambda: "reached")
    assert done.result(timeout=30) == "reached"
    finish(lock)
