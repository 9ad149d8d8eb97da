"""Shows the shipped bodies live for test_live_overlay.py: ``python draw_live_places.py FOLDER``."""

import json
import math
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_skin import PosedBody
from massage_trainer.domain.plate import ClientBody, View
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.domain.stage_time import StageMoment, poses_at
from massage_trainer.domain.still_places import Sight, StillPlaces
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.stage.frames import DrawnFrame
from massage_trainer.widgets.stage.live_overlay import LiveOverlay
from massage_trainer.widgets.stage.studio import Studio
from massage_trainer.widgets.stage.view import LiveStage
from tests.live_bodies import bodies, stood
from tests.unit.widgets.draw_live import wait

WIDTH, HEIGHT = 720, 480
# Plate, side, client: prone with and without hands, on the side, on the back; mirrored, and hers.
SHOWN = (
    ("points-back", None, ClientBody.MAN),
    ("points-hip-side", Side.LEFT, ClientBody.MAN),
    ("prone-draped", None, ClientBody.WOMAN),
    ("prone-buttock", Side.LEFT, ClientBody.MAN),
    ("prone-buttock", Side.RIGHT, ClientBody.WOMAN),
    ("knees-to-chest", None, ClientBody.MAN),
)
TURNS = ((0.0, 0.0, 1.3), (75.0, -25.0, 1.3), (-100.0, -30.0, 1.3), (180.0, -30.0, 1.4))


class Model(QObject):
    """Takes the places, as a PlateViewModel does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.places: StillPlaces | None = None
        self.is_live = False

    def show_live(self, places: StillPlaces | None, *_: Any, **__: Any) -> None:
        self.places, self.is_live = places, places is not None


@dataclass
class Told:
    """One place in one picture; ``apart_m``: how far the skin is that is picked there."""

    key: str
    side: str
    shown: bool
    turned: bool
    cosine: float
    apart_m: float
    before_m: float  # how far before the place something stands
    sample_m: float


def told(frame: DrawnFrame, finest: DrawnFrame, places: StillPlaces, posed: PosedBody) -> list[Any]:
    """Every point and landmark that lies inside the picture."""
    found = []
    grid, body = finest.places, posed.body.places
    assert grid is not None
    eye = frame.take.camera.eye
    for spots, own in ((places.points, body.points), (places.landmarks, body.landmarks)):
        for key, sides in spots.items():
            for side, spot in sides.items():
                x, y = spot.at
                if not (0.02 < x < 0.98 and 0.02 < y < 0.98):
                    continue
                place = own[key][side]
                at = posed.at(place.spot)
                away = math.dist(eye, at[:3])
                towards = [(e - p) / away for e, p in zip(eye, at[:3], strict=True)]
                cosine = sum(a * b for a, b in zip(towards, at[3:], strict=True))
                near = [
                    (x + i / grid.width, y + j / grid.height)
                    for i in (-1, 0, 1)
                    for j in (-1, 0, 1)
                ]
                picked = [there for each in near if (there := grid.place_at(each))]
                apart = min((math.dist(there, place.rest) for there in picked), default=9.0)
                found.append(
                    asdict(
                        Told(
                            key,
                            side.value,
                            spot.sight is Sight.VISIBLE,
                            spot.sight is Sight.TURNED,
                            cosine,
                            apart,
                            away - finest.distance(x, y),
                            grid.sample_m,
                        )
                    )
                )
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    app = QApplication([])
    studio = Studio(LiveMeshStore(assets_dir() / "live"))
    stage, model = LiveStage(studio), Model()
    frames: list[tuple[DrawnFrame, StillPlaces | None]] = []
    stage.frame_drawn.connect(lambda frame: frames.append((frame, model.places)))
    overlay = LiveOverlay(stage, model, bodies().of, stage)  # type: ignore[arg-type]
    # The overlay was told first: it is asked anew with each frame.
    stage.frame_drawn.disconnect(overlay.follow)
    stage.frame_drawn.disconnect()
    stage.frame_drawn.connect(overlay.follow)
    stage.frame_drawn.connect(lambda frame: frames.append((frame, model.places)))
    stage.resize(WIDTH, HEIGHT)
    stage.show()
    report = []
    for plate, side, client in SHOWN:
        shown = stood(plate, side, client, View.WIDE)
        moment = StageMoment.at(shown.frame)
        pose = poses_at(shown.of.scene, moment)[0]
        posed = PosedBody(shown.body, pose)
        overlay.show(shown.of.scene, shown.of.plate)
        for yaw, pitch, further in TURNS:
            orbit = Orbit.of(shown.of.camera).turned(yaw, pitch)
            camera = orbit.zoomed(1 / further).camera
            frames.clear()
            stage.show_scene(shown.of.scene, moment, camera)
            assert wait(lambda: bool(frames) and frames[-1][0].finest), plate
            (rough, moving), (finest, resting) = frames[0], frames[-1]
            assert rough.take.camera == finest.take.camera == camera
            assert moving is not None
            assert resting is not None
            name = f"{plate} {side.value if side else ''} {client.value} {yaw:.0f}"
            report.append(
                {
                    "name": name,
                    "has_hands": len(shown.of.scene.figures) > 1,
                    "moving": told(rough, finest, moving, posed),
                    "resting": told(finest, finest, resting, posed),
                }
            )
    stage.close()
    studio.close()
    (folder / "sights.json").write_text(json.dumps(report), encoding="utf-8")
    del app


if __name__ == "__main__":
    main()
