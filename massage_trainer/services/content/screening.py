"""Read assets/catalog/screening.yaml: six lines, what may come up at each, and what it means."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from massage_trainer.domain.catalog import Caution
from massage_trainer.domain.screening import Finding, ScreenLine, Targets, Weight
from massage_trainer.services.content.catalog_files import CatalogFile, Reading
from massage_trainer.services.content.vocabulary import Names
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader

_TARGETS = ("leave_out", "ask_first", "mark")
_OPTIONAL = ("caution", "reason", "urgent", "of_room", *_TARGETS)
_KINDS = ("strokes", "regions", "points", "steps")  # fields of Targets


def screen_line(reader: NodeReader, node: yaml.Node, line_id: str) -> ScreenLine:
    """Read one line; what it refers to is checked later, by ``complete``."""
    read = Reading(reader, reader.fields(node, ("id", "text"), ("covers", "findings")))
    found: dict[str, Finding] = {}
    for item in reader.items(read.fields["findings"]) if "findings" in read.fields else ():
        finding = _finding(reader, item)
        if finding.id in found:
            reader.fail(item, f"finding {finding.id!r} is there twice")
        elif finding.id:
            found[finding.id] = finding
    return ScreenLine(line_id, read.localized("text"), read.texts("covers"), tuple(found.values()))


def complete(
    file: CatalogFile[ScreenLine],
    cautions: Mapping[str, Caution],
    caution_names: Names,
    names: Mapping[str, Names],
) -> tuple[ScreenLine, ...]:
    """Check every reference, and give each finding the words of its caution where it has none.

    ``names`` holds the strokes, regions and points that targets may name.
    """
    seen: set[str] = set()
    for line in list(file.usable.values()):
        node = file.nodes[line.id]
        for finding in line.findings:
            if finding.id in seen:
                file.tell(node, f"finding {finding.id!r} is there twice")
            seen.add(finding.id)
            for kind, name in _references(finding):
                known = caution_names if kind == "cautions" else names[kind]
                if known.readable and name not in known.usable | known.broken:
                    # The line stays: a question that protects somebody is not lost by a slip.
                    file.tell_unknown(node, known.kind, name, known.usable | known.broken)
    return tuple(
        replace(line, findings=tuple(_worded(finding, cautions) for finding in line.findings))
        for line in file.usable.values()
    )


def _finding(reader: NodeReader, node: yaml.Node) -> Finding:
    fields = reader.fields(node, ("id", "text", "weight"), _OPTIONAL)
    read = Reading(reader, fields)
    if "reason" not in fields and "caution" not in fields:
        reader.fail(node, "no reason", "name a caution, or write reason: {vi: …, en: …}")
    weight = read.known("weight", "weight", [weight.value for weight in Weight])
    targets = {
        name: _targets(reader, fields[name]) if name in fields else Targets() for name in _TARGETS
    }
    return Finding(
        reader.identifier(fields["id"]) if "id" in fields else "",
        read.localized("text"),
        Weight(weight) if weight else Weight.NOTE,
        read.localized("reason"),
        read.text("caution"),
        urgent="urgent" in fields and reader.true(fields["urgent"]),
        of_room="of_room" in fields and reader.true(fields["of_room"]),
        **targets,
    )


def _targets(reader: NodeReader, node: yaml.Node) -> Targets:
    fields = reader.fields(node, (), _KINDS)
    return Targets(**{kind: reader.texts(value) for kind, value in fields.items()})


def _references(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.caution:
        yield "cautions", finding.caution
    for targets in (finding.leave_out, finding.ask_first, finding.mark):
        for kind in _KINDS[:-1]:
            yield from ((kind, name) for name in getattr(targets, kind))


def _worded(finding: Finding, cautions: Mapping[str, Caution]) -> Finding:
    caution = cautions.get(finding.caution)
    if finding.reason is not UNREADABLE:
        return finding
    return replace(finding, reason=caution.text if caution else finding.text)
