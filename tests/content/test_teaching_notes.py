"""The instructor's notes in the shipped lessons: there, short, honest, unseen by the class."""

import pytest

from massage_trainer.domain.classroom.pace import SWAP_STEP, ClassHour, plan_class
from massage_trainer.domain.protocol import Block, Notice, Rest
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir

LONGEST = 400  # read at a glance while a class works
PARTS = ("show", "mistakes", "ask")
LESSONS = sorted(path.stem for path in protocols_dir().glob("*.yaml"))


@pytest.fixture(scope="module")
def library():
    places = ContentPlaces(
        protocols=(protocols_dir(),),
        catalog=assets_dir() / "catalog",
        plates_index=assets_dir() / "plates" / "index.json",
        cache=None,
    )
    return ContentLibrary(places, TeacherChoices, lambda: "")


def steps_of(body):
    for item in body:
        if isinstance(item, Block):
            yield from steps_of(item.body)
        else:
            yield item


def texts_of(lesson):
    for note in lesson.teach:
        for part in PARTS:
            text = getattr(note, part)
            if text:
                yield note.steps, part, text


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_whatever_hands_do_or_ask_has_a_note(library, lesson_id):
    lesson = library.lesson(lesson_id)
    small = (Notice, Rest)
    missing = [
        step.id
        for step in steps_of(lesson.body)
        if not isinstance(step.dose, small) and not lesson.notes_on(step.id)
    ]
    assert missing == []


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_notes_are_short_and_questions_have_their_answer(library, lesson_id):
    for steps, part, text in texts_of(library.lesson(lesson_id)):
        for words in (text.vi, text.en):
            assert len(words) <= LONGEST, (steps, part, len(words))
            assert words.endswith(".)" if part == "ask" else (".", "”", "?")), (steps, words)
            assert words.count("(") == words.count(")"), words
            assert words.count("“") == words.count("”"), words


def test_a_lesson_that_reuses_steps_has_their_notes(library):
    whole, own = library.lesson("whole-session"), library.lesson("lumbar-acupressure")
    assert whole.notes_on("bl23") == own.notes_on("bl23") != ()
    assert [bool(note.ask) for note in whole.notes_on("xat")] == [False, True]


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_nothing_that_is_shown_to_a_class_holds_a_note(library, lesson_id):
    lesson = library.lesson(lesson_id)
    defaults = {q.id: q.default for q in library.catalog().questions.values()}
    plan = plan_class(settle(lesson, TeacherChoices(), defaults), ClassHour(14_400_000), None)
    shown = repr(unroll(plan.protocol))
    *own, swap = plan.protocol.teach
    assert tuple(own) == lesson.teach
    assert swap.steps == (SWAP_STEP,)
    for _, _, text in texts_of(lesson):
        assert repr(text.vi)[1:-1] not in shown
        assert repr(text.en)[1:-1] not in shown
