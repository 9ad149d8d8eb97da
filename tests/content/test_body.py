"""The shipped body: every point there, named, explained and constructed; groups that agree."""

import re
import unicodedata

import pytest

from massage_trainer.domain.catalog import Shown, Sure
from massage_trainer.domain.construction import At, Cross, Go, Level, needs
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir

LOADED = load_catalog(assets_dir() / "catalog", "assets/catalog")
CATALOG = LOADED.catalog
POINTS = CATALOG.points
SITES = {site.key: site for point in POINTS.values() for site in point.sites}
VERTEBRAE = ["C7", *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6))]

EXPECTED = {
    *(f"BL{number}" for number in range(11, 61)),
    *(f"GB{number}" for number in (21, *range(29, 41))),
    *(f"GV{number}" for number in range(1, 15)),
    *(f"SI{number}" for number in range(9, 16)),
    *("TE15", "EX-B2", "EX-B4", "EX-B6", "EX-B7", "EX-B8", "ASHI"),
}


def test_every_point_of_back_buttock_leg_and_shoulder_is_there():
    """Points of other parts of the body may join them without a word here."""
    assert set(POINTS) >= EXPECTED


def test_points_of_the_pelvis_are_shown_through_cloth_and_the_most_intimate_as_text():
    ours = [POINTS[code] for code in EXPECTED]
    shown = {kind: {p.code for p in ours if p.shown is kind} for kind in Shown}
    assert shown[Shown.TEXT] == {"GV1", "BL35", "ASHI"}
    assert shown[Shown.CLOTH] == {
        *(f"BL{number}" for number in (*range(27, 35), 36, 53, 54)),
        *("GB29", "GB30", "GV2"),
    }


def test_what_students_must_not_press_is_never_asked():
    assert {p.code for p in POINTS.values() if not p.practice} >= {"GV1", "BL35", "EX-B4"}


def texts_of(entry):
    yield from (
        getattr(entry, name)
        for name in ("gloss", "name", "find", "why", "source", "text")
        if hasattr(entry, name)
    )


ENTRIES = {
    f"{kind}-{key}": entry
    for kind in ("points", "landmarks", "spans", "zones", "body_regions", "point_cautions")
    for key, entry in getattr(CATALOG, kind).items()
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_every_text_is_there_in_both_languages_and_each_in_its_own(entry):
    texts = list(texts_of(entry))
    assert texts
    for text in texts:
        for words in (text.vi, text.en):
            assert words.strip() == words != "…"
            assert unicodedata.is_normalized("NFC", words)
            assert "  " not in words
        assert not re.search(r"\b(cun|spine|point)\b", text.vi), text.vi
        assert not re.search(r"\bthốn\b|\bhuyệt\b", text.en), text.en


@pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)
def test_a_point_has_names_and_tells_how_a_hand_finds_it(point):
    assert all((point.name_vi, point.pinyin, point.hanzi))
    assert point.name_vi not in point.also_vi
    assert len(point.find.vi) > 40
    assert len(point.find.en) > 40
    assert point.region_id in CATALOG.body_regions
    assert set(point.cautions) <= set(CATALOG.point_cautions)


def test_a_place_of_the_whole_spine_has_a_place_at_every_vertebra():
    assert [site.key for site in POINTS["EX-B2"].sites] == [f"EX-B2@{v}" for v in VERTEBRAE[1:]]


def test_the_landmarks_that_the_points_are_measured_from():
    foramina = [f"sacral-foramen-{number}" for number in range(1, 5)]
    assert {*VERTEBRAE, *foramina, "S2", "sacral-hiatus"} <= set(CATALOG.landmarks)
    for vertebra in VERTEBRAE:
        assert CATALOG.landmarks[vertebra].midline
    for pair in (*foramina, "psis", "asis", "iliac-crest-top", "greater-trochanter"):
        assert not CATALOG.landmarks[pair].midline


def test_the_spans_that_cun_are_measured_by():
    standard = {
        "back": 3,
        "thigh-lateral": 19,
        "thigh-posterior": 14,
        "leg-lateral": 16,
        "leg-medial": 15,
        "ankle-height": 3,
    }
    assert {span: CATALOG.spans[span].cun for span in standard} == standard


def test_the_zones_to_keep_off():
    pairs = {"spine": False, "kidney": True, "sciatic-notch": True, "popliteal-fossa": True}
    assert {zone: not CATALOG.zones[zone].midline for zone in pairs} == pairs


def test_a_group_at_one_height_is_the_same_from_each_of_its_points():
    for code, point in POINTS.items():
        for other in set(point.level_with) & set(POINTS):
            assert code in POINTS[other].level_with, f"{code} and {other}"


def heights_of(place_id):
    """The places that a place has its height from, itself first, as far as they say so."""
    chain = []
    while place_id:
        chain.append(place_id)
        held = SITES.get(place_id) or CATALOG.landmarks[place_id]
        match held.construction:
            case Level(level, _, _) | At(level) | Cross(level, _, _):
                place_id = level
            case _:
                place_id = ""
    return chain


def test_points_at_one_height_are_constructed_so():
    for point in POINTS.values():
        if point.sites and isinstance(point.sites[0].construction, Level):
            heights = heights_of(point.sites[0].key)
            for other in point.level_with:
                assert not set(heights).isdisjoint(heights_of(other)), (point.code, other)


LEVELS = [vertebra for vertebra in VERTEBRAE if vertebra not in ("C7", "T8")]
BESIDE_THE_SPINE = {
    **{f"BL{11 + at}": (level, 1.5) for at, level in enumerate(LEVELS)},
    **{f"BL{41 + at}": (level, 3.0) for at, level in enumerate(LEVELS[1:13])},
}
IN_THE_MIDDLE = {
    "GV14": "C7",
    "GV13": "T1",
    "GV12": "T3",
    "GV11": "T5",
    "GV10": "T6",
    "GV9": "T7",
    "GV8": "T9",
    "GV7": "T10",
    "GV6": "T11",
    "GV5": "L1",
    "GV4": "L2",
    "GV3": "L4",
}


@pytest.mark.parametrize("code", BESIDE_THE_SPINE)
def test_the_two_lines_beside_the_spine(code):
    (site,) = POINTS[code].sites
    assert site.construction == Level(*BESIDE_THE_SPINE[code], "back")


def test_the_lines_beside_the_spine_end_where_they_should():
    assert list(BESIDE_THE_SPINE)[15:17] == ["BL26", "BL41"]
    assert BESIDE_THE_SPINE["BL26"] == ("L5", 1.5)
    assert list(BESIDE_THE_SPINE.items())[-1] == ("BL52", ("L2", 3.0))


@pytest.mark.parametrize("code", IN_THE_MIDDLE)
def test_points_of_the_midline_lie_below_their_vertebra(code):
    point = POINTS[code]
    assert point.midline
    assert heights_of(code)[:2] == [code, IN_THE_MIDDLE[code]]
    assert point.axes == (Go.LEFT, Go.CAUDAL)


def test_only_hip_point_gb30_has_an_alternative():
    assert [code for code in POINTS if code in EXPECTED and POINTS[code].alternative] == ["GB30"]
    assert set(needs(POINTS["GB30"].sites[0].construction)) == {
        "greater-trochanter",
        "sacral-hiatus",
    }
    assert "asis" in needs(POINTS["GB30"].alternative.construction)


def test_what_tradition_avoids_in_pregnancy_says_so():
    for code in ("BL31", "BL32", "BL33", "BL34", "BL60", "GB21"):
        assert any(caution.startswith("pregnancy") for caution in POINTS[code].cautions), code


def test_what_is_not_in_the_standard_says_how_sure_it_is():
    assert {code for code in EXPECTED if POINTS[code].sure is Sure.LOW} == {"EX-B6"}
    assert {code for code in EXPECTED if POINTS[code].sure is Sure.MEDIUM} == {"EX-B4", "EX-B7"}


def test_every_caution_and_every_part_of_the_body_belongs_to_a_point():
    assert {c for p in POINTS.values() for c in p.cautions} == set(CATALOG.point_cautions)
    assert {p.region_id for p in POINTS.values()} == set(CATALOG.body_regions)
