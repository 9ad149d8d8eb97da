"""What can go wrong with a sound device while a lesson uses it; each watched by the meter."""

from massage_trainer.domain.ports import SoundState


def no_server(stand):
    stand.meter.start()
    stand.start()
    stand.until_state(SoundState.NO_DEVICE)
    stand.use()
    stand.wait(600)


def a_dead_socket(stand):
    stand.die()
    stand.meter.start()
    stand.start()
    stand.until_state(SoundState.FROZEN)
    stand.use()
    stand.wait(600)


def a_stopped_server(stand):
    stand.start_playing()
    stand.meter.start()
    stand.server.freeze()
    stand.until_state(SoundState.FROZEN)
    stand.use()
    stand.wait(600)


def a_killed_server(stand):
    stand.start_playing()
    stand.meter.start()
    stand.server.kill()
    stand.until_state(SoundState.NO_DEVICE)
    stand.use()
    stand.wait(600)


def a_pulled_plug(stand):
    stand.start_playing()
    stand.server.ask("unload-module", "module-null-sink")
    stand.meter.start()
    stand.until_state(SoundState.NO_DEVICE)
    stand.use()
    stand.wait(600)


def a_pulled_plug_of_a_desktop(stand):
    """There what played goes on playing, into a dummy."""
    stand.start_playing("module-rescue-streams", "module-always-sink")
    stand.server.ask("unload-module", "module-null-sink")
    stand.meter.start()
    stand.until_state(SoundState.NO_DEVICE)
    stand.use()
    stand.wait(1200)
    assert stand.states == [SoundState.NO_DEVICE]


def no_library(stand):
    stand.meter.start()
    stand.start()
    stand.until_state(SoundState.NO_LIBRARY)
    stand.use()
    stand.wait(200)
    assert stand.states == [SoundState.NO_LIBRARY]


FAULTS = [
    no_server,
    a_dead_socket,
    a_stopped_server,
    a_killed_server,
    a_pulled_plug,
    a_pulled_plug_of_a_desktop,
    no_library,
]
