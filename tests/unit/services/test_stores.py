"""Settings, bookmarks and teacher's choices on a real disk, whole, damaged and read-only."""

import json

import pytest

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.services.bookmark_store import FileBookmarkStore
from massage_trainer.services.json_file import JsonFile
from massage_trainer.services.settings_store import FileSettingsStore
from massage_trainer.services.teacher_store import FileTeacherStore

CHOICES = TeacherChoices({"leg-first": "left-first"}, {"a/b.time": 90_000}, True, 40)


@pytest.fixture
def problems():
    return []


@pytest.fixture
def report(problems):
    return problems.append


def test_settings_come_back_as_they_were(tmp_path, report, problems):
    settings = Settings(language="en", theme="dark", wait_at_zero=True, last_lesson="x")
    FileSettingsStore(tmp_path / "Dữ liệu của tôi", report).save(settings)
    assert FileSettingsStore(tmp_path / "Dữ liệu của tôi", report).load() == settings
    assert problems == []


@pytest.mark.parametrize(
    "damage", [{"language": 5}, {"wait_at_zero": "no"}, {"theme": None}, {"unknown": 1}]
)
def test_a_damaged_setting_falls_back_to_its_default(tmp_path, report, damage):
    (tmp_path / "settings.json").write_text(json.dumps({"version": 1, **damage}))
    assert FileSettingsStore(tmp_path, report).load() == Settings()


def test_bookmarks_come_back(tmp_path, report):
    bookmark = Bookmark("lumbar", "xat/left", 3, 12)
    FileBookmarkStore(tmp_path, report).put(bookmark)
    assert FileBookmarkStore(tmp_path, report).get("lumbar") == bookmark
    assert FileBookmarkStore(tmp_path, report).get("other") is None


@pytest.mark.parametrize("lessons", [[], {"a": 1}, {"a": {"path": 1, "done": 2, "of": 3}}, None])
def test_bookmarks_that_make_no_sense_are_left_out(tmp_path, report, lessons):
    (tmp_path / "bookmarks.json").write_text(json.dumps({"version": 1, "lessons": lessons}))
    assert FileBookmarkStore(tmp_path, report).get("a") is None


def test_the_teachers_choices_come_back_and_travel(tmp_path, report):
    store = FileTeacherStore(tmp_path / "one", report)
    store.save(CHOICES)
    assert FileTeacherStore(tmp_path / "one", report).load() == CHOICES

    store.export_to(tmp_path / "usb.json", CHOICES)
    assert FileTeacherStore(tmp_path / "two", report).import_from(tmp_path / "usb.json") == CHOICES
    # the saved file itself can be copied, too
    assert FileTeacherStore(tmp_path / "three", report).import_from(store.path) == CHOICES


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a file of teacher's settings"),
        (b"[1]", "not a file of teacher's settings"),
        (b'{"version": 1}', "not a file of teacher's settings"),
        (b'{"version": 9, "answers": {}, "amounts": {}}', "another version"),
        (b"\xff\xfe", "not a file of teacher's settings"),
    ],
)
def test_a_foreign_file_is_refused_with_a_sentence(tmp_path, report, content, said):
    path = tmp_path / "foreign.json"
    path.write_bytes(content)
    with pytest.raises(TrainerError, match=said):
        FileTeacherStore(tmp_path, report).import_from(path)


def test_a_missing_file_to_import_is_said(tmp_path, report):
    with pytest.raises(TrainerError, match="No such file"):
        FileTeacherStore(tmp_path, report).import_from(tmp_path / "gone.json")


def test_values_out_of_their_range_fall_back(tmp_path, report):
    content = {
        "version": 1,
        "answers": {"a": 1, "b": "x"},
        "amounts": {"k": -5, "m": "2", "n": 7, "t": True},
        "class_dose": "yes",
        "class_dose_percent": 400,
    }
    (tmp_path / "teacher.json").write_text(json.dumps(content))
    expected = TeacherChoices({"b": "x"}, {"n": 7}, class_dose=False, class_dose_percent=50)
    assert FileTeacherStore(tmp_path, report).load() == expected


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"no": "version"}', b"\x00\xff", b"{}"])
def test_a_damaged_file_is_set_aside_and_told(tmp_path, report, problems, content):
    path = tmp_path / "file.json"
    path.write_bytes(content)
    assert JsonFile(path, 1, report).read() == {}
    assert [p.kind for p in problems] == [ProblemKind.DAMAGED_FILE]
    assert (tmp_path / "file.json.damaged").read_bytes() == content
    assert not path.exists()


def test_a_file_of_a_newer_program_is_left_untouched(tmp_path, report, problems):
    path = tmp_path / "file.json"
    path.write_text('{"version": 2, "precious": 1}')
    file = JsonFile(path, 1, report)
    assert file.read() == {}
    file.write({"mine": 1})
    assert json.loads(path.read_text()) == {"version": 2, "precious": 1}
    assert [p.kind for p in problems] == [ProblemKind.NEWER_FILE]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(tmp_path, report, problems):
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("x")
    store = FileBookmarkStore(blocked / "data", report)
    store.put(Bookmark("lumbar", "xat", 1, 2))
    assert store.get("lumbar").path == "xat"
    assert problems[-1].kind is ProblemKind.CANNOT_SAVE


def test_a_half_written_file_never_replaces_a_whole_one(tmp_path, report):
    path = tmp_path / "file.json"
    file = JsonFile(path, 1, report)
    file.write({"good": 1})
    path.with_name("file.json.new").write_text('{"half')  # what a crash leaves behind
    assert JsonFile(path, 1, report).read()["good"] == 1


def test_the_real_clocks_grow():
    from massage_trainer.services.clock import SystemClock

    clock = SystemClock()
    assert clock.now_ms() <= clock.now_ms()
    assert clock.boot_ms() <= clock.boot_ms()


@pytest.mark.parametrize("home", ["", "  ", "/somewhere/else", "~/data"])
def test_the_data_folder_is_the_one_platformdirs_names(monkeypatch, home):
    from platformdirs import user_data_path

    from massage_trainer.services.paths import NAME, default_data_dir

    monkeypatch.setenv("XDG_DATA_HOME", home)
    assert default_data_dir() == user_data_path(NAME, appauthor=False)
