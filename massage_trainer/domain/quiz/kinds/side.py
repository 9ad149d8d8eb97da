"""Left or right: the client's own side, however the client lies and however the picture is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.kinds.base import Kind
from massage_trainer.domain.quiz.landmarks import landmark_topics
from massage_trainer.domain.quiz.names import filled, in_sentence, point_name
from massage_trainer.domain.quiz.question import Form, Option, Question, ShownSpot
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.quiz.source import QuizSource

SIDES: Final = {
    Side.LEFT: LocalizedText("Bên trái", "Left"),
    Side.RIGHT: LocalizedText("Bên phải", "Right"),
}
_ASKED: Final = LocalizedText(
    "Chỗ được đánh dấu nằm ở bên nào của người được xoa bóp?",
    "On which side of the client is the marked spot?",
)
_WHY: Final = {
    Side.LEFT: LocalizedText(
        "Đó là {name}, bên trái. Trái và phải luôn là của chính người được xoa bóp, dù người ấy"
        " nằm thế nào.",
        "It is {name}, on the left. Left and right are always the client's own, however the client"
        " lies.",
    ),
    Side.RIGHT: LocalizedText(
        "Đó là {name}, bên phải. Trái và phải luôn là của chính người được xoa bóp, dù người ấy"
        " nằm thế nào.",
        "It is {name}, on the right. Left and right are always the client's own, however the client"
        " lies.",
    ),
}


class LeftOrRight(Kind):
    """A spot is shown in a picture of a client who lies on the belly, the back or a side."""

    id = "left-or-right"
    title = LocalizedText("Bên trái hay bên phải", "Left or right")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found = []
        for item, key, name, topics in _places(source):
            topic = deck.topic_of(self.id, item, topics)
            shown = _shown(source, key, random) if topic is not None else None
            if topic is None or shown is None:
                continue
            side, shot = shown
            found.append(
                Question(
                    self.id,
                    item,
                    Form.CHOICE,
                    _ASKED,
                    filled(_WHY[side], name=name),
                    topic=topic,
                    shot=shot,
                    spot=ShownSpot(side, key),
                    options=tuple(Option(each.value, text) for each, text in SIDES.items()),
                    right=frozenset({side.value}),
                )
            )
        return found


def _places(source: QuizSource) -> Iterator[tuple[str, str, LocalizedText, tuple[str, ...]]]:
    """Item, key, name and topics of what has a left and a right."""
    for point in source.placed_points():
        if not point.midline:
            yield point.code, point.sites[0].key, point_name(point), (point.code,)
    topics = landmark_topics(source.catalog)
    for landmark in source.catalog.landmarks.values():
        is_before = landmark.id not in source.pictures.shots  # seen of a client on the back
        if not landmark.midline and (is_before or landmark.id in topics):
            name = in_sentence(landmark.name)
            english = LocalizedText(name.vi, f"the {name.en}")
            yield landmark.id, landmark.id, english, topics.get(landmark.id, ("",))


def _shown(source: QuizSource, key: str, random: Random) -> tuple[Side, Shot] | None:
    """Every picture is as likely, and in it every side that it shows."""
    seen: dict[Shot, list[Side]] = {}
    for pictures in (source.pictures.shots, source.pictures.resting):
        for side, shots in pictures.get(key, {}).items():
            for shot in shots if side in SIDES else ():
                seen.setdefault(shot, []).append(side)
    if not seen:
        return None
    shot = random.choice(list(seen))
    return random.choice(seen[shot]), shot
