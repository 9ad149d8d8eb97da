"""What is drawn on the picture of a class question: what it asks about, then the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from massage_trainer.domain.stage_layers import IN_THE_PICTURE
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.classroom.board import Board
    from massage_trainer.domain.classroom.slides import QuestionSlide, Reveal
    from massage_trainer.domain.still_places import Fraction


def class_board(board: Board, slide: QuestionSlide) -> Board:
    """Names of zones, ways of hands and guides would tell: they are laid over the answer alone."""
    if slide.reveal is not None:
        return board
    bare = replace(board.live, layers=board.live.layers & IN_THE_PICTURE)
    return replace(board, layers=frozenset(), live=bare)


def question_drawing(slide: QuestionSlide, language: str) -> BodyDrawing:
    """Before the answer only what belongs to the question; after it everything."""
    if slide.reveal is None:
        return BodyDrawing(tuple(BodyMark(Sign.ASKED, "?", at=at) for at in slide.shown))
    return _told(slide, slide.reveal, language)


def counting_drawing(
    slide: QuestionSlide,
    clicks: Sequence[Fraction],
    draft: Fraction | None,
    language: str,
) -> BodyDrawing:
    """For the instructor alone: also where the class has pointed up to now."""
    drawing = question_drawing(slide, language)
    if slide.reveal is not None:
        return drawing
    own = tuple(BodyMark(Sign.OWN, at=at) for at in clicks)
    return BodyDrawing((*drawing.marks, *own), draft)


def _told(slide: QuestionSlide, reveal: Reveal, language: str) -> BodyDrawing:
    named = {place.at for place in reveal.places}
    marks = [
        BodyMark(Sign.RIGHT, place.name.in_language(language), at=place.at)
        for place in reveal.places
    ]
    marks += [BodyMark(Sign.RIGHT, at=at) for at in slide.shown if at not in named]
    marks += [
        BodyMark(Sign.HIT, place.name.in_language(language), at=place.at) for place in reveal.others
    ]
    marks += [BodyMark(Sign.SPOT, at=at) for at, _ in reveal.clicks]
    return BodyDrawing(tuple(marks), heat=tuple(at for at, _ in reveal.clicks))
