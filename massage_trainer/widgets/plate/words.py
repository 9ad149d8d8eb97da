"""The words that stand on a picture and in its strip: names of points, landmarks and zones."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog, Sure
from massage_trainer.domain.construction import Along, Between, Level
from massage_trainer.viewmodels.plate import PlaceState
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import side_text
from massage_trainer.widgets.verdict_words import (
    cun_text,
    point_text,
    unsure_text,
    verdict_words,
)

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import Mark, PlateViewModel

_SEPARATOR: Final = " · "
_LARGEST_PART: Final = 10  # shares are told as halves, thirds ... tenths


class StripWords(NamedTuple):
    """What the strip at the picture says: a sign, a first line that stands out, and the rest."""

    icon: Icon | None = None
    title: str = ""
    lines: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()  # instead of the lines where there is no room for them

    @property
    def spoken(self) -> str:
        """All of it, for those who do not see it."""
        return "\n".join(part for part in (self.title, *self.lines) if part)


class PlateWords:
    """Speaks of one catalogue in one language."""

    def __init__(self, catalog: Catalog, language: str) -> None:
        self._catalog = catalog
        self._language = language

    def point(self, code: str) -> str:
        """Name and code."""
        point = self._catalog.points.get(code)
        return point_text(point, self._language) if point else code

    def name_of(self, mark: Mark) -> str:
        """Name, code and side, as a screen reader says it."""
        if mark.side is Side.MIDLINE:
            return self.point(mark.code)
        return f"{self.point(mark.code)}, {side_text(mark.side)}"

    def landmark(self, landmark_id: str) -> str:
        landmark = self._catalog.landmarks.get(landmark_id)
        if landmark is None:
            return self.point(landmark_id)
        return landmark.name.in_language(self._language)

    def zone(self, zone_id: str) -> str:
        zone = self._catalog.zones.get(zone_id)
        return zone.name.in_language(self._language) if zone else zone_id

    def measured(self, mark: Mark) -> str:
        """How far the point is measured: so many cun, or which share of the way; else empty."""
        point = self._catalog.points.get(mark.code)
        for site in point.sites if point else ():
            if site.key != mark.key:
                continue
            match site.construction:
                case Level(_, cun, _) | Along(_, _, cun, _):
                    return cun_text(abs(cun)) if cun else ""
                case Between(_, _, share):
                    part = Fraction(share).limit_denominator(_LARGEST_PART)
                    return f"{part.numerator}/{part.denominator}"
        return ""

    def card(self, mark: Mark) -> StripWords:
        """Everything about a point that was chosen."""
        point = self._catalog.points.get(mark.code)
        if point is None:
            return StripWords(Icon.TARGET, mark.code)
        title = _SEPARATOR.join((self.name_of(mark), point.pinyin, point.hanzi))
        if self._language != "vi":
            title = _SEPARATOR.join((self.name_of(mark), point.hanzi, point.name_vi))
        lines = []
        if point.level_with:
            names = ", ".join(
                self.landmark(place) if place in self._catalog.landmarks else self.point(place)
                for place in point.level_with
            )
            text = QCoreApplication.translate("Plate", "Level with {places}")
            lines.append(text.format(places=names))
        find = point.find.in_language(self._language)
        unsure = () if point.sure is Sure.HIGH else (unsure_text(),)
        first, dot, rest = find.partition(". ")
        return StripWords(
            Icon.TARGET,
            title,
            (*lines, find, *unsure),
            (*lines, f"{first}{dot}…" if rest else find, *unsure),
        )

    def zones(self, zone_ids: tuple[str, ...]) -> StripWords:
        """What the hatched zones are, and why nothing is pressed there."""
        known = [self._catalog.zones[zone] for zone in zone_ids if zone in self._catalog.zones]
        names = [zone.name.in_language(self._language) for zone in known]
        reasons = [zone.why.in_language(self._language) for zone in known]
        if not known:
            nothing = QCoreApplication.translate("Plate", "No safety zone lies in this picture.")
            return StripWords(Icon.ZONES, nothing)
        text = QCoreApplication.translate("Plate", "{zone}: {why}")
        return StripWords(
            Icon.ZONES,
            QCoreApplication.translate("Plate", "Do not press here"),
            tuple(text.format(zone=n, why=w) for n, w in zip(names, reasons, strict=True)),
            ("; ".join(names),),
        )

    def strip(self, model: PlateViewModel, described: tuple[str, ...]) -> StripWords:
        """What the strip says now: an answer, a point, zones, a notice, or the description."""
        if model.answer:
            words = verdict_words(model.answer.verdict, self._catalog, self._language)
            return StripWords(words.icon, words.grade, (words.line,))
        if model.chosen:
            return self.card(model.chosen)
        if model.chosen_zone:
            return self.zones((model.chosen_zone,))
        if model.zones_wanted and not model.lacks_zones:
            return self.zones(tuple(dict.fromkeys(zone for zone, _ in model.zones)))
        notice = self.notice(model)
        lines = (notice, *described) if notice else described
        return StripWords(Icon.INFO if notice else None, "", lines)

    def overview(self, model: PlateViewModel) -> str:
        """Which points there are and how to go through them, for those who do not see them."""
        if not model.marks:
            return ""
        text = QCoreApplication.translate(
            "Plate", "Points: {points}. The arrow keys go from point to point."
        )
        return text.format(points="; ".join(self.name_of(mark) for mark in model.marks))

    def notice(self, model: PlateViewModel) -> str:
        """Why the point or the zones of the step are not to be seen; empty where they are."""
        if model.lacks_zones:
            return QCoreApplication.translate(
                "Plate", "The points and zones of this picture cannot be read, so none are shown."
            )
        point = self.point(model.wish.active)
        match model.state:
            case PlaceState.UNSEEN:
                text = QCoreApplication.translate(
                    "Plate", "{point} is out of sight in this picture."
                )
            case PlaceState.UNMARKED:
                text = QCoreApplication.translate("Plate", "{point} is not marked in this picture.")
            case PlaceState.UNREADABLE:
                text = QCoreApplication.translate(
                    "Plate", "The points of this picture cannot be read, so none are shown."
                )
            case _:
                return ""
        return text.format(point=point)
