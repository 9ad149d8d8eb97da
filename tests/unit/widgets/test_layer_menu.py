"""The button of layers: what it offers, what it remembers, and what it tells."""

import pytest

from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, StageLayer
from massage_trainer.widgets.stage.layer_menu import LayerButton


def entries(button):
    return {action.objectName(): action for action in button.make_menu().actions()}


@pytest.fixture
def button(qtbot, look):
    button = LayerButton(None)
    qtbot.add_widget(button)
    return button


def test_what_is_on_at_first_is_what_the_stills_show(button):
    checked = {name for name, action in entries(button).items() if action.isChecked()}
    assert checked == {"client", "practitioner", "clothes"}
    assert set(entries(button)) == {layer.value for layer in StageLayer}


def test_a_layer_is_switched_and_stays_so(button):
    told = []
    button.layers_changed.connect(told.append)
    entries(button)["channels"].trigger()
    assert told == [DEFAULT_LAYERS | {StageLayer.CHANNELS}]
    assert entries(button)["channels"].isChecked()
    entries(button)["channels"].trigger()
    assert button.wanted == DEFAULT_LAYERS


def test_whoever_goes_last_brings_the_other_one_back(button):
    entries(button)["client"].trigger()
    entries(button)["practitioner"].trigger()
    assert StageLayer.CLIENT in button.wanted


def test_only_what_is_offered_has_an_entry(qtbot, look):
    button = LayerButton(None, frozenset({StageLayer.SPINE, StageLayer.CREST}))
    qtbot.add_widget(button)
    assert set(entries(button)) == {"spine", "crest"}
    entries(button)["spine"].trigger()
    assert button.wanted == DEFAULT_LAYERS | {StageLayer.SPINE}
