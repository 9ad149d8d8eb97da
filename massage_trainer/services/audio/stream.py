"""One sound on its way to the loudspeaker."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from operator import mul
from typing import Final

from massage_trainer.services.speech.pcm import RATE_HZ

FULL_SCALE: Final = 32768
# Short enough to be silence at once, long enough not to click.
FADE_FRAMES: Final = RATE_HZ // 200

Block = list[float]


class Stream:
    """Samples of 16 bits, and how far they are played; a looped one never ends.

    ``peak`` is its loudest moment, from 0 to 1. ``first_at`` is when a looped
    one begins, on the clock that ``seek`` is told.
    """

    def __init__(
        self,
        samples: Sequence[int],
        *,
        peak: float = 1.0,
        looped: bool = False,
        first_at: float = 0.0,
    ) -> None:
        self._samples = samples
        self.peak = peak
        self._looped = looped
        self._first_at = first_at
        self._position = 0
        self._gain: float | None = None

    @property
    def is_over(self) -> bool:
        return not self._looped and self._position >= len(self._samples)

    def seek(self, now: float) -> None:
        """Where a looped sound stands at this time; before its beginning it is silent."""
        frames = round((now - self._first_at) * RATE_HZ)
        self._position = frames if frames < 0 else frames % len(self._samples)

    def take(self, count: int, gain: float) -> Block:
        """The next frames; a change of the gain is spread over them."""
        block = self._next(count)
        old, self._gain = gain if self._gain is None else self._gain, gain
        if old == gain:
            return [sample * gain for sample in block]
        step = (gain - old) / count
        return [sample * (old + step * number) for number, sample in enumerate(block)]

    def fade_out(self, count: int) -> Block:
        """The last frames: quickly to silence."""
        length = min(count, FADE_FRAMES)
        gain = self._gain or 0.0
        ramp = [gain * (1 - number / length) for number in range(length)]
        return [*map(mul, self._next(length), ramp), *[0.0] * (count - length)]

    def _next(self, count: int) -> Sequence[int]:
        """As many samples as asked for, silence where there are none."""
        block = array("h")
        if self._position < 0:
            silent = min(-self._position, count)
            block.extend([0] * silent)
            self._position += silent
        while len(block) < count:
            part = self._samples[self._position : self._position + count - len(block)]
            block.extend(part)
            self._position += len(part)
            if self._position >= len(self._samples):
                if not self._looped:
                    break
                self._position = 0
        block.extend([0] * (count - len(block)))
        return block


def peak_of(samples: Sequence[int]) -> float:
    """The loudest moment of a sound, from 0 to 1."""
    return max(max(samples, default=0), -min(samples, default=0)) / FULL_SCALE


def beat_loop(sound: Sequence[int], period_ms: int) -> array[int]:
    """One period: a beat, then silence. At 48 frames a millisecond no period is rounded."""
    length = period_ms * RATE_HZ // 1000
    loop = array("h", sound[:length])
    loop.extend([0] * (length - len(loop)))
    return loop
