"""The table: read back by another reader, inert, and the zones as they are."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from massage_trainer.domain.inert_cells import active, inert
from massage_trainer.services.export.csv_file import QUESTION_COLUMNS, TOLD_COLUMNS, csv_bytes
from tests.export_examples import shipped_deck

NAMES = [
    '=HYPERLINK("http://x","y")',
    "+1",
    "-2",
    "@a",
    "\tx",
    "'=1",
    "''@",
    "'tis",
    "Thận du",
    "🙂 \u202eabc",
    'a "b", c\nd',
    "",
]


def strict_rows(text):
    """RFC 4180, letter by letter: another reader than the one of Python."""
    rows, row, cell, at = [], [], "", 0
    while at < len(text):
        if text[at] == '"':
            at += 1
            while text[at] != '"' or text[at + 1 : at + 2] == '"':
                cell += text[at]
                at += 2 if text[at] == '"' else 1
            at += 1
            assert text[at] in ",\r", "something stands behind a closing quote"
        elif text[at] == ",":
            row.append(cell)
            cell, at = "", at + 1
        elif text[at] == "\r":
            assert text[at + 1] == "\n"
            rows.append([*row, cell])
            row, cell, at = [], "", at + 2
        else:
            assert text[at] != "\n"
            cell, at = cell + text[at], at + 1
    assert (row, cell) == ([], "")
    return rows


def test_every_question_of_the_deck_is_in_it_with_its_zones():
    deck = shipped_deck()
    content = csv_bytes(deck)
    assert content.startswith(b"\xef\xbb\xbf")
    header, *rows = strict_rows(content.decode("utf-8-sig"))
    assert header == [*QUESTION_COLUMNS, *TOLD_COLUMNS]
    assert len(rows) == 2 * len(deck.items)
    table = [dict(zip(header, row, strict=True)) for row in rows]
    for item, locate, choose in zip(deck.items, table[::2], table[1::2], strict=True):
        assert (locate["kind"], choose["kind"]) == ("locate", "choose")
        assert locate["code"] == choose["answer"] == item.code
        assert locate["prompt_vi"] == item.locate.prompt.vi
        assert item.code in choose["options"].split("|")
        zones = locate["zones"].split("|")
        assert len(zones) == len(item.zones)
        for text, zone in zip(zones, item.zones, strict=True):
            name, _, corners = text.partition(":")
            assert name == f"{zone.site}/{zone.side.value}"
            found = [tuple(map(float, corner.split(","))) for corner in corners.split()]
            for one, other in zip(zone.corners, found, strict=True):
                assert one == pytest.approx(other, abs=1e-5)


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_a_formula_and_every_cell_comes_back(name):
    cell = inert(name)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert active(cell) == name


def test_names_from_outside_cannot_break_the_table():
    item = shipped_deck().items[0]
    for name in NAMES:
        point = replace(item.point, name_vi=name)
        content = csv_bytes(replace(shipped_deck(), items=(replace(item, point=point),)))
        header, row, _ = strict_rows(content.decode("utf-8-sig"))
        assert active(dict(zip(header, row, strict=True))["name_vi"]) == name


def test_the_table_needs_neither_anki_nor_pictures():
    """In a program of its own: nothing that is dear is loaded for it."""
    code = (
        "import sys, json\n"
        "import massage_trainer.services.export.csv_file\n"
        "print(json.dumps([n for n in sys.modules if n.startswith(('genanki', 'PySide6'))]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert json.loads(done.stdout) == []
