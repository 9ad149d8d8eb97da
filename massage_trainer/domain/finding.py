"""How a hand finds a point, step by step: each landmark, then each stretch that is measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.construction import Level, Walk, needs
from massage_trainer.domain.quiz.names import filled, joined, point_name
from massage_trainer.domain.quiz.place_words import construction_words
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint, Catalog, Landmark
    from massage_trainer.domain.construction import Construction

_LIES: Final = LocalizedText("{point}: {where}.", "{point}: {where}.")
_HERE: Final = LocalizedText("{point} ở đây.", "{point} is here.")
_FEEL: Final = LocalizedText("Tìm mốc: {name}.", "Landmark: {name}.")


@dataclass(frozen=True, slots=True)
class FindingStep:
    """One thing to do: what it says, the places to mark, and how much of the line is drawn.

    ``legs`` of the measuring line are there at its end, of which those after ``legs_before`` are
    new; ``places`` are ids of landmarks and keys of points.
    """

    text: LocalizedText
    places: tuple[str, ...]
    legs_before: int
    legs: int


def finding_steps(point: Acupoint, key: str, catalog: Catalog) -> tuple[FindingStep, ...]:
    """The way to one of the point's places; empty for a point that has none."""
    hand = _Hand(catalog)
    for site in point.sites:
        if site.key == key:
            hand.measure(key, site.construction)
    return tuple(hand.steps)


class _Hand:
    """Goes the way of the measuring line, which counts what it needs in the same order."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._legs_to: dict[str, int] = {}  # of the places that were come to before
        self._marked: list[str] = []
        self._legs = 0
        self.steps: list[FindingStep] = []

    def measure(self, key: str, construction: Construction) -> None:
        """From what it needs to this place of a point."""
        start = self._legs
        for place in needs(construction):
            self._go(place, feel_only=isinstance(construction, Level))
        before = self._legs
        self._legs += _own_legs(construction)
        self._legs_to[key] = self._legs - start
        point = self._catalog.points[key.partition("@")[0]]
        where = construction_words(construction, self._catalog)
        name = point_name(point)
        text = filled(_LIES, point=name, where=where) if where else filled(_HERE, point=name)
        self._add(text, key, before)

    def _go(self, place: str, *, feel_only: bool) -> None:
        if place in self._legs_to:
            self._legs += self._legs_to[place]
        elif landmark := self._catalog.landmarks.get(place):
            self._legs_to[place] = 0
            self._add(_felt(landmark), place, self._legs)
        elif (point := self._catalog.points.get(place.partition("@")[0])) and not feel_only:
            for site in point.sites:
                if site.key == place:
                    self.measure(place, site.construction)

    def _add(self, text: LocalizedText, place: str, legs_before: int) -> None:
        self._marked.append(place)
        self.steps.append(FindingStep(text, tuple(self._marked), legs_before, self._legs))


def _felt(landmark: Landmark) -> LocalizedText:
    return joined(filled(_FEEL, name=landmark.name), landmark.find)


def _own_legs(construction: Construction) -> int:
    match construction:
        case Walk(_, strides, _):
            return len(strides)
        case Level(_, lateral_cun, _):
            return 1 if lateral_cun else 0
        case _:
            return 1 if len(needs(construction)) > 1 else 0
