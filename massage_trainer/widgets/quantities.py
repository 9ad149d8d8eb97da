"""Times and counts in the words of the window's language."""

from PySide6.QtCore import QCoreApplication

_SECOND_MS = 1_000
_MINUTE_MS = 60_000


def tr(text: str, comment: str | None, count: int) -> str:
    """Translate a text with a number in it.

    lupdate sees plurals only in calls of this name, and gives them no context outside of a class.
    """
    return QCoreApplication.translate("", text, comment, count)


def duration_text(milliseconds: int) -> str:
    """``45 s``, ``2 min``, ``1 min 30 s``; tenths only below ten seconds."""
    if milliseconds < _MINUTE_MS:
        return QCoreApplication.translate("Quantities", "{seconds} s").format(
            seconds=_seconds(milliseconds)
        )
    minutes, rest_ms = divmod(milliseconds, _MINUTE_MS)
    seconds = rest_ms // _SECOND_MS
    if not seconds:
        return QCoreApplication.translate("Quantities", "{minutes} min").format(minutes=minutes)
    return QCoreApplication.translate("Quantities", "{minutes} min {seconds} s").format(
        minutes=minutes, seconds=seconds
    )


def duration_range_text(least_ms: int, most_ms: int) -> str:
    """``1–2 min``; the unit once where both have the same."""
    if least_ms == most_ms:
        return duration_text(least_ms)
    if least_ms % _MINUTE_MS == most_ms % _MINUTE_MS == 0:
        return QCoreApplication.translate("Quantities", "{least}–{most} min").format(
            least=least_ms // _MINUTE_MS, most=most_ms // _MINUTE_MS
        )
    if most_ms < _MINUTE_MS:
        return QCoreApplication.translate("Quantities", "{least}–{most} s").format(
            least=_seconds(least_ms), most=_seconds(most_ms)
        )
    return QCoreApplication.translate("Quantities", "{least} to {most}").format(
        least=duration_text(least_ms), most=duration_text(most_ms)
    )


def length_text(milliseconds: int) -> str:
    """How long a lesson is, to the minute: ``42 min``, ``1 h 5 min``."""
    minutes = max(1, round(milliseconds / _MINUTE_MS))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return QCoreApplication.translate("Quantities", "{minutes} min").format(minutes=minutes)
    if not rest:
        return QCoreApplication.translate("Quantities", "{hours} h").format(hours=hours)
    return QCoreApplication.translate("Quantities", "{hours} h {minutes} min").format(
        hours=hours, minutes=rest
    )


def about_length_text(milliseconds: int) -> str:
    """The length of a lesson in which the student's own counting takes part of the time."""
    return QCoreApplication.translate("Quantities", "about {length}").format(
        length=length_text(milliseconds)
    )


def repetitions_text(least: int, most: int) -> str:
    """``10 repetitions``, ``3–5 repetitions``."""
    if least == most:
        return tr("%n repetition(s)", None, most)
    return tr("{least}–%n repetitions", None, most).format(least=least)


def passes_text(least: int, most: int) -> str:
    """``1 pass``, ``3–5 passes``: how often a stroke goes over its place."""
    if least == most:
        return tr("%n pass(es)", None, most)
    return tr("{least}–%n passes", None, most).format(least=least)


def times_text(least: int, most: int) -> str:
    """``3 times``, ``3–5 times``: how often a hold is repeated."""
    if least == most:
        return tr("%n time(s)", None, most)
    return tr("{least}–%n times", None, most).format(least=least)


def _seconds(milliseconds: int) -> str:
    whole, rest = divmod(milliseconds, _SECOND_MS)
    tenths = rest // 100
    if not tenths:
        return str(whole)
    return QCoreApplication.translate("Quantities", "{whole}.{tenths}").format(
        whole=whole, tenths=tenths
    )
