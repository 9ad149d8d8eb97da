"""The thread that speaks: in turn, never two at once, cut off at once."""

from array import array
from threading import Event

import pytest

from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.services.audio.mixer import Mixer
from massage_trainer.services.audio.speaker import Speaker
from massage_trainer.services.speech.pcm import Pcm
from massage_trainer.services.speech.system_voices import Spoken
from tests.unit.services.audio.sounding import LONG, FakeVoices

SHORT = Pcm(array("h", [9000] * 500))
ENDLESS = Pcm(array("h", [9000] * 480_000))


def line(text, urgency=Urgency.STEP):
    return Line(text, "en", urgency)


class Stand:
    def __init__(self):
        self.mixer = Mixer()
        self.voices = FakeVoices()
        self.voices.sounds = {"short": SHORT, "other": SHORT, "endless": ENDLESS}
        self.told = []
        self.now = 0.0
        self.heard = False
        self.speaker = Speaker(self.mixer, self.voices, self.tell, lambda: self.now)

    def tell(self, spoken, heard):
        self.told.append((spoken.text, heard))

    def until(self, condition):
        """Ask for sound as a device would, until it is so."""
        for _ in range(int(LONG / 0.002)):
            self.heard |= self.sounds
            if condition():
                return
            Event().wait(0.002)
        raise AssertionError("waited in vain")

    @property
    def sounds(self):
        return any(array("f", self.mixer.mix(480)))


@pytest.fixture
def stand():
    stand = Stand()
    yield stand
    stand.speaker.close()


def test_a_line_is_heard_and_its_end_is_told(stand):
    stand.speaker.say(line("short"))
    stand.until(lambda: stand.told)
    assert stand.told == [("short", True)]


def test_lines_follow_each_other(stand):
    stand.voices.gate = Event()
    stand.speaker.say(line("short"))
    stand.until(lambda: stand.voices.asked)
    stand.speaker.say(line("other"))
    stand.voices.gate.set()
    stand.until(lambda: len(stand.told) == 2)
    assert stand.told == [("short", True), ("other", True)]


def test_without_a_voice_it_is_told(stand):
    stand.speaker.say(line("unknown"))
    stand.until(lambda: stand.told)
    assert stand.told == [("unknown", False)]


def test_a_voice_that_spoke_by_itself_was_heard(stand):
    stand.voices.sounds["aloud"] = Spoken.HEARD
    stand.speaker.say(line("aloud"))
    stand.until(lambda: stand.told)
    assert stand.told == [("aloud", True)]


def test_without_the_library_a_line_is_over_but_no_voice_is_missed(stand):
    stand.voices.error = ImportError("miniaudio")
    stand.speaker.say(line("short"))
    stand.until(lambda: stand.told)
    assert stand.told == [("short", True)]


def test_hush_ends_what_sounds_and_is_not_told(stand):
    stand.speaker.say(line("endless"))
    stand.until(lambda: stand.sounds)
    stand.speaker.hush()
    stand.mixer.mix(480)
    assert not stand.sounds
    stand.speaker.say(line("short"))
    stand.until(lambda: stand.told)
    assert stand.told == [("short", True)]


def test_hush_ends_a_line_that_is_still_being_made(stand):
    stand.voices.gate = Event()
    stand.speaker.say(line("endless"))
    stand.until(lambda: stand.voices.asked)
    stand.speaker.hush()
    stand.voices.gate = None
    stand.speaker.say(line("short"))
    stand.until(lambda: stand.told)
    assert stand.told == [("short", True)]
    assert stand.mixer.is_idle


def test_a_line_that_is_hushed_in_the_moment_it_is_made_is_not_heard(stand):
    stand.voices.on_render = stand.speaker.hush
    stand.speaker.say(line("endless"))
    stand.until(lambda: stand.voices.asked and stand.speaker._lines.speaking is None)
    assert stand.mixer.is_idle
    assert stand.told == []


def test_a_more_urgent_line_cuts_off_a_long_one(stand):
    stand.speaker.say(line("endless"))
    stand.until(lambda: stand.sounds)
    stand.speaker.say(line("short", Urgency.SAFETY))
    stand.until(lambda: stand.told)
    assert stand.told == [("short", True)]


def test_a_device_that_never_asks_does_not_keep_the_thread_after_a_hush(stand):
    stand.speaker.say(line("endless"))
    for _ in range(1000):
        if stand.voices.asked:
            break
        Event().wait(0.002)
    stand.speaker.hush()
    stand.speaker.say(line("other"))
    for _ in range(1000):
        if len(stand.voices.asked) == 2:
            break
        Event().wait(0.002)
    assert stand.voices.asked == ["endless", "other"]


def test_the_end_ends_the_thread(stand):
    stand.speaker.say(line("endless"))
    stand.until(lambda: stand.sounds)
    stand.speaker.close()
    stand.speaker._thread.join(LONG)
    assert not stand.speaker._thread.is_alive()


def test_a_number_that_took_too_long_to_make_is_not_said(stand):
    def takes_long():
        stand.now += 1.5

    stand.voices.on_render = takes_long
    stand.speaker.say(line("endless", Urgency.COUNT))
    stand.until(lambda: stand.told)  # over, so whoever has more to say goes on
    assert stand.told == [("endless", True)]
    assert not stand.heard
    stand.speaker.say(line("short"))
    stand.until(lambda: len(stand.told) == 2)
    assert stand.heard


def test_an_unanswered_question_for_a_voice_is_no_want_of_one(stand):
    stand.voices.sounds["asked"] = Spoken.UNKNOWN
    stand.speaker.say(line("asked"))
    stand.until(lambda: stand.told)
    assert stand.told == [("asked", True)]


def test_a_voice_that_sounds_by_itself_is_told_the_volume_and_cut_off_by_nought(stand):
    stand.voices.gate = Event()
    stand.speaker.set_volume(0.4)
    stand.speaker.say(line("aloud"))
    stand.until(lambda: stand.voices.asked)
    assert stand.voices.volume == 0.4
    stand.speaker.set_volume(0.0)
    stand.until(lambda: stand.voices.stopped)
    assert stand.told == []


def test_the_end_waits_until_a_voice_that_sounds_by_itself_is_silenced(stand):
    """The daemon that speaks would go on without the program."""
    stand.voices.gate = Event()
    stand.speaker.say(line("aloud"))
    stand.until(lambda: stand.voices.asked)
    stand.speaker.close()
    assert stand.voices.stopped
