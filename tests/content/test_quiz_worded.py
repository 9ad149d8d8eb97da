"""Worded forms: they tell what the picture would show, and nothing more."""

import re
from collections import Counter
from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.construction import Level
from massage_trainer.domain.quiz.kinds.locate import LocateLandmark, LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint
from massage_trainer.domain.quiz.kinds.side import LeftOrRight
from massage_trainer.domain.quiz.kinds.stroke import MOVED, NameStroke
from massage_trainer.domain.quiz.kinds.wrong import WhatIsWrong
from massage_trainer.domain.quiz.kinds.zone import WhichZone
from massage_trainer.domain.quiz.place_words import where_words
from massage_trainer.domain.quiz.question import Form
from massage_trainer.domain.quiz.worded import worded
from massage_trainer.domain.quiz.worded_sides import _PRONE, _SUPINE
from tests.quiz_examples import all_questions, shipped_source

WORD = re.compile(r"\w+")
TELL_NOTHING = {"huyệt", "nhẹ", "và", "da", "tay", "and", "skin"}


def said(kind, seed=0):
    source = shipped_source()
    return [(q, worded(q, source, Random(seed))) for q in all_questions(kind, seed)]


@pytest.mark.parametrize("seed", range(4))
def test_a_place_in_levels_and_cun_cannot_be_guessed_from_its_parts(seed):
    """Two levels by two measures: each part stands there twice, whichever is right."""
    found = 0
    for _, question in said(LocatePoint(), seed):
        ids = [option.id for option in question.options]
        if all("/" in each for each in ids):
            found += 1
            for part in (0, 1):
                counts = Counter(each.split("/")[part] for each in ids)
                assert sorted(counts.values()) == [2, 2], ids
    assert found > 30


def test_the_right_level_and_measure_are_those_of_the_construction():
    points = shipped_source().catalog.points
    for question, words in said(LocatePoint()):
        (right,) = words.right
        construction = points[question.item].sites[0].construction
        if "/" in right:
            assert isinstance(construction, Level)
            level, cun = right.split("/")
            assert (level, float(cun)) == (construction.level, construction.lateral_cun)
        else:
            assert right == question.item


@pytest.mark.parametrize("seed", range(3))
def test_no_other_option_lies_in_the_same_words(seed):
    source = shipped_source()
    for question, words in said(NamePoint(), seed):
        points = source.catalog.points
        where = [where_words(points[option.id], source.catalog) for option in words.options]
        own = where_words(points[question.item], source.catalog)
        assert where.count(own) == 1, question.key


def test_how_a_landmark_is_found_does_not_say_its_name():
    landmarks = shipped_source().catalog.landmarks
    for _, words in said(LocateLandmark()):
        for option in words.options:
            mark = landmarks[option.id]
            assert mark.id not in WORD.findall(option.text.en), option.text.en
            assert mark.name.en.casefold() not in option.text.en.casefold()
            assert mark.name.vi.partition(" (")[0].casefold() not in option.text.vi.casefold()


def test_a_technique_in_words_does_not_say_its_name():
    strokes = shipped_source().catalog.strokes
    for question, words in said(NameStroke()):
        if question.item.startswith(MOVED):
            continue  # called by what they are
        name = strokes[question.item].name
        for own, told in ((name.vi, words.prompt.vi), (name.en, words.prompt.en)):
            telling = {w.casefold() for w in WORD.findall(own)} - TELL_NOTHING
            asked = told.partition("?")[2]
            assert not telling & {w.casefold() for w in WORD.findall(asked)}, told


def test_what_a_picture_cannot_tell_apart_words_do():
    alike = {"xat", "xoa", "day", "vuot", "glide"}
    for seed in range(5):
        for question, words in said(NameStroke(), seed):
            shown = {option.id for option in question.options}
            told = {option.id for option in words.options}
            if question.item in ("xat", "xoa", "day"):
                assert shown & alike == {question.item}
                assert told <= alike


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


@pytest.mark.parametrize("scene", [*_PRONE, *_SUPINE])
def test_the_hand_lies_on_the_side_that_geometry_says(scene):
    """Whoever faces forward with the head up has the right hand at forward x up."""
    facing = (0, 0, -1) if "face down" in scene.words.en else (0, 0, 1)
    looks = (0, -1, 0) if "head end" in scene.words.en else (0, 1, 0)  # the head is at +y
    hand = cross(looks, (0, 0, 1))
    client_right = cross(facing, (0, 1, 0))
    expected = Side.RIGHT if hand == client_right else Side.LEFT
    assert scene.right_hand_on is expected


@pytest.mark.parametrize("seed", range(5))
def test_the_named_hand_leads_to_the_right_side(seed):
    scenes = {
        scene.words.en.partition(" Your")[0]: scene.right_hand_on for scene in (*_PRONE, *_SUPINE)
    }
    for _, words in said(LeftOrRight(), seed):
        (right,) = words.right
        start = words.prompt.en.partition(" Your")[0]
        if start in scenes:
            is_right_hand = "Your right hand" in words.prompt.en
            assert (scenes[start].value == right) == is_right_hand
            assert ("Tay phải" in words.prompt.vi) == is_right_hand
        else:
            assert ("on the left side" in words.prompt.en) == (right == "right")
            assert ("bên trái" in words.prompt.vi) == (right == "right")


def test_a_wrong_spot_is_told_without_the_point_that_lies_there():
    for question, words in said(WhatIsWrong()):
        told = words.prompt.en.partition(" here: ")[2]
        assert told
        assert question.spot.key not in WORD.findall(told) or question.spot.key[0] in "CTLS"


def test_a_zone_in_words_is_named_by_no_word_of_its_own():
    zones = shipped_source().catalog.zones
    for seed in range(6):
        for question, words in said(WhichZone(), seed):
            told = set(WORD.findall(words.prompt.en.casefold()))
            own = set(WORD.findall(zones[question.item].name.en.casefold())) - {"and", "of", "the"}
            assert not told & own, words.prompt.en


def test_what_needs_no_picture_stays_as_it_is():
    for kind in (WhichZone(), LeftOrRight()):
        assert all(words.form is Form.CHOICE for _, words in said(kind))
