"""A teacher's own voice: one WAV file for each line, in the data folder."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.speech.line import Line, Urgency, clip_key
from massage_trainer.services.json_file import JsonFile, Report
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


class RecordingsError(TrainerError):
    """A file of recordings that cannot be written or read, in a sentence for the teacher."""


class FileRecordings:
    """Keeps ``<language>/<key>.wav``, with the words of each in ``recordings.json``."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._folder = folder
        self._file = JsonFile(folder / _PACKED, VERSION, report)
        known = self._file.read().get("texts")
        self._texts: dict[str, str] = dict(known) if isinstance(known, dict) else {}

    def has(self, line: Line) -> bool:
        return _name(line) in self._texts

    def read(self, line: Line) -> bytes | None:
        """The sound file of a line; None: it is not recorded, or cannot be read."""
        if not self.has(line):
            return None
        try:
            return (self._folder / _name(line)).read_bytes()
        except OSError:
            return None

    def put(self, line: Line, sound: Pcm) -> None:
        """Keep a recording, in the place of an earlier one. Raises RecordingsError."""
        self._write(_name(line), wav(sound))
        self._texts[_name(line)] = line.text
        self._save()

    def remove(self, line: Line) -> None:
        """Forget a recording: another voice says the line again. Raises RecordingsError."""
        path = self._folder / _name(line)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise RecordingsError(f"{path}: {error.strerror}") from error
        self._texts.pop(_name(line), None)
        self._save()

    def export_to(self, path: Path, lines: Iterable[Line]) -> int:
        """Pack the recordings of these lines for other computers; how many they were.

        Raises RecordingsError.
        """
        wanted = [line for line in lines if self.has(line)]
        texts = {_name(line): line.text for line in wanted}
        try:
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr(_PACKED, json.dumps({"version": VERSION, "texts": texts}))
                for name in texts:
                    packed.write(self._folder / name, name)
        except OSError as error:
            raise RecordingsError(f"{path}: {error.strerror}") from error
        return len(texts)

    def import_from(self, path: Path) -> int:
        """Take over another computer's recordings, whole or not at all; how many they were.

        Raises RecordingsError.
        """
        sounds: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(path) as packed:
                texts = json.loads(packed.read(_PACKED))["texts"]
                for name, text in texts.items():
                    _check(name, text, packed.getinfo(name).file_size)
                    sounds[name] = packed.read(name)
                    decode(sounds[name])
        except OSError as error:
            raise RecordingsError(f"{path}: {error.strerror}") from error
        except _DAMAGED as error:
            raise RecordingsError(f"{path}: no file of recordings ({error})") from error
        except ImportError as error:
            raise RecordingsError(f"{path}: {error}") from error
        for name, sound in sounds.items():
            self._write(name, sound)
        self._texts.update(texts)
        self._save()
        return len(sounds)

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        new = path.with_suffix(".new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(content)
            new.replace(path)
        except OSError as error:
            raise RecordingsError(f"{path}: {error.strerror}") from error

    def _save(self) -> None:
        self._file.write({"texts": self._texts})


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
