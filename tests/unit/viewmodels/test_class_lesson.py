"""The lesson before the class: what is put up, and that nothing unseen is heard."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.board import PenLine
from massage_trainer.domain.classroom.slides import Cover, LessonSlide, WaitingSlide
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.text import LocalizedText
from massage_trainer.viewmodels.class_lesson import ClassLesson
from massage_trainer.viewmodels.class_sound import SeenSound
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.sound import SoundViewModel
from tests.examples import MINUTE, SECOND, exactly, example_catalog, protocol, step
from tests.fake_sound import FakeSound
from tests.fakes import FakeClock, FakeTicker, FakeWakeLock, MemoryBookmarks

DOT = PenLine(((0.3, 0.4),))


class Stand:
    """A class with its lesson; time and sound are in the test's hands."""

    def __init__(self):
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.classroom = ClassroomViewModel()
        self.slides = ClassLesson(self.lesson, self.classroom)
        self.out = FakeSound()
        self.heard = SeenSound(self.out, self.classroom)
        self.sound = SoundViewModel(self.lesson, self.heard, lambda: example_catalog().points, "en")
        self.withheld = []
        self.heard.withheld.connect(self.withheld.append)

    def begin(self, *steps):
        self.slides.activate()
        self.lesson.open(protocol(*steps))
        self.lesson.start()

    def pass_seconds(self, seconds):
        self.ticker.pass_time(*[SECOND] * seconds)

    @property
    def slide(self):
        return self.classroom.prepared.slide


@pytest.fixture
def stand(qapp):
    return Stand()


def press(name="press", plate="prone-lumbar", minutes=1):
    return step(name, Timed(exactly(minutes * MINUTE)), Side.LEFT, plate=plate)


def test_every_moment_of_the_lesson_is_put_up(stand):
    stand.begin(press())
    stand.pass_seconds(10)
    assert isinstance(stand.slide, LessonSlide)
    assert stand.slide.countdown == stand.lesson.countdown
    assert stand.classroom.shown == stand.classroom.prepared


def test_a_lesson_that_is_not_worked_on_is_not_put_up(stand):
    stand.lesson.open(protocol(press()))
    assert stand.slide == WaitingSlide()
    stand.slides.activate()
    assert isinstance(stand.slide, LessonSlide)


def test_leaving_the_lesson_pauses_it_and_leaves_the_class_what_it_sees(stand):
    stand.begin(press())
    stand.pass_seconds(10)
    stand.slides.deactivate()
    assert stand.lesson.state is SessionState.PAUSED
    shown = stand.classroom.shown
    stand.classroom.show(WaitingSlide())
    stand.lesson.resume()
    stand.pass_seconds(3)
    assert stand.slide == WaitingSlide()
    assert isinstance(shown.slide, LessonSlide)


def test_what_was_drawn_stays_while_the_picture_is_the_same(stand):
    stand.begin(press(), press("next", plate="other"))
    stand.pass_seconds(8)
    stand.classroom.draw(DOT)
    stand.pass_seconds(20)
    assert stand.classroom.prepared.board.pen == (DOT,)
    stand.lesson.next()
    assert stand.classroom.prepared.board.pen == ()


def test_the_word_for_all_pairs_comes_and_goes_with_the_slide(stand):
    word = LocalizedText("Đổi bên", "Change sides")
    stand.begin(press())
    stand.slides.set_pair_word(word)
    assert stand.slide.pair_word == word
    stand.pass_seconds(2)
    assert stand.slide.pair_word == word
    stand.slides.set_pair_word(None)
    assert stand.slide.pair_word is None


def test_what_the_class_sees_is_heard(stand):
    stand.begin(press())
    stand.pass_seconds(70)
    assert Cue.LESSON_END in stand.out.cues
    assert stand.withheld == []


@pytest.mark.parametrize("cover", [Cover.BLACK, Cover.WHITE])
def test_no_cue_is_heard_behind_a_cover(stand, cover):
    stand.begin(press())
    stand.pass_seconds(30)
    stand.classroom.set_cover(cover)
    stand.out.heard.clear()
    stand.pass_seconds(40)
    assert stand.out.cues == []
    assert stand.out.said == []
    assert Cue.LESSON_END in stand.withheld


def test_no_cue_is_heard_of_what_the_frozen_picture_does_not_show(stand):
    stand.begin(press())
    stand.pass_seconds(30)
    stand.classroom.toggle_freeze()
    stand.pass_seconds(1)
    stand.out.heard.clear()
    stand.pass_seconds(10)
    assert not stand.heard.hears
    assert (stand.out.cues, stand.out.said) == ([], [])
    stand.classroom.toggle_freeze()
    assert stand.heard.hears
    stand.pass_seconds(30)
    assert Cue.LESSON_END in stand.out.cues


def test_the_change_is_told_once(stand):
    told = []
    stand.heard.hearing_changed.connect(lambda: told.append(stand.heard.hears))
    stand.begin(press())
    stand.pass_seconds(3)
    stand.classroom.set_cover(Cover.BLACK)
    stand.pass_seconds(3)
    stand.classroom.set_cover(Cover.BLACK)
    stand.pass_seconds(3)
    assert told == [True, False, True]


def test_a_steady_beat_stops_behind_a_cover_and_goes_on_after_it(stand):
    stand.begin(press())
    stand.heard.beat(1200)
    stand.classroom.set_cover(Cover.BLACK)
    assert stand.out.heard[-1] == ("beat", None)
    stand.classroom.set_cover(Cover.NONE)
    assert stand.out.heard[-1] == ("beat", 1200)


def test_a_sentence_that_is_withheld_counts_as_said(stand):
    told = []
    stand.heard.spoke.connect(lambda line, heard: told.append((line, heard)))
    line = Line("Press gently.", "en", Urgency.STEP)
    stand.heard.say(line)
    assert stand.out.said == []
    assert told == [(line, True)]


def test_what_is_being_said_ends_when_the_class_sees_no_more(stand):
    stand.begin(press())
    stand.out.heard.clear()
    stand.classroom.set_cover(Cover.WHITE)
    assert ("hush", None) in stand.out.heard


def test_what_is_withheld_does_not_stop_what_is_said_later(stand):
    stand.begin(press(), press("next", plate="other"))
    stand.classroom.set_cover(Cover.BLACK)
    stand.pass_seconds(10)
    stand.classroom.set_cover(Cover.BLACK)
    stand.out.heard.clear()
    stand.lesson.next()
    assert stand.out.said


def test_the_device_is_not_closed_by_the_class(stand):
    stand.heard.close()
    assert not stand.out.closed
