"""What an examiner looks at, what is a gate of safety, and what each part weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

from massage_trainer.domain.text import LocalizedText

WHOLE: Final = 100  # what the weights come to


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the rubric.

    ``gate`` says what must hold, else the attempt ends; ``from_points`` is judged by the points
    that were found, and by nothing else.
    """

    id: str
    text: LocalizedText
    gate: LocalizedText | None = None
    from_points: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """Lines that are weighed together."""

    id: str
    name: LocalizedText
    weight: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """All of it; the weights come to 100."""

    areas: tuple[Area, ...]
    pass_percent: int

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for area in self.areas for item in area.items)

    @property
    def gates(self) -> tuple[Item, ...]:
        """The lines that are gates, in the order in which they come up."""
        return tuple(item for item in self.items if item.gate)

    @property
    def weights(self) -> dict[str, int]:
        return {area.id: area.weight for area in self.areas}

    def weighed(self, weights: Mapping[str, int], pass_percent: int) -> Rubric:
        """The same lines with other weights; an area that is not named keeps its own."""
        areas = (replace(area, weight=weights.get(area.id, area.weight)) for area in self.areas)
        return Rubric(tuple(areas), pass_percent)


@dataclass(frozen=True, slots=True)
class RubricReading:
    """The rubric as it is in force.

    ``own_file`` is where one's own weights are kept or would be; ``is_own`` tells that they count.
    ``problems`` are mistakes in that file, each with its line: the shipped weights count then.
    """

    rubric: Rubric
    own_file: str
    is_own: bool = False
    problems: tuple[str, ...] = ()


class RubricSource(Protocol):
    """Reads the rubric, and begins a file of one's own weights."""

    def read(self) -> RubricReading: ...

    def begin_own(self) -> bool:
        """Write a file with the shipped weights, to be edited; whether it is there now."""
        ...
