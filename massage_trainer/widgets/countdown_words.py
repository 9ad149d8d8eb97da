"""What the countdown says at one moment, as text; the painting is in ``countdown``."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.countdown import Countdown, Face, clock_text
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import CountUnit, Status
from massage_trainer.domain.timeline import Segment, SegmentKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import kind_text, side_text, status_text


@dataclass(frozen=True, slots=True)
class CountdownWords:
    """The lines of the countdown, from the top of the ring to its bottom."""

    caption: str
    digits: str  # empty where only the student's word goes on
    icon: Icon | None  # in place of the digits
    detail: str  # side, repetition, lap
    note: str  # what may or must be done now
    status: str  # where the running number comes from
    lesson_left: str


def describe(countdown: Countdown, gap_status: Status | None = None) -> CountdownWords:
    """Put one look at the session into words."""
    finished = countdown.state is SessionState.FINISHED
    return CountdownWords(
        caption=_caption(countdown),
        digits="" if finished else _digits(countdown),
        icon=_icon(countdown),
        detail="" if finished else _detail(countdown.segment),
        note=_note(countdown),
        status="" if finished else _status(countdown, gap_status),
        lesson_left=clock_text(countdown.lesson_left_ms),
    )


def widest_digits(countdown: Countdown) -> str:
    """The longest text of this phase: the size of the digits must not change while it runs."""
    if countdown.face is Face.COUNT:
        return _count_digits(countdown.segment, countdown.segment.count)
    return clock_text(max(countdown.phase_ms, countdown.left_ms))


def _caption(countdown: Countdown) -> str:
    match countdown.state, countdown.face:
        case SessionState.FINISHED, _:
            return QCoreApplication.translate("Countdown", "Lesson finished")
        case SessionState.PAUSED, _:
            return QCoreApplication.translate("Countdown", "Paused")
        case _, Face.GET_READY:
            return QCoreApplication.translate("Countdown", "Get ready")
        case _, Face.RESUMING:
            return QCoreApplication.translate("Countdown", "Going on in")
        case _ if countdown.waiting and countdown.face is Face.TIME:
            return QCoreApplication.translate("Countdown", "Time is over")
        case _ if countdown.segment.kind is SegmentKind.WORK:
            return QCoreApplication.translate("Countdown", "Time left")
        case _:
            return kind_text(countdown.segment.kind)


def _digits(countdown: Countdown) -> str:
    match countdown.face:
        case Face.YOUR_WORD:
            return ""
        case Face.COUNT:
            return _count_digits(countdown.segment, countdown.under_way)
        case _:
            return countdown.text


def _count_digits(segment: Segment, under_way: int) -> str:
    if not segment.cadence_ms:
        return f"{segment.count}"
    return f"{under_way}/{segment.count}"


def _icon(countdown: Countdown) -> Icon | None:
    if countdown.state is SessionState.FINISHED:
        return Icon.CHECK
    if countdown.face is not Face.YOUR_WORD:
        return None
    icons = {
        SegmentKind.NOTICE: Icon.BOOK,
        SegmentKind.CHECK: Icon.LIST,
        SegmentKind.CHOICE: Icon.QUESTION,
    }
    return icons.get(countdown.segment.kind)


def _detail(segment: Segment) -> str:
    side = side_text(segment.side) if segment.side else ""
    return " · ".join(part for part in (side, turn_text(segment)) if part)


def turn_text(segment: Segment) -> str:
    """Which repetition and which round, where there are several."""
    parts = []
    number, total = segment.repetition
    if total > 1:
        parts.append(
            QCoreApplication.translate("Countdown", "hold {number} of {total}").format(
                number=number, total=total
            )
        )
    lap, laps = segment.lap
    if laps > 1:
        parts.append(
            QCoreApplication.translate("Countdown", "round {number} of {total}").format(
                number=lap, total=laps
            )
        )
    return " · ".join(parts)


def _note(countdown: Countdown) -> str:
    segment = countdown.segment
    if countdown.state is SessionState.FINISHED or countdown.face is Face.RESUMING:
        return ""
    if countdown.state is SessionState.IDLE:
        return QCoreApplication.translate("Countdown", "press Start")
    if countdown.waiting and countdown.face is Face.TIME:
        return QCoreApplication.translate("Countdown", "waiting for you: press Done")
    if segment.kind is SegmentKind.COUNT:
        return _count_note(countdown)
    if countdown.face is Face.YOUR_WORD:
        return QCoreApplication.translate("Countdown", "waits for you")
    if not segment.is_range or countdown.face is not Face.TIME:
        return ""
    return _range_note(countdown)


def _count_note(countdown: Countdown) -> str:
    if not countdown.segment.cadence_ms:
        if countdown.segment.count_unit is CountUnit.PASSES:
            return QCoreApplication.translate("Countdown", "passes: count, then press Done")
        return QCoreApplication.translate("Countdown", "repetitions: count, then press Done")
    if countdown.face is not Face.COUNT:
        return ""
    return QCoreApplication.translate("Countdown", "{time} left").format(time=countdown.text)


def _range_note(countdown: Countdown) -> str:
    if not countdown.least_fraction and not countdown.may_end:
        return QCoreApplication.translate("Countdown", "may last up to {time}").format(
            time=clock_text(countdown.segment.most_ms)
        )
    if countdown.least_left_ms:
        return QCoreApplication.translate("Countdown", "at least {time} more").format(
            time=clock_text(countdown.least_left_ms)
        )
    return QCoreApplication.translate("Countdown", "least reached – you may finish")


def _status(countdown: Countdown, gap_status: Status | None) -> str:
    match countdown.face:
        case Face.RESUMING:
            return ""
        case Face.GET_READY:
            return status_text(gap_status) if gap_status else ""
        case _:
            amount = countdown.segment.amount
            return status_text(amount.status) if amount else ""
