"""A lesson is heard: cues at once, sentences one after the other, and silence at once."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.library import LessonCard
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.protocol import Amount, Check, Counted, CountUnit, Status, Timed
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.sound import SoundViewModel
from tests.examples import MINUTE, SECOND, exactly, example_catalog, protocol, step, text
from tests.fake_sound import FakeSound
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks

OPENING = ["Lesson: example lesson, en.", "About two minutes.", "Press Start when you are ready."]


class Stand:
    """A lesson with sound, everything around it in the test's hands."""

    def __init__(self, *, voice_ends_at_once=True):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.out = FakeSound(voice_ends_at_once=voice_ends_at_once)
        self.sound = SoundViewModel(self.lesson, self.out, lambda: example_catalog().points, "en")
        self.flashes = []
        self.troubles = []
        self.silent_languages = []
        self.announced = []
        self.sound.flash.connect(self.flashes.append)
        self.sound.trouble.connect(self.troubles.append)
        self.sound.no_voice.connect(self.silent_languages.append)
        self.sound.announced.connect(self.announced.append)

    def begin(self, lesson):
        self.lesson.open(lesson)
        self.lesson.start()
        self.forget()

    def forget(self):
        self.out.heard.clear()
        self.flashes.clear()

    def pass_seconds(self, seconds):
        self.ticker.pass_time(*[SECOND] * seconds)


@pytest.fixture
def stand(qapp):
    return Stand()


@pytest.fixture
def slow_voice(qapp):
    return Stand(voice_ends_at_once=False)


def rub(seconds=100, lead_in=5 * SECOND):
    return protocol(
        step("rub", Timed(exactly(seconds * SECOND)), Side.LEFT, Side.RIGHT), lead_in=lead_in
    )


def test_a_lesson_that_is_put_on_tells_its_name_and_how_to_start(stand):
    stand.lesson.open(protocol(step("rub", Timed(exactly(MINUTE)))))

    assert stand.out.said == OPENING
    assert stand.out.cues == []


def test_cues_are_heard_and_seen(stand):
    stand.begin(rub())
    stand.pass_seconds(5)

    assert stand.out.cues == [Cue.THREE, Cue.TWO, Cue.ONE, Cue.START]
    assert stand.flashes == stand.out.cues


def test_the_sentences_of_a_step_wait_for_one_another(slow_voice):
    slow_voice.begin(rub())
    slow_voice.lesson.back()
    slow_voice.forget()
    slow_voice.lesson.back()

    assert slow_voice.out.said == ["Rub, en."]
    slow_voice.out.end_line()
    assert slow_voice.out.said[1:] == ["Left side."]
    slow_voice.out.end_line()
    assert slow_voice.out.said[2:] == ["One minute forty seconds."]


def test_a_new_place_cuts_off_the_old_one(slow_voice):
    slow_voice.begin(rub())
    slow_voice.lesson.next()

    assert slow_voice.out.heard[-2:] == [
        ("hush", SoundKind.SPEECH),
        Line("Change to the right side.", "en", Urgency.STEP),
    ]


def test_the_countdown_does_not_wait_for_a_voice_that_never_ends(slow_voice):
    slow_voice.begin(rub(20, lead_in=SECOND))
    slow_voice.pass_seconds(1 + 20 + 8)

    assert slow_voice.lesson.index == 1
    assert slow_voice.out.cues[-1] is Cue.START


def test_a_voice_that_never_ends_does_not_silence_what_comes_later(slow_voice):
    slow_voice.begin(rub(100, lead_in=SECOND))
    slow_voice.pass_seconds(91)

    assert "Ten seconds left." in slow_voice.out.said


def test_a_pause_silences_speech_and_beat_at_once(stand):
    bend = Counted(exactly(9), CountUnit.REPETITIONS, exactly(5 * SECOND))
    stand.begin(protocol(step("bend", bend), lead_in=SECOND))
    stand.pass_seconds(3)
    stand.forget()
    stand.lesson.pause()

    assert stand.out.heard == [("hush", SoundKind.SPEECH), ("beat", None)]


def test_the_beat_is_left_to_the_device_and_only_seen(stand):
    bend = Counted(exactly(3), CountUnit.REPETITIONS, exactly(5 * SECOND))
    stand.begin(protocol(step("bend", bend), lead_in=SECOND))
    stand.pass_seconds(11)

    assert Cue.BEAT not in stand.out.cues
    assert stand.flashes.count(Cue.BEAT) == 2
    assert ("beat", 5_000) in stand.out.heard


def test_stop_now_silences_everything_and_nothing_follows(slow_voice):
    slow_voice.begin(rub())
    slow_voice.forget()
    slow_voice.sound.stop_now()

    assert slow_voice.out.heard == [("hush", None), ("beat", None)]
    slow_voice.out.spoke.emit(Line("Rub, en.", "en", Urgency.STEP), True)
    assert slow_voice.out.said == []


def test_a_check_is_read_to_its_end(stand):
    stand.lesson.open(protocol(step("check", Check((text("hands washed"), text("client asked"))))))
    stand.forget()
    stand.lesson.start()

    assert stand.out.said == [
        *("Check, en.", "Two lines to check.", "Check: what the hands do, en."),
        *("Hands washed, en.", "Client asked, en.", "Press Done when you are ready."),
    ]


def test_where_am_i_answers_at_once(stand):
    stand.begin(rub())
    stand.pass_seconds(10)
    stand.forget()
    stand.sound.where_am_i()

    assert stand.out.said == [
        *("Rub, en.", "Left side.", "A minute and a half left.", "Next:", "Right side."),
        "About four minutes left in the lesson.",
    ]


def test_a_lesson_to_choose_is_named_with_its_length(stand):
    name, empty = text("a short one"), text("-")
    card = LessonCard("short", name, empty, (), "cover", total_ms=250 * SECOND, order=1, steps=3)
    stand.sound.tell_card(card)

    assert stand.out.said == ["Lesson: a short one, en.", "About five minutes."]


def test_without_a_lesson_there_is_no_answer(stand):
    stand.sound.where_am_i()

    assert stand.out.heard == []


def test_a_sentence_from_elsewhere_cuts_off_the_step(slow_voice):
    slow_voice.begin(rub())
    slow_voice.forget()
    slow_voice.sound.say("Paused. Go on", Urgency.SAFETY)

    assert slow_voice.out.said == ["Paused."]
    slow_voice.out.end_line()
    assert slow_voice.out.said == ["Paused.", "Go on."]


def test_trouble_is_told_once_for_each_change(stand):
    stand.out.change(SoundState.NO_DEVICE)
    stand.out.change(SoundState.READY)

    assert stand.troubles == [SoundState.NO_DEVICE, SoundState.READY]
    assert stand.sound.state is SoundState.READY


def test_without_a_device_the_lesson_goes_on_and_every_cue_is_seen(slow_voice):
    slow_voice.out.change(SoundState.NO_DEVICE)
    slow_voice.begin(rub(20, lead_in=5 * SECOND))
    slow_voice.pass_seconds(25)

    assert slow_voice.flashes == [*(Cue.THREE, Cue.TWO, Cue.ONE, Cue.START), Cue.STEP_END]


def test_a_language_without_a_voice_is_told_once(slow_voice):
    slow_voice.begin(rub())
    slow_voice.lesson.back()
    slow_voice.out.end_line(heard=False)
    slow_voice.out.end_line(heard=False)

    assert slow_voice.silent_languages == ["en"]


def test_another_language_is_spoken_from_the_next_sentence_on(stand):
    stand.begin(rub())
    stand.sound.set_language("vi")
    stand.lesson.back()

    assert stand.out.said == ["Rub, vi.", "Bên trái.", *stand.out.said[2:]]
    assert stand.out.said[2] == "Một phút bốn mươi giây."


def test_a_screen_reader_speaks_in_place_of_the_program_and_is_spared_the_countdown(stand):
    stand.sound.set_screen_reader(active=True)
    stand.begin(rub(60, lead_in=SECOND))
    stand.pass_seconds(61)

    assert stand.out.said == []
    assert "Rub, en. Left side. One minute. Rub: what the hands do, en." in stand.announced
    assert not any("seconds left" in sentence for sentence in stand.announced)
    stand.sound.where_am_i()
    assert "Right side." in stand.announced[-1]
    assert stand.out.cues, "cues are still heard"


def test_a_screen_reader_is_told_what_may_be_done_now(qapp):
    """Not only how much time is left: these two ask the student for the next key."""
    stand = Stand()
    stand.lesson.set_wait_at_zero(True)
    stand.sound.set_screen_reader(active=True)
    work = Timed(Amount(60 * SECOND, 120 * SECOND, 120 * SECOND, Status.SOURCE))
    stand.begin(protocol(step("rub", work), lead_in=SECOND))
    stand.pass_seconds(121)

    assert "That is the least. Finish whenever you like." in stand.announced
    assert "Time is up. Press Done when you are ready." in stand.announced


def test_the_device_is_kept_open_while_a_lesson_is_under_way(stand):
    """A hold may be silent for longer than a device is kept; its half must not come late."""
    stand.lesson.open(rub())
    kept = [stand.out.kept_open]
    for step_on in (stand.lesson.start, stand.lesson.pause, stand.lesson.close):
        step_on()
        kept.append(stand.out.kept_open)

    assert kept == [False, True, True, False]


def test_a_lesson_that_is_closed_falls_silent(stand):
    stand.begin(rub())
    stand.lesson.close()

    assert ("hush", SoundKind.SPEECH) in stand.out.heard
    assert stand.out.said == []
