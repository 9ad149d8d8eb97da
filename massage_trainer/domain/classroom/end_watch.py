"""When a class hour ends: planned once, and moved only by what has a name."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.pace import allowance_ms
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import (
    Extended,
    GapExtended,
    Interrupted,
    Outcome,
    SegmentEnded,
    SegmentShown,
    SessionEvent,
    SessionState,
    StateChanged,
    TakenBack,
)

if TYPE_CHECKING:
    from massage_trainer.domain.protocol import Milliseconds
    from massage_trainer.domain.timeline import Timeline

_NOISE_MS: Final = 1_000  # between two looks at two clocks


class MoveCause(Enum):
    """Why a class ends later or earlier than planned."""

    DEMONSTRATION = "demonstration"
    PAUSE = "pause"
    SLOWER = "slower"  # time was given to slower pairs
    TALK = "talk"  # what waits for a word took longer, or less long, than allowed
    EARLIER = "earlier"  # a range or a count was ended by a word
    SKIPPED = "skipped"
    PLACE = "place"  # somebody went to another place of the lesson
    INTERRUPTED = "interrupted"  # the computer slept


class TimeLeft:
    """How long a class still takes from any moment, with what is allowed for talk."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        after = [0]
        for segment in reversed(timeline.segments):
            after.append(after[-1] + allowance_ms(segment))
        self._talk_from = after[::-1]  # from each segment on, and 0 behind the last

    def at(self, countdown: Countdown, index: int) -> Milliseconds:
        """From this moment to the end."""
        if countdown.state is SessionState.FINISHED:
            return 0
        here_ms = max(0, allowance_ms(countdown.segment) - countdown.elapsed_ms)
        return countdown.lesson_left_ms + here_ms + self._talk_from[index + 1]

    def from_segment(self, index: int) -> Milliseconds:
        """From the beginning of a segment, with its gap, to the end."""
        segment = self._timeline.segments[index]
        own_ms = segment.gap_ms + segment.duration_ms
        return own_ms + self._timeline.left_after_ms(index) + self._talk_from[index]


class EndWatch:
    """Keeps the end that was planned at the start, the end of now, and why they differ."""

    def __init__(self, now_ms: Milliseconds, left_ms: Milliseconds) -> None:
        self.first_ms = self.end_ms = now_ms + left_ms
        self._moves: dict[MoveCause, Milliseconds] = {}

    @property
    def moved_ms(self) -> Milliseconds:
        """How much later than planned; less than 0 is earlier."""
        return self.end_ms - self.first_ms

    @property
    def moves(self) -> tuple[tuple[MoveCause, Milliseconds], ...]:
        """What each cause has added or taken away, the greatest first."""
        moves = [(cause, ms) for cause, ms in self._moves.items() if ms]
        return tuple(sorted(moves, key=lambda move: -abs(move[1])))

    def look(
        self, now_ms: Milliseconds, left_ms: Milliseconds, cause: MoveCause, *, known: bool
    ) -> None:
        """Compare with the plan; a move without a ``known`` event must be more than noise."""
        moved_ms = now_ms + left_ms - self.end_ms
        if moved_ms and (known or abs(moved_ms) >= _NOISE_MS):
            self.end_ms += moved_ms
            self._moves[cause] = self._moves.get(cause, 0) + moved_ms


def cause_of(event: SessionEvent) -> MoveCause | None:
    """What an event does to the end, if anything."""
    match event:
        case Extended() | GapExtended():
            return MoveCause.SLOWER
        case Interrupted():
            return MoveCause.INTERRUPTED
        case SegmentEnded(outcome=Outcome.SKIPPED):
            return MoveCause.SKIPPED
        case SegmentEnded(outcome=Outcome.DONE, segment=segment):
            return MoveCause.TALK if segment.waits else MoveCause.EARLIER
        case TakenBack() | SegmentShown():
            return MoveCause.PLACE
        case StateChanged(old=SessionState.PAUSED):
            return MoveCause.PAUSE  # the hands get ready once more
    return None


def cause_in(countdown: Countdown, *, demonstrating: bool) -> MoveCause:
    """Why the end moves while nothing happens."""
    if countdown.state is SessionState.PAUSED:
        return MoveCause.DEMONSTRATION if demonstrating else MoveCause.PAUSE
    return MoveCause.TALK if countdown.waiting else MoveCause.INTERRUPTED
