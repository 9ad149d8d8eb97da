"""The lessons as the program uses them: from the compiled cache while it fits the files.

Read at every start: nothing here imports yaml or the lessons' classes before they are needed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from massage_trainer.domain.library import LessonCard, LibraryIndex
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.cache_files import (
    CATALOG,
    INDEX,
    CacheFolder,
    State,
    code_stamp,
    lesson_name,
)
from massage_trainer.services.content.sources import ContentPlaces, Sources, is_unchanged

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.services.content.vocabulary import Vocabulary


class ContentLibrary:
    """The LessonSource over YAML files and their compiled cache.

    ``fingerprint`` tells whether the teacher's choices are still the same; ``choices`` is asked
    for them only when they are not.
    """

    def __init__(
        self,
        places: ContentPlaces,
        choices: Callable[[], TeacherChoices],
        fingerprint: Callable[[], str],
        now_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self._places = places
        self._choices = choices
        self._fingerprint = fingerprint
        self._now_ns = now_ns
        self._cache = CacheFolder(places.cache)
        self._state: State | None = None
        self._index = LibraryIndex((), ())
        self._lessons: dict[str, tuple[str, Protocol]] = {}  # with the checksum of its cache
        self._catalog: tuple[str, Catalog] | None = None
        self._vocabulary: Vocabulary | None = None  # of the catalogue as it was last compiled

    def index(self) -> LibraryIndex:
        """Cards and mistakes as the files say now."""
        self.refresh()
        return self._index

    def refresh(self) -> bool:
        """Pick up changed files and choices; whether anything is different now."""
        before = self._index
        state = self._state or self._read_state()
        sources = Sources(self._places)
        if state is None or not self._fits(state, sources):
            state = self._recompile(state, sources)
        if state is not self._state:
            self._state = state
            self._index = _index(state)
        return self._index != before

    def lesson(self, lesson_id: str) -> Protocol:
        """A lesson without mistakes; raises TrainerError where there is none of this id."""
        record = self._known_state()["lessons"].get(lesson_id)
        if record is None or record["checksum"] is None:
            self._refuse(lesson_id, record["errors"] if record else ())
        found = self._stored_lesson(lesson_id, record["checksum"])
        if found is None:  # the cache is damaged
            self._state = self._recompile(self._state, Sources(self._places), lost=lesson_id)
            self._index = _index(self._state)
            return self.lesson(lesson_id)
        return found

    def catalog(self) -> Catalog:
        """The vocabulary of the lessons; entries with mistakes are missing."""
        checksum = self._known_state()["catalog"]["checksum"]
        if self._catalog is None or self._catalog[0] != checksum:
            from massage_trainer.domain.catalog import Catalog

            found = self._cache.read_as(Catalog, CATALOG, checksum)
            if found is None:
                self._state = self._recompile(None, Sources(self._places))
                self._index = _index(self._state)
                return self.catalog()
            self._catalog = (checksum, found)
        return self._catalog[1]

    def _known_state(self) -> State:
        if self._state is None:
            self.refresh()
        return self._state or {}

    def _read_state(self) -> State | None:
        stored = self._cache.read(INDEX)
        if stored is None or stored[1].get("code") != code_stamp():
            return None
        state: State = stored[1]
        return state

    def _fits(self, state: State, sources: Sources) -> bool:
        known, built_ns = state["files"], state["built_ns"]
        return (
            state["misnamed"] == sources.misnamed
            and state["choices"] == self._fingerprint()
            and known.keys() == sources.files.keys()
            and all(is_unchanged(s, known[path], built_ns) for path, s in sources.files.items())
        )

    def _stored_lesson(self, lesson_id: str, checksum: str) -> Protocol | None:
        held = self._lessons.get(lesson_id)
        if held is None or held[0] != checksum:
            from massage_trainer.domain.protocol import Protocol

            found = self._cache.read_as(Protocol, lesson_name(lesson_id), checksum)
            if found is None:
                return None
            held = self._lessons[lesson_id] = (checksum, found)
        return held[1]

    def _recompile(self, state: State | None, sources: Sources, lost: str = "") -> State:
        from massage_trainer.services.content.recompile import Recompiling

        work = Recompiling(
            self._places, self._cache, sources, self._stored_lesson, self._vocabulary
        )
        new = work.run(state, lost, self._choices, self._fingerprint(), self._now_ns())
        self._lessons |= work.lessons
        self._catalog = work.catalog or self._catalog
        self._vocabulary = work.vocabulary
        return new

    def _refuse(self, lesson_id: str, errors: Sequence[str]) -> NoReturn:
        from massage_trainer.domain.errors import TrainerError

        if errors:
            raise TrainerError(f"the lesson {lesson_id!r} has mistakes: {errors[0]}")
        known = ", ".join(card.id for card in self.index().cards)
        raise TrainerError(f"no lesson {lesson_id!r} (there are: {known})")


def _index(state: State) -> LibraryIndex:
    records = state["lessons"].values()
    cards = [_card(record["card"]) for record in records if record["card"]]
    errors = [*state["catalog"]["errors"], *state["misnamed"]]
    for record in records:
        errors += record["errors"]
    return LibraryIndex(tuple(sorted(cards, key=lambda card: (card.order, card.id))), tuple(errors))


def _card(data: dict[str, Any]) -> LessonCard:
    return LessonCard(
        id=data["id"],
        name=LocalizedText(*data["name"]),
        summary=LocalizedText(*data["summary"]),
        needs=tuple(LocalizedText(*need) for need in data["needs"]),
        cover=data["cover"],
        total_ms=data["total_ms"],
        order=data["order"],
        steps=data["steps"],
    )
