"""The keys of a class: one action each, none that the program needs, and the remotes' own."""

from itertools import chain

from massage_trainer.domain.classroom.keys import (
    CLASS_ACTION_WORDS,
    CLASS_KEYS,
    ClassAction,
    action_of,
)
from massage_trainer.domain.keys import RESERVED


def test_every_action_has_a_key_and_words():
    assert set(CLASS_KEYS) == set(CLASS_ACTION_WORDS) == set(ClassAction)
    assert all(CLASS_KEYS.values())


def test_no_key_does_two_things_or_one_of_the_program():
    keys = list(chain.from_iterable(CLASS_KEYS.values()))
    assert len(keys) == len(set(keys))
    assert not set(keys) & RESERVED


def test_the_keys_of_a_remote():
    assert action_of("PgDown") is ClassAction.FORWARD
    assert action_of("PgUp") is ClassAction.BACK
    assert action_of(".") is action_of("B") is ClassAction.BLACK
    assert action_of("F5") is ClassAction.SHOW
    assert action_of("Esc") is ClassAction.AWAY
    assert action_of("Q") is None
