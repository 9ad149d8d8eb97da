"""Clothes and towels cover what they must and nothing shows through."""

import numpy as np
import pytest
from scipy.interpolate import RegularGridInterpolator

from massage_trainer.artwork import drape, figure, man
from massage_trainer.artwork.mesh import normals
from massage_trainer.artwork.occlusion import samples
from massage_trainer.artwork.pose import skin
from massage_trainer.artwork.refine import distance_outside
from tests.artwork.sources import SOURCES

DRAPED = [source for source in SOURCES if source.drapes]


def _surface(client, pieces, pose, worn):
    out = []
    for piece in pieces:
        posed = skin(client.body, pose, piece.points, piece.weights)
        out += [samples(posed, faces, 0.006) for name, faces in piece.ranges() if name in worn]
    return np.vstack(out)


@pytest.mark.parametrize("source", DRAPED, ids=lambda source: source.id)
def test_no_part_of_the_body_shows_through_the_towel(client, pieces, positions, source):
    pose = positions[source.position].pose
    surface = _surface(client, pieces, pose, figure.parts_worn(source.clothes))
    for towel in source.drapes:
        x, y, height = drape.settled(towel, surface)
        lines = (x, y)
        over = RegularGridInterpolator(lines, height)
        inside = (surface[:, 0] > x[0]) & (surface[:, 0] < x[-1])
        inside &= (surface[:, 1] > y[0]) & (surface[:, 1] < y[-1])
        below = over(surface[inside, :2]) - surface[inside, 2]
        assert below.min() > 0.001


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.id)
def test_modesty(source):
    worn = figure.parts_worn(source.clothes)
    assert {"shorts", "shorts-low"} & set(worn)
    assert not {"body-under-shorts", "body-under-both"} & set(worn)
    if source.position != "prone":
        assert {"shirt-up", "shirt-down"} & set(worn)


def test_every_part_that_is_worn_exists(pieces):
    names = {name for piece in pieces for name, _ in piece.ranges()}
    for clothes in man.LOOK.shown:
        assert set(figure.parts_worn(clothes)) <= names


@pytest.mark.parametrize("garment", ["shorts", "shirt-down", "shirt-up"])
def test_cloth_lies_outside_the_skin(client, pieces, garment):
    bare = client.body.mesh("body")
    piece = next(piece for piece in pieces if garment in dict(piece.ranges()))
    used = np.unique(dict(piece.ranges())[garment])
    outside, _ = distance_outside(piece.points[used], bare, normals(bare.points, bare.faces))
    # the folded-in side of a hem may reach a little below the skin next to it
    assert np.quantile(outside, 0.02) > -0.004
    assert np.median(outside) > 0.003


def test_hems_are_straight(pieces):
    shirt = next(piece for piece in pieces if piece.name == "shirt-up")
    low = shirt.points[(shirt.points[:, 2] < 0.290) & (np.abs(shirt.points[:, 0]) < 0.2)]
    assert low[:, 2].min() > 0.290 - 0.026
