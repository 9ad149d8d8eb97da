"""A teacher records the lines of a lesson."""

from pathlib import Path

import pytest

from massage_trainer.domain.cues import SoundKind
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.inventory import lines_of
from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.viewmodels.recording import Doing, RecordingTrouble, RecordingViewModel
from tests.examples import example_catalog, example_lesson
from tests.fake_sound import FakeSound
from tests.fakes import MemoryLessons
from tests.fakes_voice import FakeGuide, FakeMicrophone, MemoryRecordings

FILE = Path("/media/stick/voice.zip")


class Studio:
    def __init__(self):
        self.lessons = MemoryLessons(example_catalog(), example_lesson())
        self.choices = TeacherChoices()
        self.recordings = MemoryRecordings()
        self.guide = FakeGuide(self.recordings)
        self.microphone = FakeMicrophone()
        self.out = FakeSound(voice_ends_at_once=False)
        self.voice_is_on = True
        self.model = RecordingViewModel(
            self.lessons,
            self.settled,
            self.recordings,
            self.guide,
            self.microphone,
            self.out,
            lambda: self.voice_is_on,
        )
        self.troubles, self.failures, self.stays, self.levels = [], [], [], []
        self.model.troubled.connect(self.troubles.append)
        self.model.failed.connect(self.failures.append)
        self.model.stayed.connect(self.stays.append)
        self.model.level_changed.connect(self.levels.append)
        self.model.open("example", "en")

    def settled(self, lesson_id):
        defaults = {"strokes-split": "2-3-5"}
        return settle(self.lessons.lesson(lesson_id), self.choices, defaults)

    def take(self, sound="take"):
        self.model.record_or_stop()
        self.model.record_or_stop()
        self.microphone.hear(sound)


@pytest.fixture
def studio(qapp):
    return Studio()


def test_the_lines_are_those_that_the_class_hears(studio):
    points = studio.lessons.catalog().points
    assert studio.model.lines == lines_of(studio.settled("example"), "en", points, ())
    assert "Seventeen times." not in {line.text for line in studio.model.lines}
    studio.choices = TeacherChoices(amounts={"example/bend.count": 17})
    studio.model.open("example", "en")
    assert "Seventeen times." in {line.text for line in studio.model.lines}


def test_a_lesson_that_has_just_been_broken_changes_nothing(studio):
    before = studio.model.lines
    with pytest.raises(TrainerError):
        studio.model.open("gone", "vi")
    assert (studio.model.lesson_id, studio.model.language) == ("example", "en")
    assert studio.model.lines == before


def test_a_take_is_kept_for_its_line_and_the_next_one_comes(studio):
    first, second = studio.model.lines[:2]
    studio.model.record_or_stop()
    assert studio.model.doing is Doing.RECORDING
    assert studio.microphone.running
    studio.model.record_or_stop()
    assert studio.model.doing is Doing.KEEPING
    assert studio.microphone.ending
    studio.microphone.hear("hello")
    assert studio.recordings.takes == {first: "hello"}
    assert studio.model.doing is Doing.NOTHING
    assert studio.model.line == second
    assert studio.model.recorded == 1


def test_nothing_sounds_while_the_microphone_listens(studio):
    studio.model.record_or_stop()
    assert studio.out.heard == [("hush", None)]


def test_what_was_recorded_stays_listed_to_be_heard_and_replaced(studio):
    first = studio.model.line
    count = len(studio.model.lines)
    studio.take("one")
    studio.model.choose(0)
    studio.take("two")
    assert len(studio.model.lines) == count
    assert studio.recordings.takes == {first: "two"}
    studio.model.open("example", "en")
    assert first not in studio.model.lines
    studio.model.show_missing_only(on=False)
    assert first in studio.model.lines


def test_the_next_line_is_one_that_is_missing(studio):
    studio.recordings.takes[studio.model.lines[1]] = "there"
    studio.take()
    assert studio.model.index == 2


def test_the_last_missing_line_stays(studio):
    studio.model.choose(len(studio.model.lines) - 1)
    studio.take()
    assert studio.model.index == len(studio.model.lines) - 1


def test_the_line_stays_where_the_teacher_wants_to_listen_first(studio):
    studio.model.goes_on = False
    studio.take()
    assert studio.model.index == 0


def test_going_to_another_line_ends_the_take_and_keeps_it(studio):
    first = studio.model.line
    studio.model.record_or_stop()
    studio.model.choose(5)
    studio.microphone.hear("hello")
    assert studio.recordings.takes == {first: "hello"}
    assert studio.model.index == 5


def test_while_a_take_is_made_ready_nothing_else_begins(studio):
    studio.model.record_or_stop()
    studio.model.record_or_stop()
    studio.model.record_or_stop()
    studio.model.listen_or_stop()
    assert studio.model.doing is Doing.KEEPING
    assert studio.out.said == []


def test_a_take_can_be_thrown_away(studio):
    studio.model.record_or_stop()
    studio.model.discard()
    assert not studio.microphone.running
    assert studio.model.doing is Doing.NOTHING
    assert studio.recordings.takes == {}


def test_closing_throws_a_running_take_away_and_keeps_one_that_is_over(studio):
    studio.model.record_or_stop()
    studio.model.close()
    assert not studio.microphone.running
    first = studio.model.line
    studio.model.record_or_stop()
    studio.model.record_or_stop()
    studio.model.close()
    studio.microphone.hear("over")
    assert studio.recordings.takes == {first: "over"}


def test_the_level_is_told_on(studio):
    studio.model.record_or_stop()
    studio.microphone.level_changed.emit(0.25)
    assert studio.levels == [0.25]


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        (SoundState.NO_DEVICE, RecordingTrouble.NO_VOICE_CAME_IN),
        (SoundState.FROZEN, RecordingTrouble.NO_MICROPHONE_ANSWER),
        (SoundState.NO_LIBRARY, RecordingTrouble.NO_LIBRARY),
    ],
)
def test_without_a_microphone_it_is_said_and_the_rest_works(studio, state, trouble):
    studio.model.record_or_stop()
    studio.microphone.fail(state)
    assert studio.troubles == [trouble]
    assert studio.model.doing is Doing.NOTHING
    studio.model.choose(3)
    studio.model.listen_or_stop()
    assert studio.out.said == [studio.model.line.text]


def test_a_line_is_heard_as_the_lesson_would_say_it(studio):
    studio.model.listen_or_stop()
    assert studio.out.said == [studio.model.line.text]
    assert studio.model.doing is Doing.LISTENING
    studio.out.end_line()
    assert studio.model.doing is Doing.NOTHING
    assert studio.troubles == []


def test_listening_is_stopped_at_once(studio):
    studio.model.listen_or_stop()
    studio.model.listen_or_stop()
    assert studio.model.doing is Doing.NOTHING
    assert studio.out.heard[-1] == ("hush", SoundKind.SPEECH)


@pytest.mark.parametrize("verb", ["record_or_stop", "remove", "close"])
def test_what_comes_after_listening_silences_it(studio, verb):
    studio.recordings.takes[studio.model.line] = "take"
    studio.model.listen_or_stop()
    getattr(studio.model, verb)()
    assert studio.model.doing is not Doing.LISTENING
    assert studio.out.heard[-1][0] == "hush"


def test_a_line_without_a_voice_is_told(studio):
    studio.model.listen_or_stop()
    studio.out.end_line(heard=False)
    assert studio.troubles == [RecordingTrouble.NO_VOICE]


def test_a_voice_that_is_turned_off_is_told(studio):
    studio.voice_is_on = False
    studio.model.listen_or_stop()
    assert studio.troubles == [RecordingTrouble.VOICE_IS_OFF]
    assert studio.out.said == []


@pytest.mark.parametrize(
    ("state", "trouble"),
    [
        (SoundState.NO_DEVICE, RecordingTrouble.NO_LOUDSPEAKER),
        (SoundState.FROZEN, RecordingTrouble.NO_LOUDSPEAKER_ANSWER),
        (SoundState.NO_LIBRARY, RecordingTrouble.NO_LIBRARY),
        (SoundState.OFF, RecordingTrouble.VOICE_IS_OFF),
    ],
)
def test_without_a_loudspeaker_it_is_said_whether_known_before_or_found_out(studio, state, trouble):
    studio.model.listen_or_stop()
    studio.out.change(state)
    assert studio.model.doing is Doing.NOTHING
    studio.model.listen_or_stop()
    assert studio.troubles == [trouble, trouble]
    assert studio.model.doing is Doing.NOTHING


def test_a_recording_is_removed(studio):
    studio.recordings.takes[studio.model.line] = "take"
    studio.model.remove()
    assert studio.recordings.takes == {}


def test_a_full_disk_is_told_and_the_line_stays(studio):
    studio.recordings.takes[studio.model.line] = "old"
    studio.recordings.full = True
    studio.take("new")
    studio.model.remove()
    assert studio.failures == ["voice.wav: disk full"]
    assert studio.stays == ["voice.wav: disk full"]
    assert studio.model.index == 0
    assert list(studio.recordings.takes.values()) == ["old"]


def test_recordings_travel_with_the_lesson_in_both_languages(studio):
    studio.take("english")
    studio.model.open("example", "vi")
    studio.take("vietnamese")
    assert studio.model.export_to(FILE) == 2
    there = Studio()
    there.recordings.files = studio.recordings.files
    assert there.model.take_over(there.model.look_into(FILE), replace=False) == 2
    assert sorted(there.recordings.takes.values()) == ["english", "vietnamese"]


def test_there_is_something_to_save_where_another_language_is_recorded(studio):
    assert not studio.model.has_any
    studio.model.open("example", "vi")
    studio.take("vietnamese")
    studio.model.open("example", "en")
    assert studio.model.has_any


def test_who_says_a_line_is_asked_for_when_the_lines_are_shown(studio, qtbot):
    assert studio.guide.looked == 1
    assert studio.model.source(studio.model.line) is None
    with qtbot.wait_signal(studio.model.voices_changed):
        studio.guide.learn(en=VoiceSource.CLIP)
    assert studio.model.source(studio.model.line) is VoiceSource.CLIP
    line = studio.model.line
    studio.take()
    assert studio.model.source(line) is VoiceSource.RECORDING
