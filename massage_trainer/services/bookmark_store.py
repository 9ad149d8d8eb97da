"""Keep on disk where the student left off."""

from pathlib import Path
from typing import Any

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.services.json_file import JsonFile, Report

VERSION = 1


class FileBookmarkStore:
    """The BookmarkStore over ``bookmarks.json``; entries that make no sense are left out."""

    def __init__(self, folder: Path, report: Report) -> None:
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
        self._file.write({"lessons": lessons})


def _bookmark(lesson_id: str, entry: Any) -> Bookmark | None:
    match entry:
        case {"path": str(path), "done": int(done), "of": int(of)}:
            return Bookmark(lesson_id, path, done, of)
        case _:
            return None
