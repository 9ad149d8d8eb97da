"""Unroll a lesson into the flat list of segments that a session plays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Check,
    Counted,
    CountUnit,
    Holds,
    Milliseconds,
    Notice,
    PointHold,
    Points,
    Protocol,
    Rest,
    Step,
    Timed,
)


class SegmentKind(Enum):
    """What happens in a segment; the values are used in lesson files (``frames``)."""

    WORK = "work"
    EASE_IN = "ease-in"
    HOLD = "hold"
    EASE_OUT = "ease-out"
    COUNT = "count"
    REST = "rest"
    NOTICE = "notice"
    CHECK = "check"
    CHOICE = "choice"  # "do the optional part?"


WAITING_KINDS = frozenset({SegmentKind.NOTICE, SegmentKind.CHECK, SegmentKind.CHOICE})


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest unit of playing; everything that the screen, the voice and the record need.

    ``path`` reads like ``stretch-2/rep3/hold``. ``row`` is the line of the step list it belongs to.
    ``unit`` is the path of the repetition it belongs to. ``duration_ms`` is 0 where it waits.
    """

    path: str
    unit: str
    row: int
    kind: SegmentKind
    step: Step
    side: Side | None = None
    point_id: str = ""
    duration_ms: Milliseconds = 0
    least_ms: Milliseconds = 0  # from here on the student may end a range
    most_ms: Milliseconds = 0
    amount: Amount | None = None  # the number behind the duration or the count
    count: int = 0  # repetitions or passes to do, for COUNT
    count_unit: CountUnit = CountUnit.REPETITIONS
    cadence_ms: Milliseconds = 0  # 0: the student counts and says when it is done
    repetition: tuple[int, int] = (1, 1)
    lap: tuple[int, int] = (1, 1)
    gap_ms: Milliseconds = 0
    optional: bool = False
    block: Block | None = None  # for CHOICE: the optional block it asks about

    @property
    def waits(self) -> bool:
        """Whether only the student can end it."""
        return self.kind in WAITING_KINDS or (
            self.kind is SegmentKind.COUNT and not self.cadence_ms
        )

    @property
    def is_range(self) -> bool:
        return self.least_ms < self.duration_ms or self.duration_ms < self.most_ms

    @property
    def place(self) -> tuple[str, Side | None, str]:
        """Where the hands are; the same place twice needs no time to move."""
        return self.step.id, self.side, self.point_id


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the step list: a step with its side, point and lap."""

    step: Step
    side: Side | None
    point_id: str
    lap: tuple[int, int]
    first: int  # index of its first segment
    last: int
    repetitions: int
    work_ms: Milliseconds
    optional: bool
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Segments in playing order, and the lines of the step list over them."""

    protocol_id: str
    segments: tuple[Segment, ...]
    rows: tuple[Row, ...]

    @property
    def total_ms(self) -> Milliseconds:
        """Everything that is played by default, gaps included, optional parts not."""
        return sum(s.gap_ms + s.duration_ms for s in self.segments if not s.optional)

    def left_after_ms(self, index: int) -> Milliseconds:
        """Time of the segments after ``index``; an optional part counts once one is inside it."""
        inside = self.segments[index].optional
        return sum(
            s.gap_ms + s.duration_ms for s in self.segments[index + 1 :] if inside or not s.optional
        )

    def index_of(self, path: str) -> int | None:
        """Find a segment again by its path, for bookmarks."""
        return next((i for i, s in enumerate(self.segments) if s.path == path), None)


def unroll(protocol: Protocol) -> Timeline:
    """Expand laps, then sides, then points, then holds, in that nesting order.

    The protocol must be settled (see ``domain.teacher.settle``): no condition and no side is open.
    """
    flat = _body(protocol.body, _Where("", None, (1, 1), optional=False))
    segments = tuple(_with_rows_and_gaps(flat, protocol))
    return Timeline(protocol.id, segments, tuple(_rows(segments)))


class _Where(NamedTuple):
    """What all segments of a place in the lesson share."""

    path: str
    side: Side | None
    lap: tuple[int, int]
    optional: bool


def _body(body: tuple[Step | Block, ...], where: _Where) -> Iterator[Segment]:
    for item in body:
        if isinstance(item, Step):
            yield from _step(item, where)
        else:
            yield from _block(item, where)


def _block(block: Block, where: _Where) -> Iterator[Segment]:
    inside = [
        segment
        for turn in range(1, block.times + 1)
        for segment in _body(
            block.body,
            where._replace(
                path=f"{where.path}{block.id}{turn if block.times > 1 else ''}/",
                lap=(turn, block.times) if block.times > 1 else where.lap,
                optional=where.optional or block.optional,
            ),
        )
    ]
    if block.optional and inside:
        path = f"{where.path}{block.id}/choice"
        first = inside[0].step
        yield Segment(path, path, 0, SegmentKind.CHOICE, first, block=block)
    yield from inside


def _step(step: Step, where: _Where) -> Iterator[Segment]:
    if not isinstance(step.sides, tuple):
        raise TypeError(f"the sides of {step.id} depend on an answer: settle the lesson first")
    for side in step.sides or (None,):
        path = f"{where.path}{step.id}"
        if side and len(step.sides) > 1:
            path += f"/{side.value}"
        yield from _dose(step, where._replace(path=path, side=side))


def _dose(step: Step, where: _Where) -> Iterator[Segment]:
    match step.dose:
        case Timed(time=time):
            yield _timed(step, where, where.path, SegmentKind.WORK, time)
        case Rest(time=time):
            yield _timed(step, where, where.path, SegmentKind.REST, time)
        case Counted() as dose:
            yield _counted(step, where, dose)
        case Holds() as dose:
            yield from _holds(step, where, dose)
        case Points(holds=holds):
            for hold in holds:
                yield from _point(step, where._replace(path=f"{where.path}/{hold.point_id}"), hold)
        case Notice():
            yield _waiting(step, where, SegmentKind.NOTICE)
        case Check():
            yield _waiting(step, where, SegmentKind.CHECK)


def _waiting(step: Step, where: _Where, kind: SegmentKind) -> Segment:
    path, side, lap, optional = where
    return Segment(path, path, 0, kind, step, side, lap=lap, optional=optional)


def _timed(
    step: Step,
    where: _Where,
    unit: str,
    kind: SegmentKind,
    amount: Amount,
    repetition: tuple[int, int] = (1, 1),
    point_id: str = "",
) -> Segment:
    path, side, lap, optional = where
    return Segment(
        path,
        unit,
        0,
        kind,
        step,
        side,
        point_id,
        duration_ms=amount.chosen,
        least_ms=min(amount.least, amount.chosen),
        most_ms=max(amount.most, amount.chosen),
        amount=amount,
        repetition=repetition,
        lap=lap,
        optional=optional,
    )


def _counted(step: Step, where: _Where, dose: Counted) -> Segment:
    path, side, lap, optional = where
    count = dose.count.chosen
    cadence_ms = dose.cadence.chosen if dose.cadence else 0
    return Segment(
        path,
        path,
        0,
        SegmentKind.COUNT,
        step,
        side,
        duration_ms=count * cadence_ms,
        least_ms=min(dose.count.least, count) * cadence_ms,
        most_ms=max(dose.count.most, count) * cadence_ms,
        amount=dose.count,
        count=count,
        count_unit=dose.unit,
        cadence_ms=cadence_ms,
        lap=lap,
        optional=optional,
    )


def _holds(step: Step, where: _Where, dose: Holds) -> Iterator[Segment]:
    times = dose.times.chosen
    for turn in range(1, times + 1):
        unit = f"{where.path}/rep{turn}"
        phases = [(SegmentKind.HOLD, dose.hold)]
        if dose.ease_in:
            phases.insert(0, (SegmentKind.EASE_IN, dose.ease_in))
        if dose.ease_out:
            phases.append((SegmentKind.EASE_OUT, dose.ease_out))
        if dose.rest and turn < times:
            phases.append((SegmentKind.REST, dose.rest))
        for kind, amount in phases:
            here = where._replace(path=f"{unit}/{kind.value}")
            yield _timed(step, here, unit, kind, amount, (turn, times))


def _point(step: Step, where: _Where, hold: PointHold) -> Iterator[Segment]:
    for turn in range(1, hold.times + 1):
        unit = f"{where.path}/rep{turn}" if hold.times > 1 else where.path
        of, point_id = (turn, hold.times), hold.point_id
        here = where._replace(path=unit)
        yield _timed(step, here, unit, SegmentKind.WORK, hold.hold, of, point_id)
        if hold.rest and turn < hold.times:
            here = where._replace(path=f"{unit}/rest")
            yield _timed(step, here, unit, SegmentKind.REST, hold.rest, of, point_id)


def _with_rows_and_gaps(flat: Iterator[Segment], protocol: Protocol) -> Iterator[Segment]:
    """Number the lines of the step list, and put a gap where the hands move to another place.

    There is no gap around what waits for the student, and none before a rest.
    """
    row, line = -1, None
    before: Segment | None = None
    for segment in flat:
        choice = segment.kind is SegmentKind.CHOICE
        key = (segment.path,) if choice else (segment.place, segment.lap, _stem(segment))
        if key != line:
            row, line = row + 1, key
        gap_ms = 0
        if segment.kind not in WAITING_KINDS and segment.kind is not SegmentKind.REST:
            if before is None or before.kind in WAITING_KINDS:
                gap_ms = protocol.lead_in.chosen
            elif before.place != segment.place:
                gap_ms = protocol.between.chosen
        before = segment
        yield replace(segment, row=row, gap_ms=gap_ms)


def _stem(segment: Segment) -> str:
    """The part of a path that all repetitions of one line share."""
    return segment.unit.rpartition("/rep")[0] or segment.unit


def _rows(segments: tuple[Segment, ...]) -> Iterator[Row]:
    start = 0
    for index, segment in enumerate(segments):
        if index + 1 < len(segments) and segments[index + 1].row == segment.row:
            continue
        mine = segments[start : index + 1]
        yield Row(
            step=segment.step,
            side=segment.side,
            point_id=segment.point_id,
            lap=segment.lap,
            first=start,
            last=index,
            repetitions=segment.repetition[1],
            work_ms=sum(s.duration_ms for s in mine),
            optional=segment.optional,
            block=segment.block,
        )
        start = index + 1
