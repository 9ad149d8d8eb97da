"""The whole program on the shipped content, with time in the test's hands."""

import pytest
from PySide6.QtWidgets import QApplication

from massage_trainer.app.composition import Program
from tests.fake_sound import FakeThemedSound
from tests.fakes import FakeClock, FakeOneShot, FakeTicker, FakeWakeLock


class Stand:
    """One program with a fake clock; closing it again is part of the test."""

    def __init__(self, data_dir, language=""):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.wake_lock = FakeWakeLock()
        self.holding = FakeOneShot()
        self.sound = FakeThemedSound()
        app = QApplication.instance()
        self.program = Program(
            app,
            data_dir,
            language=language,
            clock=self.clock,
            ticker=self.ticker,
            wake_lock=self.wake_lock,
            hold_timer=self.holding,
            sound=self.sound,
        )
        self.window = self.program.window
        self.window.resize(1280, 720)
        self.window.show()

    @property
    def lesson(self):
        return self.program.lesson

    def close(self):
        self.window.close()
        self.program.close()
        self.window.deleteLater()


@pytest.fixture
def start(qapp, tmp_path):
    """Start the program (again, with the same data) in a language."""
    stands = []
    before = qapp.font(), qapp.palette()

    def start_program(language="", data_dir=tmp_path / "data"):
        stand = Stand(data_dir, language)
        stands.append(stand)
        return stand

    yield start_program
    for stand in stands:
        stand.close()
        stand.program._language.install("none")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
