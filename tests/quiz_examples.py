"""What the shipped program asks: the catalogue, the lessons and the pictures as they are."""

from functools import cache
from pathlib import Path
from random import Random

from massage_trainer.app.judges import Judges, QuizJudges
from massage_trainer.domain.quiz.deck import all_deck
from massage_trainer.domain.quiz.source import QuizSource
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.quiz_source import make_quiz_source
from massage_trainer.services.resources import assets_dir, protocols_dir


def make_shipped_source(cache_folder: Path | None = None) -> QuizSource:
    library = ContentLibrary(
        ContentPlaces(
            protocols=(protocols_dir(),),
            catalog=assets_dir() / "catalog",
            plates_index=assets_dir() / "plates" / "index.json",
            cache=None,
        ),
        TeacherChoices,
        lambda: "",
    )
    catalog = library.catalog()
    defaults = {question.id: question.default for question in catalog.questions.values()}
    judges = Judges(assets_dir() / "stage", lambda problem: None)
    return make_quiz_source(
        library,
        lambda lesson: settle(library.lesson(lesson), TeacherChoices(), defaults),
        read_plate_index(assets_dir() / "plates"),
        assets_dir() / "plates",
        assets_dir() / "stage",
        cache_folder,
        QuizJudges(judges, lambda: catalog),
    )


@cache
def shipped_source() -> QuizSource:
    """Read once for all tests: it is frozen."""
    return make_shipped_source()


def all_questions(kind, seed=0):
    source = shipped_source()
    return kind.questions(source, all_deck(source), Random(seed))


@cache
def shipped_body_words(client):
    """Places of the shipped bodies in words."""
    judges = Judges(assets_dir() / "stage", lambda problem: None)
    return judges.body_words(client, shipped_source().catalog)
