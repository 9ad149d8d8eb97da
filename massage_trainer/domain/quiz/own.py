"""Questions of one's own: what a row of a table says, and the question that it becomes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import shuffled
from massage_trainer.domain.quiz.kinds.locate import LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint
from massage_trainer.domain.quiz.kinds.pictured import shot_of, spot_of
from massage_trainer.domain.quiz.names import point_name
from massage_trainer.domain.quiz.question import OWN, Form, Option, Question
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.quiz.source import QuizSource


class OwnKind(Enum):
    """How a question of one's own is answered; the value is its word in the table."""

    CHOOSE = "choose"
    TYPE = "type"
    LOCATE = "locate"


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """One row. Options and answers may be codes of points, which are shown by their names.

    ``code`` is the point that it is about; ``shows_place`` marks the point in a picture.
    """

    kind: OwnKind
    prompt: LocalizedText
    answers: tuple[str, ...]
    options: tuple[str, ...] = ()
    code: str = ""
    why: LocalizedText | None = None
    shows_place: bool = False

    @property
    def item(self) -> str:
        """The same for the same question, wherever in the table it stands."""
        words = "\n".join((self.kind.value, self.prompt.vi, self.prompt.en, self.code))
        return hashlib.sha256(words.encode()).hexdigest()[:12]


_ANSWER: Final = LocalizedText("Đáp án: {answer}.", "The answer: {answer}.")


def own_question(entry: OwnEntry, source: QuizSource) -> Question | None:
    """None where no picture shows the point that it asks about.

    What the program itself asks the same way counts as the same thing learnt.
    """
    why = entry.why or _why(entry, source.catalog)
    point = source.catalog.points.get(entry.code)
    random = Random(entry.item)
    keys = [site.key for site in point.sites] if point else []
    if entry.kind is OwnKind.LOCATE:
        shot = shot_of(source.pictures, keys, random)
        if shot is None or source.judges is None:
            return None
        return Question(
            LocatePoint.id, entry.code, Form.PLACE, entry.prompt, why, topic=entry.code, shot=shot
        )
    seen = spot_of(source.pictures, keys, random) if entry.shows_place else None
    if entry.shows_place and seen is None:
        return None
    shot, spot = seen or (None, None)
    pictured = seen is not None and entry.answers == (entry.code,)
    if entry.kind is OwnKind.TYPE:
        return Question(
            TypePoint.id if pictured else OWN,
            entry.code if pictured else entry.item,
            Form.TYPED,
            entry.prompt,
            why,
            topic=entry.code or entry.item,
            shot=shot,
            spot=spot,
            accepted=entry.answers,
        )
    options = (Option(text, _text(text, source.catalog)) for text in entry.options)
    return Question(
        NamePoint.id if pictured else OWN,
        entry.code if pictured else entry.item,
        Form.CHOICE if len(entry.answers) == 1 else Form.MANY,
        entry.prompt,
        why,
        topic=entry.code or entry.item,
        shot=shot,
        spot=spot,
        options=shuffled(options, random),
        right=frozenset(entry.answers),
    )


def _text(text: str, catalog: Catalog) -> LocalizedText:
    point = catalog.points.get(text)
    return point_name(point) if point else LocalizedText(text, text)


def _why(entry: OwnEntry, catalog: Catalog) -> LocalizedText:
    names = [_text(answer, catalog) for answer in entry.answers]
    return LocalizedText(
        _ANSWER.vi.format(answer="; ".join(name.vi for name in names)),
        _ANSWER.en.format(answer="; ".join(name.en for name in names)),
    )
