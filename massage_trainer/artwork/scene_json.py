"""A solved scene as the program reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import places, practitioner
from massage_trainer.artwork.acting import Act
from massage_trainer.artwork.marks import MarkBaker
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.pose import Pose, frames
from massage_trainer.artwork.regions import regions
from massage_trainer.artwork.scene import OWN, CameraSource, PlateSource

# From the bone of the head, turned as it is, to between the eyes.
_EYES = (0.0, -0.10, 0.075)
_OWN_FOV = 46.0


def scene_text(act: Act, packed: PackedSkin) -> str:
    """The whole file."""
    return json.dumps(scene_json(act, packed), ensure_ascii=False, separators=(",", ":")) + "\n"


def scene_json(act: Act, packed: PackedSkin) -> dict[str, Any]:
    source, room = act.source, act.room
    names = act.plan.frames()
    client = {name: act.acted[name].client for name in names}
    figures: list[dict[str, Any]] = [
        {
            "mesh": "client",
            "places": places.FILE,
            "parts": room.worn,
            **frames_json(client),
        }
    ]
    acting = act.practitioner_frames()
    if acting:
        figures.append(
            {
                "mesh": "practitioner",
                "parts": practitioner.parts(),
                **frames_json({name: acting[name] for name in names}),
            }
        )
    levels = places.levels(act.kit.resolved)
    boxes = [box for name in source.highlight for box in regions(levels)[name]]
    marks = MarkBaker(act.kit.client, act.finder, packed)
    cameras = {name: room.camera(camera) for name, camera in source.cameras.items()}
    if source.own_auto and acting:
        cameras[OWN] = own_camera(act, acting[source.plates[0].main])
    return {
        "id": source.id,
        "figures": figures,
        "props": [
            {"mesh": prop.name, "at": [round(n, 5) for n in prop.at]}
            for prop in (*room.props, *room.towels)
        ],
        "frames": list(names),
        "meanings": {key.name: key.start.meaning for key in act.plan.keys},
        "loop": source.loop,
        "highlight": [box.as_json() for box in boxes],
        "regions": list(source.highlight),
        "cameras": {name: camera.as_json() for name, camera in cameras.items()},
        "mirror": source.mirror,
        "worked": source.worked,
        "description": source.plates[0].said(source.worked),
        "stills": [],
        "plates": [_plate(act, plate, marks, client) for plate in source.plates],
    }


def _plate(
    act: Act, plate: PlateSource, marks: MarkBaker, client: Mapping[str, Pose]
) -> dict[str, Any]:
    path = act.plan.path(plate.frames, loop=plate.loop)
    return {
        "id": plate.id,
        "frames": list(plate.frames),
        "main": plate.main,
        "views": list(plate.views),
        "loop": plate.loop,
        "path": list(path),
        "marks": [marks.baked(mark, path, client, loop=plate.loop) for mark in plate.marks],
        "descriptions": {side: plate.said(side or act.source.worked) for side in act.source.sides},
    }


def own_camera(act: Act, pose: Pose) -> CameraSource:
    """From the practitioner's eyes to the middle of the hands."""
    body = act.practitioner.body
    rotations, heads = frames(body, pose)
    head = body.bone("head")
    eye = heads[head] + rotations[head] @ np.array(_EYES)
    ends = [heads[body.bone(f"finger3-1.{side}")] for side in "LR"]
    at = np.mean(ends, axis=0)
    return CameraSource(_vector(eye), _vector(at), _OWN_FOV)


def _vector(place: Sequence[float]) -> tuple[float, float, float]:
    x, y, z = (round(float(n), 4) + 0.0 for n in place)
    return (x, y, z)


def frames_json(poses: Mapping[str, Pose]) -> dict[str, Any]:
    """The poses of a figure; bones that are turned alike in all of them are told once."""
    found = {name: frame_json(pose) for name, pose in poses.items()}
    first, *others = (frame["bones"] for frame in found.values())
    alike = {
        bone: turn
        for bone, turn in first.items()
        if all(other.get(bone) == turn for other in others)
    }
    for frame in found.values():
        frame["bones"] = {b: turn for b, turn in frame["bones"].items() if b not in alike}
    return {"bones": alike, "frames": found}


def frame_json(pose: Pose) -> dict[str, Any]:
    return {
        "root": [*_quaternion(pose.root), *(round(float(value), 5) + 0.0 for value in pose.at)],
        "bones": {
            bone: _quaternion(turn)
            for bone, turn in sorted(pose.complete().items())
            if turn.magnitude() > 1e-4
        },
    }


def _quaternion(turn: Rotation) -> list[float]:
    numbers = turn.as_quat(canonical=True, scalar_first=True)
    return [round(float(value), 4) + 0.0 for value in numbers]
