"""What of a live scene is shown."""

import pytest

from massage_trainer.domain.stage_layers import (
    DEFAULT_LAYERS,
    IN_THE_PICTURE,
    StageLayer,
    layers_of,
    switched,
    words_of,
)


def test_at_first_everything_is_seen_as_on_the_still():
    assert DEFAULT_LAYERS & IN_THE_PICTURE == IN_THE_PICTURE
    assert StageLayer.CHANNELS not in DEFAULT_LAYERS


def test_a_layer_is_switched_on_and_off():
    on = switched(DEFAULT_LAYERS, StageLayer.SPINE, on=True)
    assert on == DEFAULT_LAYERS | {StageLayer.SPINE}
    assert switched(on, StageLayer.SPINE, on=False) == DEFAULT_LAYERS


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (StageLayer.CLIENT, StageLayer.PRACTITIONER),
        (StageLayer.PRACTITIONER, StageLayer.CLIENT),
    ],
)
def test_somebody_is_always_there(first, second):
    alone = switched(DEFAULT_LAYERS, first, on=False)
    assert first not in alone
    changed = switched(alone, second, on=False)
    assert second not in changed
    assert first in changed


def test_layers_are_told_in_words_and_strange_words_are_left_out():
    wanted = frozenset({StageLayer.CREST, StageLayer.CLIENT})
    assert layers_of(words_of(wanted)) == wanted
    assert layers_of(("client", "nonsense")) == {StageLayer.CLIENT}
