"""Which backups are kept: many of late, few of long ago."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_MONTH: Final = timedelta(days=31)
_YEAR: Final = timedelta(days=366)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """All of the last day, one per day of a week, one per week of a month, one per month of a year.

    Of each period the newest stays, and the newest of all stays however old it is. What lies in
    the future (the clock was set back) is thinned like the past.
    """
    left = sorted(moments, reverse=True)
    out = set(left[:1])
    periods: set[tuple[object, ...]] = set()
    for moment in left:
        period = _period(moment, abs(now - moment))
        if period is not None and period not in periods:
            periods.add(period)
            out.add(moment)
    return out


def _period(moment: datetime, age: timedelta) -> tuple[object, ...] | None:
    """What only one backup is kept for; None: too old for any."""
    steps: tuple[tuple[timedelta, Callable[[], tuple[object, ...]]], ...] = (
        (_DAY, lambda: (moment,)),
        (_WEEK, lambda: (moment.date(),)),
        (_MONTH, lambda: tuple(moment.isocalendar()[:2])),
        (_YEAR, lambda: (moment.year, moment.month)),
    )
    return next((("upto", most, *name()) for most, name in steps if age <= most), None)
