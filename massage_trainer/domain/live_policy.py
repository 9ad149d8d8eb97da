"""Whether pictures are live or stills: what was chosen, what the machine can, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class LivePolicy:
    """What is known in this run; ``failure`` is the reason in the driver's or reader's words."""

    wish: LiveWish = LiveWish.AUTO
    crashed: bool = False
    failure: str = ""
    slow: bool = False

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
    def is_offered(self) -> bool:
        """Whether a press on "live" could bring it: what is broken is not offered."""
        return not self.failure and not self.is_live

    def chosen(self, wish: LiveWish) -> LivePolicy:
        """The user's word: who asks for live pictures after a crash takes the risk."""
        return replace(self, wish=wish, crashed=self.crashed and wish is not LiveWish.ALWAYS)

    def failed(self, reason: str) -> LivePolicy:
        return replace(self, failure=reason or "unknown")

    def measured(self, *, slow: bool) -> LivePolicy:
        return replace(self, slow=slow)
