"""The sentences of a lesson are known before it is played."""

from dataclasses import replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Choice, Question
from massage_trainer.domain.classroom.pace import ClassHour, plan_class, swap_index
from massage_trainer.domain.pause_menu import CHOICE_WORDS
from massage_trainer.domain.protocol import Prompts, SidesByAnswer, Timed
from massage_trainer.domain.speech.inventory import lines_of
from massage_trainer.domain.speech.line import clip_key
from massage_trainer.domain.speech.script import Script
from massage_trainer.domain.timeline import unroll
from tests.examples import MINUTE, exactly, example_catalog, example_lesson, protocol, step, text

POINTS = example_catalog().points
FIRST = Question(
    "side-first",
    text("Which side first?"),
    (Choice("right", text("right")), Choice("left", text("left")), Choice("none", text("none"))),
    "right",
)


def texts(lesson, *questions, language="en"):
    return [line.text for line in lines_of(lesson, language, POINTS, questions)]


def test_every_sentence_is_there_once_in_both_languages():
    for language in ("vi", "en"):
        lines = lines_of(example_lesson(), language, POINTS, ())
        assert len({clip_key(line) for line in lines}) == len(lines)
        assert {line.language for line in lines} == {language}


def test_every_answer_of_the_teacher_is_looked_at():
    sides = SidesByAnswer(
        "side-first",
        (("right", (Side.RIGHT, Side.LEFT)), ("left", (Side.LEFT, Side.RIGHT)), ("none", ())),
    )
    lesson = protocol(replace(step("rub", Timed(exactly(MINUTE))), sides=sides))

    found = texts(lesson, FIRST)

    assert {"Right side.", "Change to the left side."} <= set(found)
    assert {"Left side.", "Change to the right side."} <= set(found)


def test_what_is_asked_while_a_step_runs_and_the_choices_of_a_pause_are_there():
    lamp = replace(
        step("lamp", Timed(exactly(3 * MINUTE))), prompts=Prompts((MINUTE,), text("warm or hot?"))
    )
    found = texts(protocol(lamp))

    assert "Warm or hot?, en." in found
    assert {f"{words.en}." for words in CHOICE_WORDS.values()} <= set(found)
    assert "Hands off; ask where it hurts and how." in found


def test_a_fragment_has_no_frame_of_its_own():
    lesson = protocol(step("rub", Timed(exactly(MINUTE))))

    assert "Lesson: example lesson, en." in texts(lesson)
    assert "Lesson: example lesson, en." not in texts(replace(lesson, fragment=True))
    assert "Rub, en." in texts(replace(lesson, fragment=True))


def test_the_swap_of_a_class_is_told_in_words_that_are_there():
    lesson = protocol(*(step(name, Timed(exactly(MINUTE))) for name in ("rub", "pat")))
    hour = unroll(plan_class(lesson, ClassHour(60 * MINUTE), None).protocol)
    at = swap_index(hour)
    for language in ("vi", "en"):
        script = Script(hour, language, POINTS)
        said = {*script.arrival(at, at - 1), *script.coming(at - 1), *script.coming(at)}
        assert len(said) >= 4
        assert said <= set(texts(lesson, language=language))
    assert "Swap roles." not in texts(replace(lesson, fragment=True))
