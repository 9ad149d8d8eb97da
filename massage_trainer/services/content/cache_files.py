"""The compiled cache on disk: files that carry a checksum and are replaced as a whole.

Read at every start, so it imports next to nothing.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Final, TypeVar

from massage_trainer import __version__

MAX_BYTES: Final = 2_000_000  # a larger source file is refused unread
INDEX: Final = "index"
CATALOG: Final = "catalog"

State = dict[str, Any]  # the index: what is known of every file, lesson and card

_Value = TypeVar("_Value")

_CODE: Final = (Path(__file__).parent, Path(__file__).parents[2] / "domain")


class CacheFolder:
    """Reads and writes named JSON values; without a folder, or one it cannot write, it forgets."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, name: str) -> tuple[str, Any] | None:
        """Checksum and value, or nothing where the file is missing or damaged."""
        if self._folder is None:
            return None
        try:
            checksum, _, payload = (self._folder / f"{name}.json").read_bytes().partition(b"\n")
            if checksum.decode() != checksum_of(payload):
                return None
            return checksum.decode(), json.loads(payload)
        except (OSError, ValueError):
            return None

    def write(self, name: str, value: Any) -> str:
        """Replace a value; return its checksum, also where it could not be written."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        payload = text.encode("utf-8", "surrogatepass")  # file names may be no Unicode
        checksum = checksum_of(payload)
        if self._folder is not None:
            path = self._folder / f"{name}.json"
            new = path.with_name(f"{path.name}.{os.getpid()}")
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                new.write_bytes(f"{checksum}\n".encode() + payload)
                new.replace(path)
            except OSError:
                _remove(new)
        return checksum

    def read_as(self, kind: type[_Value], name: str, checksum: str) -> _Value | None:
        """A stored domain object, or nothing where it is not the one with this checksum."""
        stored = self.read(name)
        if stored is None or stored[0] != checksum:
            return None
        from massage_trainer.services.content.codec import DAMAGED, decode

        try:
            return decode(kind, stored[1])
        except DAMAGED:
            return None

    def remove(self, name: str) -> None:
        if self._folder is not None:
            _remove(self._folder / f"{name}.json")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # a leftover does no harm: what is read is checked


def lesson_name(lesson_id: str) -> str:
    """The name of a lesson in the cache."""
    return f"lesson-{lesson_id}"


def checksum_of(data: bytes) -> str:
    from zlib import crc32

    return f"{len(data)}-{crc32(data):08x}"


def code_stamp() -> list[Any]:
    """Changes whenever the code changes that compiles lessons, or the classes they consist of."""
    found: list[Any] = [__version__]
    for folder in _CODE:
        try:
            with os.scandir(folder) as entries:
                modules = sorted((e.name, e.stat()) for e in entries if e.name.endswith(".py"))
        except OSError:  # a frozen program has no sources; its version tells
            continue
        found += [[name, status.st_size, status.st_mtime_ns] for name, status in modules]
    return found
