"""What is wrong here: a spot that was taken for a point, and the slip that led to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.kinds.pictured import own_spot_of, spot_of
from massage_trainer.domain.quiz.levels import lateral_of, level_of
from massage_trainer.domain.quiz.names import filled, how_to_find, joined, point_name
from massage_trainer.domain.quiz.place_words import is_vertebra
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Shot, ShownSpot
    from massage_trainer.domain.quiz.source import QuizSource

_ASKED: Final = LocalizedText(
    "Có người định ấn huyệt {name} ở chỗ được đánh dấu. Chỗ này sai ở đâu?",
    "Somebody means to press {name} at the marked spot. What is wrong with it?",
)
REASONS: Final = {
    "too-far": LocalizedText("Quá xa đường giữa", "Too far from the midline"),
    "too-near": LocalizedText("Quá gần đường giữa", "Too near the midline"),
    "too-high": LocalizedText("Sai mức: cao quá", "The wrong level: too high"),
    "too-low": LocalizedText("Sai mức: thấp quá", "The wrong level: too low"),
    "on-spine": LocalizedText("Ngay trên gai sống", "Right on the bone of the spine"),
    "in-zone": LocalizedText("Trong một vùng cần tránh", "Inside a zone to avoid"),
    "wrong-end": LocalizedText("Đo nhầm từ đầu kia", "Measured from the wrong end"),
    "nothing": LocalizedText("Không sai: đúng chỗ", "Nothing: it is the right spot"),
}
# Reasons of which both may be true of a spot; they never stand against one another.
_BOTH_TRUE: Final = (
    frozenset({"too-near", "on-spine"}),
    frozenset({"too-near", "wrong-end"}),
    frozenset({"in-zone", "on-spine"}),
    frozenset({"in-zone", "too-far"}),
    frozenset({"in-zone", "too-near"}),
    frozenset({"in-zone", "wrong-end"}),
)
# Spots of their own: of the correction whose slip leads there, or in a zone; point, what is wrong.
_SLIPS: Final = (
    ("C01", "BL23", "too-far"),
    ("C02", "BL25", "too-far"),
    ("C04", "GB30", "wrong-end"),
    ("kidney", "BL52", "in-zone"),
    ("sciatic-notch", "GB30", "in-zone"),
)
# Levels between the right one and the wrong one; the next one is not asked: it is too near.
_LEVELS_AWAY: Final = (1.0, 4.0)


class Fault(NamedTuple):
    """A spot that was taken for a point: the key of its place, or the name of its spot."""

    reason: str
    key: str = ""
    spot: str = ""


class WhatIsWrong(Kind):
    """The item is the point, whose slip changes each time; or a correction, or a zone."""

    id = "what-is-wrong"
    title = LocalizedText("Chỗ này sai ở đâu", "What is wrong here")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found = []
        for point in source.placed_points():
            if not is_measured_beside_spine(point, source):
                continue
            if not deck.wants(self.id, point.code, point.code):
                continue
            fault = _any_fault(point, source, random)
            if question := _question(self.id, point.code, point, fault, source, random):
                found.append(question)
        told = {**source.catalog.corrections, **source.catalog.zones}
        for name, code, reason in _SLIPS:
            slipped = source.catalog.points.get(code)
            known = name in told and name in source.pictures.spots
            if slipped is None or not known or not deck.wants(self.id, name, code):
                continue
            fault = Fault(reason, spot=name)
            if question := _question(self.id, name, slipped, fault, source, random):
                found.append(question)
        return found


def is_measured_beside_spine(point: Acupoint, source: QuizSource) -> bool:
    """Whether a spot beside it can be wrong in a way that has one name."""
    level = level_of(point, source)
    return point.sure is Sure.HIGH and lateral_of(point) >= 1 and is_vertebra(level)


def faults(point: Acupoint, source: QuizSource) -> Iterator[Fault]:
    """All spots that may be shown for a point beside the spine, the right one among them."""
    level, lateral = level_of(point, source), lateral_of(point)
    yield Fault("nothing", point.sites[0].key)
    yield Fault("on-spine", level)
    for other in source.placed_points():
        if other.code == point.code or not is_measured_beside_spine(other, source):
            continue
        key, beside = other.sites[0].key, lateral_of(other)
        higher = source.height_cun(key, point.sites[0].key)
        if level_of(other, source) == level:
            yield Fault("too-far" if beside > lateral else "too-near", key)
        elif beside == lateral and _LEVELS_AWAY[0] <= abs(higher) <= _LEVELS_AWAY[1]:
            yield Fault("too-high" if higher > 0 else "too-low", key)


def _any_fault(point: Acupoint, source: QuizSource, random: Random) -> Fault:
    """Each reason that can be shown is as likely."""
    by_reason: dict[str, list[Fault]] = {}
    for fault in faults(point, source):
        if source.pictures.of(fault.key):
            by_reason.setdefault(fault.reason, []).append(fault)
    if not by_reason:
        return Fault("nothing", point.sites[0].key)
    return random.choice(by_reason[random.choice(list(by_reason))])


def _question(
    kind: str, item: str, point: Acupoint, fault: Fault, source: QuizSource, random: Random
) -> Question | None:
    shown = _shown(fault, source, random)
    if shown is None:
        return None
    shot, spot = shown
    wrong = [r for r in REASONS if r != fault.reason and not _both_true(r, fault.reason)]
    chosen = [fault.reason, *random.sample(wrong, OPTIONS - 1)]
    return Question(
        kind,
        item,
        Form.CHOICE,
        filled(_ASKED, name=point_name(point)),
        _why(item, point, fault, source),
        topic=point.code,
        shot=shot,
        spot=spot,
        options=shuffled((Option(reason, REASONS[reason]) for reason in chosen), random),
        right=frozenset({fault.reason}),
    )


def _both_true(one: str, other: str) -> bool:
    return frozenset({one, other}) in _BOTH_TRUE


def _shown(fault: Fault, source: QuizSource, random: Random) -> tuple[Shot, ShownSpot] | None:
    if fault.key:
        return spot_of(source.pictures, (fault.key,), random)
    return own_spot_of(source.pictures.spots[fault.spot], random)


def _why(item: str, point: Acupoint, fault: Fault, source: QuizSource) -> LocalizedText:
    correction = source.catalog.corrections.get(item)
    if correction:
        return joined(correction.taught, correction.why)
    zones = source.catalog.zones
    if zone := zones.get("spine" if fault.reason == "on-spine" else item):
        return joined(zone.why, how_to_find(point))
    return how_to_find(point)
