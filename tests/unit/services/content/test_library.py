"""The compiled cache: used while it fits the files, compiled again where it does not."""

import os
import subprocess
import sys

import pytest

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.teacher import TeacherChoices
from tests.unit.services.content.room import USER, ids
from tests.unit.services.content.small_content import CATALOG, LESSON, STEP


def test_cards_come_in_order_with_all_that_the_page_shows(room):
    index = room.open().index()
    assert index.errors == ()
    assert [card.id for card in index.cards] == ["other", "demo"]
    card = index.cards[1]
    assert (card.name.en, card.summary.vi, card.cover) == ("Exercise", "Một bài", "prone-lumbar")
    assert (card.needs[0].en, card.order, card.steps) == ("Towel", 3, 2)
    assert card.total_ms == 5_000 + 120_000 + 8_000 + 120_000


def test_a_second_start_reads_the_cache_and_says_the_same(room):
    first = room.open()
    before, cached = first.index(), room.cached()
    second = room.open()
    assert second.index() == before
    assert second.lesson("demo") == first.lesson("demo")
    assert second.catalog() == first.catalog()
    assert room.cached() == cached
    assert room.asked == 1


def test_a_start_with_a_fitting_cache_imports_neither_yaml_nor_the_lessons(room):
    room.open().index()
    code = """
import sys
from pathlib import Path
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces

def refuse():
    raise AssertionError("asked for the choices")

root, fingerprint = Path(sys.argv[1]), sys.argv[2]
places = ContentPlaces((root / "protocols", root / "own"), root / "assets" / "catalog",
                       root / "assets" / "plates" / "index.json", root / "cache")
library = ContentLibrary(places, refuse, lambda: fingerprint)
assert len(library.index().cards) == 2
heavy = {"yaml", "hashlib", "difflib", "massage_trainer.domain.protocol",
         "massage_trainer.services.content.recompile", "massage_trainer.services.content.codec"}
print(sorted(heavy & set(sys.modules)))
library.lesson("demo"), library.catalog()
print(sorted({"yaml", "hashlib"} & set(sys.modules)))
"""
    root = str(room.places.cache.parent)
    arguments = [sys.executable, "-c", code, root, repr(room.choices)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("[]\n[]\n", "")


def test_a_changed_file_is_picked_up_and_only_that(room):
    library = room.open()
    library.index()
    before = room.cached()
    room.write("demo", LESSON.replace("Exercise", "Changed"))
    assert library.refresh()
    assert [card.name.en for card in library.index().cards] == ["Other", "Changed"]
    assert library.lesson("demo").name.en == "Changed"
    after = room.cached()
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"index.json", "lesson-demo.json"}
    assert not library.refresh()


def test_a_new_start_notices_a_change_of_the_same_length(room):
    room.open().index()
    room.write("demo", LESSON.replace("Exercise", "Exercice"))
    assert room.open().index().cards[1].name.en == "Exercice"


def test_the_same_time_with_another_size_is_a_change(room):
    room.open().index()
    path = room.path("demo")
    before = path.stat().st_mtime_ns
    path.write_text(LESSON.replace("Exercise", "An exercise"), encoding="utf-8")
    os.utime(path, ns=(before, before))
    assert room.open().index().cards[1].name.en == "An exercise"


def test_a_file_that_was_only_touched_is_not_compiled_again(room):
    library = room.open()
    library.index()
    before = room.cached()
    room.date(room.path("demo"))
    again = room.open()
    assert again.index() == library.index()
    after = room.cached()
    assert {name for name in after if after[name] != before[name]} == {"index.json"}


def test_a_change_within_the_clocks_coarseness_is_noticed_by_its_content(room):
    path = room.path("demo")
    os.utime(path, ns=(room.now_ns, room.now_ns))
    room.open().index()  # built in the same instant as the file was written
    path.write_text(LESSON.replace("Exercise", "Exercice"), encoding="utf-8")
    os.utime(path, ns=(room.now_ns, room.now_ns))
    assert room.open().index().cards[1].name.en == "Exercice"


def test_a_lesson_comes_and_goes(room):
    library = room.open()
    assert ids(library) == ["other", "demo"]
    room.write("third", LESSON.replace("order: 3", "order: 2"))
    assert ids(library) == ["other", "third", "demo"]
    room.path("third").unlink()
    assert ids(library) == ["other", "demo"]
    assert "lesson-third.json" not in room.cached()
    with pytest.raises(TrainerError, match=r"no lesson 'third' \(there are: other, demo\)"):
        library.lesson("third")


def test_the_users_own_lesson_takes_the_place_of_a_shipped_one(room):
    library = room.open()
    room.write("demo", LESSON.replace("Exercise", "Mine"), own=True)
    assert library.index().cards[1].name.en == "Mine"
    room.path("demo", own=True).unlink()
    assert library.index().cards[1].name.en == "Exercise"


def test_a_broken_lesson_is_listed_and_the_others_stay(room):
    library = room.open()
    room.write("demo", LESSON.replace("stroke: xat", "stroke: xatt"))
    message = "protocols/demo.yaml:17:17: unknown stroke 'xatt' (did you mean 'xat'?)"
    for opened in (library, room.open()):
        assert ids(opened) == ["other"]
        assert opened.index().errors == (message,)
        with pytest.raises(TrainerError, match="the lesson 'demo' has mistakes: protocols/demo"):
            opened.lesson("demo")
    room.write("demo", LESSON)
    assert ids(library) == ["other", "demo"]
    assert library.index().errors == ()


def test_a_lesson_that_reuses_another_follows_it(room):
    room.write("whole", USER, own=True)
    library = room.open()
    assert ids(library) == ["other", "demo", "whole"]
    room.write("demo", LESSON.replace("2m", "1m").replace("4m", "2m"))
    assert library.lesson("whole").body == library.lesson("demo").body
    library.index()
    assert library.lesson("whole").body[0].body[0].dose.time.chosen == 60_000
    assert library.lesson("whole").body == library.lesson("demo").body
    room.path("demo").unlink()
    unknown = "own/whole.yaml:8:10: unknown lesson 'demo' (known: other, whole)"
    assert library.index().errors == (unknown,)
    room.write("demo", "steps: [")
    assert any("depends on the lesson 'demo'" in error for error in library.index().errors)
    room.write("demo", LESSON)
    assert ids(room.open()) == ["other", "demo", "whole"]


def test_a_changed_catalogue_is_checked_against_every_lesson(room):
    library = room.open()
    library.index()
    path = room.places.catalog / "strokes.yaml"
    path.write_text(CATALOG["strokes"].replace("id: xat", "id: xoa"), encoding="utf-8")
    room.date(path)
    assert library.index().cards == ()
    assert len(library.index().errors) == 2
    assert list(library.catalog().strokes) == ["xoa", "day-an"]
    path.write_text("strokes: [", encoding="utf-8")
    room.date(path)
    assert "assets/catalog/strokes.yaml:2:1: not valid YAML" in library.index().errors[0]


def test_a_new_picture_index_is_checked_against_every_lesson(room):
    library = room.open()
    library.index()
    index = room.places.plates_index
    index.parent.mkdir()
    index.write_text('{"plates": {"supine-rest": {}}}', encoding="utf-8")
    room.date(index)
    assert "unknown plate 'prone-lumbar' (known: supine-rest)" in library.index().errors[0]
    index.write_text("{", encoding="utf-8")  # pictures are told about elsewhere
    room.date(index)
    assert library.index().errors == ()


def test_the_time_on_the_cards_follows_the_teachers_choices(room):
    library = room.open()
    assert library.index().cards[1].total_ms == 253_000
    room.choices = TeacherChoices(amounts={"demo/rub.time": 60_000})
    assert library.refresh()
    assert library.index().cards[1].total_ms == 133_000
    assert room.open().index().cards[1].total_ms == 133_000
    assert room.asked == 2


def test_a_fragment_has_no_card_but_can_be_had(room):
    room.write("start", f"schema: 1\nname: {{vi: Đầu, en: Start}}\nfragment: true\nsteps:\n{STEP}")
    library = room.open()
    assert ids(library) == ["other", "demo"]
    assert library.lesson("start").fragment
    assert library.index().errors == ()
