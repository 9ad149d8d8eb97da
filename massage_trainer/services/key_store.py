"""Keep on disk which keys were changed."""

from pathlib import Path

from massage_trainer.domain.keys import KeyMap
from massage_trainer.services.json_file import JsonFile, Report

VERSION = 1


class FileKeyStore:
    """The KeyStore over ``keys.json``; entries that make no sense or would clash are left out."""

    def __init__(self, folder: Path, report: Report) -> None:
        self._file = JsonFile(folder / "keys.json", VERSION, report)

    def load(self) -> KeyMap:
        keys = self._file.read().get("keys")
        return KeyMap.of_texts(keys) if isinstance(keys, dict) else KeyMap()

    def save(self, keys: KeyMap) -> None:
        self._file.write({"keys": keys.texts()})
