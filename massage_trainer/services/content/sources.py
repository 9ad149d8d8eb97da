"""The files that lessons and catalogue are made of, as they lie on the disk right now."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Final

Stamp = tuple[int, int]  # size, and time of the last change in ns

# A file changed so shortly before it was looked at may change again without a new time stamp;
# two seconds is the coarsest clock of a file system in use (FAT).
RACY_NS: Final = 2_000_000_000

CATALOG_FILES: Final = (
    *("strokes", "regions", "positions", "points", "point_names"),
    *("landmarks", "spans", "zones", "body_regions", "point_cautions"),
    *("safety", "corrections", "article", "questions", "screening"),
)


class ContentPlaces:
    """Where lessons, catalogue, picture index and cache lie.

    The first lesson folder is the shipped one; a lesson in a later folder takes the place of one
    with the same id before it.
    """

    def __init__(
        self, protocols: tuple[Path, ...], catalog: Path, plates_index: Path, cache: Path | None
    ) -> None:
        self.protocols = protocols
        self.catalog = catalog
        self.plates_index = plates_index
        self.cache = cache

    def label(self, path: str | Path) -> str:
        """What messages call a file: short where it is shipped, else the whole path."""
        shipped = f"{self.protocols[0].parent}{os.sep}"
        return str(path).removeprefix(shipped).replace(os.sep, "/")


class Sources:
    """A look at the files: their stamps, and which file each lesson id stands for."""

    def __init__(self, places: ContentPlaces) -> None:
        catalog = [places.catalog / f"{stem}.yaml" for stem in CATALOG_FILES]
        self.catalog = frozenset(map(str, (*catalog, places.plates_index)))
        self.lessons: dict[str, Path] = {}
        self.misnamed: list[str] = []
        for folder in places.protocols:
            for path in _lessons(folder):
                if path.suffix == ".yaml":
                    self.lessons[path.stem] = path
                else:
                    problem = "a lesson's file ends in .yaml (rename it)"
                    self.misnamed.append(f"{places.label(path)}:1:1: {problem}")
        paths = (*catalog, places.plates_index, *self.lessons.values())
        self.files = {str(path): stamp_of(path) for path in paths}


def _lessons(folder: Path) -> list[Path]:
    try:
        paths = list(folder.iterdir())
    except OSError:  # no folder of the user's own, or one that cannot be read
        return []
    return sorted(p for p in paths if p.suffix in (".yaml", ".yml") and not p.name.startswith("."))


def is_unchanged(stamp: Stamp | None, known: list[Any] | None, built_ns: int) -> bool:
    """Whether size and time alone tell that a file is what it was when the cache was built."""
    if stamp is None or known is None:
        return stamp is None and known is None
    return [*stamp] == known[:2] and not built_ns - RACY_NS < stamp[1] <= built_ns


def stamp_of(path: Path) -> Stamp | None:
    """Size and time of a file, or nothing where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None
