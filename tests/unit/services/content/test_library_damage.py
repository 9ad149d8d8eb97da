"""A damaged, foreign or missing cache is mended by itself; odd files are no obstacle."""

import os
import sys
from pathlib import Path

import pytest

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.teacher import TeacherChoices
from tests.unit.services.content.room import USER, ids
from tests.unit.services.content.small_content import LESSON


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
