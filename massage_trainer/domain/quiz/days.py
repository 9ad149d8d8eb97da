"""Days as text (2026-11-23, the learner's own) and as numbers to reckon with."""

from __future__ import annotations

from functools import lru_cache

# The calendar repeats every 400 years; years begin in March here, so that a leap day comes last.
_ERA_YEARS = 400
_ERA_DAYS = 146_097
_YEAR_DAYS = 365
_EPOCH = 719_468  # 1970-01-01, counted from the first of March of the year 0


@lru_cache(maxsize=2_048)  # a deck of cards shares few days
def day_number(day: str) -> int:
    """Days since 1970-01-01; raises ValueError for what is no day."""
    year, month, date = (int(part) for part in day.split("-"))
    if not (1 <= month <= 12 and 1 <= date <= 31):
        raise ValueError(day)
    if month <= 2:
        year -= 1
    era, of_era = divmod(year, _ERA_YEARS)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + date - 1
    leaps = of_era // 4 - of_era // 100
    return era * _ERA_DAYS + of_era * _YEAR_DAYS + leaps + of_year - _EPOCH


@lru_cache(maxsize=2_048)
def day_text(number: int) -> str:
    """The day with this number."""
    era, of_era = divmod(number + _EPOCH, _ERA_DAYS)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // _YEAR_DAYS
    of_year = of_era - (_YEAR_DAYS * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    date = of_year - (153 * month + 2) // 5 + 1
    month = month + 3 if month < 10 else month - 9
    year += era * _ERA_YEARS + (month <= 2)
    return f"{year:04d}-{month:02d}-{date:02d}"


def days_between(earlier: str, later: str) -> int:
    """How many days later; negative where it is the other way round."""
    return day_number(later) - day_number(earlier)


def day_after(day: str, days: int) -> str:
    """The day so many days later."""
    return day_text(day_number(day) + days)
