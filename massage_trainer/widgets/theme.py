"""The look in one place: colours of both themes, and sizes that follow the window."""

from typing import Final, NamedTuple

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget


class Theme:
    """Every colour of the window; no other module names one."""

    paper: QColor  # the window itself
    surface: QColor  # cards, fields, panels
    ink: QColor
    muted: QColor  # captions
    line: QColor  # hairlines and empty rings
    outline: QColor  # edges of controls: 3:1 against paper and surface
    accent: QColor  # buttons, ring, the current row
    accent_ink: QColor  # text on accent
    accent_soft: QColor
    caution: QColor
    caution_ink: QColor
    danger: QColor
    danger_ink: QColor
    plate: QColor  # the paper of a picture, the same in both themes
    plate_ink: QColor
    mark: QColor  # what is worked on now, drawn on a picture; the same in both themes
    way: QColor  # how the hands move, drawn on a picture; the same in both themes
    danger_mark: QColor  # where not to press, drawn on a picture; the same in both themes

    def __init__(self, **colors: str) -> None:
        for name, color in colors.items():
            setattr(self, name, QColor(color))

    def palette(self) -> QPalette:
        """The same colours in Qt's roles, so that standard controls fit in.

        A label in a special ink takes it by role and so follows the theme by itself:
        PlaceholderText is muted, ToolTipText caution, BrightText danger, Link accent.
        """
        role = QPalette.ColorRole
        palette = QPalette()
        for name, color in (
            (role.Window, self.paper),
            (role.WindowText, self.ink),
            (role.Base, self.surface),
            (role.AlternateBase, self.accent_soft),
            (role.Text, self.ink),
            (role.Button, self.surface),
            (role.ButtonText, self.ink),
            (role.BrightText, self.danger_ink),
            (role.Highlight, self.accent),
            (role.HighlightedText, self.accent_ink),
            (role.Accent, self.accent),
            (role.Link, self.accent),
            (role.LinkVisited, self.accent),
            (role.PlaceholderText, self.muted),
            (role.ToolTipBase, self.caution),
            (role.ToolTipText, self.caution_ink),
            (role.Mid, self.line),
        ):
            palette.setColor(name, color)
        for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, _between(self.muted, self.paper))
        return palette


def _between(one: QColor, other: QColor) -> QColor:
    return QColor(
        (one.red() * 2 + other.red()) // 3,
        (one.green() * 2 + other.green()) // 3,
        (one.blue() * 2 + other.blue()) // 3,
    )


LIGHT: Final = Theme(
    paper="#FBF8F2",
    surface="#FFFFFF",
    ink="#23201C",
    muted="#5D564C",
    line="#E3DBCB",
    outline="#8A8172",
    accent="#0F6B63",
    accent_ink="#FFFFFF",
    accent_soft="#D8ECE8",
    caution="#FFF1CC",
    caution_ink="#5A3D00",
    danger="#FBE9E7",
    danger_ink="#9B1C1C",
    plate="#FBF8F2",
    plate_ink="#23201C",
    mark="#0B4F49",
    way="#1F2A7A",
    danger_mark="#9B1C1C",
)

DARK: Final = Theme(
    paper="#1B1917",
    surface="#26231F",
    ink="#F3EEE6",
    muted="#BDB3A5",
    line="#3B362F",
    outline="#8A8172",
    accent="#5CC9BC",
    accent_ink="#10201E",
    accent_soft="#1F3B38",
    caution="#3D3216",
    caution_ink="#FFE3A3",
    danger="#4A1B17",
    danger_ink="#FFB4AB",
    plate="#FBF8F2",
    plate_ink="#23201C",
    mark="#0B4F49",
    way="#1F2A7A",
    danger_mark="#9B1C1C",
)

# For a weak projector or a bright room: nothing between black and white carries a meaning.
CONTRAST: Final = Theme(
    paper="#FFFFFF",
    surface="#FFFFFF",
    ink="#000000",
    muted="#1F1B16",
    line="#8C8577",
    outline="#3A342B",
    accent="#003B36",
    accent_ink="#FFFFFF",
    accent_soft="#D5F0EB",
    caution="#FFE08A",
    caution_ink="#2B1D00",
    danger="#FFD9D3",
    danger_ink="#7A0000",
    plate="#FBF8F2",
    plate_ink="#000000",
    mark="#003B36",
    way="#10185E",
    danger_mark="#7A0000",
)

_MIDDLE_GREY: Final = 128
THEME_CHOICES: Final = ("auto", "light", "dark")


def choose_theme(preference: str, *, system_is_dark: bool) -> Theme:
    """The theme for a preference; ``auto`` and anything unknown follow the system."""
    if preference == "light":
        return LIGHT
    if preference == "dark" or system_is_dark:
        return DARK
    return LIGHT


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is one of light letters on dark paper."""
    return palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE_GREY


def theme_of(widget: QWidget) -> Theme:
    """The theme a widget is painted in, read from the palette it inherited."""
    palette = widget.palette()
    if is_dark(palette):
        return DARK
    strong = palette.color(QPalette.ColorRole.Window) == CONTRAST.paper
    return CONTRAST if strong else LIGHT


# Wider than this and the height decides, narrower and the width does: 1920x1080 and 1280x720 go by
# their height, 1024x768 is treated as 640 high, so that columns keep room for words.
_NARROWEST: Final = 1.6
_LEAST_TEXT_PX: Final = 12


class Scale(NamedTuple):
    """Sizes in percent of a window's height, in logical pixels."""

    height: int

    @classmethod
    def of_size(cls, width: int, height: int) -> "Scale":
        """The scale of a window of this size in logical pixels."""
        return cls(max(1, min(height, round(width / _NARROWEST))))

    @classmethod
    def of(cls, widget: QWidget) -> "Scale":
        """The scale of the window that a widget stands in."""
        size = widget.window().size()
        return cls.of_size(size.width(), size.height())

    def px(self, percent: float, least: int = 1) -> int:
        """A length."""
        length = round(self.height * percent / 100)
        return length if length > least else least

    def text(self, percent: float) -> int:
        """The pixel size of a font; never below what can be read."""
        return self.px(percent, _LEAST_TEXT_PX)

    @property
    def unit(self) -> int:
        """The step of the spacing grid."""
        return self.px(0.8, 4)

    # The sizes of type, the same on every page.
    @property
    def title_px(self) -> int:
        """Name of a step or page."""
        return self.text(4.2)

    @property
    def body_px(self) -> int:
        """Instructions."""
        return self.text(3.0)

    @property
    def control_px(self) -> int:
        """Buttons and lists."""
        return self.text(2.2)

    @property
    def caption_px(self) -> int:
        """Captions, labels and chips."""
        return self.text(2.0)

    @property
    def radius(self) -> int:
        """Corners of cards."""
        return self.px(1.2, 6)
