"""Keys are given, taken and refused; a file of them never locks anybody out."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.keys import (
    ACTION_WORDS,
    DEFAULT_KEYS,
    NEVER_WITHOUT,
    RESERVED,
    Action,
    KeyMap,
    Refusal,
    RefusalKind,
)


def clashes(keys):
    return [
        (one, other)
        for one, other in combinations(Action, 2)
        if set(keys.keys(one)) & set(keys.keys(other))
    ]


def test_every_action_has_words_and_a_key_of_its_own():
    assert set(ACTION_WORDS) == set(DEFAULT_KEYS) == set(Action)
    assert all(DEFAULT_KEYS.values())
    assert clashes(KeyMap()) == []
    assert not RESERVED & {key for keys in DEFAULT_KEYS.values() for key in keys}


def test_the_keys_of_a_remote_and_a_pedal_are_known():
    owners = [KeyMap().owner(key) for key in ("PgDown", "PgUp", ".", "B", "Esc", "F5", "S")]
    assert owners == [
        Action.FORWARD,
        Action.BACK,
        Action.HUSH,
        Action.HUSH,
        Action.LEAVE_FULL_SCREEN,
        Action.FULL_SCREEN,
        Action.HURTS,
    ]


def test_a_key_is_added_and_taken_away():
    more = KeyMap().with_key(Action.FORWARD, "F13")
    assert more.keys(Action.FORWARD) == ("PgDown", "Right", "F13")
    assert more.without_key(Action.FORWARD, "F13") == KeyMap()


def test_a_key_in_use_is_refused_until_it_is_free():
    assert KeyMap().with_key(Action.BACK, "Space") == Refusal(
        RefusalKind.TAKEN, "Space", Action.PAUSE
    )
    free = KeyMap().without_key(Action.PAUSE, "Space")
    assert free.with_key(Action.BACK, "Space").owner("Space") is Action.BACK


@pytest.mark.parametrize("key", sorted(RESERVED))
def test_some_keys_always_do_the_same(key):
    assert KeyMap().with_key(Action.BACK, key).kind is RefusalKind.RESERVED


@pytest.mark.parametrize("action", NEVER_WITHOUT)
def test_nobody_is_left_without_the_keys_that_stop(action):
    keys = KeyMap()
    *others, last = keys.keys(action)
    for key in others:
        keys = keys.without_key(action, key)
    assert keys.without_key(action, last).kind is RefusalKind.LAST


def test_what_was_written_is_read_again():
    keys = KeyMap().without_key(Action.PAUSE, "Space").with_key(Action.FORWARD, "Space")
    keys = keys.with_key(Action.PAUSE, "P").without_key(Action.MUTE, "M")
    assert KeyMap.of_texts(keys.texts()) == keys


words = st.sampled_from([*(a.value for a in Action), "nonsense"])
names = st.sampled_from([*(k for keys in DEFAULT_KEYS.values() for k in keys), "F13", "1", "Tab"])


@given(st.dictionaries(words, st.one_of(st.lists(names, max_size=3), st.integers())))
def test_a_damaged_file_never_gives_a_key_twice_nor_takes_the_last_one(texts):
    keys = KeyMap.of_texts(texts)
    assert clashes(keys) == []
    assert all(keys.keys(action) for action in NEVER_WITHOUT)
    assert not any(set(keys.keys(action)) & RESERVED for action in Action)
