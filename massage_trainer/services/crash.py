"""The last net: an error of ours is logged with its trace and shown, the lesson is paused."""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from massage_trainer import __version__

LOG_NAME = "crash.log"


class CrashReporter:
    """Receives every exception that nobody expected.

    ``on_crash`` is called with the report at most once at a time: an error inside it only goes to
    the log, so that a broken dialog cannot open itself for ever.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOG_NAME
        self._native: TextIO | None = None
        self._showing = False
        self.on_crash: Callable[[str], None] | None = None

    def install(self) -> None:
        """Take over Python's hooks, and let faulthandler write native crashes to the same log."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_in_thread
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._native = self._path.open("a", encoding="utf-8")
        except OSError:
            faulthandler.enable()  # nothing can be saved here: to the terminal, then
        else:
            faulthandler.enable(self._native)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._native is not None:
            self._native.close()
            self._native = None

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = self._describe(kind, error, trace)
        sys.stderr.write(report)
        self._log(report)
        if self.on_crash is None or self._showing:
            return
        self._showing = True
        try:
            self.on_crash(report)
        except Exception:  # noqa: BLE001 - the one place: an error while reporting an error
            self._log(traceback.format_exc())
        finally:
            self._showing = False

    def _handle_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report = self._describe(args.exc_type, args.exc_value, args.exc_traceback)
            sys.stderr.write(report)
            self._log(report)

    def _describe(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> str:
        lines = traceback.format_exception(kind, error, trace)
        where = f"massage-trainer {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        return f"{where}\n{''.join(lines)}\n"

    def _log(self, report: str) -> None:
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(report)
        except OSError:
            sys.stderr.write(f"{self._path}: cannot be written\n")
