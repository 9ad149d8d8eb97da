"""The live view in software: frames a second, first picture, memory, and what the window keeps."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from tests.virtual_display import VirtualDisplay

ROOT = Path(__file__).resolve().parents[2]
SCENE, CAMERA = "effleurage", "wide"
SIZES = ((1000, 700), (1600, 1000))
TICK_MS, MOVING_S, IDLE_S = 50, 12.0, 3.0
SETTLING_S = 4.0  # until the quality has found its level
TIMES = 3


def run() -> dict[str, Any]:
    """Each size several times in a process of its own; medians."""
    report: dict[str, Any] = {"scene": SCENE}
    with (
        tempfile.TemporaryDirectory() as folder,
        VirtualDisplay(Path(folder), size="1920x1080x24") as display,
    ):
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display.name}
        for width, height in SIZES:
            for views in (1, 2):
                found = [
                    _child(environment, width, height, views)
                    for _ in range(TIMES if views == 1 else 1)
                ]
                name = f"{width}x{height}" + (f", {views} views" if views > 1 else "")
                report[name] = {key: median(each[key] for each in found) for key in found[0]}
    report["limits"] = (
        "frames a second >= 12 at 1000x700 and >= 8 at 1600x1000; window_share <= 0.5; "
        "first_live_ms <= 500; idle_share 0; memory_mb <= 300; picking_ms <= 100"
    )
    return report


def _child(environment: dict[str, str], width: int, height: int, views: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.live_stage", str(width), str(height)]
    done = subprocess.run(
        [*command, str(views)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
        timeout=200,
    )
    taken: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return taken


def measure(width: int, height: int, views: int) -> dict[str, Any]:
    """Show a scene, move it for a while, let it stand, ask for places."""
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    still = QImage(str(ROOT / "assets" / "plates" / f"{SCENE}.top.{CAMERA}.webp"))
    still_at = time.perf_counter()

    from massage_trainer.domain.stage_time import StageMoment
    from massage_trainer.services.live_meshes import LiveMeshStore
    from massage_trainer.services.scenes import SceneStore
    from massage_trainer.widgets.stage.studio import Studio
    from massage_trainer.widgets.stage.view import LiveStage

    scene = SceneStore(ROOT / "assets" / "stage").scene(SCENE)
    studio = Studio(LiveMeshStore(ROOT / "assets" / "live"))
    stages = [LiveStage(studio) for _ in range(views)]
    frames: list[tuple[float, float]] = []
    answers: list[float] = []
    stages[0].frame_drawn.connect(lambda frame: frames.append((time.perf_counter(), frame.took_ms)))
    stages[0].place_found.connect(lambda *_: answers.append(time.perf_counter()))
    for stage in stages:
        stage.resize(width, height)
        stage.show()
        stage.show_scene(scene, StageMoment.at("top"), scene.cameras[CAMERA], still)

    def go_on(seconds: float) -> None:
        waiting = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), waiting.quit)
        waiting.exec()

    while not frames:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    first_ms = (frames[0][0] - still_at) * 1000
    names = scene.plates[0].path
    ticks = QTimer()
    late: list[float] = []
    began = time.perf_counter()

    def tick() -> None:
        now = time.perf_counter()
        late.append(now)
        way = (now - began) * 2.0 % (len(names) - 1)
        at = int(way)
        for stage in stages:
            stage.show_moment(StageMoment(names[at], names[at + 1], way - at), moving=True)

    ticks.setInterval(TICK_MS)
    ticks.timeout.connect(tick)
    ticks.start()
    go_on(SETTLING_S)
    from_frame, own, wall = len(frames), time.thread_time(), time.perf_counter()
    from_tick = len(late)
    go_on(MOVING_S)
    wall = time.perf_counter() - wall
    share = (time.thread_time() - own) / wall
    moved = [took_ms for _, took_ms in frames[from_frame:]]
    gaps = [b - a for a, b in zip(late[from_tick:], late[from_tick + 1 :], strict=False)]
    ticks.stop()
    for stage in stages:
        stage.show_moment(StageMoment.at("sacrum"))
    while not all(stage.frame is not None and stage.frame.finest for stage in stages):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    fine_ms = stages[0].frame.took_ms if stages[0].frame else 0.0
    drawn, busy = len(frames), time.process_time()
    go_on(IDLE_S)
    busy = (time.process_time() - busy) / IDLE_S
    idle_frames = len(frames) - drawn
    asked = []
    for at in range(7):
        begin = time.perf_counter()
        stages[0].ask_place(0.2 + 0.1 * at, 0.5)
        while len(answers) <= at:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        asked.append((answers[at] - begin) * 1000)
    memory = _memory_mb()
    studio.close()
    app.quit()
    return {
        "frames_a_second": round(len(moved) / wall, 1),
        "frame_ms": round(median(moved), 1),
        "level": studio.level,
        "window_share": round(share, 3),
        "tick_median_ms": round(1000 * median(gaps), 1),
        "tick_worst_ms": round(1000 * max(gaps), 1),
        "first_live_ms": round(first_ms),
        "fine_ms": round(fine_ms),
        "idle_share": round(busy, 4),
        "idle_frames": idle_frames,
        "picking_ms": round(median(asked), 1),
        "memory_mb": round(memory),
    }


def _memory_mb() -> float:
    """Resident, without what is shared with other programs' files."""
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) / 1024 for line in text.splitlines() if "VmRSS" in line)


if __name__ == "__main__":
    print(json.dumps(measure(*map(int, sys.argv[1:4]))))
