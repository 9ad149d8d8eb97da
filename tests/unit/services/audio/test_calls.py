"""Calls that come back, fail, or come back after everybody has left."""

from threading import Event

import pytest

from massage_trainer.services.audio.calls import Call
from massage_trainer.services.audio.devices import DeviceError

LONG = 10.0


def test_what_comes_back_is_given():
    call = Call(lambda: 7)
    assert call.wait(LONG)
    assert call.result() == 7


@pytest.mark.parametrize("error", [DeviceError("gone"), ImportError("missing"), OSError(5, "io")])
def test_an_error_is_raised_where_the_result_is_asked_for(error):
    def fail():
        raise error

    call = Call(fail)
    assert call.wait(LONG)
    with pytest.raises(type(error)):
        call.result()


def test_a_call_that_hangs_keeps_nobody():
    gate = Event()
    call = Call(gate.wait)
    assert not call.wait(0.01)
    gate.set()
    assert call.wait(LONG)


def test_what_comes_back_after_it_was_abandoned_is_undone():
    gate, undone = Event(), Event()
    given = []

    def work():
        gate.wait()
        return "device"

    def undo(device):
        given.append(device)
        undone.set()

    call = Call(work, undo)
    call.abandon()
    assert not given
    gate.set()
    assert undone.wait(LONG)
    assert given == ["device"]


def test_what_came_back_just_before_is_undone_too():
    undone = Event()
    call = Call(lambda: "device", lambda _device: undone.set())
    call.wait(LONG)
    call.abandon()
    assert undone.wait(LONG)
