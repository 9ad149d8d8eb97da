"""Writes to the disk in one worker thread, in their order, so that the window does not wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor


class Writer(QObject):
    """What was given here is written a moment later; ``settle`` and ``close`` wait for it.

    The worker only tries. What does not succeed is done again by the window's thread, which may
    recover and report, and so is all that was given after it: the order is kept.

    Signals:
        failed: a write did not succeed; emitted in the worker's thread.
    """

    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._closed = False
        self._jobs: list[Future[None]] = []
        self._again: list[Callable[[], object]] = []
        self.failed.connect(self.settle)

    def later(self, attempt: Callable[[], bool], again: Callable[[], object]) -> None:
        """Have this written; ``attempt`` touches no object of the window and answers whether it
        succeeded, ``again`` is the same with all that may follow from it, in this thread.
        """
        if self._closed:
            again()
            return
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            self._worker = ThreadPoolExecutor(1, thread_name_prefix="writer")
        # One that raised stays: ``wait`` raises it again, in this thread.
        self._jobs = [job for job in self._jobs if not job.done() or job.exception()]
        self._jobs.append(self._worker.submit(self._try, attempt, again))

    def wait(self) -> None:
        """Until the worker has tried everything."""
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.result()

    @Slot()
    def settle(self) -> None:
        """Everything is written, or was reported, when this returns."""
        self.wait()
        waiting, self._again = self._again, []
        for again in waiting:
            again()

    def close(self) -> None:
        """Write what waits, and end the worker; what comes later is written at once."""
        self._closed = True
        self.settle()
        if self._worker is not None:
            self._worker.shutdown(wait=True)
            self._worker = None

    def _try(self, attempt: Callable[[], bool], again: Callable[[], object]) -> None:
        if self._again or not attempt():
            self._again.append(again)
            self.failed.emit()
