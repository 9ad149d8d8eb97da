"""The things around the bodies that a live camera keeps out of: table, pillows, rolls, the lamp."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.live_bodies import Block

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Prop, Scene

# As they are modelled, from the floor upwards; cloths lie on what is here already.
_TABLE: Final = Block((-1.05, -0.37, 0.0), (0.85, 0.37, 0.72))
_HEAD_PILLOW: Final = (Block((0.584, -0.271, 0.72), (0.861, 0.271, 0.903)),)
_KNEE_PILLOW: Final = (Block((-0.491, -0.361, 0.72), (-0.059, -0.039, 0.927)),)
_THINGS: Final[dict[str, tuple[Block, ...]]] = {
    "table": (_TABLE,),
    "cradle": (Block((-0.251, -0.129, -0.086), (0.133, 0.129, 0.041)),),
    "ankle-roll": (Block((-0.75, -0.3, 0.72), (-0.58, 0.3, 0.805)),),
    "pillow-side-head": _HEAD_PILLOW,
    "pillow-resting-head": _HEAD_PILLOW,
    "pillow-leg-head": _HEAD_PILLOW,
    "pillow-turning-head": _HEAD_PILLOW,
    "pillow-side-knee": _KNEE_PILLOW,
    "pillow-resting-knee": _KNEE_PILLOW,
    "pillow-leg-knee": (Block((-1.031, -0.021, 0.72), (-0.379, 0.321, 0.966)),),
    "pillow-supine": (Block((0.554, -0.251, 0.72), (0.836, 0.251, 0.808)),),
    "pillow-low": (Block((0.224, -0.251, 0.72), (0.506, 0.251, 0.808)),),
    "woman/pillow-side-knee": (Block((-0.367, -0.301, 0.72), (0.012, -0.018, 0.897)),),
    "woman/pillow-resting-knee": (Block((-0.367, -0.301, 0.72), (-0.006, -0.055, 0.894)),),
    "woman/pillow-low": (Block((0.102, -0.251, 0.72), (0.385, 0.251, 0.808)),),
    # A foot, a pole, and a head that leans towards the table, in steps.
    "lamp": (
        Block((0.165, -0.935, 0.0), (0.515, -0.585, 0.036)),
        Block((0.32, -0.78, 0.0), (0.36, -0.72, 1.36)),
        Block((0.258, -0.284, 0.84), (0.422, -0.009, 1.0)),
        Block((0.254, -0.4, 1.0), (0.426, -0.064, 1.1)),
        Block((0.249, -0.516, 1.1), (0.431, -0.174, 1.2)),
        Block((0.232, -0.6, 1.2), (0.448, -0.284, 1.3)),
        Block((0.232, -0.72, 1.3), (0.448, -0.39, 1.426)),
    ),
}


def blocks_of(scene: Scene) -> tuple[Block, ...]:
    """Everything with straight sides that stands in a scene, where it stands."""
    return tuple(
        _placed(block, prop)
        for prop in scene.props
        for block in _THINGS.get(prop.mesh) or _THINGS.get(prop.mesh.rpartition("/")[2], ())
    )


def _placed(block: Block, prop: Prop) -> Block:
    """The block around where its corners come to."""
    m = prop.matrix()
    corners = [
        [sum(m[4 * row + i] * n for i, n in enumerate((*corner, 1.0))) for row in range(3)]
        for corner in product(*zip(block.low, block.high, strict=True))
    ]
    x, y, z = zip(*corners, strict=True)
    return Block((min(x), min(y), min(z)), (max(x), max(y), max(z)))
