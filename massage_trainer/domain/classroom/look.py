"""How large and how strong the class's picture is drawn, chosen per projector."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class TextSize(Enum):
    """How large the words are; the names are written into a file."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"  # for the back row of a long room

    @property
    def factor(self) -> float:
        """Against the normal size."""
        return {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.2, TextSize.LARGEST: 1.4}[self]


@dataclass(frozen=True, slots=True)
class AudienceLook:
    """Both belong to the room and its projector, not to what is shown."""

    text: TextSize = TextSize.NORMAL
    contrast: bool = False  # black on white, for a weak projector or a bright room
