"""The client's body, loaded once: making it takes seconds."""

import pytest

from massage_trainer.artwork import body as body_model
from massage_trainer.artwork import figure
from massage_trainer.artwork.client import Client
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.positions import POSITIONS
from massage_trainer.artwork.support import zones


@pytest.fixture(scope="session")
def client():
    body = body_model.load(figure.PHENOTYPE)
    return Client(body, Rig(body), zones(body))


@pytest.fixture(scope="session")
def positions(client):
    return {name: make(client) for name, make in POSITIONS.items()}


@pytest.fixture(scope="session")
def pieces(client):
    return figure.client_pieces(client.body)
