"""Read one landmark, span, point or zone, and note what it refers to for a later look-up."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, NamedTuple

import yaml

from massage_trainer.domain.catalog import (
    Acupoint,
    Alternative,
    CunSpan,
    Landmark,
    PlaceCheck,
    Shown,
    Site,
    Sure,
    Tolerance,
    Zone,
)
from massage_trainer.domain.construction import Go
from massage_trainer.services.content.body_checks import SIDEWAYS
from massage_trainer.services.content.catalog_files import Reading
from massage_trainer.services.content.constructions import ConstructionReader
from massage_trainer.services.content.yaml_nodes import NodeReader, is_identifier

PointName = tuple[str, str, str]  # Vietnamese, pinyin, characters

BOTH: Final = "both"
MIDLINE: Final = "midline"
NO_SIDE: Final = "none"
_SIDES: Final = (BOTH, MIDLINE)

LANDMARK_KEYS: Final = ("id", "name", "find", "found", "side", "construct", "axes")
LANDMARK_OPTIONAL: Final = ("level_with", "checks")
SPAN_KEYS: Final = ("id", "name", "a", "b", "cun", "along")
ZONE_KEYS: Final = ("id", "name", "why", "side", "corners")
POINT_KEYS: Final = ("code", "gloss", "find", "region", "side", "shown", "source", "sure")
PLACED_KEYS: Final = ("construct", "axes")  # needed by a point that is not shown as text
PLACED_OPTIONAL: Final = ("level_with", "checks", "alternative", "tolerance_cun")
POINT_OPTIONAL: Final = ("practice", "cautions", "also_vi")

_VERTEBRA: Final = re.compile(r"[CTLS][0-9]{1,2}")
_GOES: Final = tuple(go.value for go in Go)
_LENGTHWISE: Final = (Go.CRANIAL, Go.CAUDAL, Go.PROXIMAL, Go.DISTAL)
_FEWEST_CORNERS: Final = 3
_LEAST_CUN: Final = 0.01
_MOST_CUN: Final = 75.0
_MOST_TOLERANCE: Final = 3.0


class Among(Enum):
    """What a reference is looked up among; the value is what messages call it."""

    PLACES = "landmark or point"
    SPANS = "span"
    REGIONS = "region of the body"
    CAUTIONS = "caution of a point"


class Link(NamedTuple):
    """One reference: which entry makes it, where it stands and what it names."""

    entry_id: str
    node: yaml.Node
    among: Among
    name: str


class BodyEntries:
    """Reads the entries of one file. ``links`` and ``constructs`` are filled meanwhile."""

    def __init__(self, names: Mapping[str, PointName], names_label: str) -> None:
        self._names = names
        self._names_label = names_label
        self.links: list[Link] = []
        self.constructs: dict[str, yaml.Node] = {}  # entry -> where its construction stands

    def landmark(self, reader: NodeReader, node: yaml.Node, landmark_id: str) -> Landmark:
        read = Reading(reader, reader.fields(node, LANDMARK_KEYS, LANDMARK_OPTIONAL))
        if landmark_id and not (_VERTEBRA.fullmatch(landmark_id) or is_identifier(landmark_id)):
            hint = "lower-case letters, digits, dashes; a vertebra is L2"
            reader.fail(read.fields["id"], f"{landmark_id[:60]!r} is not an id", hint)
        side = read.known("side", "side", _SIDES)
        sites = self._sites(read, landmark_id, many=False)
        return Landmark(
            landmark_id,
            read.localized("name"),
            read.localized("find"),
            read.text("found"),
            side == MIDLINE,
            sites[0].construction if sites else ConstructionReader.UNREADABLE,
            _axes(read, side),
            self._level_with(read, landmark_id),
            self._checks(read, landmark_id),
        )

    def span(self, reader: NodeReader, node: yaml.Node, span_id: str) -> CunSpan:
        read = Reading(reader, reader.fields(node, SPAN_KEYS))
        _identifier(read)
        ends = read.text("a"), read.text("b")
        for key, end in zip(("a", "b"), ends, strict=True):
            if end:
                self.links.append(Link(span_id, read.fields[key], Among.PLACES, end))
        if ends[0] and ends[0] == ends[1]:
            reader.fail(read.fields["b"], f"from {ends[0]} to itself")
        cun = read.number("cun", _LEAST_CUN, _MOST_CUN)
        along = read.known("along", "way of measuring", ("skin", "straight"))
        return CunSpan(span_id, read.localized("name"), *ends, cun, along == "skin")

    def zone(self, reader: NodeReader, node: yaml.Node, zone_id: str) -> Zone:
        read = Reading(reader, reader.fields(node, ZONE_KEYS))
        _identifier(read)
        corners = reader.items(read.fields["corners"]) if "corners" in read.fields else []
        if "corners" in read.fields and len(corners) < _FEWEST_CORNERS:
            reader.fail(read.fields["corners"], "an outline needs three corners or more")
        constructions = self._constructions(reader, zone_id)
        return Zone(
            zone_id,
            read.localized("name"),
            read.localized("why"),
            read.known("side", "side", _SIDES) == MIDLINE,
            tuple(constructions.one(corner, other_side=True) for corner in corners),
        )

    def point(self, reader: NodeReader, node: yaml.Node, code: str) -> Acupoint:
        optional = (*PLACED_KEYS, *PLACED_OPTIONAL, *POINT_OPTIONAL)
        read = Reading(reader, reader.fields(node, POINT_KEYS, optional))
        names = self._names.get(code, ("", "", ""))
        if code and not all(names):
            reader.fail(node, f"{code} has no names", f"see {self._names_label}")
        said = read.known("shown", "way to show a point", _values(Shown))
        shown = Shown(said) if said else None
        side = read.known("side", "side", (*_SIDES, NO_SIDE))
        if shown is not None:
            _fit_shown(read, node, shown, side)
        sites = self._sites(read, code, many=True)
        if len(sites) > 1:
            for key in ("level_with", "checks", "alternative"):
                if key in read.fields:
                    reader.fail(read.fields[key], f"{key} does not go with many levels")
        region = read.text("region")
        if region:
            self.links.append(Link(code, read.fields["region"], Among.REGIONS, region))
        vi, pinyin, hanzi = names
        return Acupoint(
            code=code,
            name_vi=vi,
            pinyin=pinyin,
            hanzi=hanzi,
            gloss=read.localized("gloss"),
            find=read.localized("find"),
            region_id=region,
            midline=side == MIDLINE,
            shown=shown or Shown.TEXT,
            practice=read.known("practice", "value of practice", ("true", "false")) != "false",
            sites=sites,
            axes=_axes(read, side),
            source=read.localized("source"),
            sure=Sure(read.known("sure", "degree of sureness", _values(Sure)) or "low"),
            also_vi=read.texts("also_vi"),
            level_with=self._level_with(read, code),
            checks=self._checks(read, code),
            cautions=self._linked(read, "cautions", code, Among.CAUTIONS),
            alternative=self._alternative(read, code),
            tolerance=_tolerance(read),
        )

    def _constructions(self, reader: NodeReader, entry_id: str) -> ConstructionReader:
        def place(node: yaml.Node, name: str) -> None:
            self.links.append(Link(entry_id, node, Among.PLACES, name))

        def span(node: yaml.Node, name: str) -> None:
            self.links.append(Link(entry_id, node, Among.SPANS, name))

        return ConstructionReader(reader, place, span)

    def _sites(self, read: Reading, entry_id: str, *, many: bool) -> tuple[Site, ...]:
        if "construct" not in read.fields:
            return ()
        node = read.fields["construct"]
        self.constructs.setdefault(entry_id, node)
        constructions = self._constructions(read.reader, entry_id)
        if many:
            return constructions.sites(node, entry_id)
        return (Site(entry_id, constructions.one(node)),)

    def _checks(self, read: Reading, entry_id: str) -> tuple[PlaceCheck, ...]:
        if "checks" not in read.fields:
            return ()
        constructions = self._constructions(read.reader, entry_id)
        return tuple(constructions.check(n) for n in read.reader.items(read.fields["checks"]))

    def _alternative(self, read: Reading, entry_id: str) -> Alternative | None:
        if "alternative" not in read.fields:
            return None
        reader = read.reader
        inner = Reading(reader, reader.fields(read.fields["alternative"], ("construct", "text")))
        if "construct" not in inner.fields:
            return None
        construction = self._constructions(reader, entry_id).one(inner.fields["construct"])
        return Alternative(construction, inner.localized("text"))

    def _linked(self, read: Reading, key: str, entry_id: str, among: Among) -> tuple[str, ...]:
        if key in read.fields:
            for node in _scalars(read.fields[key]):
                self.links.append(Link(entry_id, node, among, read.reader.text(node)))
        return read.texts(key)

    def _level_with(self, read: Reading, entry_id: str) -> tuple[str, ...]:
        found = self._linked(read, "level_with", entry_id, Among.PLACES)
        if entry_id and entry_id in found:
            read.reader.fail(read.fields["level_with"], f"{entry_id} is level with itself")
        return found


def _axes(read: Reading, side: str) -> tuple[Go, Go]:
    """Across and along; where a point is text they say nothing and may be left out."""
    usual = (Go.LEFT if side == MIDLINE else Go.LATERAL, Go.CAUDAL)
    if "axes" not in read.fields:
        return usual
    reader, node = read.reader, read.fields["axes"]
    words = [reader.known(item, "direction", _GOES) for item in reader.items(node)]
    if isinstance(node, yaml.SequenceNode) and len(words) != 2:
        hint = "across and along, for example [lateral, caudal]"
        reader.fail(node, f"directions given: {len(words)}, needed: 2", hint)
    if len(words) != 2 or not all(words):
        return usual
    across, along = Go(words[0]), Go(words[1])
    if problem := _crooked(across, along, side):
        reader.fail(node, *problem)
    return across, along


def _crooked(across: Go, along: Go, side: str) -> tuple[str, str] | None:
    if across in _LENGTHWISE:
        return f"{across.value} does not lead across", "first across, then along"
    if along in SIDEWAYS:
        return f"{along.value} does not lead along", "first across, then along"
    if along in (across, across.opposite):
        return f"{across.value} and {along.value} are one line", "first across, then along"
    if side == MIDLINE and across in (Go.MEDIAL, Go.LATERAL):
        return f"the midline has no {across.value} side", "write left or right"
    if side == BOTH and across in (Go.LEFT, Go.RIGHT):
        return f"{across.value} is another way on each side", "write lateral or medial"
    return None


def _fit_shown(read: Reading, node: yaml.Node, shown: Shown, side: str) -> None:
    """A point in the pictures has a place and sides; one that is text has no place."""
    if shown is Shown.TEXT:
        for key in ("construct", *PLACED_OPTIONAL):
            if key in read.fields:
                read.reader.fail(read.fields[key], f"{key} does not go with shown: text")
        return
    if side == NO_SIDE:
        hint = "write both or midline"
        read.reader.fail(read.fields["side"], "side: none goes with shown: text only", hint)
    missing = [key for key in PLACED_KEYS if key not in read.fields]
    if missing:
        hint = "or write shown: text" if "construct" in missing else ""
        read.reader.fail(node, f"missing {', '.join(missing)}", hint)


def _tolerance(read: Reading) -> Tolerance | None:
    if "tolerance_cun" not in read.fields:
        return None
    reader, node = read.reader, read.fields["tolerance_cun"]
    before = len(reader.errors.found)
    inner = Reading(reader, reader.fields(node, ("hit", "near")))
    hit = inner.number("hit", _LEAST_CUN, _MOST_TOLERANCE)
    near = inner.number("near", _LEAST_CUN, _MOST_TOLERANCE)
    if hit > near and len(reader.errors.found) == before:
        reader.fail(
            inner.fields["hit"], f"the hit of {hit:g} cun is wider than the near of {near:g}"
        )
    return Tolerance(hit, near)


def _identifier(read: Reading) -> None:
    if "id" in read.fields:
        read.reader.identifier(read.fields["id"])


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The words of a list; whatever is wrong with it is told where it is read."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(item, yaml.ScalarNode) and item.value.strip():
            yield item


def _values(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(member.value for member in kind)
