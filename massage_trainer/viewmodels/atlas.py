"""The atlas as a page shows it: what is listed, chosen, and laid over the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.atlas import WHOLE_BODY, Atlas, AtlasFilter

if TYPE_CHECKING:
    from massage_trainer.domain.atlas import Sighting
    from massage_trainer.domain.finding import FindingStep
    from massage_trainer.domain.point_search import Found
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.text import LocalizedText


class AtlasViewModel(QObject):
    """Searches, filters, chooses and finds.

    Signals:
        listed: other points are listed; read ``found``.
        chosen: another point, place or side is chosen, or none; read ``code`` and ``sighting``.
        drawn: other things lie over the picture: layers, cover, the step of the finding.
        lesson_wanted: str; open this lesson.
        speak_wanted: LocalizedText; somebody wants to hear it.
    """

    listed = Signal()
    chosen = Signal()
    drawn = Signal()
    lesson_wanted = Signal(str)
    speak_wanted = Signal(object)

    def __init__(self, make: Callable[[], Atlas], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.atlas = make()
        self.query = ""
        self.wanted = AtlasFilter()
        self.found: tuple[Found, ...] = ()
        self.code = ""
        self.side = Side.RIGHT
        self.sighting: Sighting | None = None
        self.shot: Shot = WHOLE_BODY
        self.steps: tuple[FindingStep, ...] = ()
        self.step = -1  # of the finding; -1: nobody looks for the point
        self.landmarks = False
        self.zones = False
        self.line = False
        self.covered = False
        self._list()

    def renew(self) -> None:
        """Lessons or catalogue may have changed while another page was shown."""
        self.atlas = self._make()
        self._list()
        self.choose(self.code if self.atlas.named(self.code) else "")

    def search(self, query: str) -> None:
        """List what fits; the best one is chosen as soon as something is asked for."""
        if query == self.query:
            return
        self.query = query
        self._list()
        if query.strip() and self.found:
            self.choose(self.found[0].code)

    def filter(
        self, *, channel: str | None = None, region: str | None = None, lesson: str | None = None
    ) -> None:
        """List fewer points, or more; what is not named stays as it is."""
        changes = {"channel": channel, "region": region, "lesson": lesson}
        wanted = replace(self.wanted, **{k: v for k, v in changes.items() if v is not None})
        if wanted != self.wanted:
            self.wanted = wanted
            self._list()
            self.drawn.emit()

    def choose(self, code: str) -> None:
        """Show a point in the picture that shows it best; empty: none, and the whole body."""
        point = self.atlas.point(code)
        self.code = code
        self.sighting = self.atlas.sighting(code, self.side) if point else None
        self.shot = self.sighting.shot if self.sighting else WHOLE_BODY
        self._begin()

    def choose_place(self, key: str, side: Side) -> None:
        """A place was pressed in the picture, which stays."""
        code = key.partition("@")[0]
        if side is not Side.MIDLINE:
            self.side = side
        found = self.atlas.sighting(code, side, key)
        if found is None:
            return
        self.code = code
        self.sighting = found._replace(side=side, shot=self.shot)
        self._begin()

    def set_side(self, side: Side) -> None:
        """Show the client's other side."""
        if side is self.side:
            return
        self.side = side
        if self.sighting and self.sighting.side is not Side.MIDLINE:
            key = self.sighting.key
            self.sighting = self.atlas.sighting(self.code, side, key) or self.sighting
            self.shot = self.sighting.shot
        self._begin()

    def move(self, rows: int) -> None:
        """Go up or down in the list."""
        codes = [each.code for each in self.found]
        if not codes:
            return
        at = codes.index(self.code) + rows if self.code in codes else 0 if rows > 0 else -1
        self.choose(codes[min(max(at, 0), len(codes) - 1)])

    def go_along(self, step: int) -> None:
        """To the next point of the channel, or the one before."""
        if not self.code:
            self.move(1)
        elif code := self.atlas.along(self.code, step):
            self.choose(code)

    def lay(
        self,
        *,
        landmarks: bool | None = None,
        zones: bool | None = None,
        line: bool | None = None,
    ) -> None:
        """Lay something over the picture or take it away; what is not named stays."""
        before = (self.landmarks, self.zones, self.line)
        self.landmarks = self.landmarks if landmarks is None else landmarks
        self.zones = self.zones if zones is None else zones
        self.line = self.line if line is None else line
        if (self.landmarks, self.zones, self.line) != before:
            self.drawn.emit()

    def cover(self, *, on: bool) -> None:
        """Hide all names; a point that is pressed tells its own."""
        if on == self.covered:
            return
        self.covered = on
        if on:
            self.code, self.sighting = "", None
            self._begin()
        else:
            self.drawn.emit()

    def find(self, step: int) -> None:
        """Go to a step of the finding; -1 ends it."""
        step = min(step, len(self.steps) - 1)
        if step != self.step:
            self.step = max(-1, step)
            self.drawn.emit()

    def speak(self, words: LocalizedText) -> None:
        """Have something said."""
        self.speak_wanted.emit(words)

    def _begin(self) -> None:
        """What is chosen is another thing: nothing is looked for yet."""
        self.step = -1
        seen = self.sighting
        self.steps = self.atlas.steps(self.code, seen.key) if seen else ()
        self.chosen.emit()

    def _list(self) -> None:
        self.found = self.atlas.find(self.query, self.wanted)
        self.listed.emit()
