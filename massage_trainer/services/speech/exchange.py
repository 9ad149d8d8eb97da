"""Several files put in the places of others, all of them or none."""

import contextlib
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from massage_trainer.domain.errors import TrainerError


def replace_all(folder: Path, contents: Mapping[str, bytes], keep: Callable[[], None]) -> None:
    """``keep`` writes down that they are there. Where anything fails, all is as it was before.

    Raises OSError, and what ``keep`` raises.
    """
    staged: dict[Path, Path] = {}
    moved: dict[Path, Path | None] = {}  # with a copy of what stood there
    try:
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            staged[path] = path.with_suffix(".new")
            staged[path].write_bytes(content)
        for path, new in staged.items():
            old = path.with_suffix(".old") if path.exists() else None
            if old is not None:
                shutil.copyfile(path, old)
            new.replace(path)
            moved[path] = old
        keep()
    except (OSError, TrainerError):
        for path, old in moved.items():
            with contextlib.suppress(OSError):
                path.unlink() if old is None else old.replace(path)
        raise
    finally:
        for path, new in staged.items():
            for rest in (new, path.with_suffix(".old")):
                with contextlib.suppress(OSError):
                    rest.unlink(missing_ok=True)
