"""Who says a line."""

from enum import Enum


class VoiceSource(Enum):
    """In the order in which they are tried, the nearest to a good teacher first."""

    RECORDING = "recording"  # the teacher's own voice
    SYSTEM = "system"  # a voice of this computer that is made for the language
    CLIP = "clip"  # comes with the program
    GENERIC = "generic"  # this computer's robot, which speaks a hundred languages
    NONE = "none"  # nobody: signals alone
