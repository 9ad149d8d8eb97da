"""Moodle XML, read by a strict reader of its own, against the deck it was made of.

What the reader insists on is what Moodle's documentation says of the format
(https://docs.moodle.org/en/Moodle_XML_format) and of the question type
(https://docs.moodle.org/en/Drag_and_drop_markers_question_type), and what the type checks when it
is imported: at most 600 x 400 pixels, whole numbers, no corner twice in a row, known choices.
"""

import re
from base64 import b64decode
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from massage_trainer.services.export.moodle import fitting_moodle, moodle_bytes
from massage_trainer.services.export.whole_file import ExportError
from tests.export_examples import pictures, shipped_deck


def text_of(parent, path):
    found = parent.findall(path)
    assert len(found) == 1, path
    return found[0].text or ""


def read_question(question):
    assert question.get("type") == "ddmarker"
    for name in (
        "questiontext",
        "generalfeedback",
        "correctfeedback",
        "partiallycorrectfeedback",
        "incorrectfeedback",
    ):
        assert question.find(name).get("format") == "html"
        assert re.fullmatch(
            r'<p lang="vi">[^<]+</p><p lang="en">[^<]+</p>', text_of(question, f"{name}/text")
        )
    assert text_of(question, "name/text")
    assert float(text_of(question, "defaultgrade")) > 0
    assert 0 <= float(text_of(question, "penalty")) <= 1
    (file,) = question.findall("file")
    assert file.get("encoding") == "base64"
    picture = QImage.fromData(b64decode(file.text, validate=True))
    size = (picture.width(), picture.height())
    assert size[0] <= 600
    assert size[1] <= 400
    drags = {text_of(drag, "no"): text_of(drag, "text") for drag in question.findall("drag")}
    assert drags
    assert [drag.find("infinite") is not None for drag in question.findall("drag")] == [True]
    zones = []
    for number, drop in enumerate(question.findall("drop"), start=1):
        assert text_of(drop, "no") == str(number)
        assert text_of(drop, "shape") == "polygon"
        assert text_of(drop, "choice") in drags
        coords = text_of(drop, "coords")
        assert re.fullmatch(r"\d+,\d+(;\d+,\d+){2,}", coords)
        corners = [tuple(map(int, corner.split(","))) for corner in coords.split(";")]
        assert all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in corners)
        following = [*corners[1:], corners[0]]
        assert all(one != other for one, other in zip(corners, following, strict=True))
        zones.append(corners)
    assert zones
    return drags, zones, size, text_of(question, "questiontext/text")


@pytest.fixture(scope="module")
def made(qapp):
    deck = fitting_moodle(shipped_deck(close=True))
    content = moodle_bytes(deck, pictures(600))
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>')
    category, *questions = ElementTree.fromstring(content)
    assert category.get("type") == "category"
    assert text_of(category, "category/text").startswith("$course$/Massage trainer/")
    return deck, [read_question(question) for question in questions]


def test_every_zone_comes_back_within_half_a_pixel(made):
    deck, questions = made
    for item, (drags, zones, size, _) in zip(deck.items, questions, strict=True):
        assert list(drags.values()) == [item.code]
        assert len(zones) == len(item.zones)
        for zone, corners in zip(item.zones, zones, strict=True):
            for x, y in zone.corners:
                away = min(max(abs(x * size[0] - u), abs(y * size[1] - v)) for u, v in corners)
                assert away <= 0.5


def test_a_question_says_how_many_markers_it_wants(made):
    deck, questions = made
    for item, (*_, asked) in zip(deck.items, questions, strict=True):
        count = len(item.zones)
        assert ("on each" in asked) is (count > 1)
        assert f"cho thấy {count} chỗ" in asked or count == 1


def test_a_point_in_very_many_places_is_left_out_and_told():
    deck = fitting_moodle(shipped_deck(close=True))
    assert "EX-B2" in deck.left_out
    assert "SI9" in deck.left_out
    many = tuple(item for item in shipped_deck(close=True).items if item.code == "EX-B2")
    with pytest.raises(ExportError, match="can be asked in Moodle"):
        fitting_moodle(replace(deck, items=many))


def test_letters_that_xml_cannot_hold_do_not_break_it(qapp):
    deck = shipped_deck(close=True)
    item = deck.items[0]
    point = replace(item.point, name_vi="a\x0b<b> & ]]> \u202e🙂")
    small = replace(deck, items=(replace(item, point=point),))
    root = ElementTree.fromstring(moodle_bytes(small, pictures(600)))
    assert "a<b> & ]]> \u202e🙂" in root[1].find("name/text").text
