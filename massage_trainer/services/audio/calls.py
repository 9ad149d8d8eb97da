"""A call that may never come back, in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

from massage_trainer.domain.errors import TrainerError

_Given = TypeVar("_Given")


class Call(Generic[_Given]):
    """Runs ``work`` at once; whoever waits for it decides how long.

    ``undo`` gets what comes after the call was abandoned. The thread is a daemon: the program
    ends without it.
    """

    def __init__(
        self, work: Callable[[], _Given], undo: Callable[[_Given], object] | None = None
    ) -> None:
        self._work = work
        self._undo = undo
        self._lock = Lock()
        self._abandoned = False
        self._ended = Event()
        self._given: list[_Given] = []
        self._error: Exception | None = None
        Thread(target=self._run, name="sound-call", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether it has come back by then."""
        return self._ended.wait(seconds)

    def result(self) -> _Given:
        """What came back; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._given[0]

    def abandon(self) -> None:
        """Nobody waits any more: what has come back, or will, is undone."""
        with self._lock:
            self._abandoned = True
            late = self._ended.is_set()
        if late:
            self._undo_given()

    def _run(self) -> None:
        try:
            self._given.append(self._work())
        except (ImportError, OSError, TrainerError) as error:
            self._error = error
        with self._lock:
            self._ended.set()
            late = self._abandoned
        if late:
            self._undo_given()

    def _undo_given(self) -> None:
        """In a thread of its own again: undoing may block as well."""
        undo = self._undo
        if undo is not None and self._given:
            Call(partial(undo, self._given[0]))
