"""One file of the catalogue: its entries, and its mistakes while they are being found."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import Final, Generic, TypeVar

import yaml

from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.vocabulary import Names
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader
from massage_trainer.services.content.yaml_source import (
    Errors,
    GivenUpError,
    compose,
    read_bytes,
)

Entry = TypeVar("Entry")

# File stem -> the key of its list, and what messages call an entry.
FILES: Final = {
    "strokes": ("strokes", "stroke"),
    "regions": ("regions", "region"),
    "positions": ("positions", "position"),
    "point_names": ("points", "acupoint"),
    "body_regions": ("regions", "region of the body"),
    "point_cautions": ("cautions", "caution of a point"),
    "landmarks": ("landmarks", "landmark"),
    "spans": ("spans", "span"),
    "points": ("points", "acupoint"),
    "zones": ("zones", "zone"),
    "safety": ("cautions", "caution"),
    "corrections": ("corrections", "correction"),
    "article": ("sentences", "sentence of the article"),
    "questions": ("questions", "question"),
    "screening": ("lines", "line of the screen"),
}


class CatalogFile(Generic[Entry]):
    """Reads the list of one file; entries with mistakes are ``broken``, the others ``usable``.

    ``build`` reads an entry whose id was read ahead. Mistakes that show only beside other files
    are noted with ``spoil``.
    """

    def __init__(
        self,
        folder: Path,
        label: str,
        stem: str,
        build: Callable[[NodeReader, yaml.Node, str], Entry],
        id_key: str = "id",
    ) -> None:
        self._list_key, self.kind = FILES[stem]
        self.label = f"{label}/{stem}.yaml"
        self.usable: dict[str, Entry] = {}
        self.broken: set[str] = set()
        self.nodes: dict[str, yaml.Node] = {}  # id -> its entry, also of the broken ones
        self.readable = True
        self._unread: ContentError | None = None
        self._errors = Errors()
        self.reader = NodeReader(self.label, self._errors)
        try:
            root = compose(read_bytes(folder / f"{stem}.yaml", self.label), self.label)
            self._read(root, build, id_key)
        except ContentError as error:
            self._unread = error
            self.readable = False
        except GivenUpError:
            self.readable = False

    def spoil(self, entry_id: str, node: yaml.Node, problem: str, hint: str = "") -> None:
        """Note a mistake of an entry that was read without one."""
        self._spoil(entry_id, ContentError(self.reader.where(node), problem, hint))

    def spoil_unknown(
        self, entry_id: str, node: yaml.Node, kind: str, name: str, known: Collection[str]
    ) -> None:
        """Note a reference to what is not there, with the nearest spelling."""
        where = self.reader.where(node)
        self._spoil(entry_id, ContentError.unknown(where, kind, name[:60], known))

    def errors(self) -> list[ContentError]:
        """Every mistake so far, from top to bottom."""
        return [*([self._unread] if self._unread else ()), *self._errors.in_order()]

    def names(self) -> Names:
        usable, broken = frozenset(self.usable), frozenset(self.broken)
        return Names(self.kind, self.label, usable, broken, self.readable)

    def marks(self) -> dict[str, str]:
        """Where each entry stands: ``file:line``."""
        return {
            entry_id: f"{self.label}:{node.start_mark.line + 1}"
            for entry_id, node in self.nodes.items()
        }

    def _spoil(self, entry_id: str, error: ContentError) -> None:
        self.usable.pop(entry_id, None)
        self.broken.add(entry_id)
        self._tell(error)

    def tell_unknown(self, node: yaml.Node, kind: str, name: str, known: Collection[str]) -> None:
        """A mistake that the artwork cannot do with, but a lesson can."""
        where = self.reader.where(node)
        self._tell(ContentError.unknown(where, kind, name[:60], known))

    def tell(self, node: yaml.Node, problem: str) -> None:
        """A mistake after which the entry can still be used."""
        self._tell(ContentError(self.reader.where(node), problem))

    def _tell(self, error: ContentError) -> None:
        if len(self._errors.found) < Errors.LIMIT:
            with suppress(GivenUpError):
                self._errors.add(error)

    def _read(
        self,
        root: yaml.Node,
        build: Callable[[NodeReader, yaml.Node, str], Entry],
        id_key: str,
    ) -> None:
        fields = self.reader.fields(root, (self._list_key,))
        self.readable = self._list_key in fields
        for node in self.reader.items(fields[self._list_key]) if self.readable else ():
            before = len(self._errors.found)
            entry_id = _entry_id(self.reader, node, id_key)
            entry = build(self.reader, node, entry_id)
            if entry_id in self.nodes:
                self.reader.fail(node, f"{self.kind} {entry_id!r} is there twice")
            elif len(self._errors.found) == before:
                self.usable[entry_id] = entry
            elif entry_id:
                self.broken.add(entry_id)
            if entry_id:
                self.nodes.setdefault(entry_id, node)


def _entry_id(reader: NodeReader, node: yaml.Node, id_key: str) -> str:
    """The id of an entry, read ahead so that its other mistakes can be told as its own."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == id_key:
                return reader.text(value)
    return ""


class Reading:
    """Reads fields by name; what is missing has been reported and reads as nothing."""

    def __init__(self, reader: NodeReader, fields: dict[str, yaml.Node]) -> None:
        self.reader = reader
        self.fields = fields

    def localized(self, name: str) -> LocalizedText:
        return self.reader.localized(self.fields[name]) if name in self.fields else UNREADABLE

    def text(self, name: str) -> str:
        return self.reader.text(self.fields[name]) if name in self.fields else ""

    def texts(self, name: str) -> tuple[str, ...]:
        return self.reader.texts(self.fields[name]) if name in self.fields else ()

    def known(self, name: str, kind: str, known: Collection[str]) -> str:
        return self.reader.known(self.fields[name], kind, known) if name in self.fields else ""

    def number(self, name: str, least: float, most: float) -> float:
        if name not in self.fields:
            return most
        return self.reader.number(self.fields[name], least, most)
