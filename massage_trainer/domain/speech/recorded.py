"""A teacher's recordings on their way between computers, and what can go wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from massage_trainer.domain.errors import TrainerError


class RecordingFault(Enum):
    """Why recordings cannot be read or kept."""

    DISK = auto()  # the reason is the system's
    NOT_OURS = auto()  # no file of recordings, or a damaged one
    NO_LIBRARY = auto()  # the sound library is missing


class RecordingsError(TrainerError):
    """What is wrong with a file; ``str`` of it is not translated (a path, a reason)."""

    def __init__(self, fault: RecordingFault, path: str, reason: str = "") -> None:
        super().__init__(f"{path}: {reason}" if reason else path)
        self.fault = fault
        self.path = path


@dataclass(frozen=True, slots=True)
class IncomingRecordings:
    """What a file of another computer holds, by the names under which the store keeps it.

    ``own``: these lines are recorded here too, and otherwise.
    """

    texts: Mapping[str, str]
    sounds: Mapping[str, bytes]
    own: frozenset[str]
