"""Puts together what is heard: themes of sounds, and the voices in the order they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.services.audio.player import SoundPlayer
from massage_trainer.services.audio.theme import Themes
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.speech.clips import ShippedClips
from massage_trainer.services.speech.system_voices import system_voices
from massage_trainer.services.speech.voices import Voices

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from massage_trainer.services.speech.recordings import FileRecordings


def make_loudspeaker(
    data_dir: Path, recordings: FileRecordings, theme: str, parent: QObject
) -> SoundPlayer:
    """Nothing is opened before the first sound; more themes may lie in ``data_dir``."""
    audio = assets_dir() / "audio"
    voices = Voices(recordings, ShippedClips(audio / "voice"), system_voices())
    themes = Themes((audio / "themes", data_dir / "sounds"))
    return SoundPlayer(themes, voices, parent, theme=theme)
