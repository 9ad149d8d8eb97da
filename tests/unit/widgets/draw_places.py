"""Draws the places of test_stage_picking.py: ``python draw_places.py FOLDER`` on a display."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QOpenGLContext, QVector3D

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.stage import Placement, Prop, Scene, skin_matrices
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.lamps import LIVE
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.picking import place_at, place_target
from massage_trainer.widgets.stage.shot import Shot
from tests.unit.widgets.places_stand import FINE, HEIGHT, WIDTH, Seen, on_the_legs

OVER = Placement(at=(0.0, 0.0, 0.55))


def shot_of(scene: Scene, frame: str = "bent") -> Shot:
    return Shot.of_frame(scene, frame, scene.cameras["wide"], WIDTH, HEIGHT, 1.0)


def skin_pixels(stage: OffscreenStage, store: SceneStore, scene: Scene) -> int:
    places = stage.places(shot_of(scene), store.meshes(scene), WIDTH, HEIGHT)
    return sum(flag > 0 for flag in places[3::4])


def seen(stage: OffscreenStage, store: SceneStore, scene: Scene) -> list[Seen]:
    """Each place of the legs: what its own pixel says, of a picture with very fine pixels."""
    shot, meshes = shot_of(scene), store.meshes(scene)
    stage.renderer.load(meshes)
    target = place_target(WIDTH * FINE, HEIGHT * FINE)
    stage.renderer.draw_places(shot, target)
    gl = QOpenGLContext.currentContext().functions()
    figure = meshes["figure"]
    matrices = skin_matrices(figure.skeleton, shot.poses[0])
    found = []
    for rest, facing, bone in on_the_legs(figure):
        rows = matrices[bone]
        place, normal = (
            [
                sum(a * b for a, b in zip(rows[4 * i : 4 * i + 4], (*v, w), strict=True))
                for i in range(3)
            ]
            for v, w in ((rest, 1.0), (facing, 0.0))
        )
        towards = (QVector3D(*shot.camera.eye) - QVector3D(*place)).normalized()
        clip = shot.matrix().map(QVector3D(*place))
        x = int((clip.x() + 1) / 2 * target.width())
        y = int((clip.y() + 1) / 2 * target.height())
        cosine = QVector3D.dotProduct(towards, QVector3D(*normal))
        found.append((list(rest), cosine, place_at(gl, x, y)))
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / "drape-example.mesh").write_bytes((folder / "slab.mesh").read_bytes())
    app = QGuiApplication([])
    store = SceneStore(folder)
    scene = store.scene("example")
    figure = scene.figures[0]
    naked = replace(scene, figures=(replace(figure, parts=("body",)),))
    dressed = replace(scene, figures=(replace(figure, parts=("shirt",)),))
    draped = replace(scene, props=(*scene.props, Prop("drape-example", OVER)))
    hidden = replace(scene, props=(*scene.props, Prop("slab", OVER)))
    # On the way from the camera to the legs.
    before = {
        name: replace(frame, root=replace(frame.root, at=(-0.08, -0.48, 0.94)))
        for name, frame in figure.frames.items()
    }
    second = replace(scene, figures=(figure, replace(figure, frames=before)))
    with offscreen_stage(LIVE) as stage:
        found = {
            "right": seen(stage, store, scene),
            "left": seen(stage, store, scene.for_side(Side.LEFT)),
            "pixels": {
                name: skin_pixels(stage, store, one)
                for name, one in (
                    ("plain", scene),
                    ("naked", naked),
                    ("dressed", dressed),
                    ("draped", draped),
                    ("hidden", hidden),
                    ("second", second),
                    ("alone", replace(scene, props=())),
                )
            },
        }
    (folder / "places.json").write_text(json.dumps(found), encoding="utf-8")
    app.quit()


if __name__ == "__main__":
    main()
