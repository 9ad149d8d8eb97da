"""The heights of the back that points are measured at, and which points lie at each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.construction import At, Level

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.source import QuizSource

# Places whose heights differ by less may not stand against one another.
SAME_HEIGHT_CUN: Final = 0.4


def level_of(point: Acupoint, source: QuizSource) -> str:
    """The landmark that a point of the back lies level with; empty where there is no single one."""
    if len(point.sites) != 1:
        return ""
    match point.sites[0].construction:
        case Level(level, _, _):
            return level
        case At(of) if of in source.catalog.landmarks and point.axes[1].value == "caudal":
            return of
        case _:
            return ""


def lateral_of(point: Acupoint) -> float:
    """How many cun beside the midline a point is measured; 0 where it is measured otherwise."""
    if len(point.sites) == 1 and isinstance(point.sites[0].construction, Level):
        return point.sites[0].construction.lateral_cun
    return 0.0


def levels(source: QuizSource) -> list[str]:
    """All levels of the points that may be asked, from the head down."""
    known = {level_of(point, source) for point in source.placed_points()} - {""}
    order = list(source.catalog.landmarks)
    found = sorted(known, key=order.index)
    if all(level in source.rest for level in found):
        found.sort(key=lambda level: -source.rest[level].at[2])
    return found


def points_at(level: str, source: QuizSource) -> list[Acupoint]:
    """Those that are well known to lie at this level, or at one of the same height."""
    return [
        point
        for point in source.placed_points()
        if point.sure is Sure.HIGH
        and (of := level_of(point, source))
        and (of == level or are_level(of, level, source))
    ]


def are_level(one: str, other: str, source: QuizSource) -> bool:
    """Whether two places lie at one height, by the body or by the catalogue's own word."""
    if abs(source.height_cun(one, other)) < SAME_HEIGHT_CUN:
        return True
    marks = source.catalog.landmarks
    said = [marks[place].level_with if place in marks else () for place in (one, other)]
    return other in said[0] or one in said[1]


def window(ordered: list[str], at: int, width: int, shift: int) -> list[str]:
    """So many neighbours in a row with ``at`` among them, ``shift`` places from the start."""
    start = max(0, min(at - shift % width, len(ordered) - width))
    return ordered[start : start + width]
