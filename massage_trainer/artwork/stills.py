"""Which stills the baked scenes ask for, what they are called, and what the index says of them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.plate import ClientBody, Meaning
from massage_trainer.domain.scene_plates import ScenePlate
from massage_trainer.domain.stage import Scene
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.shot import Shot

WIDTH, HEIGHT, INK_PIXELS = 2000, 1333, 3.0
THUMB_WIDTH, THUMB_HEIGHT, THUMB_INK_PIXELS = 480, 320, 1.15
PLACES, THUMBS = "places", "thumbs"
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


class StillError(TrainerError):
    """A still that cannot be drawn or written."""


@dataclass(frozen=True, slots=True)
class Order:
    """One picture to draw: a frame of a scene with one client, from one camera.

    ``thumbs`` are the names of the small copies; ``ground`` names the order whose places and map
    serve this one, for the client lies there just as here and is seen from the same place.
    """

    client: ClientBody
    scene: Scene
    frame: str
    view: str
    thumbs: tuple[str, ...] = ()
    ground: str = ""

    @property
    def stem(self) -> str:
        return f"{_folder(self.client)}{self.scene.id}.{self.frame}.{self.view}"

    @property
    def file(self) -> str:
        return f"{self.stem}.webp"

    @property
    def places(self) -> str:
        return _in(PLACES, self.ground or self.stem, ".places")

    @property
    def map_file(self) -> str:
        return _in(PLACES, self.ground or self.stem, ".map")

    def shot(self, *, small: bool = False) -> Shot:
        size = (WIDTH, HEIGHT, INK_PIXELS)
        if small:
            size = (THUMB_WIDTH, THUMB_HEIGHT, THUMB_INK_PIXELS)
        return Shot.of_frame(self.scene, self.frame, self.scene.cameras[self.view], *size)

    @property
    def seen(self) -> tuple[object, ...]:
        """Orders alike in this show the same of the client: whatever the practitioner does."""
        figure = self.scene.figures[0] if self.scene.figures else None
        return (
            self.client,
            figure and (figure.mesh, figure.places, repr(figure.frames[self.frame])),
            repr(self.scene.cameras[self.view]),
            repr(sorted(self.scene.props, key=lambda prop: prop.mesh)),
            self.scene.regions,
            self.scene.worked_side,
        )

    @property
    def plates(self) -> list[ScenePlate]:
        """Those that show this picture."""
        return [p for p in self.scene.plates if (self.frame, self.view) in shown(p)]


def _folder(client: ClientBody) -> str:
    return "" if client is ClientBody.MAN else f"{client.value}/"


def _in(folder: str, stem: str, suffix: str) -> str:
    path = PurePosixPath(stem)
    return (path.parent / folder / (path.name + suffix)).as_posix()


def shown(plate: ScenePlate) -> list[tuple[str, str]]:
    """The pictures of a plate: the main moment in every view, the others in the first."""
    return [
        (frame, view)
        for frame in plate.frames
        for view in (plate.views if frame == plate.main else plate.views[:1])
    ]


@dataclass(frozen=True, slots=True)
class Sources:
    """The scenes that one plate is drawn from, with one client.

    One may show it worked on one side, whose mirror image is the other; another one of both sides
    or of none is then for whoever asks for no side.
    """

    plate: str
    client: ClientBody
    whole: tuple[Scene, ScenePlate] | None
    sided: tuple[Scene, ScenePlate] | None

    @property
    def main(self) -> tuple[Scene, ScenePlate]:
        found = self.whole or self.sided
        if found is None:
            raise StillError(f"{self.plate}: is drawn from no scene")
        return found

    def thumb(self, scene: Scene) -> str:
        """A sided picture has a small copy of its own only beside that of the whole."""
        own = self.whole is not None and scene.has_mirror
        name = f"{self.plate}.{scene.worked_side.value}" if own else self.plate
        return f"{_folder(self.client)}{THUMBS}/{name}.webp"


def sources(store: SceneStore, scenes: Mapping[str, Scene]) -> dict[str, Sources]:
    """Where each plate comes from; refuses what does not go together."""
    found: dict[str, Sources] = {}
    for scene in scenes.values():
        for plate in scene.plates:
            before = found.get(plate.id, Sources(plate.id, store.client, None, None))
            taken = before.sided if scene.has_mirror else before.whole
            if taken is not None:
                raise StillError(f"{plate.id} is drawn twice: by {taken[0].id} and {scene.id}")
            whole, sided = before.whole, before.sided
            if scene.has_mirror:
                sided = (scene, plate)
            else:
                whole = (scene, plate)
            found[plate.id] = Sources(plate.id, store.client, whole, sided)
    for each in found.values():
        if each.whole and each.sided and _course(*each.whole) != _course(*each.sided):
            names = f"{each.whole[0].id} and {each.sided[0].id}"
            raise StillError(f"{each.plate}: moments or views differ between {names}")
    return found


def _course(scene: Scene, plate: ScenePlate) -> tuple[object, ...]:
    moments = [(frame, scene.meanings.get(frame)) for frame in plate.frames]
    return (moments, plate.main, plate.views, plate.loop)


def orders(store: SceneStore) -> tuple[list[Order], dict[str, Sources]]:
    """Every picture of one client, each once, and the plates that they are for."""
    scenes = {name: store.scene(name) for name in store.scene_ids()}
    plates = sources(store, scenes)
    grounds: dict[tuple[object, ...], str] = {}
    found = []
    for scene in scenes.values():
        for frame, view in dict.fromkeys(p for plate in scene.plates for p in shown(plate)):
            thumbs = tuple(
                plates[plate.id].thumb(scene)
                for plate in scene.plates
                if (frame, view) == (plate.main, plate.views[0])
            )
            plain = Order(store.client, scene, frame, view)
            ground = grounds.setdefault(plain.seen, plain.stem)
            found.append(Order(store.client, scene, frame, view, thumbs, ground))
    return found, plates


def plate_entries(
    every: Iterable[tuple[Sequence[Order], Mapping[str, Sources]]], placed: Container[str] = ()
) -> dict[str, Any]:
    """The plates of the index, of all clients, the man first; ``placed`` are the places there."""
    plates: dict[str, Any] = {}
    for made, found in every:
        by_name = {order.stem: order for order in made}
        for name, source in found.items():
            scene, plate = source.main
            entry = plates.setdefault(name, _head(source)) if source.client is _FIRST else None
            entry = entry or plates.get(name)
            if entry is None:
                raise StillError(f"{name}: is drawn with the {source.client.value} alone")
            moments = [moment["name"] for moment in entry["moments"]]
            if moments != list(plate.frames):
                raise StillError(f"{name}: {scene.id} has other moments with each client")
            for moment in entry["moments"]:
                views = _views(source, moment["name"], by_name, placed)
                moment["views"][source.client.value] = views
    return plates


_FIRST = ClientBody.MAN


def _head(source: Sources) -> dict[str, Any]:
    scene, plate = source.main
    words = plate.descriptions
    text = words.get(None) or words[scene.worked_side]
    head: dict[str, Any] = {
        "width": WIDTH,
        "height": HEIGHT,
        "description": {"vi": text.vi, "en": text.en},
        "main": plate.main,
        "moments": [
            {
                "name": frame,
                "meaning": scene.meanings.get(frame, Meaning.REST.value),
                "views": {},
            }
            for frame in plate.frames
        ],
    }
    if plate.loop:
        head["loop"] = True
    if source.sided is not None:
        sided = source.sided[1].descriptions
        head["described"] = {
            side.value: {"vi": sided[side].vi, "en": sided[side].en}
            for side in _OTHER
            if side in sided
        }
    return head


def _views(
    source: Sources, frame: str, made: Mapping[str, Order], placed: Container[str]
) -> list[dict[str, Any]]:
    _, plate = source.main
    entries = []
    for view in [view for shown_frame, view in shown(plate) if shown_frame == frame]:

        def files(scene: Scene, view: str = view) -> dict[str, Any]:
            order = made[Order(source.client, scene, frame, view).stem]
            found = {"file": order.file, "thumb": source.thumb(scene)}
            return found | ({"places": order.places} if order.places in placed else {})

        entry = {"view": view, **files(source.main[0])}
        if source.sided is not None:
            scene = source.sided[0]
            own = files(scene)
            entry["sides"] = {
                scene.worked_side.value: own,
                _OTHER[scene.worked_side].value: own | {"mirrored": True},
            }
        entries.append(entry)
    return entries
