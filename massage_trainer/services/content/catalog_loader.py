"""Read assets/catalog/*.yaml: the vocabulary of the lessons, with every mistake in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from massage_trainer.domain.catalog import (
    ArticleSentence,
    Catalog,
    Choice,
    Correction,
    Question,
    Severity,
    Stroke,
)
from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.body_loader import BodyFiles, caution, place
from massage_trainer.services.content.catalog_files import CatalogFile, Reading
from massage_trainer.services.content.screening import complete, screen_line
from massage_trainer.services.content.vocabulary import PlateNames, Vocabulary
from massage_trainer.services.content.yaml_nodes import NodeReader


@dataclass(frozen=True, slots=True)
class LoadedCatalog:
    """What could be read, the names to check lessons against, and every mistake.

    ``marks`` says of every landmark, point, span and zone where it stands: ``file:line``.
    """

    catalog: Catalog
    vocabulary: Vocabulary
    errors: tuple[ContentError, ...]
    marks: Mapping[str, str]


def load_catalog(folder: Path, label: str, plates: PlateNames | None = None) -> LoadedCatalog:
    """Read all files of the catalogue; ``label`` is what messages call the folder.

    Entries with mistakes are left out; one that is right stays, also where it is built on one
    that is not.
    """
    strokes = CatalogFile(folder, label, "strokes", _stroke)
    regions = CatalogFile(folder, label, "regions", place)
    positions = CatalogFile(folder, label, "positions", place)
    body = BodyFiles(folder, label)
    cautions = CatalogFile(folder, label, "safety", caution)
    corrections = CatalogFile(folder, label, "corrections", _correction)
    sentences = CatalogFile(folder, label, "article", _sentence)
    questions = CatalogFile(folder, label, "questions", _question)
    screening = CatalogFile(folder, label, "screening", screen_line)
    targets = {
        "strokes": strokes.names(),
        "regions": regions.names(),
        "points": body.points.names(),
    }
    catalog = Catalog(
        strokes=strokes.usable,
        regions=regions.usable,
        positions=positions.usable,
        points=body.points.usable,
        cautions=cautions.usable,
        corrections=corrections.usable,
        sentences=sentences.usable,
        questions=questions.usable,
        landmarks=body.landmarks.usable,
        spans=body.spans.usable,
        zones=body.zones.usable,
        body_regions=body.regions.usable,
        point_cautions=body.cautions.usable,
        screening=complete(screening, cautions.usable, cautions.names(), targets),
        point_names=dict(body.names.usable),
    )
    vocabulary = Vocabulary(
        strokes=strokes.names(),
        regions=regions.names(),
        positions=positions.names(),
        points=body.points.names(),
        zones=body.zones.names(),
        cautions=cautions.names(),
        corrections=corrections.names(),
        sentences=sentences.names(),
        questions=questions.names(),
        choices={q.id: tuple(c.id for c in q.choices) for q in catalog.questions.values()},
        defaults={q.id: q.default for q in catalog.questions.values()},
        plates=plates or PlateNames(),
        shown_only=frozenset(p.code for p in catalog.points.values() if not p.practice),
    )
    files: tuple[CatalogFile[Any], ...] = (
        strokes,
        regions,
        positions,
        *body.files,
        cautions,
        corrections,
        sentences,
        questions,
        screening,
    )
    errors = tuple(error for file in files for error in file.errors())
    return LoadedCatalog(catalog, vocabulary, errors, body.marks())


def _stroke(reader: NodeReader, node: yaml.Node, stroke_id: str) -> Stroke:
    read = Reading(reader, reader.fields(node, ("id", "name", "how")))
    return Stroke(stroke_id, read.localized("name"), read.localized("how"))


def _correction(reader: NodeReader, node: yaml.Node, correction_id: str) -> Correction:
    read = Reading(reader, reader.fields(node, ("id", "severity", "article", "taught", "why")))
    severity = read.known("severity", "severity", [severity.value for severity in Severity])
    return Correction(
        correction_id,
        Severity(severity) if severity else Severity.UNCLEAR,
        read.text("article"),
        read.localized("taught"),
        read.localized("why"),
    )


def _sentence(reader: NodeReader, node: yaml.Node, sentence_id: str) -> ArticleSentence:
    read = Reading(reader, reader.fields(node, ("id", "section", "label")))
    return ArticleSentence(sentence_id, read.text("section"), read.localized("label"))


def _question(reader: NodeReader, node: yaml.Node, question_id: str) -> Question:
    fields = reader.fields(node, ("id", "text", "default", "choices"))
    read = Reading(reader, fields)
    choices = _choices(reader, fields["choices"]) if "choices" in fields else ()
    known = [choice.id for choice in choices]
    default = read.known("default", "choice", known) if known else read.text("default")
    return Question(question_id, read.localized("text"), choices, default)


def _choices(reader: NodeReader, node: yaml.Node) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for item in reader.items(node):
        read = Reading(reader, reader.fields(item, ("id", "text")))
        choice_id = read.text("id")
        if choice_id in found:
            reader.fail(item, f"choice {choice_id!r} is there twice")
        elif choice_id:
            found[choice_id] = Choice(choice_id, read.localized("text"))
    if isinstance(node, yaml.SequenceNode) and len(node.value) < 2:
        reader.fail(node, "a question needs two choices or more")
    return tuple(found.values())
