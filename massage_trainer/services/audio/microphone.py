"""The Microphone of the program: a thread for each take, and none while nobody records."""

from __future__ import annotations

import contextlib
import time
from array import array
from collections.abc import Callable, Generator
from threading import Event, Thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.calls import Call
from massage_trainer.services.audio.devices import (
    Device,
    DeviceError,
    close_device,
    open_microphone,
)
from massage_trainer.services.audio.take import level, ready
from massage_trainer.services.speech.pcm import MOST_SECONDS, RATE_HZ, Pcm

ANSWER_S: Final = 2.0  # a sound server that takes longer is frozen
LOOK_S: Final = 0.1
LOST_S: Final = 1.0  # a microphone that gives nothing so long is gone

OpenMicrophone = Callable[[Generator[None, bytes, None]], Device]
Tell = Callable[[object], None]


class MicrophoneInput(QObject):
    """Records from whatever microphone the system has chosen.

    Signals: ``recorded`` (Pcm), ``failed`` (SoundState), ``level_changed`` (0.0 to 1.0).
    """

    recorded = Signal(object)
    failed = Signal(SoundState)
    level_changed = Signal(float)
    _told = Signal(object, object)

    def __init__(
        self, parent: QObject | None = None, *, open_device: OpenMicrophone = open_microphone
    ) -> None:
        super().__init__(parent)
        self._open_device = open_device
        self._take: _Take | None = None
        self._told.connect(self._follow, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """A new take; one that runs is thrown away."""
        self.close()
        self._take = _Take(self._open_device, self._tell)

    def stop(self) -> None:
        if self._take is not None:
            self._take.stop()

    def close(self) -> None:
        if self._take is not None:
            take, self._take = self._take, None
            take.stop()

    def _tell(self, take: _Take, news: object) -> None:
        with contextlib.suppress(RuntimeError):  # the windows are gone already
            self._told.emit(take, news)

    @Slot(object, object)
    def _follow(self, take: _Take, news: object) -> None:
        """In the windows' thread: what a take tells, unless it was thrown away."""
        if take is not self._take:
            return
        match news:
            case float():
                self.level_changed.emit(news)
            case Pcm():
                self._take = None
                self.recorded.emit(news)
            case SoundState():
                self._take = None
                self.failed.emit(news)


class _Take:
    """One recording, from the opening of the microphone to the finished sound."""

    def __init__(self, open_device: OpenMicrophone, tell: Callable[[_Take, object], None]) -> None:
        self._open_device = open_device
        self._tell = tell
        self._samples = array("h")
        self._given_at = 0.0
        self._stop = Event()
        Thread(target=self._run, name="sound-microphone", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def _run(self) -> None:
        opening = Call(lambda: self._open_device(self._collect()), close_device)
        if not opening.wait(ANSWER_S):
            opening.abandon()
            self._tell(self, SoundState.FROZEN)
            return
        try:
            device = opening.result()
        except ImportError:
            self._tell(self, SoundState.NO_LIBRARY)
        except (DeviceError, OSError):
            self._tell(self, SoundState.NO_DEVICE)
        else:
            complete = self._listen()
            Call(device.close).wait(LOST_S)
            # The last look came after the end: nobody would play a take that is longer.
            taken = ready(self._samples[: MOST_SECONDS * RATE_HZ]) if complete else None
            self._tell(self, taken or SoundState.NO_DEVICE)

    def _listen(self) -> bool:
        """Until it is stopped or the longest take is full; False: the microphone is gone."""
        self._given_at = time.monotonic()
        shown = 0
        while not self._stop.wait(LOOK_S):
            taken = len(self._samples)
            if taken >= MOST_SECONDS * RATE_HZ:
                return True
            if time.monotonic() - self._given_at > LOST_S:
                return False
            self._tell(self, min(1.0, level(self._samples[shown:taken])))
            shown = taken
        return True

    def _collect(self) -> Generator[None, bytes, None]:
        """What the device's own thread fills."""
        while True:
            self._samples.frombytes((yield))
            self._given_at = time.monotonic()
