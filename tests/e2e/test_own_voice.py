"""A teacher's voice, from the settings to the lesson that speaks with it."""

from array import array

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QTabWidget

from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.services.speech.pcm import RATE_HZ, Pcm
from massage_trainer.services.speech.recordings import FileRecordings
from massage_trainer.widgets.recording_dialog import RecordingDialog

SOUND = Pcm(array("h", [1000] * (RATE_HZ // 10)))


def dialogs(program):
    return program.window.findChildren(RecordingDialog)


def test_the_way_leads_from_the_teachers_settings_to_the_lines(start, qtbot):
    program = start("en").program
    settings = program._make_teacher_dialog(program.window)
    qtbot.add_widget(settings)
    settings.show()
    settings.findChild(QTabWidget, "tabs").setCurrentIndex(2)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append((type(dialog), dialog.findChild(QComboBox, "lesson").count()))
        dialog.reject()

    QTimer.singleShot(0, look)
    settings.findChild(QAbstractButton, "own-voice").click()
    assert seen == [(RecordingDialog, len(program.library.cards))]


def test_what_was_recorded_is_what_the_lesson_says_and_is_there_after_a_restart(start, qtbot):
    stand = start("en")
    room = stand.program.voices
    dialog = room.make_dialog(stand.window)
    qtbot.add_widget(dialog)
    recording = room._recording
    line = recording.line
    recording._taken = line
    room._microphone.recorded.emit(SOUND)
    assert recording.source(line) is VoiceSource.RECORDING
    assert room._recordings is room._recording._recordings
    again = FileRecordings(stand.program._data_dir / "recordings", [].append)
    assert again.read(line) == room._recordings.read(line) is not None


def test_the_dialog_begins_where_it_was_left(start, qtbot):
    stand = start("vi")
    room = stand.program.voices
    last = stand.program.library.cards[2].id
    stand.program.preferences.update(last_lesson=last)
    qtbot.add_widget(room.make_dialog(stand.window))
    assert (room._recording.lesson_id, room._recording.language) == (last, "vi")
    room._recording.open(stand.program.library.cards[1].id, "en")
    qtbot.add_widget(room.make_dialog(stand.window))
    assert room._recording.lesson_id == stand.program.library.cards[1].id
    assert room._recording.language == "en"


def test_a_voice_that_is_muted_is_not_listened_to(start, qtbot):
    stand = start("en")
    room = stand.program.voices
    assert room._voice_is_on()
    stand.program.preferences.update(muted=True)
    assert not room._voice_is_on()
    stand.program.preferences.update(muted=False, speech_volume=0)
    assert not room._voice_is_on()
