"""Which zone to avoid a spot lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import Kind, shuffled
from massage_trainer.domain.quiz.kinds.pictured import own_spot_of, spot_of
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Shot, ShownSpot
    from massage_trainer.domain.quiz.source import QuizSource

_ASKED: Final = LocalizedText(
    "Chỗ được đánh dấu nằm trong một vùng cần tránh. Đó là vùng nào?",
    "The marked spot lies in a zone to avoid. Which zone is it?",
)
# Landmarks and points that lie well inside a zone; other zones have a spot of their own name.
INSIDE: Final = {
    "spine": ("T4", "T6", "T8", "T10", "T12", "L2", "L3"),
    "popliteal-fossa": ("BL40",),
}
# The points whose questions a zone belongs to, besides the techniques that keep off it.
TOPICS: Final = {
    "spine": ("BL23", "BL25", "GV4", "GV9"),
    "kidney": ("BL52", "BL51", "BL23", "EX-B4"),
    "sciatic-notch": ("GB30", "BL54"),
    "popliteal-fossa": ("BL40", "BL39"),
}


class WhichZone(Kind):
    """The item is the zone; the others are the wrong answers."""

    id = "which-zone"
    title = LocalizedText("Vùng cần tránh nào", "Which zone to avoid")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        zones = source.catalog.zones
        found = []
        for zone in zones.values():
            topic = deck.topic_of(self.id, zone.id, _topics(zone.id, source))
            if topic is None:
                continue
            if shown := _shown(zone.id, source, random):
                shot, spot = shown
                found.append(
                    Question(
                        self.id,
                        zone.id,
                        Form.CHOICE,
                        _ASKED,
                        zone.why,
                        topic=topic,
                        shot=shot,
                        spot=spot,
                        options=shuffled((Option(z.id, z.name) for z in zones.values()), random),
                        right=frozenset({zone.id}),
                    )
                )
        return found


def _topics(zone: str, source: QuizSource) -> list[str]:
    steps = [step for lesson in source.lessons for step in lesson.steps if zone in step.avoid]
    return [*TOPICS.get(zone, ()), *dict.fromkeys(step.stroke_id for step in steps)]


def _shown(zone: str, source: QuizSource, random: Random) -> tuple[Shot, ShownSpot] | None:
    if keys := INSIDE.get(zone):
        return spot_of(source.pictures, keys, random)
    own = source.pictures.spots.get(zone)
    return own_spot_of(own, random) if own else None
