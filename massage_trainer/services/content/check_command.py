"""Check lessons and catalogue from their source: every mistake, one a line."""

from collections.abc import Sequence
from pathlib import Path

from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.content.plate_names import load_plate_names
from massage_trainer.services.content.vocabulary import PlateNames


def check(paths: Sequence[Path], protocols: Path, assets: Path) -> list[str]:
    """Return every mistake in the named lesson files and folders, and in the catalogue.

    Without a path the shipped lessons are checked. Lessons elsewhere may reuse the shipped ones
    and those beside them.
    """
    mistakes: list[str] = []
    try:
        plates = load_plate_names(assets / "plates" / "index.json", "assets/plates/index.json")
    except ContentError as error:
        mistakes.append(str(error))
        plates = PlateNames()
    catalog = load_catalog(assets / "catalog", "assets/catalog", plates)
    mistakes += map(str, catalog.errors)
    files = {path.stem: LessonFile(path, f"protocols/{path.name}") for path in _lessons(protocols)}
    asked = list(files)
    if paths:
        asked = []
        for path in paths:
            found = _lessons(path) if path.is_dir() else [path]
            if not path.exists():
                mistakes.append(f"{path}: no such file or folder")
            elif not found:
                mistakes.append(f"{path}: no lessons in this folder (*.yaml)")
            else:
                beside = _lessons(path if path.is_dir() else path.parent)
                files |= {p.stem: LessonFile(p, str(p)) for p in (*beside, *found)}
                asked += [p.stem for p in found]
    builder = LessonBuilder(files, catalog.vocabulary, lambda _: None)
    for lesson_id in asked:
        mistakes += map(str, builder.compiled(lesson_id).errors)
    return mistakes


def _lessons(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))
