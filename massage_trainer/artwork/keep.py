"""Keeps what takes seconds to make between two runs: as long as neither code nor inputs change."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

_Made = TypeVar("_Made")
_ROOT = Path(__file__).resolve().parent.parent.parent
_IMPORT = re.compile(r"^\s*from (massage_trainer[\w.]*) import \(?([^#\n(]*)", re.MULTILINE)
_TOOLS = ("anny", "torch", "numpy", "scipy", "potpourri3d", "pygeodesic")
# Older ones of a name are removed: a body that is worked on would fill the disk.
_KEPT = 6


def folder() -> Path:
    return Path(user_cache_path("massage-trainer", appauthor=False)) / "artwork"


def kept(name: str, modules: Iterable[str], inputs: object, make: Callable[[], _Made]) -> _Made:
    """The thing made by these modules from these inputs, made again only if one has changed."""
    path = folder() / f"{name}-{key(modules, inputs)}.pickle"
    found: _Made | None = read(path)
    if found is None:
        found = make()
        save(path, found)
        forget(path.parent, name)
    return found


def read(path: Path) -> Any:
    """What was saved there, or None; a file broken off or of other code counts as none."""
    try:
        made = pickle.loads(path.read_bytes())
        path.touch()
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError):
        return None
    return made


def save(path: Path, made: object) -> None:
    write(path, pickle.dumps(made, protocol=5))


def key(modules: Iterable[str], inputs: object) -> str:
    content = [code_digest(tuple(sorted(modules))), _tools(), inputs]
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def write(path: Path, content: bytes) -> None:
    """Whole or not at all, also with two at it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.half")
    half.write_bytes(content)
    half.replace(path)


def forget(home: Path, name: str) -> None:
    """Remove all but the latest few of a name."""
    found = [p for p in home.glob(f"{name}-*.pickle") if len(p.stem) == len(name) + 21]
    for path in sorted(found, key=lambda p: p.stat().st_mtime)[:-_KEPT]:
        path.unlink(missing_ok=True)


@cache
def code_digest(modules: tuple[str, ...]) -> str:
    """Of these modules' text and of all of the program that they import."""
    known: dict[str, bytes] = {}
    left = list(modules)
    while left:
        module = left.pop()
        path = _ROOT / (module.replace(".", "/") + ".py")
        if module in known or not path.is_file():
            continue
        known[module] = path.read_bytes()
        for source, names in _IMPORT.findall(known[module].decode("utf-8")):
            left.append(source)
            left += [f"{source}.{name.strip()}" for name in names.split(",") if name.strip()]
    joined = b"\0".join(name.encode() + b"\0" + text for name, text in sorted(known.items()))
    return hashlib.sha256(joined).hexdigest()


@cache
def _tools() -> list[str]:
    return [_version(tool) for tool in _TOOLS]


def _version(tool: str) -> str:
    try:
        return version(tool)
    except PackageNotFoundError:
        return ""
