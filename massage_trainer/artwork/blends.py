"""Half-way between two frames the program blends them: that is measured too, and mended."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from massage_trainer.artwork import movement, reach
from massage_trainer.artwork.acting import SIDE, Act, Acted, told
from massage_trainer.artwork.movement import Moment
from massage_trainer.artwork.reach import Measured
from massage_trainer.domain.errors import ContentError

# How often the way between two frames is halved where its blend goes wrong.
HALVINGS = 4


@dataclass(frozen=True, slots=True)
class Blend:
    """What is shown half-way between two neighbouring frames."""

    start: str
    end: str
    middle: Moment
    measured: Measured

    def faults(self, client: str) -> list[ContentError]:
        what = f"half-way from frame {self.start} to {self.end} ({client})"
        return told(self.middle.source, what, self.measured)


def solve_all(act: Act) -> list[ContentError]:
    """Solve every frame and what lies between; returns all that is wrong."""
    return act.solve() or [
        fault for blend in mended(act) for fault in blend.faults(act.kit.which.value)
    ]


def mended(act: Act) -> Iterator[Blend]:
    """All blends, measured; where one goes wrong, a step is solved in its place."""
    left = deque((a, b, HALVINGS) for a, b in act.plan.neighbours())
    while left:
        start, end, halvings = left.popleft()
        blend = half_way(act, start, end)
        if blend is None:
            continue
        if halvings and blend.measured.faults() and (step := _solved(act, blend)) is not None:
            act.add(start, end, blend.middle, step)
            name = blend.middle.name
            left.extendleft([(name, end, halvings - 1), (start, name, halvings - 1)])
        else:
            yield blend


def half_way(act: Act, start: str, end: str) -> Blend | None:
    """The figures blended; nothing where nobody's hands are on the client."""
    return _half_way(act, act.acted[start], act.acted[end])


def _half_way(act: Act, a: Acted, b: Acted) -> Blend | None:
    if a.practitioner is None or b.practitioner is None:
        return None
    middle = movement.middle(a.moment, b.moment)
    if a.client is b.client:
        skin, stage = act.stage(a.moment.name)
    else:
        skin, stage = act.stage_of(reach.blend(a.client, b.client, 0.5))
    measured = reach.measure(
        stage, reach.blend(a.practitioner, b.practitioner, 0.5), act.hands(middle, skin)
    )
    return Blend(a.moment.name, b.moment.name, middle, _of_touching(measured, a, b))


def _of_touching(measured: Measured, a: Acted, b: Acted) -> Measured:
    """A hand that hovers at an end, or turns to another of its parts, is only on its way."""
    if a.measured is None or b.measured is None:
        return measured
    both = {
        side
        for side in a.measured.contact_mm.keys() & b.measured.contact_mm.keys()
        if len({one.moment.nearer.hands[SIDE[side]].shape for one in (a, b)}) == 1
    }
    return replace(
        measured,
        contact_mm={side: gap for side, gap in measured.contact_mm.items() if side in both},
        off_target_mm={side: off for side, off in measured.off_target_mm.items() if side in both},
    )


def _solved(act: Act, blend: Blend) -> Acted | None:
    """The frame in the middle that is blended best with both ends; nothing if it is not reached."""
    a, b = (act.acted[name].practitioner for name in (blend.start, blend.end))
    if a is None or b is None:
        return None
    best: Acted | None = None
    least = float("inf")
    for near in (reach.blend(a, b, 0.5), a, b):
        acted = act.solved(blend.middle, near)
        if acted.faults(""):
            continue
        if (worst := _worst(act, blend, acted)) < least:
            best, least = acted, worst
        if least == 0.0:
            break
    return best


def _worst(act: Act, blend: Blend, acted: Acted) -> float:
    """How bad the worse half of the way is with this frame in the middle; 0 if nothing is wrong."""
    halves = []
    for ends in ((act.acted[blend.start], acted), (acted, act.acted[blend.end])):
        half = _half_way(act, *ends)
        halves.append(half.measured.badness if half and half.measured.faults() else 0.0)
    return max(halves)
