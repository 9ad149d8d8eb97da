"""Colours that can be read, and sizes that follow the window."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.theme import DARK, LIGHT, Scale, choose_theme, theme_of

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "surface", 7),
        ("ink", "accent_soft", 7),
        ("muted", "paper", 4.5),
        ("muted", "surface", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "surface", 4.5),
        ("accent_ink", "accent", 4.5),
        ("caution_ink", "caution", 7),
        ("danger_ink", "danger", 4.5),
        ("plate_ink", "plate", 7),
        ("outline", "surface", 3),
        ("outline", "paper", 3),
    ],
)
def test_words_and_edges_stand_out(theme, ink, ground, least):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= least


@pytest.mark.parametrize(
    ("preference", "system_is_dark", "theme"),
    [
        ("auto", False, LIGHT),
        ("auto", True, DARK),
        ("light", True, LIGHT),
        ("dark", False, DARK),
        ("no such theme", True, DARK),
    ],
)
def test_the_preference_decides_and_auto_follows_the_system(preference, system_is_dark, theme):
    assert choose_theme(preference, system_is_dark=system_is_dark) is theme


@THEMES
def test_a_widget_knows_its_theme_from_the_palette(qtbot, theme):
    widget = QWidget()
    qtbot.add_widget(widget)
    widget.setPalette(theme.palette())
    assert theme_of(widget) is theme
    assert theme.palette().color(QPalette.ColorRole.PlaceholderText) == theme.muted


@pytest.mark.parametrize(
    ("size", "height"),
    [((1920, 1080), 1080), ((1280, 720), 720), ((1024, 768), 640), ((800, 560), 500), ((0, 0), 1)],
)
def test_a_narrow_window_is_scaled_by_its_width(size, height):
    assert Scale.of_size(*size).height == height


def test_type_grows_with_the_window_and_stays_readable():
    large, tiny = Scale(1080), Scale(100)
    assert large.body_px >= 0.03 * 1080 - 1
    assert large.title_px > large.body_px > large.control_px > large.caption_px
    assert tiny.caption_px == tiny.title_px == 12
    assert tiny.unit == 4


@THEMES
def test_a_theme_has_every_colour(theme):
    names = list(type(theme).__annotations__)
    assert all(getattr(theme, name).isValid() for name in names)
    assert set(vars(theme)) == set(names)
