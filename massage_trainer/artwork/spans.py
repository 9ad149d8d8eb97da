"""The spans of one body, measured with a tape: how long its cun is in each region."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.skin import Skin
from massage_trainer.artwork.triangles import Place
from massage_trainer.domain.catalog import CunSpan, Landmark
from massage_trainer.domain.cun import is_along_limb, metres_per_cun


@dataclass(frozen=True, slots=True)
class MeasuredSpan:
    """One span: metres per cun, where it runs, and whether it is a limb's."""

    metres: float
    ends: tuple[Floats, Floats]
    along_limb: bool

    def distance(self, point: Floats) -> float:
        """From a point of space to the straight line between the ends."""
        a, b = self.ends
        share = float(np.clip((point - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1))
        return float(np.linalg.norm(a + (b - a) * share - point))


def measure(
    span: CunSpan, skin: Skin, place: Callable[[str], Place], landmarks: Mapping[str, Landmark]
) -> MeasuredSpan:
    a, b = place(span.a), place(span.b)
    ends = skin.xyz(a), skin.xyz(b)
    length = skin.path(a, b).length if span.along_skin else float(np.linalg.norm(ends[0] - ends[1]))
    axes = [go for end in (span.a, span.b) if end in landmarks for go in landmarks[end].axes]
    return MeasuredSpan(metres_per_cun(length, span.cun), ends, is_along_limb(axes))


def nearest_first(spans: Mapping[str, MeasuredSpan], point: Floats) -> list[tuple[str, bool]]:
    """The spans in the order in which they lie from a place, and whether each is a limb's."""
    order = sorted(spans, key=lambda name: spans[name].distance(point))
    return [(name, spans[name].along_limb) for name in order]
