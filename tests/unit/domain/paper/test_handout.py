"""A lesson on paper: nothing that protects the client is left out, and doubt is said."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.handout import handout
from massage_trainer.domain.paper.model import Heading, Legend, Picture, Sign, StepPart, Title
from massage_trainer.domain.plate import Files, Still
from massage_trainer.domain.protocol import Block, Notice, PointHold, Points, Timed
from massage_trainer.domain.teacher import TeacherChoices, settle
from tests.examples import MINUTE, exactly, example_catalog, example_lesson, protocol, step, text

CATALOG = example_catalog()
DEFAULTS = {question.id: question.default for question in CATALOG.questions.values()}


def pictured(plate, side, codes, avoid):
    return (Picture(Still(plate, Files(f"{plate}.{side}"), text(plate)), 1.5),)


def made(lesson, language="en", choices=None, catalog=CATALOG):
    choices = choices or TeacherChoices()
    return handout(settle(lesson, choices, DEFAULTS), catalog, choices, language, pictured)


def steps(paper):
    return [part for part in paper.parts if isinstance(part, StepPart)]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_step_says_all_that_the_window_says(language):
    lesson = settle(example_lesson(), TeacherChoices(), DEFAULTS)
    for part in steps(made(lesson, language)):
        said = " ".join(fact.text for fact in part.facts)
        for word in ("what the hands do", "stand at the side", "heel of the hand", "downward"):
            assert f"{word} ({language})" in said
        signs = [remark.sign for remark in part.remarks]
        assert signs.count(Sign.STOP) == 1
        assert Sign.CAUTION in signs


def test_steps_are_numbered_through_and_counted():
    paper = made(example_lesson())
    numbers = [int(part.number) for part in steps(paper)]
    assert numbers == list(range(1, len(numbers) + 1))
    title = paper.parts[0]
    assert isinstance(title, Title)
    assert title.facts[1] == ("Steps", str(len(numbers)))


def test_an_open_question_is_asked_with_what_is_taught_until_then():
    question = CATALOG.questions["strokes-split"]
    default = next(each for each in question.choices if each.id == question.default)
    (part,) = steps(made(protocol(step("rub", Timed(exactly(MINUTE))))))
    (ask,) = [remark for remark in part.remarks if remark.sign is Sign.ASK]
    assert ask.label == "Ask your instructor"
    assert question.text.en in ask.text
    assert default.text.en in ask.text


def test_the_teachers_answer_stands_under_another_sign():
    question = CATALOG.questions["strokes-split"]
    answer = question.choices[-1]
    choices = TeacherChoices(answers={question.id: answer.id})
    (part,) = steps(made(protocol(step("rub", Timed(exactly(MINUTE)))), choices=choices))
    (told,) = [remark for remark in part.remarks if remark.sign is Sign.TEACHER]
    assert answer.text.en in told.text
    assert not [remark for remark in part.remarks if remark.sign is Sign.ASK]


def test_a_question_is_asked_in_full_once():
    rub = step("rub", Timed(exactly(MINUTE)))
    first, second = steps(made(protocol(rub, replace(rub, id="again"))))
    assert [r.text for r in second.remarks if r.sign is Sign.ASK] == ["See step 1."]
    assert [r.text for r in first.remarks if r.sign is Sign.CAUTION] == [
        r.text for r in second.remarks if r.sign is Sign.CAUTION
    ]


def test_beside_words_alone_a_picture_that_is_still_in_sight_is_not_printed_again():
    rub = step("rub", Timed(exactly(MINUTE)))
    notice, other = step("read", Notice()), step("other", Notice(), plate="prone-back")
    parts = steps(made(protocol(rub, notice, rub, other)))
    assert [len(part.pictures) for part in parts] == [1, 0, 1, 1]


def test_where_the_article_says_nothing_nothing_is_quoted():
    silent = replace(CATALOG.corrections["C10"], article_words="—")
    catalog = replace(CATALOG, corrections={"C10": silent})
    paper = made(protocol(step("rub", Timed(exactly(MINUTE)))), catalog=catalog)
    assert paper.parts[-1].rows[0][1].text == "(nothing)"


def test_sides_are_named_in_their_order():
    (part,) = steps(made(protocol(step("rub", Timed(exactly(MINUTE)), Side.RIGHT, Side.LEFT))))
    assert part.aside == "right side, then left side"
    assert part.pictures[0].still.files.file.endswith("Side.RIGHT")


def test_a_point_that_is_not_sure_sends_to_the_instructor():
    code = next(iter(CATALOG.points))
    press = step("press", Points((PointHold(code, exactly(MINUTE)),)))
    unsure = replace(CATALOG.points[code], sure=Sure.LOW)
    catalog = replace(CATALOG, points={**CATALOG.points, code: unsure})
    for known, expected in ((CATALOG, False), (catalog, True)):
        (part,) = steps(made(protocol(press), catalog=known))
        said = [remark.text for remark in part.remarks]
        assert (words.UNSURE.en in said) is expected
        assert any(unsure.hanzi in fact.text for fact in part.facts)


def test_the_legend_explains_what_is_used_and_nothing_else():
    paper = made(protocol(step("rub", Timed(exactly(MINUTE)))))
    (legend,) = [part for part in paper.parts if isinstance(part, Legend)]
    assert {sign for sign, _ in legend.signs} == {Sign.STOP, Sign.CAUTION, Sign.ASK}
    assert [status.value for status, _, _ in legend.statuses] == ["source"]


def test_a_part_says_its_rounds_its_time_and_that_it_may_be_left_out():
    rub = step("rub", Timed(exactly(MINUTE)))
    block = Block("laps", (rub,), text("Laps"), 3, optional=True, total=exactly(3 * MINUTE))
    paper = made(protocol(block))
    heading = next(p for p in paper.parts if isinstance(p, Heading) and p.text == "Laps (en)")
    assert heading.aside == "3 rounds · 3 min in all (from the source) · optional"


def test_where_it_differs_from_the_article_is_told_with_the_steps():
    paper = made(protocol(step("rub", Timed(exactly(MINUTE)))))
    table = paper.parts[-1]
    correction = CATALOG.corrections["C10"]
    (row,) = table.rows
    assert row[0].text == "1"
    assert correction.article_words in row[1].text
    assert correction.taught.en == row[2].text
    assert correction.why.en in row[2].note
