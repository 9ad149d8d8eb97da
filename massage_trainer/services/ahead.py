"""Work done ahead in one worker thread: what was wished is there when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_Made = TypeVar("_Made")


class Ahead:
    """Keeps only what was wished last; call ``close`` at the end."""

    def __init__(self, thread_name: str) -> None:
        self._thread_name = thread_name
        self._made: dict[Hashable, Future[Any]] = {}
        self._worker: ThreadPoolExecutor | None = None
        self._closed = False

    def prepare(self, jobs: Mapping[Hashable, Callable[[], object]]) -> None:
        """Do these in their order, and forget everything else."""
        if self._closed:
            return
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            self._worker = ThreadPoolExecutor(1, thread_name_prefix=self._thread_name)
        for key in [key for key in self._made if key not in jobs]:
            self._made.pop(key).cancel()
        for key, job in jobs.items():
            if key not in self._made:
                self._made[key] = self._worker.submit(job)

    def take(self, key: Hashable, job: Callable[[], _Made], *, keep: bool = False) -> _Made:
        """What ``job`` makes: at once if it was prepared, else made now (and kept if wished)."""
        future = self._made.get(key)
        # Not begun: the worker is busy with another; doing it here is faster than waiting in line.
        if future is None or future.cancel():
            made = job()
            if keep or future is not None:
                from concurrent.futures import Future

                future = self._made[key] = Future()
                future.set_result(made)
            return made
        result: _Made = future.result()
        return result

    def close(self) -> None:
        """End the worker for good: a wish that comes late is not done ahead any more."""
        self._closed = True
        self._made.clear()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None
