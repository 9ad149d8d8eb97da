"""The index of the plates: what is drawn, from which inputs, and whether both still fit."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

VERSION: Final = 1
_TEXT: Final = {".py", ".yaml", ".json", ".glsl", ".vert", ".geom", ".frag", ".lock"}
# Code that writes no picture: changing it makes no picture stale.
_WRITES_NOTHING: Final = {"__main__.py", "__init__.py", "index.py", "sheet.py"}
_DRAWS: Final = {"stills.py"}
_DRAWING_CODE: Final = (
    "massage_trainer/domain/mesh.py",
    "massage_trainer/domain/rotation.py",
    "massage_trainer/domain/stage.py",
    "massage_trainer/services/scenes.py",
)
# Which lock pins the tools whose versions the index records.
_LOCKS: Final = {
    "anny": "requirements-artwork.lock",
    "torch": "requirements-artwork.lock",
    "numpy": "requirements-artwork.lock",
    "scipy": "requirements-artwork.lock",
    "pyside6-essentials": "requirements.lock",
}
TOOLS: Final = tuple(_LOCKS)
BAKING_GROUPS: Final = ("scenes", "baking_code")
DRAWING_GROUPS: Final = ("stage", "drawing_code")
Hashes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Tree:
    """Where the artwork lies in the repository."""

    root: Path

    @property
    def scenes(self) -> Path:
        return self.root / "assets" / "scenes"

    @property
    def stage(self) -> Path:
        return self.root / "assets" / "stage"

    @property
    def plates(self) -> Path:
        return self.root / "assets" / "plates"

    @property
    def index(self) -> Path:
        return self.plates / "index.json"

    def inputs(self) -> dict[str, Hashes]:
        """The hash of every file that a picture depends on, by group."""
        package = self.root / "massage_trainer"
        code = [p for p in package.glob("artwork/*.py") if p.name not in _WRITES_NOTHING]
        drawing = [p for p in code if p.name in _DRAWS]
        drawing += [p for p in package.glob("widgets/stage/**/*") if p.suffix in _TEXT]
        drawing += [p for name in _DRAWING_CODE if (p := self.root / name).is_file()]
        return {
            "scenes": self._hashes(self.scenes.glob("*.yaml")),
            "baking_code": self._hashes(p for p in code if p.name not in _DRAWS),
            "stage": self._hashes(p for p in self.stage.glob("*") if p.is_file()),
            "drawing_code": self._hashes(drawing),
        }

    def outputs(self) -> Hashes:
        return self._hashes(p for p in self.plates.rglob("*.webp"))

    def _hashes(self, paths: Iterable[Path]) -> Hashes:
        return {path.relative_to(self.root).as_posix(): digest(path) for path in sorted(paths)}


def digest(path: Path) -> str:
    """The same on every system: Windows checks text out with other line ends."""
    content = path.read_bytes()
    if path.suffix in _TEXT:
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()[:20]


def read(tree: Tree) -> dict[str, Any]:
    """The index as it was last written; an empty one if there is none yet."""
    if not tree.index.is_file():
        return {"version": VERSION, "inputs": {}, "tools": {}, "outputs": {}, "plates": {}}
    content: dict[str, Any] = json.loads(tree.index.read_bytes())
    return content


def write(tree: Tree, index: Mapping[str, Any]) -> None:
    text = json.dumps(index, ensure_ascii=False, indent=1, sort_keys=True)
    tree.index.write_text(text + "\n", encoding="utf-8", newline="\n")


def record_inputs(
    recorded: dict[str, Hashes],
    now: Mapping[str, Hashes],
    groups: Iterable[str],
    only: Sequence[str],
) -> None:
    """Take over the hashes of what was just built.

    If that was a part of the scenes, the others do not yet fit whatever else has changed.
    """
    for group in groups:
        if not only or group not in recorded:
            recorded[group] = now[group]
            continue
        built = {name: h for name, h in now[group].items() if PurePosixPath(name).stem in only}
        recorded[group] = recorded[group] | built


def problems(tree: Tree) -> list[str]:
    """What does not fit; nothing is rebuilt, and only files are read."""
    if not tree.index.is_file():
        return [f"{tree.index}: missing (run: python -m massage_trainer.artwork build)"]
    try:
        index = read(tree)
        recorded: dict[str, Hashes] = {g: dict(h) for g, h in index["inputs"].items()}
        outputs, tools = dict(index["outputs"]), dict(index["tools"])
        named = set(named_files(index["plates"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return [f"{tree.index}: damaged ({error!r})"]
    found = []
    for group, hashes in tree.inputs().items():
        cause = "build" if group in BAKING_GROUPS else "stills"
        found += list(_differences(recorded.get(group, {}), hashes, cause))
    found += list(_differences(outputs, tree.outputs(), "stills"))
    folder = tree.plates.relative_to(tree.root).as_posix()
    found += [
        f"{folder}/{f}: named by a plate, not recorded as drawn"
        for f in sorted(named)
        if f"{folder}/{f}" not in outputs
    ]
    return found + list(_tool_differences(tree.root, tools))


def _differences(recorded: Mapping[str, str], now: Mapping[str, str], cure: str) -> Iterable[str]:
    for name in sorted({*recorded, *now}):
        if name not in now:
            yield f"{name}: missing (run: {cure})"
        elif name not in recorded:
            yield f"{name}: not in the index (run: {cure})"
        elif recorded[name] != now[name]:
            yield f"{name}: changed since it was recorded (run: {cure})"


def _tool_differences(root: Path, tools: Mapping[str, str]) -> Iterable[str]:
    for tool, lock in _LOCKS.items():
        if not (root / lock).is_file():
            continue
        text = (root / lock).read_text(encoding="utf-8")
        pins = re.findall(rf"^{re.escape(tool)}==([^\s;\\]+)", text, re.MULTILINE | re.IGNORECASE)
        built = tools.get(tool, "")
        # A lock may pin a version for each Python.
        if pins and built.partition("+")[0] not in {pin.partition("+")[0] for pin in pins}:
            yield f"{lock}: {tool} {pins[0]}, but built with {built or 'none'} (run: build)"


def named_files(node: object) -> Iterable[str]:
    """Every file and thumbnail named anywhere among the plates."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("file", "thumb"):
                yield str(value)
            else:
                yield from named_files(value)
