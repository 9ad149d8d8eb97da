"""The lessons to choose from, as the library page sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:  # the start of the program must not pay for all ports
    from massage_trainer.domain.bookmark import Bookmark
    from massage_trainer.domain.library import LessonCard
    from massage_trainer.domain.ports import BookmarkStore, LessonSource


class LibraryViewModel(QObject):
    """Lists the lessons, where the student left off in each, and the mistakes in broken ones.

    Signals:
        changed: the cards, the places or the mistakes are others now.
    """

    changed = Signal()

    def __init__(
        self, lessons: LessonSource, bookmarks: BookmarkStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lessons = lessons
        self._bookmarks = bookmarks
        index = lessons.index()
        self.cards: tuple[LessonCard, ...] = index.cards
        self.errors: tuple[str, ...] = index.errors

    def place(self, lesson_id: str) -> Bookmark | None:
        """Where the student left off."""
        return self._bookmarks.get(lesson_id)

    @Slot()
    def reload(self) -> None:
        """Show what is there now: files, numbers or places may have changed."""
        index = self._lessons.index()
        self.cards, self.errors = index.cards, index.errors
        self.changed.emit()
