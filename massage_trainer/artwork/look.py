"""How a client looks: shape, colours, hair and what is worn under the name of a scene's clothes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from massage_trainer.artwork.body import Body
from massage_trainer.artwork.face import FaceLook
from massage_trainer.artwork.mesh import Floats, Mesh

Clothes = frozenset[str]


@dataclass(frozen=True, slots=True)
class ClientLook:
    """One of the clients to choose from."""

    phenotype: Mapping[str, float]
    skin: str
    hair: str
    shorts: str
    shirt: str
    face: FaceLook
    # The hair, and for each of its points how light its strand is (about 1).
    hair_cut: Callable[[Body], tuple[Mesh, Floats]]
    # What is drawn besides the bare skin and the hair.
    shown: Mapping[Clothes, tuple[str, ...]]
    # What covers the chest where the shirt is off: how far inside it a place of the pattern lies.
    in_top: Callable[[Floats], Floats] | None = None
