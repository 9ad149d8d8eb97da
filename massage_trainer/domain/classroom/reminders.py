"""What each pair of a class must be told when the lesson comes to a new place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.pace import is_swap, turn_of
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.timeline import Timeline

SHOWN_MS: Final = 12_000  # of the work: who looks up late still reads it


class ReminderKind(Enum):
    """What a pair changes."""

    SIDES = "sides"
    POSITION = "position"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What the class is told, at which segment, and how it is announced to the instructor."""

    kind: ReminderKind
    text: LocalizedText
    ahead: LocalizedText
    index: int


_SIDES: Final = {
    Side.LEFT: (
        LocalizedText("Đổi bên: sang bên trái", "Change sides now: to the left"),
        LocalizedText("đổi sang bên trái", "change to the left side"),
    ),
    Side.RIGHT: (
        LocalizedText("Đổi bên: sang bên phải", "Change sides now: to the right"),
        LocalizedText("đổi sang bên phải", "change to the right side"),
    ),
}
_POSITION: Final = (
    LocalizedText("Đổi tư thế cho người nằm", "Change your partner's position now"),
    LocalizedText("đổi tư thế cho người nằm", "change the partner's position"),
)
_ROLES: Final = (
    LocalizedText("Đổi vai", "Swap roles now"),
    LocalizedText("đổi vai", "swap roles"),
)


class Reminders:
    """All reminders of a class, found once."""

    def __init__(self, timeline: Timeline) -> None:
        self._by_index = {reminder.index: reminder for reminder in _find(timeline)}

    def all(self) -> tuple[Reminder, ...]:
        """In the order of the lesson."""
        return tuple(self._by_index.values())

    def now(self, countdown: Countdown, index: int) -> Reminder | None:
        """What the class is told at this moment: from the arrival until everybody is at work."""
        if countdown.state in (SessionState.IDLE, SessionState.FINISHED):
            return None
        reminder = self._by_index.get(index)
        if reminder is None or reminder.kind is ReminderKind.ROLES or countdown.segment.waits:
            return reminder
        return reminder if countdown.elapsed_ms < SHOWN_MS else None

    def next(self, index: int) -> Reminder | None:
        """The first that comes after this segment."""
        return next((r for at, r in self._by_index.items() if at > index), None)


def _find(timeline: Timeline) -> list[Reminder]:
    found: list[Reminder] = []
    side: Side | None = None
    position, turn = timeline.segments[0].step.position_id, 1
    for index, segment in enumerate(timeline.segments):
        if is_swap(segment):
            found.append(Reminder(ReminderKind.ROLES, *_ROLES, index))
            side = None
        elif segment.step.position_id != position and turn_of(segment) == turn:
            found.append(Reminder(ReminderKind.POSITION, *_POSITION, index))
            side = None
        elif segment.side in _SIDES and side in _SIDES and segment.side is not side:
            found.append(Reminder(ReminderKind.SIDES, *_SIDES[segment.side], index))
        side = segment.side if segment.side in _SIDES else side
        position, turn = segment.step.position_id, turn_of(segment)
    return found
