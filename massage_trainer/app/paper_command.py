"""Makes papers from the command line, without a window and without a display."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from massage_trainer.app.paper_maker import PaperMaker
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import Problem
from massage_trainer.domain.teacher import settle
from massage_trainer.services.content.check_command import say
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.paper.pdf import write_pdf
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.settings_store import FileSettingsStore
from massage_trainer.services.teacher_store import FileTeacherStore

if TYPE_CHECKING:
    from massage_trainer.domain.paper.model import Paper
    from massage_trainer.domain.protocol import Protocol

_MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper as it is asked for on the command line; without a language the window's is taken."""

    path: Path
    language: str
    lesson: str = ""
    deck: str = ""
    blank: bool = False


def make_paper(wanted: Wanted, data_dir: Path) -> bool:
    """Whether the file was written; why not is said in one sentence."""
    letters = QGuiApplication(["massage-trainer", "-platform", "offscreen"])
    letters.setQuitOnLastWindowClosed(False)  # it is there for the letters of the pages alone
    try:
        maker = _maker(data_dir)
        paper = _paper(maker, wanted, wanted.language or _language(data_dir))
        done = write_pdf(maker.set(paper), wanted.path)
    except ExportError as error:
        sys.stderr.write(f"{error.text.vi}\n{error.text.en}\n")
        return False
    except TrainerError as error:
        sys.stderr.write(f"{error}\n")
        return False
    say(f"{wanted.path}: {done.pages} pages, {done.size / _MEGABYTE:.1f} MB")
    if done.lacking:
        sys.stderr.write(f"no typeface of this computer has: {' '.join(done.lacking)}\n")
    return True


def _paper(maker: PaperMaker, wanted: Wanted, language: str) -> Paper:
    if wanted.lesson:
        return maker.handout(wanted.lesson, language)
    sheets = maker.point_sheets(wanted.deck)
    return sheets.blank(language) if wanted.blank else sheets.labelled(language)


def _maker(data_dir: Path) -> PaperMaker:
    store = FileTeacherStore(data_dir, _complain)
    choices = store.load()
    plates = assets_dir() / "plates"
    lessons = ContentLibrary(
        ContentPlaces(
            protocols=(protocols_dir(), data_dir / "protocols"),
            catalog=assets_dir() / "catalog",
            plates_index=plates / "index.json",
            cache=data_dir / "cache",
        ),
        lambda: choices,
        store.fingerprint,
    )
    defaults = {question.id: question.default for question in lessons.catalog().questions.values()}

    def settled(lesson: str) -> Protocol:
        return settle(lessons.lesson(lesson), choices, defaults)

    return PaperMaker(lessons, settled, lambda: choices, read_plate_index(plates))


def _language(data_dir: Path) -> str:
    return FileSettingsStore(data_dir, _complain).load().language


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"{problem.kind.name}: {problem.detail}\n")
