"""The shipped typefaces: registered once, then named by family with a fall-back for Chinese."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

MAIN_FAMILY: Final = "Be Vietnam Pro"


def register_fonts(fonts_dir: Path) -> list[str]:
    """Make the shipped typefaces known to Qt; the main family comes first.

    A missing or damaged file costs its letters only: Qt falls back to the system's fonts.
    """
    families: set[str] = set()
    for path in sorted(fonts_dir.glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families.update(QFontDatabase.applicationFontFamilies(number))
    # The semi-bold is also listed as a family of its own; the main family finds it by weight.
    others = sorted(family for family in families if not family.startswith(MAIN_FAMILY))
    return [MAIN_FAMILY, *others] if MAIN_FAMILY in families else others


def text_font(families: list[str], pixel_size: int = 16) -> QFont:
    """The font of the whole program; its families are tried in turn for each letter."""
    font = QFont()
    if families:
        font.setFamilies(families)
    font.setPixelSize(pixel_size)
    return font


def sized(font: QFont, pixel_size: int, weight: QFont.Weight | None = None) -> QFont:
    """A font in another size, and another weight if one is named."""
    changed = QFont(font)
    changed.setPixelSize(max(1, pixel_size))
    if weight is not None:
        changed.setWeight(weight)
    return changed
