"""Read the body of the catalogue: landmarks, spans, points and zones, checked beside each other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from massage_trainer.domain.catalog import Caution, Place
from massage_trainer.domain.construction import Construction, Level, needs, span_of
from massage_trainer.services.content.body_checks import circles, side_mistake
from massage_trainer.services.content.body_entries import Among, BodyEntries, Link, PointName
from massage_trainer.services.content.catalog_files import CatalogFile, Reading
from massage_trainer.services.content.yaml_nodes import NodeReader

POINT_NAMES: Final = "point_names"
_LONGEST_CIRCLE: Final = 12  # a longer one is told with its middle left out
_SPAN: Final = "span "  # what a span is called among the places that need it


class BodyFiles:
    """The files about the body, read and checked; every mistake is in the file that has it."""

    def __init__(self, folder: Path, label: str) -> None:
        self.names = CatalogFile(folder, label, POINT_NAMES, _point_name, "code")
        names = self.names.usable
        names_label = self.names.label
        entries = [BodyEntries(names, names_label) for _ in range(4)]
        on_landmarks, on_spans, on_points, on_zones = entries
        self.regions = CatalogFile(folder, label, "body_regions", place)
        self.cautions = CatalogFile(folder, label, "point_cautions", caution)
        self.landmarks = CatalogFile(folder, label, "landmarks", on_landmarks.landmark)
        self.spans = CatalogFile(folder, label, "spans", on_spans.span)
        self.points = CatalogFile(folder, label, "points", on_points.point, "code")
        self.zones = CatalogFile(folder, label, "zones", on_zones.zone)
        self._midlines = self._sides()
        self._check_circles(on_landmarks, on_points)
        self._check_sides(on_landmarks, on_points)
        placed: tuple[CatalogFile[Any], ...] = (self.landmarks, self.spans, self.points, self.zones)
        for file, read in zip(placed, entries, strict=True):
            self._look_up(file, read.links)

    @property
    def files(self) -> "tuple[CatalogFile[Any], ...]":
        return (
            *(self.names, self.regions, self.cautions, self.landmarks),
            *(self.spans, self.points, self.zones),
        )

    def marks(self) -> dict[str, str]:
        """``file:line`` of every entry, by id, code and the key of each place of a point.

        A span or zone with the id of a landmark has no mark of its own.
        """
        places = {**self.landmarks.marks(), **self.points.marks()}
        keys = {
            site.key: places[code] for code, p in self.points.usable.items() for site in p.sites
        }
        return {**self.spans.marks(), **self.zones.marks(), **places, **keys}

    def _places(self) -> Iterator[tuple[str, bool, Construction]]:
        """Key, whether it is in the middle, and construction of everything that has a place."""
        for landmark in self.landmarks.usable.values():
            yield landmark.id, landmark.midline, landmark.construction
        for point in self.points.usable.values():
            for site in point.sites:
                yield site.key, point.midline, site.construction

    def _sides(self) -> dict[str, bool]:
        return {key: midline for key, midline, _ in self._places()}

    def _check_circles(self, *entries: BodyEntries) -> None:
        graph: dict[str, tuple[str, ...]] = {}
        for key, _, construction in self._places():
            in_the_middle = isinstance(construction, Level) and not construction.lateral_cun
            span = "" if in_the_middle else span_of(construction)
            graph[key] = (*needs(construction), *((_SPAN + span,) if span else ()))
        for measure in self.spans.usable.values():
            graph[_SPAN + measure.id] = (measure.a, measure.b)
        for circle in circles(graph):
            shown = circle if len(circle) <= _LONGEST_CIRCLE else (*circle[:4], "…", *circle[-2:])
            problem = f"{circle[0]} depends on itself: {' -> '.join(shown)}"
            self._spoil_construct(circle[0], problem, entries)

    def _check_sides(self, *entries: BodyEntries) -> None:
        for key, midline, construction in list(self._places()):
            if problem := side_mistake(construction, self._midlines, midline=midline):
                self._spoil_construct(key, problem, entries)

    def _spoil_construct(self, key: str, problem: str, entries: tuple[BodyEntries, ...]) -> None:
        entry_id = key.partition("@")[0]
        file = self.landmarks if entry_id in self.landmarks.nodes else self.points
        node = next(e.constructs[entry_id] for e in entries if entry_id in e.constructs)
        file.spoil(entry_id, node, problem)

    def _look_up(self, file: CatalogFile[Any], links: list[Link]) -> None:
        for link in links:
            match link.among:
                case Among.PLACES:
                    self._look_up_place(file, link)
                case Among.SPANS:
                    _look_up_in(self.spans, file, link)
                case Among.REGIONS:
                    _look_up_in(self.regions, file, link)
                case Among.CAUTIONS:
                    _look_up_in(self.cautions, file, link)

    def _look_up_place(self, file: CatalogFile[Any], link: Link) -> None:
        name, kind = link.name, link.among.value
        broken = self.landmarks.broken | self.points.broken
        if name in self._midlines or name.partition("@")[0] in broken:
            return
        if name in self.points.usable and not self.points.usable[name].sites:
            file.spoil(link.entry_id, link.node, f"{name} is shown as text, it has no place")
        elif self.landmarks.readable and self.points.readable:
            known = self._midlines.keys() | broken
            if name.islower():  # landmarks are, but for the vertebrae
                known = {place_id for place_id in known if place_id.islower()}
            # Its words are right all the same: the lessons that name it can be played.
            file.tell_unknown(link.node, kind, name, known)


def _look_up_in(target: CatalogFile[Any], file: CatalogFile[Any], link: Link) -> None:
    if target.readable and link.name not in target.nodes:
        file.spoil_unknown(
            link.entry_id, link.node, link.among.value, link.name, target.nodes.keys()
        )


def place(reader: NodeReader, node: yaml.Node, place_id: str) -> Place:
    read = Reading(reader, reader.fields(node, ("id", "name")))
    return Place(place_id, read.localized("name"))


def caution(reader: NodeReader, node: yaml.Node, caution_id: str) -> Caution:
    read = Reading(reader, reader.fields(node, ("id", "text")))
    return Caution(caution_id, read.localized("text"))


def _point_name(reader: NodeReader, node: yaml.Node, _code: str) -> PointName:
    read = Reading(reader, reader.fields(node, ("code", "pinyin", "zh", "vi")))
    return read.text("vi"), read.text("pinyin"), read.text("zh")
