"""Unroll a lesson into the flat list of segments that a session plays."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

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
    count_least: int = 0
    count_most: int = 0
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
    flat = list(_body(protocol.body, "", (1, 1), optional=False))
    segments = tuple(_with_gaps(_with_rows(flat), protocol))
    return Timeline(protocol.id, segments, tuple(_rows(segments)))


def _body(
    body: tuple[Step | Block, ...], prefix: str, lap: tuple[int, int], *, optional: bool
) -> Iterator[Segment]:
    for item in body:
        if isinstance(item, Step):
            yield from _step(item, prefix, lap, optional=optional)
        else:
            yield from _block(item, prefix, lap, optional=optional)


def _block(block: Block, prefix: str, lap: tuple[int, int], *, optional: bool) -> Iterator[Segment]:
    inside = [
        segment
        for turn in range(1, block.times + 1)
        for segment in _body(
            block.body,
            f"{prefix}{block.id}{turn if block.times > 1 else ''}/",
            (turn, block.times) if block.times > 1 else lap,
            optional=optional or block.optional,
        )
    ]
    if block.optional and inside:
        path = f"{prefix}{block.id}/choice"
        first = inside[0].step
        yield Segment(path, path, 0, SegmentKind.CHOICE, first, block=block)
    yield from inside


def _step(step: Step, prefix: str, lap: tuple[int, int], *, optional: bool) -> Iterator[Segment]:
    if not isinstance(step.sides, tuple):
        raise TypeError(f"the sides of {step.id} depend on an answer: settle the lesson first")
    for side in step.sides or (None,):
        path = f"{prefix}{step.id}" + (f"/{side.value}" if side and len(step.sides) > 1 else "")
        for segment in _dose(step, path):
            yield replace(segment, side=side, lap=lap, optional=optional)


def _dose(step: Step, path: str) -> Iterator[Segment]:
    match step.dose:
        case Timed(time=time):
            yield _timed(step, path, path, SegmentKind.WORK, time)
        case Rest(time=time):
            yield _timed(step, path, path, SegmentKind.REST, time)
        case Counted() as dose:
            yield _counted(step, path, dose)
        case Holds() as dose:
            yield from _holds(step, path, dose)
        case Points(holds=holds):
            for hold in holds:
                yield from _point(step, f"{path}/{hold.point_id}", hold)
        case Notice():
            yield Segment(path, path, 0, SegmentKind.NOTICE, step)
        case Check():
            yield Segment(path, path, 0, SegmentKind.CHECK, step)


def _timed(step: Step, path: str, unit: str, kind: SegmentKind, amount: Amount) -> Segment:
    return Segment(
        path,
        unit,
        0,
        kind,
        step,
        duration_ms=amount.chosen,
        least_ms=min(amount.least, amount.chosen),
        most_ms=max(amount.most, amount.chosen),
        amount=amount,
    )


def _counted(step: Step, path: str, dose: Counted) -> Segment:
    count = dose.count.chosen
    cadence_ms = dose.cadence.chosen if dose.cadence else 0
    return Segment(
        path,
        path,
        0,
        SegmentKind.COUNT,
        step,
        duration_ms=count * cadence_ms,
        least_ms=min(dose.count.least, count) * cadence_ms,
        most_ms=max(dose.count.most, count) * cadence_ms,
        amount=dose.count,
        count=count,
        count_least=min(dose.count.least, count),
        count_most=max(dose.count.most, count),
        count_unit=dose.unit,
        cadence_ms=cadence_ms,
    )


def _holds(step: Step, path: str, dose: Holds) -> Iterator[Segment]:
    times = dose.times.chosen
    for turn in range(1, times + 1):
        unit = f"{path}/rep{turn}"
        phases = [(SegmentKind.HOLD, dose.hold)]
        if dose.ease_in:
            phases.insert(0, (SegmentKind.EASE_IN, dose.ease_in))
        if dose.ease_out:
            phases.append((SegmentKind.EASE_OUT, dose.ease_out))
        if dose.rest and turn < times:
            phases.append((SegmentKind.REST, dose.rest))
        for kind, amount in phases:
            segment = _timed(step, f"{unit}/{kind.value}", unit, kind, amount)
            yield replace(segment, repetition=(turn, times))


def _point(step: Step, path: str, hold: PointHold) -> Iterator[Segment]:
    for turn in range(1, hold.times + 1):
        unit = f"{path}/rep{turn}" if hold.times > 1 else path
        press = _timed(step, unit, unit, SegmentKind.WORK, hold.hold)
        yield replace(press, point_id=hold.point_id, repetition=(turn, hold.times))
        if hold.rest and turn < hold.times:
            rest = _timed(step, f"{unit}/rest", unit, SegmentKind.REST, hold.rest)
            yield replace(rest, point_id=hold.point_id, repetition=(turn, hold.times))


def _with_rows(flat: list[Segment]) -> Iterator[Segment]:
    row, before = -1, None
    for segment in flat:
        choice = segment.kind is SegmentKind.CHOICE
        key = (segment.path,) if choice else (segment.place, segment.lap, _stem(segment))
        if key != before:
            row, before = row + 1, key
        yield replace(segment, row=row)


def _stem(segment: Segment) -> str:
    """The part of a path that all repetitions of one line share."""
    return segment.unit.rpartition("/rep")[0] or segment.unit


def _with_gaps(flat: Iterator[Segment], protocol: Protocol) -> Iterator[Segment]:
    """A gap where the hands move to another place; none around what waits for the student."""
    before: Segment | None = None
    for segment in flat:
        gap_ms = 0
        if segment.kind not in WAITING_KINDS and segment.kind is not SegmentKind.REST:
            if before is None or before.kind in WAITING_KINDS:
                gap_ms = protocol.lead_in.chosen
            elif before.place != segment.place:
                gap_ms = protocol.between.chosen
        before = segment
        yield replace(segment, gap_ms=gap_ms)


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
