"""Prints what would be heard in a lesson, and when, without a window and without a sound."""

import sys
from pathlib import Path

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import Problem
from massage_trainer.domain.speech.transcript import transcript
from massage_trainer.domain.teacher import settle
from massage_trainer.services.content.check_command import say
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.settings_store import FileSettingsStore
from massage_trainer.services.teacher_store import FileTeacherStore


def print_transcript(lesson_id: str, language: str, data_dir: Path) -> bool:
    """One line for each sound, with the teacher's choices; whether there is such a lesson.

    Without a language it is the one of the window.
    """
    language = language or FileSettingsStore(data_dir, _complain).load().language
    store = FileTeacherStore(data_dir, _complain)
    choices = store.load()
    lessons = ContentLibrary(
        ContentPlaces(
            protocols=(protocols_dir(), data_dir / "protocols"),
            catalog=assets_dir() / "catalog",
            plates_index=assets_dir() / "plates" / "index.json",
            cache=data_dir / "cache",
        ),
        lambda: choices,
        store.fingerprint,
    )
    try:
        lesson = lessons.lesson(lesson_id)
    except TrainerError as error:
        sys.stderr.write(f"{error}\n")
        return False
    catalog = lessons.catalog()
    defaults = {question.id: question.default for question in catalog.questions.values()}
    for heard in transcript(settle(lesson, choices, defaults), language, catalog.points):
        say(str(heard))
    return True


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"{problem.kind.name}: {problem.detail}\n")
