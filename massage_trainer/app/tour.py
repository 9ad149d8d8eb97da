"""Play everything at high speed off screen and write a picture of every page and every step."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from massage_trainer.app.composition import Program
from massage_trainer.app.silence import Silence
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.viewmodels.ticker import Ticker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from massage_trainer.domain.countdown import Countdown

SIZE: Final = (1920, 1080)
LOOK_MS: Final = 1_000
LOOKS_AT_MOST: Final = 100_000


class TourClock:
    """Time that moves as the tour wants it."""

    def __init__(self) -> None:
        self._ms = 0

    def now_ms(self) -> int:
        return self._ms

    def boot_ms(self) -> int:
        return self._ms

    def forward(self, by_ms: int) -> None:
        """Let time pass."""
        self._ms += by_ms


class TourTicker(Ticker):
    """Rests; the tour itself asks to look at the clock."""

    def start(self) -> None:
        """The tour keeps the time."""

    def stop(self) -> None:
        """The tour keeps the time."""


class TourWakeLock:
    """Nobody watches a screen during a tour."""

    def hold(self) -> None:
        """There is no screen."""

    def release(self) -> None:
        """There is no screen."""

    def close(self) -> None:
        """There is no screen."""


class Tour:
    """Leads one program through its pages; the pictures go to ``folder/LANGUAGE/``."""

    def __init__(
        self, program: Program, clock: TourClock, ticker: TourTicker, folder: Path
    ) -> None:
        self._program = program
        self._clock = clock
        self._ticker = ticker
        self._folder = folder
        self._written = 0

    def run(self, lessons: Sequence[str]) -> int:
        """Visit every page and these lessons in both languages; returns the number of pictures."""
        self._program.window.resize(*SIZE)
        self._program.window.show()
        for language in LANGUAGES:
            self._program.preferences.update(language=language)
            _settle()
            self._picture(language, "library")
            self._dialogs(language)
            self._study_pages(language)
            for lesson_id in lessons:
                self._lesson(language, lesson_id)
            self._program.window.show_library()
        return self._written

    def _study_pages(self, language: str) -> None:
        """The pages beside the lessons."""
        flow = self._program.study_flow
        for page in flow.listed[1:]:
            flow.go(page)
            self._picture(language, page.value)
        flow.back()

    def _lesson(self, language: str, lesson_id: str) -> None:
        """Play a lesson to its end; one picture a line of the step list, taken while it runs."""
        self._program.open_lesson(lesson_id)
        lesson = self._program.lesson
        lesson.jump_to_row(0)
        seen: set[int] = set()
        lesson.start()
        for _ in range(LOOKS_AT_MOST):
            if lesson.state is SessionState.FINISHED:
                break
            countdown = lesson.countdown
            row = countdown.segment.row
            if row not in seen and _is_telling(countdown):
                seen.add(row)
                name = f"{lesson_id}/{row + 1:02d}-{countdown.segment.step.id}"
                self._picture(language, name)
                if countdown.segment.point_id:
                    self._point(language, name)
            if countdown.waiting:
                lesson.done()
            else:
                self._clock.forward(min(LOOK_MS, countdown.left_ms))
                self._ticker.ticked.emit()
        else:
            raise TrainerError(f"the lesson {lesson_id!r} does not end")
        if missed := set(range(len(lesson.timeline.rows))) - seen:
            raise TrainerError(f"the lesson {lesson_id!r} never showed its lines {sorted(missed)}")
        self._picture(language, f"{lesson_id}/finished")

    def _point(self, language: str, name: str) -> None:
        """Where the step presses a point: how it is found, and every zone to keep off."""
        for button in ("find", "zones"):
            switch = self._program.window.findChild(QAbstractButton, button)
            if switch is None or switch.isHidden():
                continue
            switch.click()
            self._picture(language, f"{name}-{button}")
            switch.click()

    def _dialogs(self, language: str) -> None:
        window = self._program.window
        for name, make in self._program.dialogs().items():
            self._dialog(language, name, make, window)

    def _dialog(
        self, language: str, name: str, make: Callable[[QWidget], QDialog], parent: QWidget
    ) -> None:
        dialog = make(parent)
        dialog.show()
        _settle()
        self._write(dialog, language, name)
        dialog.close()
        dialog.deleteLater()

    def _picture(self, language: str, name: str) -> None:
        _settle()
        self._write(self._program.window, language, name)

    def _write(self, widget: QWidget, language: str, name: str) -> None:
        path = self._folder / language / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not widget.grab().save(str(path)):
            raise TrainerError(f"{path}: the picture cannot be written")
        self._written += 1


def run_tour(folder: Path) -> int:
    """Write the tour; returns the exit code of the program."""
    qInstallMessageHandler(_without_platform_gaps)
    app = QApplication(["massage-trainer"])
    clock, ticker = TourClock(), TourTicker()
    with tempfile.TemporaryDirectory() as data_dir:
        program = Program(
            app,
            Path(data_dir),
            clock=clock,
            ticker=ticker,
            wake_lock=TourWakeLock(),
            sound=Silence(),
        )
        try:
            lessons = [card.id for card in program.library.cards]
            written = Tour(program, clock, ticker, folder).run(lessons)
        except (TrainerError, OSError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        finally:
            program.close()
    sys.stdout.write(
        f"Đã chơi hết mọi bài học; {written} ảnh nằm trong {folder}.\n"
        f"Every lesson was played to its end; {written} pictures are in {folder}.\n"
    )
    return 0


def _without_platform_gaps(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's off-screen platform complains about each window; that is no news."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(f"{text}\n")


def _is_telling(countdown: Countdown) -> bool:
    """A moment in which the page shows a step at work: its time runs, or it waits for a word."""
    segment = countdown.segment
    if countdown.waiting:
        return True
    running = countdown.state is SessionState.RUNNING
    return running and countdown.left_ms <= max(1_000, segment.duration_ms * 3 // 4)


def _settle() -> None:
    """Let layouts and language changes take place; nothing here waits for time."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
