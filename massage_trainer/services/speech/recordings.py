"""A teacher's own voice: one WAV file for each line, in the data folder."""

from __future__ import annotations

import contextlib
import json
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from massage_trainer.domain.problems import Problem
from massage_trainer.domain.speech.line import Line, Urgency, clip_key
from massage_trainer.domain.speech.recorded import (
    IncomingRecordings,
    RecordingFault,
    RecordingsError,
)
from massage_trainer.services.json_file import JsonFile, Report
from massage_trainer.services.speech.exchange import replace_all
from massage_trainer.services.speech.pcm import Pcm, SoundFileError, decode, wav

VERSION: Final = 1
_PACKED: Final = "recordings.json"
_NAME: Final = re.compile(r"(vi|en)/[0-9a-f]{16}\.wav")
# What zipfile raises for a file that is none, cut short or locked by a password, and what follows
# from a content that is not ours.
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    EOFError,
    KeyError,
    TypeError,
    AttributeError,
    ValueError,
)
# A minute of sound is 6 MB.
_MOST_BYTES: Final = 8_000_000


class FileRecordings:
    """Keeps ``<language>/<key>.wav``, with the words of each in ``recordings.json``."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._folder = folder
        self._problems: list[Problem] = []
        self._file = JsonFile(folder / _PACKED, VERSION, self._problems.append)
        known = self._file.read().get("texts")
        self._texts: dict[str, str] = dict(known) if isinstance(known, dict) else {}
        while self._problems:
            report(self._problems.pop(0))

    def has(self, line: Line) -> bool:
        return _name(line) in self._texts

    def read(self, line: Line) -> bytes | None:
        """The sound file of a line; None: it is not recorded, or cannot be read."""
        return self._content(_name(line))

    def put(self, line: Line, sound: Pcm) -> None:
        """Keep a recording, in the place of an earlier one. Raises RecordingsError."""
        self._take({_name(line): wav(sound)}, {_name(line): line.text})

    def remove(self, line: Line) -> None:
        """Forget a recording: another voice says the line again. Raises RecordingsError."""
        path = self._folder / _name(line)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _disk(path, error) from error
        self._save({name: text for name, text in self._texts.items() if name != _name(line)})

    def export_to(self, path: Path, lines: Iterable[Line]) -> int:
        """Pack the recordings of these lines for other computers; how many they were.

        A recording whose file has gone is left out; nothing is written where there is none.
        Raises RecordingsError.
        """
        texts = {_name(line): line.text for line in lines if self.has(line)}
        texts = {name: text for name, text in texts.items() if (self._folder / name).is_file()}
        if not texts:
            return 0
        new = path.with_name(f"{path.name}.new")
        try:
            # Stored as it is: packing sound makes it little smaller and keeps the windows waiting.
            with zipfile.ZipFile(new, "w", strict_timestamps=False) as packed:
                packed.writestr(_PACKED, json.dumps({"version": VERSION, "texts": texts}))
                for name in texts:
                    packed.write(self._folder / name, name)
            new.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
            raise _disk(path, error) from error
        return len(texts)

    def look_into(self, path: Path) -> IncomingRecordings:
        """What a file of another computer holds. Raises RecordingsError."""
        sounds: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(path) as packed:
                texts: dict[str, str] = json.loads(packed.read(_PACKED))["texts"]
                for name, text in texts.items():
                    _check(name, text, packed.getinfo(name).file_size)
                    sounds[name] = packed.read(name)
                    decode(sounds[name])
        except OSError as error:
            raise _disk(path, error) from error
        except _DAMAGED as error:
            raise RecordingsError(RecordingFault.NOT_OURS, str(path), str(error)) from error
        except ImportError as error:
            raise RecordingsError(RecordingFault.NO_LIBRARY, str(path), str(error)) from error
        own = (name for name in sounds if self._content(name) not in (None, sounds[name]))
        return IncomingRecordings(texts, sounds, frozenset(own))

    def take_over(self, incoming: IncomingRecordings, *, replace: bool) -> int:
        """Keep them, all or none; how many they were. Raises RecordingsError.

        ``replace``: also those that are recorded here otherwise.
        """
        kept = frozenset() if replace else incoming.own
        sounds = {name: sound for name, sound in incoming.sounds.items() if name not in kept}
        self._take(sounds, {name: incoming.texts[name] for name in sounds})
        return len(sounds)

    def _content(self, name: str) -> bytes | None:
        if name not in self._texts:
            return None
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def _take(self, sounds: Mapping[str, bytes], texts: Mapping[str, str]) -> None:
        texts = {**self._texts, **texts}
        try:
            replace_all(self._folder, sounds, partial(self._save, texts))
        except OSError as error:
            raise _disk(self._folder, error) from error

    def _save(self, texts: dict[str, str]) -> None:
        self._file.write({"texts": texts})
        if self._problems:
            raise RecordingsError(RecordingFault.DISK, self._problems.pop().detail)
        self._texts = texts


def _disk(path: Path, error: OSError) -> RecordingsError:
    reason = error.strerror or str(error)
    return RecordingsError(RecordingFault.DISK, str(path), reason)


def _name(line: Line) -> str:
    return f"{line.language}/{clip_key(line)}.wav"


def _check(name: str, text: object, size: int) -> None:
    """Only what this program would have packed; nothing is ever written beside its folder."""
    fits = _NAME.fullmatch(name) and isinstance(text, str) and size <= _MOST_BYTES
    if not fits:
        raise SoundFileError(f"{name!r} is none of ours")
    language, _, rest = name.partition("/")
    if f"{clip_key(Line(str(text), language, Urgency.STEP))}.wav" != rest:
        raise SoundFileError(f"{name!r} says something else than its text")
