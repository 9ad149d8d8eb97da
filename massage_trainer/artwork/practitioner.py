"""The practitioner's figure: a woman in tunic, trousers and shoes, her hair tied back."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import face, shoes, tied_hair
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.mesh import Floats, Mesh, neighbours, normals
from massage_trainer.artwork.meshfile import Piece
from massage_trainer.artwork.nails import nails
from massage_trainer.artwork.occlusion import openness, samples, softened
from massage_trainer.artwork.paint import painted
from massage_trainer.artwork.tunic import bare_skin, trousers, tunic

PHENOTYPE = {
    "gender": 1.0,
    "age": 0.72,
    "muscle": 0.52,
    "weight": 0.5,
    "height": 0.40,
    "proportions": 0.7,
}
FACE = {
    "mouthSmileLeft": 0.42,
    "mouthSmileRight": 0.42,
    "eyeBlinkLeft": 0.12,
    "eyeBlinkRight": 0.12,
}
SKIN_COLOUR = "#8a5638"
HAIR_COLOUR = "#241a18"
TUNIC_COLOUR = "#2f8f8b"
TROUSERS_COLOUR = "#3b4350"
SHOES_COLOUR = "#e9e6df"
NAILS_COLOUR = "#d3a08a"
LASH_COLOUR = "#17100e"
SOCKS_COLOUR = "#30363f"
SOLES_COLOUR = "#8e979d"
# From the inside out.
PARTS = (
    "body-bare", "eyes", "lashes", "hair", "hair-bun", "socks", "shoes", "soles", "trousers",
    "tunic",
)  # fmt: skip
WARM = face.rgb("#b0705a")
LOOK = face.FaceLook(brow=face.rgb("#1d1412"), lips=face.rgb("#8c4038"), lash=face.rgb("#1a100d"))


@lru_cache(maxsize=1)
def body() -> Body:
    """Her body at rest, eyes open."""
    return body_model.load(PHENOTYPE, FACE)


def parts() -> list[str]:
    """The parts that are drawn, in every scene the same."""
    return list(PARTS)


def pieces(body: Body) -> list[Piece]:
    """All parts of her mesh."""
    whole = body.mesh("body")
    blockers = samples(whole.points, whole.faces)
    return [
        _shaded(name, mesh, tones, blockers) for name, (mesh, tones) in painted_parts(body).items()
    ]


def painted_parts(body: Body) -> dict[str, tuple[Mesh, Floats]]:
    """Every part with its colours, before the soft shading."""
    skin = bare_skin(body)
    tones = painted(body, skin.cut_at, skin.weights, face.rgb(SKIN_COLOUR), LOOK, WARM)
    tones = face.mixed(tones, face.rgb(NAILS_COLOUR), 0.8 * nails(body, skin))
    out = {"body-bare": (skin, tones), "eyes": face.eyes(body)}
    for name, (mesh, strands) in (("hair", tied_hair.cap(body)), ("hair-bun", tied_hair.bun(body))):
        out[name] = (mesh, np.clip(face.rgb(HAIR_COLOUR) * strands[:, None], 0, 1))
    worn = {
        "lashes": (face.lashes(body), LASH_COLOUR),
        "socks": (shoes.socks(body), SOCKS_COLOUR),
        "shoes": (shoes.shoes(body), SHOES_COLOUR),
        "soles": (shoes.soles(body), SOLES_COLOUR),
        "trousers": (trousers(body), TROUSERS_COLOUR),
        "tunic": (tunic(body), TUNIC_COLOUR),
    }
    for name, (mesh, colour) in worn.items():
        out[name] = (mesh, np.tile(face.rgb(colour), (len(mesh.points), 1)))
    return out


def _shaded(name: str, mesh: Mesh, colours: Floats, blockers: Floats) -> Piece:
    facing = normals(mesh.points, mesh.faces)
    light = openness(mesh.points + facing * 0.002, facing, blockers)
    light = softened(light, neighbours(len(mesh.points), mesh.faces))
    light = np.clip(light / 0.97, 0.25, 1.0)
    return Piece(name, mesh.points, facing, mesh.weights, colours, light, mesh.faces)
