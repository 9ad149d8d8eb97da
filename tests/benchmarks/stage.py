"""Reading baked meshes and scenes: what a live view has to wait for."""

import time
from pathlib import Path
from statistics import median
from typing import Any

from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.scenes import SceneStore

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "stage"
TIMES = 7


def run() -> dict[str, Any]:
    report: dict[str, Any] = {"bytes": sum(p.stat().st_size for p in FOLDER.rglob("*.*"))}
    for client in ClientBody:
        store = SceneStore(FOLDER, client)
        names = store.scene_ids()
        if not names:
            continue
        scenes = [timed(lambda one=name, store=store: store.scene(one)) for name in names]
        report[client.value] = {
            "client_mesh_ms": median(
                timed(lambda store=store: store.mesh("client")) for _ in range(TIMES)
            ),
            "scenes": len(names),
            "scene_median_ms": median(scenes),
            "scene_worst_ms": max(scenes),
        }
    return report


def timed(work: Any) -> float:
    began = time.perf_counter()
    work()
    return round((time.perf_counter() - began) * 1000, 1)
