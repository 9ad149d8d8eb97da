"""Brings pictures and places up to date: only what depends on something that changed is made."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from massage_trainer.artwork import index, stills
from massage_trainer.artwork.drawing import draw
from massage_trainer.artwork.index import Hashes, Tree
from massage_trainer.artwork.map_file import packed_places
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.places import with_line
from massage_trainer.artwork.position_maps import COLUMNS, ROWS, position_map
from massage_trainer.artwork.still_places import StillPlacer
from massage_trainer.artwork.stills import Order, Sources
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.position_map import FINENESS
from massage_trainer.domain.stage import Scene, skin_matrices
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.content.catalog_loader import LoadedCatalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.services.still_places import read_map, read_places
from massage_trainer.widgets.stage.lamps import STILL
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.shot import Shot

# A place that the map of its own still does not lead back to could be shown and not be asked.
_MAP_CUN = 0.1
Clients = dict[ClientBody, tuple[SceneStore, list[Order], dict[str, Sources]]]


class Needs:
    """What each still depends on, as one hash for its picture and one for its places."""

    def __init__(self, tree: Tree, inputs: Mapping[str, Hashes], tools: Mapping[str, str]) -> None:
        self._root = tree.root
        self._stage = inputs["stage"]
        self._drawing = [inputs["drawing_code"], tools["pyside6-essentials"]]
        self._placing = [inputs["placing_code"], tools["numpy"], tools["scipy"]]

    def picture(self, store: SceneStore, order: Order) -> str:
        names = [f"{figure.mesh}.mesh" for figure in order.scene.figures]
        paths = [store.path(name) for name in [*names, *self._props(order)]]
        # Not the whole scene: a word of it may change, or a moment of another plate.
        shot = order.shot()
        dressed = [(figure.mesh, figure.parts) for figure in shot.scene.figures]
        seen = repr((dressed, shot.poses, shot.scene.props, shot.scene.highlights, shot.camera))
        return _digest([self._drawing, self._hashes(paths), seen, order.thumbs])

    def places(self, store: SceneStore, orders: Sequence[Order]) -> str:
        """Of what several pictures share."""
        first = orders[0]
        names = self._props(first)
        for figure in first.scene.figures[:1]:
            names += [f"{figure.mesh}.mesh", figure.places]
        marks = sorted({repr((plate.id, plate.marks)) for o in orders for plate in o.plates})
        paths = [store.path(name) for name in names if name]
        return _digest([self._drawing, self._placing, self._hashes(paths), repr(first.seen), marks])

    @staticmethod
    def _props(order: Order) -> list[str]:
        return [f"{prop.mesh}.mesh" for prop in order.scene.props]

    def _hashes(self, paths: Iterable[Path]) -> list[str]:
        return [self._stage.get(path.relative_to(self._root).as_posix(), "") for path in paths]


def _digest(content: Sequence[object]) -> str:
    text = json.dumps(content, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


class StillBuilder:
    """Draws the pictures and notes the places of one client's stills."""

    def __init__(self, tree: Tree, store: SceneStore, stage: OffscreenStage) -> None:
        self._tree = tree
        self._store = store
        self._stage = stage
        self._placers: dict[tuple[str, str], StillPlacer] = {}
        self._kept: tuple[Scene, dict[str, BakedMesh]] | None = None

    def draw(self, order: Order) -> None:
        draw(self._stage, self._meshes(order.scene), order, self._tree.plates)

    def place(self, orders: Sequence[Order]) -> None:
        """Write where the body's places stand in these; nothing if no point can be seen."""
        order, folder = orders[0], self._tree.plates
        for name in (order.places, order.map_file):
            (folder / name).unlink(missing_ok=True)
        shot = order.shot()
        figure = shot.scene.figures[0] if shot.scene.figures else None
        if figure is None or not figure.places:
            return
        skeleton = self._meshes(order.scene)[figure.mesh].skeleton
        if skeleton is None:
            return
        placer = self._placer(figure.mesh, figure.places)
        matrices = skin_matrices(skeleton, shot.poses[0])
        seen = self._seen(shot, shot.width, shot.height)
        sights = placer.sights(shot, matrices, seen)
        plates = {plate.id: plate.marks for other in orders for plate in other.plates}
        marks = placer.marks(shot, matrices, seen, plates)
        if not placer.visible(sights) and not any(marks.values()):
            return
        (folder / order.places).parent.mkdir(parents=True, exist_ok=True)
        fine = self._seen(shot, COLUMNS * FINENESS, ROWS * FINENESS)
        (folder / order.map_file).write_bytes(position_map(fine))
        placer.hide_unmapped(sights, read_map(folder, order.map_file), _MAP_CUN)
        content = placer.content(sights, order.map_file, shot.scene.regions, shot.scene.worked_side)
        content["marks"] = {name: found for name, found in sorted(marks.items()) if found}
        (folder / order.places).write_bytes(packed_places(content))

    def _meshes(self, scene: Scene) -> dict[str, BakedMesh]:
        """Those of the last scene are at hand: its pictures follow each other."""
        if self._kept is None or self._kept[0] is not scene:
            self._kept = (scene, self._store.meshes(scene))
        return self._kept[1]

    def _placer(self, mesh: str, name: str) -> StillPlacer:
        if (mesh, name) not in self._placers:
            skin = PackedSkin(self._store.mesh(mesh))
            places = read_body_places(self._store.path(name).parent, name)
            self._placers[mesh, name] = StillPlacer(skin, places)
        return self._placers[mesh, name]

    def _seen(self, shot: Shot, width: int, height: int) -> Floats:
        """The picking pass, rows from above."""
        meshes = self._meshes(shot.scene)
        numbers = np.frombuffer(self._stage.places(shot, meshes, width, height), np.float32)
        return np.asarray(numbers.reshape(height, width, 4)[::-1], float)


@dataclass(frozen=True, slots=True)
class Work:
    """One picture to draw, or the places of several to note; ``key`` is where it is recorded."""

    client: ClientBody
    key: str
    needs: str
    files: tuple[str, ...]
    picture: Order | None = None
    ground: tuple[Order, ...] = ()

    def do(self, builder: StillBuilder) -> None:
        if self.picture is not None:
            builder.draw(self.picture)
        else:
            builder.place(self.ground)


def update_stills(tree: Tree, tools: Mapping[str, str], names: Sequence[str]) -> None:
    """Draw what is stale, of all scenes or only the named ones, and record it."""
    inputs = tree.inputs()
    clients = read_clients(tree)
    content = index.read(tree)
    known, there, outputs = content["stills"], content["outputs"], tree.outputs()
    everything = list(_works(clients, Needs(tree, inputs, tools)))
    work = []
    for each in everything:
        own = [_in_tree(tree, name) for name in each.files]
        kept = all(outputs.get(name) == there.get(name) for name in own)
        # Places are not there where nothing of the body can be seen.
        missing = each.picture is not None and any(name not in outputs for name in own)
        stale = known.get(each.key) != each.needs or not kept or missing
        if stale and (not names or _scenes_of(each) & set(names)):
            work.append(each)
    content["plates"] = _plates(tree, clients)
    for client, (store, _, _) in clients.items():
        _do(tree, store, content, [each for each in work if each.client is client])
    keys = {each.key for each in everything}
    content["stills"] = {key: own for key, own in known.items() if key in keys}
    content["plates"] = _plates(tree, clients)
    _remove_strays(tree, {name for each in everything for name in each.files})
    index.record_inputs(content["inputs"], inputs, index.DRAWING_GROUPS, names)
    outputs = tree.outputs()
    if names:
        # What was not made now does not count as right, whatever has become of it.
        made = {_in_tree(tree, name) for each in work for name in each.files}
        outputs = {
            name: found if name in made else there.get(name, "") for name, found in outputs.items()
        }
    content["outputs"] = outputs
    content["tools"]["pyside6-essentials"] = tools["pyside6-essentials"]
    index.write(tree, content)


def read_clients(tree: Tree) -> Clients:
    """Each client's stills; the man first."""
    found: Clients = {}
    for client in ClientBody:
        store = SceneStore(tree.stage, client)
        found[client] = (store, *stills.orders(store))
    return found


def _works(clients: Clients, needs: Needs) -> Iterator[Work]:
    """Scene by scene: a scene's meshes are read once."""
    for client, (store, orders, _) in clients.items():
        grounds: dict[str, list[Order]] = {}
        for order in orders:
            grounds.setdefault(order.ground, []).append(order)
        for order in orders:
            files = (order.file, *order.thumbs)
            yield Work(client, order.stem, needs.picture(store, order), files, picture=order)
            if order.ground == order.stem:
                shared = tuple(grounds[order.ground])
                own = (order.places, order.map_file)
                yield Work(client, order.places, needs.places(store, shared), own, ground=shared)


def _scenes_of(work: Work) -> set[str]:
    return {order.scene.id for order in (work.picture, *work.ground) if order is not None}


def _do(tree: Tree, store: SceneStore, content: dict[str, Any], work: Sequence[Work]) -> None:
    """With a bar on the screen; a build that is broken off goes on where it was."""
    if not work:
        return
    from tqdm import tqdm

    with offscreen_stage(STILL) as stage:
        builder = StillBuilder(tree, store, stage)
        title = f"stills of the {store.client.value}"
        for each in tqdm(work, desc=title, unit="file", file=sys.stderr):
            each.do(builder)
            content["stills"][each.key] = each.needs
            paths = [tree.plates / name for name in each.files]
            content["outputs"] |= tree.hashes(path for path in paths if path.is_file())
            index.write(tree, content)


def _plates(tree: Tree, clients: Clients) -> dict[str, Any]:
    every = [(orders, found) for _, orders, found in clients.values()]
    placed = {
        order.places
        for orders, _ in every
        for order in orders
        if (tree.plates / order.places).is_file()
    }
    return stills.plate_entries(every, placed)


def _in_tree(tree: Tree, name: str) -> str:
    return (tree.plates / name).relative_to(tree.root).as_posix()


def _remove_strays(tree: Tree, named: set[str]) -> None:
    for name in tree.outputs():
        path = tree.root / name
        if path.relative_to(tree.plates).as_posix() not in named:
            path.unlink()


def unseen_points(tree: Tree, loaded: LoadedCatalog) -> list[str]:
    """The points that should be shown and are visible in no still."""
    seen = set()
    for path in sorted(tree.plates.rglob(f"{stills.PLACES}/*.places")):
        seen |= _visible(path)
    return [
        with_line(f"{site.key}: should be shown and is visible in no plate", loaded.marks)
        for point in loaded.catalog.points.values()
        if point.shown is not Shown.TEXT
        for site in point.sites
        if site.key not in seen
    ]


def _visible(path: Path) -> set[str]:
    return {
        key
        for key, sides in read_places(path.parent, path.name).points.items()
        if any(spot.sight is Sight.VISIBLE for spot in sides.values())
    }
