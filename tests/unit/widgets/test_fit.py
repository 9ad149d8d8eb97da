"""Every page and dialog of the shell, in both languages and themes, at every promised size."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QTabWidget

from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.widgets.credits_dialog import CreditsDialog
from massage_trainer.widgets.key_table_dialog import KeyTableDialog
from massage_trainer.widgets.preferences_dialog import PreferencesDialog
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable
from tests.unit.widgets.recording_stand import RecordingStand

SIZES = ((800, 560), (1024, 768), (1280, 720), (1920, 1080))
LOOKS = [("vi", "light"), ("en", "dark"), ("vi", "dark"), ("en", "light")]


@pytest.fixture(scope="module")
def shipped():
    """The lessons that are shipped, with their real words."""
    plates = assets_dir() / "plates" / "index.json"
    places = ContentPlaces((protocols_dir(),), assets_dir() / "catalog", plates, None)
    return ContentLibrary(places, TeacherChoices, lambda: "")


@pytest.fixture(params=LOOKS, ids="-".join)
def dressed(request, shell, shipped):
    """The shell in one language and theme, with something to tell in every place."""
    language, theme = request.param
    stand = shell(language=language, theme=theme, lessons=shipped)
    stand.library.errors = ("demo.yaml:8:22: unknown acupoint 'GB2O' (did you mean 'GB20'?)",)
    first, second, *_ = stand.library.cards
    stand.leave_off(first.id, 3, 18)
    stand.leave_off(second.id, 18, 18)
    stand.problems.report(Problem(ProblemKind.CANNOT_SAVE, "/data/lan: Read-only file system"))
    return stand


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("dressed", LOOKS[:2], ids="-".join, indirect=True)
def test_nothing_of_the_main_window_is_cut_off(dressed, size):
    window = dressed.window()
    window.findChild(QAbstractButton, "mistake-details").click()
    window.resize(*size)
    assert cut_off(window) == []


def test_the_main_window_is_used_by_keyboard_and_by_ear(dressed):
    window = dressed.window()
    window.findChild(QAbstractButton, "mistake-details").click()
    assert unreachable(window) == []
    assert nameless(window) == []


@pytest.fixture(params=["teacher", "preferences", "credits", "keys", "voice"])
def dialog(request, dressed):
    def make(width, height):
        if request.param == "voice":
            return RecordingStand(dressed, lesson="whole-session", size=(width, height)).dialog
        window = dressed.window(width, height)
        if request.param == "teacher":
            return dressed.teacher_dialog(window)
        if request.param == "preferences":
            made = PreferencesDialog(dressed.preferences, dressed.sound_settings, window)
        elif request.param == "keys":
            made = KeyTableDialog(dressed.keys, dressed.preferences, dressed.language, window)
        else:
            made = CreditsDialog((assets_dir() / "LICENSES.md").read_text("utf-8"), window)
        return dressed.show(made)

    return make


def sheets(dialog):
    """Go through the tabs, if there are any."""
    tabs = dialog.findChild(QTabWidget, "tabs")
    for number in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(number)
        settle(dialog)
        yield number


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("dressed", LOOKS[:2], ids="-".join, indirect=True)
def test_nothing_of_a_dialog_is_cut_off(dialog, size):
    made = dialog(*size)
    assert made.width() <= size[0]
    assert made.height() <= size[1]
    for sheet in sheets(made):
        assert cut_off(made) == [], sheet


def test_a_dialog_is_used_by_keyboard_and_by_ear(dialog, qtbot):
    made = dialog(1280, 720)
    with qtbot.wait_active(made):
        made.activateWindow()
    for sheet in sheets(made):
        made.nextInFocusChain().setFocus()
        assert unreachable(made) == [], sheet
        assert nameless(made) == [], sheet


@pytest.mark.slow
def test_the_same_holds_on_a_screen_of_twice_the_density():
    """2560x1440 at 200 %: the same logical size, other pixels; Qt reads the factor once."""
    here = Path(__file__)
    command = [sys.executable, "-m", "pytest", str(here), "-k", "cut_off and 1280x720"]
    environment = os.environ | {"QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        command,
        cwd=here.parents[3],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:]
