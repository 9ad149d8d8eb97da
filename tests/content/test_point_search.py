"""The search: every point by every way in which its name is written."""

import pytest

from massage_trainer.domain.point_aliases import SIMPLER
from massage_trainer.domain.point_search import (
    PointNames,
    PointSearch,
    fold,
    names_of,
    spellings,
)
from tests.quiz_examples import shipped_source

CATALOG = shipped_source().catalog
SEARCH = PointSearch(CATALOG.points.values(), names_of(CATALOG.point_names))


def codes(query):
    return [found.code for found in SEARCH.find(query)]


def best(query):
    """All that fit equally well as the first one."""
    found = SEARCH.find(query)
    return {each.code for each in found if each.rank == found[0].rank} if found else set()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("LI 4", "LI4"),
        ("li-4", "LI4"),
        ("he gu", "LI4"),
        ("Hégǔ", "LI4"),
        ("he2 gu3", "LI4"),
        ("合谷", "LI4"),
        ("Hợp cốc", "LI4"),
        ("hop coc", "LI4"),
        ("HỢP  CỐC", "LI4"),
        ("ＢＬ２３", "BL23"),
        ("bl.23", "BL23"),
        ("UB23", "BL23"),
        ("V23", "BL23"),
        ("DU4", "GV4"),
        ("GV4", "GV4"),
        ("SJ15", "TE15"),
        ("VB30", "GB30"),
        ("thận du", "BL23"),
        ("than du", "BL23"),
        ("thâ\u0323n du", "BL23"),  # the marks apart
        ("腎俞", "BL23"),
        ("肾俞", "BL23"),
        ("shen shu", "BL23"),
        ("shen4shu4", "BL23"),
        ("EX-B2", "EX-B2"),
        ("exb2", "EX-B2"),
        ("huatuo", "EX-B2"),
        ("Hoa Đà giáp tích", "EX-B2"),
        ("hoa da giap tich", "EX-B2"),
        ("đại trường du", "BL25"),
        ("dai truong du", "BL25"),
        ("thu tam li", "LI10"),
        ("a thi", "ASHI"),
    ],
)
def test_a_point_is_found_by_what_people_type(query, code):
    assert code in best(query)
    assert codes(query)[0] == code or len(best(query)) > 1


@pytest.mark.parametrize("point", CATALOG.points.values(), ids=lambda point: point.code)
def test_every_spelling_of_a_taught_point_finds_it_first_or_among_equals(point):
    for name in spellings(point):
        for typed in (name, name.upper(), fold(name), f" {name} ", name.translate(SIMPLER)):
            assert point.code in best(typed), typed


@pytest.mark.parametrize("code", CATALOG.point_names)
def test_every_spelling_of_every_known_point_finds_it(code):
    for name in (code, *CATALOG.point_names[code]):
        assert code in best(name), name
        assert code in best(fold(name)), name


def test_the_marks_decide_between_names_that_differ_in_nothing_else():
    search = PointSearch(
        (), [PointNames("A1", "Thận", "a", "甲"), PointNames("A2", "Thân", "b", "乙")]
    )
    assert search.find("thân")[0].code == "A2"
    assert search.find("thận")[0].code == "A1"
    assert {each.code for each in search.find("than")} == {"A1", "A2"}


def test_meanings_are_found_after_the_names():
    assert "BL23" in codes("kidney transport")
    assert "BL23" in codes("tạng thận")


def test_an_empty_search_lists_what_is_taught():
    assert codes(" ") == list(CATALOG.points)


def test_what_is_known_by_name_alone_says_so():
    (found,) = SEARCH.find("Zusanli")
    assert (found.code, found.taught) == ("ST36", False)


@pytest.mark.parametrize("query", ["xyzzy", "?", "%", "\\", "💆", "\u202eBL", "=1+1", "x" * 10_000])
def test_nothing_breaks_the_search(query):
    SEARCH.find(query)
