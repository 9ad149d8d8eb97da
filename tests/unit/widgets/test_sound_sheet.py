"""Sound in the preferences, and the flash that stands for it."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QSpinBox, QWidget

from massage_trainer.domain.cues import Cue, SoundKind
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.widgets.flash import FLASH_MS, FlashOverlay
from massage_trainer.widgets.preferences_dialog import PreferencesDialog
from massage_trainer.widgets.problem_words import problem_text
from massage_trainer.widgets.theme import LIGHT
from tests.fakes import FakeOneShot

MOST_PAINTING_S = 0.05


@pytest.fixture
def desk(shell):
    stand = shell(language="en")
    dialog = PreferencesDialog(stand.preferences, stand.sound_settings, stand.window())
    return stand, stand.show(dialog)


def test_each_kind_has_its_volume_and_a_try(desk):
    stand, dialog = desk
    assert stand.sound.volumes == {SoundKind.CUE: 0.8, SoundKind.SPEECH: 0.9}
    dialog.findChild(QSpinBox, "cue-volume").setValue(0)
    dialog.findChild(QSpinBox, "speech-volume").setValue(50)
    assert stand.sound.volumes == {SoundKind.CUE: 0.0, SoundKind.SPEECH: 0.5}
    assert stand.sound_settings.cues_are_seen
    dialog.findChild(QAbstractButton, "try-cue").click()
    dialog.findChild(QAbstractButton, "try-voice").click()
    assert stand.sound.cues == [Cue.START]
    assert stand.sound.said == ["This is how the instructions sound."]


def test_sound_off_silences_both_and_comes_back_as_loud_as_it_was(desk):
    stand, dialog = desk
    dialog.findChild(QAbstractButton, "muted").click()
    assert set(stand.sound.volumes.values()) == {0.0}
    assert stand.sound_settings.cues_are_seen
    dialog.findChild(QAbstractButton, "muted").click()
    assert stand.sound.volumes == {SoundKind.CUE: 0.8, SoundKind.SPEECH: 0.9}
    assert not stand.sound_settings.cues_are_seen


def test_themes_are_chosen_by_name(desk):
    stand, dialog = desk
    box = dialog.findChild(QComboBox, "sound-theme")
    assert [box.itemText(row) for row in range(box.count())] == ["Soft", "Wood"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert stand.sound.theme == "wood"


STATE_WORDS = {
    SoundState.READY: "Sound is ready.",
    SoundState.OFF: "Sound is off.",
    SoundState.NO_LIBRARY: "The sound library miniaudio is not installed.",
    SoundState.NO_DEVICE: "There is no loudspeaker or headphones; they are used as soon as they"
    " are plugged in.",
    SoundState.FROZEN: "The sound of this computer does not answer.",
}


@pytest.mark.parametrize("state", SoundState)
def test_the_state_of_the_sound_is_told_while_the_dialog_is_open(desk, state):
    stand, dialog = desk
    stand.sound.change(SoundState.FROZEN if state is SoundState.READY else SoundState.READY)
    stand.sound.change(state)
    assert dialog.findChild(QLabel, "sound-state").text() == STATE_WORDS[state]
    assert stand.sound_settings.cues_are_seen is (state is not SoundState.READY)


def test_a_cue_is_seen_while_the_device_is_only_being_opened(desk):
    stand, _ = desk
    stand.sound.is_open = False
    assert stand.sound_settings.cues_are_seen
    stand.sound.is_open = True
    assert not stand.sound_settings.cues_are_seen


def test_every_silence_has_its_sentence(look):
    states = (SoundState.NO_DEVICE, SoundState.NO_LIBRARY, SoundState.FROZEN)
    told = [problem_text(Problem(ProblemKind.NO_SOUND, state.value)) for state in states]
    told += [problem_text(Problem(ProblemKind.NO_VOICE, name)) for name in ("vi", "en")]
    assert len(set(told)) == 5


@pytest.fixture
def pane(qtbot, look):
    window = QWidget()
    qtbot.add_widget(window)
    window.resize(800, 560)
    window.show()
    return window


@pytest.mark.parametrize("cue", Cue)
@pytest.mark.parametrize("steady", [False, True])
def test_every_cue_is_seen_at_the_edge_of_the_eye(pane, cue, steady):
    plain = pane.grab().toImage()
    delay = FakeOneShot()
    flash = FlashOverlay(pane, delay)
    flash.show_cue(cue, steady=steady)
    assert flash.cue is cue
    assert pane.grab().toImage() == plain  # the page that belongs to it comes first
    assert delay.runs_ms < 50
    delay.run_out()
    flash._animation.pause()
    shown = pane.grab().toImage()
    corners = [(4, 280), (796, 280), (400, 556)]
    for x, y in corners:
        assert shown.pixelColor(x, y) != plain.pixelColor(x, y)
    # A steady frame leaves the page itself alone.
    middle = shown.pixelColor(400, 400) == QColor(LIGHT.paper)
    assert middle is steady
    flash.end()
    assert flash.cue is None
    assert pane.grab().toImage() == plain


def test_a_flash_takes_no_click_and_grows_with_the_window(pane):
    delay = FakeOneShot()
    flash = FlashOverlay(pane, delay)
    flash.show_cue(Cue.START, steady=False)
    delay.run_out()
    flash._animation.pause()
    assert flash.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert flash.focusPolicy() is Qt.FocusPolicy.NoFocus
    pane.resize(1024, 768)
    assert flash.size() == pane.size()
    flash.end()


def test_a_flash_fades_in_few_steps_and_gives_way_to_the_next_cue(pane):
    delay, painted = FakeOneShot(), []
    flash = FlashOverlay(pane, delay)
    flash.show_cue(Cue.START, steady=False)
    delay.run_out()
    flash._animation.pause()
    for ms in range(0, FLASH_MS, 10):
        flash._animation.setCurrentTime(ms)
        painted.append(flash._strength)
    assert painted == sorted(painted, reverse=True)
    # Each step paints the whole window, and nothing else is done meanwhile.
    assert 2 <= len(set(painted)) <= 5
    flash.show_cue(Cue.REST, steady=False)
    assert flash._strength == painted[-1]
    delay.run_out()
    assert flash._strength == max(painted)
    flash.show_cue(Cue.STEP_END, steady=False)
    flash.end()
    assert not delay.is_running
    assert flash.cue is None


class Strobe:
    """Cues to a flash, with the seconds in the test's hands; tells which lit up the window."""

    def __init__(self, pane):
        self._pane = pane
        self._delay = FakeOneShot()
        self._seconds = 0.0
        self._flash = FlashOverlay(pane, self._delay, lambda: self._seconds)
        self._plain = pane.grab().toImage().pixelColor(400, 400)

    def lights_up(self, seconds, cue=Cue.REPETITION):
        self._seconds = seconds
        self._flash.show_cue(cue, steady=False)
        self._delay.run_out()
        self._flash._animation.pause()
        shown = self._pane.grab().toImage()
        assert shown.pixelColor(4, 280) != self._plain  # at its edge it is seen in any case
        return shown.pixelColor(400, 400) != self._plain

    def end(self):
        self._flash.end()


def test_fast_repetitions_do_not_flicker(pane):
    strobe = Strobe(pane)
    lit = [strobe.lights_up(quarter / 4) for quarter in range(13)]
    strobe.end()
    assert [number / 4 for number, flashed in enumerate(lit) if flashed] == [0, 1, 2, 3]


def test_an_alarm_is_not_overlooked_and_does_not_flicker_either(pane):
    strobe = Strobe(pane)
    assert strobe.lights_up(0.0)
    assert not strobe.lights_up(0.3, Cue.STOP)
    assert strobe.lights_up(0.5, Cue.STOP)
    assert not strobe.lights_up(0.8, Cue.INTERRUPTED)
    strobe.end()


@pytest.mark.parametrize("cue", Cue)
def test_the_first_painting_of_a_flash_keeps_nobody_waiting(pane, cue):
    """In the time of this process alone: a busy machine is no fault of the flash."""
    pane.resize(1920, 1071 + 2 * list(Cue).index(cue))  # letters that nobody has drawn yet
    delay = FakeOneShot()
    flash = FlashOverlay(pane, delay)
    flash.show_cue(cue, steady=False)
    begun = time.process_time()
    delay.run_out()
    flash.repaint()
    assert time.process_time() - begun < MOST_PAINTING_S
    flash._animation.stop()
    flash.end()
