"""The shipped lessons as they are heard; ``python -m tests.content.spoken_lessons`` writes them.

Read what it wrote aloud before it is committed: it is what a student hears.
"""

from pathlib import Path

from massage_trainer.domain.speech.transcript import transcript
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.text import LANGUAGES
from tests.content.test_shipped_lessons import BUILDER, LOADED, SHOWN

FOLDER = Path(__file__).parent / "transcripts"
CATALOG = LOADED.catalog
CASES = [(lesson_id, language) for lesson_id in sorted(SHOWN) for language in LANGUAGES]


def lesson(lesson_id, **answers):
    """A lesson as the teacher of a room leaves it, or with these answers."""
    defaults = {question.id: question.default for question in CATALOG.questions.values()}
    protocol = BUILDER.compiled(lesson_id).protocol
    return settle(protocol, TeacherChoices(), defaults | answers)


def heard(lesson_id, language, **answers):
    return list(transcript(lesson(lesson_id, **answers), language, CATALOG.points))


def as_text(lesson_id, language):
    return "".join(f"{line}\n" for line in heard(lesson_id, language))


def golden(lesson_id, language):
    return FOLDER / f"{lesson_id}.{language}.txt"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for case in CASES:
        golden(*case).write_text(as_text(*case), encoding="utf-8", newline="\n")
