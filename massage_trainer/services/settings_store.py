"""Keep the preferences on disk."""

from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from massage_trainer.domain.settings import Settings
from massage_trainer.services.json_file import JsonFile, Report

VERSION = 1


class FileSettingsStore:
    """The SettingsStore over ``settings.json``; a damaged value falls back to its default."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._file = JsonFile(folder / "settings.json", VERSION, report)

    def load(self) -> Settings:
        content = self._file.read()
        known: dict[str, Any] = {}
        for field in fields(Settings):
            value = content.get(field.name)
            if type(value) is type(field.default):
                known[field.name] = value
        return Settings(**known)

    def save(self, settings: Settings) -> None:
        self._file.write(asdict(settings))
