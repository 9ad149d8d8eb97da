"""Every shipped lesson as it is heard: word for word, and by the rules of a good teacher."""

import re
import unicodedata
from itertools import product

import pytest

from massage_trainer.domain.speech.inventory import lines_of
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.script import Script
from massage_trainer.domain.speech.talk import speaking_ms
from massage_trainer.domain.speech.transcript import HeardKind, transcript
from massage_trainer.domain.timeline import WAITING_KINDS, unroll
from tests.content.spoken_lessons import CASES, CATALOG, FOLDER, as_text, golden, heard, lesson
from tests.content.test_shipped_lessons import BUILDER, STEPS

MOST_WORDS = {"en": 12, "vi": 16}  # Vietnamese writes each syllable as a word
MOST_SPEAKING_MS = 15_000
VIETNAMESE_LETTERS = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]"
)
ANSWERS = {
    "leg-first": ("right-first", "left-first"),
    "points-sides": ("together", "in-turn"),
    "gb30-position": ("prone", "side-lying"),
    "skin-technique": ("glide", "skin-rolling"),
}


def spoken(lesson_id, language, **answers):
    return [
        line.text for line in heard(lesson_id, language, **answers) if line.kind is HeardKind.SPEECH
    ]


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_a_lesson_is_heard_word_for_word_as_it_was_read_aloud(lesson_id, language):
    written = golden(lesson_id, language).read_text(encoding="utf-8")

    assert as_text(lesson_id, language) == written, "python -m tests.content.spoken_lessons"


def test_there_is_no_transcript_too_many():
    assert {path.name for path in FOLDER.glob("*.txt")} == {golden(*case).name for case in CASES}


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_every_sentence_is_known_before_with_every_answer_of_the_teacher(lesson_id, language):
    protocol = BUILDER.compiled(lesson_id).protocol
    questions = list(CATALOG.questions.values())
    known = {line.text for line in lines_of(protocol, language, CATALOG.points, questions)}
    for text in said_with_any_answers(lesson_id, language):
        rest = text
        while rest:
            fitting = [one for one in known if rest == one or rest.startswith(f"{one} ")]
            assert fitting, f"{rest!r} of {text!r}"
            rest = rest[len(max(fitting, key=len)) :].lstrip()


def said_with_any_answers(lesson_id, language):
    """Each sentence once; most answers make no difference to most lessons."""
    different = []
    for chosen in product(*ANSWERS.values()):
        one = lesson(lesson_id, **dict(zip(ANSWERS, chosen, strict=True)))
        if one not in different:
            different.append(one)
    return {
        line.text
        for one in different
        for line in transcript(one, language, CATALOG.points)
        if line.kind is HeardKind.SPEECH
    }


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_the_voice_has_nothing_to_guess(lesson_id, language):
    for text in spoken(lesson_id, language):
        assert unicodedata.is_normalized("NFC", text)
        assert not re.search(r"[\d/()%°–“”]", text), text
        assert not re.search(r"[,;:]{2}|\s[,.;:]|\.\.", text), text
        assert re.match(r"\w", text), text
        assert text[0].isupper(), text


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_each_voice_keeps_to_its_own_language_and_to_the_body(lesson_id, language):
    text = " ".join(spoken(lesson_id, language)).lower()

    if language == "en":
        assert not VIETNAMESE_LETTERS.search(text.replace("à", ""))
        assert "clockwise" not in text
    else:
        assert "chiều kim đồng hồ" not in text
        assert "thuận chiều" not in text
        assert not re.search(r"\b(bladder|gallbladder|bl|gb)\b", text)


def test_circles_are_told_by_the_body():
    said = " ".join(spoken("hip-knee-mobilisation", "en"))
    right, _, left = said.partition("Circle the left hip.")

    assert right.index("chest, in, down, out") < right.index("chest, out, down, in")
    assert left.index("chest, out, down, in") < left.index("chest, in, down, out")


def test_points_are_named_in_vietnamese_and_coded_in_english():
    assert "Day ấn huyệt Thận du." in " ".join(spoken("lumbar-acupressure", "vi"))
    assert "một thốn rưỡi" in " ".join(spoken("lumbar-acupressure", "vi"))
    assert "bladder twenty-three" in " ".join(spoken("lumbar-acupressure", "en"))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_every_step_has_one_short_instruction_to_be_spoken(step):
    assert step.words.say is not None
    for language, most in MOST_WORDS.items():
        said = step.words.say.in_language(language)
        assert len(said.split()) <= most, said
        assert said.endswith("."), said


@pytest.mark.parametrize(("lesson_id", "language"), CASES)
def test_hands_do_not_wait_long_for_the_voice(lesson_id, language):
    """What is said at a place of work is over soon after the gap before it."""
    timeline = unroll(lesson(lesson_id))
    script = Script(timeline, language, CATALOG.points)
    for index, segment in enumerate(timeline.segments):
        if segment.kind not in WAITING_KINDS:
            lines = [Line(said, language, Urgency.STEP) for said in script.arrival(index)]
            assert sum(map(speaking_ms, lines)) <= MOST_SPEAKING_MS, lines
