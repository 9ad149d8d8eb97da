"""Reads the scene files: all mistakes of all files at once, each with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import yaml

from massage_trainer.artwork.drape import Towel
from massage_trainer.artwork.frame_reader import FrameReader
from massage_trainer.artwork.hand_reader import Anatomy, Fields, HandReader
from massage_trainer.artwork.plate_reader import PlateReader, words
from massage_trainer.artwork.positions import CUSHIONS
from massage_trainer.artwork.regions import NAMES
from massage_trainer.artwork.scene import (
    SceneSource,
    SceneSourceError,
    label_of,
)
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.content.yaml_nodes import NodeReader
from massage_trainer.services.content.yaml_source import Errors, GivenUpError, compose, read_bytes

CLOTHES = frozenset({"shirt-up", "shirt-down"})
PROPS = frozenset({"table", "cradle", "ankle-roll", "lamp"})
_REQUIRED = ("id", "position", "wear", "props", "cameras", "plates")
_OPTIONAL = (
    "drapes", "frames", "order", "loop", "highlight", "mirror", "worked", "practitioner", "clients",
)  # fmt: skip


class ScenesError(SceneSourceError):
    """All mistakes of the scene files."""

    def __init__(self, problems: Iterable[object]) -> None:
        super().__init__("\n".join(dict.fromkeys(str(problem) for problem in problems)))


def read_all(folder: Path, catalog: Catalog, names: Collection[str] = ()) -> list[SceneSource]:
    """Every scene file, or only the named ones."""
    anatomy = Anatomy(catalog)
    found, problems = [], []
    paths = sorted(path for path in folder.glob("*.yaml") if not names or path.stem in names)
    for path in paths:
        source, errors = _read(path, anatomy)
        problems += errors
        if source is not None:
            found.append(source)
    problems += _drawn_twice(found)
    if problems:
        raise ScenesError(problems)
    return found


def read(path: Path, catalog: Catalog) -> SceneSource:
    """One scene file."""
    refuse_unknown([path.stem], [p.stem for p in path.parent.glob("*.yaml")])
    return read_all(path.parent, catalog, (path.stem,))[0]


def refuse_unknown(names: Iterable[str], known: Collection[str]) -> None:
    if strangers := sorted(set(names) - set(known)):
        raise SceneSourceError(f"no scene {', '.join(strangers)} (there is: {', '.join(known)})")


def _read(path: Path, anatomy: Anatomy) -> tuple[SceneSource | None, list[ContentError]]:
    label, errors = label_of(path), Errors()
    try:
        root = compose(read_bytes(path, label), label)
        source = _SceneReader(NodeReader(label, errors), anatomy).scene(root, path.stem)
    except ContentError as error:
        return None, [*errors.in_order(), error]
    except GivenUpError:
        return None, errors.in_order()
    return (None if errors.found else source), errors.in_order()


def _drawn_twice(sources: Iterable[SceneSource]) -> Iterable[ContentError]:
    """One scene may draw a plate for both sides at once, and another for each side."""
    seen: dict[tuple[str, bool], str] = {}
    for source in sources:
        for plate in source.plates:
            key = (plate.id, source.mirror)
            if key in seen:
                yield ContentError(plate.where, f"plate {plate.id!r} is in {seen[key]} too")
            seen[key] = source.id


class _SceneReader:
    """Reads one file."""

    def __init__(self, reader: NodeReader, anatomy: Anatomy) -> None:
        self._reader = reader
        hands = HandReader(reader, anatomy)
        self._frames = FrameReader(reader, anatomy, hands)
        self._plates = PlateReader(reader, hands)

    def scene(self, root: yaml.Node, stem: str) -> SceneSource:
        reader = self._reader
        fields = reader.fields(root, _REQUIRED, _OPTIONAL)
        if "id" in fields and (found := reader.identifier(fields["id"])) and found != stem:
            reader.fail(fields["id"], f"the id {found!r} is not the file's name")
        position = self._position(fields)
        practitioner = fields.get("practitioner")
        stance = self._frames.stance(practitioner, position) if practitioner else None
        frames = self._frames.frames(fields.get("frames"), root, with_hands=stance is not None)
        order = self._names(fields.get("order"), frames) or tuple(frames)
        cameras, own_auto = self._plates.cameras(fields.get("cameras"), with_own=stance is not None)
        mirror = "mirror" in fields and reader.true(fields["mirror"])
        worked = "right"
        if "worked" in fields:
            worked = reader.known(fields["worked"], "side", ("left", "right")) or worked
            if not mirror:
                reader.fail(fields["worked"], "worked says a side, but mirror is not set")
        plates = self._plates.plates(fields.get("plates"), frames, order, cameras)
        if "clients" in fields:
            known = [client.value for client in ClientBody]
            clients = self._words(fields["clients"], "client", known)
        else:
            clients = tuple(client.value for client in ClientBody)
        return SceneSource(
            id=stem,
            where=reader.where(root),
            position=position,
            clothes=frozenset(self._words(fields.get("wear"), "clothes", CLOTHES)),
            props=self._words(fields.get("props"), "prop", PROPS | CUSHIONS.get(position, set())),
            frames=frames,
            order=order,
            cameras=cameras,
            plates=plates,
            drapes=self._drapes(fields.get("drapes")),
            highlight=self._words(fields.get("highlight"), "region", NAMES),
            loop="loop" in fields and reader.true(fields["loop"]),
            own_auto=own_auto,
            mirror=mirror,
            worked=worked,
            stance=stance,
            clients=tuple(ClientBody(name) for name in clients),
        )

    def _position(self, fields: Fields) -> str:
        node = fields.get("position")
        return self._reader.known(node, "position", CUSHIONS) if node else ""

    def _words(self, node: yaml.Node | None, kind: str, known: Collection[str]) -> tuple[str, ...]:
        return words(self._reader, node, kind, known)

    def _names(self, node: yaml.Node | None, frames: Collection[str]) -> tuple[str, ...]:
        return self._words(node, "frame", frames)

    def _drapes(self, node: yaml.Node | None) -> tuple[Towel, ...]:
        keys = ("from_x", "to_x", "from_y", "to_y")
        out = []
        for item in self._reader.items(node) if node else ():
            fields = self._reader.fields(item, keys, ("hang",))
            numbers = {name: self._reader.number(n, -2.0, 2.0) for name, n in fields.items()}
            if set(keys) <= set(numbers):
                if numbers["from_x"] >= numbers["to_x"] or numbers["from_y"] >= numbers["to_y"]:
                    self._reader.fail(item, "a towel goes from a smaller number to a larger one")
                    continue
                out.append(Towel(**numbers))
        return tuple(out)
