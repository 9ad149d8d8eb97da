"""How long the skin's edges may be: short where outlines and paint are seen from near."""

from __future__ import annotations

import numpy as np

from massage_trainer.artwork import face
from massage_trainer.artwork.mesh import Floats

# On the pattern: past the wrists, and how long an edge may be there.
HANDS_FROM, HAND_EDGE = 0.475, 0.0065


def edge_limit(places: Floats) -> Floats:
    limit = face.edge_limit(places)
    hands = np.abs(places[:, 0]) > HANDS_FROM
    return np.where(hands, np.minimum(limit, HAND_EDGE), limit)
