"""Every question of every deck as a class is asked it: few letters, fair, telling nothing."""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random

import pytest

from massage_trainer.domain.classroom.class_form import LETTERS, for_class
from massage_trainer.domain.classroom.class_round import RoomPlan, RoomRound
from massage_trainer.domain.classroom.class_slides import question_slide, reveal_of
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.deck import decks
from massage_trainer.domain.quiz.kinds import EVERY_KIND, KINDS
from massage_trainer.domain.quiz.own import OwnEntry, OwnKind, own_question
from massage_trainer.domain.quiz.question import ChoiceResponse, Form, Outcome
from massage_trainer.domain.quiz.source import OwnDeck
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade
from tests.quiz_examples import shipped_source

SEEDS = range(3)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)


@cache
def source_with_own():
    """The shipped content with a deck of one's own, of every form."""
    source = shipped_source()
    ask = LocalizedText("Hỏi gì?", "What?")
    codes = ("BL23", "BL24", "BL25", "BL26", "GB30")
    entries = [
        OwnEntry(OwnKind.TYPE, ask, ("secret words",)),
        OwnEntry(OwnKind.TYPE, ask, ("BL23",), code="BL23", shows_place=True),
        OwnEntry(OwnKind.LOCATE, ask, (), code="BL25"),
        OwnEntry(OwnKind.CHOOSE, ask, ("BL23",), codes),
        OwnEntry(OwnKind.CHOOSE, ask, ("BL23", "BL24"), codes, why=ask),
    ]
    questions = tuple(own_question(entry, source) for entry in entries)
    return replace(source, own=(OwnDeck("mine", questions),))


def asked(kind, deck, seed):
    source, random = source_with_own(), Random(seed)
    return [for_class(each, source, random) for each in kind.questions(source, deck, random)]


def every_deck(kind):
    """The questions of a kind in each deck that has any."""
    source = source_with_own()
    for deck in decks(source):
        found = [each for each in source.own_questions(deck.id) if each.kind == kind.id]
        random = Random(1)
        yield from [for_class(each, source, random) for each in found] or asked(kind, deck, 1)


@each_kind
@pytest.mark.parametrize("seed", SEEDS)
def test_a_class_points_or_holds_up_one_of_four_letters(kind, seed):
    deck = decks(source_with_own())[0]
    for question in asked(kind, deck, seed):
        assert question.form in (Form.PLACE, Form.CHOICE, Form.MANY), question.key
        if question.form is not Form.PLACE:
            ids = [option.id for option in question.options]
            assert 2 <= len(ids) <= (4 if question.form is Form.CHOICE else len(LETTERS))
            assert len(set(ids)) == len(ids)
            assert question.right < set(ids)
            outcome = kind.judge(question, ChoiceResponse(question.right), source_with_own())
            assert outcome.is_right
            for language in ("vi", "en"):
                texts = {option.text.in_language(language) for option in question.options}
                assert len(texts) == len(ids)


@each_kind
def test_the_right_letter_stands_at_each_place(kind):
    deck = decks(source_with_own())[0]
    places = Counter()
    for seed in range(12):
        for question in asked(kind, deck, seed):
            ids = [option.id for option in question.options]
            if len(ids) == 4 and len(question.right) == 1:
                places[ids.index(next(iter(question.right)))] += 1
    total = places.total()
    if total >= 100:
        assert all(places[at] > 0.12 * total for at in range(4)), places


def test_nobody_is_asked_to_type():
    for kind in EVERY_KIND:
        for question in every_deck(kind):
            assert "Type" not in question.prompt.en
            assert "Gõ" not in question.prompt.vi
            assert len(question.options) <= len(LETTERS)


def test_what_only_words_of_ones_own_answer_is_called_out():
    every = [each for kind in EVERY_KIND for each in every_deck(kind)]
    spoken = {each.accepted for each in every if each.form is Form.TYPED}
    assert spoken == {("secret words",)}


def words_in(thing):
    """Every string in a slide, however deep."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from words_in(getattr(thing, each.name))
    elif isinstance(thing, (tuple, list, frozenset, set)):
        for each in thing:
            yield from words_in(each)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.id)
def test_a_slide_says_what_is_asked_and_nothing_more(kind):
    """Its strings are the question, the words of all letters, and the name of the picture."""
    seen = 0
    for question in every_deck(kind):
        round_ = RoomRound(
            RoomPlan("all", (), 1, 1), [question], lambda *_: Outcome(Grade.HIT), Random(1)
        )
        round_.begin(0)
        slide = question_slide(round_, question, ClientBody.MAN, ())
        texts = (question.prompt, *(option.text for option in question.options))
        known = {text for each in texts for text in (each.vi, each.en)}
        if question.shot:
            known |= {question.shot.plate_id, question.shot.frame}
        assert set(words_in(slide)) <= known, question.key
        assert slide.reveal is None
        seen += 1
    assert seen


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.id)
def test_what_is_told_says_the_right_answer_in_both_languages(kind):
    catalog = source_with_own().catalog
    for question in every_deck(kind):
        round_ = RoomRound(
            RoomPlan("all", (), 1, 1), [question], lambda *_: Outcome(Grade.HIT), Random(1)
        )
        round_.begin(0)
        round_.tell(0)
        reveal = reveal_of(round_.last, catalog, (), lambda _key, _side: None)
        right = [option.text for option in question.options if option.id in question.right]
        for text in right:
            assert text.vi in reveal.right.vi
            assert text.en in reveal.right.en
        for number in reveal.right_options:
            if question.options:
                assert question.options[number].id in question.right
        assert reveal.why == question.why
        if question.form is Form.PLACE:
            assert question.item in reveal.right.en or question.item in catalog.landmarks
