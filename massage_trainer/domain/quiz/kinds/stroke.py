"""Techniques: the name of the stroke in a picture, and the part of the hand that works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.names import joined
from massage_trainer.domain.quiz.question import Form, Option, Question, Shot
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from massage_trainer.domain.catalog import Stroke
    from massage_trainer.domain.protocol import Step
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource

_NAME: Final = LocalizedText("Đây là thủ thuật gì?", "Which technique is this?")
_PART: Final = LocalizedText(
    "Ở đây dùng phần nào của bàn tay?", "Which part of the hand works here?"
)
# A single picture cannot tell these apart: they never stand against one another.
_ALIKE: Final = (
    frozenset({"xat", "xoa", "day", "vuot", "glide"}),
    frozenset({"an", "day-an"}),
    frozenset({"passive-bend", "passive-circle"}),
    frozenset({"passive-both", "stretch-fold"}),
)
_NO_HANDS: Final = frozenset({"infrared"})
MOVED: Final = ("stretch-", "passive-")  # the client's legs are moved, nothing is stroked

PARTS: Final = {
    "heel": LocalizedText("Gốc bàn tay", "The heel of the hand"),
    "palm": LocalizedText("Trọn lòng bàn tay", "The palm of the hand"),
    "thumb": LocalizedText("Vân ngón cái", "The pad of the thumb"),
    "fist": LocalizedText("Bờ ngón út của nắm tay", "The edge of the fist"),
    "edge": LocalizedText("Bờ ngón út, bàn tay mở", "The edge of the hand"),
    "grasp": LocalizedText("Cả bàn tay nắm cơ", "The grip of the hand"),
    "tips": LocalizedText("Đầu các ngón tay", "The fingertips alone"),
    "cup": LocalizedText("Bàn tay hơi khum", "A gently cupped hand"),
}
# By plate or by stroke: the part that is shown first, and all others that may do it as well.
_WORKING: Final = {
    "xat": ("heel", "palm", "edge", "thumb"),
    "xoa": ("palm", "heel", "tips"),
    "day": ("heel", "palm", "edge", "thumb"),
    "dam": ("fist", "edge"),
    "day-an": ("thumb",),
    "nhao-bop": ("grasp", "thumb", "heel"),
    "vuot": ("palm",),
    "an": ("thumb",),
    "glide": ("tips",),
    "patting": ("cup", "tips", "palm"),
    "hacking": ("edge", "fist"),
}


class NameStroke(Kind):
    """A picture of the hands at work, one of four names is right."""

    id = "name-stroke"
    title = LocalizedText("Tên thủ thuật", "Name the technique")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found = []
        for stroke, steps in _worked(source):
            if not deck.wants(self.id, stroke.id, stroke.id):
                continue
            wrong = [s for s in source.catalog.strokes.values() if is_of_one_sort(s, stroke)]
            wrong = [other for other in wrong if not are_alike(other, stroke)]
            chosen = [stroke, *random.sample(wrong, min(OPTIONS - 1, len(wrong)))]
            found.append(
                Question(
                    self.id,
                    stroke.id,
                    Form.CHOICE,
                    _NAME,
                    stroke.how,
                    topic=stroke.id,
                    shot=_shot(random.choice(steps), random),
                    options=shuffled((Option(each.id, each.name) for each in chosen), random),
                    right=frozenset({stroke.id}),
                )
            )
        return found


class HandPart(Kind):
    """A picture of the hands at work; the item is the plate, for one name may have two hands."""

    id = "hand-part"
    title = LocalizedText("Phần nào của bàn tay", "Part of the hand")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found: dict[str, Question] = {}
        for stroke, steps in _worked(source):
            by_item: dict[str, list[Step]] = {}
            for step in steps:
                item = step.plate_id if step.plate_id in _WORKING else stroke.id
                by_item.setdefault(item, []).append(step)
            for item, own in by_item.items():
                parts = _WORKING.get(item)
                if not parts or not deck.wants(self.id, item, stroke.id):
                    continue
                step = own[0]  # the next ones of a stroke may use another part
                wrong = [part for part in PARTS if part not in parts]
                chosen = [parts[0], *random.sample(wrong, OPTIONS - 1)]
                found[item] = Question(
                    self.id,
                    item,
                    Form.CHOICE,
                    _PART,
                    _part_why(stroke, step),
                    topic=stroke.id,
                    shot=_shot(step, random),
                    options=shuffled((Option(part, PARTS[part]) for part in chosen), random),
                    right=frozenset({parts[0]}),
                )
        return list(found.values())


def _part_why(stroke: Stroke, step: Step) -> LocalizedText:
    name = LocalizedText(f"{stroke.name.vi}.", f"{stroke.name.en}.")
    return joined(name, step.words.contact) if step.words.contact else joined(name, stroke.how)


def _worked(source: QuizSource) -> Iterator[tuple[Stroke, list[Step]]]:
    """Every stroke that some lesson does with the hands, and the steps that do it."""
    steps = {step.id: step for lesson in source.lessons for step in lesson.steps}
    for stroke in source.catalog.strokes.values():
        own = [step for step in steps.values() if step.stroke_id == stroke.id and step.plate_id]
        if own and stroke.id not in _NO_HANDS:
            yield stroke, own


def is_of_one_sort(other: Stroke, stroke: Stroke) -> bool:
    """Whether the other is a fair wrong answer in words: both by hand, or both move the legs."""
    if other.id == stroke.id or other.id in _NO_HANDS:
        return False
    return other.id.startswith(MOVED) == stroke.id.startswith(MOVED)


def are_alike(other: Stroke, stroke: Stroke) -> bool:
    """Whether a single picture cannot tell them apart."""
    return any({other.id, stroke.id} <= group for group in _ALIKE)


def _shot(step: Step, random: Random) -> Shot:
    sides = step.sides if isinstance(step.sides, tuple) else ()
    shown = [side for side in sides if side in (Side.LEFT, Side.RIGHT)]
    return Shot(step.plate_id, random.choice(shown) if shown else None)
