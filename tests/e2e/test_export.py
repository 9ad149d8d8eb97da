"""Decks taken along from the command line, without a window and without a display."""

import csv
import zipfile
from xml.etree import ElementTree

import pytest

from tests.e2e.test_command_line import run


def export(tmp_path, *arguments, **changes):
    return run(
        "--export", *arguments, "--data-dir", tmp_path / "data", QT_QPA_PLATFORM="xcb",
        DISPLAY="", WAYLAND_DISPLAY="", **changes,
    )  # fmt: skip


@pytest.mark.parametrize("wanted", ["apkg", "qti", "moodle", "csv"])
def test_a_deck_is_written_without_a_display(tmp_path, wanted):
    path = tmp_path / f"deck.{wanted}"
    done = export(tmp_path, wanted, "lesson:lumbar-acupressure", path)
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.startswith(f"{path}: ")
    if wanted == "csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["code"] for row in rows} >= {"BL23", "BL25"}
    elif wanted == "moodle":
        assert len(ElementTree.parse(path).findall("question")) > 3
    else:
        assert zipfile.ZipFile(path).testzip() is None


def test_an_unknown_deck_is_said_in_both_languages_and_nothing_is_written(tmp_path):
    done = export(tmp_path, "csv", "chanel:BL", tmp_path / "deck.csv")
    assert (done.stdout, done.returncode) == ("", 2)
    vi, en = done.stderr.splitlines()
    assert "có phải channel:BL?" in vi
    assert "did you mean channel:BL?" in en
    assert not (tmp_path / "deck.csv").exists()


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    done = export(tmp_path, "csv", "channel:BL", tmp_path / "gone" / "deck.csv")
    assert done.returncode == 2
    assert "Cannot write" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_format_is_wrong_use(tmp_path):
    done = export(tmp_path, "pdf", "all", tmp_path / "deck.pdf")
    assert done.returncode == 2
    assert "'pdf' is none of apkg, qti, moodle, csv" in done.stderr
