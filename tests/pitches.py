"""Hears the tones of a recording in plain Python: one Goertzel filter for each semitone."""

import math
import wave
from array import array
from collections.abc import Iterator, Sequence
from operator import mul
from pathlib import Path

LOWEST_HZ = 493.88  # B4, below every tone of a cue
SEMITONES = 20
WINDOW_S = 0.024
HOP_S = 0.006


def read_wav(path: Path) -> tuple[array, int]:
    """The samples of a file of one channel, and how many of them are a second."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return array("h", file.readframes(file.getnframes())), file.getframerate()


class Ear:
    """Finds which semitones sound, in their order; 0 is the B under the middle of the treble."""

    def __init__(self, rate_hz: int) -> None:
        self._window = round(WINDOW_S * rate_hz)
        self._hop = round(HOP_S * rate_hz)
        hann = [math.sin(math.pi * n / self._window) ** 2 for n in range(self._window)]
        self._filters = []
        for semitone in range(SEMITONES):
            turn = math.tau * LOWEST_HZ * 2 ** (semitone / 12) / rate_hz
            self._filters.append(
                (
                    [weight * math.cos(turn * n) for n, weight in enumerate(hann)],
                    [weight * math.sin(turn * n) for n, weight in enumerate(hann)],
                )
            )

    def tones(self, samples: Sequence[float]) -> list[int]:
        """The semitone of each tone: a tone swells, and ends before the next one swells."""
        return [semitone for _, semitone in self.placed_tones(samples)]

    def placed_tones(self, samples: Sequence[float]) -> list[tuple[float, int]]:
        """The same, each with the seconds from the first sample to its loudest moment."""
        frames = list(self._frames(samples))
        loudest = max((power for power, _ in frames), default=0.0)
        found: list[tuple[float, int]] = []
        best: tuple[float, int, int] | None = None
        for number, (power, semitone) in enumerate(frames):
            if best is not None and power < 0.15 * best[0]:
                found.append((best[2] * HOP_S + WINDOW_S / 2, best[1]))
                best = None
            elif power > (0.25 * loudest if best is None else best[0]):
                best = (power, semitone, number)
        if best is not None:
            found.append((best[2] * HOP_S + WINDOW_S / 2, best[1]))
        return found

    def _frames(self, samples: Sequence[float]) -> Iterator[tuple[float, int]]:
        padded = [*samples, *[0] * self._window]
        for start in range(0, len(padded) - self._window, self._hop):
            frame = padded[start : start + self._window]
            if max(frame) < 30:  # of 32767: nothing sounds, and a search would take long
                yield 0.0, 0
                continue
            powers = [
                sum(map(mul, frame, cosine)) ** 2 + sum(map(mul, frame, sine)) ** 2
                for cosine, sine in self._filters
            ]
            power = max(powers)
            yield power, powers.index(power)
