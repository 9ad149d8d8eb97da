"""Light beats of both hands in turn: quick where the practitioner stands, slow where they sway."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.plate import Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.scene_plates import ScenePlate
    from massage_trainer.domain.stage import Scene

# Of the catalogue: loose fists, and pats and chops.
BEATEN: Final = frozenset({"dam", "vo-chat"})
# From one hand's beat to the other's. Lessons say "evenly" and "quickly" and no number; of a
# picture that is drawn twelve times a second six are seen of each beat.
BEAT_MS: Final = 500.0
_SWAY: Final = 0.12  # metres a second that the practitioner's body moves at most
_PLACE_MS: Final = 2_500.0  # at one place, where the lesson does not say how long a pass takes
_PRACTITIONER: Final = 1  # which figure


@dataclass(frozen=True, slots=True)
class Beats:
    """A round over key frames, there and back: each beat goes from one frame to its neighbour."""

    legs: tuple[tuple[int, bool, float], ...]  # number, backwards, how long

    @classmethod
    def over(cls, leg_ms: Sequence[float], round_ms: float = 0) -> Beats:
        """As many beats at each place as there is time for; an odd number comes further."""
        place_ms = round_ms / (2 * len(leg_ms)) if round_ms else _PLACE_MS
        there = []
        for leg, ms in enumerate(leg_ms):
            beats = max(1, round((place_ms / ms - 1) / 2) * 2 + 1)
            there += [(leg, beat % 2 == 1, ms) for beat in range(beats)]
        back = [(leg, not backwards, ms) for leg, backwards, ms in reversed(there)]
        return cls((*there, *back))

    @property
    def ms(self) -> float:
        """How long a round takes."""
        return sum(ms for _, _, ms in self.legs)

    def at(self, share: float) -> tuple[int, float]:
        """On which leg the hands are in that part of a round, and how far on it."""
        left_ms = share * self.ms
        for leg, backwards, ms in self.legs:
            if left_ms < ms:
                return leg, 1 - left_ms / ms if backwards else left_ms / ms
            left_ms -= ms
        return 0, 0.0


def beaten_legs(scene: Scene, plate: ScenePlate, begins: str) -> tuple[tuple[str, ...], ...]:
    """The frames from each beat to the next; none where hands do not beat there and back."""
    keys = [at for at, name in enumerate(plate.path) if name in scene.meanings]
    names = [plate.path[at] for at in keys]
    there = list(dict.fromkeys(names))
    pressed = all(scene.meanings[name] == Meaning.PRESS.value for name in there)
    back = there[-2:0:-1] if plate.loop else []
    if len(there) < 2 or not pressed or names != [*there, *back] or there[0] != begins:
        return ()
    return tuple(plate.path[a : b + 1] for a, b in pairwise(keys[: len(there)]))


def leg_ms(scene: Scene, leg: Sequence[str]) -> float:
    """How long a beat takes."""
    if len(scene.figures) <= _PRACTITIONER:
        return BEAT_MS
    frames = scene.figures[_PRACTITIONER].frames
    one, other = (frames[name].root.at for name in (leg[0], leg[-1]))
    sway = max(abs(a - b) for a, b in zip(one, other, strict=True))
    return max(BEAT_MS, 1_000 * sway / _SWAY)
