"""A driver that crashes the program does so once."""

import pytest

from massage_trainer.services.graphics_mark import FILE, GraphicsMark


def test_a_drawing_that_ends_leaves_nothing(tmp_path):
    mark = GraphicsMark(tmp_path / "data")
    assert not mark.crashed
    mark.begin()
    assert (tmp_path / "data" / FILE).is_file()
    mark.end()
    assert not GraphicsMark(tmp_path / "data").crashed


def test_a_drawing_that_never_ended_is_told_once_and_remembered(tmp_path):
    GraphicsMark(tmp_path).begin()
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
    GraphicsMark(tmp_path).begin()
    mark = GraphicsMark(tmp_path)
    mark.told()
    mark.forgive()
    assert not mark.crashed
    mark.begin()
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
