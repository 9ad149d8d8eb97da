"""Bring the compiled cache up to date: only what changed, and what depends on it."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.protocol import Protocol
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.cache_files import (
    CATALOG,
    INDEX,
    MAX_BYTES,
    CacheFolder,
    State,
    code_stamp,
    lesson_name,
)
from massage_trainer.services.content.codec import encode
from massage_trainer.services.content.plate_names import load_plate_names
from massage_trainer.services.content.sources import ContentPlaces, Sources, is_unchanged
from massage_trainer.services.content.vocabulary import PlateNames, Vocabulary

StoredLesson = Callable[[str, str], Protocol | None]  # id, checksum
Record = dict[str, Any]

_NOTHING: Final[State] = {"files": {}, "lessons": {}, "catalog": {}, "choices": None, "built_ns": 0}


class Recompiling:
    """One run over all files. Afterwards ``lessons`` and ``catalog`` hold what was compiled.

    ``vocabulary`` is that of an earlier run, if there was one; it saves reading the catalogue.
    """

    def __init__(
        self,
        places: ContentPlaces,
        cache: CacheFolder,
        sources: Sources,
        stored: StoredLesson,
        vocabulary: Vocabulary | None,
    ) -> None:
        self._places = places
        self._cache = cache
        self._sources = sources
        self._stored = stored
        self.lessons: dict[str, tuple[str, Protocol]] = {}
        self.catalog: tuple[str, Catalog] | None = None
        self.vocabulary = vocabulary

    def run(
        self,
        old: State | None,
        lost: str,
        choices: Callable[[], TeacherChoices],
        fingerprint: str,
        now_ns: int,
    ) -> State:
        """Return the new index and write it; ``lost`` names a lesson whose cache is damaged."""
        before = old or _NOTHING
        files = self._hashed(before)
        changed = _changed(before["files"], files)
        whole = old is None or not changed.isdisjoint(self._sources.catalog)
        chosen = before["choices"] != fingerprint
        stale = set(self._sources.lessons) if whole else self._stale(before["lessons"], changed)
        stale |= {lost} & self._sources.lessons.keys()
        if chosen:
            stale |= self._unreadable(before["lessons"])
        catalog, records = before["catalog"], dict(before["lessons"])
        if whole or stale:
            catalog = self._compile(catalog, records, stale, whole=whole)
        if chosen or stale:
            self._draw_cards(records, stale, choices(), catalog["defaults"], every=chosen)
        for gone in before["lessons"].keys() - self._sources.lessons.keys():
            self._cache.remove(lesson_name(gone))
        state = {
            "code": code_stamp(),
            "built_ns": now_ns,
            "choices": fingerprint,
            "files": files,
            "misnamed": self._sources.misnamed,
            "catalog": catalog,
            "lessons": {
                lesson_id: records[lesson_id] for lesson_id in sorted(self._sources.lessons)
            },
        }
        self._cache.write(INDEX, state)
        return state

    def _hashed(self, before: State) -> dict[str, list[Any] | None]:
        """Stamp and hash of every file; the content is read only where the stamp is no proof."""
        hashed: dict[str, list[Any] | None] = {}
        for path, stamp in self._sources.files.items():
            known = before["files"].get(path)
            if is_unchanged(stamp, known, before["built_ns"]):
                hashed[path] = known
            else:
                hashed[path] = None if stamp is None else [*stamp, _hash(path, stamp[0])]
        return hashed

    def _stale(self, records: dict[str, Record], changed: set[str]) -> set[str]:
        """Lessons of changed files, and whatever reuses one that changed, came or went."""
        now = self._sources.lessons
        touched = {lesson_id for lesson_id, path in now.items() if str(path) in changed}
        touched |= records.keys() ^ now.keys()
        while more := {
            lesson_id
            for lesson_id, record in records.items()
            if lesson_id not in touched and not touched.isdisjoint(record["uses"])
        }:
            touched |= more
        return touched & now.keys()

    def _unreadable(self, records: dict[str, Record]) -> set[str]:
        return {
            lesson_id
            for lesson_id in self._sources.lessons
            if (record := records.get(lesson_id))
            and record["checksum"]
            and self._stored(lesson_id, record["checksum"]) is None
        }

    def _compile(
        self, catalog: Record, records: dict[str, Record], stale: set[str], *, whole: bool
    ) -> Record:
        # Imported here: files that were only touched need no yaml.
        from massage_trainer.services.content.builder import LessonBuilder, LessonFile
        from massage_trainer.services.content.catalog_loader import load_catalog
        from massage_trainer.services.content.protocol_loader import Compiled

        if whole or self.vocabulary is None:
            folder = self._places.catalog
            loaded = load_catalog(folder, self._places.label(folder), self._plates())
            self.vocabulary = loaded.vocabulary
        if whole:
            checksum = self._cache.write(CATALOG, encode(loaded.catalog))
            self.catalog = (checksum, loaded.catalog)
            catalog = {
                "checksum": checksum,
                "errors": [str(error) for error in loaded.errors],
                "defaults": dict(loaded.vocabulary.defaults),
            }

        def ready(lesson_id: str) -> Compiled | None:
            if lesson_id in stale:
                return None
            record = records[lesson_id]
            if record["checksum"] is None:
                return Compiled(None, (), tuple(record["uses"]))
            protocol = self._stored(lesson_id, record["checksum"])
            if protocol is None:  # its cache is damaged
                stale.add(lesson_id)
                return None
            return Compiled(protocol, (), tuple(record["uses"]))

        files = {
            lesson_id: LessonFile(path, self._places.label(path))
            for lesson_id, path in self._sources.lessons.items()
        }
        builder = LessonBuilder(files, self.vocabulary, ready)
        for lesson_id in sorted(stale):
            builder.compiled(lesson_id)
        for lesson_id in sorted(stale):
            compiled = builder.compiled(lesson_id)
            records[lesson_id] = {
                "uses": list(compiled.uses),
                "errors": [str(error) for error in compiled.errors],
                "checksum": self._keep(lesson_id, compiled.protocol),
                "card": None,
            }
        return catalog

    def _keep(self, lesson_id: str, protocol: Protocol | None) -> str | None:
        if protocol is None:
            self._cache.remove(lesson_name(lesson_id))
            return None
        checksum = self._cache.write(lesson_name(lesson_id), encode(protocol))
        self.lessons[lesson_id] = (checksum, protocol)
        return checksum

    def _plates(self) -> PlateNames:
        """Without a picture index nothing is said here: lessons play without pictures too."""
        try:
            path = self._places.plates_index
            return load_plate_names(path, self._places.label(path))
        except ContentError:
            return PlateNames()

    def _draw_cards(
        self,
        records: dict[str, Record],
        stale: set[str],
        choices: TeacherChoices,
        defaults: dict[str, str],
        *,
        every: bool,
    ) -> None:
        for lesson_id in self._sources.lessons if every else stale:
            record = records[lesson_id]
            if record["checksum"] is None:
                continue
            held = self.lessons.get(lesson_id)
            protocol = held[1] if held else self._stored(lesson_id, record["checksum"])
            if protocol is not None and not protocol.fragment:
                records[lesson_id] = {**record, "card": _card(protocol, choices, defaults)}


def _changed(before: dict[str, Any], now: dict[str, Any]) -> set[str]:
    """Paths that came, went, or hold something else."""
    return {
        path
        for path in before.keys() | now.keys()
        if path not in before
        or path not in now
        or (before[path] or [None])[-1] != (now[path] or [None])[-1]
    }


def _hash(path: str, size: int) -> str:
    if size > MAX_BYTES:
        return f"{size} bytes"
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        return f"{error.strerror}"


def _card(protocol: Protocol, choices: TeacherChoices, defaults: dict[str, str]) -> dict[str, Any]:
    timeline = unroll(settle(protocol, choices, defaults))
    return {
        "id": protocol.id,
        "name": _both(protocol.name),
        "summary": _both(protocol.summary),
        "needs": [_both(need) for need in protocol.needs],
        "cover": protocol.cover,
        "total_ms": timeline.total_ms,
        "order": protocol.order,
        "steps": len(timeline.rows),
    }


def _both(text: LocalizedText) -> list[str]:
    return [text.vi, text.en]
