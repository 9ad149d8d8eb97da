"""The atlas over the shipped catalogue, lessons and pictures."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.atlas import WHOLE_BODY, Atlas, AtlasFilter
from massage_trainer.domain.catalog import Shown
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir
from tests.quiz_examples import shipped_source

SOURCE = shipped_source()
ATLAS = Atlas(SOURCE)
POINTS = SOURCE.catalog.points
SEEN = [point for point in POINTS.values() if point.shown is not Shown.TEXT]
INDEX = read_plate_index(assets_dir() / "plates")
EVERYTHING = AtlasFilter()
_EDGE = 0.08


@pytest.fixture(scope="module")
def plates():
    files = PlateFiles(assets_dir() / "plates", INDEX)
    yield files
    files.close()


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("point", SEEN, ids=lambda point: point.code)
def test_every_point_is_seen_well_inside_of_a_picture(plates, point, side):
    seen = ATLAS.sighting(point.code, side)
    still = INDEX.still(seen.shot.plate_id, seen.shot.side, seen.shot.frame)
    spot = plates.places(still).points[seen.key][seen.side]
    assert spot.sight is Sight.VISIBLE
    assert all(_EDGE < share < 1 - _EDGE for share in spot.at)
    if not point.midline and len(ATLAS.sides(point.code)) > 1:
        assert seen.side is side


def test_what_is_told_in_words_has_a_card_and_no_place():
    for point in POINTS.values():
        if point.shown is Shown.TEXT:
            assert ATLAS.sighting(point.code, Side.LEFT) is None
            assert ATLAS.sides(point.code) == ()


@pytest.mark.parametrize("point", SEEN, ids=lambda point: point.code)
def test_the_steps_lead_from_a_landmark_along_the_whole_line_to_the_point(plates, point):
    lines = [
        plates.places(INDEX.still(plate)).lines.get(site.key, {})
        for plate in INDEX.plates
        if plate.startswith("points-")
        for site in point.sites[:1]
    ]
    drawn = {len(line.legs) for sides in lines for line in sides.values()}
    steps = ATLAS.steps(point.code, point.sites[0].key)
    assert steps[-1].places[-1] == point.sites[0].key
    assert steps[0].places[0] in SOURCE.catalog.landmarks
    assert not drawn or steps[-1].legs in drawn
    legs = [(step.legs_before, step.legs) for step in steps]
    assert legs == sorted(legs)
    assert all(step.text.vi and step.text.en for step in steps)


def test_a_way_with_a_point_on_it_measures_that_one_first():
    steps = ATLAS.steps("BL37", "BL37")
    assert [step.places[-1] for step in steps] == [
        *("gluteal-fold-medial", "gluteal-fold-lateral", "BL36"),
        *("popliteal-crease-medial", "popliteal-crease-lateral", "BL40", "BL37"),
    ]
    assert [step.legs for step in steps] == [0, 0, 1, 1, 1, 2, 3]


def test_the_way_along_a_channel_ends_at_its_ends():
    assert ATLAS.along("BL23", 1) == "BL24"
    assert ATLAS.along("BL23", -1) == "BL22"
    assert ATLAS.along("BL9", 1) == ""
    assert ATLAS.along("ASHI", 1) == ""
    for channel in ATLAS.channels:
        members = [each.code for each in ATLAS.find("", AtlasFilter(channel=channel.id))]
        first = next(code for code in members if not ATLAS.along(code, -1))
        walked = [first]
        while code := ATLAS.along(walked[-1], 1):
            walked.append(code)
        assert sorted(walked) == sorted(members)
        assert [int(code.removeprefix(channel.id)) for code in walked] == sorted(
            int(code.removeprefix(channel.id)) for code in members
        )


def test_points_of_one_level_name_each_other():
    assert set(ATLAS.level_points("BL23")) == {"BL52", "GV4"}
    assert ATLAS.level_landmarks("BL23") == ("L2",)
    for code in POINTS:
        for other in ATLAS.level_points(code):
            assert code in ATLAS.level_points(other), (code, other)


def test_filters_leave_what_fits():
    assert len(ATLAS.find("", EVERYTHING)) == len(POINTS)
    channels = [len(ATLAS.find("", AtlasFilter(channel=each.id))) for each in ATLAS.channels]
    assert sum(channels) == len(POINTS) - 1  # the tender point is on no channel
    regions = [len(ATLAS.find("", AtlasFilter(region=each.id))) for each in ATLAS.regions]
    assert sum(regions) == len(POINTS)
    lesson = AtlasFilter(lesson="lumbar-acupressure")
    assert {each.code for each in ATLAS.find("", lesson)} >= {"BL23", "BL25", "GB30", "BL36"}
    both = AtlasFilter(channel="GB", lesson="lumbar-acupressure")
    assert [each.code for each in ATLAS.find("", both)] == ["GB30"]
    assert ATLAS.find("hop coc", AtlasFilter(channel="BL")) == ()
    assert [each.code for each in ATLAS.find("hop coc", AtlasFilter(channel="LI"))] == ["LI4"]


def test_lessons_know_their_points_and_points_their_lessons():
    assert "lumbar-acupressure" in [each.id for each in ATLAS.lessons_of("BL23")]
    assert ATLAS.lessons_of("GV14") == ()


def test_cautions_and_pregnancy_are_told_apart_and_none_is_lost():
    for code, point in POINTS.items():
        told = {*ATLAS.cautions(code), *ATLAS.pregnancy(code)}
        assert told == {SOURCE.catalog.point_cautions[each].text for each in point.cautions}
    assert ATLAS.pregnancy("BL31")


def test_a_point_known_by_name_alone_has_its_names():
    assert ATLAS.point("LI4") is None
    assert ATLAS.named("LI4").vi == "Hợp cốc"
    assert ATLAS.named("XX1") is None


def test_the_picture_of_the_whole_body_is_there():
    assert INDEX.still(WHOLE_BODY.plate_id) is not None
