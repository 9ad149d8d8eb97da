"""A deck as a table: a question in each row, in the columns that questions are read from."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.inert_cells import inert

if TYPE_CHECKING:
    from massage_trainer.services.export.deck_content import ExportDeck, ExportItem

# What services/import_questions.py reads, and after that what is only told.
QUESTION_COLUMNS: Final = (
    "kind",
    "prompt_vi",
    "prompt_en",
    "answer",
    "options",
    "code",
    "why_vi",
    "why_en",
    "picture",
)
TOLD_COLUMNS: Final = (
    "name_vi",
    "pinyin",
    "hanzi",
    "gloss_vi",
    "gloss_en",
    "find_vi",
    "find_en",
    "region",
    "channel",
    "still",
    "zones",
)
SEPARATOR: Final = "|"


def csv_bytes(deck: ExportDeck) -> bytes:
    """UTF-8 with the mark that tells spreadsheets so; every cell is inert."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*QUESTION_COLUMNS, *TOLD_COLUMNS))
    for item in deck.items:
        told = _told(item)
        for row in (_locate(item), _choose(item)):
            writer.writerow([inert(cell) for cell in (*row, *told)])
    return text.getvalue().encode("utf-8-sig")


def _locate(item: ExportItem) -> tuple[str, ...]:
    asked = item.locate
    prompt, why = asked.prompt, asked.why
    return ("locate", prompt.vi, prompt.en, item.code, "", item.code, why.vi, why.en, "")


def _choose(item: ExportItem) -> tuple[str, ...]:
    asked = item.name
    prompt, why = asked.prompt, asked.why
    options = SEPARATOR.join(option.id for option in asked.options)
    return ("choose", prompt.vi, prompt.en, item.code, options, item.code, why.vi, why.en, "place")


def _told(item: ExportItem) -> tuple[str, ...]:
    point = item.point
    zones = SEPARATOR.join(
        f"{zone.site}/{zone.side.value}:" + " ".join(f"{x:.5f},{y:.5f}" for x, y in zone.corners)
        for zone in item.zones
    )
    part, files = item.part, item.still.files
    still = f"{files.file}{' mirrored' if files.mirrored else ''}"
    return (
        point.name_vi,
        point.pinyin,
        point.hanzi,
        point.gloss.vi,
        point.gloss.en,
        point.find.vi,
        point.find.en,
        point.region_id,
        item.channel,
        f"{still} {part.left},{part.top} {part.width}x{part.height}",
        zones,
    )
