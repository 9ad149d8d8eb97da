"""The type of a page: styles, and text that is broken into lines of one width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QTextLayout, QTextOption

if TYPE_CHECKING:
    from pathlib import Path

# Everything is set in twentieths of a point, so that whole numbers are fine enough for any printer.
POINT: Final = 20
_FAMILIES: Final = ("Be Vietnam Pro", "Trainer Han")
# Letters drawn as one: who searches the file for "find" would not find it.
_JOINED: Final = ("liga", "clig", "dlig", "frac")
INK: Final = QColor("#1A1816")
MUTED: Final = QColor("#57514A")
ACCENT: Final = QColor("#0B4F49")
LINE: Final = QColor("#B8B0A2")
TINT: Final = QColor("#EEF3F1")
DANGER: Final = QColor("#8E1515")
_PLAIN, _SEMI_BOLD, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold


class _Look(NamedTuple):
    size: float  # points
    leading: float  # points from line to line
    weight: QFont.Weight = _PLAIN
    ink: QColor = INK


class Style(Enum):
    """What a text is on the page."""

    TITLE = _Look(22, 27, _BOLD, ACCENT)
    KIND = _Look(9.5, 13, _SEMI_BOLD, MUTED)
    LEAD = _Look(10.5, 15.5)
    HEADING = _Look(14.5, 19, _BOLD, ACCENT)
    ASIDE = _Look(8.5, 12, _PLAIN, MUTED)
    STEP = _Look(11.5, 15.5, _SEMI_BOLD)
    BODY = _Look(9, 13)
    STRONG = _Look(9, 13, _SEMI_BOLD)
    LABEL = _Look(8, 13, _SEMI_BOLD, ACCENT)
    SMALL = _Look(7.5, 10.5, _PLAIN, MUTED)
    SMALL_INK = _Look(8, 11)
    SMALL_STRONG = _Look(7.5, 10.5, _SEMI_BOLD)
    VALUE = _Look(10.5, 14, _BOLD)
    BADGE = _Look(9.5, 12, _BOLD, QColor("#FFFFFF"))
    FOOT = _Look(7.5, 10, _PLAIN, MUTED)


def register_letters(fonts: Path) -> None:
    """Make the shipped typefaces known; a missing file costs its letters only."""
    for path in sorted(fonts.glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def font_of(style: Style) -> QFont:
    """The same on every device: sizes are those of the page, and nothing is fitted to pixels."""
    look = style.value
    font = QFont()
    font.setFamilies(list(_FAMILIES))
    font.setPixelSize(round(look.size * POINT))
    font.setWeight(look.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for joined in _JOINED:
        font.setFeature(QFont.Tag(joined), 0)
    return font


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in its lines; ``lacking`` are the letters that no typeface of this computer has."""

    layout: QTextLayout
    style: Style
    width: float
    height: float
    lines: int
    lacking: frozenset[str]

    @property
    def natural_width(self) -> float:
        return max(
            (self.layout.lineAt(number).naturalTextWidth() for number in range(self.lines)),
            default=0.0,
        )

    def paint(self, painter: QPainter, left: float, top: float, ink: QColor | None = None) -> None:
        painter.setPen(ink or self.style.value.ink)
        self.layout.draw(painter, QPointF(left, top))


def set_text(
    text: str,
    style: Style,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> SetText:
    """Break a text into lines; every line is as high as the style's leading, whatever stands in.

    A letter that no typeface has is printed by its number, which loses nothing of a name.
    """
    layout, count = _laid_out(text, style, width, align)
    lacking = _lacking(text, layout)
    if lacking:
        named = "".join(f"[U+{ord(each):04X}]" if each in lacking else each for each in text)
        layout, count = _laid_out(named, style, width, align)
    return SetText(layout, style, width, count * style.value.leading * POINT, count, lacking)


def _laid_out(
    text: str, style: Style, width: float, align: Qt.AlignmentFlag
) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text.replace("\n", "\u2028"), font_of(style))
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    leading = style.value.leading * POINT
    size = style.value.size * POINT
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # The base line stands at the same height in each line, also where a fall-back is taller.
        base = (leading - size) / 2 + size * 0.86
        line.setPosition(QPointF(0, count * leading + base - line.ascent()))
        count += 1
    layout.endLayout()
    return layout, count


def _lacking(text: str, layout: QTextLayout) -> frozenset[str]:
    """The letters that would be printed as an empty box."""
    found: set[str] = set()
    for run in layout.glyphRuns():
        if 0 in run.glyphIndexes():
            raw = run.rawFont()
            found.update(
                letter
                for letter in text
                if not letter.isspace()
                and letter.isprintable()
                and not raw.supportsCharacter(ord(letter))
                and not _has(letter)
            )
    return frozenset(found)


def _has(letter: str) -> bool:
    """Whether this letter alone is drawn from some typeface."""
    layout = QTextLayout(letter, font_of(Style.BODY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
