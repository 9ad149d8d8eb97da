"""Keep on disk where the student left off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.services.json_file import JsonFile, Report

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.services.writer import Writer

VERSION = 1


class FileBookmarkStore:
    """The BookmarkStore over ``bookmarks.json``; entries that make no sense are left out.

    With a writer the file follows a moment later; the newest place alone is written then.
    """

    def __init__(self, folder: Path, report: Report, writer: Writer | None = None) -> None:
        self._writer = writer
        self._content: dict[str, Any] = {}
        self._on_disk = self._content
        self._file = JsonFile(folder / "bookmarks.json", VERSION, report, synced=False)
        lessons = self._file.read().get("lessons")
        self._bookmarks: dict[str, Bookmark] = {}
        for lesson_id, entry in lessons.items() if isinstance(lessons, dict) else ():
            if bookmark := _bookmark(lesson_id, entry):
                self._bookmarks[lesson_id] = bookmark

    def get(self, lesson_id: str) -> Bookmark | None:
        return self._bookmarks.get(lesson_id)

    def put(self, bookmark: Bookmark) -> None:
        if self._bookmarks.get(bookmark.lesson_id) == bookmark:
            return
        self._bookmarks[bookmark.lesson_id] = bookmark
        lessons = {
            b.lesson_id: {"path": b.path, "done": b.done, "of": b.of}
            for b in self._bookmarks.values()
        }
        self._content = {"lessons": lessons}
        if self._writer is None:
            self._write()
        else:
            self._writer.later(self._try_to_write, self._write)

    def _write(self) -> None:
        if self._on_disk is not self._content:
            self._on_disk = self._content
            self._file.write(self._content)

    def _try_to_write(self) -> bool:
        content = self._content
        if self._on_disk is content:
            return True
        if self._file.try_write(content):
            self._on_disk = content
            return True
        return False


def _bookmark(lesson_id: str, entry: Any) -> Bookmark | None:
    match entry:
        case {"path": str(path), "done": int(done), "of": int(of)}:
            return Bookmark(lesson_id, path, done, of)
        case _:
            return None
