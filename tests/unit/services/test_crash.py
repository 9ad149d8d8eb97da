"""The last net under the program."""

import subprocess
import sys
import threading

import pytest

from massage_trainer.services.crash import LOG_NAME, CrashReporter


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return type(caught), caught, caught.__traceback__


@pytest.fixture
def reporter(tmp_path, monkeypatch, capsys):
    return CrashReporter(tmp_path)


def test_a_crash_is_logged_and_shown_with_its_trace(reporter, tmp_path):
    shown = []
    reporter.on_crash = shown.append
    reporter.handle(*raised(ZeroDivisionError("half a person")))
    assert "ZeroDivisionError: half a person" in shown[0]
    assert "test_crash.py" in shown[0]
    assert (tmp_path / LOG_NAME).read_text() == shown[0]


def test_an_error_while_reporting_goes_to_the_log_and_ends_there(reporter, tmp_path):
    calls = []

    def broken(report):
        calls.append(report)
        raise RuntimeError("the dialog is broken, too")

    reporter.on_crash = broken
    reporter.handle(*raised(ValueError("first")))
    reporter.handle(*raised(ValueError("second")))
    assert len(calls) == 2
    assert "the dialog is broken, too" in (tmp_path / LOG_NAME).read_text()


def test_a_crash_while_a_report_is_shown_opens_no_second_one(reporter):
    calls = []

    def nested(report):
        calls.append(report)
        reporter.handle(*raised(ValueError("inner")))

    reporter.on_crash = nested
    reporter.handle(*raised(ValueError("outer")))
    assert len(calls) == 1


def test_a_folder_that_cannot_be_written_costs_the_log_only(tmp_path, capsys):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    reporter = CrashReporter(blocked)
    shown = []
    reporter.on_crash = shown.append
    reporter.handle(*raised(ValueError("still shown")))
    assert "still shown" in shown[0]


def test_a_thread_that_fails_is_logged(reporter, tmp_path):
    reporter.install()
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    finally:
        reporter.uninstall()
    assert "ZeroDivisionError" in (tmp_path / LOG_NAME).read_text()


def test_an_exception_in_a_slot_reaches_the_report_and_the_program_goes_on(tmp_path):
    script = f"""
import pathlib
from PySide6.QtCore import QCoreApplication, QTimer
from massage_trainer.services.crash import CrashReporter
app = QCoreApplication([])
reporter = CrashReporter(pathlib.Path({str(tmp_path)!r}))
reporter.on_crash = lambda report: print("REPORTED", "KeyError" in report)
reporter.install()
QTimer.singleShot(0, lambda: {{}}["missing"])
QTimer.singleShot(1, lambda: (print("STILL RUNNING"), app.quit()))
app.exec()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == ["REPORTED", "True", "STILL", "RUNNING"], done.stderr
    assert done.returncode == 0
