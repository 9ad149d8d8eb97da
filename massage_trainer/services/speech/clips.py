"""The clips that come with the program: one sound file for each line of each lesson."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from massage_trainer.domain.speech.line import Line, clip_key

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Clip:
    """One entry of the manifest; ``synthetic``: it waits for a person to record it."""

    text: str
    voice: str
    licence: str
    sha256: str
    synthetic: bool


class ShippedClips:
    """Reads ``<language>/manifest.json`` and the OGG files beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, line: Line) -> bool:
        return clip_key(line) in self._keys.get(line.language, frozenset())

    def read(self, line: Line) -> bytes | None:
        """The sound file of a line; None: there is no such clip, or it cannot be read."""
        if not self.has(line):
            return None
        try:
            return clip_path(self._folder, line).read_bytes()
        except OSError:
            return None

    @cached_property
    def _keys(self) -> dict[str, frozenset[str]]:
        """By the names of the files alone: the manifest is for people and for the check."""
        folders = [path for path in self._folder.glob("*") if path.is_dir()]
        return {path.name: frozenset(f.stem for f in path.glob("*.ogg")) for path in folders}


def clip_path(folder: Path, line: Line) -> Path:
    return folder / line.language / f"{clip_key(line)}.ogg"


def read_manifest(folder: Path, language: str) -> dict[str, Clip]:
    """By their keys; empty where there is none. Raises ValueError where it is damaged."""
    path = folder / language / MANIFEST
    if not path.exists():
        return {}
    try:
        entries: dict[str, dict[str, Any]] = json.loads(path.read_bytes())["clips"]
        return {key: Clip(**entry) for key, entry in entries.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path}: damaged ({error})") from error


def faults(folder: Path, lines: set[Line]) -> list[str]:
    """Where the clips and the lessons' lines differ; one sentence each, empty when all is well."""
    found = []
    for language in sorted({line.language for line in lines}):
        manifest = read_manifest(folder, language)
        wanted = {clip_key(line): line for line in lines if line.language == language}
        home = folder / language
        for key, line in sorted(wanted.items()):
            if key not in manifest:
                found.append(f"{home}: no clip says “{line.text}”")
        for key, clip in sorted(manifest.items()):
            path = home / f"{key}.ogg"
            if key not in wanted:
                found.append(f"{path}: no lesson says “{clip.text}” any more")
            elif clip_key(Line(clip.text, language, wanted[key].urgency)) != key:
                found.append(f"{path}: its text is “{clip.text}”, the lesson's another")
            elif not path.is_file():
                found.append(f"{path}: the file is missing")
            elif sha256(path.read_bytes()).hexdigest() != clip.sha256:
                found.append(f"{path}: not the file that the manifest names")
    return found
