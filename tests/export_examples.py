"""The shipped decks as they are taken along, read once for all tests."""

from functools import cache

from massage_trainer.services.export.deck_content import find_deck, read_deck
from massage_trainer.services.export.exporter import Assets
from massage_trainer.services.export.pictures import Pictures
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from tests.quiz_examples import shipped_source

PLATES, FONTS = assets_dir() / "plates", assets_dir() / "fonts"


@cache
def assets():
    return Assets(PLATES, FONTS, read_plate_index(PLATES))


@cache
def shipped_deck(deck_id="all", *, close=False):
    source = shipped_source()
    return read_deck(source, find_deck(source, deck_id), PLATES, assets().index, close=close)


def pictures(width=300):
    return Pictures(PLATES, FONTS, width)


def corners_apart(zone, pixels, size):
    """How far, in pixels of a picture, the farthest corner read back lies from its own."""
    assert len(pixels) == len(zone.corners)
    return max(
        max(abs(x * size[0] - u), abs(y * size[1] - v))
        for (x, y), (u, v) in zip(zone.corners, pixels, strict=True)
    )
