"""``python -m tests.watch.speeds`` tells how fast each joint goes at the lessons' own tempo."""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage_time import moment_in, poses_at
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from tests.content.spoken_lessons import SHOWN, lesson
from tests.watch.seconds import WAITING_MS, all_bones, skeleton

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Scene
    from massage_trainer.domain.timeline import Segment
    from massage_trainer.services.live_scenes import SceneOfStill

STEP_MS = 50
LOOKED_AT_MS = 15_000


@dataclass(slots=True)
class Fastest:
    """Metres a second, and how suddenly that changes from one step to the next."""

    speed: float = 0.0
    where: str = ""
    change: float = 0.0
    changes_at: str = ""


def fastest(found: SceneOfStill, segment: Segment) -> Fastest:
    """Of all joints of both figures; where a picture fades into the next nothing moves."""
    duration_ms, out = segment.duration_ms or WAITING_MS, Fastest()
    names = joints(found.scene)
    before: list[Vector] | None = None
    speeds: list[Vector] | None = None
    for ms in range(0, min(duration_ms, LOOKED_AT_MS) + 1, STEP_MS):
        moment = moment_in(found.scene, found.plate, segment, ms, duration_ms)
        if moment.fades:
            before = speeds = None
            continue
        now = all_bones(found.scene, poses_at(found.scene, moment))
        if before is not None:
            new = [_speed(a, b) for a, b in zip(before, now, strict=True)]
            at = max(range(len(new)), key=lambda i: math.hypot(*new[i]))
            words = f"{moment.frame} > {moment.onto} {moment.share:.2f} ({ms / 1000:.2f} s)"
            if (speed := math.hypot(*new[at])) > out.speed:
                out.speed, out.where = speed, f"{names[at]}, {words}"
            if speeds is not None:
                changes = [math.dist(a, b) for a, b in zip(speeds, new, strict=True)]
                at = max(range(len(new)), key=changes.__getitem__)
                if changes[at] > out.change:
                    out.change, out.changes_at = changes[at], f"{names[at]}, {words}"
            speeds = new
        before = now
    return out


def _speed(a: Vector, b: Vector) -> Vector:
    x, y, z = ((q - p) * 1000 / STEP_MS for p, q in zip(a, b, strict=True))
    return (x, y, z)


def joints(scene: Scene) -> list[str]:
    return [
        f"{figure.mesh.rpartition('/')[2]}'s {name}"
        for figure in scene.figures
        for name in skeleton(figure.mesh).names
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.watch.speeds", description=__doc__)
    parser.parse_args()
    index, scenes = read_plate_index(assets_dir() / "plates"), LiveScenes(assets_dir() / "stage")
    seen = set()
    for client in ClientBody:
        for lesson_id in sorted(SHOWN):
            for segment in unroll(lesson(lesson_id)).segments:
                still = index.still(segment.step.plate_id, segment.side, client=client)
                if still is None or still.files.mirrored or (found := scenes.of(still)) is None:
                    continue
                key = (client, found.scene.id, found.plate.id, segment.kind, segment.duration_ms)
                if key in seen:
                    continue
                seen.add(key)
                out = fastest(found, segment)
                if out.speed:
                    sys.stdout.write(
                        f"{client.value} {found.plate.id} {segment.kind.value}:"
                        f" {out.speed:.2f} m/s {out.where}; changes by {out.change:.2f} m/s"
                        f" {out.changes_at}\n"
                    )


if __name__ == "__main__":
    main()
