"""May this be pressed: what the questions before a first touch mean for a point."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.protocol import Points
from massage_trainer.domain.quiz.kinds.base import Kind, shuffled
from massage_trainer.domain.quiz.names import filled, joined, point_name
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.screening import Finding, Targets, Weight
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource


class MayPress(Enum):
    """What may be done with a point when something has come up."""

    YES = "yes"
    NO = "no"
    ASK = "ask"


ANSWERS: Final = {
    MayPress.YES: LocalizedText("Được, nhưng cẩn thận", "Yes, with care"),
    MayPress.NO: LocalizedText("Không", "No"),
    MayPress.ASK: LocalizedText(
        "Hỏi giáo viên hoặc bác sĩ trước", "Ask the teacher or a doctor first"
    ),
}
_ASKED: Final = LocalizedText(
    "Hỏi và xem trước khi làm thì thấy: “{finding}”. Có được ấn huyệt {name} cho người này không?",
    "Asking and looking before the lesson brought up: “{finding}”. May you press {name}"
    " on this client?",
)
# A finding and the caution of single points that speak of the same thing.
_OF_POINTS: Final = {"new-hip": "hip-replacement"}
_LOCAL: Final = "L"  # cautions that hold at one place of the skin, wherever it is
_PREGNANT: Final = "pregnant"
_PREGNANCY_NOTES: Final = "pregnancy-"
# Regions of the body that a finding speaks of itself: other points would make no fair question.
_BELOW_THE_CREST: Final = frozenset({"sacral", "buttock", "thigh", "knee", "leg", "ankle"})
_SPOKEN_OF: Final = {"knee": frozenset({"knee", "leg"}), "no-buttocks": _BELOW_THE_CREST}
# Says in general to ask a surgeon: of points that it does not concern it is not asked.
_OF_SOME_POINTS_ALONE: Final = frozenset({"new-hip"})


class MayYouPress(Kind):
    """The item is the finding; with a point where the finding means something of its own for it.

    Yes, no or ask first: as the catalogue divides them.
    """

    id = "caution"
    title = LocalizedText("Có được ấn không", "May you press here")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        strokes = pressing_strokes(source)
        points = source.placed_points()
        found = []
        for finding in asked_findings(source):
            usual = may_press(finding, None, strokes)
            special = [p for p in points if may_press(finding, p, strokes) is not usual]
            barred = _SPOKEN_OF.get(finding.id, frozenset())
            plain = [p for p in points if p not in special and p.region_id not in barred]
            topics = [p for p in plain if deck.wants(self.id, finding.id, p.code)]
            if topics and finding.id not in _OF_SOME_POINTS_ALONE:
                point = random.choice(topics)
                found.append(_question(finding.id, finding, point, usual, source, random))
            for point in special:
                item = f"{finding.id}/{point.code}"
                if deck.wants(self.id, item, point.code):
                    answer = may_press(finding, point, strokes)
                    found.append(_question(item, finding, point, answer, source, random))
        return found


def asked_findings(source: QuizSource) -> Iterator[Finding]:
    """What may come up about a person; not about the room, nor about one place of the skin."""
    for line in source.catalog.screening:
        for finding in line.findings:
            if not finding.of_room and not finding.caution.startswith(_LOCAL):
                yield finding


def pressing_strokes(source: QuizSource) -> frozenset[str]:
    """The techniques by which the lessons press points."""
    steps = (step for lesson in source.lessons for step in lesson.steps)
    return frozenset(step.stroke_id for step in steps if isinstance(step.dose, Points))


def may_press(finding: Finding, point: Acupoint | None, strokes: frozenset[str]) -> MayPress:
    """For a point, or for any point of which the finding says nothing of its own."""
    if finding.weight is Weight.STOP:
        return MayPress.NO
    if finding.weight is Weight.ASK:
        return MayPress.ASK
    if _touches(finding.leave_out, point, strokes):
        return MayPress.NO
    if _touches(finding.ask_first, point, strokes):
        return MayPress.ASK
    if point and _OF_POINTS.get(finding.id) in point.cautions:
        return MayPress.ASK
    return MayPress.YES


def _touches(targets: Targets, point: Acupoint | None, strokes: frozenset[str]) -> bool:
    if strokes.intersection(targets.strokes):
        return True
    return point is not None and (
        point.code in targets.points or point.region_id in targets.regions
    )


def _question(
    item: str,
    finding: Finding,
    point: Acupoint,
    answer: MayPress,
    source: QuizSource,
    random: Random,
) -> Question:
    notes = source.catalog.point_cautions
    if finding.id == _PREGNANT:
        own = [c for c in point.cautions if c in notes and c.startswith(_PREGNANCY_NOTES)]
    else:
        own = [c for c in point.cautions if c in notes and c == _OF_POINTS.get(finding.id)]
    return Question(
        MayYouPress.id,
        item,
        Form.CHOICE,
        filled(_ASKED, finding=finding.text, name=point_name(point)),
        joined(finding.reason, *(notes[caution].text for caution in own)),
        topic=point.code,
        options=shuffled((Option(each.value, text) for each, text in ANSWERS.items()), random),
        right=frozenset({answer.value}),
    )
