"""Which screen the class's picture takes, and what becomes of it when screens come and go."""

from dataclasses import replace

import pytest

from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.domain.classroom.screens import (
    REMEMBERED,
    Plan,
    Projectors,
    Room,
    ScreenInfo,
    Standing,
    opened,
    rearranged,
    swapped,
)

LAPTOP = ScreenInfo("eDP-1 LG", "LG (eDP-1)", 0, 0, 1920, 1200, primary=True)
WALL = ScreenInfo("EPSON PJ", "EPSON PJ (HDMI-1)", 1920, 0, 1920, 1080)
DESK = ScreenInfo("DELL", "DELL (DP-2)", -2560, -200, 2560, 1440)
OWN, OVER, UNDER, BY_HAND, WAITING = (
    Standing.OWN,
    Standing.OVER,
    Standing.UNDER,
    Standing.BY_HAND,
    Standing.WAITING,
)


def room(*screens, console=LAPTOP, **named):
    return Room(tuple(screens), console.key, **named)


def test_the_class_gets_the_screen_on_which_the_console_is_not():
    assert opened(room(LAPTOP, WALL)) == Plan(OWN, WALL)
    assert opened(room(LAPTOP, WALL, console=WALL)) == Plan(OWN, LAPTOP)


def test_of_several_the_likeliest_is_no_screen_of_the_computer_itself():
    external = replace(WALL, primary=True)
    assert opened(room(external, LAPTOP, DESK, console=external)).screen == DESK
    assert opened(room(LAPTOP, WALL, DESK)).screen == DESK  # the larger one
    huge = replace(LAPTOP, primary=False, width=5120)
    assert opened(room(external, huge, DESK, console=external)).screen == DESK


def test_what_is_named_comes_first_then_what_was_used_last():
    screens = room(LAPTOP, WALL, DESK)
    assert opened(screens, WALL.key).screen == WALL
    assert opened(screens, "", (WALL.key, DESK.key)).screen == WALL
    assert opened(screens, "gone", ("also gone", DESK.key)).screen == DESK


def test_a_console_that_stands_in_the_way_goes_to_another_screen():
    assert opened(room(LAPTOP, WALL, console=WALL), WALL.key) == Plan(OWN, WALL, LAPTOP)
    wide = room(DESK, LAPTOP, WALL, console=WALL)
    assert opened(wide, WALL.key).console == LAPTOP  # its own screen, before the others


def test_one_screen_is_covered_and_the_console_brought_up_over_it():
    one = room(LAPTOP)
    plan = opened(one)
    assert plan == Plan(OVER, LAPTOP)
    plan = swapped(plan, one)
    assert plan.standing is UNDER
    assert swapped(plan, one).standing is OVER


def test_mirrored_screens_are_one():
    copy = replace(WALL, left=0, top=0)
    assert room(LAPTOP, copy).walls == (LAPTOP,)
    assert opened(room(LAPTOP, copy)).standing is OVER


def test_one_key_changes_both_windows_over_and_back():
    both = room(LAPTOP, WALL)
    plan = swapped(opened(both), both)
    assert plan == Plan(OWN, LAPTOP, WALL)
    assert swapped(plan, room(LAPTOP, WALL, console=WALL)) == Plan(OWN, WALL, LAPTOP)


def test_unplugged_it_waits_and_comes_back_by_itself():
    plan = opened(room(LAPTOP, WALL))
    plan = rearranged(plan, room(LAPTOP), (WALL.key,))
    assert plan.standing is WAITING
    assert not plan.is_seen
    elsewhere = replace(WALL, left=-1920, top=300)
    assert rearranged(plan, room(LAPTOP, elsewhere), (WALL.key,)) == Plan(OWN, elsewhere)


def test_a_screen_that_was_never_a_projector_is_not_taken_for_the_one_that_went():
    plan = opened(room(LAPTOP, WALL, DESK), WALL.key)
    assert rearranged(plan, room(LAPTOP, DESK), (WALL.key,)).standing is WAITING
    assert rearranged(plan, room(LAPTOP, DESK), (WALL.key, DESK.key)) == Plan(OWN, DESK)


def test_the_console_is_never_shown_instead_when_screens_become_mirrored():
    plan = opened(room(LAPTOP, WALL))
    mirrored = rearranged(plan, room(LAPTOP, replace(WALL, left=0)), (WALL.key,))
    assert mirrored == Plan(OVER, LAPTOP)
    assert rearranged(mirrored, room(LAPTOP, WALL), (WALL.key,)) == Plan(OWN, WALL)


def test_a_closed_lid_leaves_the_class_its_picture():
    plan = opened(room(LAPTOP, WALL))
    assert rearranged(plan, Room((WALL,), WALL.key), (WALL.key,)) == Plan(OVER, WALL)


def test_the_console_that_was_brought_up_stays_up():
    plan = swapped(opened(room(LAPTOP)), room(LAPTOP))
    turned = replace(LAPTOP, width=1200, height=1920)
    assert rearranged(plan, room(turned)) == Plan(UNDER, turned)


@pytest.mark.parametrize(
    "other",
    [
        replace(WALL, width=1080, height=1920),
        replace(WALL, left=-1920, top=-1080),
        replace(WALL, scale=2.0),
    ],
)
def test_a_screen_that_turns_or_moves_or_has_other_dots_is_filled_again(other):
    plan = opened(room(LAPTOP, WALL))
    assert rearranged(plan, room(LAPTOP, other)) == Plan(OWN, other)


def test_where_windows_cannot_be_placed_somebody_draws_it_there():
    plan = opened(room(LAPTOP, WALL, may_place=False))
    assert plan == Plan(BY_HAND, WALL)
    assert swapped(plan, room(LAPTOP, WALL, may_place=False)) == plan
    gone = rearranged(plan, room(LAPTOP, may_place=False), (WALL.key,))
    assert gone.standing is WAITING
    assert opened(room(LAPTOP, may_place=False)).standing is OVER


def test_nothing_opens_by_itself():
    assert rearranged(Plan(), room(LAPTOP, WALL), (WALL.key,)) == Plan()


def test_projectors_are_remembered_the_last_one_first_with_their_look():
    large = AudienceLook(TextSize.LARGEST, contrast=True)
    known = Projectors().used("a", AudienceLook()).used("b", large).used("a", large)
    assert known.keys == ("a", "b")
    assert known.look("b") == large
    assert known.look("c") is None
    assert known.with_look("c", large) == known
    assert known.with_look("b", AudienceLook()).look("b") == AudienceLook()
    for number in range(2 * REMEMBERED):
        known = known.used(f"{number}", large)
    assert len(known.keys) == REMEMBERED
