"""A line is recorded and heard again through a real sound server, by the keys of the dialog."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from massage_trainer.app.voice_room import VoiceRoom
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.recording import Doing, RecordingTrouble
from massage_trainer.widgets.level_meter import LevelMeter
from massage_trainer.widgets.line_list import LineList
from tests.examples import example_catalog, example_lesson
from tests.fakes import MemoryLessons, MemorySettings
from tests.faults.sound_stand import LONG_MS, THEMES
from tests.faults.stall_meter import StallMeter
from tests.pitches import Ear, read_wav
from tests.sound_server import MISSING, RATE_HZ, SoundServer

pytestmark = [
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
    pytest.mark.slow,
]


class Studio:
    """The dialog over the real store, loudspeaker and microphone."""

    def __init__(self, qtbot, folder):
        self.qtbot = qtbot
        self.server = SoundServer(folder)
        self._owner = QObject()
        lessons = MemoryLessons(example_catalog(), example_lesson())
        self.room = VoiceRoom(
            folder / "data",
            lessons,
            lambda lesson_id: settle(lessons.lesson(lesson_id), TeacherChoices(), {}),
            PreferencesViewModel(MemorySettings(Settings(language="en"))),
            pytest.fail,
            None,
            self._owner,
        )
        self.window = QWidget()
        self.window.resize(1280, 720)
        qtbot.add_widget(self.window)
        self.dialog = self.room.make_dialog(self.window)
        self.dialog.show()
        self.model = self.room._recording
        self.troubles = []
        self.model.troubled.connect(self.troubles.append)

    def press(self, key):
        self.qtbot.keyClick(self.dialog.findChild(LineList), key)

    def until(self, condition):
        self.qtbot.wait_until(lambda: bool(condition()), timeout=LONG_MS)

    def close(self):
        self.dialog.close()
        self.room.close()
        self.room.out.close()
        self.server.kill()


@pytest.fixture
def studio(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", SoundServer(tmp_path).address)
    studio = Studio(qtbot, tmp_path)
    yield studio
    studio.close()


def test_what_a_teacher_says_is_heard_in_the_place_of_the_line(studio):
    studio.server.start()
    line = studio.model.line
    meter, stall = studio.dialog.findChild(LevelMeter), StallMeter()
    played_at = studio.room.out.mixer.looked_at
    studio.until(lambda: studio.room.out.mixer.looked_at > played_at)
    stall.start()
    studio.press(Qt.Key.Key_Space)
    studio.until(lambda: meter.words == "Recording: speak now.")
    levels = []
    studio.model.level_changed.connect(levels.append)
    studio.until(lambda: levels)
    studio.room.out.play(Cue.SIDE)  # it is what the microphone hears
    studio.qtbot.wait(1200)
    studio.press(Qt.Key.Key_Space)
    studio.until(lambda: studio.model.has(line))
    assert stall.stop() == []
    assert max(levels) > 0.05
    studio.press(Qt.Key.Key_Up)
    assert studio.model.line == line
    heard = studio.server.record()
    studio.press(Qt.Key.Key_Return)
    studio.until(lambda: studio.model.doing is Doing.NOTHING)
    samples, rate_hz = read_wav(THEMES / "soft" / f"{Cue.SIDE.value}.wav")
    assert Ear(RATE_HZ).tones(heard.samples()) == Ear(rate_hz).tones(samples)
    assert studio.troubles == []


def test_without_a_sound_server_it_is_said_and_the_windows_do_not_wait(studio):
    stall = StallMeter()
    stall.start()
    studio.press(Qt.Key.Key_Space)
    studio.until(lambda: studio.troubles)
    studio.press(Qt.Key.Key_Return)
    studio.until(lambda: len(studio.troubles) == 2)
    assert stall.stop() == []
    assert studio.troubles == [
        RecordingTrouble.NO_VOICE_CAME_IN,
        RecordingTrouble.NO_LOUDSPEAKER,
    ]
    assert studio.model.doing is Doing.NOTHING
