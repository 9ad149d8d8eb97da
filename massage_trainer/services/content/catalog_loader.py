"""Read assets/catalog/*.yaml: the vocabulary of the lessons, with every mistake in it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

import yaml

from massage_trainer.domain.catalog import (
    Acupoint,
    ArticleSentence,
    Catalog,
    Caution,
    Choice,
    Correction,
    Place,
    Question,
    Severity,
    Stroke,
)
from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.vocabulary import Names, PlateNames, Vocabulary
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader
from massage_trainer.services.content.yaml_source import (
    Errors,
    GivenUpError,
    compose,
    read_bytes,
)

_Entry = TypeVar("_Entry")
_Fields = dict[str, yaml.Node]

# File stem -> the key of its list, and what messages call an entry.
FILES: Final = {
    "strokes": ("strokes", "stroke"),
    "regions": ("regions", "region"),
    "positions": ("positions", "position"),
    "points": ("points", "acupoint"),
    "safety": ("cautions", "caution"),
    "corrections": ("corrections", "correction"),
    "article": ("sentences", "sentence of the article"),
    "questions": ("questions", "question"),
}
POINT_NAMES: Final = "point_names"


@dataclass(frozen=True, slots=True)
class LoadedCatalog:
    """What could be read, the names to check lessons against, and every mistake."""

    catalog: Catalog
    vocabulary: Vocabulary
    errors: tuple[ContentError, ...]


def load_catalog(folder: Path, label: str, plates: PlateNames | None = None) -> LoadedCatalog:
    """Read all files of the catalogue; ``label`` is what messages call the folder."""
    return _CatalogLoader(folder, label).load(plates or PlateNames())


class _CatalogLoader:
    def __init__(self, folder: Path, label: str) -> None:
        self._folder = folder
        self._label = label
        self._errors: list[ContentError] = []
        self._names: dict[str, Names] = {}
        self._point_names: Mapping[str, tuple[str, str, str]] = {}

    def load(self, plates: PlateNames) -> LoadedCatalog:
        names, _ = self._read(POINT_NAMES, "points", "acupoint", "code", _point_name)
        self._point_names = names
        catalog = Catalog(
            strokes=self._entries("strokes", _stroke),
            regions=self._entries("regions", _place),
            positions=self._entries("positions", _place),
            points=self._entries("points", self._acupoint, "code"),
            cautions=self._entries("safety", _caution),
            corrections=self._entries("corrections", _correction),
            sentences=self._entries("article", _sentence),
            questions=self._entries("questions", _question),
        )
        vocabulary = Vocabulary(
            strokes=self._names["strokes"],
            regions=self._names["regions"],
            positions=self._names["positions"],
            points=self._names["points"],
            cautions=self._names["safety"],
            corrections=self._names["corrections"],
            sentences=self._names["article"],
            questions=self._names["questions"],
            choices={q.id: tuple(c.id for c in q.choices) for q in catalog.questions.values()},
            defaults={q.id: q.default for q in catalog.questions.values()},
            plates=plates,
        )
        return LoadedCatalog(catalog, vocabulary, tuple(self._errors))

    def _entries(
        self,
        stem: str,
        build: Callable[[NodeReader, yaml.Node, str], _Entry],
        id_key: str = "id",
    ) -> dict[str, _Entry]:
        list_key, kind = FILES[stem]
        usable, self._names[stem] = self._read(stem, list_key, kind, id_key, build)
        return usable

    def _read(
        self,
        stem: str,
        list_key: str,
        kind: str,
        id_key: str,
        build: Callable[[NodeReader, yaml.Node, str], _Entry],
    ) -> tuple[dict[str, _Entry], Names]:
        label = f"{self._label}/{stem}.yaml"
        errors = Errors()
        usable: dict[str, _Entry] = {}
        broken: set[str] = set()
        readable = True
        try:
            root = compose(read_bytes(self._folder / f"{stem}.yaml", label), label)
            reader = NodeReader(label, errors)
            fields = reader.fields(root, (list_key,))
            readable = list_key in fields
            for node in reader.items(fields[list_key]) if readable else ():
                before = len(errors.found)
                entry_id = _entry_id(reader, node, id_key)
                entry = build(reader, node, entry_id)
                if entry_id in usable or entry_id in broken:
                    reader.fail(node, f"{kind} {entry_id!r} is there twice")
                elif len(errors.found) == before:
                    usable[entry_id] = entry
                elif entry_id:
                    broken.add(entry_id)
        except ContentError as error:
            self._errors.append(error)
            readable = False
        except GivenUpError:
            readable = False
        self._errors += errors.in_order()
        return usable, Names(kind, label, frozenset(usable), frozenset(broken), readable)

    def _acupoint(self, reader: NodeReader, node: yaml.Node, code: str) -> Acupoint:
        fields = reader.fields(node, ("code", "gloss", "find"), ("midline",))
        names = self._point_names.get(code, ("", "", ""))
        if code and not all(names):
            reader.fail(node, f"{code} has no names", f"see {self._label}/{POINT_NAMES}.yaml")
        vi, pinyin, hanzi = names
        read = _Reading(reader, fields)
        return Acupoint(
            code,
            vi,
            pinyin,
            hanzi,
            read.localized("gloss"),
            read.localized("find"),
            midline="midline" in fields and reader.true(fields["midline"]),
        )


def _entry_id(reader: NodeReader, node: yaml.Node, id_key: str) -> str:
    """The id of an entry, read ahead so that its other mistakes can be told as its own."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == id_key:
                return reader.text(value)
    return ""


class _Reading:
    """Reads fields by name; what is missing has been reported and reads as nothing."""

    def __init__(self, reader: NodeReader, fields: _Fields) -> None:
        self._reader = reader
        self._fields = fields

    def localized(self, name: str) -> LocalizedText:
        return self._reader.localized(self._fields[name]) if name in self._fields else UNREADABLE

    def text(self, name: str) -> str:
        return self._reader.text(self._fields[name]) if name in self._fields else ""

    def known(self, name: str, kind: str, known: Collection[str]) -> str:
        return self._reader.known(self._fields[name], kind, known) if name in self._fields else ""


def _stroke(reader: NodeReader, node: yaml.Node, stroke_id: str) -> Stroke:
    read = _Reading(reader, reader.fields(node, ("id", "name", "how")))
    return Stroke(stroke_id, read.localized("name"), read.localized("how"))


def _place(reader: NodeReader, node: yaml.Node, place_id: str) -> Place:
    read = _Reading(reader, reader.fields(node, ("id", "name")))
    return Place(place_id, read.localized("name"))


def _caution(reader: NodeReader, node: yaml.Node, caution_id: str) -> Caution:
    read = _Reading(reader, reader.fields(node, ("id", "text")))
    return Caution(caution_id, read.localized("text"))


def _correction(reader: NodeReader, node: yaml.Node, correction_id: str) -> Correction:
    read = _Reading(reader, reader.fields(node, ("id", "severity", "article", "taught", "why")))
    severity = read.known("severity", "severity", [severity.value for severity in Severity])
    return Correction(
        correction_id,
        Severity(severity) if severity else Severity.UNCLEAR,
        read.text("article"),
        read.localized("taught"),
        read.localized("why"),
    )


def _sentence(reader: NodeReader, node: yaml.Node, sentence_id: str) -> ArticleSentence:
    read = _Reading(reader, reader.fields(node, ("id", "section", "label")))
    return ArticleSentence(sentence_id, read.text("section"), read.localized("label"))


def _question(reader: NodeReader, node: yaml.Node, question_id: str) -> Question:
    fields = reader.fields(node, ("id", "text", "default", "choices"))
    read = _Reading(reader, fields)
    choices = _choices(reader, fields["choices"]) if "choices" in fields else ()
    known = [choice.id for choice in choices]
    default = read.known("default", "choice", known) if known else read.text("default")
    return Question(question_id, read.localized("text"), choices, default)


def _choices(reader: NodeReader, node: yaml.Node) -> tuple[Choice, ...]:
    found: dict[str, Choice] = {}
    for item in reader.items(node):
        read = _Reading(reader, reader.fields(item, ("id", "text")))
        choice_id = read.text("id")
        if choice_id in found:
            reader.fail(item, f"choice {choice_id!r} is there twice")
        elif choice_id:
            found[choice_id] = Choice(choice_id, read.localized("text"))
    if isinstance(node, yaml.SequenceNode) and len(node.value) < 2:
        reader.fail(node, "a question needs two choices or more")
    return tuple(found.values())


def _point_name(reader: NodeReader, node: yaml.Node, _code: str) -> tuple[str, str, str]:
    read = _Reading(reader, reader.fields(node, ("code", "pinyin", "zh", "vi")))
    return read.text("vi"), read.text("pinyin"), read.text("zh")
