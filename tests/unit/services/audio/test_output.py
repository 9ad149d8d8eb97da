"""The thread that keeps a loudspeaker: every way of losing one, and of finding one again."""

from threading import Event

import pytest

from massage_trainer.domain.cues import Cue
from massage_trainer.domain.ports import SoundState
from massage_trainer.services.audio.mixer import Mixer
from massage_trainer.services.audio.output import MOST_HANGING, Output, Patience
from tests.unit.services.audio.sounding import BUFFER, HASTY, LONG, NO_DEVICE, FakeSystem


class Stand:
    """An output over a system that the test changes, and what it told."""

    def __init__(self, patience: Patience = HASTY) -> None:
        self.system = FakeSystem()
        self.told: list[SoundState] = []
        self.prepared = 0
        self.mixer = Mixer()
        self.mixer.set_sounds({Cue.START: [16384] * 960, Cue.BEAT: [16384] * 400})
        self._changed = Event()
        self._patience = patience
        self.output: Output | None = None

    def start(self) -> "Stand":
        self.output = Output(self.mixer, self.system.open, self.prepare, self.tell, self._patience)
        return self

    def prepare(self) -> None:
        self.prepared += 1

    def tell(self, state: SoundState) -> None:
        self.told.append(state)

    def until(self, condition) -> None:
        for _ in range(int(LONG / 0.005)):
            if condition():
                return
            Event().wait(0.005)
        raise AssertionError("waited in vain")

    def until_state(self, state: SoundState) -> None:
        self.until(lambda: self.output.state is state)


@pytest.fixture
def stand():
    stand = Stand()
    yield stand
    if stand.output is not None:
        if stand.system.gate is not None:
            stand.system.gate.set()
        stand.output.close()


def test_a_loudspeaker_is_opened_and_heard_and_nothing_is_told(stand):
    stand.start().until(lambda: stand.system.opened)
    stand.mixer.play(Cue.START)
    stand.until(lambda: any(stand.system.opened[0].heard))
    assert stand.told == []
    assert stand.prepared == 1


def test_closing_gives_the_device_back(stand):
    stand.start().until(lambda: stand.system.opened)
    stand.output.close()
    assert stand.system.opened[0].is_closed


def test_without_a_device_it_is_told_once_and_one_that_comes_is_used(stand):
    stand.system.error = NO_DEVICE
    stand.start().until_state(SoundState.NO_DEVICE)
    stand.until(lambda: stand.prepared > 3)
    stand.system.error = None
    stand.until_state(SoundState.READY)
    assert stand.told == [SoundState.NO_DEVICE, SoundState.READY]


def test_without_the_library_nothing_is_tried_again(stand):
    stand.system.error = ImportError("miniaudio")
    stand.start().until_state(SoundState.NO_LIBRARY)
    stand.output.wake()
    assert stand.prepared == 1


def test_a_device_that_stops_asking_is_replaced(stand):
    stand.start().until(lambda: stand.system.opened)
    stand.system.opened[0].lose()
    stand.until(lambda: len(stand.system.opened) == 2)
    assert stand.system.opened[0].is_closed
    assert stand.told == []


def test_what_was_cut_off_is_not_heard_from_the_next_device(stand):
    stand.mixer.set_sounds({Cue.START: [16384] * 480_000})
    stand.start().until(lambda: stand.system.opened)
    first = stand.system.opened[0]
    stand.mixer.play(Cue.START)
    stand.until(lambda: any(first.heard))
    first.lose()
    stand.until(lambda: len(stand.system.opened) == 2)
    second = stand.system.opened[1]
    stand.until(lambda: len(second.heard) > 5 * BUFFER)
    assert not any(second.heard)


def test_a_device_that_became_a_dummy_is_lost(stand):
    stand.start().until(lambda: stand.system.opened)
    stand.system.error = NO_DEVICE
    stand.system.opened[0].real = False
    stand.until_state(SoundState.NO_DEVICE)
    stand.until(lambda: stand.system.opened[0].is_closed)


def test_a_check_that_takes_long_does_not_silence_a_device_that_plays_on(stand):
    stand.start().until(lambda: stand.system.opened)
    loudspeaker = stand.system.opened[0]
    gate = loudspeaker.check_gate = Event()
    stand.until(lambda: loudspeaker.checks)
    heard = len(loudspeaker.heard)
    stand.until(lambda: len(loudspeaker.heard) > heard + 100 * BUFFER)
    assert stand.output.state is SoundState.READY
    assert loudspeaker.checks == 1
    gate.set()
    stand.until(lambda: loudspeaker.checks > 1)
    assert stand.told == []


def test_a_late_answer_that_it_is_a_dummy_counts_too(stand):
    stand.start().until(lambda: stand.system.opened)
    loudspeaker = stand.system.opened[0]
    gate = loudspeaker.check_gate = Event()
    loudspeaker.real = False
    stand.until(lambda: loudspeaker.checks)
    stand.system.error = NO_DEVICE
    gate.set()
    stand.until_state(SoundState.NO_DEVICE)


def test_a_server_that_does_not_answer_is_frozen_and_used_when_it_does(stand):
    stand.system.gate = Event()
    stand.start().until_state(SoundState.FROZEN)
    stand.system.gate.set()
    stand.until_state(SoundState.READY)
    assert stand.told == [SoundState.FROZEN, SoundState.READY]


def test_a_server_that_hangs_for_long_does_not_keep_another_from_being_used(stand):
    gate = stand.system.gate = Event()
    stand.start().until_state(SoundState.FROZEN)
    stand.system.gate = None
    stand.until_state(SoundState.READY)
    assert len(stand.system.opened) == 1
    still_open = stand.system.close_gate = Event()
    gate.set()
    stand.until(lambda: len(stand.system.opened) == 2)
    late = stand.system.opened[1]
    stand.mixer.beat(10)
    stand.until(lambda: len(late.heard) > 20 * BUFFER)
    assert any(stand.system.opened[0].heard)
    assert not any(late.heard)
    still_open.set()
    stand.until(lambda: late.is_closed)


def test_only_so_many_attempts_hang_at_once(stand):
    gate = stand.system.gate = Event()
    stand.start().until(lambda: stand.prepared == MOST_HANGING)
    Event().wait(3 * HASTY.attempt)
    assert stand.prepared == MOST_HANGING
    gate.set()
    stand.until_state(SoundState.READY)


def test_a_frozen_server_that_keeps_the_close_is_told_too(stand):
    stand.start().until(lambda: stand.system.opened)
    first = stand.system.opened[0]
    first.close_gate = Event()
    first.lose()
    stand.until_state(SoundState.FROZEN)
    first.close_gate.set()
    stand.until_state(SoundState.READY)


def test_the_end_does_not_wait_for_a_frozen_server(stand):
    stand.system.gate = Event()
    stand.start().until_state(SoundState.FROZEN)
    stand.output.close()
    assert stand.told == [SoundState.FROZEN]


def test_silence_gives_the_device_back_and_sound_opens_it_again():
    stand = Stand(Patience(between_looks=0.01, idle=0.05, end=LONG))
    stand.start().until(lambda: stand.system.opened)
    stand.until(lambda: stand.system.opened[0].is_closed)
    stand.mixer.play(Cue.START)
    stand.output.wake()
    stand.until(lambda: len(stand.system.opened) == 2 and any(stand.system.opened[1].heard))
    assert stand.told == []
    stand.output.close()


RESTING = Patience(between_looks=0.01, settling=0.02, idle=0.05, end=LONG)


class OrderedAtTheLastMoment(Mixer):
    """A cue is ordered right after the output has seen that there is nothing to hear."""

    armed = True

    @property
    def is_idle(self):
        idle = super().is_idle
        if idle and self.armed:
            self.armed = False
            self.play(Cue.START)
        return idle


def test_an_order_in_the_moment_of_resting_wakes():
    stand = Stand(RESTING)
    stand.mixer = OrderedAtTheLastMoment()
    stand.mixer.set_sounds({Cue.START: [16384] * 960})
    stand.start().until(lambda: len(stand.system.opened) == 2)
    stand.output.close()


def test_what_is_ordered_wakes_by_itself():
    stand = Stand(RESTING)
    stand.start().until(lambda: stand.system.opened and stand.system.opened[0].is_closed)
    assert not stand.output.is_open
    stand.mixer.beat(None)
    stand.mixer.beat(20)
    stand.until(lambda: len(stand.system.opened) == 2 and any(stand.system.opened[1].heard))
    assert stand.output.is_open
    stand.output.close()


def test_a_device_that_is_kept_open_is_not_given_back():
    stand = Stand(RESTING)
    stand.start()
    stand.output.keep_open(on=True)
    stand.until(lambda: stand.system.opened)
    loudspeaker = stand.system.opened[0]
    stand.until(lambda: len(loudspeaker.heard) > 100 * BUFFER)  # many times the idle time
    assert not loudspeaker.is_closed
    stand.output.keep_open(on=False)
    stand.until(lambda: loudspeaker.is_closed)
    stand.output.keep_open(on=True)
    stand.until(lambda: len(stand.system.opened) == 2)
    stand.output.close()
