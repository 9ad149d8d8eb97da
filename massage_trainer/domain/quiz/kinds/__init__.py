"""All kinds of questions, one class each; a new kind is one more class in this list."""

from __future__ import annotations

from typing import Final

from massage_trainer.domain.quiz.kinds.base import Kind
from massage_trainer.domain.quiz.kinds.locate import LocateLandmark, LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint

KINDS: Final[tuple[Kind, ...]] = (LocatePoint(), LocateLandmark(), NamePoint(), TypePoint())


def kind_of(kind_id: str) -> Kind | None:
    """The kind with this id; None for one that an older or newer program has stored."""
    return next((kind for kind in KINDS if kind.id == kind_id), None)
