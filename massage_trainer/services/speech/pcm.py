"""Decoded sound in memory, and the files it comes from."""

from __future__ import annotations

import sys
import wave
from array import array
from dataclasses import dataclass
from io import BytesIO
from typing import Final

RATE_HZ: Final = 48_000
# A line takes some seconds; a file that holds more is none of ours.
MOST_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Pcm:
    """One channel of signed 16 bit samples, RATE_HZ of them a second."""

    samples: array[int]

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE_HZ


class SoundFileError(ValueError):
    """Bytes that are no sound, or more of it than anybody says at once."""


def decode(content: bytes) -> Pcm:
    """Read WAV, OGG, FLAC or MP3.

    Raises ImportError where the sound library is missing, SoundFileError for anything else.
    """
    import miniaudio

    try:
        decoded = miniaudio.decode(
            content, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=RATE_HZ
        )
    except miniaudio.MiniaudioError as error:
        raise SoundFileError(str(error)) from error
    if not decoded.samples or len(decoded.samples) > MOST_SECONDS * RATE_HZ:
        raise SoundFileError(f"{len(decoded.samples) / RATE_HZ:.0f} s of sound")
    return Pcm(decoded.samples)


def wav(pcm: Pcm) -> bytes:
    """The bytes of a WAV file."""
    samples = pcm.samples
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    out = BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(samples.tobytes())
    return out.getvalue()
