"""What the test of the picking pass and the process that draws for it have in common."""

from collections.abc import Iterator

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector

WIDTH, HEIGHT, FINE = 360, 240, 8
# A tube has this many vertex pairs, bottom and top (tests/stage_examples.py).
AROUND, LEG_VERTICES = 24, 50
# Rest place, cosine towards the viewer, the place that was read.
Seen = tuple[list[float], float, Vector | None]


def on_the_legs(figure: BakedMesh) -> Iterator[tuple[Vector, Vector, int]]:
    """Places halfway up the sides of both legs: rest place, normal and bone."""
    for first, bone in ((0, 1), (LEG_VERTICES, 2)):
        for pair in range(AROUND):
            low, high = (figure.position(first + 2 * pair + end) for end in (0, 1))
            x, y, z = ((a + b) / 2 for a, b in zip(low, high, strict=True))
            middle = (-0.12, 0.0) if bone == 1 else (0.12, 0.0)
            yield (x, y, z), ((x - middle[0]) / 0.09, (y - middle[1]) / 0.09, 0.0), bone
