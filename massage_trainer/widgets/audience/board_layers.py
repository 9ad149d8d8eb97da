"""What the program draws over a picture of the class, with the layers that are switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.board import Layer
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.plate.naming import ACTIVE, POINT, TWIN
from massage_trainer.widgets.plate.overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.calm import CalmLabels
    from massage_trainer.widgets.plate.naming import Label
    from massage_trainer.widgets.plate.shapes import Box
    from massage_trainer.widgets.plate.viewport import Viewport
    from massage_trainer.widgets.plate.words import PlateWords

_OF_POINTS: Final = frozenset({ACTIVE, POINT, TWIN})


class LayeredOverlay(Overlay):
    """As the lesson's page draws it, without what is switched off."""

    def __init__(
        self,
        model: PlateViewModel,
        words: PlateWords,
        view: Viewport,
        font: QFont,
        layers: frozenset[Layer],
        calm: CalmLabels | None = None,
    ) -> None:
        self._layers = layers
        super().__init__(model, words, view, font, calm=calm)
        if Layer.POINTS not in layers:  # the measuring lines were found by them
            self.dots = ()
            self.labels = tuple(each for each in self.labels if each.kind not in _OF_POINTS)

    def _find_labels(
        self, covered: Sequence[Box], calm: CalmLabels | None = None
    ) -> tuple[Label, ...]:
        return super()._find_labels(covered, calm) if Layer.LABELS in self._layers else ()


def wish_with(points: PointWish, layers: frozenset[Layer]) -> PointWish:
    """What of a step's points belongs to these layers; the zones that it avoids go with them."""
    if Layer.POINTS in layers:
        return points
    return points._replace(avoid=()) if Layer.LINES in layers else PointWish()


def switch_layers(model: PlateViewModel, layers: frozenset[Layer]) -> None:
    """Have the model hand out what these layers show."""
    model.want_line(on=Layer.LINES in layers)
    model.want_zones(on=Layer.ZONES in layers)
    model.want_ways(on=Layer.ARROWS in layers)
