"""From where a lesson is watched: the still's camera, across the table, over one of its ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from massage_trainer.domain.live_bodies import clear_of, flesh_of
from massage_trainer.domain.live_things import blocks_of
from massage_trainer.domain.plate import View
from massage_trainer.domain.stage_camera import Orbit
from tests.watch.seconds import skeleton

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Camera
    from tests.watch.seconds import Look

# The yaw of an eye at -x, and at +x.
FROM_FEET, FROM_HEAD = 270.0, 90.0
FROM_SIDES = 0.0, 180.0
ALONG_THE_TABLE = 50.0  # degrees; from there, across the table is no other side
FROM_ABOVE = 50.0
NEARER = 0.8  # seen along the table, people take less of the picture's width
AT_THE_FEET = 0.6  # metres from the middle: who stands there hides the work from the foot end


def sides(look: Look) -> list[Camera]:
    """Three cameras; what is hidden from one is seen from another."""
    scene, camera = look.found.scene, look.found.camera
    near = Orbit.of(camera)
    wide = Orbit.of(scene.cameras.get(View.WIDE.value, camera))
    balls = [
        ball
        for figure, pose in zip(scene.figures, look.poses, strict=True)
        for ball in flesh_of(skeleton(figure.mesh), pose)
    ]
    if min(abs(near.yaw % 360 - end) for end in (FROM_FEET, FROM_HEAD)) < ALONG_THE_TABLE:
        others = [replace(wide, yaw=yaw) for yaw in FROM_SIDES]
    else:
        hidden = any(pose.root.at[0] < -AT_THE_FEET for pose in look.poses[1:])
        end = replace(wide, yaw=FROM_HEAD if hidden else FROM_FEET, pitch=FROM_ABOVE)
        others = [replace(near, yaw=180.0 - near.yaw), end.zoomed(1 / NEARER)]
    blocks = blocks_of(scene)
    return [camera, *(clear_of(each, balls, blocks).camera for each in others)]
