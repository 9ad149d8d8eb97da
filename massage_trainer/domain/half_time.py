"""When half of a time is over, the same for the signal and for the voice."""

from typing import Final

from massage_trainer.domain.protocol import Milliseconds
from massage_trainer.domain.timeline import SegmentKind

FROM_MS: Final = 60_000  # half time is told of work and holds as long as this or longer


def half_time_s(kind: SegmentKind, whole_ms: Milliseconds) -> int | None:
    """How many seconds are left then; None: half time is not told."""
    told = kind in (SegmentKind.WORK, SegmentKind.HOLD) and whole_ms >= FROM_MS
    return -(-whole_ms // 2_000) if told else None
