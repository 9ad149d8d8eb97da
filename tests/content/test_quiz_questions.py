"""Every kind of question over the whole catalogue: complete, fair, and right about itself."""

import math
import unicodedata
from collections import Counter
from itertools import product
from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.point_search import fold
from massage_trainer.domain.quiz.deck import decks, keyed_deck
from massage_trainer.domain.quiz.kinds import KINDS, kind_of
from massage_trainer.domain.quiz.kinds.caution import MayYouPress
from massage_trainer.domain.quiz.kinds.side import LeftOrRight
from massage_trainer.domain.quiz.kinds.zone import WhichZone
from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
)
from massage_trainer.domain.quiz.worded import worded
from tests.quiz_examples import all_questions, shipped_source

SEEDS = range(6)


def each_kind_but(*without):
    kinds = [kind for kind in KINDS if kind.id not in without]
    return pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.id)


each_kind = each_kind_but()
FEW = 8
# The same few answers to every question: neither their place nor their length can tell anything.
SAME_TEXTS = (LeftOrRight.id, MayYouPress.id, WhichZone.id)


def question_of(kind, item, seed=0):
    return next(q for q in all_questions(kind, seed) if q.item == item)


def both_forms(kind, seed):
    for question in all_questions(kind, seed):
        yield question
        yield worded(question, shipped_source(), Random(seed))


def texts_of(question):
    yield question.prompt
    yield question.why
    for option in question.options:
        yield option.text
    if question.scale:
        yield question.scale.unit


@each_kind
def test_there_is_something_to_ask(kind):
    questions = all_questions(kind)
    assert questions
    assert len({question.key for question in questions}) == len(questions)
    assert all(question.kind == kind.id for question in questions)
    assert kind_of(kind.id) is kind


def test_kinds_have_ids_and_titles_of_their_own():
    assert len({kind.id for kind in KINDS}) == len(KINDS)
    assert len({kind.title for kind in KINDS}) == len(KINDS)
    assert kind_of("no-such-kind") is None


@each_kind
def test_texts_are_complete_in_both_languages(kind):
    for question in both_forms(kind, 1):
        for text in texts_of(question):
            for words in (text.vi, text.en):
                assert words == unicodedata.normalize("NFC", words)
                assert words == words.strip()
                assert not set("{}") & set(words), words
                assert ".." not in words, words
                assert "  " not in words, words
        assert question.prompt.vi[-1] in ".?…", question.prompt.vi
        assert question.prompt.en[-1] in ".?…", question.prompt.en
        assert len(question.prompt.vi) <= 260
        assert len(question.prompt.en) <= 260


@each_kind
@pytest.mark.parametrize("seed", SEEDS)
def test_the_form_is_whole(kind, seed):
    for question in both_forms(kind, seed):
        ids = [option.id for option in question.options]
        if question.form in (Form.CHOICE, Form.MANY):
            assert question.right
            assert question.right <= set(ids)
            assert len(ids) == len(set(ids)) >= 2
            assert question.form is Form.MANY or len(question.right) == 1
            for language in ("vi", "en"):
                shown = {option.text.in_language(language) for option in question.options}
                assert len(shown) == len(ids), question.key
        else:
            assert not ids
        assert (question.form is Form.TYPED) == bool(question.accepted)
        assert (question.form is Form.NUMBER) == (question.scale is not None)
        assert question.form is not Form.PLACE or question.shot


@each_kind
@pytest.mark.parametrize("seed", SEEDS)
def test_it_accepts_its_own_answer_and_no_other_option(kind, seed):
    source = shipped_source()
    for question in both_forms(kind, seed):
        if question.form in (Form.CHOICE, Form.MANY):
            assert kind.judge(question, ChoiceResponse(question.right), source).is_right
            for option in question.options:
                outcome = kind.judge(question, ChoiceResponse(frozenset({option.id})), source)
                assert outcome.is_right == (question.right == {option.id})
            assert not kind.judge(question, ChoiceResponse(frozenset()), source).is_right
            every = frozenset(option.id for option in question.options)
            assert not kind.judge(question, ChoiceResponse(every), source).is_right


@each_kind
@pytest.mark.parametrize("seed", SEEDS)
def test_a_picture_shows_what_is_asked(kind, seed):
    source = shipped_source()
    for question in all_questions(kind, seed):
        if question.spot is None:
            continue
        assert question.shot
        assert question.spot.side is not Side.BOTH
        if question.spot.key:
            known = [
                pictures.get(question.spot.key, {}).get(question.spot.side, ())
                for pictures in (source.pictures.shots, source.pictures.resting)
            ]
            assert any(question.shot in shots for shots in known), question.key
        else:
            assert question.spot.places


@each_kind
def test_the_worded_form_needs_no_picture_and_keeps_its_key(kind):
    for question in all_questions(kind):
        said = worded(question, shipped_source(), Random(5))
        assert (said.key, said.topic) == (question.key, question.topic)
        assert said.shot is None
        assert said.spot is None
        assert said.form is not Form.PLACE


@each_kind
def test_the_same_seed_asks_the_same(kind):
    assert all_questions(kind, 3) == all_questions(kind, 3)
    source, questions = shipped_source(), all_questions(kind, 3)
    for question in questions:
        assert worded(question, source, Random(1)) == worded(question, source, Random(1))


@each_kind
def test_a_deck_limits_what_is_asked(kind):
    source = shipped_source()
    questions = all_questions(kind)
    for deck in decks(source):
        asked = kind.questions(source, deck, Random(0))
        assert all(deck.takes(question) for question in asked), deck.id
        assert {q.key for q in asked} <= {q.key for q in questions}
    keys = sorted(question.key for question in questions)[::3]
    due = kind.questions(source, keyed_deck("due", keys), Random(0))
    assert sorted(question.key for question in due) == keys


def choices(kind):
    for seed in range(12):
        for question in both_forms(kind, seed):
            if question.form is Form.CHOICE:
                yield question


@each_kind_but(LeftOrRight.id)  # left stands left
def test_the_place_of_an_option_says_nothing(kind):
    """Each place in the row is right as often as the others, within chance."""
    by_count = {}
    for question in choices(kind):
        ids = [option.id for option in question.options]
        (right,) = question.right
        by_count.setdefault(len(ids), Counter())[ids.index(right)] += 1
    for count, places in by_count.items():
        total = sum(places.values())
        spread = math.sqrt(total * (count - 1)) / count
        for place in range(count):
            assert abs(places[place] - total / count) < 4 * spread + 1, (kind.id, places)


@each_kind_but(*SAME_TEXTS)
def test_the_length_of_an_option_says_nothing(kind):
    """Whoever always takes the longest or the shortest text is hardly better than chance."""
    asked = list(choices(kind))
    if len(all_questions(kind)) < FEW or not asked:  # of fewer, chance alone may do as well
        return
    expected = sum(1 / len(question.options) for question in asked)
    for language, pick in product(("vi", "en"), (max, min)):
        lucky = sum(share_of_right(question, language, pick) for question in asked)
        assert lucky / len(asked) < expected / len(asked) + 0.17, (kind.id, language, pick)


def share_of_right(question, language, pick):
    """How often one text of the longest or shortest, taken by chance, is the right one."""
    lengths = {o.id: len(o.text.in_language(language)) for o in question.options}
    (right,) = question.right
    best = pick(lengths.values())
    ties = sum(length == best for length in lengths.values())
    return (lengths[right] == best) / ties


@each_kind_but(*SAME_TEXTS)  # whose answers are words that any question may have
def test_nothing_in_a_prompt_names_the_right_option(kind):
    """Neither its text nor its name stands in what is asked."""
    for seed in SEEDS:
        for question in both_forms(kind, seed):
            if question.form is not Form.CHOICE:
                continue
            for option in question.options:
                if option.id in question.right:
                    for language in ("vi", "en"):
                        answer = fold(option.text.in_language(language))
                        asked = fold(question.prompt.in_language(language))
                        assert answer not in asked or len(answer) < 4, question.key


def test_no_reason_speaks_against_its_answer():
    for seed in SEEDS:
        for question in all_questions(MayYouPress(), seed):
            (answer,) = question.right
            reason = question.why.vi
            if answer == "yes":
                for word in ("hỏi", "không xoa bóp", "không làm các bài", "bỏ qua", "đi khám"):
                    assert word not in reason, question.key
            if answer == "no":
                assert "hỏi" not in reason, question.key


def test_a_pregnant_client_is_never_pressed():
    for seed in range(30):
        (question,) = (q for q in all_questions(MayYouPress(), seed) if q.item == "pregnant")
        assert question.right == {"no"}
        own = shipped_source().catalog.points[question.topic].cautions
        assert ("Thai kỳ" in question.why.vi) == any(c.startswith("pregnancy") for c in own)


def test_after_a_new_hip_the_points_at_it_wait_for_the_surgeon():
    found = {q.item: q.right for q in all_questions(MayYouPress()) if "hip" in q.item}
    assert found == {"new-hip/GB29": {"ask"}, "new-hip/GB30": {"ask"}}
