"""Brings pictures and places up to date: only what depends on something that changed is made."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from massage_trainer.artwork import index, stills
from massage_trainer.artwork.index import Hashes, Tree
from massage_trainer.artwork.mesh import Floats
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.places import with_line
from massage_trainer.artwork.position_maps import COLUMNS, ROWS, position_map
from massage_trainer.artwork.still_places import StillPlacer
from massage_trainer.artwork.stills import Order
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.position_map import FINENESS
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.content.catalog_loader import LoadedCatalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.services.still_places import read_map
from massage_trainer.widgets.stage.lamps import STILL
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.shot import Shot

# A place that the map of its own still does not lead back to could be shown and not be asked.
_MAP_CUN = 0.1


class Needs:
    """What each still depends on, as one hash for its picture and one for its places."""

    def __init__(self, tree: Tree, inputs: Mapping[str, Hashes], tools: Mapping[str, str]) -> None:
        self._stage = inputs["stage"]
        self._folder = tree.stage.relative_to(tree.root).as_posix()
        self._drawing = [inputs["drawing_code"], tools["pyside6-essentials"]]
        self._placing = [inputs["placing_code"], tools["numpy"], tools["scipy"]]

    def picture(self, order: Order) -> str:
        names = [f"{order.scene.id}.json"]
        names += [f"{figure.mesh}.mesh" for figure in order.scene.figures]
        names += [f"{prop.mesh}.mesh" for prop in order.scene.props]
        _, camera, frame, side = order.view
        view = [camera, frame, side.value if side else ""]
        return _digest([self._drawing, self._hashes(names), view])

    def places(self, order: Order) -> str:
        names = [figure.places for figure in order.scene.figures if figure.places]
        return _digest([self.picture(order), self._placing, self._hashes(names)])

    def _hashes(self, names: Iterable[str]) -> list[str]:
        return [self._stage.get(f"{self._folder}/{name}", "") for name in names]


def _digest(content: Sequence[object]) -> str:
    text = json.dumps(content, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


class StillBuilder:
    """Draws the pictures and notes the places of one tree's stills."""

    def __init__(self, tree: Tree, store: SceneStore, stage: OffscreenStage) -> None:
        self._tree = tree
        self._store = store
        self._stage = stage
        self._placers: dict[tuple[str, str], StillPlacer] = {}

    def draw(self, order: Order) -> None:
        stills.draw(self._stage, self._store, order, self._tree.plates)

    def place(self, order: Order) -> None:
        """Write where the body's places stand; nothing if no point can be seen."""
        folder = self._tree.plates
        for name in (order.places, order.map_file):
            (folder / name).unlink(missing_ok=True)
        shot = stills.shot_of(order)
        figure = shot.scene.figures[0] if shot.scene.figures else None
        if figure is None or not figure.places:
            return
        meshes = self._store.meshes(shot.scene)
        skeleton = meshes[figure.mesh].skeleton
        if skeleton is None:
            return
        placer = self._placer(figure.mesh, figure.places)
        matrices = skin_matrices(skeleton, shot.poses[0])
        sights = placer.sights(shot, matrices, self._seen(shot, shot.width, shot.height))
        if not placer.visible(sights):
            return
        (folder / stills.PLACES).mkdir(parents=True, exist_ok=True)
        fine = self._seen(shot, COLUMNS * FINENESS, ROWS * FINENESS)
        (folder / order.map_file).write_bytes(position_map(fine))
        placer.hide_unmapped(sights, read_map(folder, order.map_file), _MAP_CUN)
        content = placer.content(sights, order.map_file, shot.scene.regions, shot.scene.worked_side)
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
        (folder / order.places).write_text(text, encoding="utf-8", newline="\n")

    def _placer(self, mesh: str, name: str) -> StillPlacer:
        if (mesh, name) not in self._placers:
            skin = PackedSkin(self._store.mesh(mesh))
            self._placers[mesh, name] = StillPlacer(skin, read_body_places(self._tree.stage, name))
        return self._placers[mesh, name]

    def _seen(self, shot: Shot, width: int, height: int) -> Floats:
        """The picking pass, rows from above."""
        meshes = self._store.meshes(shot.scene)
        numbers = np.frombuffer(self._stage.places(shot, meshes, width, height), np.float32)
        return np.asarray(numbers.reshape(height, width, 4)[::-1], float)


def update_stills(tree: Tree, tools: Mapping[str, str], names: Sequence[str]) -> None:
    """Draw what is stale, of all scenes or only the named ones, and record it."""
    inputs = tree.inputs()
    store = SceneStore(tree.stage)
    everything = stills.orders(store, store.scene_ids())
    content = index.read(tree)
    needs = Needs(tree, inputs, tools)
    known, there = content["stills"], content["outputs"]
    outputs = tree.outputs()
    work = []
    for order in everything:
        if order.same_as or (names and order.scene.id not in names):
            continue
        own = {"picture": needs.picture(order), "places": needs.places(order)}
        before = known.get(order.stem, {})
        kept = all(outputs.get(name) == there.get(name) for name in _own_files(tree, order))
        stale = [kind for kind in own if not kept or own[kind] != before.get(kind)]
        if stale or not (tree.plates / order.file).is_file():
            work.append((order, own, stale or list(own)))
    content["plates"] = _plates(tree, everything)
    if work:
        with offscreen_stage(STILL) as stage:
            builder = StillBuilder(tree, store, stage)
            for number, (order, own, stale) in enumerate(work, start=1):
                if "picture" in stale:
                    builder.draw(order)
                builder.place(order)
                known[order.stem] = own
                # A build that is broken off goes on where it was.
                files = [tree.root / name for name in _own_files(tree, order)]
                there |= tree.hashes(path for path in files if path.is_file())
                index.write(tree, content)
                _say(
                    f"{number}/{len(work)} {order.file}" + ("" if "picture" in stale else " places")
                )
    stems = {order.stem for order in everything if not order.same_as}
    content["stills"] = {stem: own for stem, own in known.items() if stem in stems}
    content["plates"] = _plates(tree, everything)
    _remove_strays(tree, set(index.named_files(content["plates"])))
    index.record_inputs(content["inputs"], inputs, index.DRAWING_GROUPS, names)
    outputs = tree.outputs()
    if names:
        # What was not made now does not count as right, whatever has become of it.
        made = {name for order, _, _ in work for name in _own_files(tree, order)}
        outputs = {
            name: found if name in made else there.get(name, "") for name, found in outputs.items()
        }
    content["outputs"] = outputs
    content["tools"]["pyside6-essentials"] = tools["pyside6-essentials"]
    index.write(tree, content)


def _plates(tree: Tree, everything: Sequence[Order]) -> dict[str, Any]:
    placed = {order.places for order in everything if (tree.plates / order.places).is_file()}
    return stills.plate_entries(everything, placed)


def _own_files(tree: Tree, order: Order) -> Iterator[str]:
    for name in filter(None, (order.file, order.thumb, order.places, order.map_file)):
        yield (tree.plates / name).relative_to(tree.root).as_posix()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _remove_strays(tree: Tree, named: set[str]) -> None:
    for name in tree.outputs():
        path = tree.root / name
        if path.relative_to(tree.plates).as_posix() not in named:
            path.unlink()


def unseen_points(tree: Tree, loaded: LoadedCatalog) -> list[str]:
    """The points that should be shown and are visible in no still."""
    seen = set()
    for path in sorted(tree.plates.glob(f"{stills.PLACES}/*.json")):
        seen |= _visible(path)
    return [
        with_line(f"{site.key}: should be shown and is visible in no plate", loaded.marks)
        for point in loaded.catalog.points.values()
        if point.shown is not Shown.TEXT
        for site in point.sites
        if site.key not in seen
    ]


def _visible(path: Path) -> set[str]:
    content: dict[str, Any] = json.loads(path.read_bytes())
    return {
        key
        for key, sides in content["points"].items()
        if any(sight == "v" for sight, _ in sides.values())
    }
