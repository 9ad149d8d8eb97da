"""A recorded take made ready: cut to the voice, and as loud as the other voices."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from itertools import compress, count
from operator import mul
from typing import Final

from massage_trainer.services.speech.pcm import RATE_HZ, Pcm

BLOCK: Final = RATE_HZ // 50
FULL_SCALE: Final = 32767
# A voice is what comes within this part of the loudest moment; breath before and after stays.
VOICE: Final = 0.06
MARGIN_S: Final = 0.12
# The loudness aimed at, and how far a quiet or loud teacher is moved towards it.
LOUDNESS: Final = 0.1
MOST_GAIN: Final = 8.0
PEAK: Final = 0.9
# Less than that is the noise of an open input.
SILENCE: Final = 0.004


def level(samples: Sequence[int]) -> float:
    """The root mean square, from 0 to 1."""
    if not samples:
        return 0.0
    return math.sqrt(sum(map(mul, samples, samples)) / len(samples)) / FULL_SCALE


def ready(samples: array[int]) -> Pcm | None:
    """The take as it is kept; None: nobody spoke."""
    levels = [level(samples[start : start + BLOCK]) for start in range(0, len(samples), BLOCK)]
    loudest = max(levels, default=0.0)
    if loudest < SILENCE:
        return None
    voiced = list(compress(count(), (one >= VOICE * loudest for one in levels)))
    margin = round(MARGIN_S * RATE_HZ)
    begin = max(voiced[0] * BLOCK - margin, 0)
    voice = samples[begin : (voiced[-1] + 1) * BLOCK + margin]
    spoken = math.sqrt(sum(levels[number] ** 2 for number in voiced) / len(voiced))
    peak = max(map(abs, voice)) / FULL_SCALE
    gain = min(LOUDNESS / spoken, MOST_GAIN, PEAK / peak)
    return Pcm(array("h", (round(sample * gain) for sample in voice)))
