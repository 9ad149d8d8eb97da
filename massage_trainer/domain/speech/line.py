"""One thing to say, ready for a voice."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from unicodedata import normalize

KEY_LENGTH = 16


class Urgency(IntEnum):
    """A higher one cuts off a lower one; an equal one waits in a queue of one, the older goes."""

    COUNT = 1  # the number of a repetition
    TIME = 2  # how much time is left
    NEXT = 3  # what comes after
    STEP = 4  # what to do now
    ANSWER = 5  # the student asked
    SAFETY = 6  # a prompt that protects the client


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` as it is spoken: numbers and units are words already."""

    text: str
    language: str
    urgency: Urgency


def clip_key(line: Line) -> str:
    """The name of a shipped clip and of a teacher's recording of these words."""
    words = normalize("NFC", line.text)
    return sha256(f"{line.language}\n{words}".encode()).hexdigest()[:KEY_LENGTH]
