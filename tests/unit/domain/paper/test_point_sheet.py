"""Point sheets: the same numbers on both, and nothing of the answer on the one to fill in."""

import dataclasses
from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Site, Sure
from massage_trainer.domain.construction import OnMesh
from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.model import Blanks, Plate, Table
from massage_trainer.domain.paper.point_sheet import PointSheets
from massage_trainer.domain.paper.point_views import PointView, Seen
from massage_trainer.domain.plate import Files, Still
from massage_trainer.domain.text import LocalizedText
from tests.examples import acupoint, text

TITLE = LocalizedText("Kinh Bàng quang (BL)", "Bladder channel (BL)")


def point(number):
    made = acupoint(f"BL{number}", f"Tên{number}", f"Pinyin{number}", f"漢{number}")
    return replace(made, sites=(Site(made.code, OnMesh("x")),)) if not made.sites else made


def view(name, codes, size=0.05, sides=(Side.LEFT, Side.RIGHT)):
    seen = {
        code: {
            side: Seen((0.1 + 0.01 * place, 0.3 if side is Side.LEFT else 0.7), size)
            for side in sides
        }
        for place, code in enumerate(codes)
    }
    return PointView(Still(name, Files(f"{name}.webp"), text(name)), 1.5, seen)


POINTS = [point(number) for number in range(11, 16)]
CODES = [each.code for each in POINTS]
SHEETS = PointSheets("channel:BL", TITLE, POINTS, [view("back", CODES)])


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, Still):
        return  # a picture: its words are for those who do not see it, and are not printed
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each)


def plates(paper):
    return [part.picture for part in paper.parts if isinstance(part, Plate)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_sheet_to_fill_in_holds_no_name_code_or_channel(language):
    said = " ".join(strings(SHEETS.blank(language)))
    for each in POINTS:
        for name in (each.code, each.name_vi, each.pinyin, each.hanzi):
            assert name not in said
            assert name in " ".join(strings(SHEETS.labelled(language)))
    assert "BL" not in said
    assert TITLE.in_language(language) not in said


def test_both_sheets_have_the_same_numbers_at_the_same_places():
    (blank,), (named,) = plates(SHEETS.blank("vi")), plates(SHEETS.labelled("vi"))
    assert [(dot.number, dot.at) for dot in blank.dots] == [
        (dot.number, dot.at) for dot in named.dots
    ]
    assert [dot.text for dot in blank.dots] == [""] * len(POINTS)


def test_every_number_has_its_blank_and_its_line_in_the_key():
    (blanks,) = [part for part in SHEETS.blank("vi").parts if isinstance(part, Blanks)]
    (key,) = [part for part in SHEETS.labelled("vi").parts if isinstance(part, Table)]
    assert blanks.numbers == (1, 2, 3, 4, 5)
    assert [row[0].text for row in key.rows] == ["1", "2", "3", "4", "5"]
    assert [row[1].text for row in key.rows] == [f"{p.name_vi} ({p.code})" for p in POINTS]


def test_numbers_follow_the_picture_from_left_to_right_whatever_the_order_of_the_deck():
    turned = PointSheets("channel:BL", TITLE, POINTS[::-1], [view("back", CODES)])
    assert plates(turned.blank("vi")) == plates(SHEETS.blank("vi"))


def test_only_one_side_is_marked():
    (picture,) = plates(SHEETS.blank("vi"))
    assert {dot.at[1] for dot in picture.dots} == {0.7}


def test_few_pictures_that_show_each_point_large_enough():
    far = view("body", CODES, size=0.01)
    near, other = view("back", CODES[:3]), view("leg", CODES[3:])
    sheets = PointSheets("all", TITLE, POINTS, [far, near, other])
    assert [each.still.plate_id for each in plates(sheets.blank("en"))] == ["back", "leg"]
    assert [dot.number for each in plates(sheets.blank("en")) for dot in each.dots] == [
        *range(1, 6)
    ]


def test_a_crowd_is_asked_in_parts_of_the_picture_and_each_place_lies_in_its_part():
    many = [point(number) for number in range(11, 52)]
    sheets = PointSheets("all", TITLE, many, [view("back", [each.code for each in many])])
    shown = plates(sheets.blank("en"))
    assert [len(each.dots) for each in shown] == [14, 13, 14]
    for each in shown:
        left, top, width = each.part
        assert 0 <= left <= 1 - width
        assert 0 <= top <= 1 - width
        assert all(left < x < left + width and top < y < top + width for x, y in
                   (dot.at for dot in each.dots))  # fmt: skip


def test_a_point_that_no_picture_shows_is_named_on_the_key_alone():
    sheets = PointSheets("all", TITLE, [*POINTS, point(99)], [view("back", CODES)])
    assert [each.code for each in sheets.left_out] == ["BL99"]
    assert "Tên99 (BL99)" in " ".join(strings(sheets.labelled("vi")))
    assert "BL99" not in " ".join(strings(sheets.blank("vi")))


def test_a_sheet_without_any_picture_is_empty():
    assert PointSheets("all", TITLE, POINTS, []).is_empty


def test_a_point_that_is_not_sure_sends_to_the_instructor():
    unsure = replace(POINTS[0], sure=Sure.MEDIUM)
    sheets = PointSheets("all", TITLE, [unsure], [view("back", CODES)])
    assert words.UNSURE.en in " ".join(strings(sheets.labelled("en")))


def test_the_sheets_of_a_deck_know_each_other_by_a_tag_that_says_nothing():
    assert SHEETS.tag in SHEETS.blank("vi").foot
    assert SHEETS.tag in SHEETS.labelled("vi").foot
    assert PointSheets("channel:GB", TITLE, POINTS, []).tag != SHEETS.tag


def test_a_lesson_gives_its_name_to_the_sheet():
    lesson = LocalizedText("Bài một", "Lesson one")
    sheets = PointSheets("lesson:one", lesson, POINTS, [view("back", CODES)])
    assert sheets.blank("vi").title.startswith("Bài một")
