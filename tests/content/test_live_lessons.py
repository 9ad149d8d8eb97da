"""Every shipped lesson as it moves: no limb jumps, neither within a segment nor between two."""

import math
from pathlib import Path

import pytest

from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.stage_time import moment_in, poses_at
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore
from tests.content.spoken_lessons import SHOWN, lesson

STEP_MS, LOOKED_AT_MS, WAITING_MS = 100, 10_000, 6_000
# Metres that hand, head, knee or foot may come along in a step of time.
FASTEST, PERCUSSION = 0.07, 0.14
BETWEEN = 0.03
STRUCK = {"patting", "hacking", "prone-percussion"}
WATCHED = ("wrist", "head", "foot", "lowerleg01", "finger2-3")


@pytest.fixture(scope="module")
def index():
    return read_plate_index(assets_dir() / "plates")


@pytest.fixture(scope="module")
def skeletons():
    store = SceneStore(assets_dir() / "stage")
    return {name: store.mesh(name).skeleton for name in ("client", "practitioner")}


def limbs(scene, moment, skeletons):
    places = []
    for figure, pose in zip(scene.figures, poses_at(scene, moment), strict=True):
        skeleton = skeletons[Path(figure.mesh).name]
        posed = posed_bones(skeleton, pose)
        places += [
            posed[at].at for at, name in enumerate(skeleton.names) if name.startswith(WATCHED)
        ]
    return places


def farthest(before, after):
    return max(math.dist(a, b) for a, b in zip(before, after, strict=True))


def way_through(found, segment, skeletons):
    """The greatest step of any limb, pictures that fade left out."""
    duration_ms = segment.duration_ms or WAITING_MS
    greatest, before = 0.0, None
    for ms in range(0, min(duration_ms, LOOKED_AT_MS) + 1, STEP_MS):
        moment = moment_in(found.scene, found.plate, segment, ms, duration_ms)
        now = None if moment.fades else limbs(found.scene, moment, skeletons)
        if before is not None and now is not None:
            greatest = max(greatest, farthest(before, now))
        before = now
    return greatest


@pytest.mark.parametrize("lesson_id", sorted(SHOWN))
def test_no_limb_jumps_in_any_lesson(lesson_id, index, skeletons):
    scenes, before, seen = LiveScenes(assets_dir() / "stage"), None, set()
    for segment in unroll(lesson(lesson_id)).segments:
        still = index.still(segment.step.plate_id, segment.side)
        if still is None:
            before = None
            continue
        found = scenes.of(still)
        scene, duration_ms = found.scene, segment.duration_ms or WAITING_MS
        first, last = (
            limbs(scene, moment_in(scene, found.plate, segment, ms, duration_ms), skeletons)
            for ms in (0, duration_ms)
        )
        if before is not None and before[0] is scene:
            assert farthest(before[1], first) < BETWEEN, segment.path
        before = (scene, last)
        kind = (still.plate_id, still.files, segment.kind, duration_ms, segment.cadence_ms)
        if kind not in seen:
            seen.add(kind)
            limit = PERCUSSION if scene.id in STRUCK else FASTEST
            assert way_through(found, segment, skeletons) < limit, segment.path
