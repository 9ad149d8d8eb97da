"""All kinds of questions, one class each; a new kind is one more class in this list."""

from __future__ import annotations

from typing import Final

from massage_trainer.domain.quiz.kinds.base import Kind
from massage_trainer.domain.quiz.kinds.caution import MayYouPress
from massage_trainer.domain.quiz.kinds.level import SameLevel
from massage_trainer.domain.quiz.kinds.locate import LocateLandmark, LocatePoint
from massage_trainer.domain.quiz.kinds.measure import MeasureCun, WhichLevel
from massage_trainer.domain.quiz.kinds.mind import KeepInMind
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint
from massage_trainer.domain.quiz.kinds.order import NextPoint
from massage_trainer.domain.quiz.kinds.own import OwnQuestions
from massage_trainer.domain.quiz.kinds.side import LeftOrRight
from massage_trainer.domain.quiz.kinds.stroke import HandPart, NameStroke
from massage_trainer.domain.quiz.kinds.wrong import WhatIsWrong
from massage_trainer.domain.quiz.kinds.zone import WhichZone

KINDS: Final[tuple[Kind, ...]] = (
    LocatePoint(),
    LocateLandmark(),
    NamePoint(),
    TypePoint(),
    MeasureCun(),
    WhichLevel(),
    SameLevel(),
    LeftOrRight(),
    NextPoint(),
    WhatIsWrong(),
    WhichZone(),
    MayYouPress(),
    KeepInMind(),
    NameStroke(),
    HandPart(),
)

# With those that nobody chooses by kind, for they come from a deck of their own.
EVERY_KIND: Final[tuple[Kind, ...]] = (*KINDS, OwnQuestions())


def kind_of(kind_id: str) -> Kind | None:
    """The kind with this id; None for one that an older or newer program has stored."""
    return next((kind for kind in EVERY_KIND if kind.id == kind_id), None)
