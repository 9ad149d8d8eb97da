"""The teacher's choices: answers to open questions, own numbers, and a shorter dose for class."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    MOST_COUNT,
    MOST_MS,
    Amount,
    Block,
    Check,
    Condition,
    Counted,
    Dose,
    Holds,
    Notice,
    PointHold,
    Points,
    Protocol,
    Rest,
    SidesByAnswer,
    Status,
    Step,
    Timed,
)

SOURCE_STATUSES = frozenset({Status.SOURCE, Status.CORRECTED})
SECOND_MS = 1_000


@dataclass(frozen=True, slots=True)
class TeacherChoices:
    """Everything a teacher may set; one file, the same on every computer of a room.

    ``answers`` maps question id to choice id, ``amounts`` maps ``Amount.key`` to the chosen number
    (ms or count). The class dose is a percentage of the source's times and counts.
    """

    answers: dict[str, str] = field(default_factory=dict)
    amounts: dict[str, int] = field(default_factory=dict)
    class_dose: bool = False
    class_dose_percent: int = 50


def settle(protocol: Protocol, choices: TeacherChoices, defaults: dict[str, str]) -> Protocol:
    """Apply the choices: no condition, side or number is open afterwards.

    ``defaults`` maps each question id to the choice that is taught until the teacher answers.
    """
    settler = _Settler(choices, {**defaults, **choices.answers})
    return replace(
        protocol,
        body=tuple(settler.body(protocol.body)),
        lead_in=settler.amount(protocol.lead_in),
        between=settler.amount(protocol.between),
    )


class _Settler:
    def __init__(self, choices: TeacherChoices, answers: dict[str, str]) -> None:
        self._choices = choices
        self._answers = answers

    def body(self, items: tuple[Step | Block, ...]) -> Iterator[Step | Block]:
        for item in items:
            if not self._holds(item.when):
                continue
            if isinstance(item, Block):
                yield replace(item, body=tuple(self.body(item.body)), when=())
            else:
                yield replace(
                    item, sides=self._sides(item.sides), dose=self._dose(item.dose), when=()
                )

    def _holds(self, conditions: tuple[Condition, ...]) -> bool:
        return all(self._answers.get(c.question_id) == c.choice_id for c in conditions)

    def _sides(self, sides: tuple[Side, ...] | SidesByAnswer) -> tuple[Side, ...]:
        if isinstance(sides, tuple):
            return sides
        options = dict(sides.by_choice)
        answer = self._answers.get(sides.question_id, "")
        return options.get(answer, sides.by_choice[0][1])

    def _dose(self, dose: Dose) -> Dose:
        match dose:
            case Timed(time=time):
                return Timed(self.amount(time, time_of_work=True))
            case Rest(time=time):
                return Rest(self.amount(time, time_of_work=True))
            case Counted(count=count, unit=unit, cadence=cadence):
                return Counted(self.amount(count, count_of_work=True), unit, self._maybe(cadence))
            case Holds() as holds:
                return replace(
                    holds,
                    hold=self.amount(holds.hold, time_of_work=True),
                    times=self.amount(holds.times, count_of_work=True),
                    ease_in=self._maybe(holds.ease_in),
                    ease_out=self._maybe(holds.ease_out),
                    rest=self._maybe(holds.rest),
                )
            case Points(holds=holds):
                return Points(tuple(self._point(hold) for hold in holds))
            case Notice() | Check():
                return dose

    def _point(self, hold: PointHold) -> PointHold:
        return replace(
            hold, hold=self.amount(hold.hold, time_of_work=True), rest=self._maybe(hold.rest)
        )

    def _maybe(self, amount: Amount | None) -> Amount | None:
        return None if amount is None else self.amount(amount)

    def amount(
        self, amount: Amount, *, time_of_work: bool = False, count_of_work: bool = False
    ) -> Amount:
        """The teacher's own number first, else the class dose, else what the lesson says."""
        own = self._choices.amounts.get(amount.key)
        most = MOST_COUNT if count_of_work else MOST_MS
        if own is not None and 0 < own <= most:  # a file edited by hand may hold anything
            return chosen_by_teacher(amount, own)
        shorten = self._choices.class_dose and amount.status in SOURCE_STATUSES
        if shorten and (time_of_work or count_of_work):
            return shortened(amount, self._choices.class_dose_percent, whole_seconds=time_of_work)
        return amount


def chosen_by_teacher(amount: Amount, value: int) -> Amount:
    """A teacher's number: inside a source's range it stays the source's, below it is shortened.

    Above the most of a source's range, or beside a fixed source number, it is the teacher's own.
    """
    if amount.least <= value <= amount.most and amount.is_range:
        return replace(amount, chosen=value)
    if value == amount.chosen:
        return amount
    below = amount.status in SOURCE_STATUSES and value < amount.least
    status = Status.SHORTENED if below else Status.TEACHER
    return Amount(value, value, value, status, amount.key)


def shortened(amount: Amount, percent: int, *, whole_seconds: bool) -> Amount:
    """The least of the source's dose, reduced to a percentage: whole seconds, or at least once."""
    value = amount.least * percent // 100
    if whole_seconds:
        value = max(SECOND_MS, value // SECOND_MS * SECOND_MS)
    value = max(1, value)
    if value >= amount.least:
        return amount
    return Amount(value, value, value, Status.SHORTENED, amount.key)


def amounts_of(protocol: Protocol) -> Iterator[tuple[Step | None, str, Amount]]:
    """Every number of a lesson with its step and field name, for the teacher's settings."""
    yield None, "lead-in", protocol.lead_in
    yield None, "between", protocol.between
    yield from _amounts_in(protocol.body)


def _amounts_in(body: tuple[Step | Block, ...]) -> Iterator[tuple[Step | None, str, Amount]]:
    for item in body:
        if isinstance(item, Block):
            yield from _amounts_in(item.body)
            continue
        for name, amount in _fields(item.dose):
            if amount is not None:
                yield item, name, amount


def _fields(dose: Dose) -> Iterator[tuple[str, Amount | None]]:
    match dose:
        case Timed(time=time) | Rest(time=time):
            yield "time", time
        case Counted(count=count, cadence=cadence):
            yield from (("count", count), ("cadence", cadence))
        case Holds() as holds:
            yield from (("hold", holds.hold), ("times", holds.times), ("ease-in", holds.ease_in))
            yield from (("ease-out", holds.ease_out), ("rest", holds.rest))
        case Points(holds=holds):
            for hold in holds:
                yield from (("hold", hold.hold), ("rest", hold.rest))
