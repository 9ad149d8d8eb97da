"""Read the rubric of the exam, and the weights of one's own; every mistake with its line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.exam.rubric import WHOLE, Area, Item, Rubric
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader
from massage_trainer.services.content.yaml_source import (
    Errors,
    GivenUpError,
    compose,
    read_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import yaml

RUBRIC_FILE: Final = "rubric.yaml"
WEIGHTS_FILE: Final = "exam-weights.yaml"
_DEFAULT_PASS: Final = 50


def load_rubric(path: Path, label: str) -> tuple[Rubric, list[ContentError]]:
    """The rubric as far as it could be read, and all its mistakes."""
    errors = Errors()
    work = _RubricReader(NodeReader(label, errors))
    try:
        found = work.read(compose(read_bytes(path, label), label))
    except ContentError as error:
        return Rubric((), _DEFAULT_PASS), [error]
    except GivenUpError:
        return Rubric((), _DEFAULT_PASS), errors.in_order()
    return found, errors.in_order()


def load_weights(path: Path, label: str, shipped: Rubric) -> tuple[Rubric, list[ContentError]]:
    """The rubric with the weights of this file; with any mistake in it, as it was shipped."""
    errors = Errors()
    reader = NodeReader(label, errors)
    try:
        root = compose(read_bytes(path, label), label)
        fields = reader.fields(root, (), ("weights", "pass_percent"))
        weights = dict(shipped.weights)
        if "weights" in fields:
            for name, key, value in reader.pairs(fields["weights"]):
                if name in weights:
                    weights[name] = reader.whole(value, WHOLE, 0)
                else:
                    reader.fail_unknown(key, "part of the rubric", name, shipped.weights)
            if not errors.found:
                _check_sum(reader, fields["weights"], weights.values())
        percent = shipped.pass_percent
        if "pass_percent" in fields:
            percent = reader.whole(fields["pass_percent"], WHOLE)
    except ContentError as error:
        return shipped, [error]
    except GivenUpError:
        return shipped, errors.in_order()
    if errors.found:
        return shipped, errors.in_order()
    return shipped.weighed(weights, percent), []


def _check_sum(reader: NodeReader, node: yaml.Node, weights: Iterable[int]) -> None:
    total = sum(weights)
    if total != WHOLE:
        reader.fail(node, f"the weights come to {total}", f"together they must be {WHOLE}")


class _RubricReader:
    def __init__(self, reader: NodeReader) -> None:
        self._reader = reader
        self._seen: set[str] = set()
        self._from_points = 0

    def read(self, root: yaml.Node) -> Rubric:
        reader = self._reader
        fields = reader.fields(root, ("pass_percent", "areas"))
        percent = _DEFAULT_PASS
        if "pass_percent" in fields:
            percent = reader.whole(fields["pass_percent"], WHOLE)
        areas = []
        if "areas" in fields:
            areas = [self._area(node) for node in reader.items(fields["areas"])]
            if not reader.errors.found:
                _check_sum(reader, fields["areas"], (area.weight for area in areas))
        return Rubric(tuple(areas), percent)

    def _area(self, node: yaml.Node) -> Area:
        reader = self._reader
        fields = reader.fields(node, ("id", "name", "weight", "items"))
        items = reader.items(fields["items"]) if "items" in fields else []
        if "items" in fields and not items and not reader.errors.found:
            reader.fail(fields["items"], "an area without lines")
        return Area(
            self._id(fields),
            self._words(fields, "name"),
            reader.whole(fields["weight"], WHOLE, 0) if "weight" in fields else 0,
            tuple(self._item(item) for item in items),
        )

    def _item(self, node: yaml.Node) -> Item:
        reader = self._reader
        fields = reader.fields(node, ("id", "text"), ("gate", "from_points"))
        from_points = "from_points" in fields and reader.true(fields["from_points"])
        if from_points:
            self._from_points += 1
            if self._from_points > 1:
                reader.fail(fields["from_points"], "a second line that follows from the points")
        gate = self._words(fields, "gate") if "gate" in fields else None
        return Item(self._id(fields), self._words(fields, "text"), gate, from_points)

    def _id(self, fields: dict[str, yaml.Node]) -> str:
        if "id" not in fields:
            return ""
        found = self._reader.identifier(fields["id"])
        if found in self._seen:
            self._reader.fail(fields["id"], f"{found!r} is there twice")
        self._seen.add(found)
        return found

    def _words(self, fields: dict[str, yaml.Node], name: str) -> LocalizedText:
        return self._reader.localized(fields[name]) if name in fields else UNREADABLE
