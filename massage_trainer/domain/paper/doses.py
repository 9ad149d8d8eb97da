"""Doses on paper: every number in words, with where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.model import Value
from massage_trainer.domain.protocol import (
    Check,
    Counted,
    CountUnit,
    Holds,
    Notice,
    Points,
    Rest,
    Timed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from massage_trainer.domain.protocol import Amount, Dose

_SECOND_MS: Final = 1_000
_MINUTE_MS: Final = 60_000
# Fields of the numbers that say what to do; the others are about the change-over.
_UNITS: Final = {
    CountUnit.REPETITIONS: (("lần", "lần"), ("repetition", "repetitions")),
    CountUnit.PASSES: (("lượt", "lượt"), ("pass", "passes")),
}
_TIMES: Final = (("lần", "lần"), ("time", "times"))


def duration(milliseconds: int, language: str) -> str:
    """``45 s``, ``2 min``, ``1 min 30 s``, as the window says it."""
    second, minute = ("giây", "phút") if language == "vi" else ("s", "min")
    if milliseconds < _MINUTE_MS:
        return f"{_seconds(milliseconds, language)} {second}"
    minutes, rest = divmod(milliseconds, _MINUTE_MS)
    seconds = rest // _SECOND_MS
    return f"{minutes} {minute} {seconds} {second}" if seconds else f"{minutes} {minute}"


def duration_range(least: int, most: int, language: str) -> str:
    """``1–2 min``; the unit once where both have the same."""
    if least == most:
        return duration(least, language)
    if least % _MINUTE_MS == most % _MINUTE_MS == 0:
        return f"{least // _MINUTE_MS}–{duration(most, language)}"
    if most < _MINUTE_MS:
        return f"{_seconds(least, language)}–{duration(most, language)}"
    between = "đến" if language == "vi" else "to"
    return f"{duration(least, language)} {between} {duration(most, language)}"


def length(milliseconds: int, language: str) -> str:
    """How long a lesson is, to the minute."""
    hour, minute = ("giờ", "phút") if language == "vi" else ("h", "min")
    hours, rest = divmod(max(1, round(milliseconds / _MINUTE_MS)), 60)
    said = [f"{hours} {hour}"] if hours else []
    if rest or not hours:
        said.append(f"{rest} {minute}")
    return " ".join(said)


def values_of(dose: Dose, language: str, point_id: str = "") -> tuple[Value, ...]:
    """Every number of a dose; with a ``point_id`` those of that point alone."""
    return tuple(_Values(language).of(dose, point_id))


class _Values:
    def __init__(self, language: str) -> None:
        self._language = language

    def of(self, dose: Dose, point_id: str) -> Iterator[Value]:
        match dose:
            case Timed(time=time) | Rest(time=time):
                yield from self._times(("time", time))
            case Counted() as counted:
                unit = _UNITS[counted.unit]
                yield self._value("count", self._count(counted.count, unit), counted.count)
                yield from self._times(("cadence", counted.cadence))
            case Holds() as holds:
                yield from self._times(("hold", holds.hold))
                yield self._value("times", self._count(holds.times, _TIMES), holds.times)
                yield from self._times(("ease-in", holds.ease_in), ("ease-out", holds.ease_out))
                yield from self._times(("rest", holds.rest))
            case Points(holds=presses):
                for press in presses:
                    if press.point_id == point_id or not point_id:
                        times = press.times if press.times > 1 else 0
                        yield from self._press(press.hold, times)
                        yield from self._times(("rest", press.rest))
            case Notice() | Check():
                return

    def _press(self, hold: Amount, times: int) -> Iterator[Value]:
        for value in self._times(("hold", hold)):
            if times:
                said = self._counted(times, times, _TIMES)
                yield replace(value, value=f"{value.value} × {said}")
            else:
                yield value

    def _times(self, *named: tuple[str, Amount | None]) -> Iterator[Value]:
        for field, amount in named:
            if amount:
                span = duration_range(amount.least, amount.most, self._language)
                chosen = duration(amount.chosen, self._language)
                yield self._value(field, self._here(span, chosen, amount), amount)

    def _count(self, amount: Amount, unit: tuple[tuple[str, str], tuple[str, str]]) -> str:
        span = self._counted(amount.least, amount.most, unit)
        return self._here(span, self._counted(amount.chosen, amount.chosen, unit), amount)

    def _counted(self, least: int, most: int, unit: tuple[tuple[str, str], tuple[str, str]]) -> str:
        one, many = unit[0 if self._language == "vi" else 1]
        said = f"{most}" if least == most else f"{least}–{most}"
        return f"{said} {one if most == 1 else many}"

    def _here(self, span: str, chosen: str, amount: Amount) -> str:
        if amount.chosen == amount.least:
            return span
        return f"{span}, {'ở đây' if self._language == 'vi' else 'here'} {chosen}"

    def _value(self, field: str, said: str, amount: Amount) -> Value:
        why = amount.reason.in_language(self._language) if amount.reason else ""
        return Value(
            words.NUMBERS[field].in_language(self._language),
            said,
            amount.status,
            words.STATUS[amount.status].in_language(self._language),
            why,
        )


def _seconds(milliseconds: int, language: str) -> str:
    whole, rest = divmod(milliseconds, _SECOND_MS)
    tenths = rest // 100
    if not tenths:
        return str(whole)
    return f"{whole}{',' if language == 'vi' else '.'}{tenths}"
