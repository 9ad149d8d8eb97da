"""Landmarks, spans, points and zones: what is read from their files."""

import json

import pytest

from massage_trainer.domain.catalog import (
    Acupoint,
    Alternative,
    Catalog,
    CunSpan,
    Landmark,
    PlaceCheck,
    Shown,
    Site,
    Sure,
    Tolerance,
    Zone,
)
from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Cross,
    Go,
    Level,
    OnMesh,
    Stride,
    Walk,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.codec import decode, encode
from tests.unit.services.content.small_content import CATALOG, read_catalog, replaced


@pytest.fixture
def loaded(tmp_path):
    loaded = read_catalog(tmp_path)
    assert loaded.errors == ()
    return loaded


@pytest.fixture
def catalog(loaded):
    return loaded.catalog


def test_a_landmark_on_the_mesh(catalog):
    assert catalog.landmarks["L2"] == Landmark(
        id="L2",
        name=LocalizedText("Gai sống L2", "Spine of L2"),
        find=LocalizedText("Đếm lên từ L4", "Count up from L4"),
        found="proportion of the way from C7 to L5",
        midline=True,
        construction=OnMesh((0, 12, 7), (0.25, 0.5, 0.25)),
        axes=(Go.LEFT, Go.CAUDAL),
    )
    assert not catalog.landmarks["scapula-border"].midline


def test_a_landmark_built_on_others_with_its_checks(catalog):
    landmark = catalog.landmarks["spine-at-scapula"]
    assert landmark.construction == Cross("scapula-border", "L2", "T7")
    assert landmark.level_with == ("scapula-border",)
    assert landmark.checks == (PlaceCheck(Between("T7", "L2", 0.1), 0.25),)


def test_a_span(catalog):
    name = LocalizedText("Nửa lưng", "Half the back")
    assert catalog.spans == {
        "back": CunSpan("back", name, "spine-at-scapula", "scapula-border", 3.0, along_skin=True)
    }


def test_a_span_measured_straight(tmp_path):
    spans = replaced(CATALOG["spans"], ("along: skin", "along: straight"))
    assert not read_catalog(tmp_path, spans=spans).catalog.spans["back"].along_skin


def test_a_point_with_everything(catalog):
    assert catalog.points["GB30"] == Acupoint(
        code="GB30",
        name_vi="Hoàn khiêu",
        pinyin="Huántiào",
        hanzi="環跳",
        gloss=LocalizedText("Vòng nhảy", "Jumping circle"),
        find=LocalizedText("Một phần ba ngoài", "The outer third"),
        region_id="buttock",
        midline=False,
        shown=Shown.CLOTH,
        practice=True,
        sites=(
            Site("GB30", Walk("BL23", (Stride(Go.CAUDAL, 4), Stride(Go.LATERAL, 0.5)), "back")),
        ),
        axes=(Go.LATERAL, Go.CAUDAL),
        source=LocalizedText("WHO 2008", "WHO 2008"),
        sure=Sure.MEDIUM,
        also_vi=("Hoàn khiếu",),
        level_with=("EX-B2@L2",),
        checks=(PlaceCheck(Along("BL23", "scapula-border", 4, "back"), 0.5),),
        cautions=("kidney",),
        alternative=Alternative(At("BL23"), LocalizedText("Cách khác", "Another way")),
        tolerance=Tolerance(0.4, 0.8),
    )


def test_a_point_at_many_levels_has_a_place_at_each(catalog):
    assert catalog.points["EX-B2"].sites == (
        Site("EX-B2@T7", Level("T7", 0.5, "back")),
        Site("EX-B2@L2", Level("L2", 0.5, "back")),
    )


def test_a_point_that_is_text_has_no_place(catalog):
    ashi = catalog.points["ASHI"]
    assert (ashi.shown, ashi.sites, ashi.practice, ashi.midline) == (Shown.TEXT, (), True, False)


def test_a_point_in_the_middle(tmp_path):
    points = replaced(
        CATALOG["points"],
        ("side: both", "side: midline"),
        ("lateral_cun: 1.5", "lateral_cun: 0"),
        ("axes: [lateral", "axes: [left"),
        ("{kind: walk, from: BL23", "{kind: walk, from: scapula-border"),
        ("{kind: along, a: BL23", "{kind: along, a: EX-B2@T7"),
    )
    loaded = read_catalog(tmp_path, points=points)
    assert loaded.errors == ()
    assert loaded.catalog.points["BL23"].midline
    assert loaded.catalog.points["BL23"].axes == (Go.LEFT, Go.CAUDAL)


def test_a_zone_may_reach_across_the_midline(catalog):
    assert catalog.zones["kidney"] == Zone(
        id="kidney",
        name=LocalizedText("Vùng thận", "Kidney"),
        why=LocalizedText("Xương sườn 12 gãy được", "The 12th rib can break"),
        midline=False,
        corners=(Level("T7", 2, "back"), Level("L2", 2, "back"), Level("L2", -0.4, "back")),
    )


def test_regions_and_cautions_of_the_points(catalog):
    assert catalog.body_regions["lumbar"].name.en == "Loin"
    assert catalog.point_cautions["kidney"].text.vi == "Thận ở sâu"


def test_every_entry_of_the_body_has_its_file_and_line(loaded):
    assert loaded.marks["L2"] == "catalog/landmarks.yaml:2"
    assert loaded.marks["back"] == "catalog/spans.yaml:2"
    assert loaded.marks["GB30"] == "catalog/points.yaml:12"
    assert loaded.marks["EX-B2"] == loaded.marks["EX-B2@L2"] == "catalog/points.yaml:31"
    assert loaded.marks["ASHI"] == "catalog/points.yaml:41"
    assert loaded.marks["kidney"] == "catalog/zones.yaml:2"


def test_a_place_goes_before_a_zone_of_the_same_name(tmp_path):
    zones = replaced(CATALOG["zones"], ("id: kidney", "id: scapula-border"))
    marks = read_catalog(tmp_path, zones=zones).marks
    assert marks["scapula-border"] == "catalog/landmarks.yaml:9"


def test_lessons_are_checked_against_the_zones(loaded):
    assert loaded.vocabulary.zones.usable == {"kidney"}


def test_the_whole_catalogue_survives_the_cache(catalog):
    assert decode(Catalog, json.loads(json.dumps(encode(catalog)))) == catalog
