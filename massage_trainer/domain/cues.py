"""The sounds that stand for the events of a session."""

from enum import Enum


class SoundKind(Enum):
    """What is heard, each with its own volume."""

    CUE = "cue"
    SPEECH = "speech"


class Cue(Enum):
    """A short sound with its own pitch pattern; the value is its file stem in a sound theme."""

    GET_READY = "get-ready"  # move to the next place, or pick up again after a pause
    THREE = "three"
    TWO = "two"
    ONE = "one"
    START = "start"  # the hands begin, or the hold begins
    HALF = "half"
    LEAST = "least"  # the least of a range is served: it may be ended
    SIDE = "side"  # the same technique on the other side
    REPETITION = "repetition"
    BEAT = "beat"  # played from a looped buffer, never one by one
    REST = "rest"
    STEP_END = "step-end"  # the time is over: let go
    LESSON_END = "lesson-end"
    INTERRUPTED = "interrupted"
    STOP = "stop"
