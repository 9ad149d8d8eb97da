"""Every body wears the clothes cut for one: its vertices, being the same, carry the places."""

from __future__ import annotations

from functools import cache

import numpy as np

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.keep import kept
from massage_trainer.artwork.mesh import Floats, Mesh

# The body on which heights of clothes, lines of the face and patches of skin are told in metres.
PATTERN = {
    "gender": 0.1,
    "age": 0.6,
    "muscle": 0.62,
    "weight": 0.45,
    "height": 0.5,
    "proportions": 0.8,
}


@cache
def pattern() -> Body:
    return kept("pattern", [__name__], "", lambda: body_model.load(PATTERN))


def fitted(body: Body, group: str) -> Mesh:
    """One named part of the base mesh that knows where its points lie on the pattern."""
    faces = body.groups[group]
    return Mesh(body.points, faces, body.weights, pattern().points).picked(faces)


def size(body: Body) -> float:
    """How tall the body is, measured by the pattern: nape to ankle."""

    def tall(one: Body) -> float:
        return float(one.head("neck01")[2] - (one.head("foot.L") + one.head("foot.R"))[2] / 2)

    return tall(body) / tall(pattern())


def head_fit(body: Body) -> tuple[float, Floats]:
    """Scale and shift that take the pattern's head best to the body's."""
    ids = np.unique(body.groups["body"])
    ids = ids[body.weights[ids, body.bone("head")] > 0.5]
    a, b = pattern().points[ids], body.points[ids]
    middle_a, middle_b = a.mean(axis=0), b.mean(axis=0)
    scale = float(((a - middle_a) * (b - middle_b)).sum() / ((a - middle_a) ** 2).sum())
    return scale, middle_b - scale * middle_a
