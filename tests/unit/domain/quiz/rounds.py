"""Questions without a body, for rounds and the order in which they ask."""

from dataclasses import replace
from random import Random

from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    Option,
    Outcome,
    PlaceResponse,
    Question,
    TypedResponse,
)
from massage_trainer.domain.quiz.round import Round, RoundPlan
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade

WORDS = LocalizedText("Hỏi gì đó?", "Something?")
ITEMS = ("BL23", "BL24", "BL25", "BL26")
RIGHT = TypedResponse("right")
NEAR = TypedResponse("near")
WRONG = TypedResponse("wrong")
PLACE = PlaceResponse((0.1, 0.0, 1.0), (0.5, 0.5))


def question(item, kind="locate-point", form=Form.PLACE, topic=""):
    return Question(kind, item, form, WORDS, WORDS, topic=topic or item)


def choice(item, kind="name-point"):
    options = tuple(Option(each, WORDS) for each in ITEMS)
    made = question(item, kind, Form.CHOICE)
    return replace(made, options=options, right=frozenset({item}))


def judge(question, response):
    """``right`` and ``near`` say it themselves; a choice is right where it names the item."""
    match response:
        case TypedResponse(text=text):
            grades = {"right": Grade.HIT, "near": Grade.NEAR}
            return Outcome(grades.get(text, Grade.MISS))
        case ChoiceResponse(ids=ids):
            return Outcome(Grade.HIT if ids == question.right else Grade.MISS)
        case _:
            return Outcome(Grade.HIT)


def make_round(*questions, seed=1, **plan):
    questions = questions or tuple(question(item) for item in ITEMS)
    named = {"deck": "all", "kinds": ("locate-point",), "length": 10, "seed": seed} | plan
    return Round(RoundPlan(**named), questions, judge, Random(seed))


def answer(round_, response, now_ms=0):
    """Confirm a response; the events of both verbs."""
    return [*round_.set_draft(response), *round_.confirm(now_ms)]
