"""What is wrong around the program (disk, files, screen): said once, while the program goes on."""

from dataclasses import dataclass
from enum import Enum


class ProblemKind(Enum):
    """Every trouble of the surroundings that the window can tell in a sentence."""

    CANNOT_SAVE = "cannot-save"  # detail: the file, and why
    DAMAGED_FILE = "damaged-file"  # detail: the file set aside
    NEWER_FILE = "newer-file"  # detail: the file of a newer program, left untouched
    NO_PICTURES = "no-pictures"  # detail: the index, and why
    NO_LIVE_VIEW = "no-live-view"  # detail: what is missing, or the file that is damaged
    SLOW_LIVE_VIEW = "slow-live-view"  # detail: none
    LIVE_VIEW_CRASHED = "live-view-crashed"  # detail: none
    NO_CHART = "no-chart"  # detail: the chart of the body, and why
    NO_SOUND = "no-sound"  # detail: the state of the sound
    NO_VOICE = "no-voice"  # detail: the language
    UNKNOWN_LESSON = "unknown-lesson"  # detail: its id
    NO_RECORD = "no-record"  # detail: the database, and why nothing can be written to it
    DAMAGED_RECORD = "damaged-record"  # detail: the database set aside
    RESTORED_RECORD = "restored-record"  # detail: the date of the copy, the database set aside
    DAMAGED_ROWS = "damaged-rows"  # detail: the database, and how many rows were set aside
    UNSAVED_ANSWERS = "unsaved-answers"  # detail: the database, and why it cannot be written
    NO_BACKUP = "no-backup"  # detail: the folder, and why
    CLOCK_SET_BACK = "clock-set-back"  # detail: the day of the last answer
    UNKNOWN_ITEMS = "unknown-items"  # detail: what the catalogue does not name any more


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble and what it concerns; ``detail`` is not translated (a path, a reason)."""

    kind: ProblemKind
    detail: str
