"""Check lessons and catalogue from their source: every mistake, one a line."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_files import FILES
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.content.plate_names import load_plate_names
from massage_trainer.services.content.rubric_loader import (
    RUBRIC_FILE,
    WEIGHTS_FILE,
    load_rubric,
    load_weights,
)
from massage_trainer.services.content.vocabulary import PlateNames

_CATALOG: Final = "assets/catalog"


def say(line: str) -> None:
    """Write a line to the terminal; a letter it does not have is no reason to fail.

    Nor is a reader who has read enough: what comes after that is written to nowhere.
    """
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stdout.flush()  # else the end of the program would meet the broken pipe
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def check(
    paths: Sequence[Path], protocols: Path, assets: Path, tell: Callable[[str], None] = say
) -> list[str]:
    """Tell and return every mistake in the named files and folders.

    Without a path, that is every shipped lesson, the catalogue and the index of the pictures.
    Lessons that lie elsewhere may reuse the shipped ones and those beside them.
    """
    work = _Check(protocols, assets)
    # Reading builds trees and drops them whole, never in circles: collecting costs a third more.
    collects = gc.isenabled()
    gc.disable()
    try:
        work.run(paths)
    finally:
        if collects:
            gc.enable()
    for mistake in work.mistakes:
        tell(mistake)
    tell(f"lessons checked: {len(work.asked)}, mistakes: {len(work.mistakes)}")
    return work.mistakes


class _Check:
    def __init__(self, protocols: Path, assets: Path) -> None:
        self._assets = assets
        shipped = sorted(protocols.glob("*.yaml"))
        self._files = {p.stem: LessonFile(p, f"{protocols.name}/{p.name}") for p in shipped}
        self._catalogs: dict[Path, str] = {}
        self.asked: list[str] = []
        self.mistakes: list[str] = []

    def run(self, paths: Sequence[Path]) -> None:
        for path in paths:
            self._take(path)
        if not paths:
            self._take_shipped()
        self._finish()

    def _take_shipped(self) -> None:
        self.asked = list(self._files)
        self._catalogs[self._assets / "catalog"] = _CATALOG
        self._check_rubric(self._assets / "catalog" / RUBRIC_FILE, f"{_CATALOG}/{RUBRIC_FILE}")

    def _check_rubric(self, path: Path, label: str) -> None:
        self.mistakes += map(str, load_rubric(path, label)[1])

    def _check_weights(self, path: Path) -> None:
        shipped, _ = load_rubric(self._assets / "catalog" / RUBRIC_FILE, RUBRIC_FILE)
        self.mistakes += map(str, load_weights(path, str(path), shipped)[1])

    def _take(self, path: Path) -> None:
        try:
            if path.is_dir():
                self._take_folder(path)
            elif path.name == WEIGHTS_FILE:
                self._check_weights(path)
            elif path.name == RUBRIC_FILE:
                self._check_rubric(path, str(path))
            elif _is_catalog(path.parent) and path.stem in FILES:
                self._catalogs[path.parent] = str(path.parent)
            elif path.exists():
                self._take_lessons([path], path.parent)
            else:
                self.mistakes.append(f"{path}: no such file or folder")
        except OSError as error:
            self.mistakes.append(f"{path}: {error.strerror}")

    def _take_folder(self, folder: Path) -> None:
        if _is_catalog(folder):
            self._catalogs[folder] = str(folder)
            if (folder / RUBRIC_FILE).exists():
                self._check_rubric(folder / RUBRIC_FILE, str(folder / RUBRIC_FILE))
        elif lessons := _lessons(folder):
            self._take_lessons(lessons, folder)
        else:
            self.mistakes.append(f"{folder}: no lessons in this folder (*.yaml)")

    def _take_lessons(self, lessons: Sequence[Path], folder: Path) -> None:
        self._files |= {p.stem: LessonFile(p, str(p)) for p in (*_lessons(folder), *lessons)}
        self.asked += [path.stem for path in lessons]

    def _finish(self) -> None:
        plates = PlateNames()
        try:
            index = self._assets / "plates" / "index.json"
            plates = load_plate_names(index, "assets/plates/index.json")
        except ContentError as error:
            self.mistakes.append(str(error))
        catalog = load_catalog(self._assets / "catalog", _CATALOG, plates)
        for folder, label in self._catalogs.items():
            loaded = catalog if label == _CATALOG else load_catalog(folder, label, plates)
            self.mistakes += map(str, loaded.errors)
        builder = LessonBuilder(self._files, catalog.vocabulary, lambda _: None)
        for lesson_id in dict.fromkeys(self.asked):
            self.mistakes += map(str, builder.compiled(lesson_id).errors)


def _is_catalog(folder: Path) -> bool:
    return (folder / "strokes.yaml").exists()


def _lessons(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))
