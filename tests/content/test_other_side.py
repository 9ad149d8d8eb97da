"""From the other side of every scene the hands are still in the picture."""

import math

import pytest

from massage_trainer.domain.stage import posed_bones
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore
from tests.watch.seconds import skeleton

STORE = SceneStore(assets_dir() / "stage")
SCENES = {name: STORE.scene(name) for name in STORE.scene_ids()}
WORKED = [name for name, scene in SCENES.items() if len(scene.figures) > 1]
ASPECT = 1.5
FINGERS = ("finger2-3.L", "finger2-3.R")


def off_the_middle(orbit, place):
    """How far a place is from the middle of the picture; 1 is its edge."""
    yaw, pitch = math.radians(orbit.yaw), math.radians(orbit.pitch)
    rise, flat = math.sin(pitch), math.cos(pitch)
    right = (math.cos(yaw), math.sin(yaw), 0.0)
    up = (-math.sin(yaw) * rise, math.cos(yaw) * rise, flat)
    seen = [p - e for p, e in zip(place, orbit.camera.eye, strict=True)]
    across, down, deep = (
        sum(s * a for s, a in zip(seen, axis, strict=True)) for axis in (right, up, orbit.way)
    )
    half = -deep * math.tan(math.radians(orbit.fov_degrees) / 2)
    return max(abs(across) / half / ASPECT, abs(down) / half)


@pytest.mark.parametrize("view", ["wide", "close"])
@pytest.mark.parametrize("name", WORKED)
def test_the_hands_stay_in_the_picture_from_the_other_side(name, view):
    scene = SCENES[name]
    near = Orbit.of(scene.cameras[view])
    bones = skeleton(scene.figures[1].mesh)
    for frame in scene.frames:
        posed = posed_bones(bones, scene.figures[1].frames[frame])
        hands = [posed[bones.names.index(finger)].at for finger in FINGERS]
        working = min(hands, key=lambda place: math.dist(near.at, place))
        if off_the_middle(near, working) < 0.8:
            assert off_the_middle(near.other_side(), working) < 1.0, frame
