"""Draws the pictures of test_stage_renderer.py: ``python draw_stage.py FOLDER`` on a display."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtOpenGL import QOpenGLFramebufferObject

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.stage import Camera
from massage_trainer.services.scenes import SceneStore
from massage_trainer.widgets.stage.items import BEAM
from massage_trainer.widgets.stage.lamps import Quality
from massage_trainer.widgets.stage.offscreen import OffscreenStage, offscreen_stage
from massage_trainer.widgets.stage.shot import Shot

WIDTH, HEIGHT, INK = 360, 240, 3.0
ABOVE = Camera((0.0, -0.2, 3.4), (0.0, 0.0, 0.5), 30)
ROUGH = Quality(
    key_lamps=2,
    sky_lamps=12,
    depth_size=256,
    smooth_depth=True,
    gather=4,
    supersampling=2,
    multisampling=4,
)


def draw_all(stage: OffscreenStage, store: SceneStore, folder: Path) -> None:
    example = store.scene("example")
    meshes = store.meshes(example)
    wide = example.cameras["wide"]
    left = example.for_side(Side.LEFT)
    front = replace(example, highlights=(replace(example.highlights[0], side="front"),))
    rest = Shot.of_frame(example, "rest", wide, WIDTH, HEIGHT, INK)
    shots = {
        "rest": rest,
        "large": replace(rest, width=2 * WIDTH, height=2 * HEIGHT),
        "bent": replace(rest, poses=(example.figures[0].frames["bent"],)),
        "mirrored": Shot.of_frame(left, "bent", left.cameras["wide"], WIDTH, HEIGHT, INK),
        "plain": replace(rest, scene=replace(example, highlights=())),
        "above": replace(rest, camera=ABOVE),
        "above-plain": replace(rest, scene=replace(example, highlights=()), camera=ABOVE),
        "above-front": replace(rest, scene=front, camera=ABOVE),
        "alone": replace(rest, scene=replace(example, highlights=(), figures=()), poses=()),
        "above-alone": replace(
            rest, scene=replace(example, highlights=(), figures=()), poses=(), camera=ABOVE
        ),
    }
    shots["hands-over"] = with_worker(shots["above"], 0.0)
    shots["hands-over-plain"] = with_worker(shots["above-plain"], 0.0)
    shots["hands-end"] = with_worker(shots["above-plain"], 0.1)
    for name, shot in shots.items():
        stage.picture(shot, meshes).save(str(folder / f"{name}.png"))
    with_light(stage, shots["alone"], meshes).save(str(folder / "light.png"))
    live(stage, rest).save(str(folder / "live.png"))


def with_worker(shot: Shot, along: float) -> Shot:
    """Skin of a second figure, two millimetres above that of the first."""
    client = replace(shot.scene.figures[0], parts=("body",))
    rest = client.frames["rest"]
    x, y, z = rest.root.at
    above = replace(rest, root=replace(rest.root, at=(x + along, y, z + 0.002)))
    worker = replace(client, frames=dict.fromkeys(client.frames, above))
    scene = replace(shot.scene, figures=(client, worker))
    return replace(shot, scene=scene, poses=(rest, above))


def with_light(stage: OffscreenStage, shot: Shot, meshes: Mapping[str, BakedMesh]) -> QImage:
    """The slab with another one of light above it, seen from above."""
    slab = shot.scene.props[0]
    mesh = meshes[slab.mesh]
    parts = tuple(replace(part, name=BEAM) for part in mesh.parts)
    light = replace(mesh, name="light", parts=parts)
    x, y, z = slab.at.at
    above = replace(slab, mesh="light", at=replace(slab.at, at=(x, y, z + 0.3)))
    scene = replace(shot.scene, props=(slab, above))
    return stage.picture(replace(shot, scene=scene, camera=ABOVE), {**meshes, "light": light})


def live(stage: OffscreenStage, shot: Shot) -> QImage:
    """As a window does it: straight into one framebuffer, encoded by the shader."""
    attachment = QOpenGLFramebufferObject.Attachment.CombinedDepthStencil
    target = QOpenGLFramebufferObject(shot.width, shot.height, attachment)
    stage.renderer.draw(shot, target.handle())
    return target.toImage()


def main() -> None:
    folder = Path(sys.argv[1])
    app = QGuiApplication([])
    with offscreen_stage(ROUGH) as stage:
        draw_all(stage, SceneStore(folder), folder)
    app.quit()


if __name__ == "__main__":
    main()
