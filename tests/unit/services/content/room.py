"""Folders as a program has them, for tests of the library and its cache."""

import os
from pathlib import Path

from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import RACY_NS, ContentPlaces
from tests.unit.services.content.small_content import HEAD, LESSON, replaced, write_catalog

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


def ids(library: ContentLibrary) -> list[str]:
    return [card.id for card in library.index().cards]
