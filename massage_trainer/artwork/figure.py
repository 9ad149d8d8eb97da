"""The client's figure as it is stored: skin, clothes and hair with colours and soft shading."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from massage_trainer.artwork import man, wardrobe, woman
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.look import ClientLook
from massage_trainer.artwork.mesh import Floats, Ints, Mesh, neighbours, normals
from massage_trainer.artwork.meshfile import Piece, Skeleton
from massage_trainer.artwork.occlusion import openness, samples, softened
from massage_trainer.artwork.paint import painted
from massage_trainer.artwork.relief import relief, shaded
from massage_trainer.domain.plate import ClientBody

CLIENTS: Mapping[ClientBody, ClientLook] = {
    ClientBody.MAN: man.LOOK,
    ClientBody.WOMAN: woman.LOOK,
}
PHENOTYPE = man.LOOK.phenotype


def parts_worn(clothes: frozenset[str], look: ClientLook = man.LOOK) -> list[str]:
    """Which parts are drawn when the client wears shorts and these clothes besides."""
    return ["body-bare", "hair", *look.shown[clothes]]


def rgb(colour: str) -> Floats:
    return np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def skeleton(body: Body) -> Skeleton:
    return Skeleton(body.bones, body.parents, body.heads)


def client_pieces(body: Body, look: ClientLook = man.LOOK) -> list[Piece]:
    """All parts of the client's mesh."""
    skin, parts = wardrobe.skin_parts(body, look.in_top)
    bare = body.mesh("body")
    blockers = samples(bare.points, bare.faces)
    tones = painted(body, skin.cut_at, skin.weights, rgb(look.skin), look.face)
    tones = shaded(tones, relief(body, skin))
    out = [_shaded("skin", skin, tones, blockers, parts)]
    cap, strands = look.hair_cut(body)
    tones = np.clip(rgb(look.hair) * strands[:, None], 0, 1)
    out.append(_shaded("hair", cap, tones, samples(cap.points, cap.faces), {}))
    clothes = {
        "shorts": (*wardrobe.shorts(body), look.shorts),
        "shirt-down": (wardrobe.shirt(body, wardrobe.SHIRT_HEM, raised=False), {}, look.shirt),
        "shirt-up": (wardrobe.shirt(body, wardrobe.RAISED_HEM, raised=True), {}, look.shirt),
    }
    if look.in_top is not None:
        # In one colour with the shorts, its strap and sides are seen to be of one garment.
        clothes["top"] = (wardrobe.top(body, look.in_top), {}, look.shorts)
    for name, (mesh, parts, colour) in clothes.items():
        # what is only worn under the shirt casts no shade on the rest
        own = samples(mesh.points, parts.get(name, mesh.faces))
        tones = np.tile(rgb(colour), (len(mesh.points), 1))
        if name == "shorts":
            tones = shaded(tones, relief(body, mesh))
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
