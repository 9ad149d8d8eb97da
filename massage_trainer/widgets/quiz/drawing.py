"""What is drawn on the picture of a question: the help that is wished, and the answer after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.question import Form, PlaceResponse
from massage_trainer.domain.quiz.round import Help
from massage_trainer.domain.verdict import SideRule
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Join, Measure, Sign
from massage_trainer.widgets.verdict_words import cun_text, place_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.learner import Answer
    from massage_trainer.domain.quiz.question import Question, ShownSpot
    from massage_trainer.domain.still_places import Fraction

_VERTEBRA: Final = re.compile(r"[CTLS]\d+")


def asking(
    question: Question,
    tries: Sequence[Answer],
    help_level: Help,
    draft: Fraction | None,
    client: ClientBody,
    catalog: Catalog,
    language: str,
) -> BodyDrawing:
    """Before the answer: nothing of it, and nothing from which it follows.

    Help is for finding a place; beside a place that is shown, names would say what it is.
    """
    marks = (*_asked_marks(question.spot, client), *_tried_marks(tries))
    if question.form is not Form.PLACE:
        return BodyDrawing(marks)
    hidden = {question.item, question.topic}
    landmarks = help_level in (Help.LANDMARKS, Help.LINES)
    return BodyDrawing(
        marks,
        draft,
        landmarks=landmark_namer(catalog, language, hidden) if landmarks else None,
        points=_point_namer(catalog, hidden) if help_level is Help.NEIGHBOURS else None,
        levels=tuple(catalog.spans.values()) if help_level is Help.LINES else None,
    )


def told(
    answer: Answer, client: ClientBody, catalog: Catalog, language: str, legs: int | None = None
) -> BodyDrawing:
    """After it: the own place, the right one, the way between, and what was touched instead.

    ``legs`` are those of the measuring line that are shown; None for all.
    """
    question, verdict = answer.question, answer.outcome.verdict
    if question.form is not Form.PLACE:
        return _told_spot(question, client, catalog, language, legs)
    name = place_text(question.item, catalog, language)
    if verdict is not None and verdict.site:
        right = BodyMark(Sign.RIGHT, name, verdict.site, verdict.side)
    else:
        right = _any_member(question, name, catalog)
    marks, joins = [right], []
    for own in _tried_marks((answer,)):
        marks.append(own)
        if verdict is not None and verdict.site:
            joins.append(Join(own, right, cun_text(verdict.distance_cun)))
    if verdict is not None and verdict.nearest and answer.outcome.taken_for:
        near = verdict.nearest
        taken = place_text(near.code, catalog, language)
        marks.append(BodyMark(Sign.HIT, taken, near.site, near.side))
    measure = Measure(right.key, right.side, legs, name=landmark_namer(catalog, language, set()))
    return BodyDrawing(marks=tuple(marks), joins=tuple(joins), measure=measure)


def landmark_namer(
    catalog: Catalog, language: str, hidden: set[str]
) -> Callable[[str], str | None]:
    """Short names: a vertebra by letter and number."""

    def name(landmark_id: str) -> str | None:
        landmark = catalog.landmarks.get(landmark_id)
        if landmark is None or landmark_id in hidden:
            return None
        if _VERTEBRA.fullmatch(landmark_id):
            return landmark_id
        return landmark.name.in_language(language)

    return name


def _point_namer(catalog: Catalog, hidden: set[str]) -> Callable[[str], str | None]:
    def name(key: str) -> str | None:
        code = key.partition("@")[0]
        return None if code in hidden or code not in catalog.points else code

    return name


def _asked_marks(spot: ShownSpot | None, client: ClientBody) -> Iterator[BodyMark]:
    if spot is not None:
        yield _spot_mark(spot, client, Sign.ASKED, "?")


def _tried_marks(tries: Sequence[Answer]) -> Iterator[BodyMark]:
    """Where the learner was already."""
    for answer in tries:
        response = answer.response
        if isinstance(response, PlaceResponse) and (response.place or response.at):
            yield BodyMark(Sign.OWN, place=response.place, at=response.at)


def _spot_mark(spot: ShownSpot, client: ClientBody, sign: Sign, label: str) -> BodyMark:
    place = None if spot.key or spot.places is None else spot.places.get(client)
    return BodyMark(sign, label, spot.key, spot.side, place)


def _told_spot(
    question: Question, client: ClientBody, catalog: Catalog, language: str, legs: int | None
) -> BodyDrawing:
    spot = question.spot
    if spot is None:
        return BodyDrawing()
    code = spot.key.partition("@")[0]
    known = code in catalog.points or code in catalog.landmarks
    label = place_text(code, catalog, language) if known else ""
    mark = _spot_mark(spot, client, Sign.RIGHT, label)
    namer = landmark_namer(catalog, language, set())
    measure = Measure(spot.key, spot.side, legs, name=namer) if spot.key else None
    return BodyDrawing(marks=(mark,), measure=measure)


def _any_member(question: Question, name: str, catalog: Catalog) -> BodyMark:
    """The right place where none was shown for it."""
    point = catalog.points.get(question.item)
    key = point.sites[0].key if point and point.sites else question.item
    if point and point.midline:
        return BodyMark(Sign.RIGHT, name, key, Side.MIDLINE)
    side = Side.LEFT if question.side is SideRule.LEFT else Side.RIGHT
    if question.shot and question.shot.side in (Side.LEFT, Side.RIGHT):
        side = question.shot.side if question.side is SideRule.EITHER else side
    return BodyMark(Sign.RIGHT, name, key, side)
