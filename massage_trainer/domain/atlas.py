"""The points as an atlas lists them: searched, filtered, along a channel, at one level."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.finding import FindingStep, finding_steps
from massage_trainer.domain.point_search import Found, PointNames, PointSearch, names_of
from massage_trainer.domain.quiz.deck import channel_title
from massage_trainer.domain.quiz.levels import level_of
from massage_trainer.domain.quiz.question import Shot
from massage_trainer.domain.quiz.source import channel_of

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.source import LessonContent, QuizSource
    from massage_trainer.domain.text import LocalizedText

WHOLE_BODY: Final = Shot("points-body-prone")
SizeOf = Callable[[str, Side, Shot], float]
_PREGNANCY: Final = "pregnancy"


@dataclass(frozen=True, slots=True)
class AtlasFilter:
    """Which points are listed; what is empty leaves nothing out."""

    channel: str = ""
    region: str = ""
    lesson: str = ""


class Choice(NamedTuple):
    """Something to filter by."""

    id: str
    title: LocalizedText


class Sighting(NamedTuple):
    """Where a point is seen: which of its places, on which side, in which picture."""

    key: str
    side: Side
    shot: Shot


class Atlas:
    """Everything that is known of the points, without a picture."""

    def __init__(self, source: QuizSource, size: SizeOf | None = None) -> None:
        """``size`` says how large a picture shows a place; 0 where it does not."""
        self._source = source
        self._size = size
        self.catalog = source.catalog
        self.names = {each.code: each for each in names_of(source.catalog.point_names)}
        self._search = PointSearch(source.catalog.points.values(), self.names.values())
        self._by_lesson = {lesson.id: frozenset(lesson.points) for lesson in source.lessons}

    def point(self, code: str) -> Acupoint | None:
        """None for a point that is known by name alone."""
        return self.catalog.points.get(code)

    def named(self, code: str) -> PointNames | None:
        """The names of any point, taught or not."""
        point = self.point(code)
        if point is not None:
            return PointNames(code, point.name_vi, point.pinyin, point.hanzi)
        return self.names.get(code)

    @property
    def channels(self) -> tuple[Choice, ...]:
        """The channels of the points that are taught."""
        ids = dict.fromkeys(channel_of(code) for code in self.catalog.points)
        return tuple(Choice(channel, channel_title(channel)) for channel in ids if channel)

    @property
    def regions(self) -> tuple[Choice, ...]:
        """The regions that hold a point, in the catalogue's order."""
        used = {point.region_id for point in self.catalog.points.values()}
        regions = self.catalog.body_regions.values()
        return tuple(Choice(region.id, region.name) for region in regions if region.id in used)

    @property
    def lessons(self) -> tuple[Choice, ...]:
        """The lessons that press points."""
        return tuple(Choice(each.id, each.name) for each in self._source.lessons if each.points)

    def find(self, query: str, wanted: AtlasFilter) -> tuple[Found, ...]:
        """The points that fit; those that are not taught only where nothing but names is asked."""
        return tuple(each for each in self._search.find(query) if self._fits(each, wanted))

    def along(self, code: str, step: int) -> str:
        """The next taught point of the same channel; empty at its end."""
        channel = channel_of(code)
        members = sorted(
            (each for each in self.catalog.points if channel and channel_of(each) == channel),
            key=lambda each: int(each[len(channel) :]),
        )
        if code not in members:
            return ""
        at = members.index(code) + step
        return members[at] if 0 <= at < len(members) else ""

    def level_points(self, code: str) -> tuple[str, ...]:
        """The other points at the same height."""
        return tuple(
            place for place in self.catalog.points[code].level_with if place in self.catalog.points
        )

    def level_landmarks(self, code: str) -> tuple[str, ...]:
        """The landmarks at the same height."""
        point = self.catalog.points[code]
        level = level_of(point, self._source)
        named = [place for place in point.level_with if place in self.catalog.landmarks]
        return tuple(dict.fromkeys((*((level,) if level else ()), *named)))

    def lessons_of(self, code: str) -> tuple[LessonContent, ...]:
        """The lessons that press this point."""
        return tuple(each for each in self._source.lessons if code in self._by_lesson[each.id])

    def cautions(self, code: str) -> tuple[LocalizedText, ...]:
        """What to mind, but for pregnancy."""
        return self._cautions(code, pregnancy=False)

    def pregnancy(self, code: str) -> tuple[LocalizedText, ...]:
        """What to mind with a pregnant client."""
        return self._cautions(code, pregnancy=True)

    def sides(self, code: str) -> tuple[Side, ...]:
        """The sides on which some picture shows it."""
        keys = [site.key for site in self.catalog.points[code].sites]
        seen = {side for key in keys for side in self._shots(key)}
        return tuple(side for side in (Side.LEFT, Side.RIGHT, Side.MIDLINE) if side in seen)

    def sighting(self, code: str, side: Side, key: str = "") -> Sighting | None:
        """Where it is seen best: with all that it is measured from, then from nearest by."""
        keys = [site.key for site in self.catalog.points[code].sites]
        if key in keys:
            keys = [key]
        middle = len(keys) // 2  # of a point in a long row of places, one in the midst of it
        for each in (*keys[middle:], *reversed(keys[:middle])):
            shots = self._shots(each)
            for wanted in (side, Side.MIDLINE, Side.RIGHT, Side.LEFT):
                if shots.get(wanted):
                    return Sighting(each, wanted, self._best(code, each, wanted, shots[wanted]))
        return None

    def steps(self, code: str, key: str) -> tuple[FindingStep, ...]:
        """How a hand finds this place of the point."""
        return finding_steps(self.catalog.points[code], key, self.catalog)

    def is_seen(self, key: str, side: Side, shot: Shot) -> bool:
        """Whether a place is shown well in this picture."""
        return shot in self._shots(key).get(side, ())

    def _shots(self, key: str) -> dict[Side, tuple[Shot, ...]]:
        pictures = self._source.pictures
        resting = pictures.resting.get(key, {})
        return {**resting, **pictures.of(key)}

    def _best(self, code: str, key: str, side: Side, shots: tuple[Shot, ...]) -> Shot:
        steps = self.steps(code, key)
        places = steps[-1].places if steps else ()
        around = self._around(code, key)

        def share(group: tuple[str, ...], shot: Shot, least: float) -> float:
            """How much of it is to be seen there; never nothing, for being near counts, too."""
            sides = (side, Side.MIDLINE)
            seen = sum(any(self._shown(place, on, shot) for on in sides) for place in group)
            return least + (1 - least) * seen / len(group) if group else 1.0

        def worth(shot: Shot) -> float:
            size = self._size(key, side, shot) if self._size else 1.0
            return size * share(places, shot, 0.1) ** 2 * share(around, shot, 0.5)

        return max(shots, key=worth)  # the first of those that are worth as much is the nearest

    def _shown(self, place: str, side: Side, shot: Shot) -> bool:
        if self._size is not None:
            return self._size(place, side, shot) > 0
        return self.is_seen(place, side, shot)

    def _around(self, code: str, key: str) -> tuple[str, ...]:
        """Places that are near on every body: a picture that lacks them shows it at its edge."""
        keys = [site.key for site in self.catalog.points[code].sites]
        if len(keys) > 1:
            at = keys.index(key)
            return tuple(keys[max(0, at - 2) : at + 3])
        codes = [self.along(code, step) for step in (-2, -1, 1, 2)]
        return (*(each for each in codes if each), *self.level_points(code))

    def _cautions(self, code: str, *, pregnancy: bool) -> tuple[LocalizedText, ...]:
        known = self.catalog.point_cautions
        ids: Iterable[str] = self.catalog.points[code].cautions
        return tuple(
            known[each].text
            for each in ids
            if each in known and each.startswith(_PREGNANCY) == pregnancy
        )

    def _fits(self, found: Found, wanted: AtlasFilter) -> bool:
        if wanted.channel and channel_of(found.code) != wanted.channel:
            return False
        if wanted.lesson and found.code not in self._by_lesson.get(wanted.lesson, ()):
            return False
        point = self.point(found.code)
        return not wanted.region or (point is not None and point.region_id == wanted.region)
