"""The time of a class hour in the words of the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime

from massage_trainer.domain.classroom.end_watch import MoveCause
from massage_trainer.domain.classroom.slower import NoWait
from massage_trainer.domain.countdown import clock_text
from massage_trainer.widgets.quantities import duration_text

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.reminders import Reminder
    from massage_trainer.viewmodels.class_pace import Pace

_SECOND_MS = 1_000
NO_BREAK = "\u00a0"


def time_of_day(epoch_ms: int) -> str:
    """``10:43``, by the clock on the wall."""
    return QDateTime.fromMSecsSinceEpoch(epoch_ms).toString("HH:mm")


def turn_text(pace: Pace) -> str:
    """Whose turn it is."""
    if pace.finished:
        return QCoreApplication.translate("ClassPace", "The hour is done")
    if pace.swapping:
        return QCoreApplication.translate("ClassPace", "The partners swap roles")
    if pace.turns == 1:
        return QCoreApplication.translate("ClassPace", "All pairs at work, without a swap")
    if pace.turn == 1:
        return QCoreApplication.translate("ClassPace", "First turn: A massages B")
    return QCoreApplication.translate("ClassPace", "Second turn: B massages A")


def left_text(pace: Pace) -> str:
    """What is left of the phase, the turn and the hour."""
    phase, turn, whole = (
        clock_text(ms) for ms in (pace.phase_left_ms, pace.turn_left_ms, pace.total_left_ms)
    )
    if pace.swaps_at_ms is None:
        text = QCoreApplication.translate("ClassPace", "phase {phase} · in all {whole}")
        return _unbroken(text.format(phase=phase, whole=whole))
    text = QCoreApplication.translate(
        "ClassPace", "phase {phase} · until the swap {turn} · in all {whole}"
    )
    return _unbroken(text.format(phase=phase, turn=turn, whole=whole))


def end_text(pace: Pace) -> str:
    """When it ends, and how far that is from the plan."""
    end = time_of_day(pace.ends_at_ms)
    if not pace.started:
        text = QCoreApplication.translate("ClassPace", "{end}, if you start now")
        return text.format(end=end)
    moved_ms = abs(pace.moved_ms) // _SECOND_MS * _SECOND_MS
    if not moved_ms:
        return QCoreApplication.translate("ClassPace", "{end}, as planned").format(end=end)
    planned = time_of_day(pace.ends_at_ms - pace.moved_ms)
    if planned == end:  # the same minute twice would say nothing
        text = (
            QCoreApplication.translate("ClassPace", "{end}: {moved} later than planned")
            if pace.moved_ms > 0
            else QCoreApplication.translate("ClassPace", "{end}: {moved} earlier than planned")
        )
        return text.format(end=end, moved=duration_text(moved_ms))
    if pace.moved_ms > 0:
        text = QCoreApplication.translate(
            "ClassPace", "{end}: {moved} later than planned ({planned})"
        )
    else:
        text = QCoreApplication.translate(
            "ClassPace", "{end}: {moved} earlier than planned ({planned})"
        )
    return text.format(end=end, moved=duration_text(moved_ms), planned=planned)


def moves_text(pace: Pace) -> str:
    """What has moved the end, the greatest first."""
    parts = []
    for cause, ms in pace.moves:
        whole_ms = abs(ms) // _SECOND_MS * _SECOND_MS
        if whole_ms:
            sign = "+" if ms > 0 else "\u2212"  # a minus, as long as the plus
            parts.append(f"{_cause_text(cause)} {sign}{duration_text(whole_ms)}")
    return _unbroken(" · ".join(parts))


def swap_text(pace: Pace) -> str:
    """When the roles are swapped; empty where no swap is to come."""
    return "" if pace.swaps_at_ms is None else time_of_day(pace.swaps_at_ms)


def slower_text(pace: Pace | None) -> str:
    """What the button for slower pairs does now, or why it does nothing."""
    match pace.no_wait if pace else None:
        case NoWait.WORD:
            return QCoreApplication.translate("ClassPace", "This step waits for you anyway")
        case NoWait.COUNT:
            return QCoreApplication.translate(
                "ClassPace", "A count is not made longer; more time at the next change of place"
            )
        case NoWait.EASE:
            return QCoreApplication.translate(
                "ClassPace", "Not while the force is building up or easing out"
            )
        case NoWait.MOST:
            return QCoreApplication.translate(
                "ClassPace", "This dose is at its most; more time at the next change of place"
            )
    return QCoreApplication.translate(
        "ClassPace", "15 seconds more for everyone, where no dose goes beyond its most"
    )


def coming_text(coming: tuple[Reminder, int], language: str) -> str:
    """The next reminder, and in how long."""
    reminder, in_ms = coming
    text = QCoreApplication.translate("ClassPace", "in {time}: {what}")
    return text.format(time=clock_text(in_ms), what=reminder.ahead.in_language(language))


def _unbroken(parts: str) -> str:
    """A new line begins with a new part only."""
    return " · ".join(part.replace(" ", NO_BREAK) for part in parts.split(" · "))


def _cause_text(cause: MoveCause) -> str:
    match cause:
        case MoveCause.DEMONSTRATION:
            return QCoreApplication.translate("ClassPace", "demonstrations")
        case MoveCause.PAUSE:
            return QCoreApplication.translate("ClassPace", "pauses")
        case MoveCause.SLOWER:
            return QCoreApplication.translate("ClassPace", "slower pairs")
        case MoveCause.TALK:
            return QCoreApplication.translate("ClassPace", "talk and preparation")
        case MoveCause.EARLIER:
            return QCoreApplication.translate("ClassPace", "ended sooner")
        case MoveCause.SKIPPED:
            return QCoreApplication.translate("ClassPace", "skipped")
        case MoveCause.PLACE:
            return QCoreApplication.translate("ClassPace", "gone to another place")
        case MoveCause.INTERRUPTED:
            return QCoreApplication.translate("ClassPace", "computer asleep")
