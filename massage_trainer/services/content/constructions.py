"""Read how a place on the body is found: ``{kind: level, level: L2, lateral_cun: 1.5, ...}``."""

from collections.abc import Callable
from typing import Final

import yaml

from massage_trainer.domain.catalog import PlaceCheck, Site
from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Construction,
    Cross,
    Go,
    Level,
    OnMesh,
    Stride,
    Walk,
)
from massage_trainer.services.content.catalog_files import Reading
from massage_trainer.services.content.yaml_nodes import NodeReader, keys_of

KINDS: Final = {
    "on": ("corners", "shares"),
    "at": ("of",),
    "level": ("level", "lateral_cun", "span"),
    "between": ("a", "b", "share"),
    "along": ("a", "b", "cun", "span"),
    "walk": ("from", "go", "span"),
    "cross": ("level", "a", "b"),
}
MANY_LEVELS: Final = ("levels", "lateral_cun", "span")  # of a point with one place at each

_MOST_LATERAL: Final = 20.0
_MOST_CUN: Final = 75.0  # the height of a body
_LEAST_CUN: Final = 0.01
_LEAST_WITHIN: Final = 0.01
_MOST_WITHIN: Final = 3.0
_MOST_CORNER: Final = 999_999
_GOES: Final = tuple(go.value for go in Go)

Refer = Callable[[yaml.Node, str], None]


class ConstructionReader:
    """Reads the constructions of one file.

    The places and spans that they name are handed to ``refer_place`` and ``refer_span``, because
    they can be looked up only when every file has been read.
    """

    UNREADABLE: Final = OnMesh((0, 0, 0), (1.0, 0.0, 0.0))  # stands in for what was not read

    def __init__(self, reader: NodeReader, refer_place: Refer, refer_span: Refer) -> None:
        self._reader = reader
        self._refer_place = refer_place
        self._refer_span = refer_span

    def one(self, node: yaml.Node, *, other_side: bool = False) -> Construction:
        """A construction; on the other side of the midline only where that is asked for."""
        return self._one(node, (), least_lateral=-_MOST_LATERAL if other_side else 0.0)[0]

    def check(self, node: yaml.Node) -> PlaceCheck:
        """A second construction, with how near it must come."""
        construction, read = self._one(node, ("within_cun",))
        return PlaceCheck(construction, read.number("within_cun", _LEAST_WITHIN, _MOST_WITHIN))

    def sites(self, node: yaml.Node, key: str) -> tuple[Site, ...]:
        """The place of a point, or one at every level: ``EX-B2@T1``, ``EX-B2@T2`` ..."""
        if "levels" not in keys_of(node):
            return (Site(key, self.one(node)),)
        reader = self._reader
        read = Reading(reader, reader.fields(node, ("kind", *MANY_LEVELS)))
        kind = read.known("kind", "kind of construction with levels", ("level",))
        lateral, span = read.number("lateral_cun", 0.0, _MOST_LATERAL), self._span(read)
        levels = self._places(read.fields["levels"]) if kind and "levels" in read.fields else ()
        return tuple(Site(f"{key}@{level}", Level(level, lateral, span)) for level in levels)

    def _places(self, node: yaml.Node) -> tuple[str, ...]:
        for item in self._reader.items(node):
            if isinstance(item, yaml.ScalarNode) and item.value.strip():
                self._refer_place(item, item.value.strip())
        if isinstance(node, yaml.SequenceNode) and not node.value:
            self._reader.fail(node, "no levels")
        return self._reader.texts(node)

    def _one(
        self, node: yaml.Node, also: tuple[str, ...], least_lateral: float = 0.0
    ) -> tuple[Construction, Reading]:
        reader = self._reader
        kind = self._kind(node)
        if not kind:
            return self.UNREADABLE, Reading(reader, {})
        read = Reading(reader, reader.fields(node, ("kind", *KINDS[kind], *also)))
        place, number = self._place, read.number
        match kind:
            case "on":
                return self._on_mesh(read), read
            case "at":
                return At(place(read, "of")), read
            case "level":
                lateral = number("lateral_cun", least_lateral, _MOST_LATERAL)
                return Level(place(read, "level"), lateral, self._span(read)), read
            case "between":
                return Between(*self._ends(read), number("share", 0.0, 1.0)), read
            case "along":
                cun = number("cun", _LEAST_CUN, _MOST_CUN)
                return Along(*self._ends(read), cun, self._span(read)), read
            case "walk":
                return Walk(place(read, "from"), self._strides(read), self._span(read)), read
            case _:
                return Cross(place(read, "level"), *self._ends(read)), read

    def _kind(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.MappingNode):
            self._reader.fields(node, ())  # tells what it is instead
            return ""
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == "kind":
                return self._reader.known(value, "kind of construction", KINDS)
        self._reader.fail(node, "missing kind", f"one of {', '.join(KINDS)}")
        return ""

    def _place(self, read: Reading, key: str) -> str:
        place_id = read.text(key)
        if place_id:
            self._refer_place(read.fields[key], place_id)
        return place_id

    def _ends(self, read: Reading) -> tuple[str, str]:
        a, b = self._place(read, "a"), self._place(read, "b")
        if a and a == b:
            self._reader.fail(read.fields["b"], f"from {a} to itself")
        return a, b

    def _span(self, read: Reading) -> str:
        span_id = read.text("span")
        if span_id:
            self._refer_span(read.fields["span"], span_id)
        return span_id

    def _on_mesh(self, read: Reading) -> OnMesh:
        if "corners" not in read.fields or "shares" not in read.fields:
            return self.UNREADABLE
        reader, before = self._reader, len(self._reader.errors.found)
        corner_nodes, share_nodes = (reader.items(read.fields[k]) for k in ("corners", "shares"))
        corners = [reader.whole(node, _MOST_CORNER, least=0) for node in corner_nodes]
        shares = [reader.number(node, 0.0, 1.0) for node in share_nodes]
        for key, found in (("corners", corners), ("shares", shares)):
            if found and len(found) != 3:
                reader.fail(read.fields[key], f"{len(found)} {key}, a place has three")
        if len(reader.errors.found) > before or len(corners) != 3:
            if len(reader.errors.found) == before:
                reader.fail(read.fields["corners"], "no corners, a place has three")
            return self.UNREADABLE
        if abs(sum(shares) - 1) > 1e-3:
            problem = f"the shares make {sum(shares):g}"
            reader.fail(read.fields["shares"], problem, "the three shares of a place make 1")
            return self.UNREADABLE
        return OnMesh(tuple(corners), tuple(shares))

    def _strides(self, read: Reading) -> tuple[Stride, ...]:
        if "go" not in read.fields:
            return ()
        reader, node = self._reader, read.fields["go"]
        strides = []
        for item in reader.items(node):
            pairs = reader.pairs(item)
            if isinstance(item, yaml.MappingNode) and len(pairs) != 1:
                reader.fail(item, "one direction a stride", "write [{lateral: 1}, {distal: 2}]")
            for name, key, value in pairs[:1]:
                if name not in _GOES:
                    reader.fail_unknown(key, "direction", name, _GOES)
                else:
                    cun = reader.number(value, _LEAST_CUN, _MOST_CUN)
                    strides.append(Stride(Go(name), cun))
        if isinstance(node, yaml.SequenceNode) and not node.value:
            reader.fail(node, "no strides", "write [{lateral: 1}, {distal: 2}]")
        return tuple(strides)
