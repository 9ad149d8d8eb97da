"""Sides of the body, as the client has them."""

from enum import Enum


class Side(Enum):
    """The client's side that a segment works on."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDLINE = "midline"
