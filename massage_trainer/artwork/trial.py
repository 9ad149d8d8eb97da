"""Solves and draws one scene quickly, for whoever writes it: ``artwork try SCENE OUTDIR``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from massage_trainer.artwork import keep, scene_reader, stage_files
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.blends import Blend, mended
from massage_trainer.artwork.index import Tree
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.people import People
from massage_trainer.artwork.reach import Measured
from massage_trainer.artwork.scene_json import scene_text
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import Scene
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.lamps import LIVE, STILL, Quality
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.shot import Shot

QUALITIES: dict[str, tuple[Quality, int, int, float]] = {
    "draft": (LIVE, 1200, 800, 1.8),
    "still": (STILL, 2000, 1333, 3.0),
}


def run(tree: Tree, wish: argparse.Namespace) -> int:
    begun = time.perf_counter()
    loaded = load_catalog(tree.catalog, tree.catalog.relative_to(tree.root).as_posix())
    source = scene_reader.read(tree.scenes / f"{wish.scene}.yaml", loaded.catalog)
    if wish.frames:
        names = wish.frames.split(",")
        if strangers := sorted(set(names) - set(source.order)):
            known = ", ".join(source.order)
            raise TrainerError(f"no frame {', '.join(strangers)} (there is: {known})")
        source = source.only(frozenset(names))
    people = People(loaded)
    which = ClientBody(wish.client)
    act = Act(source, people.clients[which], people.practitioner)
    faults = act.solve()
    blends: list[Blend] = []
    # Frames that are picked out are blended into each other nowhere.
    if not faults and (wish.all_between or not wish.frames):
        blends = list(mended(act))
        faults = [fault for blend in blends for fault in blend.faults(which.value)]
    _tell(act, blends if wish.all_between else ())
    for fault in faults:
        _say(str(fault))
    _say(f"solved in {time.perf_counter() - begun:.1f} s")
    if act.acted and not wish.no_pictures:
        _draw(act, people, wish)
        _say(f"all in {time.perf_counter() - begun:.1f} s")
    return 1 if faults else 0


def _tell(act: Act, blends: Iterable[Blend]) -> None:
    for name in act.plan.frames():
        acted = act.acted.get(name)
        if acted is not None and acted.measured is not None:
            _say(f"{name:24} {_figures(acted.measured)}  {acted.seconds:.1f} s")
    for blend in blends:
        _say(f"{blend.start} >< {blend.end}: {_figures(blend.measured)}")


def _figures(found: Measured) -> str:
    contact = " ".join(f"{side} {gap:.1f}" for side, gap in sorted(found.contact_mm.items()))
    off = " ".join(f"{side} {gap:.0f}" for side, gap in sorted(found.off_target_mm.items()))
    over = max((one.over for one in found.over_limit), default=0.0)
    return (
        f"contact {contact or '-'} mm, beside {off or '-'} mm, inside {found.penetration_mm:.1f} mm"
        f" ({found.penetrating}), hands {found.hands_mm:.1f} mm, over limit {over:.0f}°,"
        f" feet {found.feet_mm:.1f} mm"
    )


def _draw(act: Act, people: People, wish: argparse.Namespace) -> None:
    stage = _stage_folder(act, people)
    store = SceneStore(stage)
    packed = PackedSkin(store.mesh("client"))
    (stage / f"{act.source.id}.json").write_text(scene_text(act, packed), encoding="utf-8")
    scene = store.scene(act.source.id)
    wish.out.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication([])
    quality, width, height, ink = QUALITIES[wish.quality]
    with offscreen_stage(quality) as drawing:
        for camera in wish.camera.split(",") if wish.camera else list(scene.cameras):
            if camera not in scene.cameras:
                raise TrainerError(f"no camera {camera} (there is: {', '.join(scene.cameras)})")
            for frame in scene.frames:
                if frame in scene.meanings or "~" not in frame or wish.between:
                    picture = _picture(drawing, store, scene, frame, camera, (width, height, ink))
                    name = f"{scene.id}.{frame}.{camera}.{wish.client}.png"
                    picture.save(str(wish.out / name))
                    _say(str(wish.out / name))
    del app


def _picture(
    drawing: OffscreenStage,
    store: SceneStore,
    scene: Scene,
    frame: str,
    camera: str,
    size: tuple[int, int, float],
) -> QImage:
    shot = Shot.of_frame(scene, frame, scene.cameras[camera], *size)
    return drawing.picture(shot, store.meshes(scene))


def _stage_folder(act: Act, people: People) -> Path:
    """The meshes that the scene needs, packed once."""
    home = keep.folder() / f"stage-{act.kit.which.value}"
    home.mkdir(parents=True, exist_ok=True)
    meshes = {"client": stage_files.client_mesh(act.kit)}
    if act.source.stance is not None:
        meshes["practitioner"] = stage_files.practitioner_mesh(people.practitioner)
    for prop in (*act.room.props, *act.room.towels):
        meshes[prop.name] = stage_files.prop_mesh(prop)
    for name, content in meshes.items():
        keep.write(home / f"{name}.mesh", content)
    return home


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
