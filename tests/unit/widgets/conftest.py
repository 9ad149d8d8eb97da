"""The program's look for widget tests, and a lesson page to play on."""

from pathlib import Path

import pytest

from massage_trainer.widgets.fonts import register_fonts, text_font
from massage_trainer.widgets.theme import LIGHT
from tests.unit.widgets.lesson_stand import LessonStand
from tests.unit.widgets.plate_stand import PlateStand
from tests.unit.widgets.shell_stand import ShellStand

FONTS = Path(__file__).parents[3] / "assets" / "fonts"


@pytest.fixture(scope="session")
def families(qapp):
    return register_fonts(FONTS)


@pytest.fixture
def look(qapp, families):
    """Typeface, style and colours as the program sets them."""
    before = qapp.font(), qapp.palette(), qapp.style().name()
    qapp.setStyle("Fusion")
    qapp.setFont(text_font(families))
    qapp.setPalette(LIGHT.palette())
    yield qapp
    qapp.setFont(before[0])
    qapp.setPalette(before[1])
    qapp.setStyle(before[2])


@pytest.fixture
def stand(qtbot, look):
    """Make a lesson page with the example lesson on it, or with what is named."""
    made = []  # held: what is collected while it is painted brings the interpreter down

    def make(**named):
        made.append(LessonStand(qtbot, **named))
        return made[-1]

    return make


@pytest.fixture
def plate(qtbot, look):
    """Make a lesson page at a step that presses points."""
    made = []  # held, like those of ``stand``

    def make(*sides, **named):
        made.append(PlateStand(qtbot, *sides, **named))
        return made[-1]

    return make


@pytest.fixture
def shell(qtbot, qapp, look):
    """Make a main window with everything around it, in a language and a theme."""
    made = []

    def make(**named):
        made.append(ShellStand(qtbot, qapp, **named))
        return made[-1]

    yield make
    for stand in made:
        stand.close()
