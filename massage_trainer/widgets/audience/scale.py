"""Sizes of what a class sees, the same shares on a wall and in the console's small copy."""

from __future__ import annotations

from massage_trainer.widgets.theme import Scale


class AudienceScale(Scale):
    """Without least sizes, and with words that can be enlarged for the back row."""

    enlarged: float = 1.0

    @classmethod
    def of_view(cls, width: int, height: int, enlarged: float = 1.0) -> AudienceScale:
        """The scale of a view of this size in logical pixels, wherever it stands."""
        scale = cls(Scale.of_size(width, height).height)
        scale.enlarged = enlarged
        return scale

    def with_words(self, enlarged: float) -> AudienceScale:
        """That of the same view with words in another size."""
        scale = AudienceScale(self.height)
        scale.enlarged = enlarged
        return scale

    def px(self, percent: float, least: int = 1) -> int:
        """A length; ``least`` is for windows that somebody sits in front of."""
        return max(min(least, 1), round(self.height * percent / 100))

    def text(self, percent: float) -> int:
        """The pixel size of a font."""
        return self.px(percent * self.enlarged)
