from threading import Event

import pytest

from massage_trainer.services.speech import system_voices
from massage_trainer.services.speech.system_voices import (
    DispatcherVoice,
    EspeakVoice,
    SapiVoice,
    SayVoice,
    Spoken,
)

ESPEAK_TABLE = b"""Pty Language       Age/Gender VoiceName          File
 5  vi              --/M      Vietnamese_(Northern) aav/vi
"""
SAY_TABLE = """Alex                en_US    # Most people recognize me by my voice.
Linh                vi_VN    # Xin chào, tên tôi là Linh.
Bad News            en_US    # The light at the end of the tunnel
""".encode()
SPD_MODULES = b"OUTPUT MODULES\nespeak-ng\nrhvoice\n"
SPD_VOICES = b"""     NAME                 LANGUAGE                  VARIANT
     Vietnamese Vinh                 vi                     none
"""


def dispatcher(system, *, is_own):
    """One whose daemon answers at once."""
    return DispatcherVoice(is_own=is_own, run=system, beside=lambda work: work())


class FakeSystem:
    """Answers commands by their first words, and remembers them."""

    def __init__(self, answers):
        self.answers = answers
        self.asked = []

    def __call__(self, command, text="", stop=None, most_s=0.0):
        self.asked.append((list(command), text))
        line = " ".join(command)
        return next((answer for part, answer in self.answers.items() if part in line), None)


@pytest.fixture(autouse=True)
def _every_program_is_installed(monkeypatch):
    monkeypatch.setattr(system_voices, "which", lambda name: f"/usr/bin/{name}")


def test_espeak_speaks_what_it_lists_and_takes_the_text_from_its_input():
    system = FakeSystem({"--voices=vi": ESPEAK_TABLE, "--voices=xx": b"Pty\n", "--stdout": b"RIFF"})
    voice = EspeakVoice(system)

    assert voice.speaks("vi")
    assert not voice.speaks("xx")
    assert voice.synthesize("Thận du", "vi", Event()) == b"RIFF"
    assert system.asked[-1][1] == "Thận du"


def test_a_language_is_asked_for_once():
    system = FakeSystem({"--voices=vi": ESPEAK_TABLE})
    voice = EspeakVoice(system)

    assert voice.speaks("vi")
    assert voice.speaks("vi")
    assert len(system.asked) == 1


def test_nothing_is_asked_of_a_program_that_is_missing(monkeypatch):
    monkeypatch.setattr(system_voices, "which", lambda name: None)
    system = FakeSystem({})

    assert not EspeakVoice(system).speaks("vi")
    assert dispatcher(system, is_own=True).speaks("vi") is False
    assert system.asked == []


def test_a_natural_voice_of_the_dispatcher_is_the_systems_own_and_a_robot_is_not():
    system = FakeSystem({"-O": SPD_MODULES, "rhvoice -L": SPD_VOICES, "espeak-ng -L": SPD_VOICES})

    assert dispatcher(system, is_own=True).speaks("vi")
    assert ["spd-say", "-o", "espeak-ng", "-L"] not in [command for command, _ in system.asked]
    assert dispatcher(system, is_own=False).speaks("vi")
    assert not dispatcher(system, is_own=True).speaks("en")


def test_a_dispatcher_that_is_slow_to_answer_keeps_no_line_waiting():
    system = FakeSystem({"-O": SPD_MODULES, "rhvoice -L": SPD_VOICES})
    later = []
    voice = DispatcherVoice(is_own=True, run=system, beside=later.append)

    assert voice.speaks("vi") is None
    assert voice.speaks("vi") is None
    assert system.asked == []
    (answer,) = later
    answer()
    assert voice.speaks("vi")


def test_the_dispatcher_speaks_by_itself_and_is_told_to_stop_when_it_is_cut_off():
    answers = {"-O": SPD_MODULES, "rhvoice -L": SPD_VOICES, "spd-say -w -o rhvoice": b""}
    system = FakeSystem(answers)
    voice = dispatcher(system, is_own=True)

    assert voice.synthesize("--x", "vi", Event()) is Spoken.HEARD
    command = system.asked[-1][0]
    assert command[command.index("--") + 1 :] == ["--x"]

    del answers["spd-say -w -o rhvoice"]
    assert voice.synthesize("Dừng", "vi", Event()) is None
    assert system.asked[-1][0] == ["spd-say", "--cancel"]


@pytest.mark.parametrize(("volume", "told"), [(0.0, "-100"), (0.5, "0"), (1.0, "100")])
def test_the_dispatcher_speaks_as_loud_as_the_program(volume, told):
    system = FakeSystem({"-O": SPD_MODULES, "rhvoice -L": SPD_VOICES, "spd-say -w": b""})
    voice = dispatcher(system, is_own=True)
    voice.speaks("vi")
    voice.synthesize("Dừng", "vi", Event(), volume)

    command = system.asked[-1][0]
    assert command[command.index("-i") + 1] == told


def test_windows_speaks_with_the_voice_of_the_language():
    system = FakeSystem({"GetInstalledVoices": b"en-US\r\nvi-VN\r\n", "Speak(": b"RIFF"})
    voice = SapiVoice(system)

    assert voice.speaks("vi")
    assert not voice.speaks("fr")
    assert voice.synthesize("Thận du", "vi", Event()) == b"RIFF"
    script, text = system.asked[-1][0][-1], system.asked[-1][1]
    assert "'vi-VN'" in script
    assert text == "Thận du"
    assert "Thận" not in script


def test_no_name_of_a_culture_can_write_a_script():
    assert not SapiVoice(FakeSystem({"GetInstalled": b"vi'); Remove-Item x\r\n"})).speaks("vi")


def test_a_mac_speaks_with_the_first_voice_of_the_language():
    system = FakeSystem({"-v ?": SAY_TABLE})
    voice = SayVoice(system)

    assert voice.speaks("vi")
    assert not voice.speaks("fr")
    assert voice.synthesize("Thận du", "vi", Event()) is None  # it wrote no file
    assert system.asked[-1][0][:3] == ["say", "-v", "Linh"]


def test_each_platform_has_its_voices_and_the_own_ones_come_first():
    for platform in ("linux", "win32", "darwin"):
        own = [voice.is_own for voice in system_voices.system_voices(platform)]
        assert own == sorted(own, reverse=True)
        assert own[0]
