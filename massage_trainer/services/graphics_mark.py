"""Remembers across a crash that drawing was begun: a driver that crashes does so only once."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLockFile

FILE: Final = "drawing.mark"
_BEGUN, _TOLD = "begun", "told"
_log = logging.getLogger(__name__)


class GraphicsMark:
    """Written before the first drawing, removed after it; what is found at a start is a crash.

    It stays until ``forgive``: neither the next start nor the one after it tries again by itself.
    Whoever draws holds a lock: the mark of a second program that is alive is no crash.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._lock = QLockFile(str(folder / f"{FILE}.lock"))
        self._lock.setStaleLockTime(0)  # however long it draws: only its end makes a lock stale
        self._found = self._read()

    @property
    def crashed(self) -> bool:
        """Whether the program ended in the middle of its first drawing, some time before."""
        return bool(self._found)

    @property
    def is_news(self) -> bool:
        """Whether nobody was told of it yet."""
        return self._found == _BEGUN

    def told(self) -> None:
        """It has been said: later starts use stills silently."""
        if self._found:
            self._found = _TOLD
            self._write(_TOLD)

    def forgive(self) -> None:
        """Try again: the user wishes it."""
        self._found = ""
        self.end()

    def begin(self) -> None:
        """Call before the first drawing of a run."""
        self._make_folder()
        if not self._is_of_another():
            self._write(_BEGUN)

    def end(self) -> None:
        """Call after it, also if it failed in a way that is no crash."""
        if self._is_of_another():
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("%s: cannot be removed: %s", self._path, error)
        self._lock.unlock()

    def _read(self) -> str:
        try:
            found = self._path.read_text(encoding="ascii", errors="replace").strip() or _BEGUN
        except OSError:
            return ""
        if self._is_of_another():
            return ""
        self._lock.unlock()
        return found

    def _is_of_another(self) -> bool:
        """Whether another program is drawing just now; if not, the lock is ours."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return False
        return self._lock.error() is QLockFile.LockError.LockFailedError

    def _make_folder(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.info("%s: cannot be made: %s", self._path.parent, error)

    def _write(self, word: str) -> None:
        """On the disk before the driver gets its turn: the machine may stop with it."""
        try:
            with self._path.open("w", encoding="ascii") as file:
                file.write(word)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            _log.info("%s: cannot be written: %s", self._path, error)
