"""The compiled cache: used while it fits the files, mended by itself when it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import RACY_NS, ContentPlaces
from tests.unit.services.content.small_content import (
    CATALOG,
    HEAD,
    LESSON,
    STEP,
    replaced,
    write_catalog,
)

SECOND_NS = 10**9
OTHER = replaced(LESSON, ("Bài tập", "Bài khác"), ("Exercise", "Other"), ("order: 3", "order: 1"))
USER = f"{HEAD}order: 9\nsteps:\n  - use: demo\n".replace("Exercise", "Whole")


class Room:
    """Folders as a program has them; every ``open`` is a new start of the program."""

    def __init__(self, root: Path) -> None:
        self.places = ContentPlaces(
            (root / "protocols", root / "own"),
            write_catalog(root / "assets" / "catalog"),
            root / "assets" / "plates" / "index.json",
            root / "cache",
        )
        for folder in self.places.protocols:
            folder.mkdir()
        self.now_ns = 1_800_000_000 * SECOND_NS
        self.choices = TeacherChoices()
        self.asked = 0
        self.write("demo", LESSON)
        self.write("other", OTHER)
        for path in self.places.catalog.iterdir():
            self.date(path)

    def path(self, lesson_id: str, *, own: bool = False) -> Path:
        return self.places.protocols[own] / f"{lesson_id}.yaml"

    def write(self, lesson_id: str, text: str, *, own: bool = False) -> None:
        """Write a lesson long after and long before anything else happens."""
        self.now_ns += 10 * RACY_NS
        path = self.path(lesson_id, own=own)
        path.write_text(text, encoding="utf-8")
        self.date(path)

    def date(self, path: Path) -> None:
        os.utime(path, ns=(self.now_ns, self.now_ns))
        self.now_ns += 10 * RACY_NS

    def open(self) -> ContentLibrary:
        def choices() -> TeacherChoices:
            self.asked += 1
            return self.choices

        return ContentLibrary(self.places, choices, lambda: repr(self.choices), lambda: self.now_ns)

    def cached(self) -> dict[str, bytes]:
        return {p.name: p.read_bytes() for p in sorted(self.places.cache.iterdir())}


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path)


def ids(library):
    return [card.id for card in library.index().cards]


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


def damage(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "empty":
        path.write_bytes(b"")
    elif how == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif how == "noise":
        path.write_bytes(os.urandom(500))
    elif how == "flipped":
        path.write_bytes(data.replace(b"Exercise", b"Exercism").replace(b"Rubbing", b"Rabbing"))
    elif how == "foreign":
        path.write_bytes(b'{"code": [], "lessons": {}}')
    elif how == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.unlink()


@pytest.mark.parametrize(
    "how", ["empty", "truncated", "noise", "flipped", "foreign", "gone", "folder"]
)
@pytest.mark.parametrize("name", ["index.json", "lesson-demo.json", "catalog.json"])
def test_a_damaged_cache_is_mended_silently(room, name, how):
    first = room.open()
    index, lesson, catalog = first.index(), first.lesson("demo"), first.catalog()
    whole = room.cached()
    damage(room.places.cache / name, how)
    again = room.open()
    assert (again.index(), again.lesson("demo"), again.catalog()) == (index, lesson, catalog)
    if how != "folder":
        assert room.cached() == whole


def test_the_cache_of_another_lesson_is_not_taken_for_this_one(room):
    first = room.open()
    lesson, catalog = first.lesson("demo"), first.catalog()
    cache = room.places.cache
    (cache / "lesson-demo.json").write_bytes((cache / "lesson-other.json").read_bytes())
    (cache / "catalog.json").write_bytes((cache / "lesson-other.json").read_bytes())
    again = room.open()
    assert (again.lesson("demo"), again.catalog()) == (lesson, catalog)


def test_a_damaged_lesson_cache_is_also_mended_for_a_lesson_that_reuses_it(room):
    room.write("whole", USER)
    room.open().index()
    damage(room.places.cache / "lesson-demo.json", "noise")
    room.write("whole", USER.replace("Whole", "All"))
    again = room.open()
    assert again.index().errors == ()
    assert again.lesson("whole").body == again.lesson("demo").body


def test_a_damaged_lesson_cache_is_also_mended_for_new_choices(room):
    room.open().index()
    damage(room.places.cache / "lesson-demo.json", "noise")
    room.choices = TeacherChoices(amounts={"demo/rub.time": 60_000})
    assert room.open().index().cards[1].total_ms == 133_000


def test_without_a_cache_folder_everything_works_from_the_files(room):
    room.places.cache = None
    library = room.open()
    assert ids(library) == ["other", "demo"]
    assert library.lesson("demo").name.en == "Exercise"
    assert "xat" in library.catalog().strokes
    room.write("demo", LESSON.replace("Exercise", "Changed"))
    assert library.index().cards[1].name.en == "Changed"
    assert library.lesson("demo").name.en == "Changed"


def test_a_cache_folder_that_cannot_be_written_is_no_problem(room):
    room.places.cache.parent.joinpath("file").touch()
    room.places.cache = room.places.cache.parent / "file" / "cache"
    library = room.open()
    assert ids(library) == ["other", "demo"]
    assert library.lesson("demo").name.en == "Exercise"
    assert "xat" in library.catalog().strokes


def test_a_cache_of_other_code_is_not_used(room, monkeypatch):
    room.open().index()
    room.open().index()
    assert room.asked == 1
    monkeypatch.setattr("massage_trainer.services.content.cache_files.__version__", "0.0.0")
    room.open().index()
    assert room.asked == 2


def test_missing_folders_and_odd_files_are_no_obstacle(room):
    room.places.protocols[1].rmdir()
    shipped = room.places.protocols[0]
    (shipped / "folder.yaml").mkdir()
    (shipped / ".hidden.yaml").write_text("x", encoding="utf-8")
    (shipped / "notes.txt").write_text("x", encoding="utf-8")
    (shipped / "short.yml").write_text(LESSON, encoding="utf-8")
    (shipped / "Bad Name.yaml").write_text(LESSON, encoding="utf-8")
    library = room.open()
    assert ids(library) == ["other", "demo"]
    assert library.index().errors == (
        "protocols/short.yml:1:1: a lesson's file ends in .yaml (rename it)",
        "protocols/Bad Name.yaml:1:1: the file name 'Bad Name' is no lesson id"
        " (lower-case letters, digits, dashes)",
        "protocols/folder.yaml:1:1: not a file",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links of a Unix system")
def test_a_pipe_and_a_dead_link_do_not_stop_the_library(room):
    shipped = room.places.protocols[0]
    os.mkfifo(shipped / "pipe.yaml")
    (shipped / "gone.yaml").symlink_to(shipped / "nowhere")
    library = room.open()
    assert ids(library) == ["other", "demo"]
    assert library.index().errors == (
        "protocols/gone.yaml:1:1: cannot be read: No such file or directory",
        "protocols/pipe.yaml:1:1: not a file",
    )


def test_no_lessons_at_all_is_an_empty_library(room):
    for folder in room.places.protocols:
        for path in folder.iterdir():
            path.unlink()
    library = room.open()
    assert library.index().cards == ()
    assert list(library.catalog().strokes) == ["xat", "day-an"]
    with pytest.raises(TrainerError, match="no lesson 'demo'"):
        library.lesson("demo")
