"""The real clocks. Only this module reads the operating system's time."""

import sys
import time
from datetime import UTC, datetime
from typing import Final

_NS_PER_MS: Final = 1_000_000
_BY_PLATFORM: Final = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
BOOT_CLOCK: Final[int | None] = getattr(time, _BY_PLATFORM.get(sys.platform, ""), None)


class SystemClock:
    """Monotonic time for measuring, and boot time to notice that the computer slept.

    Linux: Python's monotonic clock stands still during sleep, CLOCK_BOOTTIME does not. macOS:
    Python's stands still too, CLOCK_MONOTONIC does not. Windows: the monotonic clock counts sleep.
    """

    def now_ms(self) -> int:
        return time.monotonic_ns() // _NS_PER_MS

    def boot_ms(self) -> int:
        if BOOT_CLOCK is None:
            return self.now_ms()
        return time.clock_gettime_ns(BOOT_CLOCK) // _NS_PER_MS


class SystemCalendar:
    """The time of day by the computer's clock."""

    def now(self) -> str:
        return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> str:
        return datetime.now().astimezone().date().isoformat()
