"""A scene's source: one YAML file saying who lies how, wears what and is seen from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from massage_trainer.artwork.drape import Towel
from massage_trainer.artwork.regions import NAMES
from massage_trainer.domain.errors import TrainerError

SIDE_WORDS = {
    "right": {"vi": ("phải", "trái"), "en": ("right", "left")},
    "left": {"vi": ("trái", "phải"), "en": ("left", "right")},
}
KNOWN_KEYS = {
    "id", "position", "wear", "props", "drapes", "frames", "order", "highlight", "cameras",
    "mirror", "stills", "description",
}  # fmt: skip
CLOTHES = {"shirt-up", "shirt-down"}


class SceneSourceError(TrainerError):
    """A scene file that cannot be baked."""


@dataclass(frozen=True, slots=True)
class Still:
    """One picture of a plate: which camera and frame."""

    plate: str
    camera: str
    frame: str


@dataclass(frozen=True, slots=True)
class SceneSource:
    """What one scene file says."""

    id: str
    position: str
    clothes: frozenset[str]
    props: tuple[str, ...]
    drapes: tuple[Towel, ...]
    frames: Mapping[str, Mapping[str, Any]]
    highlight: tuple[str, ...]
    cameras: Mapping[str, Mapping[str, Any]]
    mirror: bool
    stills: tuple[Still, ...]
    description: Mapping[str, str]

    def said(self, side: str | None) -> dict[str, str]:
        """The description, with the worked side's name filled in."""
        out = {}
        for language, text in self.description.items():
            worked, other = SIDE_WORDS[side or "right"][language]
            out[language] = text.strip().replace("{side}", worked).replace("{other}", other)
        return out


def read(path: Path) -> SceneSource:
    """Read one scene file."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or data.get("id") != path.stem:
        raise SceneSourceError(f"{path}: the id must be the file's name")
    if unknown := sorted(set(data) - KNOWN_KEYS):
        raise SceneSourceError(f"{path}: unknown key {', '.join(unknown)}")
    try:
        return _source(data)
    except (KeyError, TypeError, ValueError) as error:
        raise SceneSourceError(f"{path}: {error!r}") from error


def _source(data: Mapping[str, Any]) -> SceneSource:
    frames = data.get("frames") or {"rest": {}}
    wear = frozenset(data.get("wear", []))
    if wear - CLOTHES:
        raise ValueError(f"unknown clothes {sorted(wear - CLOTHES)}")
    highlight = tuple(data.get("highlight", []))
    for name in highlight:
        if name not in NAMES:
            raise ValueError(f"unknown region {name}")
    description = data["description"]
    if set(description) != {"vi", "en"}:
        raise ValueError("the description must be given in vi and en")
    mirror = bool(data.get("mirror", False))
    return SceneSource(
        id=data["id"],
        position=data["position"],
        clothes=wear,
        props=tuple(data["props"]),
        drapes=tuple(Towel(**towel) for towel in data.get("drapes", [])),
        frames={name: frame or {} for name, frame in frames.items()},
        highlight=highlight,
        cameras=data["cameras"],
        mirror=mirror,
        stills=tuple(Still(**still) for still in data["stills"]),
        description=description,
    )


def read_all(folder: Path) -> list[SceneSource]:
    return [read(path) for path in sorted(folder.glob("*.yaml"))]
