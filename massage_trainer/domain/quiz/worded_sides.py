"""Left and right in words: how the client lies, where you stand, what your hand rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.quiz.names import filled, in_sentence, place_name, point_name
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.quiz.source import QuizSource


class _Scene(NamedTuple):
    words: LocalizedText
    right_hand_on: Side  # the client's side that lies under your right hand


_PRONE: Final = (
    _Scene(
        LocalizedText(
            "Người được xoa bóp nằm sấp, bạn đứng phía đầu bàn, nhìn về phía chân. Tay {hand}"
            " của bạn đặt lên {name}. Đó là bên nào của người ấy?",
            "The client lies face down; you stand at the head end and look towards the feet. Your"
            " {hand} hand rests on {name}. Which side of the client is it?",
        ),
        Side.LEFT,
    ),
    _Scene(
        LocalizedText(
            "Người được xoa bóp nằm sấp, bạn đứng phía cuối bàn, nhìn về phía đầu. Tay"
            " {hand} của bạn đặt lên {name}. Đó là bên nào của người ấy?",
            "The client lies face down; you stand at the foot end and look towards the head. Your"
            " {hand} hand rests on {name}. Which side of the client is it?",
        ),
        Side.RIGHT,
    ),
)
_SUPINE: Final = (
    _Scene(
        LocalizedText(
            "Người được xoa bóp nằm ngửa, bạn đứng phía đầu bàn, nhìn về phía chân. Tay"
            " {hand} của bạn đặt lên {name}. Đó là bên nào của người ấy?",
            "The client lies on the back; you stand at the head end and look towards the feet. Your"
            " {hand} hand rests on {name}. Which side of the client is it?",
        ),
        Side.RIGHT,
    ),
    _Scene(
        LocalizedText(
            "Người được xoa bóp nằm ngửa, bạn đứng phía cuối bàn, nhìn về phía đầu. Tay"
            " {hand} của bạn đặt lên {name}. Đó là bên nào của người ấy?",
            "The client lies on the back; you stand at the foot end and look towards the head. Your"
            " {hand} hand rests on {name}. Which side of the client is it?",
        ),
        Side.LEFT,
    ),
)
_HANDS: Final = {
    Side.LEFT: LocalizedText("trái", "left"),
    Side.RIGHT: LocalizedText("phải", "right"),
}
_OTHER: Final = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
_ON_THE_SIDE: Final = LocalizedText(
    "Người được xoa bóp nằm nghiêng {hand}. Bạn đặt tay lên {name} của bên nằm phía trên. Đó là"
    " bên nào của người ấy?",
    "The client lies on the {hand} side. Your hand rests on {name} of the side that is on top."
    " Which side of the client is it?",
)
_WHY: Final = LocalizedText(
    "Đó là bên {side}. Trái và phải luôn là của chính người được xoa bóp, dù người ấy nằm thế nào.",
    "It is the client's {side}. Left and right are always the client's own, however the client"
    " lies.",
)


def side_words(question: Question, source: QuizSource, random: Random) -> Question:
    """The pictures made for points show what can be touched from behind; the rest from before."""
    point = source.catalog.points.get(question.item)
    name = in_sentence(place_name(question.item, source.catalog))
    name = point_name(point) if point else LocalizedText(name.vi, f"the {name.en}")
    side = random.choice((Side.LEFT, Side.RIGHT))
    scenes = _PRONE if point or question.item in source.pictures.shots else _SUPINE
    scene = random.choice((*scenes, None))
    if scene is None:
        prompt = filled(_ON_THE_SIDE, name=name, hand=_HANDS[_OTHER[side]])
    else:
        hand = Side.RIGHT if side is scene.right_hand_on else Side.LEFT
        prompt = filled(scene.words, name=name, hand=_HANDS[hand])
    why = filled(_WHY, side=_HANDS[side])
    return replace(question, prompt=prompt, why=why, right=frozenset({side.value}))
