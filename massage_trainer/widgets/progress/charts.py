"""Makes the charts out of what was read, with all their words in the language of now."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.construction import Go
from massage_trainer.domain.quiz.days import day_after
from massage_trainer.widgets.progress.bars import Bar, Bars
from massage_trainer.widgets.progress.body import Badge, BodyChart, Dot
from massage_trainer.widgets.progress.matrix import Grid
from massage_trainer.widgets.progress.regions import ORDER, RegionBars, Row
from massage_trainer.widgets.progress.target import RINGS, Ends, Target
from massage_trainer.widgets.progress.words import (
    aim_numbers,
    day_numbers,
    day_text,
    due_numbers,
    end_text,
    group_name,
    group_numbers,
    item_name,
    pair_text,
    standing_text,
)
from massage_trainer.widgets.verdict_words import cun_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.progress import GroupProgress, Progress
    from massage_trainer.domain.quiz.aim import Aim
    from massage_trainer.domain.still_places import Fraction, Spot, StillPlaces

BODY_PLATE = "points-body-prone"
_UPWARD = frozenset({Go.CRANIAL, Go.PROXIMAL, Go.ANTERIOR})


def region_chart(progress: Progress, language: str) -> RegionBars:
    rows = tuple(
        Row(
            letter,
            group_name(group, language),
            group.standing,
            (group.count(ORDER[0]), group.count(ORDER[1]), group.count(ORDER[2])),
        )
        for letter, group in zip(ascii_uppercase, progress.groups, strict=False)
    )
    mastered, learning, new = (standing_text(standing) for standing in ORDER)
    return RegionBars(rows, (mastered, learning, new), _group_lines(progress, language))


def body_chart(
    progress: Progress,
    catalog: Catalog,
    picture: QImage | None,
    places: StillPlaces | None,
    language: str,
) -> BodyChart:
    words = _group_lines(progress, language)
    missing = QCoreApplication.translate(
        "Progress", "The picture of the body is missing; the list says the same."
    )
    if picture is None or places is None:
        return BodyChart(None, (), (), missing, words)
    badges = []
    for number, (letter, group) in enumerate(zip(ascii_uppercase, progress.groups, strict=False)):
        if badge := _badge(letter, group, catalog, places, above=number % 2 == 0):
            badges.append(badge)
    return BodyChart(picture, _dots(progress, catalog, places), tuple(badges), missing, words)


def target_chart(aim: Aim) -> Target:
    across, along = aim.axes
    # On the drawing the head is up, and forward is up as well.
    flip = -1 if along in _UPWARD else 1
    top, bottom = (along, along.opposite) if flip < 0 else (along.opposite, along)
    ends = Ends(*(end_text(go) for go in (across.opposite, across, top, bottom)))
    mean = None
    if aim.biases:
        mean = (aim.across.mean_cun, flip * aim.along.mean_cun)
    return Target(
        tuple((right, flip * down) for right, down in aim.places),
        mean,
        ends,
        tuple(cun_text(ring) for ring in RINGS),
        aim_numbers(aim),
    )


def day_chart(progress: Progress) -> Bars:
    bars = tuple(Bar(day.asked, day.right, day_text(day.day)) for day in progress.days)
    last = len(bars) - 1
    today = QCoreApplication.translate("Progress", "today")
    return Bars(
        (*bars[:-1], Bar(bars[-1].total, bars[-1].part, today)),
        last,
        QCoreApplication.translate("Progress", "right at the first try"),
        QCoreApplication.translate("Progress", "not at the first try"),
        day_numbers(progress),
    )


def forecast_chart(progress: Progress) -> Bars:
    days = [day_text(day_after(progress.today, n)) for n in range(len(progress.forecast))]
    days[0] = QCoreApplication.translate("Progress", "today")
    bars = tuple(Bar(count, count, day) for count, day in zip(progress.forecast, days, strict=True))
    return Bars(bars, 0, "", "", due_numbers(tuple(days), progress.forecast))


def confusion_chart(progress: Progress, catalog: Catalog, language: str) -> Grid | None:
    """None where nothing was ever taken for something else."""
    matrix = progress.matrix
    if not matrix.names:
        return None
    names = {item: item_name(item, catalog, language) for item in matrix.names}
    place = {item: number for number, item in enumerate(matrix.names)}
    return Grid(
        tuple(names[item] for item in matrix.names),
        {(place[asked], place[taken]): count for asked, taken, count in matrix.pairs},
        QCoreApplication.translate("Progress", "Asked"),
        QCoreApplication.translate("Progress", "Answered instead"),
        tuple(pair_text(names[asked], names[taken], count) for asked, taken, count in matrix.pairs),
    )


def _group_lines(progress: Progress, language: str) -> tuple[str, ...]:
    pairs = zip(ascii_uppercase, progress.groups, strict=False)
    return tuple(group_numbers(group, letter, language) for letter, group in pairs)


def _dots(progress: Progress, catalog: Catalog, places: StillPlaces) -> tuple[Dot, ...]:
    """Of every point with one place a side; those with many would hide the others."""
    standings = progress.standings
    return tuple(
        Dot(spot.at, standings[code])
        for code, point in catalog.points.items()
        if code in standings and len(point.sites) == 1
        for spot in places.points.get(point.sites[0].key, _NOWHERE).values()
    )


def _badge(
    letter: str, group: GroupProgress, catalog: Catalog, places: StillPlaces, *, above: bool
) -> Badge | None:
    spots: list[Fraction] = [
        spot.at
        for code in group.standings
        if code in catalog.points
        for site in catalog.points[code].sites
        for spot in places.points.get(site.key, _NOWHERE).values()
    ]
    if not spots:
        return None
    half = [at for at in spots if (at[1] <= 0.5) is above] or spots
    middle = sum(x for x, _ in half) / len(half), sum(y for _, y in half) / len(half)
    return Badge(letter, middle, group.standing, above)


_NOWHERE: Mapping[Side, Spot] = {}
