"""Draws the cue sounds of every theme into assets/audio/themes; the standard library is enough.

A cue is known by its pitch pattern alone, so all themes share the table of patterns and differ in
their timbre. No two cues rise and fall in the same way; the two single tones lie a fifth apart.
"""

import math
import sys
import wave
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RATE_HZ: Final = 24_000
# The root mean square of every file: 16 dB under full scale leaves room for the blows of wood.
LOUDNESS: Final = 0.16
ATTACK_S: Final = 0.012
RELEASE_S: Final = 0.04

C5, D5, E5, G5, A5, C6, E6 = 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5, 1318.51
SHARP_A5: Final = 932.33


@dataclass(frozen=True, slots=True)
class Pattern:
    """Tones of equal length; the last one rings on."""

    hertz: tuple[float, ...]
    tone_s: float = 0.11
    last_s: float = 0.2


# From file stem to pattern. What is heard often is short.
PATTERNS: Final[Mapping[str, Pattern]] = {
    "get-ready": Pattern((E5, E5, A5)),
    "three": Pattern((G5, G5, G5), 0.09, 0.11),
    "two": Pattern((G5, G5), 0.09, 0.11),
    "one": Pattern((G5,), last_s=0.14),
    "start": Pattern((C5, G5, C6), last_s=0.32),
    "half": Pattern((G5, C6, G5)),
    "least": Pattern((E5, A5)),
    "side": Pattern((C5, A5, C5, A5)),
    "repetition": Pattern((E6, C6), 0.08, 0.12),
    "beat": Pattern((C5,), last_s=0.09),
    "rest": Pattern((E5, D5, E5), 0.13, 0.26),
    "step-end": Pattern((C6, G5, C5), last_s=0.32),
    "lesson-end": Pattern((G5, E5, C5, E5, C6), 0.16, 0.6),
    "interrupted": Pattern((E6, SHARP_A5, E6, SHARP_A5)),
    "stop": Pattern((C6, C6, C5), 0.1, 0.34),
}


@dataclass(frozen=True, slots=True)
class Partial:
    """One sine of a timbre: its pitch as a multiple, its part, and how fast it fades."""

    multiple: float
    part: float
    fade_per_s: float


# Soft: nearly a sine. Wood: a bar struck with a soft mallet, its overtone two octaves up.
THEMES: Final[Mapping[str, tuple[Partial, ...]]] = {
    "soft": (Partial(1, 1.0, 2.0), Partial(2, 0.18, 6.0), Partial(3, 0.05, 9.0)),
    "wood": (Partial(1, 1.0, 9.0), Partial(3.93, 0.35, 30.0), Partial(9.2, 0.08, 70.0)),
}


def main(folder: Path) -> None:
    for theme, timbre in THEMES.items():
        place = folder / theme
        place.mkdir(parents=True, exist_ok=True)
        for stem, pattern in PATTERNS.items():
            write(place / f"{stem}.wav", levelled(draw(pattern, timbre)))
        size = sum(path.stat().st_size for path in place.iterdir())
        print(f"{place}: {len(PATTERNS)} cues, {size / 1000:.0f} kB")


def draw(pattern: Pattern, timbre: tuple[Partial, ...]) -> list[float]:
    """The tones one after the other."""
    *first, last = pattern.hertz
    samples: list[float] = []
    for hertz in first:
        samples += tone(hertz, pattern.tone_s, timbre)
    return samples + list(tone(last, pattern.last_s, timbre))


def tone(hertz: float, seconds: float, timbre: tuple[Partial, ...]) -> Iterator[float]:
    """One tone; it swells and ends along a half cosine, so nothing clicks."""
    count = round(seconds * RATE_HZ)
    for number in range(count):
        at_s = number / RATE_HZ
        swell = ramp(at_s / ATTACK_S) * ramp((count - 1 - number) / RATE_HZ / RELEASE_S)
        yield swell * sum(
            partial.part
            * math.exp(-partial.fade_per_s * at_s)
            * math.sin(math.tau * hertz * partial.multiple * at_s)
            for partial in timbre
            if hertz * partial.multiple < RATE_HZ / 2
        )


def ramp(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * min(share, 1.0))


def levelled(samples: list[float]) -> list[float]:
    """The same cue at the loudness that all have."""
    power = sum(sample * sample for sample in samples) / len(samples)
    factor = LOUDNESS / math.sqrt(power)
    return [sample * factor for sample in samples]


def write(path: Path, samples: list[float]) -> None:
    whole = array("h", (round(sample * 32767) for sample in samples))
    if sys.byteorder == "big":
        whole.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(whole.tobytes())


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    main(root / "assets" / "audio" / "themes")
