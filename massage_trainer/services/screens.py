"""The screens of this computer as Qt knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from massage_trainer.domain.classroom.screens import ScreenInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOT_PLACING: Final = "wayland"


class QtScreens(QObject):
    """The Screens of Qt; also finds the screen that a key stands for.

    Signals:
        changed: a screen came, went, moved, turned, or has other dots.
    """

    changed = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app.screenAdded.connect(self._come)
        app.screenRemoved.connect(self.changed)
        app.primaryScreenChanged.connect(self.changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    @property
    def may_place(self) -> bool:
        return not QGuiApplication.platformName().startswith(_NOT_PLACING)

    def screens(self) -> tuple[ScreenInfo, ...]:
        screens = QGuiApplication.screens()
        primary = QGuiApplication.primaryScreen()
        keys = keys_of(screens)
        return tuple(
            _told(screen, key, primary=screen is primary)
            for screen, key in zip(screens, keys, strict=True)
        )

    def key(self, screen: QScreen | None) -> str:
        """The key of a screen; empty where there is none."""
        screens = QGuiApplication.screens()
        keys = dict(zip(screens, keys_of(screens), strict=True))
        return keys.get(screen, "") if screen is not None else ""

    def find(self, key: str) -> QScreen | None:
        """The screen of a key; None where it has gone."""
        screens = QGuiApplication.screens()
        pairs = zip(keys_of(screens), screens, strict=True)
        return next((screen for name, screen in pairs if name == key), None)

    @Slot(QScreen)
    def _come(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.changed)
        screen.physicalDotsPerInchChanged.connect(self.changed)
        screen.logicalDotsPerInchChanged.connect(self.changed)


def keys_of(screens: Sequence[QScreen]) -> list[str]:
    """By maker, model and number where the system knows them, so that any socket will do.

    Two of the same kind without numbers are told apart by their sockets.
    """
    named = [_named(screen) for screen in screens]
    return [
        name if name and named.count(name) == 1 else f"{screen.name()} {name}".strip()
        for screen, name in zip(screens, named, strict=True)
    ]


def _named(screen: QScreen) -> str:
    built_in = screen.name() if screen.name().casefold().startswith(("edp", "lvds", "dsi")) else ""
    parts = (built_in, screen.manufacturer(), screen.model(), screen.serialNumber())
    return " ".join(part.strip() for part in parts if part.strip())


def _told(screen: QScreen, key: str, *, primary: bool) -> ScreenInfo:
    place = screen.geometry()
    maker = " ".join(p for p in (screen.manufacturer().strip(), screen.model().strip()) if p)
    title = f"{maker} ({screen.name()})" if maker and screen.name() else maker or screen.name()
    return ScreenInfo(
        key=key,
        title=title or key,
        left=place.left(),
        top=place.top(),
        width=place.width(),
        height=place.height(),
        scale=screen.devicePixelRatio(),
        primary=primary,
    )
