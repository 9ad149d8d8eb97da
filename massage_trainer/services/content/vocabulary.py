"""The names a lesson may refer to, and those among them that have mistakes themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of one catalogue file. ``broken`` entries are there but have mistakes."""

    kind: str  # as messages call it: "stroke", "acupoint"
    file: str
    usable: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    readable: bool = True


@dataclass(frozen=True, slots=True)
class PlateNames:
    """The pictures: plate id -> its frames. ``None`` while no picture index is there to ask."""

    frames: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything that references are checked against."""

    strokes: Names
    regions: Names
    positions: Names
    points: Names
    zones: Names
    cautions: Names
    corrections: Names
    sentences: Names
    questions: Names
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # question id -> choices
    defaults: Mapping[str, str] = field(default_factory=dict)  # question id -> choice
    plates: PlateNames = field(default_factory=PlateNames)
    shown_only: frozenset[str] = frozenset()  # points that may be shown and are never practised
