"""Stand-ins for what sounds: a loudspeaker that a test holds in its hands, and voices."""

from array import array
from collections.abc import Callable
from threading import Event, Thread

from massage_trainer.services.audio.devices import DeviceError
from massage_trainer.services.audio.output import Patience
from massage_trainer.services.speech.pcm import Pcm
from massage_trainer.services.speech.system_voices import Spoken

LONG = 10.0
# Nothing is waited for longer than a test can see.
HASTY = Patience(
    answer=0.25,  # a busy machine starts a thread late
    attempt=0.5,
    looks=0.1,
    settling=0.1,
    between_looks=0.02,
    between_checks=0.05,
    first_retry=0.02,
    last_retry=0.04,
    idle=60.0,
    end=LONG,
)
BUFFER = 480


class FakeLoudspeaker:
    """Asks for sound every few milliseconds from a thread of its own, as a real one does."""

    def __init__(self, feed) -> None:
        next(feed)
        self._feed = feed
        self._closed = Event()
        self._lost = Event()
        self.real = True
        self.check_gate: Event | None = None
        self.checks = 0
        self.heard = array("f")
        self.is_closed = False
        self.close_gate: Event | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def lose(self) -> None:
        """Unplugged: it never asks again."""
        self._lost.set()

    def close(self) -> None:
        if self.close_gate is not None:
            self.close_gate.wait(LONG)
        self._closed.set()
        self._thread.join(LONG)
        self.is_closed = True

    def is_real(self) -> bool:
        self.checks += 1
        if self.check_gate is not None:
            self.check_gate.wait(LONG)
        return self.real

    def _run(self) -> None:
        while not self._closed.wait(0.002):
            if not self._lost.is_set():
                self.heard.extend(array("f", self._feed.send(BUFFER)))


class FakeSystem:
    """Opens a loudspeaker, unless there is none, it hangs, or the library is missing."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.gate: Event | None = None
        self.close_gate: Event | None = None
        self.opened: list[FakeLoudspeaker] = []

    def open(self, feed) -> FakeLoudspeaker:
        error = self.error
        if self.gate is not None:
            self.gate.wait(LONG)
        if error is not None:
            raise error
        loudspeaker = FakeLoudspeaker(feed)
        loudspeaker.close_gate = self.close_gate
        self.opened.append(loudspeaker)
        return loudspeaker


NO_DEVICE = DeviceError("none")


class FakeVoices:
    """Says what a test put in for a text; ``gate`` holds a line back while it is made."""

    def __init__(self) -> None:
        self.sounds: dict[str, Pcm | Spoken | None] = {}
        self.asked: list[str] = []
        self.volume = 1.0
        self.stopped = False
        self.gate: Event | None = None
        self.error: ImportError | None = None
        self.on_render: Callable[[], None] | None = None

    def render(self, line, stop, volume):
        self.asked.append(line.text)
        self.volume = volume
        if self.error is not None:
            raise self.error
        if self.on_render is not None:
            self.on_render()
        gate = self.gate
        if gate is not None:
            while not stop.wait(0.002) and not gate.is_set():
                pass
        self.stopped = stop.is_set()
        return self.sounds.get(line.text)
