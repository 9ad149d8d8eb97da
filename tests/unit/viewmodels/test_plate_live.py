"""The places of a live picture stand in for those of the still."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_guides import LiveExtras
from massage_trainer.domain.still_places import Sight
from massage_trainer.viewmodels.plate import PlaceState, PlateViewModel, PointWish
from tests.plate_examples import both_sides, marked_plates, plate_judge, still_places

BOTH = PointWish(("BL23", "BL25"), "BL23", Side.BOTH)


class Positions:
    """Of a picture that shows one place of the body."""

    width = height = 1

    def __init__(self, shown=(0.3, 0.4), place=(0.0, 0.1, 1.0)):
        self.shown = shown
        self.place = place

    def place_at(self, fraction):
        return self.place if fraction == self.shown else None

    def find(self, place, within_m):
        return self.shown


@pytest.fixture
def model():
    plates = marked_plates()
    found = PlateViewModel(plates, lambda _client: plate_judge())
    found.show(plates.index.still("back"), BOTH)
    return found


@pytest.fixture
def told(model):
    heard = []
    model.changed.connect(lambda: heard.append("changed"))
    model.moved.connect(lambda: heard.append("moved"))
    return heard


def live(across=0.0, sight=Sight.VISIBLE):
    places = still_places(sight=sight)
    points = {key: both_sides(across + 1.5, 0.0, sight) for key in places.points}
    return replace(places, points=points, map_file="live")


def ats(model):
    return [mark.at for mark in model.marks]


def test_live_places_are_used_until_there_are_none(model):
    before = ats(model)
    model.show_live(live(1.0))
    assert model.is_live
    assert ats(model) != before
    model.show_live(None)
    assert not model.is_live
    assert ats(model) == before


def test_whoever_paints_is_told_of_moves_and_whoever_tells_only_of_changes(model, told):
    model.show_live(live(0.0))
    assert told == ["changed"]
    model.show_live(live(0.5))
    assert told == ["changed", "moved"]
    model.show_live(live(0.5, Sight.HIDDEN))
    assert told == ["changed", "moved", "changed"]
    assert model.state is PlaceState.UNSEEN
    model.show_live(None)
    model.show_live(None)
    assert told == ["changed", "moved", "changed", "changed"]


def test_a_chosen_point_stays_chosen_where_it_is_now(model):
    model.show_live(live(0.0))
    model.choose(model.marks[1])
    model.show_live(live(0.5))
    assert model.chosen == model.marks[1]
    model.show_live(live(0.5, Sight.TURNED))
    assert (model.chosen.key, model.chosen.side) == ("BL23", Side.RIGHT)


def test_an_answer_goes_with_the_body(model):
    model.show_live(live(), Positions())
    assert model.touch_place((0.3, 0.4), (0.0, 0.1, 1.0))
    model.show_live(live(), Positions((0.6, 0.2)))
    assert model.answer.at == (0.6, 0.2)
    assert model.answer.in_sight
    model.show_live(live(), Positions(None))
    assert not model.answer.in_sight
    model.show_live(live(), Positions((0.5, 0.5)))
    assert model.answer.in_sight


def test_a_live_picture_is_touched_by_the_place_that_was_picked_in_it(model):
    """What it knows by itself is coarse, and while it moves it is nothing."""
    model.show_live(live(), Positions())
    assert not model.touch((0.3, 0.4))
    assert model.answer is None
    assert model.touch_place((0.3, 0.4), (0.0, 0.1, 1.0))
    assert model.answer.place == (0.0, 0.1, 1.0)


def test_extras_go_with_the_live_picture(model):
    model.show_live(live(), rests=False, extras=LiveExtras(landmarks=True, force=0.5))
    assert model.extras.force == 0.5
    assert not model.rests
    model.show_live(None)
    assert model.extras is None
    assert model.rests
