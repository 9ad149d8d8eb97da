"""Takes a deck along: makes the file of a format and puts it where it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from massage_trainer.services.export.deck_content import ExportDeck, read_deck
from massage_trainer.services.export.whole_file import write_whole

if TYPE_CHECKING:
    from massage_trainer.domain.plate import PlateIndex
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource


class Format(Enum):
    """What a deck can be taken along as; the value is its word on the command line."""

    APKG = "apkg"
    QTI = "qti"
    MOODLE = "moodle"
    CSV = "csv"

    @property
    def suffix(self) -> str:
        """How names of such files end."""
        return {"qti": ".zip", "moodle": ".xml"}.get(self.value, f".{self.value}")

    @classmethod
    def of_file(cls, path: Path) -> Format:
        """By how its name ends; Anki's where that says nothing."""
        return next((each for each in cls if each.suffix == path.suffix.lower()), cls.APKG)


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the pictures and letters lie."""

    plates: Path
    fonts: Path
    index: PlateIndex


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: so many points and bytes, and the points that could not be."""

    points: int
    size: int
    left_out: tuple[str, ...]


def export_deck(
    wanted: Format, source: QuizSource, chosen: Deck, path: Path, assets: Assets, now_s: float
) -> Exported:
    """Raises ExportError with a sentence; then nothing is written and an old file stays.

    Qt's letters must be there (a QGuiApplication), except for CSV.
    """
    close = wanted is Format.MOODLE
    deck = read_deck(source, chosen, assets.plates, assets.index, close=close)
    if wanted is Format.MOODLE:
        from massage_trainer.services.export.moodle import fitting_moodle

        deck = fitting_moodle(deck)
    content = content_of(wanted, deck, assets, now_s)
    write_whole(path, content)
    return Exported(len(deck.items), len(content), deck.left_out)


def content_of(wanted: Format, deck: ExportDeck, assets: Assets, now_s: float) -> bytes:
    """The bytes of the file."""
    if wanted is Format.CSV:
        from massage_trainer.services.export.csv_file import csv_bytes

        return csv_bytes(deck)
    from massage_trainer.services.export.pictures import WIDTH, Pictures

    if wanted is Format.MOODLE:
        from massage_trainer.services.export.moodle import MOODLE_WIDTH, moodle_bytes

        return moodle_bytes(deck, Pictures(assets.plates, assets.fonts, MOODLE_WIDTH))
    pictures = Pictures(assets.plates, assets.fonts, WIDTH)
    if wanted is Format.QTI:
        from massage_trainer.services.export.qti import qti_bytes

        return qti_bytes(deck, pictures)
    from massage_trainer.services.export.anki import anki_bytes

    return anki_bytes(deck, pictures, now_s)
