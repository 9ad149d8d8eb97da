"""Keep on disk which screens were shown to a class, and how each is drawn on."""

from __future__ import annotations

from pathlib import Path

from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.domain.classroom.screens import REMEMBERED, Projectors
from massage_trainer.services.json_file import JsonFile, Report

VERSION = 1


class FileScreenMemory:
    """The ScreenMemory over ``projectors.json``; entries that make no sense are left out."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._file = JsonFile(folder / "projectors.json", VERSION, report, synced=False)

    def load(self) -> Projectors:
        entries = self._file.read().get("projectors")
        if not isinstance(entries, list):
            return Projectors()
        looks: dict[str, AudienceLook] = {}
        for entry in entries[:REMEMBERED]:
            if isinstance(entry, dict) and isinstance(key := entry.get("screen"), str):
                looks.setdefault(key, _look(entry))
        return Projectors(tuple(looks.items()))

    def save(self, projectors: Projectors) -> None:
        self._file.write(
            {
                "projectors": [
                    {"screen": key, "text": look.text.value, "contrast": look.contrast}
                    for key, look in projectors.looks
                ]
            }
        )


def _look(entry: dict[str, object]) -> AudienceLook:
    sizes = {size.value: size for size in TextSize}
    text = entry.get("text")
    size = sizes.get(text, TextSize.NORMAL) if isinstance(text, str) else TextSize.NORMAL
    return AudienceLook(size, entry.get("contrast") is True)
