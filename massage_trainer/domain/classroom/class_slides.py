"""What a class sees of a question, of its answer and of the end of a round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.class_form import is_called_out
from massage_trainer.domain.classroom.class_round import right_options, taken_for
from massage_trainer.domain.classroom.slides import (
    MarkedPlace,
    QuestionSlide,
    ResultLine,
    ResultSlide,
    Reveal,
)
from massage_trainer.domain.quiz.names import place_name
from massage_trainer.domain.quiz.question import Form
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import SideRule

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.classroom.class_round import RoomAnswer, RoomRound, RoomSummary
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.still_places import Fraction

# Where a place of a point or landmark stands in the picture of the question.
Find = Callable[[str, Side], "Fraction | None"]
_SIDES = {
    SideRule.LEFT: (Side.LEFT,),
    SideRule.RIGHT: (Side.RIGHT,),
    SideRule.EITHER: (Side.LEFT, Side.RIGHT),
}


def question_slide(
    round_: RoomRound, question: Question, client: ClientBody, shown: tuple[Fraction, ...]
) -> QuestionSlide:
    """The question alone: ids, places and everything else from which its answer follows stay."""
    points = question.form is Form.PLACE
    return QuestionSlide(
        number=round_.number,
        of=round_.plan.length,
        text=question.prompt,
        shot=question.shot,
        client=client,
        shown=shown,
        options=tuple(option.text for option in question.options),
        many=question.form is Form.MANY,
        pointing=points,
        side=question.side if points else None,
        again=round_.asking > 1,
    )


def reveal_of(
    answer: RoomAnswer, catalog: Catalog, shown: tuple[Fraction, ...], find: Find
) -> Reveal:
    """What is told: what is right, why, what the class said, and what it was taken for."""
    question, votes = answer.question, answer.votes
    confused = answer.confused
    return Reveal(
        right=right_text(question, catalog),
        why=question.why,
        places=tuple(_right_places(question, catalog, shown, find)),
        others=tuple(_other_places(answer, catalog, find)),
        clicks=tuple((click.at, click.outcome.is_right) for click in votes.clicks),
        counts=votes.counts,
        right_options=right_options(question) if votes.counts else (),
        answered=answer.answered,
        answered_right=answer.right,
        confused_with=confused_text(answer, catalog),
        confused=confused.times if confused else 0,
    )


def right_text(question: Question, catalog: Catalog) -> LocalizedText:
    """The answer in words."""
    right = [option.text for option in question.options if option.id in question.right]
    if right:
        return LocalizedText("; ".join(t.vi for t in right), "; ".join(t.en for t in right))
    if is_called_out(question) and question.accepted:
        return place_name(question.accepted[0], catalog)
    return place_name(question.item, catalog)


def confused_text(answer: RoomAnswer, catalog: Catalog) -> LocalizedText | None:
    """What it was taken for most often."""
    confused = answer.confused
    if confused is None:
        return None
    options = {option.id: option.text for option in answer.question.options}
    return options.get(confused.item) or place_name(confused.item, catalog)


def result_slide(summary: RoomSummary, catalog: Catalog) -> ResultSlide:
    """How the class did."""
    lines = (
        ResultLine(
            item_text(result.question, catalog),
            result.last.answered,
            result.last.right,
            confused_text(result.last, catalog),
        )
        for result in summary.results
    )
    return ResultSlide(tuple(lines), summary.answered, summary.right)


def item_text(question: Question, catalog: Catalog) -> LocalizedText:
    """What a question was about: by its name, else by what was asked."""
    if question.item in catalog.points or question.item in catalog.landmarks:
        return place_name(question.item, catalog)
    known = catalog.strokes.get(question.item) or catalog.zones.get(question.item)
    return known.name if known else question.prompt


def _right_places(
    question: Question, catalog: Catalog, shown: tuple[Fraction, ...], find: Find
) -> Iterator[MarkedPlace]:
    if question.form is Form.PLACE:
        name = place_name(question.item, catalog)
        point = catalog.points.get(question.item)
        keys = [site.key for site in point.sites] if point else [question.item]
        found = (find(key, side) for key in keys for side in _SIDES[question.side])
        yield from (MarkedPlace(at, name) for at in dict.fromkeys(found) if at is not None)
    elif question.spot is not None and question.spot.key:
        name = place_name(question.spot.key.partition("@")[0], catalog)
        yield from (MarkedPlace(at, name) for at in shown)


def _other_places(answer: RoomAnswer, catalog: Catalog, find: Find) -> Iterator[MarkedPlace]:
    """The one place that most were nearest to of what they took it for."""
    confused, question = answer.confused, answer.question
    if confused is None or question.form is not Form.PLACE:
        return
    members: Counter[tuple[str, Side]] = Counter()
    for click in answer.votes.clicks:
        near = click.outcome.verdict.nearest if click.outcome.verdict else None
        if near is not None and taken_for(click.outcome, question.item) == confused.item:
            members[near.site, near.side] += 1
    for (key, side), _ in members.most_common(1):
        if (at := find(key, side)) is not None:
            yield MarkedPlace(at, place_name(confused.item, catalog))
