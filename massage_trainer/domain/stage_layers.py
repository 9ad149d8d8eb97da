"""What of a live scene is to be seen: people, clothes, and the guides drawn over the body."""

from __future__ import annotations

from enum import Enum
from typing import Final


class StageLayer(Enum):
    """The values are stored and told from window to window."""

    CLIENT = "client"
    PRACTITIONER = "practitioner"
    CLOTHES = "clothes"  # without it those of the worked area are faded, not gone
    LANDMARKS = "landmarks"
    CHANNELS = "channels"
    SPINE = "spine"
    CREST = "crest"


Layers = frozenset[StageLayer]

# As the stills show it.
DEFAULT_LAYERS: Final[Layers] = frozenset(
    {StageLayer.CLIENT, StageLayer.PRACTITIONER, StageLayer.CLOTHES}
)
# These change the picture itself; all others lie over it.
IN_THE_PICTURE: Final[Layers] = DEFAULT_LAYERS


def switched(layers: Layers, layer: StageLayer, *, on: bool) -> Layers:
    """With or without this layer; whoever goes last brings the other one back."""
    after = layers | {layer} if on else layers - {layer}
    people = {StageLayer.CLIENT, StageLayer.PRACTITIONER}
    return after if after & people else after | (people - {layer})


def words_of(layers: Layers) -> tuple[str, ...]:
    """To be stored or told."""
    return tuple(layer.value for layer in StageLayer if layer in layers)


def layers_of(words: tuple[str, ...]) -> Layers:
    """Words that nobody knows are left out."""
    return frozenset(layer for layer in StageLayer if layer.value in words)
