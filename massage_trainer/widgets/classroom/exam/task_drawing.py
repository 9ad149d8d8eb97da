"""What the examiner sees on the picture of a task: the right place, and where it was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.anatomy import Side
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Join, Measure, Sign
from massage_trainer.widgets.quiz.drawing import landmark_namer
from massage_trainer.widgets.verdict_words import cun_text, place_text

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.exam import ExamViewModel


def task_drawing(
    exam: ExamViewModel, aim: Fraction | None, catalog: Catalog, language: str
) -> BodyDrawing:
    """The candidate works on a person and sees nothing of this."""
    task, verdict, clicked = exam.task, exam.verdict, exam.clicked
    point = catalog.points.get(task.subject) if task else None
    if task is None or point is None or not point.sites:
        return BodyDrawing(draft=aim)
    name = place_text(point.code, catalog, language)
    side = Side.MIDLINE if point.midline else task.side
    key = verdict.site if verdict and verdict.site else point.sites[0].key
    right = BodyMark(Sign.RIGHT, name, key, side)
    marks, joins = [right], []
    if clicked is not None:
        own = BodyMark(Sign.OWN, at=clicked)
        marks.append(own)
        if verdict is not None and verdict.site and not verdict.wrong_side:
            joins.append(Join(own, right, cun_text(verdict.distance_cun)))
    measure = Measure(key, side, name=landmark_namer(catalog, language, set()))
    return BodyDrawing(tuple(marks), aim, tuple(joins), measure)
