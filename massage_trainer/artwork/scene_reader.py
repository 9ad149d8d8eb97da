"""Reads the scene files: all mistakes of all files at once, each with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import yaml

from massage_trainer.artwork.drape import Towel
from massage_trainer.artwork.hand_reader import Anatomy, Fields, HandReader
from massage_trainer.artwork.positions import CUSHIONS
from massage_trainer.artwork.regions import NAMES
from massage_trainer.artwork.scene import (
    CAMERAS,
    MEANINGS,
    OWN,
    VIEWS,
    CameraSource,
    FrameSource,
    HandWish,
    PlateSource,
    SceneSource,
    SceneSourceError,
    StanceSource,
    label_of,
)
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.content.yaml_nodes import NodeReader
from massage_trainer.services.content.yaml_source import Errors, GivenUpError, compose, read_bytes

CLOTHES = frozenset({"shirt-up", "shirt-down"})
PROPS = frozenset({"table", "cradle", "ankle-roll", "lamp"})
LYING_ON_A_SIDE = frozenset({"side", "side-leg", "side-resting", "turning"})
_REQUIRED = ("id", "position", "wear", "props", "cameras", "plates")
_OPTIONAL = (
    "drapes", "frames", "order", "loop", "highlight", "mirror", "worked", "practitioner", "clients",
)  # fmt: skip
_STANCE = ("level", "away_cm", "facing", "stride_cm", "forward")
_FRAME = ("meaning", "like", "hands", "client", "steps", "shift_cm", "lean", "look")
# The client's movements: how far each number may go (degrees; the hook's are metres).
_MOST_LEG = {"flex": 140.0, "knee": 150.0, "abduct": 45.0, "sway": 40.0, "ankle": 60.0}
_MOST_HOOK = {"draw": 0.1, "lift": 0.1}
_MOST = {"tilt": 40.0, "roll": 30.0}
_FARTHEST_M = 12.0


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
    seen: dict[str, str] = {}
    for source in sources:
        for plate in source.plates:
            if plate.id in seen:
                yield ContentError(plate.where, f"plate {plate.id!r} is in {seen[plate.id]} too")
            seen[plate.id] = source.id


class _SceneReader:
    """Reads one file."""

    def __init__(self, reader: NodeReader, anatomy: Anatomy) -> None:
        self._reader = reader
        self._anatomy = anatomy
        self._hands = HandReader(reader, anatomy)

    def scene(self, root: yaml.Node, stem: str) -> SceneSource:
        reader = self._reader
        fields = reader.fields(root, _REQUIRED, _OPTIONAL)
        if "id" in fields and (found := reader.identifier(fields["id"])) and found != stem:
            reader.fail(fields["id"], f"the id {found!r} is not the file's name")
        position = self._position(fields)
        practitioner = fields.get("practitioner")
        stance = self._stance(practitioner, position) if practitioner else None
        frames = self._frames(fields.get("frames"), root, with_hands=stance is not None)
        order = self._names(fields.get("order"), frames) or tuple(frames)
        cameras, own_auto = self._cameras(fields.get("cameras"), with_own=stance is not None)
        mirror = "mirror" in fields and reader.true(fields["mirror"])
        worked = "right"
        if "worked" in fields:
            worked = reader.known(fields["worked"], "side", ("left", "right")) or worked
            if not mirror:
                reader.fail(fields["worked"], "worked says a side, but mirror is not set")
        plates = self._plates(fields.get("plates"), frames, order, cameras)
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
        if node is None:
            return ()
        return tuple(filter(None, (
            self._reader.known(item, kind, known) for item in self._reader.items(node)
        )))  # fmt: skip

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

    def _stance(self, node: yaml.Node, position: str) -> StanceSource | None:
        reader = self._reader
        fields = reader.fields(node, ("stand",), ("lean", "look"))
        if "stand" not in fields:
            return None
        stand = reader.fields(fields["stand"], ("beside",), _STANCE)
        if "beside" not in stand:
            return None
        across = ("front", "back") if position in LYING_ON_A_SIDE else ("left", "right")
        beside = reader.known(stand["beside"], "side of the table", (*across, "head", "foot"))
        level = self._landmark(stand["level"]) if "level" in stand else ""
        if beside in across and "level" not in stand:
            reader.fail(fields["stand"], "missing level: the landmark beside which to stand")
        if beside in ("head", "foot") and "level" in stand:
            reader.fail(stand["level"], f"at the {beside} end there is no level")

        def number(name: str, least: float, most: float, default: float) -> float:
            return reader.number(stand[name], least, most) if name in stand else default

        return StanceSource(
            where=reader.where(node),
            beside=beside,
            level=level,
            away_cm=number("away_cm", -10.0, 60.0, 8.0),
            facing=number("facing", -90.0, 90.0, 0.0),
            stride_cm=number("stride_cm", 0.0, 80.0, 30.0),
            forward=reader.known(stand["forward"], "foot", ("left", "right"))
            if "forward" in stand
            else "left",
            lean=reader.number(fields["lean"], -30.0, 70.0) if "lean" in fields else 20.0,
            look=self._look(fields["look"]) if "look" in fields else "hands",
        )

    def _landmark(self, node: yaml.Node) -> str:
        name = self._reader.text(node)
        key = self._anatomy.key(name)
        if name and not key:
            self._reader.fail(node, f"unknown landmark {name[:60]!r}", self._anatomy.like(name))
        return key

    def _look(self, node: yaml.Node) -> str:
        name = self._reader.text(node)
        return name if name in ("hands", "face") else self._landmark(node)

    def _frames(
        self, node: yaml.Node | None, root: yaml.Node, *, with_hands: bool
    ) -> dict[str, FrameSource]:
        if node is None:
            return {"rest": FrameSource("rest", self._reader.where(root))}
        raw: dict[str, tuple[Fields, dict[str, Fields]]] = {}
        out: dict[str, FrameSource] = {}
        for name, key, value in self._reader.pairs(node):
            if name != "rest" and "~" in name:
                self._reader.fail(key, f"a frame's name has no ~: {name!r}")
            own = self._reader.fields(value, (), _FRAME)
            fields, hands = dict[str, yaml.Node](), dict[str, Fields]()
            base: FrameSource | None = None
            if "like" in own:
                like = self._reader.known(own["like"], "earlier frame", list(raw))
                if like:
                    fields, hands = dict(raw[like][0]), dict(raw[like][1])
                    base = out[like]
            fields |= own
            wishes = dict(base.hands) if base else {}
            self._read_hands(own.get("hands"), hands, wishes, with_hands=with_hands)
            raw[name] = (fields, hands)
            out[name] = self._frame(name, key, fields, own, base, wishes)
        return out

    def _read_hands(
        self,
        node: yaml.Node | None,
        hands: dict[str, Fields],
        wishes: dict[str, HandWish],
        *,
        with_hands: bool,
    ) -> None:
        if node is None:
            return
        if not with_hands:
            self._reader.fail(node, "hands need a practitioner")
        for side, key, value in self._reader.pairs(node):
            if side not in ("left", "right"):
                self._reader.fail_unknown(key, "hand", side, ("left", "right"))
                continue
            hands[side] = self._hands.merged(value, hands.get(side, {}))
            wishes[side] = self._hands.hand(key, hands[side])

    def _frame(
        self,
        name: str,
        key: yaml.Node,
        fields: Fields,
        own: Fields,
        base: FrameSource | None,
        hands: Mapping[str, HandWish],
    ) -> FrameSource:
        reader = self._reader
        client = dict(base.client) if base else {}
        if "client" in own:
            client |= self._client(own["client"])
        shift = (0.0, 0.0)
        if "shift_cm" in fields:
            numbers = [reader.number(n, -30.0, 30.0) for n in reader.items(fields["shift_cm"])]
            if len(numbers) == 2:
                shift = (numbers[0], numbers[1])
            else:
                reader.fail(fields["shift_cm"], "write [forward, to the practitioner's left]")
        meaning = (
            reader.known(fields["meaning"], "meaning", MEANINGS) if "meaning" in fields else ""
        )
        return FrameSource(
            name,
            reader.where(key),
            meaning or "rest",
            hands,
            client,
            reader.whole(own["steps"], 12, 0) if "steps" in own else 1,
            shift,
            reader.number(fields["lean"], -30.0, 70.0) if "lean" in fields else None,
            self._look(fields["look"]) if "look" in fields else "",
        )

    def _client(self, node: yaml.Node) -> dict[str, float]:
        reader = self._reader
        out: dict[str, float] = {}

        def numbers(prefix: str, node: yaml.Node, most: Mapping[str, float]) -> None:
            for name, value in reader.fields(node, (), tuple(most)).items():
                out[prefix + name] = reader.number(value, -most[name], most[name])

        fields = reader.fields(node, (), ("legs", "hook", *_MOST))
        if "legs" in fields:
            if "hook" in fields:
                reader.fail(fields["hook"], "legs are bent by legs or by hook, not by both")
            for side, leg in reader.fields(fields["legs"], (), ("left", "right")).items():
                wanted = reader.fields(leg, ("flex", "knee"), ("abduct", "sway", "ankle"))
                for name, value in wanted.items():
                    most = _MOST_LEG[name]
                    out[f"legs.{side}.{name}"] = reader.number(value, -most, most)
        if "hook" in fields:
            out |= {f"hook.{name}": 0.0 for name in _MOST_HOOK}
            numbers("hook.", fields["hook"], _MOST_HOOK)
        for name, most in _MOST.items():
            if name in fields:
                out[name] = reader.number(fields[name], -most, most)
        return out

    def _cameras(
        self, node: yaml.Node | None, *, with_own: bool
    ) -> tuple[dict[str, CameraSource], bool]:
        reader, out, auto = self._reader, dict[str, CameraSource](), False
        for name, key, value in reader.pairs(node) if node else ():
            if name not in CAMERAS:
                reader.fail_unknown(key, "camera", name, CAMERAS)
            elif name == OWN and isinstance(value, yaml.ScalarNode):
                auto = bool(reader.known(value, "camera", ("auto",)))
                if not with_own:
                    reader.fail(key, "whose view? There is no practitioner")
            else:
                fields = reader.fields(value, ("eye", "at", "fov"))
                if len(fields) == 3:
                    eye, at = (self._vector(fields[name]) for name in ("eye", "at"))
                    if eye == at:
                        reader.fail(value, "a camera looks somewhere else than where it stands")
                    out[name] = CameraSource(eye, at, reader.number(fields["fov"], 1.0, 120.0))
        return out, auto

    def _vector(self, node: yaml.Node) -> tuple[float, float, float]:
        numbers = [
            self._reader.number(item, -_FARTHEST_M, _FARTHEST_M)
            for item in self._reader.items(node)
        ]
        if len(numbers) != 3:
            self._reader.fail(node, f"expected three numbers, found {len(numbers)}")
            return (0.0, 0.0, 0.0)
        return (numbers[0], numbers[1], numbers[2])

    def _plates(
        self,
        node: yaml.Node | None,
        frames: Mapping[str, FrameSource],
        order: tuple[str, ...],
        cameras: Collection[str],
    ) -> tuple[PlateSource, ...]:
        reader, out = self._reader, []
        options = ("frames", "main", "views", "loop", "marks")
        for name, key, value in reader.pairs(node) if node else ():
            fields = reader.fields(value, ("description",), options)
            moments = reader.texts(fields["frames"]) if "frames" in fields else ()
            for item, moment in zip(
                reader.items(fields["frames"]) if moments else (), moments, strict=False
            ):
                if moment not in frames:
                    reader.fail_unknown(item, "frame", moment, frames)
                elif moment not in order:
                    reader.fail(item, f"the order never comes to {moment!r}")
            moments = moments or tuple(dict.fromkeys(order))
            main = reader.known(fields["main"], "moment", moments) if "main" in fields else ""
            views = self._words(fields.get("views"), "view", VIEWS & set(cameras))
            marks = (
                [self._hands.mark(m) for m in reader.items(fields["marks"])]
                if ("marks" in fields)
                else []
            )
            if not views and "views" not in fields:
                views = ("close",) if "close" in cameras else ("wide",)
            if "description" in fields:
                out.append(
                    PlateSource(
                        name, reader.where(key), moments, main or moments[0], views,
                        reader.localized(fields["description"]),
                        "loop" in fields and reader.true(fields["loop"]),
                        tuple(mark for mark in marks if mark is not None),
                    )
                )  # fmt: skip
        if node is not None and not out:
            reader.fail(node, "no plate is drawn from the scene")
        return tuple(out)
