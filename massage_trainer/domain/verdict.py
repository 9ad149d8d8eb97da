"""The verdict on a place that was shown for a point: hit, near or miss, how far and which way."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Acupoint, Shown
from massage_trainer.domain.chart import BodyChart, Way
from massage_trainer.domain.construction import Go
from massage_trainer.domain.rotation import Vector

HIT_CUN = 0.5
NEAR_CUN = 1.0
# What is less than this, or than this share of the other part, is not worth a word.
LEAST_WORD_CUN = 0.15
LEAST_WORD_SHARE = 0.25
# Points this close are one place with two names and are no rivals.
SAME_PLACE_CUN = 0.1
# In a hollow the way along the skin, which bridges it, may be shorter than the straight one.
_BRIDGED_M = 0.01
# A far place is told in words only if most of the way to it lies in the directions of the skin.
_TELLING_SHARE = 0.7
_SIDED = {Go.LEFT: Go.RIGHT, Go.RIGHT: Go.LEFT}


class SideRule(Enum):
    """Whether a question names the side; the client's own left and right."""

    EITHER = "either"
    LEFT = "left"
    RIGHT = "right"


class Grade(Enum):
    """How good a shown place is."""

    HIT = "hit"
    NEAR = "near"
    MISS = "miss"
    OFF_BODY = "off-body"


@dataclass(frozen=True, slots=True)
class Target:
    """The point that is asked for; of a point of the midline no side can be named."""

    code: str
    side: SideRule = SideRule.EITHER


@dataclass(frozen=True, slots=True)
class NearPoint:
    """A point and how far a place lies from it; ``exact`` is along the skin, else straight."""

    code: str
    site: str
    side: Side
    distance_cun: float
    exact: bool


class Part(NamedTuple):
    """One part of a direction: so many cun that way."""

    go: Go
    cun: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a place shown for a point.

    ``site`` and ``side`` are the member of the point that was meant, the nearest one. From it the
    place lies ``across_cun`` and ``along_cun`` in the directions ``axes``; ``words`` are the parts
    worth saying, the larger first. Off the body the distance is infinite and the rest is empty.
    """

    grade: Grade
    target: Target
    site: str
    side: Side
    distance_cun: float
    exact: bool
    across_cun: float
    along_cun: float
    axes: tuple[Go, Go]
    words: tuple[Part, ...]
    hit_cun: float
    wrong_side: bool  # the same place would have been right, or nearly, on the other side
    nearest: NearPoint | None


@dataclass(frozen=True, slots=True, eq=False)
class _Member:
    """One place of a point on one side of the body.

    A judge makes each of them once and asks all the time whether one is among others, so it is
    equal to itself alone: hashes of all that it holds took half of a verdict's time.
    """

    code: str
    site: str
    side: Side


class _Aim(NamedTuple):
    """A member and the way from it to the place that is judged."""

    member: _Member
    way: Way
    metres: float


class _Rivals(NamedTuple):
    """The points that a place may belong to instead, and how far the nearest of them is."""

    members: frozenset[_Member]
    nearest_cun: float


class Judge:
    """Judges places of the rest body (its left is +x) by the chart of the skin."""

    def __init__(self, chart: BodyChart, points: Iterable[Acupoint]) -> None:
        self._chart = chart
        self._points = {
            point.code: point
            for point in points
            if point.shown is not Shown.TEXT
            and point.sites
            and all(site.key in chart.sites for site in point.sites)
        }
        self._members = [
            _Member(point.code, site.key, side)
            for point in self._points.values()
            for site in point.sites
            for side in ((Side.MIDLINE,) if point.midline else (Side.LEFT, Side.RIGHT))
        ]
        self._everyone = frozenset(self._members)
        self._of_code = {
            code: frozenset(member for member in self._members if member.code == code)
            for code in self._points
        }
        self._known_rivals: dict[tuple[_Member, bool], _Rivals] = {}
        self._last: _Look | None = None

    def can_judge(self, code: str) -> bool:
        return code in self._points

    def hit_cun(self, code: str, site: str, side: Side) -> float:
        """How far from one place of a point a hit is, where no side is named."""
        member = next(
            member for member in self._of_code[code] if (member.site, member.side) == (site, side)
        )
        return self._hit_cun(self._points[code], member, None)

    def judge(self, target: Target, place: Vector | None) -> Verdict:
        """Judge a place; None is a place off the body.

        Raises KeyError for a point that cannot be judged.
        """
        point = self._points[target.code]
        if place is None:
            return _off_body(target, point)
        look = self._look(place)
        wanted = self._of_code[target.code]
        named = self._named(target, point)
        right = frozenset(member for member in wanted if named in (None, member.side))
        aim = look.nearest(right)
        grade = self._grade(look, point, aim, named)
        wrong_side = False
        if named is not None and grade is Grade.MISS:
            other = look.nearest(wanted - right)
            wrong_side = self._grade(look, point, other, other.member.side) is not Grade.MISS
        across, along, cun, exact = aim.way
        axes = _axes_of(point, aim.member.side)
        best = look.nearest(self._everyone)
        if best.metres >= aim.metres:
            best = aim
        return Verdict(
            grade=grade,
            target=target,
            site=aim.member.site,
            side=aim.member.side,
            distance_cun=cun,
            exact=exact,
            across_cun=across,
            along_cun=along,
            axes=axes,
            words=_words(aim.way, axes),
            hit_cun=self._hit_cun(point, aim.member, named),
            wrong_side=wrong_side,
            nearest=_near_point(best),
        )

    def _look(self, place: Vector) -> _Look:
        """The last one is kept: one place may be judged for many points."""
        if self._last is None or self._last.place != place:
            self._last = _Look(self._chart, self._members, place)
        return self._last

    def _named(self, target: Target, point: Acupoint) -> Side | None:
        if point.midline or target.side is SideRule.EITHER:
            return None
        return Side.LEFT if target.side is SideRule.LEFT else Side.RIGHT

    def _grade(self, look: _Look, point: Acupoint, aim: _Aim, named: Side | None) -> Grade:
        cun = aim.way.cun
        hit = cun <= self._hit_cun(point, aim.member, named)
        if hit and not point.tolerance:
            return Grade.HIT
        if not hit and cun > (point.tolerance.near_cun if point.tolerance else NEAR_CUN):
            return Grade.MISS
        # A tolerance of the point's own may reach further than half the way to another point.
        rivals = self._rivals(aim.member, named).members
        if rivals and look.nearest(rivals, aim.metres).metres < aim.metres:
            return Grade.MISS
        return Grade.HIT if hit else Grade.NEAR

    def _hit_cun(self, point: Acupoint, member: _Member, named: Side | None) -> float:
        if point.tolerance:
            return point.tolerance.hit_cun
        return min(HIT_CUN, self._rivals(member, named).nearest_cun / 2)

    def _rivals(self, member: _Member, named: Side | None) -> _Rivals:
        """The other points; where the side is named, the twin of the other side is one of them."""
        key = (member, named is not None)
        if key in self._known_rivals:
            return self._known_rivals[key]
        own, flip = self._chart.sites[member.site], member.side is Side.RIGHT
        rivals: list[_Member] = []
        nearest = math.inf
        for other in self._members:
            if other.code == member.code and (named is None or other.side is named):
                continue
            place = self._chart.sites[other.site].place
            if (other.side is Side.RIGHT) != flip:
                place = _mirrored(place)
            if math.dist(place, own.place) < 2 * HIT_CUN * own.cun_m + _BRIDGED_M:
                cun = self._chart.way(member.site, self._chart.standing(place)).cun
                if cun < SAME_PLACE_CUN:
                    continue
                nearest = min(nearest, cun)
            rivals.append(other)
        found = _Rivals(frozenset(rivals), nearest)
        self._known_rivals[key] = found
        return found


class _Look:
    """One place, and its mirror image, on the chart."""

    def __init__(self, chart: BodyChart, members: Sequence[_Member], place: Vector) -> None:
        self.place = place
        self._chart = chart
        self._here = chart.standing(place)
        self._mirrored = chart.standing(_mirrored(place))
        sites, flipped = chart.sites, self._mirrored.place
        straight = [
            math.dist(sites[one.site].place, flipped if one.side is Side.RIGHT else place)
            for one in members
        ]
        order = sorted(range(len(members)), key=straight.__getitem__)
        self._by_straight = [(straight[number], members[number]) for number in order]
        self._aims: dict[_Member, _Aim] = {}

    def nearest(self, allowed: Set[_Member], within_m: float = math.inf) -> _Aim:
        """The nearest of the allowed members; beyond ``within_m`` not always the nearest one."""
        best: _Aim | None = None
        for straight, member in self._by_straight:
            if best and straight - _BRIDGED_M > min(best.metres, within_m):
                break
            if member in allowed:
                aim = self._aim(member)
                if best is None or aim.metres < best.metres:
                    best = aim
        if best is None:
            raise ValueError("nobody is allowed")
        return best

    def _aim(self, member: _Member) -> _Aim:
        if member not in self._aims:
            standing = self._mirrored if member.side is Side.RIGHT else self._here
            way = self._chart.way(member.site, standing)
            metres = way.cun * self._chart.sites[member.site].cun_m
            self._aims[member] = _Aim(member, way, metres)
        return self._aims[member]


def _mirrored(place: Vector) -> Vector:
    return (-place[0], place[1], place[2])


def _axes_of(point: Acupoint, side: Side) -> tuple[Go, Go]:
    """The point's axes; left and right change places with the side."""
    if side is not Side.RIGHT:
        return point.axes
    across, along = point.axes
    return (_SIDED.get(across, across), _SIDED.get(along, along))


def _words(way: Way, axes: tuple[Go, Go]) -> tuple[Part, ...]:
    parts = (way.across, way.along)
    if not way.exact and math.hypot(*parts) < _TELLING_SHARE * way.cun:
        return ()
    largest = max(abs(part) for part in parts)
    least = max(LEAST_WORD_CUN, LEAST_WORD_SHARE * largest)
    words = [
        Part(axis if part > 0 else axis.opposite, abs(part))
        for axis, part in zip(axes, parts, strict=True)
        if abs(part) >= least
    ]
    return tuple(sorted(words, key=lambda word: -word.cun))


def _near_point(aim: _Aim) -> NearPoint:
    member = aim.member
    return NearPoint(member.code, member.site, member.side, aim.way.cun, aim.way.exact)


def _off_body(target: Target, point: Acupoint) -> Verdict:
    return Verdict(
        grade=Grade.OFF_BODY,
        target=target,
        site="",
        side=Side.MIDLINE if point.midline else Side.BOTH,
        distance_cun=math.inf,
        exact=False,
        across_cun=0.0,
        along_cun=0.0,
        axes=point.axes,
        words=(),
        hit_cun=0.0,
        wrong_side=False,
        nearest=None,
    )
