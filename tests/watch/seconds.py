"""A lesson second by second: which scene stands there, in which pose; equal moments are one."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.stage_time import moment_in, poses_at
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore
from tests.content.spoken_lessons import lesson

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import KeyFrame, Scene, Skeleton
    from massage_trainer.domain.stage_time import StageMoment
    from massage_trainer.domain.timeline import Segment
    from massage_trainer.services.live_scenes import SceneOfStill

SECOND_MS = 1_000
# What only the student can end is watched for so long.
WAITING_MS = 6_000


@dataclass(frozen=True, slots=True)
class Look:
    """One second of a lesson."""

    second: int
    segment: Segment
    found: SceneOfStill
    moment: StageMoment
    mirrored: bool

    @property
    def poses(self) -> tuple[KeyFrame, ...]:
        return poses_at(self.found.scene, self.moment)

    @property
    def words(self) -> str:
        """The scene and where between which frames."""
        side = " mirrored" if self.mirrored else ""
        frame, onto, share = self.moment.pose
        way = frame if frame == onto else f"{frame} > {onto} {share:.2f}"
        return f"{self.found.scene.id}{side}: {way}"


@dataclass
class Watched:
    """What a lesson came to."""

    looks: list[Look] = field(default_factory=list)
    seconds: int = 0
    without_scene: int = 0

    @property
    def equal(self) -> int:
        return self.seconds - self.without_scene - len(self.looks)


def looks(lesson_id: str, client: ClientBody, scenes: LiveScenes) -> Iterator[Look | None]:
    """Every second of the lesson, gaps and optional parts too; None where there is no scene."""
    index, second = read_plate_index(assets_dir() / "plates"), 0
    for segment in unroll(lesson(lesson_id)).segments:
        still = index.still(segment.step.plate_id, segment.side, client=client)
        found = scenes.of(still) if still else None
        duration_ms = segment.duration_ms or WAITING_MS
        for ms in range(-segment.gap_ms, duration_ms, SECOND_MS):
            look = None
            if still is not None and found is not None:
                moment = moment_in(found.scene, found.plate, segment, max(ms, 0), duration_ms)
                look = Look(second, segment, found, moment, still.files.mirrored)
            yield look
            second += 1


def different(
    lesson_id: str, client: ClientBody, scenes: LiveScenes, within_m: float, seen: Seen
) -> Watched:
    """The seconds of the lesson that show something new."""
    watched = Watched()
    for look in looks(lesson_id, client, scenes):
        watched.seconds += 1
        if look is None:
            watched.without_scene += 1
        elif seen.is_new(client, look, within_m):
            watched.looks.append(look)
    return watched


class Seen:
    """Remembers what was looked at already."""

    def __init__(self) -> None:
        self._seen: dict[tuple[ClientBody, str, bool, object], list[list[Vector]]] = {}

    def is_new(self, client: ClientBody, look: Look, within_m: float) -> bool:
        scene, camera = look.found.scene, look.found.camera
        key = (client, scene.id, look.mirrored, camera)
        bones = all_bones(scene, look.poses)
        before = self._seen.setdefault(key, [])
        if any(farthest(bones, other) < within_m for other in before):
            return False
        before.append(bones)
        return True


def all_bones(scene: Scene, poses: Sequence[KeyFrame]) -> list[Vector]:
    """Where the bones of all figures are."""
    return [
        bone.at
        for figure, pose in zip(scene.figures, poses, strict=True)
        for bone in posed_bones(skeleton(figure.mesh), pose)
    ]


def farthest(a: Sequence[Vector], b: Sequence[Vector]) -> float:
    return max(math.dist(p, q) for p, q in zip(a, b, strict=True))


@cache
def skeleton(mesh: str) -> Skeleton:
    """That of the stills, whose joints are the live mesh's too."""
    found = SceneStore(assets_dir() / "stage").mesh(mesh).skeleton
    assert found is not None, f"{Path(mesh).name} has no bones"
    return found
