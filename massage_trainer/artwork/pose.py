"""Poses: a rotation per bone about the rest body's axes, relative to the parent bone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.spatial.transform import Rotation

from massage_trainer.artwork.body import Body, half_way_of
from massage_trainer.artwork.mesh import Floats

# How the rest body (z up, facing -y) lies on the table, head at +x.
PRONE = Rotation.from_matrix([[0, 0, 1], [1, 0, 0], [0, 1, 0]])
SUPINE = Rotation.from_matrix([[0, 0, 1], [-1, 0, 0], [0, -1, 0]])
LEFT_SIDE = Rotation.from_matrix([[0, 0, 1], [0, 1, 0], [-1, 0, 0]])


def turn(axes: str, *degrees: float) -> Rotation:
    return Rotation.from_euler(axes, degrees if len(axes) > 1 else degrees[0], degrees=True)


@dataclass(frozen=True, slots=True)
class Pose:
    """Where the body lies and how each bone is turned."""

    root: Rotation
    at: Floats
    bones: Mapping[str, Rotation] = field(default_factory=dict)

    def complete(self) -> dict[str, Rotation]:
        """All turned bones, the half-way bones among them."""
        out = dict(self.bones)
        for name, rotation in self.bones.items():
            half = half_way_of(name)
            if half is not None:
                out[half] = Rotation.from_rotvec(rotation.as_rotvec() / 2)
        return out


def frames(body: Body, pose: Pose) -> tuple[Floats, Floats]:
    """Rotation (n, 3, 3) and place (n, 3) of every bone in the world."""
    bones = pose.complete()
    rotations = np.zeros((len(body.bones), 3, 3))
    places = np.zeros((len(body.bones), 3))
    root = pose.root.as_matrix()
    for i, name in enumerate(body.bones):
        local = bones[name].as_matrix() if name in bones else np.eye(3)
        parent = body.parents[i]
        if parent < 0:
            rotations[i] = root @ local
            places[i] = root @ body.heads[i] + pose.at
        else:
            rotations[i] = rotations[parent] @ local
            offset = body.heads[i] - body.heads[parent]
            places[i] = places[parent] + rotations[parent] @ offset
    return rotations, places


def skin(body: Body, pose: Pose, points: Floats, weights: Floats) -> Floats:
    """The points where the pose takes them."""
    rotations, places = frames(body, pose)
    shift = places - np.einsum("bij,bj->bi", rotations, body.heads)
    blend = np.einsum("vb,bij->vij", weights, rotations)
    return np.einsum("vij,vj->vi", blend, points) + weights @ shift


def skin_normals(body: Body, pose: Pose, normals: Floats, weights: Floats) -> Floats:
    rotations, _ = frames(body, pose)
    out = np.einsum("vb,bij,vj->vi", weights, rotations, normals)
    return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9))
