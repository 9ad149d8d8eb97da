"""Three hours of lessons, live, on a fast clock: does memory grow from one hour to the next?"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage_time import StageMoment, moment_in, poses_at
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes, SceneOfStill
from massage_trainer.services.plates import read_plate_index
from tests.content.spoken_lessons import SHOWN, lesson
from tests.virtual_display import VirtualDisplay

if TYPE_CHECKING:
    from massage_trainer.widgets.stage.view import LiveStage

ROOT = Path(__file__).resolve().parents[2]
HOURS = 3
SIZE = (480, 320)
MOMENTS = 3  # of each segment, besides the one that is drawn finely
WAITING_MS = 4_000
BETWEEN_MARKS_MS = 1_200_000
PATIENCE_S = 300.0  # it may run beside other work


def run() -> dict[str, Any]:
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualDisplay(Path(folder), size="1280x1024x24") as display,
    ):
        environment = dict(os.environ) | {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.live_soak", str(HOURS)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            check=True,
            encoding="utf-8",
            timeout=3600,
        )
    taken: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return taken


def measure(hours: float) -> dict[str, Any]:
    """Every shipped lesson with both clients, again and again, until so much time is shown."""
    from PySide6.QtWidgets import QApplication

    from massage_trainer.domain.stage_camera import Orbit
    from massage_trainer.services.live_meshes import LiveMeshStore
    from massage_trainer.widgets.stage.studio import Studio
    from massage_trainer.widgets.stage.view import LiveStage

    app = QApplication([])
    studio = Studio(LiveMeshStore(ROOT / "assets" / "live"))
    view = LiveStage(studio)
    view.resize(*SIZE)
    view.show()
    pictures: list[float] = []
    view.frame_drawn.connect(lambda frame: pictures.append(frame.took_ms))
    shown_ms = scene_changes = 0
    marks: list[dict[str, float]] = []
    with closing(studio):
        for found, moments, duration_ms in _segments():
            if shown_ms >= hours * 3_600_000:
                break
            shown_ms += duration_ms
            scene_changes += found.scene is not view.scene
            view.show_scene(found.scene, moments[0], found.camera)
            turned = Orbit.of(found.camera).turned(0.4, 0.1).camera
            for moment in moments:
                view.show_moment(moment, moving=True)
                view.set_camera(turned, moving=True)
                _wait(view, finest=False)
            if shown_ms >= (len(marks) + 1) * BETWEEN_MARKS_MS:
                view.show_moment(moments[0])
                _wait(view, finest=True)
                marks.append(_mark(shown_ms))
    app.quit()
    return {
        "hours": round(shown_ms / 3_600_000, 2),
        "scene_changes": scene_changes,
        "pictures": len(pictures),
        "every_20_minutes": marks,
        "growth_mb": round(marks[-1]["memory_mb"] - marks[len(marks) // 3]["memory_mb"], 1),
        "limits": "growth_mb (after the first third) < 5; handles and threads stay",
    }


def _segments() -> Iterator[tuple[SceneOfStill, list[StageMoment], int]]:
    """Of all lessons, without end: what each shows, some moments of it, and how long it lasts."""
    index = read_plate_index(ROOT / "assets" / "plates")
    scenes = LiveScenes(ROOT / "assets" / "stage")
    while True:
        for client in ClientBody:
            for name in sorted(SHOWN):
                for segment in unroll(lesson(name)).segments:
                    still = index.still(segment.step.plate_id, segment.side, client=client)
                    found = still and scenes.of(still)
                    if found:
                        lasts_ms = segment.duration_ms or WAITING_MS
                        moments = [
                            moment_in(
                                found.scene,
                                found.plate,
                                segment,
                                at * lasts_ms // MOMENTS,
                                lasts_ms,
                            )
                            for at in range(MOMENTS)
                        ]
                        yield found, moments, segment.duration_ms or 0


def _wait(view: LiveStage, *, finest: bool) -> None:
    """Until the picture of what was asked for last is there."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    scene, moment = view.scene, view.moment
    assert scene is not None
    assert moment is not None
    poses, end = poses_at(scene, moment), time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        frame = view.frame
        if frame is not None and (frame.finest or not finest):
            take = frame.take
            if (take.camera, take.poses) == (view.camera, poses):
                return
        time.sleep(0.002)
    raise TimeoutError("no picture came")


def _mark(shown_ms: int) -> dict[str, float]:
    gc.collect()
    text = Path("/proc/self/status").read_text(encoding="ascii")
    resident = next(int(line.split()[1]) for line in text.splitlines() if "VmRSS" in line)
    return {
        "minutes": round(shown_ms / 60_000),
        "memory_mb": round(resident / 1024, 1),
        "handles": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "objects": len(gc.get_objects()),
    }


if __name__ == "__main__":
    print(json.dumps(measure(float(sys.argv[1]))))
