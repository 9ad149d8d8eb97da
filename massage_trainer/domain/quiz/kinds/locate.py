"""Find a place on the body: a point or a landmark by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.kinds.base import Kind
from massage_trainer.domain.quiz.kinds.pictured import shot_of
from massage_trainer.domain.quiz.landmarks import landmark_topics
from massage_trainer.domain.quiz.names import filled, how_to_find, in_sentence, point_name
from massage_trainer.domain.quiz.question import Form, Outcome, PlaceResponse, Question
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import HIT_CUN, Grade, Target

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Response
    from massage_trainer.domain.quiz.source import QuizSource
    from massage_trainer.domain.verdict import Judge

_WHERE_POINT: Final = LocalizedText("Huyệt {name} ở đâu?", "Where is {name}?")
_WHERE_LANDMARK: Final = LocalizedText("Chỉ trên người: {name} ở đâu?", "Show on the body: {name}.")


class LocatePoint(Kind):
    """The name is given, the place is wanted; either side is right."""

    id = "locate-point"
    title = LocalizedText("Tìm huyệt trên người", "Find the point")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found = []
        for point in source.placed_points() if source.judges else ():
            if not all(site.key in source.rest for site in point.sites):
                continue
            if not deck.wants(self.id, point.code, point.code):
                continue
            if shot := shot_of(source.pictures, (site.key for site in point.sites), random):
                found.append(
                    Question(
                        self.id,
                        point.code,
                        Form.PLACE,
                        filled(_WHERE_POINT, name=point_name(point)),
                        how_to_find(point),
                        topic=point.code,
                        shot=shot,
                    )
                )
        return found

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        if not isinstance(response, PlaceResponse) or question.form is not Form.PLACE:
            return Outcome(Grade.MISS)
        return _judged(question, response, _judge(source, response.client, of_points=True))


class LocateLandmark(Kind):
    """The name of a landmark is given, its place is wanted; either side is right."""

    id = "locate-landmark"
    title = LocalizedText("Tìm mốc trên người", "Find the landmark")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found = []
        topics = landmark_topics(source.catalog) if source.judges else {}
        for landmark_id, codes in topics.items():
            landmark = source.catalog.landmarks[landmark_id]
            topic = deck.topic_of(self.id, landmark_id, codes)
            if topic is None or landmark_id not in source.rest:
                continue
            if shot := shot_of(source.pictures, (landmark_id,), random):
                found.append(
                    Question(
                        self.id,
                        landmark.id,
                        Form.PLACE,
                        filled(_WHERE_LANDMARK, name=in_sentence(landmark.name)),
                        landmark.find,
                        topic=topic,
                        shot=shot,
                    )
                )
        return found

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        if not isinstance(response, PlaceResponse) or question.form is not Form.PLACE:
            return Outcome(Grade.MISS)
        return _judged(question, response, _judge(source, response.client, of_points=False))


def _judge(source: QuizSource, client: ClientBody | None, *, of_points: bool) -> Judge | None:
    if source.judges is None:
        return None
    body = client or ClientBody.MAN
    return source.judges.points(body) if of_points else source.judges.landmarks(body)


def _judged(question: Question, response: PlaceResponse, judge: Judge | None) -> Outcome:
    """What was shown instead is named where the spot lies on it."""
    if judge is None:
        return Outcome(Grade.MISS)
    verdict = judge.judge(Target(question.item, question.side), response.place)
    taken_for = ""
    if verdict.grade in (Grade.MISS, Grade.NEAR) and verdict.nearest:
        near = verdict.nearest
        if near.code != question.item and near.distance_cun <= HIT_CUN:
            taken_for = near.code
    return Outcome(verdict.grade, verdict, taken_for)
