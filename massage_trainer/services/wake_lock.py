"""Keep the screen awake while a lesson runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from wakepy import Mode

_log = logging.getLogger(__name__)


class ScreenWakeLock:
    """The WakeLock over wakepy, in a thread of its own.

    wakepy asks the desktop over D-Bus; a desktop that hangs must not stop the countdown. It is
    imported at the first hold, because a start without a lesson need not pay for it.
    """

    def __init__(self) -> None:
        self._worker: ThreadPoolExecutor | None = None
        self._mode: Mode | None = None
        self._held = False

    def hold(self) -> None:
        if self._held:
            return
        self._held = True
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            self._worker = ThreadPoolExecutor(1, thread_name_prefix="wake-lock")
        self._worker.submit(self._activate)

    def release(self) -> None:
        if self._held and self._worker is not None:
            self._held = False
            self._worker.submit(self._deactivate)

    def close(self) -> None:
        """Give the screen back at the end; does not wait for a desktop that hangs."""
        self.release()
        if self._worker is not None:
            self._worker.shutdown(wait=False)
            self._worker = None

    def _activate(self) -> None:
        from wakepy import keep

        self._mode = keep.presenting(on_fail="pass")
        self._mode.__enter__()
        if not self._mode.active:
            _log.info("the screen may fall asleep: this desktop offers no way to keep it awake")

    def _deactivate(self) -> None:
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None
