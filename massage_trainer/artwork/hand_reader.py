"""Reads hands, targets and marks of a scene file; every mistake is noted with its line."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

import yaml

from massage_trainer.artwork.scene import (
    FINGER_WORDS,
    FREE_PLACES,
    FREE_SHAPES,
    SHAPES,
    HandWish,
    MarkSource,
    Target,
)
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.services.content.yaml_nodes import NodeReader

Fields = dict[str, yaml.Node]

_SHIFTS = ("out_cm", "down_cm", "out_cun", "down_cun")
_PLACE = ("on", "between", "share", "side", *_SHIFTS)
_HAND = ("shape", "fingers", "press_mm", "turn", "grip", "at")
_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT, Side.MIDLINE)}
# Deeper than this no hand sinks in; higher it does not hover over a place.
_DEEPEST_MM, _HIGHEST_MM = 4.5, 250.0
_WAYS = {MarkKind.STROKE: ("path", "both_ways"), MarkKind.CIRCLE: ("radius_mm", "turn")}


class Anatomy:
    """What a target may be: the catalogue's landmarks and the places of its points."""

    def __init__(self, catalog: Catalog) -> None:
        self._midline = {mark.id: mark.midline for mark in catalog.landmarks.values()}
        self._key = {name: name for name in self._midline}
        for point in catalog.points.values():
            for site in point.sites:
                self._midline[site.key] = point.midline
                self._key[site.key] = site.key
            if point.sites:
                self._key[point.code] = point.sites[0].key

    def key(self, name: str) -> str:
        """The name under which the place is found; empty if there is none."""
        return self._key.get(name, "")

    def midline(self, key: str) -> bool:
        return self._midline[key]

    def like(self, name: str) -> str:
        found = get_close_matches(name, self._key, n=1)
        return (
            f"did you mean {found[0]!r}?" if found else "landmarks.yaml and points.yaml list them"
        )


class HandReader:
    """Reads what is said about hands, with the words of one catalogue."""

    def __init__(self, reader: NodeReader, anatomy: Anatomy) -> None:
        self._reader = reader
        self._anatomy = anatomy

    def merged(self, node: yaml.Node, base: Mapping[str, yaml.Node]) -> Fields:
        """The fields of a hand laid over those it takes over; another place forgets its shifts."""
        own = self._reader.fields(node, (), (*_HAND, *_PLACE))
        if self._is_free(own):
            return own
        kept = dict(base)
        if own.keys() & {"on", "between", "at"}:
            for name in ("on", "between", "share", "at", *_SHIFTS):
                kept.pop(name, None)
        return kept | own

    def _is_free(self, own: Fields) -> bool:
        shape = own.get("shape")
        return isinstance(shape, yaml.ScalarNode) and shape.value in FREE_SHAPES

    def hand(self, node: yaml.Node, fields: Fields) -> HandWish:
        """What the merged fields say; ``node`` is where mistakes of the whole are noted."""
        reader, where = self._reader, self._reader.where(node)
        if "shape" not in fields:
            reader.fail(node, "missing shape")
            return HandWish(where, "relaxed")
        shape = reader.known(fields["shape"], "hand shape", SHAPES | FREE_SHAPES) or "palm"
        if shape in FREE_SHAPES:
            for name in sorted(fields.keys() - {"shape", "at"}):
                reader.fail(fields[name], f"a {shape} hand has no {name}")
            at = fields.get("at")
            place = reader.known(at, "place of a free hand", FREE_PLACES) if at else ""
            return HandWish(where, shape, at=place or ("front" if shape == "folded" else "side"))
        if "at" in fields:
            reader.fail(fields["at"], f"a {shape} hand is put on a place, not at one")
        words, degrees = self._fingers(fields.get("fingers"))
        return HandWish(
            where,
            shape,
            self.target(node, fields),
            words,
            degrees,
            self._number(fields, "press_mm", -_HIGHEST_MM, _DEEPEST_MM),
            self._number(fields, "turn", -60.0, 60.0),
            self._grip(fields.get("grip"), shape),
        )

    def _fingers(self, node: yaml.Node | None) -> tuple[str, float | None]:
        if node is None:
            return "head", None
        text = self._reader.text(node)
        if text in FINGER_WORDS:
            return text, None
        if text[:1].isalpha():
            self._reader.fail_unknown(node, "direction of the fingers", text, FINGER_WORDS)
            return "head", None
        return "", self._reader.number(node, -180.0, 180.0)

    def _grip(self, node: yaml.Node | None, shape: str) -> bool:
        if node is not None:
            return bool(self._reader.known(node, "grip", ("around",)))
        return shape.startswith("grip-")

    def _number(self, fields: Fields, name: str, least: float, most: float) -> float:
        return self._reader.number(fields[name], least, most) if name in fields else 0.0

    def target(self, node: yaml.Node, fields: Fields) -> Target | None:
        names = self._names(node, fields)
        side = self._side(node, fields, names)
        if not names or side is None:
            return None
        share = self._number(fields, "share", 0.0, 1.0) if "share" in fields else 0.5
        if "share" in fields and len(names) == 1:
            self._reader.fail(fields["share"], "only a place between two others has a share")
        shifts = {name: self._number(fields, name, -60.0, 60.0) for name in _SHIFTS}
        for word in ("out", "down"):
            if shifts[f"{word}_cm"] and shifts[f"{word}_cun"]:
                self._reader.fail(fields[f"{word}_cun"], f"{word} is given in cm already")
        return Target(self._reader.where(node), names, side, share, **shifts)

    def _names(self, node: yaml.Node, fields: Fields) -> tuple[str, ...]:
        if ("on" in fields) == ("between" in fields):
            self._reader.fail(node, "say where: either on or between")
            return ()
        if "on" in fields:
            found = [self._place(fields["on"])]
        else:
            nodes = self._reader.items(fields["between"])
            if len(nodes) != 2:
                self._reader.fail(fields["between"], f"between two places, not {len(nodes)}")
                return ()
            found = [self._place(item) for item in nodes]
        return tuple(found) if all(found) else ()

    def _place(self, node: yaml.Node) -> str:
        name = self._reader.text(node)
        key = self._anatomy.key(name)
        if name and not key:
            problem = f"unknown landmark or point {name[:60]!r}"
            self._reader.fail(node, problem, self._anatomy.like(name))
        return key

    def _side(self, node: yaml.Node, fields: Fields, names: tuple[str, ...]) -> Side | None:
        side = Side.MIDLINE
        if "side" in fields:
            word = self._reader.known(fields["side"], "side", _SIDES)
            if not word:
                return None
            side = _SIDES[word]
        if side is not Side.MIDLINE:
            return side
        sided = [name for name in names if not self._anatomy.midline(name)]
        if sided:
            self._reader.fail(node, f"{sided[0]} is on both sides: say side: left or right")
            return None
        if any(name in fields for name in ("out_cm", "out_cun")):
            self._reader.fail(node, "out from the middle needs a side: left or right")
            return None
        return Side.MIDLINE

    def mark(self, node: yaml.Node) -> MarkSource | None:
        reader = self._reader
        kinds = {kind.value: kind for kind in MarkKind}
        every = ("path", "of", "radius_mm", "turn", "both_ways", "closed", *_PLACE)
        fields = reader.fields(node, ("kind",), every)
        kind = kinds.get(reader.known(fields["kind"], "kind of mark", kinds)) if fields else None
        if kind is None:
            return None
        allowed = {"kind", *_WAYS.get(kind, ()), *(() if kind is MarkKind.STROKE else _PLACE)}
        if kind is MarkKind.MOVE:
            allowed |= {"of", "closed"}
            allowed.discard("on")
        for name in sorted(fields.keys() - allowed):
            reader.fail(fields[name], f"a {kind.value} has no {name}")
        path = self._path(node, fields, kind)
        if "radius_mm" not in fields and kind is MarkKind.CIRCLE:
            reader.fail(node, "missing radius_mm")
        turn = (
            reader.known(fields["turn"], "turn", ("clockwise", "counter"))
            if ("turn" in fields)
            else "clockwise"
        )
        return MarkSource(
            reader.where(node),
            kind,
            path,
            self._number(fields, "radius_mm", 3.0, 200.0),
            turn != "counter",
            "closed" in fields and reader.true(fields["closed"]),
            "both_ways" in fields and reader.true(fields["both_ways"]),
        )

    def _path(self, node: yaml.Node, fields: Fields, kind: MarkKind) -> tuple[Target, ...]:
        if kind is MarkKind.STROKE:
            if "path" not in fields:
                self._reader.fail(node, "missing path")
                return ()
            nodes = self._reader.items(fields["path"])
            if len(nodes) < 2:
                self._reader.fail(fields["path"], "a stroke leads from a place to another")
            found = [self.target(item, self._reader.fields(item, (), _PLACE)) for item in nodes]
            return tuple(target for target in found if target is not None)
        if kind is MarkKind.MOVE and "of" in fields:
            fields = {**fields, "on": fields["of"]}
        target = self.target(node, {k: v for k, v in fields.items() if k in _PLACE})
        return (target,) if target is not None else ()
