"""Which moment of a plate's movement is shown when: the hands go through a step with its phases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.plate import Meaning
from massage_trainer.domain.timeline import SegmentKind

if TYPE_CHECKING:
    from massage_trainer.domain.plate import Moment, Plate
    from massage_trainer.domain.protocol import Milliseconds
    from massage_trainer.domain.timeline import Segment

EASE_IN_MS: Final = 5_000  # hands sink into a point no faster
EASE_OUT_MS: Final = 3_000
SLOW_MS: Final = 2_000  # a moment of work that has no cadence of its own: time to look at it
_SHORT: Final = 3  # of a short hold, easing in and out take a third each at most


def moment_at(
    plate: Plate,
    segment: Segment,
    elapsed_ms: Milliseconds,
    duration_ms: Milliseconds,
    *,
    moves: bool = True,
) -> str:
    """The name of the moment in which the hands are now.

    Without ``moves`` only the phases of a hold change the picture, and nothing goes round.
    """
    left_ms = elapsed_ms
    stretches = _stretches(plate, segment, duration_ms, moves=moves)
    for stretch in stretches[:-1]:
        if left_ms < stretch.lasts_ms:
            return stretch.at(left_ms)
        left_ms -= int(stretch.lasts_ms)
    return stretches[-1].at(left_ms)


def moments_of(plate: Plate, segment: Segment, *, moves: bool = True) -> tuple[str, ...]:
    """The moments that a segment shows, in the order in which they come."""
    stretches = _stretches(plate, segment, segment.duration_ms, moves=moves)
    return tuple(dict.fromkeys(name for stretch in stretches for name in stretch.names))


class _Stretch(NamedTuple):
    """Some moments one after the other, each as long as the others; ``round_ms`` where again."""

    names: Sequence[str]
    lasts_ms: float = math.inf
    round_ms: int = 0

    def at(self, ms: int) -> str:
        if self.round_ms:
            ms, whole_ms = ms % self.round_ms, float(self.round_ms)
        else:
            whole_ms = max(1.0, self.lasts_ms)
        return self.names[min(int(ms * len(self.names) / whole_ms), len(self.names) - 1)]


def _stretches(
    plate: Plate, segment: Segment, duration_ms: int, *, moves: bool
) -> tuple[_Stretch, ...]:
    still = _Stretch((plate.main,))
    phases = _Phases(plate, moves=moves)
    match segment.kind:
        case SegmentKind.EASE_IN:
            return (_Stretch(phases.way_in, duration_ms),)
        case SegmentKind.HOLD:
            return (phases.held,)
        case SegmentKind.EASE_OUT:
            return (_Stretch(phases.way_out, duration_ms),)
        case SegmentKind.REST:
            return (_Stretch((phases.off,)),)
        case SegmentKind.WORK if phases.is_held or (segment.point_id and phases.is_pressed):
            in_ms, out_ms = (min(ms, duration_ms // _SHORT) for ms in (EASE_IN_MS, EASE_OUT_MS))
            return (
                _Stretch(phases.way_in, in_ms),
                phases.held._replace(lasts_ms=duration_ms - in_ms - out_ms),
                _Stretch(phases.way_out, out_ms),
            )
        case SegmentKind.WORK | SegmentKind.COUNT if moves:
            return (_round(_names(plate.moments), segment.cadence_ms),)
    return (still,)


class _Phases:
    """A plate's moments around those in which the hands press."""

    def __init__(self, plate: Plate, *, moves: bool) -> None:
        names = _names(plate.moments)
        meanings = [each.meaning for each in plate.moments]
        pressed = [at for at, meaning in enumerate(meanings) if meaning is Meaning.PRESS]
        middle = pressed or [names.index(plate.main)]
        before, held = names[: middle[0]], names[middle[0] : middle[-1] + 1]
        after = names[middle[-1] + 1 :] or before[::-1]
        self.is_pressed = bool(pressed)
        self.is_held = len(pressed) == 1 and Meaning.MOVE not in meanings
        self.way_in = before or held[:1]
        self.way_out = after or held[-1:]
        self.held = _round(held)
        if not moves:
            self.way_in, self.way_out = self.way_in[-1:], self.way_out[:1]
            self.held = _Stretch((plate.main if plate.main in held else held[0],))
        found = dict(zip(reversed(meanings), reversed(names), strict=True))
        off = (found[each] for each in (Meaning.REST, Meaning.OUT, Meaning.IN) if each in found)
        self.off = next(off, plate.main)  # hands off, or as far off as this plate has it


def _round(names: Sequence[str], round_ms: int = 0) -> _Stretch:
    return _Stretch(names, round_ms=round_ms or SLOW_MS * len(names))


def _names(moments: Sequence[Moment]) -> tuple[str, ...]:
    return tuple(each.name for each in moments)
