"""The client's figure as it is stored: skin, clothes and hair with colours and soft shading."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork import wardrobe
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.hair import hair
from massage_trainer.artwork.mesh import Floats, Ints, Mesh, neighbours, normals
from massage_trainer.artwork.meshfile import Piece, Skeleton
from massage_trainer.artwork.occlusion import openness, samples, softened
from massage_trainer.artwork.paint import painted
from massage_trainer.artwork.relief import relief, shaded

PHENOTYPE = {
    "gender": 0.1,
    "age": 0.6,
    "muscle": 0.62,
    "weight": 0.45,
    "height": 0.5,
    "proportions": 0.8,
}
SKIN_COLOUR = "#dba886"
HAIR_COLOUR = "#3a2b24"
SHORTS_COLOUR = "#44627f"
SHIRT_COLOUR = "#d6dde2"
# What is drawn besides the bare skin and the hair.
SHOWN = {
    frozenset(): ("body-under-shirt", "body-under-shirt-hem", "shorts"),
    frozenset({"shirt-up"}): ("body-under-shirt-hem", "shorts", "shirt-up"),
    frozenset({"shirt-down"}): ("shorts-low", "shorts-tucked", "shirt-down"),
}


def parts_worn(clothes: frozenset[str]) -> list[str]:
    """Which parts are drawn when the client wears shorts and these clothes besides."""
    return ["body-bare", "hair", *SHOWN[clothes]]


def rgb(colour: str) -> Floats:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def skeleton(body: Body) -> Skeleton:
    return Skeleton(body.bones, body.parents, body.heads)


def client_pieces(body: Body) -> list[Piece]:
    """All parts of the client's mesh."""
    skin, parts = wardrobe.skin_parts(body)
    bare = body.mesh("body")
    blockers = samples(bare.points, bare.faces)
    tones = painted(body, skin.points, skin.weights, rgb(SKIN_COLOUR))
    tones = shaded(tones, relief(body, skin.points, skin.weights))
    out = [_shaded("skin", skin, tones, blockers, parts)]
    cap, strands = hair(body)
    tones = np.clip(rgb(HAIR_COLOUR) * strands[:, None], 0, 1)
    out.append(_shaded("hair", cap, tones, samples(cap.points, cap.faces), {}))
    clothes = {
        "shorts": (*wardrobe.shorts(body), SHORTS_COLOUR),
        "shirt-down": (wardrobe.shirt(body, wardrobe.SHIRT_HEM, raised=False), {}, SHIRT_COLOUR),
        "shirt-up": (wardrobe.shirt(body, wardrobe.RAISED_HEM, raised=True), {}, SHIRT_COLOUR),
    }
    for name, (mesh, parts, colour) in clothes.items():
        # what is only worn under the shirt casts no shade on the rest
        own = samples(mesh.points, parts.get(name, mesh.faces))
        tones = np.tile(rgb(colour), (len(mesh.points), 1))
        if name == "shorts":
            tones = shaded(tones, relief(body, mesh.points, mesh.weights))
        out.append(_shaded(name, mesh, tones, np.vstack([blockers, own]), parts))
    return out


def _shaded(
    name: str, mesh: Mesh, colours: Floats, blockers: Floats, parts: dict[str, Ints]
) -> Piece:
    facing = normals(mesh.points, mesh.faces)
    light = openness(mesh.points + facing * 0.002, facing, blockers)
    light = softened(light, neighbours(len(mesh.points), mesh.faces))
    light = np.clip(light / 0.97, 0.25, 1.0)
    faces = np.vstack(list(parts.values())) if parts else mesh.faces
    return Piece(
        name, mesh.points, facing, mesh.weights, colours, light, faces, tuple(parts.items())
    )
