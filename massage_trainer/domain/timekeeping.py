"""Tell time that was served from time in which the computer slept or stalled."""

from dataclasses import dataclass

from massage_trainer.domain.protocol import Milliseconds

INTERRUPTION_MS = 5_000


@dataclass(frozen=True, slots=True)
class Lap:
    """What passed since the last look at the clocks."""

    elapsed_ms: Milliseconds
    interrupted: bool


class Stopwatch:
    """Compares two clocks: monotonic time may stop during sleep, boot time does not (Linux).

    A gap over five seconds in either is an interruption: nobody looked at the clock meanwhile.
    """

    def __init__(self) -> None:
        self._monotonic_ms = 0
        self._boot_ms = 0

    def reset(self, monotonic_ms: Milliseconds, boot_ms: Milliseconds) -> None:
        """Begin to measure here."""
        self._monotonic_ms, self._boot_ms = monotonic_ms, boot_ms

    def lap(self, monotonic_ms: Milliseconds, boot_ms: Milliseconds) -> Lap:
        """Measure since the last reset or lap, and begin again."""
        elapsed_ms = monotonic_ms - self._monotonic_ms
        on_boot_clock_ms = boot_ms - self._boot_ms
        self.reset(monotonic_ms, boot_ms)
        gap_ms = max(elapsed_ms, on_boot_clock_ms)
        return Lap(max(0, elapsed_ms), interrupted=gap_ms > INTERRUPTION_MS)
