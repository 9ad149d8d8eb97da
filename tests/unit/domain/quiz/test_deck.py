"""Decks: what is in them, and which questions they take."""

from dataclasses import replace

import pytest

from massage_trainer.domain.quiz.deck import (
    ALL,
    CONFUSIONS,
    DUE,
    MISSES,
    Deck,
    all_deck,
    channel_title,
    decks,
    keyed_deck,
)
from massage_trainer.domain.quiz.question import Form, Question
from massage_trainer.domain.quiz.source import LessonContent, QuizSource, channel_of
from tests.examples import example_catalog, text
from tests.plate_examples import plate_catalog


def question(item="BL23", kind="locate-point", topic="BL23"):
    return Question(kind, item, Form.PLACE, text("where"), text("there"), topic=topic)


@pytest.fixture
def source():
    catalog = plate_catalog()
    strokes = example_catalog().strokes
    lesson = LessonContent("loin", text("loin"), ("BL23", "BL25", "BL23"), ())
    return QuizSource(replace(catalog, strokes=strokes), (lesson,))


def test_there_is_a_deck_of_everything_each_lesson_channel_and_region(source):
    found = {deck.id: deck.items for deck in decks(source)}
    assert set(found[ALL]) == {"BL23", "BL25", "BL52", "GV4", *source.catalog.strokes}
    assert found["lesson:loin"] == ("BL23", "BL25")
    assert found["channel:BL"] == ("BL23", "BL25", "BL52")
    assert found["channel:GV"] == ("GV4",)


def test_points_that_are_never_asked_are_in_no_deck(source):
    points = {c: replace(p, practice=c != "BL23") for c, p in source.catalog.points.items()}
    quiet = replace(source, catalog=replace(source.catalog, points=points))
    assert not any("BL23" in deck.items for deck in decks(quiet))


def test_a_deck_without_anything_to_ask_is_not_offered(source):
    bare = replace(source, lessons=(LessonContent("rest", text("rest"), (), ()),))
    assert "lesson:rest" not in {deck.id for deck in decks(bare)}


def test_a_deck_takes_what_is_about_its_items():
    deck = Deck("x", text("x"), ("BL23",))
    assert deck.takes(question())
    assert deck.takes(question("L2", "locate-landmark", "BL23"))
    assert not deck.takes(question("BL25", topic="BL25"))
    assert not deck.takes(question("L4", "locate-landmark", ""))


def test_everything_takes_what_is_about_nothing_in_particular(source):
    assert all_deck(source).takes(question("L4", "locate-landmark", ""))


@pytest.mark.parametrize("deck_id", [DUE, MISSES, CONFUSIONS])
def test_a_deck_of_keys_takes_these_questions_alone(deck_id):
    deck = keyed_deck(deck_id, ["locate-point:BL23"])
    assert deck.takes(question())
    assert not deck.takes(question(kind="name-point"))
    assert not keyed_deck(deck_id, []).takes(question())


@pytest.mark.parametrize(
    ("code", "channel"), [("BL23", "BL"), ("EX-B2", "EX-B"), ("ASHI", ""), ("GV14", "GV")]
)
def test_the_channel_is_in_the_code(code, channel):
    assert channel_of(code) == channel


def test_an_unknown_channel_has_a_title_all_the_same():
    assert "ZZ" in channel_title("ZZ").vi
    assert "ZZ" in channel_title("ZZ").en
