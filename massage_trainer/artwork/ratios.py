"""Whether a body's proportions are those of people: ratios of its landmarks against a reference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from massage_trainer.artwork.mesh import Floats

_AXES = {"height": 2, "width": 0}


@dataclass(frozen=True, slots=True)
class Ratio:
    """How far two landmarks are apart, measured by how far two others are."""

    id: str
    of: tuple[str, str]
    to: tuple[str, str]
    across: str  # "height" or "width" of the first two; the others are always a height
    reference: float
    within: float


def read(path: Path) -> list[Ratio]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Ratio(
            entry["id"],
            (entry["of"][0], entry["of"][1]),
            (entry["to"][0], entry["to"][1]),
            entry.get("across", "height"),
            float(entry["reference"]),
            float(content["within"]),
        )
        for entry in content["ratios"]
    ]


def value(ratio: Ratio, point: Callable[[str], Floats]) -> float:
    """The ratio on a body whose landmarks stand at ``point(id)``."""
    axis = _AXES[ratio.across]
    a, b, c, d = (point(name) for name in (*ratio.of, *ratio.to))
    return float(np.abs(a - b)[axis] / np.abs(c - d)[2])


def broken(ratios: list[Ratio], point: Callable[[str], Floats]) -> Iterator[str]:
    """What is too far from the reference, in words."""
    for ratio in ratios:
        found = value(ratio, point)
        if abs(found / ratio.reference - 1) > ratio.within:
            yield f"{ratio.id}: {found:.3f}, reference {ratio.reference:.3f}"
