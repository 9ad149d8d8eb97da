"""Nothing of the source article is lost: sentences, corrections, open questions."""

import pytest

from tests.content import source_map

SENTENCES = [entry["id"] for entry in source_map.entries("article", "sentences")]
CORRECTIONS = [entry["id"] for entry in source_map.entries("corrections", "corrections")]
QUESTIONS = [entry["id"] for entry in source_map.entries("questions", "questions")]
MOST_QUOTED_WORDS = 8


@pytest.fixture(scope="module")
def steps():
    return source_map.steps()


def test_every_sentence_of_the_article_is_carried_by_a_step(steps):
    carried = {sentence for step in steps for sentence in step.source}
    assert [sentence for sentence in SENTENCES if sentence not in carried] == []
    assert sorted(carried - set(SENTENCES)) == []


def test_the_background_stands_in_the_opening_not_in_a_technique(steps):
    carriers = {step.lesson for step in steps if set(step.source) & set(source_map.BACKGROUND)}
    assert carriers == {"opening"}


def test_every_correction_is_applied_in_a_step(steps):
    applied = {correction for step in steps for correction in step.corrections}
    assert [correction for correction in CORRECTIONS if correction not in applied] == []
    assert sorted(applied - set(CORRECTIONS)) == []


def test_every_open_question_is_asked_in_a_step(steps):
    asked = {question for step in steps for question in step.questions}
    assert [question for question in QUESTIONS if question not in asked] == []
    assert sorted(asked - set(QUESTIONS)) == []


def test_corrections_quote_a_few_words_only():
    long = [
        entry["id"]
        for entry in source_map.entries("corrections", "corrections")
        if len(entry["article"].split()) > MOST_QUOTED_WORDS
    ]
    assert long == []


def test_the_page_is_up_to_date():
    written = source_map.PAGE.read_text(encoding="utf-8")
    assert written == source_map.page(), "run: python -m tests.content.source_map"
