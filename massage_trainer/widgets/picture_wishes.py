"""Which picture a moment of the lesson asks for with which points, and which may be asked next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from massage_trainer.domain.moments import moment_at, moments_of
from massage_trainer.domain.plate import ClientBody, View
from massage_trainer.domain.protocol import Points
from massage_trainer.viewmodels.plate import PointWish
from massage_trainer.widgets.plate.keeper import PictureWish

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.plate import PlateIndex
    from massage_trainer.domain.settings import Settings
    from massage_trainer.domain.timeline import Segment, Timeline


class Look(NamedTuple):
    """How pictures are wanted on this computer: from how far, of whom, and whether they move."""

    view: View | None = None  # None: as each plate proposes
    client: ClientBody = ClientBody.MAN
    moves: bool = True

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """What the preferences say; a word that nobody knows counts as none."""
        view, client = None, ClientBody.MAN
        with suppress(ValueError):
            view = View(settings.view)
        with suppress(ValueError):
            client = ClientBody(settings.client)
        return cls(view, client, not settings.reduce_motion)


class Wishes:
    """Knows which picture answers each moment of a lesson."""

    def __init__(self, index: PlateIndex, look: Look) -> None:
        self._index = index
        self._look = look

    def at(self, countdown: Countdown) -> PictureWish:
        """The step's plate, from the side worked, in the moment in which the hands are."""
        segment = countdown.segment
        if not countdown.begun:
            return self._wish(segment, self._main(segment))
        elapsed_ms = countdown.elapsed_ms
        return self._during(segment, elapsed_ms, elapsed_ms + countdown.segment_left_ms)

    def first(self, segment: Segment) -> PictureWish:
        """What is shown when the lesson comes to a segment."""
        if segment.gap_ms:
            return self._wish(segment, self._main(segment))
        return self._during(segment, 0, segment.duration_ms)

    def ahead(self, timeline: Timeline, index: int) -> tuple[PictureWish, ...]:
        """The pictures that time and one press of a key can bring, the likeliest first."""
        segments, rows = timeline.segments, timeline.rows
        row = segments[index].row
        later = [rows[row + 1].first] if row + 1 < len(rows) else []
        earlier = [index - 1, rows[row].first]
        if row:
            earlier += [rows[row - 1].first, rows[row - 1].last]
        wishes = [self.first(segments[at]) for at in (index + 1, *later) if at < len(segments)]
        wishes += self._during_all(segments[index])
        wishes += [self.first(segments[at]) for at in earlier if at >= 0]
        return tuple(dict.fromkeys(wishes))

    def _during_all(self, segment: Segment) -> Iterator[PictureWish]:
        plate = self._index.plates.get(segment.step.plate_id)
        if plate and not self._named(segment):
            for moment in moments_of(plate, segment, moves=self._look.moves):
                yield self._wish(segment, moment)

    def _during(self, segment: Segment, elapsed_ms: int, duration_ms: int) -> PictureWish:
        moment = self._named(segment)
        plate = self._index.plates.get(segment.step.plate_id)
        if plate and not moment:
            moves = self._look.moves
            moment = moment_at(plate, segment, elapsed_ms, duration_ms, moves=moves)
        return self._wish(segment, moment)

    def _main(self, segment: Segment) -> str:
        plate = self._index.plates.get(segment.step.plate_id)
        return self._named(segment) or (plate.main if plate else "")

    def _named(self, segment: Segment) -> str:
        """The moment that the lesson itself asks for; empty where it leaves that to the plate."""
        return dict(segment.step.frames).get(segment.kind.value, "")

    def _wish(self, segment: Segment, moment: str) -> PictureWish:
        look = self._look
        other, _, moment = moment.rpartition(".")  # PLATE.FRAME: the lesson asks for another plate
        plate_id = other or segment.step.plate_id
        return PictureWish(plate_id, segment.side, moment, look.view, look.client)


def points_of(segment: Segment) -> PointWish:
    """The points of the step, the one pressed now, the side worked, and the zones to avoid."""
    step = segment.step
    codes = [hold.point_id for hold in step.dose.holds] if isinstance(step.dose, Points) else []
    if segment.point_id:
        codes.append(segment.point_id)
    return PointWish(tuple(dict.fromkeys(codes)), segment.point_id, segment.side, step.avoid)
