"""Keeps what takes seconds to make between two runs: as long as neither code nor inputs change."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import pickle
import time
from collections.abc import Callable, Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

_Made = TypeVar("_Made")
_ROOT = Path(__file__).resolve().parent.parent.parent
_PACKAGE = "massage_trainer"
_TOOLS = ("anny", "torch", "numpy", "scipy", "potpourri3d", "pygeodesic")
_BEGUN = time.time()
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
        # What is edited while it runs would be kept under the name of its new text.
        if _latest(tuple(sorted(modules))) < _BEGUN:
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
    files = _files(modules)
    joined = b"\0".join(name.encode() + b"\0" + files[name].read_bytes() for name in sorted(files))
    return hashlib.sha256(joined).hexdigest()


def _latest(modules: tuple[str, ...]) -> float:
    return max(path.stat().st_mtime for path in _files(modules).values())


@cache
def _files(modules: tuple[str, ...]) -> dict[str, Path]:
    known: dict[str, Path] = {}
    left = list(modules)
    while left:
        module = left.pop()
        path = _ROOT / (module.replace(".", "/") + ".py")
        if module in known or not path.is_file():
            continue
        known[module] = path
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(_PACKAGE):
                left.append(str(node.module))
                left += [f"{node.module}.{name.name}" for name in node.names]
    return known


@cache
def _tools() -> list[str]:
    return [_version(tool) for tool in _TOOLS]


def _version(tool: str) -> str:
    try:
        return version(tool)
    except PackageNotFoundError:
        return ""
