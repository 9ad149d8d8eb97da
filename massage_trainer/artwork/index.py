"""The index of the plates: what is drawn, from which inputs, and whether both still fit."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from massage_trainer.domain.plate import INDEX_VERSION

_TEXT: Final = {".py", ".yaml", ".json", ".glsl", ".vert", ".geom", ".frag", ".lock"}
# Code that writes no picture: changing it makes no picture stale.
_WRITES_NOTHING: Final = {
    "__main__.py", "__init__.py", "build.py", "index.py", "label_layout.py", "landmark_sheet.py",
    "keep.py", "live_meshes.py", "sheet.py", "simplify.py", "trial.py", "trial_words.py",
}  # fmt: skip
_DRAWS: Final = {"drawing.py", "grain.py", "stills.py"}
# The renderer of the stills; the live view beside it draws none of them.
RENDERER: Final = frozenset({
    "__init__.py", "constants.py", "depth_maps.py", "ink.py", "items.py", "lamps.py",
    "loaded_mesh.py", "offscreen.py", "picking.py", "renderer.py", "shaders.py", "shot.py",
})  # fmt: skip
_PLACES: Final = {"map_file.py", "packed_skin.py", "position_maps.py", "still_places.py"}
# What the catalogue says about places. Words stand in the same files and are in no picture.
_CATALOG: Final = ("landmarks.yaml", "points.yaml", "spans.yaml", "zones.yaml")
_WORDS: Final = {
    "also_vi", "cautions", "find", "found", "gloss", "name", "region", "source", "sure", "text",
    "why",
}  # fmt: skip
_BAKING_CODE: Final = (
    "massage_trainer/artwork/packed_skin.py",
    "massage_trainer/domain/chart.py",
    "massage_trainer/domain/construction.py",
    "massage_trainer/domain/cun.py",
)
_DRAWING_CODE: Final = (
    "massage_trainer/domain/mesh.py",
    "massage_trainer/domain/rotation.py",
    "massage_trainer/domain/scene_plates.py",
    "massage_trainer/domain/stage.py",
    "massage_trainer/services/mesh_file.py",
    "massage_trainer/services/scenes.py",
)
_PLACING_CODE: Final = (
    "massage_trainer/domain/body_places.py",
    "massage_trainer/domain/position_map.py",
    "massage_trainer/services/body_places.py",
    "massage_trainer/services/still_places.py",
)
# Which lock pins the tools whose versions the index records.
_LOCKS: Final = {
    "anny": "requirements-artwork.lock",
    "torch": "requirements-artwork.lock",
    "numpy": "requirements-artwork.lock",
    "scipy": "requirements-artwork.lock",
    "potpourri3d": "requirements-artwork.lock",
    "pygeodesic": "requirements-artwork.lock",
    "pyside6-essentials": "requirements.lock",
}
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TOOLS: Final = tuple(_LOCKS)
BAKING_GROUPS: Final = ("scenes", "catalog", "baking_code")
DRAWING_GROUPS: Final = ("stage", "drawing_code", "placing_code")
_DRAWN: Final = {".webp", ".places", ".map"}
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
    def live(self) -> Path:
        return self.root / "assets" / "live"

    @property
    def plates(self) -> Path:
        return self.root / "assets" / "plates"

    @property
    def index(self) -> Path:
        return self.plates / "index.json"

    @property
    def catalog(self) -> Path:
        return self.root / "assets" / "catalog"

    def inputs(self) -> dict[str, Hashes]:
        """The hash of every file that a picture depends on, by group."""
        package = self.root / "massage_trainer"
        code = [p for p in package.glob("artwork/*.py") if p.name not in _WRITES_NOTHING]
        bakes = [p for p in code if p.name not in _DRAWS | _PLACES]
        draws = [p for p in code if p.name in _DRAWS]
        draws += [p for p in package.glob("widgets/stage/*.py") if p.name in RENDERER]
        draws += [p for p in package.glob("widgets/stage/glsl/*") if p.suffix in _TEXT]
        places = [p for p in code if p.name in _PLACES]
        return {
            "scenes": self.hashes(self.scenes.glob("*.yaml")),
            "catalog": self.hashes(
                self._there(f"assets/catalog/{name}" for name in _CATALOG), places_digest
            ),
            "baking_code": self.hashes([*bakes, *self._there(_BAKING_CODE)]),
            "stage": self.hashes(p for p in self.stage.rglob("*") if p.is_file()),
            "drawing_code": self.hashes([*draws, *self._there(_DRAWING_CODE)]),
            "placing_code": self.hashes([*places, *self._there(_PLACING_CODE)]),
        }

    def outputs(self) -> Hashes:
        """Pictures, and for each what is known of the body in it."""
        return self.hashes(p for p in self.plates.rglob("*") if p.suffix in _DRAWN)

    def _there(self, names: Iterable[str]) -> Iterable[Path]:
        return (path for name in names if (path := self.root / name).is_file())

    def hashes(self, paths: Iterable[Path], of: Callable[[Path], str] | None = None) -> Hashes:
        of = of or digest
        return {path.relative_to(self.root).as_posix(): of(path) for path in sorted(paths)}


def digest(path: Path) -> str:
    """The same on every system: Windows checks text out with other line ends."""
    content = path.read_bytes()
    if path.suffix in _TEXT:
        content = content.replace(b"\r\n", b"\n")
    return hashlib.sha256(content).hexdigest()[:20]


def places_digest(path: Path) -> str:
    """Of what a catalogue file says about places: an author may mend its words without a build."""
    try:
        content = yaml.load(path.read_bytes(), Loader=_LOADER)
    except yaml.YAMLError:
        return digest(path)
    text = json.dumps(_without_words(content), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def _without_words(node: object) -> object:
    if isinstance(node, dict):
        return {key: _without_words(value) for key, value in node.items() if key not in _WORDS}
    return [_without_words(item) for item in node] if isinstance(node, list) else node


def read(tree: Tree) -> dict[str, Any]:
    """The index as it was last written; an empty one if there is none yet."""
    if not tree.index.is_file():
        return _empty()
    content: dict[str, Any] = json.loads(tree.index.read_bytes())
    # What another version of the program recorded says nothing about today's files.
    return content if content["version"] == INDEX_VERSION else _empty()


def _empty() -> dict[str, Any]:
    return {
        "version": INDEX_VERSION,
        "inputs": {},
        "tools": {},
        "outputs": {},
        "plates": {},
        "problems": {},
        "stills": {},
    }


def write(tree: Tree, index: Mapping[str, Any]) -> None:
    text = json.dumps(index, ensure_ascii=False, indent=1, sort_keys=True)
    tree.index.write_text(text + "\n", encoding="utf-8", newline="\n")


def record_problems(tree: Tree, kind: str, found: Sequence[str]) -> None:
    """What is wrong with the catalogue itself stays wrong until it is mended and built again."""
    content = read(tree)
    content["problems"][kind] = list(found)
    write(tree, content)


def recorded_problems(index: Mapping[str, Any]) -> list[str]:
    return [str(problem) for found in index["problems"].values() for problem in found]


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


def stale_scenes(tree: Tree, now: Mapping[str, Hashes]) -> list[str] | None:
    """The scenes to bake again, or None if all of them must be."""
    index = read(tree)
    recorded: dict[str, Hashes] = index["inputs"]
    shared = [group for group in BAKING_GROUPS if group != "scenes"]
    if any(recorded.get(group) != now[group] for group in (*shared, "stage")):
        return None
    if list(_tool_differences(tree.root, dict(index["tools"]))):
        return None
    before = recorded.get("scenes", {})
    if set(before) - set(now["scenes"]):
        return None
    changed = [name for name, found in now["scenes"].items() if before.get(name) != found]
    return [PurePosixPath(name).stem for name in changed]


def problems(tree: Tree) -> list[str]:
    """What does not fit; nothing is rebuilt, and only files are read."""
    if not tree.index.is_file():
        return [f"{tree.index}: missing (run: python -m massage_trainer.artwork build)"]
    try:
        index = json.loads(tree.index.read_bytes())
        if index["version"] != INDEX_VERSION:
            return [
                f"{tree.index}: version {index['version']} instead of {INDEX_VERSION} (run: build)"
            ]
        recorded: dict[str, Hashes] = {g: dict(h) for g, h in index["inputs"].items()}
        outputs, tools = dict(index["outputs"]), dict(index["tools"])
        named = set(named_files(index["plates"]))
        found = recorded_problems(index)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return [f"{tree.index}: damaged ({error!r})"]
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
    """Every picture, small copy and file of places named anywhere among the plates.

    A position map is named by its places and has their name.
    """
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("file", "thumb"):
                yield str(value)
            elif key == "places":
                yield str(value)
                yield str(PurePosixPath(value).with_suffix(".map"))
            else:
                yield from named_files(value)
    elif isinstance(node, list):
        for value in node:
            yield from named_files(value)
