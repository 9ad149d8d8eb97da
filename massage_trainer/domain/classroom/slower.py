"""Whether slower pairs may have more time just now, and why not."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.timeline import SegmentKind

_RESTING: Final = (SessionState.IDLE, SessionState.FINISHED)
_GAPS: Final = (Face.GET_READY, Face.RESUMING)


class NoWait(Enum):
    """Why they may not."""

    WORD = auto()  # it waits for a word anyway
    COUNT = auto()
    EASE = auto()
    MOST = auto()  # of the dose


def may_wait(countdown: Countdown) -> bool:
    """What ``Session.wait_for_others`` would do something in."""
    in_gap = countdown.face in _GAPS and countdown.state not in _RESTING
    return countdown.may_extend or in_gap


def no_wait(countdown: Countdown) -> NoWait | None:
    """The reason, while the lesson is on."""
    if countdown.state in _RESTING or may_wait(countdown):
        return None
    if countdown.waiting or countdown.segment.waits:
        return NoWait.WORD
    match countdown.segment.kind:
        case SegmentKind.COUNT:
            return NoWait.COUNT
        case SegmentKind.EASE_IN | SegmentKind.EASE_OUT:
            return NoWait.EASE
    return NoWait.MOST
