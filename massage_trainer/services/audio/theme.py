"""The sounds of the cues, read from the folder of a theme."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from massage_trainer.domain.cues import Cue
from massage_trainer.services.speech.pcm import SoundFileError, decode

_log = logging.getLogger(__name__)

DEFAULT_THEME: Final = "soft"
# A theme may come as any of these; the program's own are WAV.
SUFFIXES: Final = (".wav", ".ogg", ".flac", ".mp3")


class Themes:
    """Sound themes: folders in these places, a later place before an earlier one."""

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = tuple(places)

    def names(self) -> list[str]:
        """All there are, the default one first."""
        found = {
            folder.name
            for place in self._places
            if place.is_dir()
            for folder in place.iterdir()
            if folder.is_dir()
        }
        return sorted(found, key=lambda name: (name != DEFAULT_THEME, name))

    def read(self, name: str) -> Mapping[Cue, Sequence[int]]:
        """The samples of each cue; one that a theme lacks sounds as in the default one.

        Raises ImportError where the sound library is missing.
        """
        sounds: dict[Cue, Sequence[int]] = {}
        for cue in Cue:
            for path in self._files(name, cue):
                try:
                    sounds[cue] = decode(path.read_bytes()).samples
                except (OSError, SoundFileError) as error:
                    _log.info("%s cannot be played: %s", path, error)
                else:
                    break
        return sounds

    def _files(self, name: str, cue: Cue) -> Iterable[Path]:
        for theme in dict.fromkeys((name, DEFAULT_THEME)):
            for place in reversed(self._places):
                for suffix in SUFFIXES:
                    path = place / theme / f"{cue.value}{suffix}"
                    if path.is_file():
                        yield path
