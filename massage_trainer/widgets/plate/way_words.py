"""What the arrows on a picture mean, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.still_places import MarkKind

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import DrawnMark


def way_words(ways: Sequence[DrawnMark]) -> str:
    """One sentence for each kind of arrow, however many there are of it."""
    return " ".join(dict.fromkeys(_meaning(way) for way in ways))


def _meaning(way: DrawnMark) -> str:
    match way.kind:
        case MarkKind.PRESS:
            text = QCoreApplication.translate("Ways", "Broad arrow: press straight in here.")
        case MarkKind.HOLD:
            text = QCoreApplication.translate("Ways", "Ring with two bars: hold still here.")
        case MarkKind.MOVE if way.both_ways:
            text = QCoreApplication.translate(
                "Ways", "Dashed arrow with two heads: this part of the client moves to and fro."
            )
        case MarkKind.MOVE if not way.closed:
            text = QCoreApplication.translate(
                "Ways", "Dashed arrow: this part of the client moves this way."
            )
        case MarkKind.MOVE if _goes_clockwise(way):
            text = QCoreApplication.translate(
                "Ways", "Dashed round arrow: the limb circles clockwise, as seen in the picture."
            )
        case MarkKind.MOVE:
            text = QCoreApplication.translate(
                "Ways",
                "Dashed round arrow: the limb circles anticlockwise, as seen in the picture.",
            )
        case MarkKind.CIRCLE if _goes_clockwise(way):
            text = QCoreApplication.translate(
                "Ways", "Round arrow: the hand circles clockwise, as seen in the picture."
            )
        case MarkKind.CIRCLE:
            text = QCoreApplication.translate(
                "Ways", "Round arrow: the hand circles anticlockwise, as seen in the picture."
            )
        case MarkKind.STROKE if way.both_ways:
            text = QCoreApplication.translate(
                "Ways", "Arrow with two heads: the hand goes to and fro along it."
            )
        case _:
            text = QCoreApplication.translate("Ways", "Arrow: the hand goes along it.")
    return text


def _goes_clockwise(way: DrawnMark) -> bool:
    """In a picture, whose second number grows downwards."""
    around = (*way.path, way.path[0])
    return sum(x * to_y - to_x * y for (x, y), (to_x, to_y) in pairwise(around)) > 0
