"""Compile all lessons of some folders, each after the lessons that it reuses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.domain.protocol import Protocol
from massage_trainer.services.content.protocol_loader import (
    Compiled,
    Shelf,
    Trouble,
    compile_lesson,
)
from massage_trainer.services.content.vocabulary import Vocabulary
from massage_trainer.services.content.yaml_nodes import is_identifier
from massage_trainer.services.content.yaml_source import read_bytes

MOST_REUSE: Final = 10


@dataclass(frozen=True, slots=True)
class LessonFile:
    """Where a lesson is written, and what messages call the file."""

    path: Path
    label: str


class LessonBuilder:
    """Compiles lessons on demand; ``ready`` knows those that need no new look."""

    def __init__(
        self,
        files: Mapping[str, LessonFile],
        vocabulary: Vocabulary,
        ready: Callable[[str], Compiled | None],
    ) -> None:
        self._files = files
        self._vocabulary = vocabulary
        self._ready = ready
        self._shelf = Shelf(self._find, files.keys)
        self._done: dict[str, Compiled] = {}
        self._open: list[str] = []  # being compiled, each because the one before reuses it

    def compiled(self, lesson_id: str) -> Compiled:
        if lesson_id not in self._done:
            self._open.append(lesson_id)
            self._done[lesson_id] = self._ready(lesson_id) or self._compile(lesson_id)
            self._open.pop()
        return self._done[lesson_id]

    def _compile(self, lesson_id: str) -> Compiled:
        file = self._files[lesson_id]
        if not is_identifier(lesson_id):
            problem = f"the file name {lesson_id!r} is no lesson id"
            hint = "lower-case letters, digits, dashes"
            error = ContentError(SourceLocation(file.label, 1), problem, hint)
            return Compiled(None, (error,), ())
        try:
            data = read_bytes(file.path, file.label)
        except ContentError as error:
            return Compiled(None, (error,), ())
        return compile_lesson(data, lesson_id, file.label, self._vocabulary, self._shelf)

    def _find(self, lesson_id: str) -> Protocol | Trouble:
        if lesson_id not in self._files:
            return Trouble.UNKNOWN
        if lesson_id in self._open:
            return Trouble.CYCLE
        if len(self._open) >= MOST_REUSE:
            return Trouble.TOO_DEEP
        return self.compiled(lesson_id).protocol or Trouble.BROKEN
