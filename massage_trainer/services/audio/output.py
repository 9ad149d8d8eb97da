"""Keeps a loudspeaker open while there is something to hear, and finds one again after a fault."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import Enum, auto
from threading import Event, Thread
from typing import Any, Final, TypeVar

from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.calls import Call
from massage_trainer.services.audio.devices import Device, DeviceError, close_device
from massage_trainer.services.audio.mixer import Mixer

_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited for what, in seconds."""

    answer: float = 1.0  # a sound server that takes longer is frozen
    attempt: float = 10.0  # then another attempt is made beside the one that hangs
    looks: float = 0.9  # a device that does not ask for sound so long is gone
    settling: float = 1.5  # and so much longer after it was opened: a server may fill up first
    between_looks: float = 0.2
    between_checks: float = 3.0  # whether what is open is more than a dummy
    first_retry: float = 0.5
    last_retry: float = 5.0
    idle: float = 60.0  # of silence; then the device is given back
    end: float = 0.5


# Attempts that hang at the same time; no more are made until one has come back.
MOST_HANGING: Final = 3


class _End(Enum):
    """Why an open device is given back."""

    IDLE = auto()
    LOST = auto()


class Output:
    """One thread that never calls the sound library itself, so it always knows how things stand.

    Every such call runs in a ``Call``. ``tell`` gets each change of the state, in this thread.
    """

    def __init__(
        self,
        mixer: Mixer,
        open_device: Callable[[Generator[bytes, int, None]], Device],
        prepare: Callable[[], None],
        tell: Callable[[SoundState], None],
        patience: Patience | None = None,
    ) -> None:
        self._mixer = mixer
        self._open_device = open_device
        self._prepare = prepare
        self._tell = tell
        self._patience = patience or Patience()
        self._hanging: list[Call[Any]] = []
        self._serving: object = None
        self._closing = Event()
        self._awake = Event()
        self._kept = False
        self.is_open = False  # what is ordered now is heard now
        self.state = SoundState.READY
        mixer.on_order(self.wake)
        self._thread = Thread(target=self._run, name="sound-output", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """There is something to hear: open the device, or try again now."""
        self._awake.set()

    def keep_open(self, *, on: bool) -> None:
        """Whether the device is kept in silence, too: opening one may take longer than a cue."""
        self._kept = on
        if on:
            self.wake()

    def close(self) -> None:
        """Give the device back; a frozen server is not waited for long."""
        self._closing.set()
        self._awake.set()
        self._thread.join(self._patience.end)

    def _run(self) -> None:
        retry = self._patience.first_retry
        try:
            while not self._closing.is_set():
                device = self._opened()
                if device is None:
                    self._rest(retry)
                    retry = min(2 * retry, self._patience.last_retry)
                    continue
                retry = self._patience.first_retry
                self._become(SoundState.READY)
                self.is_open = True
                end = self._serve(device)
                self.is_open = False
                if end is _End.LOST:
                    self._mixer.restart()
                self._give_back(device)
                if end is _End.IDLE:
                    self._awake.wait()
        except ImportError:
            self._become(SoundState.NO_LIBRARY)

    def _opened(self) -> Device | None:
        """A running loudspeaker; None where there is none now. Raises ImportError."""
        self._hanging = [call for call in self._hanging if not call.wait(0)]
        if len(self._hanging) >= MOST_HANGING:
            return None
        self._awake.clear()
        serving = self._serving = object()

        def begin() -> Device:
            self._prepare()
            return self._open_device(self._feed(serving))

        call = Call(begin, close_device)
        try:
            return self._answer(call, self._patience.attempt)
        except (DeviceError, OSError):
            self._become(SoundState.NO_DEVICE)
            return None

    def _feed(self, serving: object) -> Generator[bytes, int, None]:
        """What one device plays; one that was given up gets silence if it ever comes back."""
        count = yield b""
        while True:
            count = yield self._mixer.mix(count) if serving is self._serving else bytes(4 * count)

    def _serve(self, device: Device) -> _End:
        """Look after a running device until it is lost, or nobody needs it."""
        patience = self._patience
        mixer = self._mixer
        begun_at = checked_at = time.monotonic()
        late = 0
        check: Call[bool] | None = None
        try:
            while not self._closing.wait(patience.between_looks):
                now = time.monotonic()
                last = max(mixer.looked_at, begun_at + patience.settling)
                late = late + 1 if now - last > patience.looks else 0
                # Twice: a process that stood still as a whole would look the same once.
                if late > 1:
                    return _End.LOST
                # A check may take long; a device that asks for sound is not frozen for all that.
                if check is None and now - checked_at > patience.between_checks:
                    check = Call(device.is_real)
                elif check is not None and check.wait(0):
                    if not _is_true(check):
                        self._become(SoundState.NO_DEVICE)
                        return _End.LOST
                    checked_at, check = now, None
                if now - max(mixer.heard_at, begun_at) > patience.idle and self._may_rest():
                    return _End.IDLE
            return _End.IDLE
        finally:
            if check is not None:
                self._hanging.append(check)

    def _may_rest(self) -> bool:
        """Nothing sounds; an order from now on wakes, and the clearing cannot swallow it."""
        self._awake.clear()
        return self._mixer.is_idle and not self._kept

    def _give_back(self, device: Device) -> None:
        self._serving = None
        self._answer(Call(device.close), self._patience.attempt)

    def _answer(self, call: Call[_Given], most_s: float) -> _Given | None:
        """What the call gives; None if it hangs so long that it is given up."""
        step = min(self._patience.answer, most_s)
        waited = 0.0
        while not call.wait(step):
            if self._closing.is_set():
                call.abandon()
                return None
            waited += step
            self._become(SoundState.FROZEN)
            if waited >= most_s:
                call.abandon()
                self._hanging.append(call)
                return None
        return call.result()

    def _rest(self, seconds: float) -> None:
        """Before the next attempt; something to hear makes it come sooner, but not at once."""
        if not self._closing.wait(min(seconds, self._patience.first_retry)):
            self._awake.wait(max(seconds - self._patience.first_retry, 0.0))

    def _become(self, state: SoundState) -> None:
        if state is not self.state and not self._closing.is_set():
            self.state = state
            self._tell(state)


def _is_true(check: Call[bool]) -> bool:
    try:
        return check.result()
    except OSError:
        return False
