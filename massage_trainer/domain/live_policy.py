"""Whether pictures are live or stills: what was chosen, what the machine can, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

# Platforms of Qt that draw into memory alone.
WITHOUT_OPENGL: Final = frozenset({"offscreen", "minimal"})


class LiveWish(Enum):
    """What the settings say; the values are stored."""

    AUTO = "auto"
    ALWAYS = "on"
    NEVER = "off"

    @classmethod
    def of(cls, word: str) -> LiveWish:
        """A word that nobody knows counts as no choice."""
        return next((wish for wish in cls if wish.value == word), cls.AUTO)


class StillsBecause(Enum):
    """Why pictures do not move."""

    CHOSEN = "chosen"
    CRASHED = "crashed"  # drawing ended the program once
    BROKEN = "broken"  # no OpenGL, an older one, a shader or a context that failed
    SLOW = "slow"
    NO_CARD = "no-card"  # a processor draws each picture, and two windows need two


# As drivers call themselves that let the processor draw.
_SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swiftshader", "software", "basic render", "gdi")


def is_card(device: str) -> bool:
    """Whether what draws is a graphics card, by its own name."""
    name = device.lower()
    return bool(name) and not any(word in name for word in _SOFTWARE)


@dataclass(frozen=True, slots=True)
class LivePolicy:
    """What is known in this run; ``failure`` is the reason in the driver's or reader's words."""

    wish: LiveWish = LiveWish.AUTO
    crashed: bool = False
    failure: str = ""
    slow: bool = False
    card: bool | None = None  # not known before something was drawn

    @property
    def stills_because(self) -> StillsBecause | None:
        """None: the pictures are live."""
        if self.wish is LiveWish.NEVER:
            return StillsBecause.CHOSEN
        if self.failure:
            return StillsBecause.BROKEN
        if self.crashed:
            return StillsBecause.CRASHED
        if self.slow and self.wish is LiveWish.AUTO:
            return StillsBecause.SLOW
        return None

    @property
    def is_live(self) -> bool:
        return self.stills_because is None

    @property
    def stills_in_class_because(self) -> StillsBecause | None:
        """A class has two windows; None: its pictures are live without being asked for."""
        because = self.stills_because
        if because is None and self.wish is LiveWish.AUTO and not self.card:
            return StillsBecause.NO_CARD
        return because

    @property
    def is_offered(self) -> bool:
        """Whether a press on "live" could bring it: what is broken is not offered."""
        return not self.failure and not self.is_live

    def chosen(self, wish: LiveWish) -> LivePolicy:
        """The user's word: who asks for live pictures after a crash takes the risk."""
        return replace(self, wish=wish, crashed=self.crashed and wish is not LiveWish.ALWAYS)

    def failed(self, reason: str) -> LivePolicy:
        return replace(self, failure=reason or "unknown")

    def drawn_by(self, device: str) -> LivePolicy:
        """What draws has told its name."""
        return replace(self, card=is_card(device))

    def measured(self, *, slow: bool) -> LivePolicy:
        return replace(self, slow=slow)
