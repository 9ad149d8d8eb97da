"""Where a place is, in words: of the shipped bodies, and never by the name of a point."""

import re
from functools import cache

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.body_words import BodyWords, cun_words
from massage_trainer.domain.construction import Level
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.chart import read_chart
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.resources import assets_dir

NUMBER = re.compile(r"[\d.]+ cun")
FOLDERS = {"man": assets_dir() / "stage", "woman": assets_dir() / "stage" / "woman"}


@cache
def catalog():
    return load_catalog(assets_dir() / "catalog", "catalog").catalog


@cache
def body(client):
    return read_body_places(FOLDERS[client], "client.places.json")


@cache
def words(client="man"):
    return BodyWords(catalog(), read_chart(FOLDERS[client] / "client.chart"), body(client))


def told(key, side=Side.RIGHT, client="man", hidden=()):
    return words(client).tell(body(client).points[key][side].rest, hidden)


def test_a_place_of_the_back_has_a_level_a_measure_and_a_side():
    assert told("BL24").en == "level with L3, 1.5 cun lateral, right"
    assert told("BL24", Side.LEFT).vi == (
        "ngang gai sống thắt lưng 3 (L3), cách đường giữa 1,5 thốn, bên trái"
    )


def test_on_the_midline_there_is_no_side():
    assert told("GV4", Side.MIDLINE).en == "level with L2, on the midline"


def test_between_two_levels_the_nearer_one_is_named():
    x, y, z = body("man").points["BL24"][Side.RIGHT].rest
    cun = body("man").points["BL24"][Side.RIGHT].cun_m
    assert words().tell((x, y, z - 0.4 * cun)).en.startswith("0.4 cun below L3, ")
    assert words().tell((x, y, z + 0.4 * cun)).en.startswith("0.4 cun above L3, ")


def test_away_from_the_spine_the_nearest_landmark_is_named():
    assert told("BL60").en == "1 cun posterior of the lateral malleolus, right"
    assert told("BL40").vi == "tại giữa nếp khoeo, bên phải"


def test_what_is_asked_is_not_named():
    spine = body("man").landmarks["L3"][Side.MIDLINE].rest
    assert words().tell(spine).en == "level with L3, on the midline"
    assert "L3" not in words().tell(spine, {"L3"}).en
    crease = body("man").landmarks["popliteal-crease-middle"][Side.LEFT].rest
    assert "middle" not in words().tell(crease, {"popliteal-crease-middle"}).en


@pytest.mark.parametrize("client", ["man", "woman"])
def test_every_place_has_words_and_they_name_no_point(client):
    names = {part for p in catalog().points.values() for part in (p.code, p.name_vi, p.pinyin)}
    for key, sides in body(client).points.items():
        for side in sides:
            found = told(key, side, client)
            assert found.en
            assert not [name for name in names if f" {name}" in f" {found.en} {found.vi}"]


@pytest.mark.parametrize("client", ["man", "woman"])
def test_points_that_are_measured_from_the_midline_are_told_where_they_are_constructed(client):
    """The words say what the catalogue says: level and cun."""
    checked = 0
    for point in catalog().points.values():
        for site in point.sites:
            made = site.construction
            sides = body(client).points.get(site.key, {})
            if not isinstance(made, Level) or made.lateral_cun > 4 or Side.LEFT not in sides:
                continue
            found = words(client).tell(sides[Side.LEFT].rest).en
            if f"level with {made.level}," in found:
                cun = float(found.partition(", ")[2].partition(" cun lateral")[0])
                assert cun == pytest.approx(made.lateral_cun, abs=0.06), (site.key, found)
                checked += 1
    assert checked > 40


def test_both_sides_are_told_alike():
    for key, sides in body("man").points.items():
        if Side.LEFT in sides:
            left, right = told(key, Side.LEFT).en, told(key, Side.RIGHT).en
            # The two halves are not baked alike to the last tenth.
            assert NUMBER.sub("#", left.replace("left", "right")) == NUMBER.sub("#", right)


def test_numbers_are_written_as_each_language_has_them():
    assert (cun_words(1.46).en, cun_words(1.46).vi) == ("1.5 cun", "1,5 thốn")
    assert cun_words(2.04).en == "2 cun"
