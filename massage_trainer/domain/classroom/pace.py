"""A lesson for the whole room: fitted to the hour, and once more with the roles swapped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.budget import Change, ChangeKind, fit_into
from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Check,
    Protocol,
    Rest,
    Status,
    Step,
    TeachingNotes,
    Words,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import Segment, SegmentKind, Timeline, unroll

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from massage_trainer.domain.protocol import Milliseconds

MINUTE_MS: Final = 60_000
SWAP_MS: Final = 4 * MINUTE_MS
SWAP_STEP: Final = "swap-roles"
_TURNS: Final = ("turn-one", "turn-two")

# What nobody counts down takes time all the same: a class hour without it would be a lie.
_ITEM_MS: Final = 10_000  # of a list that is asked line by line
_LEAST_CHECK_MS: Final = 30_000
_NOTICE_MS: Final = 60_000
_COUNTED_MS: Final = 4_000  # a repetition that the students count themselves

_SWAP_NAME: Final = LocalizedText("Đổi vai", "Swap roles")
_SWAP_WORDS: Final = Words(
    do=LocalizedText(
        "Người vừa làm: rửa tay, lau bàn, thay khăn. Người vừa nằm: ngồi yên một lát, uống nước, "
        "rửa tay, tháo trang sức. Rồi đổi chỗ cho nhau.",
        "Who has worked: wash your hands, wipe the table, put on fresh linen. Who has lain: sit "
        "for a moment, drink some water, wash your hands, take off jewellery. Then change places.",
    ),
    say=LocalizedText(
        "Rửa tay, lau bàn, thay khăn, rồi đổi chỗ cho nhau.",
        "Wash your hands, change the linen, then change places.",
    ),
    watch=LocalizedText(
        "Người vừa nằm đứng vững rồi mới đổi. Các câu hỏi trước khi làm phải hỏi lại từ đầu, vì "
        "bây giờ là một người khác.",
        "Nobody changes before the one who lay stands steadily. All questions are asked again from "
        "the first, for this is another person.",
    ),
)

_SWAP_NOTES: Final = TeachingNotes(
    (SWAP_STEP,),
    show=LocalizedText(
        "Trước khi cho đổi chỗ, nói một điều cả lớp đã làm tốt và một điều lượt hai cần sửa.",
        "Before places are changed, name one thing that went well and one to mend in the second "
        "turn.",
    ),
    mistakes=LocalizedText(
        "Người vừa nằm bật dậy làm ngay: cho ngồi yên một lát. Bỏ phần hỏi vì “hỏi rồi”: bây giờ "
        "là một người khác.",
        "Jumping up and starting at once: let them sit a moment. Leaving out the questions "
        "because they “were asked”: this is another person.",
    ),
    ask=LocalizedText(
        "Có lúc nào bạn thấy bị ấn mạnh quá không? Bạn đã nói ra chưa? (Người vừa nằm trả lời; "
        "người vừa làm lắng nghe, không thanh minh.)",
        "Was it ever too firm, and did you say so? (Who has lain answers; who has worked listens "
        "and does not explain.)",
    ),
)


@dataclass(frozen=True, slots=True)
class ClassHour:
    """What the instructor decides: how long, whether roles are swapped, and with what extras."""

    length_ms: Milliseconds
    swaps: bool = True
    swap_ms: Milliseconds = SWAP_MS
    with_optional: bool = True

    @property
    def turns(self) -> int:
        return 2 if self.swaps else 1


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """A class hour: the lesson as it is played, and what had to be cut so that it fits.

    ``work_ms`` is what is counted down for one partner, ``talk_ms`` what is allowed for everything
    that waits for a word, over all turns; ``total_ms`` is all of it with the swap.
    """

    protocol: Protocol
    hour: ClassHour
    work_ms: Milliseconds
    talk_ms: Milliseconds
    total_ms: Milliseconds
    changes: tuple[Change, ...]

    @property
    def fits(self) -> bool:
        return self.total_ms <= self.hour.length_ms


def plan_class(protocol: Protocol, hour: ClassHour, class_percent: int | None) -> ClassPlan:
    """Fit a settled lesson into each partner's part of the hour; both get the very same work.

    Optional parts are in it or left out for both: nobody is asked in the middle of a class.
    """
    if not hour.with_optional:
        protocol = _without(protocol, {block.id for block in _optional(protocol.body)})
    fitted = fit_into(protocol, _work_budget_ms(protocol, hour), class_percent)
    left_out = tuple(c for c in fitted.changes if c.kind is ChangeKind.LEFT_OUT)
    if left_out:  # what is left out needs no talk either: the rest has that time
        kept = {block.id for block in _optional(fitted.protocol.body)}
        gone = {block.id for block in _optional(protocol.body)} - kept
        protocol = _without(protocol, gone)
        fitted = fit_into(protocol, _work_budget_ms(protocol, hour), class_percent)
    turn = replace(fitted.protocol, body=tuple(_for_all(fitted.protocol.body)))
    notes = (*turn.teach, *((_SWAP_NOTES,) if hour.swaps else ()))
    whole = replace(turn, body=tuple(_turns(turn, hour)), teach=notes)
    talk_ms = _talk_ms(turn, hour)
    return ClassPlan(
        whole,
        hour,
        work_ms=unroll(turn).total_ms,
        talk_ms=talk_ms,
        total_ms=unroll(whole).total_ms + talk_ms,
        changes=tuple(dict.fromkeys((*left_out, *fitted.changes))),
    )


def swap_alone(protocol: Protocol) -> Protocol:
    """Nothing but the swap of roles, as long as it is planned first: for its words."""
    return replace(protocol, body=(_swap(protocol, SWAP_MS),))


def allowance_ms(segment: Segment) -> Milliseconds:
    """What is planned for a segment that only a word ends; 0 where time runs."""
    match segment.kind:
        case SegmentKind.CHECK if isinstance(segment.step.dose, Check):
            return max(_LEAST_CHECK_MS, len(segment.step.dose.items) * _ITEM_MS)
        case SegmentKind.NOTICE | SegmentKind.CHECK:
            return _NOTICE_MS
        case SegmentKind.COUNT if segment.waits:
            return segment.count * _COUNTED_MS
    return 0


def is_swap(segment: Segment) -> bool:
    """Whether the partners change places now."""
    return segment.step.id == SWAP_STEP


def turn_of(segment: Segment) -> int:
    """Whose turn it is, from 1; the swap belongs to the turn that it leads to."""
    return 1 if segment.path.startswith(f"{_TURNS[0]}/") else 2


def swap_index(timeline: Timeline) -> int | None:
    """Where the roles are swapped."""
    return next((i for i, segment in enumerate(timeline.segments) if is_swap(segment)), None)


def work_of(timeline: Timeline, turn: int) -> list[tuple[object, ...]]:
    """All work that a partner is given in a turn, to compare it with the other's."""
    return [
        (s.step.id, s.side, s.point_id, s.kind, s.lap, s.repetition, s.duration_ms, s.count)
        for s in timeline.segments
        if turn_of(s) == turn and not is_swap(s) and s.kind not in _TALK
    ]


_TALK: Final = frozenset({SegmentKind.NOTICE, SegmentKind.CHECK})


def _turns(turn: Protocol, hour: ClassHour) -> Iterator[Step | Block]:
    yield Block(_TURNS[0], turn.body)
    if hour.swaps:
        yield _swap(turn, hour.swap_ms)
        yield Block(_TURNS[1], tuple(_again(turn.body)))


def _again(body: Iterable[Step | Block]) -> Iterator[Step | Block]:
    """The same for the other partner, without what a class is told once."""
    for item in body:
        if isinstance(item, Block):
            yield replace(item, body=tuple(_again(item.body)))
        elif not item.once:
            yield item


def _swap(turn: Protocol, swap_ms: Milliseconds) -> Step:
    first = next(_steps(turn.body))
    time = Amount.exactly(swap_ms, Status.APP_DEFAULT)
    return Step(SWAP_STEP, _SWAP_NAME, Rest(time), _SWAP_WORDS, first.position_id, first.plate_id)


def _work_budget_ms(protocol: Protocol, hour: ClassHour) -> Milliseconds:
    """What each turn has for the work itself."""
    # Where the second turn is told less, its hands may need a longer gap to get ready.
    told_once = sum(step.once for step in _steps(protocol.body))
    gap_ms = max(protocol.lead_in.chosen, protocol.between.chosen) * (told_once + 1)
    swaps_ms = (hour.swap_ms + gap_ms) * (hour.turns - 1)
    left_ms = hour.length_ms - swaps_ms - _talk_ms(protocol, hour)
    return max(0, left_ms // hour.turns)


def _talk_ms(protocol: Protocol, hour: ClassHour) -> Milliseconds:
    segments = unroll(protocol).segments
    whole_ms = sum(map(allowance_ms, segments))
    once_ms = sum(allowance_ms(segment) for segment in segments if segment.step.once)
    return whole_ms * hour.turns - once_ms * (hour.turns - 1)


def _for_all(body: Iterable[Step | Block]) -> Iterator[Step | Block]:
    for item in body:
        if isinstance(item, Block):
            yield replace(item, optional=False, body=tuple(_for_all(item.body)))
        else:
            yield item


def _without(protocol: Protocol, block_ids: set[str]) -> Protocol:
    return replace(protocol, body=tuple(_drop(protocol.body, block_ids)))


def _drop(body: Iterable[Step | Block], block_ids: set[str]) -> Iterator[Step | Block]:
    for item in body:
        if isinstance(item, Step):
            yield item
        elif item.id not in block_ids:
            yield replace(item, body=tuple(_drop(item.body, block_ids)))


def _optional(body: Iterable[Step | Block]) -> Iterator[Block]:
    for item in body:
        if isinstance(item, Block):
            if item.optional:
                yield item
            yield from _optional(item.body)


def _steps(body: Iterable[Step | Block]) -> Iterator[Step]:
    for item in body:
        if isinstance(item, Block):
            yield from _steps(item.body)
        else:
            yield item
