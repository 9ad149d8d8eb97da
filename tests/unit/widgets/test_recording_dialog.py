"""The teacher's voice, recorded by keys, by mouse and by ear."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.speech.recorded import RecordingFault
from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.viewmodels.recording import Doing, RecordingTrouble
from massage_trainer.widgets.level_meter import LevelMeter, share
from massage_trainer.widgets.question_dialog import QuestionDialog
from massage_trainer.widgets.voice_words import source_text, trouble_text
from tests.unit.widgets.fitting import nameless, settle, unreachable
from tests.unit.widgets.recording_stand import RecordingStand

KEY = Qt.Key
FILE = Path("/media/stick/voice.zip")


@pytest.fixture
def studio(shell):
    made = []

    def make(language="en", **named):
        made.append(RecordingStand(shell(language=language), **named))
        return made[-1]

    return make


def test_a_whole_lesson_is_recorded_with_the_space_bar(studio):
    stand = studio()
    lines = stand.model.lines
    assert stand.lines.hasFocus()
    for number in range(len(lines)):
        stand.press(KEY.Key_Space)
        stand.press(KEY.Key_Space)
        stand.microphone.hear(f"take {number}")
    assert list(stand.recordings.takes) == list(lines)
    assert stand.label("progress") == f"{len(lines)} of {len(lines)} lines are recorded"
    stand.choose("lesson", "example")
    assert stand.label("line-text") == "Everything is recorded."
    assert not stand.button("record").isEnabled()


def test_the_chosen_line_stands_in_large_letters_with_who_says_it(studio):
    stand = studio()
    assert stand.label("line-text") == stand.model.lines[0].text
    assert stand.panel.words == "Not recorded: looking for the voices of this computer…"
    stand.guide.learn(en=VoiceSource.GENERIC)
    assert stand.panel.words == "Not recorded: this computer's robot voice says this line."
    stand.press(KEY.Key_Down)
    assert stand.label("line-text") == stand.model.lines[1].text


def test_a_row_reads_the_whole_line_and_who_says_it(studio):
    stand = studio()
    stand.guide.learn(en=VoiceSource.CLIP)
    index = stand.lines.model().index(2)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    text = stand.model.lines[2].text
    assert spoken == f"{text} Not recorded: the program's clip says this line."
    stand.recordings.takes[stand.model.lines[2]] = "take"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"{text} Recorded: the teacher's voice says this line."


def test_the_buttons_say_what_they_do_now(studio):
    stand = studio()
    record, listen, remove = map(stand.button, ("record", "listen", "remove"))
    assert (record.text(), listen.text(), remove.isEnabled()) == ("Record", "Listen", False)
    record.click()
    assert (record.text(), record.accessibleName()) == ("Stop", "Stop recording")
    assert not listen.isEnabled()
    record.click()
    stand.microphone.hear("take")
    stand.model.choose(0)
    assert (record.text(), record.accessibleName()) == ("Replace", "Replace the recording")
    assert remove.isEnabled()
    listen.click()
    assert (listen.text(), listen.accessibleName()) == ("Stop", "Stop listening")
    stand.out.end_line()
    assert listen.text() == "Listen"


def test_a_focused_button_keeps_its_own_space_bar(studio):
    stand = studio()
    stand.button("listen").setFocus()
    stand.press(KEY.Key_Space, stand.button("listen"))
    assert stand.model.doing is Doing.LISTENING
    assert not stand.microphone.running


def test_enter_listens(studio):
    stand = studio()
    stand.press(KEY.Key_Return)
    assert stand.out.said == [stand.model.line.text]
    assert stand.dialog.isVisible()


def test_the_line_may_stay_after_a_recording(studio):
    stand = studio()
    stand.button("goes-on").click()
    stand.press(KEY.Key_Space)
    stand.press(KEY.Key_Space)
    stand.microphone.hear("take")
    assert stand.model.index == 0
    assert stand.lines.currentIndex().row() == 0
    assert stand.announced == ["Recorded."]


def test_a_removed_recording_gives_the_line_back_to_the_other_voices(studio):
    stand = studio()
    stand.guide.learn(en=VoiceSource.SYSTEM)
    stand.recordings.takes[stand.model.line] = "take"
    stand.model.show_missing_only(on=False)
    stand.button("remove").setFocus()
    stand.press(KEY.Key_Space, stand.button("remove"))
    assert stand.recordings.takes == {}
    assert stand.panel.words == "Not recorded: this computer's own voice says this line."
    assert stand.lines.hasFocus()


def test_all_lines_or_those_that_are_missing(studio):
    stand = studio()
    stand.recordings.takes[stand.model.lines[0]] = "take"
    stand.choose("lesson", "example")
    count = stand.lines.model().rowCount()
    stand.choose("listed", "all")
    assert stand.lines.model().rowCount() == count + 1
    assert stand.label("progress") == f"1 of {count + 1} lines are recorded"


def test_the_lines_of_the_other_language_are_recorded_too(studio):
    stand = studio()
    stand.choose("spoken", "vi")
    assert {line.language for line in stand.model.lines} == {"vi"}
    assert stand.dialog.windowTitle() == "The teacher's voice"


def test_a_lesson_that_has_just_been_broken_is_told(studio):
    stand = studio()
    lines = stand.model.lines
    stand.shell.lessons._lessons.clear()
    stand.choose("spoken", "vi")
    assert stand.dialog.message == "no lesson 'example'"
    assert stand.box("spoken").currentData() == "en"
    assert stand.model.lines == lines


def test_escape_throws_a_take_away_and_then_closes(studio):
    stand = studio()
    stand.press(KEY.Key_Space)
    stand.press(KEY.Key_Escape)
    assert stand.dialog.isVisible()
    assert not stand.microphone.running
    assert stand.dialog.message == "The take was thrown away."
    stand.press(KEY.Key_Escape)
    assert not stand.dialog.isVisible()


@pytest.mark.parametrize("close", ["button", "escape"])
def test_closing_ends_everything(studio, close):
    stand = studio()
    stand.press(KEY.Key_Return)
    if close == "button":
        stand.button("close").click()
    else:
        stand.press(KEY.Key_Escape)
    assert not stand.dialog.isVisible()
    assert stand.model.doing is Doing.NOTHING


def test_the_meter_moves_while_a_take_runs_and_says_what_to_do(studio):
    stand = studio()
    meter = stand.dialog.findChild(LevelMeter)
    assert (meter.share, meter.words) == (0.0, "The microphone is off.")
    stand.press(KEY.Key_Space)
    assert meter.words == "Recording: speak now."
    for level, words in (
        (0.1, "Recording: loud enough."),
        (0.001, "Recording: speak now."),
        (0.6, "Recording: too loud, keep further away."),
    ):
        stand.microphone.level_changed.emit(level)
        assert meter.share == pytest.approx(share(level))
        assert meter.words == meter.accessibleDescription() == words
    stand.press(KEY.Key_Space)
    assert (meter.share, meter.words) == (0.0, "The microphone is off.")


def test_the_bar_is_drawn_as_far_as_the_voice_is_loud(studio):
    stand = studio()
    stand.press(KEY.Key_Space)
    stand.microphone.level_changed.emit(0.1)
    settle(stand.dialog)
    bar = stand.dialog.findChild(LevelMeter)._bar
    picture = bar.grab().toImage()
    half = picture.height() // 2
    accent = picture.pixelColor(half, half)
    filled = sum(picture.pixelColor(x, half) == accent for x in range(picture.width()))
    assert filled == pytest.approx(bar.share * picture.width(), abs=3)


def test_the_share_follows_the_ear():
    assert share(0.0) == 0.0
    assert share(1.0) == 1.0
    assert 0.5 < share(0.1) < 0.7
    assert share(0.00001) == 0.0


def test_without_a_microphone_one_sentence_is_said_until_the_next_try(studio):
    stand = studio()
    stand.press(KEY.Key_Space)
    stand.microphone.fail(SoundState.NO_DEVICE)
    sentence = "No voice came in: plug in a microphone or switch it on, then record again."
    assert stand.dialog.message == sentence
    assert stand.announced == [sentence]
    stand.press(KEY.Key_Return)
    assert stand.dialog.message == ""


def test_the_chosen_line_stays_in_sight_when_a_message_takes_room(studio):
    stand = studio(size=(800, 560))
    settle(stand.dialog)
    rows = (
        stand.lines.viewport().height()
        // stand.lines.visualRect(stand.lines.currentIndex()).height()
    )
    stand.model.choose(rows - 1)
    stand.press(KEY.Key_Space)
    stand.microphone.fail(SoundState.NO_DEVICE)
    settle(stand.dialog)
    shown = stand.lines.visualRect(stand.lines.currentIndex())
    assert stand.lines.viewport().rect().contains(shown)


def test_a_full_disk_is_told(studio):
    stand = studio()
    stand.recordings.full = True
    stand.press(KEY.Key_Space)
    stand.press(KEY.Key_Space)
    stand.microphone.hear("take")
    assert stand.dialog.message == "The recording could not be saved: voice.wav: disk full"


def test_the_recordings_go_to_a_file_and_come_from_one(studio):
    stand = studio()
    line = stand.model.line
    stand.recordings.takes[line] = "take"
    stand.shell.picker.path = FILE
    stand.button("save-file").click()
    told = stand.dialog.message.replace("\u200b", "")
    assert told == "Saved, with 1 recording in both languages: /media/stick/voice.zip"
    assert stand.recordings.files[FILE] == {line: "take"}
    stand.recordings.takes.clear()
    stand.button("load-file").click()
    assert stand.recordings.takes == {line: "take"}
    told = stand.dialog.message.replace("\u200b", "")
    assert told == "Loaded, with 1 recording: /media/stick/voice.zip"
    assert stand.shell.picker.asked == []
    assert stand.panel.words == "Recorded: the teacher's voice says this line."
    assert stand.shell.picker.titles[0][:2] == ("Save recordings", "example-voice.zip")


def test_without_a_recording_nothing_is_saved(studio):
    stand = studio()
    stand.shell.picker.path = FILE
    stand.button("save-file").click()
    words = "Nothing of this lesson is recorded yet: there is nothing to save."
    assert stand.dialog.message == words
    assert stand.shell.picker.titles == []
    assert stand.recordings.files == {}


@pytest.fixture
def travelled(studio):
    """Three lines in the file; the first is recorded here too, and otherwise."""
    stand = studio()
    lines = stand.model.lines[:3]
    stand.recordings.files[FILE] = dict.fromkeys(lines, "theirs")
    stand.recordings.takes[lines[0]] = "mine"
    stand.recordings.takes[lines[1]] = "theirs"
    stand.shell.picker.path = FILE
    return stand


@pytest.mark.parametrize(("answer", "kept"), [(None, "mine"), (0, "mine"), (1, "theirs")])
def test_own_recordings_are_replaced_only_when_the_teacher_says_so(travelled, answer, kept):
    travelled.shell.picker.answer = answer
    travelled.button("load-file").click()
    assert travelled.shell.picker.asked == [
        (
            "1 line of this file has a recording of your own already. Which is kept?",
            ("Keep my own", "Take those of the file"),
        )
    ]
    first, _, third = travelled.model.lines[:3]
    assert travelled.recordings.takes[first] == kept
    assert (third in travelled.recordings.takes) is (answer is not None)
    assert travelled.dialog.message.startswith("Loaded") is (answer is not None)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (RecordingFault.NOT_OURS, "Tệp này không phải tệp bản thu, hoặc đã hỏng: "),
        (RecordingFault.DISK, "Không nạp được bản thu: "),
        (RecordingFault.NO_LIBRARY, "Chưa cài thư viện âm thanh miniaudio"),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_the_language_of_the_window(studio, fault, words):
    stand = studio("vi")
    stand.shell.picker.path = FILE
    stand.recordings.fault = fault
    stand.button("load-file").click()
    told = stand.dialog.message.replace("\u200b", "")
    assert told.startswith(words)
    assert ("the reason" in told) is (fault is RecordingFault.DISK)


def test_a_recording_that_cannot_be_removed_is_told_as_such(studio):
    stand = studio()
    stand.recordings.takes[stand.model.line] = "take"
    stand.recordings.full = True
    stand.model.remove()
    assert stand.dialog.message == "The recording could not be removed: voice.wav: disk full"


def test_a_question_is_answered_by_a_button_or_not_at_all(shell, qtbot):
    window = shell(language="en").window()
    for press, answer in (("answer-0", 0), ("answer-1", 1), ("close", None)):
        dialog = QuestionDialog("Load", "Which is kept?", ("Mine", "Theirs"), window)
        qtbot.add_widget(dialog)
        QTimer.singleShot(0, dialog.findChild(QAbstractButton, press).click)
        assert dialog.answered() == answer
    assert unreachable(dialog) == []
    assert nameless(dialog) == []


@pytest.mark.parametrize("name", ["save-file", "load-file"])
def test_thinking_better_of_it_changes_nothing(studio, name):
    stand = studio()
    stand.recordings.takes[stand.model.line] = "take"
    stand.button(name).click()
    assert stand.dialog.message == ""
    assert stand.recordings.files == {}


def test_a_file_that_cannot_be_read_or_written_is_told(studio):
    stand = studio()
    stand.shell.picker.path = FILE
    stand.button("load-file").click()
    told = stand.dialog.message.replace("\u200b", "")
    assert told == f"The recordings could not be loaded: {FILE}: no such file"
    stand.recordings.takes[stand.model.line] = "take"
    stand.recordings.full = True
    stand.button("save-file").click()
    assert stand.dialog.message == f"The file could not be written: {FILE}: disk full"


def test_the_open_dialog_changes_its_language(studio):
    stand = studio("vi")
    assert stand.dialog.windowTitle() == "Giọng của giáo viên"
    stand.shell.preferences.update(language="en")
    settle(stand.dialog)
    assert stand.dialog.windowTitle() == "The teacher's voice"
    assert stand.box("lesson").currentText() == "Example lesson (en)"
    assert stand.lines.accessibleName() == "Lines of the lesson"
    assert {line.language for line in stand.model.lines} == {"vi"}  # what is spoken stays


@pytest.mark.parametrize("doing", ["nothing", "recording", "listening"])
def test_everything_is_reached_by_keys_and_has_a_name(studio, doing):
    stand = studio()
    stand.recordings.takes[stand.model.line] = "take"
    if doing != "nothing":
        stand.press(KEY.Key_Space if doing == "recording" else KEY.Key_Return)
    stand.panel.retranslate()
    assert QApplication.focusWidget() is stand.lines
    assert unreachable(stand.dialog) == []
    assert nameless(stand.dialog) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [([*VoiceSource, None], source_text), (list(RecordingTrouble), trouble_text)],
    ids=["sources", "troubles"],
)
def test_every_value_has_its_own_sentence_in_each_language(shell, values, words):
    english = [words(value) for value in values]
    shell(language="vi")
    vietnamese = [words(value) for value in values]
    assert len({*english, *vietnamese}) == 2 * len(values)
