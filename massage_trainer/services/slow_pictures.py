"""Remembers which driver drew moving pictures too slowly, and in how many runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "drawing.slow"
_ENOUGH: Final = 2  # runs; in one of them something else may have kept the computer busy
_MOST: Final = 1_000  # characters; a driver's name is shorter
_log = logging.getLogger(__name__)


class SlowPictures:
    """The name of the driver and a number of runs, one a line; what cannot be read is nothing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._runs, self._device = self._read()

    @property
    def is_sure(self) -> bool:
        """Whether pictures need not be tried again, unless another driver draws them."""
        return self._runs >= _ENOUGH

    def is_of(self, device: str) -> bool:
        return bool(self._runs) and self._device == device

    def note(self, device: str) -> bool:
        """In this run they came too slowly; answers whether that is news."""
        is_news = not self.is_of(device)
        self._runs, self._device = (1 if is_news else self._runs + 1), device
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(f"{device}\n{self._runs}\n", encoding="utf-8")
        except OSError as error:
            _log.info("%s: cannot be written: %s", self._path, error)
        return is_news

    def forget(self) -> None:
        """Try again: the user wishes it, or something else draws now."""
        self._runs, self._device = 0, ""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("%s: cannot be removed: %s", self._path, error)

    def _read(self) -> tuple[int, str]:
        try:
            with self._path.open(encoding="utf-8") as file:
                device, runs, *_ = [*file.read(_MOST).splitlines(), "", ""]
            return max(0, int(runs)), device
        except (OSError, ValueError):
            return 0, ""
