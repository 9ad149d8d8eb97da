"""Which points a picture shows, and what is chosen in it."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.still_places import Sight
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.plate import PlaceState, PlateViewModel, PointWish
from tests.plate_examples import (
    PLACES,
    fraction_of,
    marked_plates,
    plate_judge,
    spot,
    still_places,
)

BOTH = PointWish(("BL23", "BL25"), "BL23", Side.BOTH)


@pytest.fixture
def plates():
    return marked_plates()


@pytest.fixture
def model(plates):
    return PlateViewModel(plates, lambda _client: plate_judge())


def still(plates, name="back"):
    return plates.index.still(name)


def names(model):
    return [(mark.code, mark.side.value, mark.active) for mark in model.marks]


def test_the_points_of_the_step_are_shown_and_the_active_ones_known(model, plates):
    model.show(still(plates), BOTH)
    assert names(model) == [
        ("BL23", "left", True),
        ("BL23", "right", True),
        ("BL25", "left", False),
        ("BL25", "right", False),
    ]
    assert model.state is PlaceState.SEEN
    model.show(still(plates), PointWish(("BL23",), "BL23", Side.RIGHT))
    assert names(model) == [("BL23", "left", False), ("BL23", "right", True)]


def test_a_point_of_the_midline_is_active_whatever_the_side(model, plates):
    model.show(still(plates), PointWish(("GV4",), "GV4", Side.LEFT))
    assert names(model) == [("GV4", "midline", True)]


def test_a_point_with_several_places_shows_all(plates):
    places = still_places()
    points = {f"EX-B2@{level}": {Side.LEFT: spot(0.01, 0, Side.LEFT)} for level in ("T1", "T2")}
    plates.marked["back"] = replace(places, points=points)
    model = PlateViewModel(plates, lambda _client: plate_judge())
    model.show(still(plates), PointWish(("EX-B2",), "EX-B2", Side.LEFT))
    assert [mark.key for mark in model.marks] == ["EX-B2@T1", "EX-B2@T2"]
    assert all(mark.active for mark in model.marks)


def test_places_are_read_when_a_step_needs_them_and_no_sooner(plates):
    asked = []

    class Watched(type(plates)):
        def places(self, still):
            asked.append(still.files.file)
            return super().places(still)

    watched = Watched("back")
    watched.marked = plates.marked
    model = PlateViewModel(watched, lambda _client: plate_judge())
    model.show(still(watched), PointWish())
    assert asked == []
    model.want_zones(on=True)
    assert model.zones
    model.show(still(watched), BOTH)
    assert asked == ["back"]


@pytest.mark.parametrize(
    ("sight", "state"),
    [
        (Sight.VISIBLE, PlaceState.SEEN),
        (Sight.HIDDEN, PlaceState.UNSEEN),
        (Sight.TURNED, PlaceState.UNSEEN),
    ],
)
def test_what_the_picture_can_tell(plates, model, sight, state):
    plates.marked["back"] = still_places(sight=sight)
    model.show(still(plates), BOTH)
    assert model.state is state
    assert bool(model.marks) is (sight is Sight.VISIBLE)


def test_a_picture_that_lacks_the_point_or_everything(plates, model):
    model.show(still(plates), PointWish(("GB30",), "GB30", Side.LEFT))
    assert model.state is PlaceState.UNMARKED
    plates.marked.clear()
    model.show(plates.index.still("back", Side.RIGHT), BOTH)
    assert (model.state, model.problem) == (PlaceState.UNMARKED, "")
    plates.places_problems["back.left"] = "x.json: damaged"
    model.show(plates.index.still("back", Side.LEFT), BOTH)
    assert (model.state, model.problem) == (PlaceState.UNREADABLE, "x.json: damaged")
    assert not model.touch((0.5, 0.5))


def test_a_map_that_breaks_at_the_touch_is_told(plates, model):
    model.show(still(plates), BOTH)
    assert model.state is PlaceState.SEEN
    name = still(plates).files.file
    plates.maps.pop(name)
    plates.marked.pop(name)
    plates.places_problems[name] = "x.map: damaged"
    assert not model.touch((0.5, 0.5))
    assert (model.state, model.marks) == (PlaceState.UNREADABLE, ())
    assert model.problem == "x.map: damaged"


def test_the_line_is_that_of_the_chosen_point_else_of_the_active_ones(model, plates):
    model.show(still(plates), BOTH)
    assert model.lines == ()
    model.want_line(on=True)
    assert [mark.side for mark, _ in model.lines] == [Side.LEFT, Side.RIGHT]
    model.choose(model.marks[1])
    assert [mark.side for mark, _ in model.lines] == [Side.RIGHT]
    model.choose(model.marks[2])  # BL25 has no line here
    assert model.lines == ()


def test_zones_to_avoid_at_once_and_all_on_demand(model, plates):
    model.show(still(plates), PointWish(avoid=("kidney", "no-such-zone")))
    assert [zone for zone, _ in model.zones] == ["kidney", "kidney"]
    model.show(still(plates), PointWish())
    assert model.zones == ()
    model.want_zones(on=True)
    assert [zone for zone, _ in model.zones] == ["kidney", "kidney"]


def test_where_one_side_is_worked_the_zones_of_the_other_wait_for_demand(model, plates):
    model.show(still(plates), PointWish(("BL23",), "BL23", Side.LEFT, ("kidney",)))
    assert len(model.zones) == 1
    model.want_zones(on=True)
    assert len(model.zones) == 2


def test_a_touch_is_judged_for_the_active_point(model, plates):
    model.show(still(plates), BOTH)
    assert model.touch(fraction_of(*PLACES["BL23"]))
    assert model.answer.verdict.grade is Grade.HIT
    assert model.touch(fraction_of(*PLACES["BL25"]))
    assert model.answer.verdict.grade is Grade.MISS
    assert model.answer.verdict.nearest.code == "BL25"
    assert model.forget()
    assert not model.forget()


def test_a_live_picture_is_not_asked_roughly_but_told_exactly(model, plates):
    model.show(still(plates), BOTH)
    model.show_live(still_places(map_file="live"))
    assert not model.touch(fraction_of(*PLACES["BL23"]))
    assert model.answer is None
    x, z = PLACES["BL25"]
    assert model.touch_place((0.5, 0.5), (x, 0.0, z))
    assert model.answer.verdict.nearest.code == "BL25"


def test_without_a_judge_or_a_map_nothing_is_answered(plates):
    model = PlateViewModel(plates, lambda _client: None)
    model.show(still(plates), BOTH)
    assert not model.touch((0.5, 0.5))
    plates.marked["back"] = still_places(map_file="")
    model = PlateViewModel(plates, lambda _client: plate_judge())
    model.show(still(plates), BOTH)
    assert not model.can_judge
    assert not model.touch((0.5, 0.5))


def test_the_judge_is_made_at_the_first_touch(plates):
    made = []

    def judge(client):
        made.append(client)
        return plate_judge()

    model = PlateViewModel(plates, judge)
    model.show(still(plates), BOTH)
    model.choose_toward(1, 0, 1.5)
    assert made == []
    model.touch((0.5, 0.5))
    assert made == [ClientBody.MAN]


def test_choosing_and_touching_give_way_to_one_another(model, plates):
    model.show(still(plates), BOTH)
    model.choose(model.marks[0])
    model.touch((0.5, 0.5))
    assert model.chosen is None
    model.choose(model.marks[0])
    assert model.answer is None


def test_another_point_forgets_what_was_chosen_the_same_does_not(model, plates):
    model.show(still(plates), BOTH)
    model.choose(model.marks[0])
    model.show(still(plates), BOTH)
    assert model.chosen is not None
    model.show(still(plates), BOTH._replace(active="BL25"))
    assert model.chosen is None


def test_changes_are_told_once(model, plates):
    told = []
    model.changed.connect(lambda: told.append(1))
    model.show(still(plates), BOTH)
    model.show(still(plates), BOTH)
    model.want_line(on=True)
    model.want_line(on=True)
    model.choose(model.marks[0])
    model.choose(model.marks[0])
    model.choose(None)
    model.choose(None)
    assert len(told) == 4


def test_without_points_there_is_nowhere_to_go(model, plates):
    model.show(still(plates), PointWish())
    assert not model.choose_toward(1, 0, 1.5)
