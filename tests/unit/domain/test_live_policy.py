"""Live pictures or stills, and why."""

import pytest

from massage_trainer.domain.live_policy import LivePolicy, LiveWish, StillsBecause

ALL = [
    LivePolicy(wish, crashed, failure, slow)
    for wish in LiveWish
    for crashed in (False, True)
    for failure in ("", "no OpenGL")
    for slow in (False, True)
]


def test_pictures_are_live_when_nothing_speaks_against_it():
    assert LivePolicy().is_live
    assert LivePolicy().stills_because is None


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        (LivePolicy(LiveWish.NEVER), StillsBecause.CHOSEN),
        (LivePolicy(crashed=True), StillsBecause.CRASHED),
        (LivePolicy(slow=True), StillsBecause.SLOW),
        (LivePolicy().failed("a shader"), StillsBecause.BROKEN),
        (LivePolicy(LiveWish.ALWAYS).failed(""), StillsBecause.BROKEN),
    ],
)
def test_what_speaks_against_it_is_named(policy, why):
    assert policy.stills_because is why
    assert not policy.is_live


@pytest.mark.parametrize("policy", ALL, ids=str)
def test_what_is_broken_is_never_offered_and_never_tried(policy):
    if policy.failure:
        assert not policy.is_live
        assert not policy.is_offered
    assert not (policy.is_live and policy.is_offered)
    assert policy.chosen(LiveWish.NEVER).stills_because is StillsBecause.CHOSEN


def test_whoever_asks_for_it_gets_it_slow_or_after_a_crash():
    assert LivePolicy(slow=True).chosen(LiveWish.ALWAYS).is_live
    assert LivePolicy(crashed=True).chosen(LiveWish.ALWAYS).is_live
    assert not LivePolicy(crashed=True).chosen(LiveWish.AUTO).is_live


def test_slowness_may_pass():
    assert LivePolicy(slow=True).measured(slow=False).is_live


@pytest.mark.parametrize("word", ["", "yes", "AUTO", "auto"])
def test_a_word_that_nobody_knows_is_no_choice(word):
    assert LiveWish.of(word) is LiveWish.AUTO
