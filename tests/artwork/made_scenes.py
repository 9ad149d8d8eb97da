"""Scenes put together in a test: one line of a file that is not there."""

from massage_trainer.artwork.scene import FrameSource, HandWish, PlateSource, SceneSource, Target
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import SourceLocation
from massage_trainer.domain.text import LocalizedText

HERE = SourceLocation("assets/scenes/made.yaml", 7)


def frames(*names, steps=1):
    return {name: FrameSource(name, HERE, steps=steps) for name in names}


def scene(order, *, loop=False, known=None, **more):
    known = known or frames(*dict.fromkeys(order))
    plate = PlateSource("made", HERE, tuple(known), order[0], ("close",), LocalizedText("a", "b"))
    return SceneSource(
        "made", HERE, "prone", frozenset({"shirt-up"}), ("table",), known, tuple(order), {},
        (plate,), loop=loop, **more,
    )  # fmt: skip


def on(name, side=Side.LEFT, **more):
    return Target(HERE, (name,), side, **more)


def hand(shape, target, **more):
    return HandWish(HERE, shape, target, **more)
