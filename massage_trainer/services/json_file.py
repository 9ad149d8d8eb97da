"""A small JSON file that is replaced as a whole, so that a crash leaves the old or the new one."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from massage_trainer.domain.problems import Problem, ProblemKind

Report = Callable[[Problem], None]


class JsonFile:
    """One JSON object on disk with a version number.

    A damaged file is set aside under another name and reported; a file of a newer program is left
    untouched and nothing is written over it; a folder that cannot be written is reported once.
    """

    def __init__(self, path: Path, version: int, report: Report, *, synced: bool = True) -> None:
        """``synced=False`` leaves the disk its time: for what may be lost in a power cut."""
        self._path = path
        self._version = version
        self._report = report
        self._synced = synced
        self._is_newer = False

    def read(self) -> dict[str, Any]:
        """The content, or an empty object where there is none that can be used."""
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            self._report(Problem(ProblemKind.DAMAGED_FILE, f"{self._path}: {error.strerror}"))
            return {}
        except ValueError:  # neither JSON nor UTF-8
            return self._set_aside()
        if not isinstance(content, dict) or not isinstance(content.get("version"), int):
            return self._set_aside()
        if content["version"] > self._version:
            self._is_newer = True
            self._report(Problem(ProblemKind.NEWER_FILE, str(self._path)))
            return {}
        return content

    def write(self, content: dict[str, Any]) -> None:
        """Replace the file."""
        if error := self._written(content):
            self._report(Problem(ProblemKind.CANNOT_SAVE, f"{self._path.parent}: {error.strerror}"))

    def try_write(self, content: dict[str, Any]) -> bool:
        """Whether that succeeded; reports nothing, and so another thread may ask for it."""
        return self._written(content) is None

    def _written(self, content: dict[str, Any]) -> OSError | None:
        if self._is_newer:
            return None
        new = self._path.with_name(f"{self._path.name}.new")
        text = json.dumps({"version": self._version, **content}, ensure_ascii=False, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with new.open("w", encoding="utf-8") as file:
                file.write(text)
                if self._synced:
                    file.flush()
                    os.fsync(file.fileno())
            new.replace(self._path)
        except OSError as error:
            return error
        return None

    def _set_aside(self) -> dict[str, Any]:
        aside = self._path.with_name(f"{self._path.name}.damaged")
        try:
            self._path.replace(aside)
        except OSError:
            aside = self._path  # it stays where it is; writing will say that it cannot
        self._report(Problem(ProblemKind.DAMAGED_FILE, str(aside)))
        return {}
