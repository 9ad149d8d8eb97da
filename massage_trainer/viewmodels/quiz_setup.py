"""What a round is to ask and how, before it begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.quiz.deck import (
    ALL,
    CONFUSIONS,
    DUE,
    MISSES,
    Deck,
    decks,
    keyed_deck,
)
from massage_trainer.domain.quiz.kinds import EVERY_KIND, KINDS
from massage_trainer.domain.quiz.round import ONE_SHOT, TRIES, Help
from massage_trainer.domain.quiz.worded import worded

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.learner import LearnerMemory
    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.quiz.source import QuizSource

LENGTHS: Final = (5, 10, 20, 40)


@dataclass(frozen=True, slots=True)
class QuizWish:
    """Everything that is chosen before a round; ``worded`` asks in words, without pictures.

    ``turned`` lets the learner turn the body to a place before it is shown.
    """

    deck: str = ALL
    kinds: frozenset[str] = frozenset({"locate-point", "name-point"})
    length: int = 10
    help: Help = Help.NONE
    tries: int = TRIES
    at_first_click: bool = False
    timed: bool = False
    aloud: bool = False
    worded: bool = False
    turned: bool = False

    @property
    def is_one_shot(self) -> bool:
        return self.tries == ONE_SHOT


class QuizSetup(QObject):
    """Holds the wish, and knows which decks there are for whoever is learning now.

    Signals:
        changed: the wish or the decks are others.
    """

    changed = Signal()

    def __init__(
        self,
        source: Callable[[], QuizSource],
        memory: Callable[[], LearnerMemory | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_source = source
        self._memory = memory
        self._source: QuizSource | None = None
        self.wish = QuizWish()
        self.decks: tuple[Deck, ...] = ()
        self.can_turn = False  # whether there are pictures that can be turned

    @property
    def source(self) -> QuizSource:
        """What questions are made from."""
        if self._source is None:
            self._source = self._read_source()
        return self._source

    @property
    def memory(self) -> LearnerMemory | None:
        """The memory of who is learning now; None where nothing is kept."""
        return self._memory()

    @property
    def deck(self) -> Deck:
        """The deck that is wished for, else everything."""
        return next((deck for deck in self.decks if deck.id == self.wish.deck), self.decks[0])

    @property
    def kinds(self) -> tuple[str, ...]:
        """The chosen kinds that there are, in the order of the list."""
        if self.deck.keys is not None:
            return tuple(kind.id for kind in EVERY_KIND)  # the deck itself says which
        return tuple(kind.id for kind in KINDS if kind.id in self.wish.kinds)

    @property
    def turns(self) -> bool:
        """Whether a round begun now lets the body be turned; a wish alone does not do it."""
        return self.wish.turned and self.can_turn and not self.wish.worded

    @property
    def lacks_turning(self) -> bool:
        """Whether that is wished for and cannot be had."""
        return self.wish.turned and not self.can_turn and not self.wish.worded

    def let_turn(self, *, can: bool) -> None:
        """Pictures can be turned from now on, or no more; what was wished stays wished."""
        if can != self.can_turn:
            self.can_turn = can
            self.changed.emit()

    def read(self) -> None:
        """Look again what there is: lessons, catalogue, and what is due."""
        self._source = self._read_source()
        self.decks = (*self._remembered(), *decks(self._source))
        self.changed.emit()

    def update(self, **changes: Any) -> None:
        """Wish for something else."""
        wish = replace(self.wish, **changes)
        if wish != self.wish:
            self.wish = wish
            self.changed.emit()

    def questions(self, random: Random) -> list[Question]:
        """Everything that may be asked; the same state of ``random`` finds the same."""
        source, deck = self.source, self.deck
        kinds = self.kinds
        found = list(source.own_questions(deck.id)) or [
            question
            for kind in EVERY_KIND
            if kind.id in kinds
            for question in kind.questions(source, deck, random)
        ]
        return [worded(each, source, random) for each in found] if self.wish.worded else found

    def _remembered(self) -> list[Deck]:
        """The decks of what was answered before, as far as there is anything in them."""
        memory = self.memory
        if memory is None:
            return []
        confused = {item for pair in memory.confusions() for item in pair.items}
        keyed = {
            DUE: [card.key for card in memory.due()],
            MISSES: memory.misses(),
            CONFUSIONS: [f"{kind.id}:{item}" for kind in KINDS for item in sorted(confused)],
        }
        return [keyed_deck(deck_id, keys) for deck_id, keys in keyed.items() if keys]
