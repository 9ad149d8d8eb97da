"""A lesson made to fit into the time there is, never below a least value, both sides alike."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Counted,
    Dose,
    Holds,
    Milliseconds,
    Points,
    Protocol,
    Rest,
    Status,
    Step,
    Timed,
)
from massage_trainer.domain.teacher import SECOND_MS, SOURCE_STATUSES, shortened
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll

_WHOLE: Final = 1_000  # how far everything is shortened, in thousandths


class ChangeKind(Enum):
    """What happened to a part of the lesson."""

    LEFT_OUT = "left-out"
    SHORTER = "shorter"  # within its range
    CLASS_DOSE = "class-dose"  # below the source's dose, as the teacher allows


@dataclass(frozen=True, slots=True)
class Change:
    """One part that is left out or shortened: its number before and after, ms or count."""

    kind: ChangeKind
    name: LocalizedText
    field: str = ""
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True)
class Budgeted:
    """The shortened lesson, what was shortened, and whether it fits."""

    protocol: Protocol
    changes: tuple[Change, ...]
    total_ms: Milliseconds
    fits: bool


def fit_into(protocol: Protocol, budget_ms: Milliseconds, class_percent: int | None) -> Budgeted:
    """Shorten a settled lesson: optional parts first, then ranges, then what the teacher allows.

    ``class_percent`` is the class dose where the teacher allows it: fixed doses of the source are
    shortened towards it. Nothing else is ever shortened; every number of the same kind is
    shortened alike, so both sides stay equal.
    """
    kept = _without_optional(protocol, budget_ms)
    result = kept
    for lowest in (_of_range, *((_of_class(class_percent),) if class_percent else ())):
        if unroll(result).total_ms <= budget_ms:
            break
        result = _shorten(result, budget_ms, lowest)
    total_ms = _longest(result)
    changes = (*_left_out(protocol, kept), *_shorter(kept, result))
    return Budgeted(result, changes, total_ms, total_ms <= budget_ms)


_Lowest = Callable[[Amount, int], int]  # the amount, and the unit of its steps: ms or 1


def _of_range(amount: Amount, _unit: int) -> int:
    return min(amount.least, amount.chosen)


def _of_class(percent: int) -> _Lowest:
    def lowest(amount: Amount, unit: int) -> int:
        if amount.is_range or amount.status not in SOURCE_STATUSES:
            return min(amount.least, amount.chosen)
        return shortened(amount, percent, whole_seconds=unit == SECOND_MS).chosen

    return lowest


def _longest(protocol: Protocol) -> Milliseconds:
    """With the optional parts that are still in it."""
    return sum(s.gap_ms + s.duration_ms for s in unroll(protocol).segments)


def _without_optional(protocol: Protocol, budget_ms: Milliseconds) -> Protocol:
    """Leave optional parts out, the last one first, until the rest fits or none is left."""
    while _longest(protocol) > budget_ms:
        optional = [block.id for block in _blocks(protocol.body) if block.optional]
        if not optional:
            break
        protocol = replace(protocol, body=tuple(_drop(protocol.body, optional[-1])))
    return protocol


def _drop(body: tuple[Step | Block, ...], block_id: str) -> Iterator[Step | Block]:
    for item in body:
        if isinstance(item, Step):
            yield item
        elif item.id != block_id:
            yield replace(item, body=tuple(_drop(item.body, block_id)))


def _shorten(protocol: Protocol, budget_ms: Milliseconds, lowest: _Lowest) -> Protocol:
    """As little as is needed, by halving; everything where even that is not enough."""
    little, much = 0, _WHOLE
    while little < much:
        middle = (little + much) // 2
        if _longest(_cut(protocol, middle, lowest)) <= budget_ms:
            much = middle
        else:
            little = middle + 1
    return _cut(protocol, much, lowest)


def _cut(protocol: Protocol, thousandths: int, lowest: _Lowest) -> Protocol:
    return replace(protocol, body=tuple(_Cutter(thousandths, lowest).body(protocol.body)))


@dataclass(frozen=True, slots=True)
class _Cutter:
    """Takes so much of the way from every number down to its lowest."""

    thousandths: int
    lowest: _Lowest

    def body(self, items: tuple[Step | Block, ...]) -> Iterator[Step | Block]:
        for item in items:
            if isinstance(item, Block):
                yield replace(item, body=tuple(self.body(item.body)))
            else:
                yield replace(item, dose=self._dose(item.dose))

    def _dose(self, dose: Dose) -> Dose:
        match dose:
            case Timed(time=time):
                return Timed(self._time(time))
            case Rest(time=time):
                return Rest(self._time(time))
            case Counted(count=count, cadence=cadence) if cadence:
                return replace(dose, count=self._count(count))
            case Holds(hold=hold, times=times):
                return replace(dose, hold=self._time(hold), times=self._count(times))
            case Points(holds=holds):
                return Points(tuple(replace(press, hold=self._time(press.hold)) for press in holds))
            case _:
                return dose

    def _time(self, amount: Amount) -> Amount:
        less = (amount.chosen - self.lowest(amount, SECOND_MS)) * self.thousandths // _WHOLE
        if self.thousandths < _WHOLE:
            less = less // SECOND_MS * SECOND_MS
        return _lowered(amount, amount.chosen - less)

    def _count(self, amount: Amount) -> Amount:
        less = (amount.chosen - self.lowest(amount, 1)) * self.thousandths // _WHOLE
        return _lowered(amount, amount.chosen - less)


def _lowered(amount: Amount, chosen: int) -> Amount:
    if chosen >= min(amount.least, amount.chosen):
        return replace(amount, chosen=chosen)
    return Amount(chosen, chosen, chosen, Status.SHORTENED, amount.key)


def _left_out(before: Protocol, after: Protocol) -> Iterator[Change]:
    kept = {block.id for block in _blocks(after.body)}
    for block in _blocks(before.body):
        if block.optional and block.id not in kept:
            first = next(_steps(block.body), None)
            name = block.name or (first.name if first else None)
            if name:
                yield Change(ChangeKind.LEFT_OUT, name)


def _shorter(before: Protocol, after: Protocol) -> Iterator[Change]:
    for old, new in zip(_steps(before.body), _steps(after.body), strict=True):
        numbers = zip(_numbers(old.dose), _numbers(new.dose), strict=True)
        told = set()
        for (field, was), (_, now) in numbers:
            if now.chosen < was.chosen and field not in told:
                told.add(field)
                fixed = now.status is Status.SHORTENED and was.status is not Status.SHORTENED
                kind = ChangeKind.CLASS_DOSE if fixed else ChangeKind.SHORTER
                yield Change(kind, old.name, field, was.chosen, now.chosen)


def _numbers(dose: Dose) -> Iterator[tuple[str, Amount]]:
    match dose:
        case Timed(time=time) | Rest(time=time):
            yield "time", time
        case Counted(count=count):
            yield "count", count
        case Holds(hold=hold, times=times):
            yield from (("hold", hold), ("times", times))
        case Points(holds=holds):
            yield from (("hold", press.hold) for press in holds)


def _steps(body: tuple[Step | Block, ...]) -> Iterator[Step]:
    for item in body:
        if isinstance(item, Block):
            yield from _steps(item.body)
        else:
            yield item


def _blocks(body: tuple[Step | Block, ...]) -> Iterator[Block]:
    for item in body:
        if isinstance(item, Block):
            yield item
            yield from _blocks(item.body)
