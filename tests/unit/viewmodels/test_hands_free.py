"""Short and held, few keys or one: what each press does in each state of a lesson."""

import pytest

from massage_trainer.domain.events import Outcome, SegmentEnded, SessionState
from massage_trainer.domain.pause_menu import CHOICE_WORDS, MENU_WORDS, Choice, MenuKind
from massage_trainer.domain.presses import HOLD_MS
from massage_trainer.domain.protocol import Amount, Check, Holds, Notice, Status, Timed
from massage_trainer.domain.record import SkipReason
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step
from tests.fakes import FakeClock, FakeOneShot, FakeTicker, FakeWakeLock, MemoryBookmarks

RANGE = Amount(MINUTE, 3 * MINUTE, 2 * MINUTE, Status.SOURCE)


class Hands:
    """One pair of hands at one lesson; presses are far enough apart to count."""

    def __init__(self, *steps, lesson=None):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.holding, self.typing = FakeOneShot(), FakeOneShot()
        self.vm = HandsFreeViewModel(self.lesson, self.clock, self.holding, self.typing)
        self.log = []
        for name in ("silenced", "hurt", "eased", "library_wanted", "card_chosen"):
            getattr(self.vm, name).connect(lambda name=name: self.log.append(name))
        self.vm.skipped.connect(self.log.append)
        self.vm.card_moved.connect(self.log.append)
        self.lesson.state_changed.connect(self.log.append)
        self.lesson.happened.connect(self._note)
        self.outcomes = []
        if steps or lesson:
            self.lesson.open(lesson or protocol(*steps))
        self.log.clear()

    def _note(self, event):
        if isinstance(event, SegmentEnded):
            self.outcomes.append(event.outcome)

    def short(self):
        self.clock.ms += 300
        self.vm.press()
        self.vm.release()

    def held(self):
        self.clock.ms += 300
        self.vm.press()
        assert self.holding.runs_ms == HOLD_MS
        self.clock.ms += HOLD_MS
        self.holding.run_out()
        self.vm.release()

    def do(self, verb):
        self.clock.ms += 300
        verb()

    def work(self):
        """Begin, and let the gap pass."""
        self.short()
        self.ticker.pass_time(*[SECOND] * 6)

    def take(self, choice):
        while self.vm.menu.chosen is not choice:
            self.short()
        self.held()


@pytest.fixture
def rub():
    hands = Hands(step("rub", Timed(exactly(MINUTE))), step("knead", Timed(exactly(MINUTE))))
    hands.work()
    hands.log.clear()
    return hands


def test_every_choice_and_page_has_words():
    assert set(CHOICE_WORDS) == set(Choice)
    assert set(MENU_WORDS) == set(MenuKind)


def test_short_starts_and_goes_on(rub):
    assert rub.lesson.state is SessionState.RUNNING
    rub.short()
    assert rub.lesson.index == 1
    assert rub.outcomes == [Outcome.SKIPPED]


def test_short_is_done_where_a_word_goes_on_or_the_least_is_served():
    hands = Hands(
        step("look", Notice()),
        step("ask", Check(())),
        step("rub", Timed(RANGE)),
        step("end", Notice()),
    )
    hands.short()
    hands.short()
    hands.short()
    hands.ticker.pass_time(*[SECOND] * 70)
    hands.short()
    assert hands.outcomes == [Outcome.DONE] * 3


def test_held_silences_first_then_pauses_and_keeps_the_place(rub):
    left_ms = rub.lesson.countdown.left_ms - 300 - HOLD_MS
    rub.held()
    assert rub.log == ["silenced", SessionState.PAUSED]
    assert rub.lesson.index == 0
    assert rub.lesson.countdown.left_ms == left_ms
    assert rub.vm.menu.kind is MenuKind.PAUSED


def test_a_stalled_timer_does_not_make_a_held_key_short(rub):
    rub.clock.ms += 300
    rub.vm.press()
    rub.clock.ms += 700
    rub.vm.release()
    assert rub.lesson.state is SessionState.PAUSED


def test_a_release_that_never_comes_is_forgotten(rub):
    rub.clock.ms += 300
    rub.vm.press()
    rub.vm.let_go()
    rub.holding.run_out()
    assert rub.lesson.state is SessionState.RUNNING
    rub.short()
    assert rub.lesson.index == 1


@pytest.mark.parametrize(
    ("choice", "state", "index"),
    [
        (Choice.GO_ON, SessionState.BETWEEN, 0),
        (Choice.EASE, SessionState.BETWEEN, 0),
        (Choice.BACK, SessionState.BETWEEN, 0),
        (Choice.END, SessionState.IDLE, 0),
    ],
)
def test_each_choice_of_a_pause_by_the_same_key(rub, choice, state, index):
    rub.held()
    rub.take(choice)
    assert (rub.lesson.state, rub.lesson.index) == (state, index)
    assert rub.vm.menu is None
    assert ("eased" in rub.log) is (choice is Choice.EASE)


def test_a_skip_tells_its_reason_before_it_happens(rub):
    rub.held()
    rub.take(Choice.SKIP)
    assert rub.vm.menu.kind is MenuKind.REASONS
    assert rub.lesson.index == 0
    rub.take(Choice.RETURN)
    assert rub.vm.menu.kind is MenuKind.PAUSED
    rub.take(Choice.SKIP)
    rub.log.clear()
    rub.take(Choice.REASON_CAUTION)
    assert rub.log[0] is SkipReason.CAUTION
    assert rub.lesson.index == 1
    assert rub.outcomes == [Outcome.SKIPPED]


def test_after_pain_the_gentle_way_is_lit_and_pain_is_the_reason(rub):
    rub.do(rub.vm.stop_it_hurts)
    assert rub.log == ["silenced", SessionState.PAUSED, "hurt"]
    assert rub.vm.menu.kind is MenuKind.HURT
    assert rub.vm.menu.chosen is Choice.EASE
    rub.take(Choice.SKIP)
    assert rub.vm.menu.chosen is Choice.REASON_HURTS
    rub.take(Choice.RETURN)
    assert rub.vm.menu.kind is MenuKind.HURT


def test_pain_while_nothing_runs_is_still_told():
    hands = Hands(step("rub", Timed(exactly(MINUTE))))
    hands.do(hands.vm.stop_it_hurts)
    assert hands.log == ["silenced", "hurt"]
    assert hands.vm.menu is None


def test_where_the_hands_are_off_there_is_nothing_to_ease():
    hands = Hands(step("look", Notice()), step("ask", Check(())))
    hands.short()
    hands.held()
    assert Choice.EASE not in hands.vm.menu.choices
    assert Choice.SKIP not in hands.vm.menu.choices


def test_hush_pauses_and_goes_on(rub):
    rub.do(rub.vm.hush)
    assert rub.log == ["silenced", SessionState.PAUSED]
    rub.do(rub.vm.hush)
    assert rub.vm.menu is None
    assert rub.lesson.state is SessionState.BETWEEN


def test_back_lights_the_choice_before(rub):
    rub.held()
    rub.do(rub.vm.back)
    assert rub.vm.menu.chosen is Choice.END
    assert rub.lesson.index == 0


def test_a_digit_takes_a_choice_of_the_page(rub):
    rub.held()
    rub.do(lambda: rub.vm.type_digit(9))
    assert rub.vm.menu is not None
    rub.do(lambda: rub.vm.type_digit(1))
    assert rub.lesson.state is SessionState.BETWEEN


def test_an_optional_part_is_declined_short_and_taken_from_the_page():
    lesson = settle(example_lesson(), TeacherChoices(), {})
    for taken in (False, True):
        hands = Hands(lesson=lesson)
        hands.lesson.jump_to_row(10)
        hands.short()
        if taken:
            hands.held()
            hands.take(Choice.TAKE_PART)
        else:
            hands.short()
        assert (hands.lesson.segment.step.id == "goodbye") is not taken


def test_before_the_start_and_after_the_end_the_page_leads_elsewhere():
    hands = Hands(step("look", Notice()))
    hands.held()
    assert hands.vm.menu.choices == (Choice.START, Choice.LIBRARY)
    hands.held()
    assert hands.lesson.state is SessionState.RUNNING
    hands.short()
    assert hands.lesson.state is SessionState.FINISHED
    hands.short()
    assert hands.lesson.state is SessionState.FINISHED
    hands.held()
    hands.held()
    assert "library_wanted" in hands.log


def test_where_no_lesson_is_open_the_lessons_are_gone_through():
    hands = Hands()
    hands.short()
    hands.do(hands.vm.back)
    hands.held()
    hands.do(hands.vm.stop_it_hurts)
    hands.do(lambda: hands.vm.type_digit(3))
    assert hands.log == [1, -1, "card_chosen", "silenced"]


def test_however_the_lesson_goes_on_the_page_is_gone(rub):
    rub.held()
    rub.lesson.resume()
    assert rub.vm.menu is None


def test_one_tap_of_a_broad_contact_is_one_choice(rub):
    rub.held()
    rub.clock.ms += 300
    rub.vm.tap(Choice.SKIP)
    rub.vm.tap(Choice.REASON_OTHER)
    assert rub.vm.menu.kind is MenuKind.REASONS


@pytest.mark.parametrize("stop", ["stop_it_hurts", "hush", "pause"])
def test_a_pedal_still_down_when_it_hurts_chooses_nothing_on_the_page(rub, stop):
    rub.clock.ms += 300
    rub.vm.press()
    rub.clock.ms += 300
    getattr(rub.vm, stop)()
    assert not rub.holding.is_running
    rub.clock.ms += HOLD_MS
    rub.vm.release()
    assert rub.lesson.state is SessionState.PAUSED
    assert rub.vm.menu is not None


@pytest.fixture
def stretch():
    """Three holds, then something else."""
    hold, ease = exactly(MINUTE), exactly(5 * SECOND)
    hands = Hands(
        step("stretch", Holds(hold, exactly(3), ease, ease, ease)),
        step("knead", Timed(exactly(MINUTE))),
    )
    hands.work()
    hands.ticker.pass_time(*[SECOND] * 8)
    return hands


def test_a_step_that_is_skipped_does_not_come_back_with_its_next_repetition(stretch):
    assert stretch.lesson.segment.path == "stretch/rep1/hold"
    stretch.do(stretch.vm.stop_it_hurts)
    stretch.take(Choice.SKIP)
    stretch.take(Choice.REASON_HURTS)
    assert stretch.lesson.segment.step.id == "knead"
    assert stretch.lesson.state is SessionState.BETWEEN
    assert set(stretch.outcomes[1:]) == {Outcome.SKIPPED}


def test_the_page_of_a_pause_follows_to_another_line(rub):
    rub.lesson.open(protocol(step("rub", Timed(RANGE)), step("look", Notice())))
    rub.work()
    rub.do(rub.vm.stop_it_hurts)
    assert Choice.SKIP in rub.vm.menu.choices
    rub.lesson.jump_to_row(1)
    assert rub.vm.menu.kind is MenuKind.PAUSED  # what hurt is elsewhere
    assert Choice.SKIP not in rub.vm.menu.choices


def test_the_reasons_go_away_where_another_line_is_chosen(rub):
    rub.held()
    rub.take(Choice.SKIP)
    rub.lesson.jump_to_row(1)
    assert rub.vm.menu.kind is MenuKind.PAUSED


def test_no_reason_is_told_where_nothing_can_be_skipped():
    hands = Hands(step("look", Notice()), step("rub", Timed(RANGE)))
    hands.short()
    hands.held()
    hands.vm.choose(Choice.REASON_HURTS)
    assert SkipReason.HURTS not in hands.log
    hands.vm.choose(Choice.SKIP)
    assert hands.vm.menu.kind is MenuKind.PAUSED
