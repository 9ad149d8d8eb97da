"""The package, read back with zipfile and sqlite3 alone, against the deck it was made of."""

import io
import json
import re
import sqlite3
import sys
import zipfile
from contextlib import closing
from html import unescape

import pytest
from PySide6.QtGui import QImage

from massage_trainer.services.export import anki
from massage_trainer.services.export.anki_types import OCCLUSION_FIELDS, POINT_FIELDS
from massage_trainer.services.export.whole_file import ExportError
from tests.export_examples import corners_apart, pictures, shipped_deck

MASK = re.compile(r"\{\{c1::image-occlusion:(\w+):([^}]*)\}\}")
NOW = 1_800_000_000.0


class Package:
    """What a reader of the format finds."""

    def __init__(self, content):
        archive = zipfile.ZipFile(io.BytesIO(content))
        assert archive.testzip() is None
        names = json.loads(archive.read("media"))
        self.media = {name: archive.read(number) for number, name in names.items()}
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(archive.read("collection.anki2"))
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            models, decks = database.execute("SELECT models, decks FROM col").fetchone()
            self.models = json.loads(models)
            self.decks = json.loads(decks)
            rows = database.execute("SELECT id, guid, mid, tags, flds FROM notes").fetchall()
            self.cards = database.execute("SELECT nid, did, ord FROM cards").fetchall()
        self.notes = []
        for number, guid, model, tags, fields in rows:
            names = [field["name"] for field in self.models[str(model)]["flds"]]
            values = dict(zip(names, fields.split("\x1f"), strict=True))
            self.notes.append((number, guid, model, tags.split(), values))

    def of(self, name):
        return [note for note in self.notes if self.models[str(note[2])]["name"].endswith(name)]


@pytest.fixture(scope="module")
def made(qapp):
    drawn = pictures()
    return Package(anki.anki_bytes(shipped_deck("channel:BL"), drawn, NOW)), drawn


def test_each_point_is_a_note_with_two_cards_and_one_of_occlusion(made):
    package, _ = made
    codes = [item.code for item in shipped_deck("channel:BL").items]
    assert [note[4]["Code"] for note in package.of("point")] == codes
    assert [note[4]["Comments"] for note in package.of("occlusion")] == codes
    for number, *_ in package.of("point"):
        assert sorted(side for nid, _, side in package.cards if nid == number) == [0, 1]
    for number, *_ in package.of("occlusion"):
        assert [side for nid, _, side in package.cards if nid == number] == [0]
    decks = {str(did) for _, did, _ in package.cards}
    assert [package.decks[did]["name"].split("::")[0] for did in decks] == ["Massage trainer"]


def test_the_types_are_those_that_anki_knows(made):
    package, _ = made
    types = {model["name"]: model for model in package.models.values()}
    point, occlusion = types["Massage trainer: point"], types["Massage trainer: image occlusion"]
    assert tuple(field["name"] for field in point["flds"]) == POINT_FIELDS
    assert tuple(field["name"] for field in occlusion["flds"]) == OCCLUSION_FIELDS
    assert [field["tag"] for field in occlusion["flds"]] == [0, 1, 2, 3, 4]
    assert (occlusion["type"], occlusion["originalStockKind"]) == (1, 6)
    for template in point["tmpls"]:
        for language in (" vi}}", " en}}"):
            assert language in template["qfmt"]
            assert language in template["afmt"]


def test_every_zone_is_masked_where_it_is_and_so_is_the_name(made):
    package, _ = made
    for item, note in zip(shipped_deck("channel:BL").items, package.of("occlusion"), strict=True):
        masks = MASK.findall(note[4]["Occlusion"])
        assert [kind for kind, _ in masks] == ["polygon"] * len(item.zones) + ["rect"]
        for zone, (_, text) in zip(item.zones, masks, strict=False):
            points = text.removeprefix("points=").removesuffix(":oi=1").split()
            pixels = [(float(x) * 1200, float(y) * 800) for x, y in (p.split(",") for p in points)]
            assert corners_apart(zone, pixels, (1200, 800)) < 0.5
        label = dict(part.split("=") for part in masks[-1][1].split(":"))
        left, top, width, height = (
            float(label[name]) for name in ("left", "top", "width", "height")
        )
        assert left >= 0
        assert top >= 0
        assert left + width <= 1
        assert top + height <= 1


def test_every_picture_is_there_once_and_its_name_says_nothing(made):
    package, _ = made
    used = set()
    for *_, fields in package.notes:
        for value in fields.values():
            used.update(re.findall(r'<img src="([^"]+)">', value))
    assert used == set(package.media)
    for name, content in package.media.items():
        assert re.fullmatch(r"massage-trainer-[0-9a-f]{16}\.jpg", name)
        picture = QImage.fromData(content)
        assert (picture.width(), picture.height()) == (300, 200)
    plain = {note[4]["Picture"] for note in package.of("point")}
    assert len(plain) < 8  # one for each still, so that it does not tell the point


def test_the_question_shows_no_answer(made):
    package, _ = made
    point = next(m for m in package.models.values() if m["name"].endswith("point"))
    where, which = point["tmpls"]
    asked = set(re.findall(r"\{\{([^}#/]+)\}\}", where["qfmt"]))
    assert asked == {"Where vi", "Where en", "Picture"}
    asked = set(re.findall(r"\{\{([^}#/]+)\}\}", which["qfmt"]))
    assert asked == {"Which vi", "Which en", "Picture", "Marks"}
    for item, note in zip(shipped_deck("channel:BL").items, package.of("point"), strict=True):
        for told in (note[4]["Which en"], note[4]["Marks"], note[4]["Picture"]):
            assert item.code not in told
            assert item.point.pinyin not in told
        assert unescape(note[4]["Find vi"]) == item.locate.why.vi


def test_the_tags_name_region_and_channel(made):
    package, _ = made
    tags = {note[4]["Code"]: note[3] for note in package.of("point")}
    assert set(tags["BL23"]) == {
        "massage-trainer",
        "massage-trainer::region::lumbar",
        "massage-trainer::channel::BL",
    }


def test_a_second_package_brings_the_same_notes_so_that_anki_renews_them(made):
    package, drawn = made
    later = Package(anki.anki_bytes(shipped_deck("lesson:lumbar-acupressure"), drawn, NOW + 60))
    known = {(note[1], note[2]) for note in package.notes}
    again = {
        (note[1], note[2])
        for note in later.notes
        if note[4].get("Code", note[4].get("Comments")).startswith("BL")
    }
    assert again
    assert again <= known
    guids = [note[1] for note in package.notes]
    assert len(set(guids)) == len(guids)


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(ExportError, match="pip install genanki") as caught:
        anki.anki_bytes(shipped_deck(), None, NOW)
    assert "cài" in caught.value.text.vi
