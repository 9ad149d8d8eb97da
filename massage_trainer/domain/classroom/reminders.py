"""What each pair of a class must be told when the lesson comes to a new place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.pace import is_swap, turn_of
from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.half_time import half_time_s
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import SegmentKind

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.end_watch import TimeLeft
    from massage_trainer.domain.protocol import Milliseconds
    from massage_trainer.domain.timeline import Segment, Timeline

SHOWN_MS: Final = 12_000  # of the work: who looks up late still reads it


class ReminderKind(Enum):
    """What a pair changes."""

    SIDES = "sides"
    HALF = "half"  # of a stroke that both sides share: the other one has its turn
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
_HALF: Final = (
    LocalizedText("Nửa thời gian: sang bên kia", "Half time: the other side now"),
    LocalizedText("nửa thời gian, sang bên kia", "half time, the other side"),
)
_POSITION: Final = (
    LocalizedText("Đổi tư thế cho người nằm", "Change your partner's position now"),
    LocalizedText("đổi tư thế cho người nằm", "change the partner's position"),
)
_ROLES: Final = (
    LocalizedText("Rửa tay, thay khăn, đổi chỗ", "Wash hands, fresh linen, swap"),
    LocalizedText("đổi vai", "swap roles"),
)


class Reminders:
    """All reminders of a class, found once."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._found = _find(timeline)
        self._here: dict[int, list[Reminder]] = {}
        for reminder in self._found:
            self._here.setdefault(reminder.index, []).append(reminder)

    def all(self) -> tuple[Reminder, ...]:
        """In the order of the lesson."""
        return tuple(self._found)

    def now(self, countdown: Countdown, index: int) -> Reminder | None:
        """What the class is told at this moment: from the arrival until everybody is at work."""
        if countdown.state in (SessionState.IDLE, SessionState.FINISHED):
            return None
        return next((r for r in self._here.get(index, ()) if _is_told(r, countdown)), None)

    def coming(
        self, countdown: Countdown, index: int, left: TimeLeft
    ) -> tuple[Reminder, Milliseconds] | None:
        """The next one, and in how long."""
        left_ms = left.at(countdown, index)
        for reminder in self._found:
            if reminder.index > index:
                segment = self._timeline.segments[reminder.index]
                in_ms = left_ms - left.from_segment(reminder.index)
                if reminder.kind is ReminderKind.HALF:
                    in_ms += segment.gap_ms + _half_ms(segment, segment.duration_ms)
                return reminder, in_ms
            if reminder.index == index and reminder.kind is ReminderKind.HALF:
                half_ms = _half_now_ms(countdown)
                if countdown.elapsed_ms < half_ms:
                    gap_ms = countdown.left_ms if countdown.face in _GAPS else 0
                    return reminder, half_ms - countdown.elapsed_ms + gap_ms
        return None


_GAPS: Final = (Face.GET_READY, Face.RESUMING)


def _is_told(reminder: Reminder, countdown: Countdown) -> bool:
    if reminder.kind is ReminderKind.HALF:
        since_ms = countdown.elapsed_ms - _half_now_ms(countdown)
        return 0 <= since_ms < SHOWN_MS
    if reminder.kind is ReminderKind.ROLES or countdown.segment.waits:
        return True
    return countdown.elapsed_ms < SHOWN_MS


def _half_now_ms(countdown: Countdown) -> Milliseconds:
    """When half time is, with what slower pairs were given."""
    return _half_ms(countdown.segment, countdown.elapsed_ms + countdown.segment_left_ms)


def _half_ms(segment: Segment, whole_ms: Milliseconds) -> Milliseconds:
    """The moment in which half time is heard, too."""
    return whole_ms - (half_time_s(segment.kind, whole_ms) or 0) * 1_000


def _shares_sides(segment: Segment) -> bool:
    """Whether one hand works both sides of the body in one time."""
    by_strokes = segment.kind is SegmentKind.WORK and not segment.point_id
    long_enough = half_time_s(segment.kind, segment.duration_ms) is not None
    return by_strokes and segment.side is Side.BOTH and long_enough


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
        if _shares_sides(segment):
            found.append(Reminder(ReminderKind.HALF, *_HALF, index))
        side = segment.side if segment.side in _SIDES else side
        position, turn = segment.step.position_id, turn_of(segment)
    return found
