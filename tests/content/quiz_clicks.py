"""Every point that may be asked, clicked once through the real page in each configuration."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QPointF

from massage_trainer.domain.verdict import Grade

# Of the whole page: from the smallest window to the largest.
SIZES = ((800, 560), (1024, 768), (1280, 800), (1366, 768), (1920, 1080), (2560, 1440))
ZOOMS = (1.0, 2.0, 4.5)
RATIOS = (1.0, 2.0)  # dots of the screen in a dot of the layout, each way
MIRRORED = (False, True)


@dataclass(frozen=True)
class Configuration:
    """How the picture is seen."""

    size: tuple[int, int]
    zoom: float
    ratio: float
    mirrored: bool


CONFIGURATIONS = [Configuration(*each) for each in product(SIZES, ZOOMS, RATIOS, MIRRORED)]


@dataclass(frozen=True)
class Told:
    """What one click came to."""

    configuration: Configuration
    item: str
    plate: str
    grade: Grade | None
    off_cun: float


def sweep(stand, configuration, kind="locate-point"):
    """One round over everything of a kind: each place is clicked where the picture shows it.

    A hand can only hit a dot of the screen: the one nearest to the place.
    """
    stand.resize(*configuration.size)
    stand.seed += 1
    stand.start(kind, length=400)
    asked = set()
    while stand.question.item not in asked:
        question = stand.question
        asked.add(question.item)
        canvas, at = stand.canvas, stand.spots()[0]
        canvas.set_mirrored(mirrored=configuration.mirrored)
        canvas.show_whole()
        if configuration.zoom > 1:
            canvas.zoom_by(configuration.zoom, QPointF(*canvas.view.to_screen(at)))
        ratio = configuration.ratio
        dot = QPointF(*(round(part * ratio) / ratio for part in canvas.view.to_screen(at)))
        stand.mouse_click(dot)
        stand.quiz.confirm()
        answer = stand.round.last
        verdict = answer.outcome.verdict if answer is not None else None
        yield Told(
            configuration,
            question.item,
            question.shot.plate_id,
            answer.outcome.grade if answer is not None else None,
            verdict.distance_cun if verdict is not None else -1.0,
        )
        if answer is None:
            stand.quiz.give_up()
        stand.quiz.dismiss()
    stand.quiz.stop()
