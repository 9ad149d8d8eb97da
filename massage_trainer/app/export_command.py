"""Takes a deck along from the command line, without a window."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from massage_trainer.app.judges import Judges, QuizJudges
from massage_trainer.domain.problems import Problem
from massage_trainer.domain.quiz.source import QuizSource
from massage_trainer.domain.teacher import settle
from massage_trainer.services.content.check_command import say
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.export.deck_content import find_deck
from massage_trainer.services.export.exporter import Assets, Format, export_deck
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.import_questions import QUESTIONS, with_own_decks
from massage_trainer.services.plates import PlateIndexError, read_plate_index
from massage_trainer.services.quiz_source import make_quiz_source
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.teacher_store import FileTeacherStore

_MEGABYTE = 1_000_000


def export(wanted: str, deck_id: str, path: Path, data_dir: Path) -> bool:
    """Whether the file was written; why not is said in one sentence a language."""
    letters = QGuiApplication(["massage-trainer", "-platform", "offscreen"])
    letters.setQuitOnLastWindowClosed(False)  # it is there for the letters in the pictures alone
    plates = assets_dir() / "plates"
    try:
        assets = Assets(plates, assets_dir() / "fonts", read_plate_index(plates))
        source = make_source(data_dir, assets)
        deck = find_deck(source, deck_id)
        done = export_deck(Format(wanted), source, deck, path, assets, time.time())
    except ExportError as error:
        sys.stderr.write(f"{error.text.vi}\n{error.text.en}\n")
        return False
    except PlateIndexError as error:
        sys.stderr.write(f"{error}\n")
        return False
    say(f"{path}: {done.points} points, {done.size / _MEGABYTE:.1f} MB")
    if done.left_out:
        say(f"left out: {', '.join(done.left_out)}")
    return True


def make_source(data_dir: Path, assets: Assets) -> QuizSource:
    """What the quiz asks, with the lessons and the teacher's choices of this data folder."""
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
    catalog = lessons.catalog()
    defaults = {question.id: question.default for question in catalog.questions.values()}
    stage = assets_dir() / "stage"
    found = make_quiz_source(
        lessons,
        lambda lesson: settle(lessons.lesson(lesson), choices, defaults),
        assets.index,
        assets.plates,
        stage,
        data_dir / "cache",
        QuizJudges(Judges(stage, _complain), lessons.catalog),
    )
    return with_own_decks(found, data_dir / QUESTIONS)


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"{problem.kind.name}: {problem.detail}\n")
