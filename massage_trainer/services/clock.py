"""The real clocks. Only this module reads the operating system's time."""

import sys
import time
from typing import Final

_NS_PER_MS: Final = 1_000_000


class SystemClock:
    """Monotonic time for measuring, and boot time to notice that the computer slept.

    Linux: Python's monotonic clock stands still during sleep, CLOCK_BOOTTIME does not. macOS:
    Python's stands still too, CLOCK_MONOTONIC does not. Windows: the monotonic clock counts sleep.
    """

    def now_ms(self) -> int:
        return time.monotonic_ns() // _NS_PER_MS

    def boot_ms(self) -> int:
        if sys.platform == "linux":
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // _NS_PER_MS
        if sys.platform == "darwin":
            return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _NS_PER_MS
        return self.now_ms()
