"""The two clients and the practitioner with all that is needed of them, each made once."""

from __future__ import annotations

import json
from functools import cached_property

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import figure, places, practitioner
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.keep import kept
from massage_trainer.artwork.mesh import Mesh, joined
from massage_trainer.artwork.meshfile import Piece
from massage_trainer.artwork.positions import POSITIONS, Position
from massage_trainer.artwork.resolve import Resolved
from massage_trainer.artwork.support import zones
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.content.catalog_loader import LoadedCatalog

_HERE = "massage_trainer.artwork."


class ClientKit:
    """One client: body, clothes, positions and the catalogue's places."""

    def __init__(self, which: ClientBody, loaded: LoadedCatalog, digest: str) -> None:
        self.which = which
        self.look = figure.CLIENTS[which]
        self.loaded = loaded
        self._digest = digest
        self._positions: dict[str, Position] = {}

    @cached_property
    def client(self) -> Client:
        return kept(self._name("body"), self._code("figure", "support"), "", self._make_client)

    def _make_client(self) -> Client:
        body = body_model.load(dict(self.look.phenotype))
        return Client(body, Rig(body), zones(body))

    @cached_property
    def pieces(self) -> list[Piece]:
        return kept(
            self._name("pieces"),
            self._code("figure"),
            "",
            lambda: figure.client_pieces(self.client.body, self.look),
        )

    @cached_property
    def resolved(self) -> Resolved:
        return kept(
            self._name("places"),
            self._code("places", "figure"),
            self._digest,
            lambda: places.resolved_all(self.client.body, self.loaded),
        )

    def position(self, name: str) -> Position:
        if name not in self._positions:
            self._positions[name] = kept(
                self._name(f"lying-{name}"),
                self._code("positions", "figure"),
                "",
                lambda: POSITIONS[name](self.client),
            )
        return self._positions[name]

    def worn(self, clothes: frozenset[str]) -> list[str]:
        return figure.parts_worn(clothes, self.look)

    def _name(self, what: str) -> str:
        return f"{self.which.value}-{what}"

    def _code(self, *modules: str) -> list[str]:
        return [f"{_HERE}{module}" for module in modules]


class PractitionerKit:
    """The practitioner's body and clothes."""

    @cached_property
    def body(self) -> Body:
        return kept("practitioner-body", [f"{_HERE}practitioner"], "", practitioner.body)

    @cached_property
    def rig(self) -> Rig:
        return Rig(self.body)

    @cached_property
    def pieces(self) -> list[Piece]:
        return kept(
            "practitioner-pieces",
            [f"{_HERE}practitioner"],
            "",
            lambda: practitioner.pieces(self.body),
        )

    @cached_property
    def cloth(self) -> Mesh:
        """Everything that is worn and could get into the client."""
        worn = [
            Mesh(piece.points, piece.faces, piece.weights)
            for piece in self.pieces
            if not piece.name.startswith("body")
        ]
        return joined(worn)


def catalog_digest(loaded: LoadedCatalog) -> str:
    """Whatever of the catalogue says where places are."""
    catalog = loaded.catalog
    landmarks = [f"{key}={mark}" for key, mark in sorted(catalog.landmarks.items())]
    points = [f"{key}={point}" for key, point in sorted(catalog.points.items())]
    spans = [f"{key}={span}" for key, span in sorted(catalog.spans.items())]
    zones = [f"{key}={zone}" for key, zone in sorted(catalog.zones.items())]
    return json.dumps([landmarks, points, spans, zones])


class People:
    """Everyone who can be in a scene."""

    def __init__(self, loaded: LoadedCatalog) -> None:
        digest = catalog_digest(loaded)
        self.clients = {which: ClientKit(which, loaded, digest) for which in ClientBody}
        self.practitioner = PractitionerKit()
