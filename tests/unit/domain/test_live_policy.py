"""Live pictures or stills, and why."""

import pytest

from massage_trainer.domain.live_policy import LivePolicy, LiveWish, StillsBecause, is_card

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


@pytest.mark.parametrize(
    ("device", "card"),
    [
        ("llvmpipe (LLVM 15.0.6, 256 bits)", False),
        ("softpipe", False),
        ("Google SwiftShader", False),
        ("Microsoft Basic Render Driver", False),
        ("Apple Software Renderer", False),
        ("GDI Generic", False),
        ("", False),
        ("Mesa Intel(R) UHD Graphics 620 (KBL GT2)", True),
        ("NVIDIA GeForce RTX 3060/PCIe/SSE2", True),
        ("AMD Radeon Graphics (radeonsi, renoir)", True),
        ("Apple M1", True),
    ],
)
def test_what_draws_tells_by_its_name_whether_it_is_a_card(device, card):
    assert is_card(device) is card
    assert LivePolicy().drawn_by(device).card is card


@pytest.mark.parametrize(
    ("policy", "why"),
    [
        (LivePolicy(), StillsBecause.NO_CARD),
        (LivePolicy(card=False), StillsBecause.NO_CARD),
        (LivePolicy(card=True), None),
        (LivePolicy(LiveWish.ALWAYS, card=False), None),
        (LivePolicy(card=True).failed("a shader"), StillsBecause.BROKEN),
        (LivePolicy(LiveWish.NEVER, card=True), StillsBecause.CHOSEN),
    ],
)
def test_two_windows_of_a_class_need_a_card_or_somebody_who_asks(policy, why):
    assert policy.stills_in_class_because is why
