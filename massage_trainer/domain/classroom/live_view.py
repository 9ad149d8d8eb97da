"""How a class sees the living body: whether it does, from where, and standing in which frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, Layers

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.stage import Camera


@dataclass(frozen=True, slots=True)
class LiveView:
    """``camera`` None sees what the still shows; ``frame`` is a key frame to stand in meanwhile."""

    on: bool = False
    camera: Camera | None = None
    frame: str = ""
    layers: Layers = DEFAULT_LAYERS

    def switched(self, *, on: bool) -> LiveView:
        """Live or still, seen as the still shows it: only so are both the same picture."""
        return replace(self, on=on, camera=None, frame="")


class ClassMoment(NamedTuple):
    """The clock of a lesson as a picture needs it; without ``moves`` key frames only fade."""

    countdown: Countdown
    moves: bool = True
