"""Papers from the command line, without a window and without a display."""

import pytest

from tests.e2e.test_command_line import run
from tests.pdf_reader import read_pdf


def paper(tmp_path, *arguments):
    return run(
        *arguments, "--data-dir", tmp_path / "data", QT_QPA_PLATFORM="xcb",
        DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [("vi", "Dừng ngay"), ("en", "Stop at once")])
def test_a_handout_is_written_without_a_display(tmp_path, language, said):
    path = tmp_path / "handout.pdf"
    done = paper(tmp_path, "--handout", "stretch-knees-to-chest", path, "--lang", language)
    assert (done.stderr, done.returncode) == ("", 0)
    pdf = read_pdf(path.read_bytes())
    assert said in pdf.text
    assert done.stdout.startswith(f"{path}: {len(pdf.pages)} pages, ")
    assert set(pdf.filters) == {b"DCTDecode"}


def test_both_point_sheets_show_the_same_pictures_and_only_one_names_them(tmp_path):
    named, blank = tmp_path / "named.pdf", tmp_path / "blank.pdf"
    wanted = ("--point-sheet", "channel:BL")
    assert paper(tmp_path, *wanted, named).returncode == 0
    assert paper(tmp_path, *wanted, blank, "--blank").returncode == 0
    key, sheet = read_pdf(named.read_bytes()), read_pdf(blank.read_bytes())
    assert "Thận du (BL23)" in key.text
    for told in ("BL", "Thận", "腎", "Shèn"):
        assert told not in sheet.text
        assert told not in sheet.title
        assert told.encode("utf-16-be") not in sheet.metadata
        assert told.encode() not in sheet.metadata
    assert sheet.images == key.images


def test_what_is_not_there_is_said_with_the_nearest_name(tmp_path):
    path = tmp_path / "x.pdf"
    lesson = paper(tmp_path, "--handout", "lumbar-acupresure", path)
    assert (lesson.stdout, lesson.returncode) == ("", 2)
    assert "lumbar-acupressure" in lesson.stderr
    deck = paper(tmp_path, "--point-sheet", "chanel:BL", path)
    assert (deck.stdout, deck.returncode) == ("", 2)
    assert "did you mean channel:BL?" in deck.stderr
    assert not path.exists()


def test_a_folder_that_is_not_there_is_said(tmp_path):
    path = tmp_path / "gone" / "x.pdf"
    done = paper(tmp_path, "--handout", "stretch-knees-to-chest", path)
    assert done.returncode == 2
    assert "Cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_blanks_belong_to_a_point_sheet(tmp_path):
    done = paper(tmp_path, "--handout", "stretch-knees-to-chest", tmp_path / "x.pdf", "--blank")
    assert done.returncode == 2
    assert "--blank belongs to --point-sheet" in done.stderr
