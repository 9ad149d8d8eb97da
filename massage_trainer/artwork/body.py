"""The rigged human body that every figure is made of: rest shape, bones and skin weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from massage_trainer.artwork.mesh import Floats, Ints, Mesh

# Bones that no lesson moves; their skin follows the bone they grow from.
FOLDED = ("toe", "eye.", "metacarpal")
# A half-way bone at each deep joint: blending two bones 120 degrees apart collapses the skin, three
# bones 60 degrees apart do not; so it is with a forearm that is wrung. (name, parents that share
# skin, children that share skin)
HALF_WAY = (
    ("hip", ("root", "pelvis", "spine05"), ("upperleg01", "upperleg02")),
    ("knee", ("upperleg02",), ("lowerleg01",)),
    ("elbow", ("upperarm02",), ("lowerarm01",)),
    ("forearm", ("lowerarm01",), ("lowerarm02",)),
    ("shoulder", ("shoulder01", "clavicle", "spine01", "spine02"), ("upperarm01",)),
)
CLOSED_EYES = {"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0}


@dataclass(frozen=True, slots=True)
class Body:
    """One person at rest: z up, facing -y, the left side at +x, metres."""

    points: Floats
    weights: Floats
    groups: dict[str, Ints]
    bones: tuple[str, ...]
    parents: tuple[int, ...]
    heads: Floats

    def bone(self, name: str) -> int:
        return self.bones.index(name)

    def head(self, name: str) -> Floats:
        return np.asarray(self.heads[self.bone(name)])

    def mesh(self, group: str) -> Mesh:
        """One named part of the base mesh."""
        return Mesh(self.points, self.groups[group], self.weights).picked(self.groups[group])


def load(phenotype: Mapping[str, float], face: Mapping[str, float] = CLOSED_EYES) -> Body:
    """Shape one person of the parametric model; `face` says how much of each facial action."""
    # Loading these takes seconds, and a body that is kept from before needs neither.
    import anny
    import torch

    model = anny.Anny(topology="anny-full", facial_actions="all", skinning_method="lbs").to(
        dtype=torch.float32
    )
    with torch.no_grad():
        rest: dict[str, Any] = model(
            pose_parameters=torch.eye(4)[None, None].repeat(1, len(model.bone_labels), 1, 1),
            phenotype_kwargs=dict(phenotype),
            facial_actions=dict(face),
        )
    points = rest["vertices"][0].numpy().astype(float)
    heads = rest["bone_poses"][0, :, :3, 3].numpy().astype(float)
    index, weight = model.vertex_bone_indices.numpy(), model.vertex_bone_weights.numpy()
    weights = np.zeros((len(points), len(model.bone_labels)))
    np.add.at(weights, (np.arange(len(points))[:, None], index), weight)
    groups = _groups(model.faces.numpy().astype(np.int64))
    names = tuple(str(name) for name in model.bone_labels)
    parents = tuple(int(parent) for parent in model.bone_parents)
    body = _folded(Body(points, weights, groups, names, parents, heads))
    return _with_half_way_bones(body)


def _model_folder() -> Path:
    import anny

    return Path(anny.__file__).parent


def _groups(body_faces: Ints) -> dict[str, Ints]:
    groups: dict[str, list[list[int]]] = {}
    name = ""
    source = _model_folder() / "data/mpfb2/3dobjs/base.obj"
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("g "):
            name = line.split()[1]
        elif line.startswith("f "):
            a, b, c, *d = (int(corner.split("/")[0]) - 1 for corner in line.split()[1:])
            groups.setdefault(name, []).append([a, b, c])
            if d:
                groups[name].append([a, c, d[0]])
    out = {key: np.array(value, np.int64) for key, value in groups.items()}
    out["body"] = body_faces
    return out


def _folded(body: Body) -> Body:
    keep = [i for i, name in enumerate(body.bones) if not name.startswith(FOLDED)]
    target = list(range(len(body.bones)))
    for i in target:
        while body.bones[target[i]].startswith(FOLDED):
            target[i] = body.parents[target[i]]
    new = {old: at for at, old in enumerate(keep)}
    weights = np.zeros((len(body.points), len(keep)))
    for i in range(len(body.bones)):
        weights[:, new[target[i]]] += body.weights[:, i]
    parents = tuple(-1 if body.parents[i] < 0 else new[target[body.parents[i]]] for i in keep)
    names = tuple(body.bones[i] for i in keep)
    return Body(body.points, weights, body.groups, names, parents, body.heads[keep])


def _with_half_way_bones(body: Body) -> Body:
    names, parents = list(body.bones), list(body.parents)
    heads, weights = [*body.heads], body.weights.copy()
    for name, above, below in HALF_WAY:
        for side in "LR":
            up = [i for i, n in enumerate(names) if n.removesuffix(f".{side}") in above]
            down = [names.index(f"{n}.{side}") for n in below]
            p, c = weights[:, up].sum(axis=1), weights[:, down].sum(axis=1)
            both = p + c
            share = c / np.maximum(both, 1e-9)
            half = both * (1 - np.abs(2 * share - 1))
            weights[:, up] *= (np.maximum(0, both - both * 2 * share) / np.maximum(p, 1e-9))[
                :, None
            ]
            weights[:, down] *= (np.maximum(0, both * (2 * share - 1)) / np.maximum(c, 1e-9))[
                :, None
            ]
            weights = np.hstack([weights, half[:, None]])
            names.append(f"{name}-half.{side}")
            parents.append(parents[down[0]])
            heads.append(heads[down[0]])
    return Body(body.points, weights, body.groups, tuple(names), tuple(parents), np.array(heads))


def half_way_of(bone: str) -> str | None:
    """The half-way bone that must turn half as much as this bone, if any."""
    stem, _, side = bone.partition(".")
    for name, _, below in HALF_WAY:
        if stem == below[0]:
            return f"{name}-half.{side}"
    return None
