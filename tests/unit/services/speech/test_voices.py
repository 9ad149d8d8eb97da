from array import array
from threading import Event

from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm, wav
from massage_trainer.services.speech.system_voices import Spoken
from massage_trainer.services.speech.voices import MOST_KEPT, Voices

LINE = Line("Thận du", "vi", Urgency.STEP)


def sound(tenths):
    """A sound that is known by its length."""
    return wav(Pcm(array("h", [1000] * (RATE_HZ * tenths // 10))))


class FakeSounds:
    def __init__(self, content=None):
        self.content = content

    def read(self, line):
        return self.content if line == LINE else None


class FakeVoice:
    def __init__(self, answer, languages=("vi",), is_own=True):
        self.answer, self.languages, self.is_own = answer, languages, is_own
        self.asked = 0

    def speaks(self, language):
        return language in self.languages

    def synthesize(self, text, language, stop, volume):
        self.asked += 1
        self.volume = volume
        return self.answer


def tenths(rendered):
    return round(rendered.seconds * 10)


def test_the_teacher_comes_first_then_the_systems_own_voice_the_clip_and_the_robot():
    own, robot = FakeVoice(sound(2)), FakeVoice(sound(4), is_own=False)
    system = [robot, own]

    assert (
        tenths(Voices(FakeSounds(sound(1)), FakeSounds(sound(3)), system).render(LINE, Event()))
        == 1
    )
    assert tenths(Voices(FakeSounds(), FakeSounds(sound(3)), system).render(LINE, Event())) == 2
    own.languages = ("fr",)
    assert tenths(Voices(FakeSounds(), FakeSounds(sound(3)), system).render(LINE, Event())) == 3
    assert tenths(Voices(FakeSounds(), FakeSounds(), system).render(LINE, Event())) == 4
    assert own.asked == 1


def test_a_source_that_fails_leaves_the_line_to_the_next():
    system = [FakeVoice(None), FakeVoice(b"no sound at all")]

    assert tenths(Voices(FakeSounds(b""), FakeSounds(sound(3)), system).render(LINE, Event())) == 3


def test_without_any_voice_there_is_nothing():
    assert Voices(FakeSounds(), FakeSounds()).render(LINE, Event()) is None


def test_a_voice_that_sounds_by_itself_leaves_nothing_to_play():
    voices = Voices(FakeSounds(), FakeSounds(sound(3)), [FakeVoice(Spoken.HEARD)])

    assert voices.render(LINE, Event()) is Spoken.HEARD


def test_what_was_cut_off_is_not_said_by_the_next_source():
    stop = Event()
    stop.set()

    assert Voices(FakeSounds(sound(1)), FakeSounds(sound(3))).render(LINE, stop) is None


class SlowVoice(FakeVoice):
    """Belongs to a system that answers only when it has been asked a few times."""

    def __init__(self, answer, silences):
        super().__init__(answer)
        self.silences = silences

    def speaks(self, language):
        self.silences -= 1
        return None if self.silences >= 0 else super().speaks(language)


def test_a_line_that_nobody_else_can_say_waits_for_a_system_that_wakes_up():
    voices = Voices(FakeSounds(), FakeSounds(), [SlowVoice(sound(2), 1)])

    assert tenths(voices.render(LINE, Event())) == 2


def test_a_clip_waits_for_nobody():
    slow = SlowVoice(sound(2), 99)

    assert tenths(Voices(FakeSounds(), FakeSounds(sound(3)), [slow]).render(LINE, Event())) == 3
    assert slow.silences == 98


def test_a_system_that_does_not_answer_is_no_want_of_a_voice():
    voices = Voices(FakeSounds(), FakeSounds(), [SlowVoice(sound(2), 99)], patience_s=0.0)

    assert voices.render(LINE, Event()) is Spoken.UNKNOWN


def test_what_a_voice_has_made_is_kept_for_the_next_time():
    voice = FakeVoice(sound(2))
    voices = Voices(FakeSounds(), FakeSounds(), [voice])
    made = voices.render(LINE, Event())

    assert voices.render(LINE, Event()) is made
    assert voice.asked == 1
    for number in range(MOST_KEPT):
        voices.render(Line(f"{number}", "vi", Urgency.COUNT), Event())
    assert voices.render(LINE, Event()) is not made


def test_a_new_recording_is_heard_instead_of_what_was_kept():
    recordings = FakeSounds()
    voices = Voices(recordings, FakeSounds(), [FakeVoice(sound(2))])
    voices.render(LINE, Event())
    recordings.content = sound(1)

    assert tenths(voices.render(LINE, Event())) == 1


def test_a_voice_that_sounds_by_itself_learns_the_volume():
    voice = FakeVoice(Spoken.HEARD)
    Voices(FakeSounds(), FakeSounds(), [voice]).render(LINE, Event(), 0.4)

    assert voice.volume == 0.4
