"""What to keep in mind at a point: what lies beneath, who must not be pressed, how lightly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.names import filled, joined, point_name
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource

_ASKED: Final = LocalizedText(
    "Khi ấn huyệt {name} phải nhớ điều gì?", "What do you keep in mind at {name}?"
)
# True at many points, whatever the catalogue says of each: no fair wrong answer. Pregnant clients
# are asked about in another kind.
_NOT_ASKED: Final = frozenset({"tender-point", "beside-spine", "intimate-area"})
_PREGNANCY: Final = "pregnancy-"
# Cautions of one neighbourhood: at a point with one of them the others may be true as well.
_NEIGHBOURS: Final = (
    frozenset({"ribs-lung", "lung-apex", "rib12-kidney", "armpit"}),
    frozenset({"popliteal-fossa", "fibular-nerve", "calf-clot"}),
    frozenset({"sciatic-nerve", "hip-replacement", "through-cloth"}),
)


class KeepInMind(Kind):
    """One caution of the point among those of other places; which one changes each time."""

    id = "keep-in-mind"
    title = LocalizedText("Điều phải nhớ ở huyệt", "What to keep in mind")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        cautions = source.catalog.point_cautions
        found = []
        for point in source.placed_points():
            own = [c for c in point.cautions if c in cautions and _is_asked(c)]
            if not own or not deck.wants(self.id, point.code, point.code):
                continue
            right = random.choice(own)
            chosen = [right, *_wrong(point, source, random)]
            options = [Option(each, cautions[each].text) for each in chosen]
            found.append(
                Question(
                    self.id,
                    point.code,
                    Form.CHOICE,
                    filled(_ASKED, name=point_name(point)),
                    joined(*(cautions[each].text for each in own)),
                    topic=point.code,
                    options=shuffled(options, random),
                    right=frozenset({right}),
                )
            )
        return found


def _wrong(point: Acupoint, source: QuizSource, random: Random) -> list[str]:
    """Cautions that are not true here, no two of one neighbourhood."""
    barred = set(point.cautions)
    for near in _NEIGHBOURS:
        if near.intersection(point.cautions):
            barred |= near
    candidates = [c for c in source.catalog.point_cautions if c not in barred and _is_asked(c)]
    random.shuffle(candidates)
    found: list[str] = []
    for caution in candidates:
        if not any(caution in near and near.intersection(found) for near in _NEIGHBOURS):
            found.append(caution)
    return found[: OPTIONS - 1]


def _is_asked(caution: str) -> bool:
    return caution not in _NOT_ASKED and not caution.startswith(_PREGNANCY)
