"""A driver that crashes the program does so once."""

import subprocess
import sys

import pytest

from massage_trainer.services.graphics_mark import FILE, GraphicsMark

BEGIN = """
import sys
from pathlib import Path
from massage_trainer.services.graphics_mark import GraphicsMark
mark = GraphicsMark(Path(sys.argv[1]))
mark.begin()
print("begun", flush=True)
sys.stdin.read()
mark.end()
"""


def leave_mark(folder):
    """As a program does that is gone in the middle of its first drawing."""
    (folder / FILE).write_text("begun", encoding="ascii")


def drawing(folder):
    """Another program that is in the middle of its first drawing until its input ends."""
    other = subprocess.Popen(
        [sys.executable, "-c", BEGIN, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdout.readline().strip() == b"begun"
    return other


def test_a_drawing_that_ends_leaves_nothing(tmp_path):
    mark = GraphicsMark(tmp_path / "data")
    assert not mark.crashed
    mark.begin()
    assert (tmp_path / "data" / FILE).is_file()
    mark.end()
    assert not GraphicsMark(tmp_path / "data").crashed


def test_a_drawing_that_never_ended_is_told_once_and_remembered(tmp_path):
    leave_mark(tmp_path)
    second = GraphicsMark(tmp_path)
    assert second.crashed
    assert second.is_news
    second.told()
    assert second.crashed
    assert not second.is_news
    third = GraphicsMark(tmp_path)
    assert third.crashed
    assert not third.is_news


def test_the_user_may_try_again_and_a_second_crash_is_news(tmp_path):
    leave_mark(tmp_path)
    mark = GraphicsMark(tmp_path)
    mark.told()
    mark.forgive()
    assert not mark.crashed
    leave_mark(tmp_path)
    assert GraphicsMark(tmp_path).is_news


@pytest.mark.parametrize("content", [b"", b"\xff\x00\xfe", b"x" * 10_000])
def test_a_mark_that_was_broken_off_counts(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert GraphicsMark(tmp_path).crashed


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    mark = GraphicsMark(tmp_path / "file")
    mark.begin()
    mark.end()
    mark.forgive()
    assert not mark.crashed


def test_another_program_that_is_drawing_just_now_has_not_crashed(tmp_path):
    other = drawing(tmp_path)
    mark = GraphicsMark(tmp_path)
    assert not mark.crashed
    mark.begin()
    mark.end()
    assert (tmp_path / FILE).is_file(), "it is the other's"
    other.communicate(timeout=60)
    assert not GraphicsMark(tmp_path).crashed
    assert list(tmp_path.iterdir()) == []


def test_another_program_that_ended_while_it_drew_has_crashed(tmp_path):
    other = drawing(tmp_path)
    other.kill()
    other.communicate(timeout=60)
    assert GraphicsMark(tmp_path).is_news
    mark = GraphicsMark(tmp_path)
    mark.forgive()
    mark.begin()
    mark.end()
    assert list(tmp_path.iterdir()) == []
