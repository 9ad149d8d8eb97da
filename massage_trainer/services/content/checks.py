"""Contradictions of a lesson: totals and parts, left and right, answers that lead nowhere."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from math import prod
from typing import Final

import yaml

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Condition,
    Counted,
    Holds,
    Points,
    Protocol,
    SidesByAnswer,
    Step,
    Timed,
)
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import Timeline, unroll
from massage_trainer.services.content.vocabulary import Vocabulary

MOST_SEGMENTS: Final = 2_000
MOST_VARIATIONS: Final = 64

Body = tuple[Step | Block, ...]
Mistake = tuple[yaml.Node | None, str, str]
Answers = Mapping[str, str]


@dataclass(slots=True)
class Declared:
    """What the file says beside the lesson itself, and where its parts stand."""

    total: tuple[yaml.Node, Amount] | None = None
    blocks: dict[str, yaml.Node] = field(default_factory=dict)  # block id -> its total
    places: dict[str, yaml.Node] = field(default_factory=dict)  # step id -> step, or its use


def check_lesson(
    protocol: Protocol, declared: Declared, vocabulary: Vocabulary
) -> Iterator[Mistake]:
    """Every contradiction of a lesson that was read without a mistake."""
    segments = _count(protocol.body)
    if segments > MOST_SEGMENTS:
        problem = f"the lesson unrolls into {segments} parts, more than {MOST_SEGMENTS}"
        yield None, problem, "repeat less"
        return
    defaults = dict(vocabulary.defaults)
    yield from _block_totals(protocol, declared, defaults)
    other_parts = any(True for _ in _conditions(protocol.body))
    told: set[str] = set()
    for number, answers in enumerate(_variations(protocol.body, vocabulary)):
        settled = settle(protocol, TeacherChoices(answers=dict(answers)), defaults)
        mistakes = list(_variation(settled, declared))
        if number == 0 or other_parts:  # else only sides change, which leaves all paths apart
            timeline = unroll(settled)
            mistakes += _paths(timeline, declared)
            if number == 0 and declared.total is not None:
                mistakes += _total(*declared.total, timeline)
        for place, problem, hint in mistakes:
            if problem not in told:
                told.add(problem)
                yield place, _if_answered(problem, answers, vocabulary.defaults), hint


def _if_answered(problem: str, answers: Answers, defaults: Mapping[str, str]) -> str:
    """Name the answers that lead to the problem, where they are not the default ones."""
    others = [f"{q}: {choice}" for q, choice in answers.items() if defaults.get(q) != choice]
    return f"with {', '.join(others)}: {problem}" if others else problem


def _count(body: Body) -> int:
    """An upper bound of the segments, by arithmetic: a typing error must not fill the memory."""
    return sum(
        item.times * (item.optional + _count(item.body))
        if isinstance(item, Block)
        else _count_step(item)
        for item in body
    )


def _count_step(step: Step) -> int:
    sides = (
        max(len(sides) for _, sides in step.sides.by_choice)
        if isinstance(step.sides, SidesByAnswer)
        else len(step.sides)
    )
    match step.dose:
        case Holds(times=times):
            segments = 4 * times.most
        case Points(holds=holds):
            segments = sum(2 * hold.times for hold in holds)
        case _:
            segments = 1
    return max(1, sides) * segments


def _block_totals(
    protocol: Protocol, declared: Declared, defaults: dict[str, str]
) -> Iterator[Mistake]:
    for block, answers in _blocks(protocol.body, defaults):
        if block.total is not None and block.id in declared.blocks:
            inside = replace(protocol, body=block.body)
            timeline = unroll(settle(inside, TeacherChoices(), answers))
            yield from _total(declared.blocks[block.id], block.total, timeline)


def _total(node: yaml.Node, total: Amount, timeline: Timeline) -> Iterator[Mistake]:
    parts_ms = sum(s.duration_ms for s in timeline.segments if not s.optional)
    if not total.least <= parts_ms <= total.most:
        said = _duration(total.least)
        if total.is_range:
            said += f" to {_duration(total.most)}"
        yield node, f"the total says {said}, its parts make {_duration(parts_ms)}", ""


def _blocks(body: Body, answers: Mapping[str, str]) -> Iterator[tuple[Block, dict[str, str]]]:
    """Every block, with the answers under which it is played."""
    for item in body:
        if isinstance(item, Block):
            inside = {**answers, **{c.question_id: c.choice_id for c in item.when}}
            yield item, inside
            yield from _blocks(item.body, inside)


def _variations(body: Body, vocabulary: Vocabulary) -> Iterator[Answers]:
    """Every combination of answers the lesson asks for; one at a time where there are very many.

    The default answers come first.
    """
    questions = sorted(set(_questions(body)))
    defaults = {q: vocabulary.defaults[q] for q in questions}
    yield defaults
    choices = [vocabulary.choices[q] for q in questions]
    if prod(len(c) for c in choices) <= MOST_VARIATIONS:
        for combination in product(*choices):
            answers = dict(zip(questions, combination, strict=True))
            if answers != defaults:
                yield answers
        return
    for question in questions:
        for choice in vocabulary.choices[question]:
            if choice != defaults[question]:
                yield {**defaults, question: choice}


def _questions(body: Body) -> Iterator[str]:
    yield from (condition.question_id for condition in _conditions(body))
    for item in body:
        if isinstance(item, Block):
            yield from _questions(item.body)
        elif isinstance(item.sides, SidesByAnswer):
            yield item.sides.question_id


def _conditions(body: Body) -> Iterator[Condition]:
    for item in body:
        yield from item.when
        if isinstance(item, Block):
            yield from _conditions(item.body)


def _paths(timeline: Timeline, declared: Declared) -> Iterator[Mistake]:
    """Bookmarks find a part again by its path."""
    seen: set[str] = set()
    for segment in timeline.segments:
        if segment.path in seen:
            place = declared.places.get(segment.step.id)
            yield place, f"two parts are called {segment.path}", "rename the block or the step"
            return
        seen.add(segment.path)


def _variation(settled: Protocol, declared: Declared) -> Iterator[Mistake]:
    if not _count(settled.body):
        yield None, "nothing is left to do", ""
    if not settled.fragment:  # the lesson that uses it may bring the other side
        for step, problem in _uneven(settled.body):
            yield declared.places.get(step.id), problem, "each side gets its full dose"


_Dose = tuple[int, int, int]  # least, chosen, most
_Key = tuple[str, str, str, str]  # stroke, region, acupoint, what is measured


def _uneven(body: Body) -> Iterator[tuple[Step, str]]:
    """Strokes of which one side gets more than the other; optional blocks count for themselves."""
    ledger: dict[_Key, dict[Side, _Dose]] = {}
    first: dict[_Key, Step] = {}
    optional: list[Block] = []
    for step, laps in _played(body, 1, optional):
        for measure, dose in _measures(step):
            key = (step.stroke_id, step.region_id, *measure)
            for side in step.sides if isinstance(step.sides, tuple) else ():
                if side in (Side.LEFT, Side.RIGHT):
                    first.setdefault(key, step)
                    sides = ledger.setdefault(key, {Side.LEFT: (0, 0, 0), Side.RIGHT: (0, 0, 0)})
                    least, chosen, most = sides[side]
                    sides[side] = (
                        least + laps * dose[0],
                        chosen + laps * dose[1],
                        most + laps * dose[2],
                    )
    for key, sides in ledger.items():
        if sides[Side.LEFT] != sides[Side.RIGHT]:
            yield first[key], _uneven_words(key, sides[Side.LEFT], sides[Side.RIGHT])
    for block in optional:
        yield from _uneven(block.body)


def _uneven_words(key: _Key, left: _Dose, right: _Dose) -> str:
    stroke, region, point, measure = key
    at = 1 if left[1] != right[1] else 0 if left[0] != right[0] else 2
    what = " ".join(word for word in (stroke, region, point) if word)
    shown = [_duration(d[at]) if measure == "time" else f"{d[at]} {measure}" for d in (left, right)]
    least_or_most = ("at least ", "", "at most ")[at]
    return f"{what}: {least_or_most}{shown[0]} on the left, {shown[1]} on the right"


def _played(body: Body, laps: int, optional: list[Block]) -> Iterator[tuple[Step, int]]:
    for item in body:
        if isinstance(item, Step):
            yield item, laps
        elif item.optional:
            optional.append(item)
        else:
            yield from _played(item.body, laps * item.times, optional)


def _measures(step: Step) -> Iterable[tuple[tuple[str, str], _Dose]]:
    """What a side gets of a step: (acupoint, unit) and how much."""
    match step.dose:
        case Timed(time=time):
            yield ("", "time"), (time.least, time.chosen, time.most)
        case Counted(count=count, unit=unit):
            yield ("", unit.value), (count.least, count.chosen, count.most)
        case Holds(hold=hold, times=times):
            yield (
                ("", "time"),
                (hold.least * times.least, hold.chosen * times.chosen, hold.most * times.most),
            )
        case Points(holds=holds):
            for point in holds:
                held, turns = point.hold, point.times
                yield (
                    (point.point_id, "time"),
                    (held.least * turns, held.chosen * turns, held.most * turns),
                )
        case _:
            return


def _duration(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1_000, 60)
    if not minutes:
        return f"{seconds}s"
    return f"{minutes}m{seconds}s" if seconds else f"{minutes}m"
