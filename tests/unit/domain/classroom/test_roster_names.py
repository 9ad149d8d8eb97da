"""Class lists stand in the order in which Vietnamese lists stand, and western names fit in."""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.classroom.collation import number_key, word_key
from massage_trainer.domain.classroom.names import (
    LONGEST_NAME,
    ListOrder,
    NameParts,
    folded,
    in_order,
    name_parts,
    tidy,
)
from massage_trainer.domain.classroom.roster import Student

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("ma", "mà", "mả", "mã", "má", "mạ")
# As a dictionary has them: by the letters of the syllable, and only then by its tone.
SYLLABLES = """
An Àn Ản Ãn Án Ạn Anh Ành Ảnh Ánh Ăn Ân Ấn Bình Bính Dung Dũng Dương Đan Đào Đạt Đông Đức Giang
Hà Hạ Hải Hạnh Hằng Hậu Hoa Hoà Hoàng Hồng Hùng Huy Huyền Hương Khoa Kiên Lan Lâm Linh Loan Long
Lộc Mai Mạnh Minh Mơ My Nam Nga Ngân Ngọc Nguyên Nhung Oanh Phong Phúc Phương Quang Quân Quỳnh
Sơn Tài Tâm Thanh Thành Thảo Thu Thuỷ Thuý Trang Trâm Trung Tú Tùng Tuyết Uyên Vân Việt Vũ Xuân
Yến
"""


def students(*names):
    return [Student(n, 1, f"SV{n}", name) for n, name in enumerate(names, 1)]


def sorted_names(names, order=ListOrder.GIVEN):
    return [one.name for one in in_order(students(*names), order)]


@pytest.mark.parametrize(
    "row", [tuple(LETTERS), TONES, tuple(SYLLABLES.split())], ids=["letters", "tones", "names"]
)
def test_words_stand_as_in_a_dictionary(row):
    mixed = list(row)
    Random(7).shuffle(mixed)
    assert tuple(sorted(mixed, key=word_key)) == row


def test_case_form_and_the_place_of_the_tone_do_not_count():
    for one, other in (("hòa", "hoà"), ("THÚY", "thuý"), ("Ðức", "Đức"), ("Jean-Luc", "jeanluc")):
        assert word_key(one) == word_key(other)
    for word in SYLLABLES.split():
        assert word_key(unicodedata.normalize("NFD", word)) == word_key(word)


def test_letters_of_foreign_names_have_a_place():
    names = ["Łukasz", "Zoë", "François", "Jörg", "Ñandú", "Wang", "Øystein", "Weiß", "Æsa"]
    order = ["Æsa", "François", "Jörg", "Łukasz", "Ñandú", "Øystein", "Wang", "Weiß", "Zoë"]
    assert sorted(names, key=word_key) == order
    assert sorted(["王小明", "Zoë", "7", "An"], key=word_key) == ["7", "An", "Zoë", "王小明"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Nguyễn Thị Ngọc Ánh", (("Nguyễn",), ("Thị", "Ngọc"), ("Ánh",))),
        ("Lê An", (("Lê",), (), ("An",))),
        ("Ánh", ((), (), ("Ánh",))),
        ("", ((), (), ())),
        ("Smith, John Paul", (("Smith",), (), ("John", "Paul"))),
        ("van der Berg, Anna", (("van", "der", "Berg"), (), ("Anna",))),
        ("Smith,", ((), (), ("Smith",))),
        (", John", ((), (), ("John",))),
        ("Lê Văn An (B)", (("Lê",), ("Văn",), ("An",))),
        ("(?)", ((), (), ("(?)",))),
        ("王小明", ((), (), ("王小明",))),
    ],
)
def test_a_name_has_its_parts(name, parts):
    assert name_parts(name) == NameParts(*parts)


def test_a_vietnamese_list_goes_by_given_then_middle_then_family_name():
    names = ["Lê Văn Bình", "Trần Thị Ánh", "Bùi Văn An", "Đỗ Thị An", "Lê Thị An", "Smith, Bob"]
    assert sorted_names(names) == [
        *("Đỗ Thị An", "Lê Thị An", "Bùi Văn An", "Trần Thị Ánh", "Lê Văn Bình", "Smith, Bob")
    ]
    assert sorted_names(names, ListOrder.FAMILY) == [
        *("Bùi Văn An", "Đỗ Thị An", "Lê Thị An", "Lê Văn Bình", "Smith, Bob", "Trần Thị Ánh")
    ]


def test_a_list_by_number_counts():
    entries = ["SV10", "SV2", "", "sv1", "12/3", "7"]
    mixed = [Student(n, 1, number, "An") for n, number in enumerate(entries)]
    ordered = [one.number for one in in_order(mixed, ListOrder.NUMBER)]
    assert ordered == ["7", "12/3", "sv1", "SV2", "SV10", ""]
    assert number_key("²") == number_key("²")


@given(st.lists(st.text(max_size=30), max_size=12), st.randoms(use_true_random=False))
def test_any_names_have_one_order_however_they_were_mixed(names, random):
    mixed = students(*names)
    random.shuffle(mixed)
    for order in ListOrder:
        assert in_order(mixed, order) == in_order(students(*names), order)


@given(st.text(max_size=400))
def test_a_tidy_name_is_one_line_and_stays_so(text):
    name = tidy(text)
    assert tidy(name) == name
    assert len(name) <= LONGEST_NAME
    assert len(name.splitlines()) <= 1
    name.encode("utf-8")


@pytest.mark.parametrize("name", ["=HYPERLINK('x')", 'O\'Neil; "王小明"', "דנה כהן", "👩🏽‍⚕️ Mai"])
def test_a_name_is_kept_as_it_is(name):
    assert tidy(name) == name


def test_what_nobody_can_see_is_no_part_of_a_name():
    assert tidy("An\u200b") == tidy("\u2066An\u2069") == tidy("A\u00adn") == "An"
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"


@pytest.mark.parametrize(
    "name", ["\u200b", "\u00ad \u2060", "\u3164", "\u200d", "\u0301", "\ufe0f"]
)
def test_a_name_of_which_nothing_can_be_seen_is_none(name):
    assert tidy(name) == ""


def test_signs_that_turn_the_line_around_go():
    assert tidy("An\u202e gnạh") == "An gnạh"
    assert tidy("  Lê\tVăn\u00a0An\n") == "Lê Văn An"
    assert folded("A\u0301NH") == "ánh"
