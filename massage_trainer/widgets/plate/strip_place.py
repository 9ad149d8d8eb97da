"""Where the strip of words goes, so that it does not cover what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.plate.viewport import Viewport

# How much of the picture's height the strip may take.
_STRIP_PART: Final = 0.42
_WORDS_PART: Final = 0.7
_ZONES_PART: Final = 0.3


def told_height(model: PlateViewModel, view: Viewport) -> float | None:
    """How far down the place stands that is told of; None where there is none."""
    told = [model.answer] if model.answer else [model.chosen] if model.chosen else []
    places = [each.at for each in told] or [mark.at for mark in model.marks if mark.active]
    places = places or [at for way in model.ways for at in way.path]
    heights = [view.to_screen(at)[1] for at in places]
    return sum(heights) / len(heights) if heights else None


def share_of(model: PlateViewModel) -> float:
    """How much of the picture the words may take."""
    if model.zones_wanted and not model.chosen and not model.answer:
        return _ZONES_PART
    told = model.answer or model.chosen or model.ways or any(mark.active for mark in model.marks)
    return _STRIP_PART if told else _WORDS_PART
