"""Takes decks along from the quiz page, and takes questions of one's own in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication

from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.resources import assets_dir

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.app.composition import Program
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.viewmodels.quiz_setup import QuizSetup
    from massage_trainer.widgets.file_picker import FilePicker

_KINDS_OF_FILE: Final = "Anki (*.apkg);;CSV (*.csv);;Moodle XML (*.xml);;QTI 2.2 (*.zip)"
_MOST_MISTAKES: Final = 12
_MEGABYTE: Final = 1_000_000


class DeckFiles(QObject):
    """Asks for the file, and tells in one sentence what came of it."""

    def __init__(self, program: Program, setup: QuizSetup, picker: FilePicker) -> None:
        super().__init__(program)
        self._program = program
        self._setup = setup
        self._picker = picker

    @Slot()
    def export(self) -> None:
        """The chosen deck, in the format that the file's name ends with."""
        deck, title = self._setup.deck, self.tr("Export a deck")
        name = deck.id.replace(":", "-") + ".apkg"
        path = self._picker.to_save(self._program.window, title, name, _KINDS_OF_FILE)
        if path is not None:
            self._tell(title, self._exported(deck, path))

    @Slot()
    def take_in(self) -> None:
        """A table of questions becomes a deck, which is chosen at once."""
        title = self.tr("Import questions")
        path = self._picker.to_open(self._program.window, title, "CSV (*.csv *.txt *.tsv)")
        if path is not None:
            self._tell(title, self._taken_in(path))

    def _exported(self, deck: Deck, path: Path) -> str:
        from massage_trainer.services.export.exporter import Assets, Format, export_deck
        from massage_trainer.services.export.whole_file import ExportError

        assets = Assets(assets_dir() / "plates", assets_dir() / "fonts", self._program.plates.index)
        wanted = Format.of_file(path)
        if not path.suffix:
            path = path.with_name(path.name + wanted.suffix)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done = export_deck(wanted, self._setup.source, deck, path, assets, time.time())
        except ExportError as error:
            return error.text.in_language(self._program.window.language())
        finally:
            QGuiApplication.restoreOverrideCursor()
        words = self.tr("%n point(s) written to {path} ({size} MB).", "", done.points)
        told = words.format(path=path, size=f"{done.size / _MEGABYTE:.1f}")
        if done.left_out:
            left = self.tr("Left out: {codes}.").format(codes=", ".join(done.left_out))
            told = f"{told} {left}"
        return told

    def _taken_in(self, path: Path) -> str:
        from massage_trainer.services.export.whole_file import ExportError
        from massage_trainer.services.import_questions import (
            QUESTIONS,
            QuestionsError,
            import_questions,
        )

        folder = self._program.practice_flow.data_dir / QUESTIONS
        try:
            own = import_questions(path, self._setup.source, folder)
        except QuestionsError as error:
            lines = [str(mistake) for mistake in error.mistakes]
            more = len(lines) - _MOST_MISTAKES
            told = [self.tr("Nothing was taken over. Mend the table and import it again:")]
            told += lines[:_MOST_MISTAKES]
            if more > 0:
                told.append(self.tr("… and %n more mistake(s)", "", more))
            return "\n".join(told)
        except ExportError as error:
            return error.text.in_language(self._program.window.language())
        except TrainerError as error:
            return str(error)
        self._setup.read()
        self._setup.update(deck=own.id)
        words = self.tr("%n question(s) are now the deck “{name}”.", "", len(own.questions))
        return words.format(name=own.name)

    def _tell(self, title: str, words: str) -> None:
        self._picker.ask(self._program.window, title, words, ())
